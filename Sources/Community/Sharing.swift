/// What an athlete lets a coach see. Nothing else is seen, and nothing at all once coaching ends.
///
/// While it lasts, a coach sees the member's name, the limits that they themselves set, and what they wrote
/// to one another.
public enum Sharing: String, Sendable, Hashable, CaseIterable, Comparable {
  /// What was trained and when, what is planned, and the forecast of strength.
  case sessions
  /// Soreness as it was rated and as it is expected, pain, why a session is held back, and who cleared
  /// the athlete.
  case soreness
  /// Recordings and what was measured in them.
  case measurements
  /// What was written beside sets.
  case notes
  case bodyMass

  public static func < (one: Sharing, other: Sharing) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}
