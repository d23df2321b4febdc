import RealModule

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How strong somebody would be in an exercise if nothing were damaged or tired, for each of several
/// people held possible; and how likely each of them makes what was lifted.
///
/// The logarithm of the one-rep maximum is a level with a slope, both of which wander (a local linear
/// trend, filtered as by Kalman 1960). What a person can do today is that less what their last bouts
/// still take away, which differs between the easily and the hardly damaged: this is what tells them
/// apart. All have the same covariance, so that only the means are by person.
struct RestedStrength: Sendable, Hashable {
  private var hours: Double
  /// By person: natural logarithm of kilograms, and its change in an hour.
  private var levels: [Double]
  private var slopes: [Double]
  private var levelVariance: Double
  private var covariance = 0.0
  private var slopeVariance: Double

  private static let week = 168.0

  /// - Parameters:
  ///   - logKilograms: of the one-rep maximum that was shown.
  ///   - variance: of that.
  ///   - logStrengths: of the fraction of rested strength that was there, by person.
  ///   - hours: when, since 1970.
  ///   - parameters: the models' constants.
  init(
    logKilograms: Double, variance: Double, logStrengths: [Double], hours: Double,
    _ parameters: Parameters
  ) {
    self.hours = hours
    levels = logStrengths.map { logKilograms - $0 }
    slopes = Array(repeating: 0, count: logStrengths.count)
    levelVariance = variance
    let spread = parameters.strengthTrendSpread / Self.week
    slopeVariance = spread * spread
  }

  /// Takes in what was shown, and says how likely that was: natural logarithms by person, up to a
  /// constant, none so low that one bad day could rule a person out.
  mutating func observe(
    logKilograms: Double, variance: Double, logStrengths: [Double], hours instant: Double,
    _ parameters: Parameters, likelihood: (_ person: Int, _ logLikelihood: Double) -> Void
  ) {
    advance(to: instant, parameters)
    let total = levelVariance + variance
    let levelGain = levelVariance / total
    let slopeGain = covariance / total
    for person in levels.indices {
      let surprise = logKilograms - levels[person] - logStrengths[person]
      likelihood(person, -min(surprise * surprise / total, 9) / 2)
      levels[person] += levelGain * surprise
      slopes[person] += slopeGain * surprise
    }
    slopeVariance -= slopeGain * covariance
    covariance *= 1 - levelGain
    levelVariance *= 1 - levelGain
  }

  private mutating func advance(to instant: Double, _ parameters: Parameters) {
    let elapsed = max(0, instant - hours)
    guard elapsed > 0 else { return }
    for person in levels.indices { levels[person] += slopes[person] * elapsed }
    let drift = parameters.strengthDrift * parameters.strengthDrift / Self.week
    levelVariance += elapsed * (2 * covariance + elapsed * slopeVariance + drift)
    covariance += elapsed * slopeVariance
    let wander = parameters.strengthTrendSpread / Self.week
    // A slope is forgotten over a quarter of a year: nobody gains at the same pace for ever.
    let kept = Double.exp(-elapsed / (13 * Self.week))
    for person in slopes.indices { slopes[person] *= kept }
    covariance *= kept
    slopeVariance = slopeVariance * kept * kept + wander * wander * (1 - kept * kept)
    hours = instant
  }

  /// What is believed with people of such weights.
  func estimate(weights: [Double]) -> RestedStrengthEstimate {
    let level = moments(levels, levelVariance, weights)
    let trend = moments(
      slopes.map { $0 * Self.week }, slopeVariance * Self.week * Self.week, weights)
    func kilograms(_ z: Double) -> Double {
      Double.exp(level.mean + z * level.variance.squareRoot())
    }
    func gain(_ z: Double) -> Double {
      Double.expMinusOne(trend.mean + z * trend.variance.squareRoot())
    }
    return RestedStrengthEstimate(
      at: Date(timeIntervalSince1970: hours * 3600),
      kilograms: Interval(low: kilograms(-1.645), expected: kilograms(0), high: kilograms(1.645)),
      gainPerWeek: Interval(low: gain(-1.645), expected: gain(0), high: gain(1.645)))
  }

  private func moments(
    _ values: [Double], _ within: Double, _ weights: [Double]
  ) -> SorenessScales.Normal {
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let between = zip(values, weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
    return SorenessScales.Normal(mean: mean, variance: within + between)
  }
}
