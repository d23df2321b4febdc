import Lifting
import RealModule

/// What is believed of a person's own traits: how easily they are damaged, how much what they do
/// protects them, how long damage lasts, and how sore it feels, on the whole and in each body part.
///
/// A fixed grid of ``People``, each with a weight that every rating and every strength shown shifts by
/// Bayes' rule; and for each of them the soreness scales they would have (``SorenessScales``). With no
/// fact it is the population. Nothing is drawn at random, so the same facts always give the same
/// belief.
///
/// What identifies what: susceptibility is the strength that is missing in the days after a bout
/// against what was there before it, and the way soreness grows with the dose: small bouts make the
/// easily damaged sore in proportion, large ones saturate. The scale of soreness is then the ratio of
/// rating to expectation over all body parts, a part's own scale what is left of it there. Protection
/// is how much less a body part's later bouts do than its first, of the same dose. Recovery is the
/// ratio of late ratings to early ones of the same bout.
struct PeopleBelief: Sendable {
  let people: People
  /// They sum to 1.
  private(set) var weights: ByPerson
  /// Up to a constant.
  private var logWeights: ByPerson
  /// Of the ratings that aren't settled yet: the sum of squared errors ÷ their variance, and the
  /// product of those variances.
  private var squares = ByPerson(0)
  private var variances = ByPerson(1)
  private var hasUnsettledRatings = false
  private var scales: SorenessScales
  private let dayVariance: Double
  private let ratingVariance: Double
  /// Of the logarithm of what a bout takes of the strength.
  let lossSpread: Double
  private let independence: Double
  /// How far this person's ratings are from what is expected of them, against the average person's:
  /// the mean square of errors ÷ their variance, with a prior worth ``noisePrior`` ratings.
  private var noise = 1.0
  private var noiseCount = Self.noisePrior
  private static let noisePrior = 30.0

  init(_ parameters: ModelParameters) {
    people = People(parameters)
    weights = people.weights
    logWeights = weights.map { Double.log($0) }
    scales = SorenessScales(parts: BodyPart.allCases.count, parameters)
    dayVariance = parameters.sorenessDayNoise * parameters.sorenessDayNoise
    ratingVariance = parameters.ratingNoise * parameters.ratingNoise
    independence = parameters.ratingIndependence
    lossSpread = parameters.strengthLossSpread
  }

  /// What is believed of a trait's logarithm: people who lie between the values of the grid are as
  /// likely as those who don't, which the variance knows.
  func logarithm(of trait: KeyPath<People, Trait>) -> SorenessScales.Normal {
    let (mean, between) = people.logarithms(of: trait).moments(weights: weights)
    let step = people[keyPath: trait].step
    return SorenessScales.Normal(mean: mean, variance: between + step * step / 12)
  }

  /// The mean of what is believed of a number.
  func mean(_ number: ByPerson) -> Double { number.mean(weights: weights) }

  /// What this person says ÷ what the average person of the same damage would say.
  func sorenessScale(of part: Int) -> Double {
    Double.exp(mean(scales.part(part).mean))
  }

  /// What people say ÷ what the average person of the same damage would say: the median of the factor,
  /// and the variance of the logarithm of a rating before rounding, from the scale that
  /// isn't known for sure and from one day to another.
  func sorenessScales(of part: Int) -> (medians: ByPerson, variance: Double) {
    let belief = scales.part(part)
    return (belief.mean.map { Double.exp($0) }, belief.variance + dayVariance * noise)
  }

