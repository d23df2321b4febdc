public import Physiology
import RealModule

/// How much a muscle has grown by training, as the model expects it of an average person.
///
/// It is driven by sessions and their sets. Soreness, damage as a goal, and the mTORC1 signal don't
/// drive it, because they don't predict growth (Damas 2016: synthesis went with growth only once
/// damage had gone down). Great damage only takes away from a session.
public struct SizeGrowth: Sendable, Hashable, Codable {
  /// Gain in size as a fraction, 0 to ``ceiling``.
  public private(set) var gain = 0.0
  /// When the first session was, in hours on any clock; nil before it.
  public private(set) var firstHours: Double?

  public init() {}

  /// A gain that is approached and never reached; our choice.
  public static let ceiling = 0.25
  /// Until then, what a tape measures is mostly swelling (Damas 2018: the first four sessions; about
  /// ten for modest, about eighteen for true growth).
  public static let swellingWeeks = 4.0

  /// Gain by a session of three hard sets in somebody untrained.
  ///
  /// With three sessions a week for ten weeks the model comes to 8.0 % for eccentric and 6.7 % for
  /// concentric work; a meta-analysis of 15 studies found 10.0 and 6.8 %, a difference that isn't
  /// statistically certain (Schoenfeld 2017, p = 0.076).
  static func gain(of mode: SizeSignal.Mode) -> Double {
    switch mode {
    case .eccentric: 0.0032
    case .concentric: 0.0026
    }
  }

  /// A session: hard sets of 0 and more, and the strength missing afterwards because of damage, 0–1.
  public mutating func train(
    atHours hours: Double, mode: SizeSignal.Mode, hardSets: Double, damage: Double = 0
  ) {
    guard hours.isFinite, hardSets > 0 else { return }
    firstHours = min(firstHours ?? hours, hours)
    let quantity = (1 - Double.exp(-min(hardSets, 100) / 3)) / (1 - Double.exp(-1))
    let healthy = 1 - min(1, max(0, 2 * damage))
    gain = min(
      Self.ceiling,
      gain + Self.gain(of: mode) * quantity * (1 - gain / Self.ceiling) * healthy)
  }

  /// What can be said of size at an instant.
  public enum Statement: Sendable, Hashable {
    /// No session yet.
    case nothing
    /// Too early: what can be measured now is mostly swelling.
    case mostlySwelling
    /// An expected gain.
    case gained(fraction: Double)
  }

  public func statement(atHours hours: Double) -> Statement {
    guard let firstHours else { return .nothing }
    return hours - firstHours < Self.swellingWeeks * 168 ? .mostlySwelling : .gained(fraction: gain)
  }
}
