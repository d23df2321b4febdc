public import Lifting

/// How fast people lift an exercise at their maximum and below it, before anything is known of one of
/// them: velocity = minimal + perMaximum · (1 − load ÷ one-rep maximum), in metres a second.
public struct VelocityProfile: Sendable, Hashable {
  /// The mean velocity of a lift at the one-rep maximum, and how much people differ in it (sd).
  public let minimal: (mean: Double, spread: Double)
  /// What a lift would be faster with no load at all, and how much people differ in it (sd).
  public let perMaximum: (mean: Double, spread: Double)
  /// Of the minimal velocity.
  public let source: Source

  init(
    minimal: Double, _ minimalSpread: Double, perMaximum: Double, _ perMaximumSpread: Double,
    _ source: Source
  ) {
    self.minimal = (minimal, minimalSpread)
    self.perMaximum = (perMaximum, perMaximumSpread)
    self.source = source
  }

  public static func == (left: VelocityProfile, right: VelocityProfile) -> Bool {
    left.minimal == right.minimal && left.perMaximum == right.perMaximum
      && left.source == right.source
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(minimal.mean)
    hasher.combine(perMaximum.mean)
  }

  /// By exercise. Only what was measured in that exercise: a velocity at the maximum differs more
  /// between exercises than between people.
  ///
  /// The slopes of bench press and squat are those of the published curves at middle loads (González-
  /// Badillo & Sánchez-Medina 2010; Sánchez-Medina 2017; B), elsewhere their middle, less sure (C).
  /// People differ by 9 to 25 % in the velocity at a share of their maximum (recreational athletes
  /// 2022, n = 352; A).
  public static let all: [Exercise.ID: VelocityProfile] = [
    "bench-press": bench, "smith-bench-press": bench,
    "squat": VelocityProfile(
      minimal: 0.32, 0.04, perMaximum: 1.7, 0.35,
      Source(
        "Sánchez-Medina 2017: full squat, 80 trained men, 0.32 (sd 0.03) m/s at the maximum", .a)
    ),
    "pull-up": VelocityProfile(
      minimal: 0.2, 0.06, perMaximum: 1.6, 0.5,
      Source("Sánchez-Moreno 2017: pull-up, 52 trained men, 0.20 (sd 0.05) m/s at the maximum", .b)),
    "deadlift": VelocityProfile(
      minimal: 0.15, 0.05, perMaximum: 1.6, 0.5, Source("in common use, no study read", .c)),
    "overhead-press": VelocityProfile(
      minimal: 0.195, 0.05, perMaximum: 1.6, 0.5, Source("in common use, no study read", .c)),
    "hip-thrust": VelocityProfile(
      minimal: 0.25, 0.07, perMaximum: 1.6, 0.5, Source("in common use, no study read", .c)),
  ]

  private static let bench = VelocityProfile(
    minimal: 0.16, 0.04, perMaximum: 1.54, 0.3,
    Source(
      "González-Badillo & Sánchez-Medina 2010: bench press, 120 trained men, 0.16 (sd 0.04) m/s at the maximum",
      .a))
}