  /// Takes in a rating. ``settle()`` then brings the weights up to date.
  ///
  /// - Parameters:
  ///   - rating: 0 to 10.
  ///   - part: The body part's place in `BodyPart.allCases`.
  ///   - expected: What an average sufferer would say, 0 to 100.
  mutating func observe(rating: Int, of part: Int, expectedMillimetres expected: ByPerson) {
    let said = Double(rating)
    let belief = scales.part(part)
    let means = (expected / 10 * belief.mean.map { Double.exp($0) }).limited(to: ...10)
    let variance = dayVariance(of: means) + means * means * belief.variance
    let surprises = said - means
    // The ceiling keeps one odd rating from ruling a person out for good.
    let square = (surprises * surprises / variance).limited(to: ...9)
    hasUnsettledRatings = true
    squares += square
    variances *= variance
    let consistency = mean(square)
    let middle = mean(means)
    if middle > 0.05 { learnScale(of: part, belief, surprises, expected: middle) }
    // Slowly enough that the ratings before count.
    noiseCount = min(noiseCount + independence, 400)
    noise = min(4, max(0.25, noise * (1 + independence * (consistency - 1) / noiseCount)))
  }

  /// The variance of a rating around what is felt on the whole. Who feels next to nothing errs little;
  /// a whole point is never nearer than its rounding.
  private func dayVariance(of means: ByPerson) -> ByPerson {
    let ofRating = ratingVariance * (means / 2).limited(to: ...1)
    return noise * (ofRating + dayVariance * means * means) + Self.roundingVariance
  }

  /// How a rating changes with the logarithm of a scale is how much it is: taken where the belief is
  /// on the whole, the same for all people.
  private mutating func learnScale(
    of part: Int, _ belief: SorenessScales.Part, _ surprises: ByPerson, expected middle: Double
  ) {
    let day = dayVariance(of: ByPerson(middle))[0]
    let limit = 2.5 * (day + middle * middle * belief.variance).squareRoot()
    scales.learn(
      part: part, surprises: surprises.limited(to: -limit...limit) / middle,
      precision: independence * middle * middle / day)
  }

  private static let roundingVariance = 1.0 / 12

  /// Takes in how likely each makes something, as natural logarithms.
  mutating func weigh(logLikelihoods: ByPerson) { logWeights += logLikelihoods }

  /// Brings the weights up to date with what was taken in.
  mutating func settle() {
    if hasUnsettledRatings {
      logWeights -= independence / 2 * (squares + variances.map { Double.log($0) })
      (squares, variances, hasUnsettledRatings) = (ByPerson(0), ByPerson(1), false)
    }
    // Nobody is ruled out for good.
    logWeights = (logWeights - logWeights.max()).limited(to: (-12)...)
    weights = logWeights.map { Double.exp($0) }
    weights /= weights.sum
  }

  /// How sore an average sufferer would be where each person says so much, 0 to 100.
  func averageMillimetres(saying rating: Int, of part: Int) -> ByPerson {
    guard rating > 0 else { return ByPerson(0) }
    return scales.part(part).mean
      .map { Double(rating) * 10 * Double.exp(-$0) }.limited(to: ...100)
  }

  /// Points to each side of a range that ratings in whole points ask for.
  private static let rounding = 0.2

  /// The belief about a rating, 0 to 10, when an average sufferer would feel so much.
  ///
  /// The mean and variance over people, scales, days and ratings are exact; the shape between is that
  /// of a lognormal shifted by one point, which is how ratings are skewed.
  func soreness(of part: Int, expectedMillimetres expected: ByPerson) -> Interval {
    let (scales, spread) = sorenessScales(of: part)
    let skew = Double.exp(spread / 2)
    let values = (expected / 10 * scales * skew).limited(to: ...10)
    let mean = mean(values)
    let square = self.mean(values * values) * skew * skew
    guard mean > 0.01 else { return Interval(low: 0, expected: 0, high: 0) }
    // Who feels next to nothing says nothing, and errs little.
    let rating = ratingVariance * noise * min(1, mean / 2)
    let variance = max(0, square - mean * mean) + rating
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
  func strength(_ values: ByPerson) -> Interval {
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
  func interval(_ values: ByPerson) -> Interval {
    guard values != ByPerson(values[0]) else {
      return Interval(low: values[0], expected: values[0], high: values[0])
    }
    return Interval(of: ByPerson.indices.map { (value: values[$0], weight: weights[$0]) })
  }
}
