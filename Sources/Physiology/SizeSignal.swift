import RealModule

/// What can be seen in a muscle's cells in the hours after a session.
///
/// It is for showing, never for deciding: neither the signal nor how long it lasts predicts who grows
/// more (Rahbek 2014 saw no difference in protein synthesis between modes that differed in signal).
public enum SizeSignal {
  /// How the muscle worked.
  public enum Mode: Sendable, Hashable, CaseIterable { case eccentric, concentric }

  /// Phosphorylation of p70S6K, which follows mTORC1, in percent above rest.
  ///
  /// 206 % an hour after a session (Rahbek 2014, doi:10.1007/s00726-014-1792-1), and then gone with a
  /// time constant of 2 h after concentric and 6 h after eccentric work, which reproduces that at 3 and
  /// 5 h it was only there after eccentric work; the time constants are our own. It is drawn rising
  /// evenly through the first hour, in which nobody measured.
  public static func mTORC1Percent(hoursAfter hours: Double, mode: Mode) -> Double {
    guard hours > 0 else { return 0 }
    guard hours > 1 else { return 206 * hours }
    return 206 * Double.exp(-(hours - 1) / (mode == .eccentric ? 6 : 2))
  }

  /// Synthesis of muscle protein at rest, %/h (Phillips 1997).
  public static let restingSynthesisPercentPerHour = 0.055

  /// Synthesis of muscle protein relative to rest, 1 at rest, from three hours after a session on.
  ///
  /// The same for both modes: Phillips 1997 found no effect of it. +112 % at 3 h, +65 % at 24 h, +34 %
  /// at 48 h, met within 0.7 percentage points.
  public static func proteinSynthesis(hoursAfter hours: Double) -> Double {
    hours > 0 ? 1 + 1.22 * Double.exp(-hours / 37.7) : 1
  }
}
