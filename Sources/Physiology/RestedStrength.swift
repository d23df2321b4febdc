import RealModule

/// How strong somebody would be in an exercise if nothing were damaged or tired, for each of several
/// people held possible; and how likely each of them makes what was lifted.
///
/// The one filter of strength. The logarithm of the one-rep maximum is a level with a slope, both of
/// which wander (a local linear trend, filtered as by Kalman 1960). What a person can do today is that
/// less what their last bouts still take away, which differs between the easily and the hardly
/// damaged: this is what tells them apart. All have the same covariance, so that only the means are by
/// person.
struct RestedStrength: Sendable {
  /// When it was last shown, since 1970.
  private(set) var hours: Double
  /// Natural logarithm of kilograms, and its change in an hour.
  private var levels: ByPerson
  private var slopes = ByPerson(0)
  private var covariance: TrendCovariance

  static let week = 168.0
  /// Of the logarithm: half as much again, or a third less. What is farther off is a slip of the
  /// finger sooner than strength, and moves it no farther.
  private static let largestSurprise = 0.4

  /// - Parameters:
  ///   - shown: What was shown.
  ///   - logStrengths: Of the fraction of rested strength that was there.
  ///   - hours: When, since 1970.
  ///   - parameters: The models' constants.
  init(
    _ shown: ShownStrength, logStrengths: ByPerson, hours: Double, _ parameters: ModelParameters
  ) {
    self.hours = hours
    levels = shown.logKilograms - logStrengths
    covariance = TrendCovariance(level: shown.varianceAtFirst(parameters), parameters)
  }

  /// Takes in what was shown.
  ///
  /// - Returns: How likely that was: natural logarithms up to a constant, none so low that one bad day
  ///   could rule a person out.
  @discardableResult mutating func observe(
    _ shown: ShownStrength, logStrengths: ByPerson, hours instant: Double
  ) -> ByPerson {
    advance(to: instant)
    let total = covariance.level + shown.variance
    let gain = covariance.learn(variance: shown.variance)
    let surprises = shown.logKilograms - levels - logStrengths
    let believed = surprises.limited(to: -Self.largestSurprise...Self.largestSurprise)
    levels += gain.level * believed
    slopes += gain.slope * believed
    return -0.5 * (surprises * surprises / total).limited(to: ...9)
  }

  private mutating func advance(to instant: Double) {
    let elapsed = max(0, instant - hours)
    guard elapsed > 0 else { return }
    let growing = covariance.growingHours(of: elapsed)
    let kept = covariance.keptSlope(after: elapsed)
    levels += slopes * growing
    slopes *= kept
    covariance.advance(by: elapsed)
    hours = instant
  }

  /// The middle of what is believed with people of such weights, in kilograms.
  func kilograms(weights: ByPerson) -> Double {
    Double.exp(levels.mean(weights: weights))
  }

  /// What is believed with people of such weights.
  func estimate(weights: ByPerson) -> StrengthEstimate {
    let (level, betweenLevels) = levels.moments(weights: weights)
    let (slope, betweenSlopes) = slopes.moments(weights: weights)
    var covariance = covariance
    covariance.level += betweenLevels
    covariance.slope += betweenSlopes
    return StrengthEstimate(
      hours: hours, logKilograms: level, slope: slope, covariance: covariance)
  }
}

/// How far the level and the slope of a trend may be off, together; in hours and natural logarithms.
struct TrendCovariance: Sendable, Hashable {
  var level: Double
  var slope: Double
  private var both = 0.0
  private let levelDriftPerHour: Double
  private let usualSlopeVariance: Double
  private let longestGrowthHours: Double

  /// A level that is known so well, and a slope of which nothing is.
  init(level: Double, _ parameters: ModelParameters) {
    self.level = level
    let week = RestedStrength.week
    levelDriftPerHour = parameters.strengthDrift * parameters.strengthDrift / week
    let spread = parameters.strengthTrendSpread / week
    usualSlopeVariance = spread * spread
    slope = usualSlopeVariance
    longestGrowthHours = parameters.detrainingAfterWeeks * week
  }

  /// How long strength goes on as it went: nobody gains by waiting.
  func growingHours(of elapsed: Double) -> Double { min(elapsed, longestGrowthHours) }

  /// A slope is forgotten over a quarter of a year: nobody gains at the same pace for ever.
  func keptSlope(after elapsed: Double) -> Double {
    Double.exp(-elapsed / (13 * RestedStrength.week))
  }

  /// Lets so many hours pass.
  mutating func advance(by elapsed: Double) {
    let growing = growingHours(of: elapsed)
    level += growing * (2 * both + growing * slope) + elapsed * levelDriftPerHour
    both += growing * slope
    let kept = keptSlope(after: elapsed)
    both *= kept
    slope = slope * kept * kept + usualSlopeVariance * (1 - kept * kept)
  }

  /// Takes in an observation of the level, and says how far a surprise moves level and slope.
  mutating func learn(variance: Double) -> (level: Double, slope: Double) {
    let total = level + variance
    let gain = (level: level / total, slope: both / total)
    slope -= gain.slope * both
    both *= 1 - gain.level
    level *= 1 - gain.level
    return gain
  }
}
