import Lifting
import RealModule

/// What is believed of a person's own traits: how easily they are damaged, how long that lasts, and
/// how sore it feels, on the whole and in each body part.
///
/// A fixed grid of ``People`` drawn evenly from the population, each with a weight that every soreness
/// rating shifts by Bayes' rule; and beside it the logarithms of the soreness scales, normal
/// distributions that the same rating shifts as an extended Kalman filter does. With no rating the
/// belief is the population. Nothing is drawn at random, so the same facts always give the same belief.
///
/// What identifies what: the scale of soreness is the ratio of rating to expectation over all body
/// parts, a part's own scale what is left of it there. Susceptibility bends that ratio with the dose:
/// small bouts make the easily damaged sore in proportion, large ones saturate. Recovery is the ratio
/// of late ratings to early ones of the same bout.
struct PeopleBelief: Sendable, Hashable {
  let people: People
  /// By person; they sum to 1.
  private(set) var weights: [Double]
  private var scale: Normal
  private var partScales: [Normal]
  private let dayVariance: Double
  private let ratingVariance: Double
  /// Of the logarithm of what a bout takes of the strength.
  let lossSpread: Double

  /// A belief about the logarithm of a factor.
  private struct Normal: Hashable {
    var mean = 0.0
    var variance: Double

    mutating func shift(gain: Double, innovation: Double, slope: Double) {
      mean += gain * innovation
      variance *= max(0.02, 1 - gain * slope)
    }
  }

  init(_ parameters: Parameters) {
    func squared(_ x: Double) -> Double { x * x }
    people = People(parameters)
    weights = Array(repeating: 1 / Double(people.count), count: people.count)
    scale = Normal(variance: squared(parameters.sorenessSpread))
    partScales = Array(
      repeating: Normal(variance: squared(parameters.bodyPartSpread)),
      count: BodyPart.allCases.count)
    dayVariance = squared(parameters.sorenessDayNoise)
    ratingVariance = squared(parameters.ratingNoise)
    lossSpread = parameters.strengthLossSpread
  }

  /// The weight of each susceptibility.
  var susceptibilityWeights: [Double] {
    let inner = people.susceptibilities.count
    return (0..<inner).map { s in
      stride(from: s, to: weights.count, by: inner).reduce(0) { $0 + weights[$1] }
    }
  }

  /// The mean of the logarithm of susceptibility, and of recovery time.
  var logSusceptibility: Double {
    mean { people.susceptibilities[$0 % people.susceptibilities.count] }
  }
  var logRecovery: Double { mean { people.recoveries[$0 / people.susceptibilities.count] } }

  private func mean(_ trait: (Int) -> Double) -> Double {
    weights.indices.reduce(0) { $0 + weights[$1] * Double.log(trait($1)) }
  }

  /// What this person says ÷ what the average person of the same damage would say.
  func sorenessScale(of part: Int) -> Double {
    Double.exp(scale.mean + (partScales.indices.contains(part) ? partScales[part].mean : 0))
  }

  /// The variance of the logarithm of a rating before rounding, from the scales that aren't known for
  /// sure and from one day to another.
  func sorenessVariance(of part: Int) -> Double { scaleVariance(of: part) + dayVariance }

  private func scaleVariance(of part: Int) -> Double {
    scale.variance + (partScales.indices.contains(part) ? partScales[part].variance : 0)
  }

  /// Takes in a rating.
  ///
  /// - Parameters:
  ///   - rating: 0 to 10.
  ///   - part: The body part's place in `BodyPart.allCases`.
  ///   - expected: What an average sufferer would say, 0 to 100, by person.
  mutating func observe(rating: Int, of part: Int, expectedMillimetres expected: [Double]) {
    let factor = sorenessScale(of: part) / 10
    let spread = scaleVariance(of: part)
    let said = Double(rating)
    var total = 0.0
    for index in weights.indices {
      let mean = min(10, expected[index] * factor)
      let variance = ratingVariance + mean * mean * (dayVariance + spread)
      let distance = said - mean
      // The floor keeps one odd rating from ruling a person out for good.
      weights[index] *=
        Double.exp(-distance * distance / (2 * variance)) / variance.squareRoot() + 1e-3
      total += weights[index]
    }
    guard total > 0 else { return }
    var mean = 0.0
    for index in weights.indices {
      weights[index] /= total
      mean += weights[index] * min(10, expected[index] * factor)
    }
    learnScales(from: said, expected: mean, of: part)
  }

