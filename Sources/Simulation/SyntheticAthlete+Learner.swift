import RealModule

/// Somebody on the way to a first pull-up, with a law of their own: strength nears a ceiling, and how
/// long they can lower falls with the power of how hard it is.
public struct SyntheticLearner: Sendable {
  /// Concentric strength ÷ what one repetition takes, at the start.
  public let start: Double
  /// Where it ends, and how fast it gets there, in weeks.
  public let ceiling: Double
  public let timeConstantWeeks: Double
  /// Eccentric ÷ concentric strength.
  public let eccentricRatio: Double

  public init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    start = Double.random(in: 0.74...0.98, using: &random)
    eccentricRatio = min(1.5, max(1.15, 1.32 + 0.075 * random.normal()))
    ceiling = start * (1.1 + 0.35 * Double.random(in: 0..<1, using: &random))
    timeConstantWeeks = 14 * Double.exp(0.4 * random.normal())
  }

  public func strength(week: Double) -> Double {
    start + (ceiling - start) * (1 - Double.exp(-max(0, week) / timeConstantWeeks))
  }

  /// Three seconds at the eccentric maximum, and longer the further below it a body weighs.
  public func longestLoweringSeconds(week: Double) -> Double {
    let reserve = strength(week: week) * eccentricRatio
    return min(60, max(1, 3 + 95 * (reserve - 1)))
  }

  /// When strength reaches one repetition, in weeks; 104 for two years or more.
  public var weeksToFirst: Double {
    guard start < 1 else { return 0 }
    guard ceiling > 1 else { return 104 }
    return min(104, -timeConstantWeeks * Double.log((ceiling - 1) / (ceiling - start)))
  }
}
