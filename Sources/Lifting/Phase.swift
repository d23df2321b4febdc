/// A part of a repetition.
public enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
  /// Lifting: the muscle shortens.
  case concentric
  /// Lowering: the muscle lengthens under load.
  case eccentric
  /// The wait where the lifting ends.
  case pauseTop
  /// The wait where the lowering ends.
  case pauseBottom
  /// The way up of a negative: somebody or something else lifts.
  case assisted

  public var name: String {
    switch self {
    case .concentric: "concentric"
    case .eccentric: "eccentric"
    case .pauseTop: "pause at the top"
    case .pauseBottom: "pause at the bottom"
    case .assisted: "assisted"
    }
  }
}