  private mutating func learnScales(from said: Double, expected mean: Double, of part: Int) {
    guard mean > 0.05, partScales.indices.contains(part) else { return }
    let noise = ratingVariance + mean * mean * dayVariance
    let variance = noise + mean * mean * scaleVariance(of: part)
    let limit = 2.5 * variance.squareRoot()
    let innovation = min(limit, max(-limit, said - mean))
    let common = scale.variance * mean / variance
    let own = partScales[part].variance * mean / variance
    scale.shift(gain: common, innovation: innovation, slope: mean)
    partScales[part].shift(gain: own, innovation: innovation, slope: mean)
  }

  /// How sore an average sufferer would be where this person says so much, 0 to 100.
  func averageMillimetres(saying rating: Int, of part: Int) -> Double {
    min(100, Double(rating) * 10 / sorenessScale(of: part))
  }

  /// Points to each side of a range that ratings in whole points ask for.
  private static let rounding = 0.2

  /// The belief about a rating, 0 to 10, when an average sufferer would feel so much, by person.
  ///
  /// The mean and variance over people, scales, days and ratings are exact; the shape between is that
  /// of a lognormal shifted by one point, which is how ratings are skewed.
  func soreness(of part: Int, expectedMillimetres expected: [Double]) -> Interval {
    let spread = sorenessVariance(of: part)
    let factor = sorenessScale(of: part) * Double.exp(spread / 2) / 10
    var mean = 0.0
    var square = 0.0
    for index in weights.indices {
      let value = min(10, expected[index] * factor)
      mean += weights[index] * value
      square += weights[index] * value * value
    }
    guard mean > 0.01 else { return Interval(low: 0, expected: 0, high: 0) }
    // Who feels next to nothing says nothing, and errs little.
    let rating = ratingVariance * min(1, mean / 2)
    let variance = max(0, square * Double.exp(spread) - mean * mean) + rating
    let shape = Double.log(1 + variance / ((1 + mean) * (1 + mean)))
    // A rating is a whole point, so the range reaches a little beyond what is felt.
    let rounding = Self.rounding * min(1, mean)
    func quantile(_ z: Double) -> Double {
      let value = (1 + mean) * Double.exp(z * shape.squareRoot() - shape / 2) - 1
      return min(10, max(0, value))
    }
    return Interval(
      low: max(0, quantile(-1.645) - rounding), expected: quantile(0),
      high: min(10, quantile(1.645) + rounding))
  }

  /// The belief about strength, 0 to 1, where each person would have so much.
  ///
  /// What is lost scatters from bout to bout beside what is known of the person, in proportion: who
  /// has lost nothing is sure of their strength.
  func strength(_ values: [Double]) -> Interval {
    let people = interval(values)
    let usual = 1 - people.expected
    guard usual > 0 else { return people }
    func reach(_ loss: Double) -> Double {
      let ofPeople = loss > 0 ? Double.log(loss / usual) : 0
      return (ofPeople * ofPeople + 1.645 * 1.645 * lossSpread * lossSpread).squareRoot()
    }
    return Interval(
      low: max(0, 1 - usual * Double.exp(reach(1 - people.low))), expected: people.expected,
      high: 1 - usual * Double.exp(-reach(1 - people.high)))
  }

  /// The belief about a quantity of each person.
  func interval(_ values: [Double]) -> Interval {
    guard let first = values.first, values.contains(where: { $0 != first }) else {
      let value = values.first ?? 0
      return Interval(low: value, expected: value, high: value)
    }
    return Interval(of: zip(values, weights).map { (value: $0, weight: $1) })
  }
}
