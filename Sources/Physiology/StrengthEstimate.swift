import RealModule

/// How strong somebody is in an exercise, as a belief that sharpens with every set and fades with
/// time: a random walk of the logarithm of the one-rep maximum, filtered (Kalman 1960).
public struct StrengthEstimate: Sendable, Hashable {
  /// When, in hours since 1970.
  public private(set) var hours: Double
  /// When a set last told something, in hours since 1970.
  public private(set) var observedHours: Double
  private var logKilograms: Double
  private var variance: Double

  /// Strength wanders by about 2 % a week.
  private static let driftPerHour = 0.02 * 0.02 / (7 * 24)
  /// Two tests of the same person differ by 2–4 % (Grgic 2020: CV 4.2 %).
  private static let testSpread = 0.035
  /// How far many reps in reserve are misjudged, as a fraction of strength: an assumption, wide enough
  /// that a test always outweighs it.
  private static let reserveSpread = 0.05

  init?(load kilograms: Double, reps: Double, hours: Double) {
    guard let observation = Self.observation(kilograms, reps: reps) else { return nil }
    self.hours = hours
    observedHours = hours
    logKilograms = observation.log
    // A first set says little: it may have been far from the limit.
    variance = observation.variance + 0.05 * 0.05
  }

  public var oneRepMaxKilograms: Double { Double.exp(logKilograms) }

  /// The one-rep maximum at a quantile of the normal belief (0 is the median, ±1.645 are 5 and 95 %).
  public func oneRepMaxKilograms(standardDeviations z: Double, at instant: Double) -> Double {
    let variance = variance + max(0, instant - hours) * Self.driftPerHour
    return Double.exp(logKilograms + z * variance.squareRoot())
  }

  /// Takes in a set: a load lifted for so many reps, those in reserve included.
  mutating func observe(load kilograms: Double, reps: Double, hours instant: Double) {
    guard
      let observation = Self.observation(kilograms, reps: reps)
        ?? Self.looseObservation(kilograms, reps: reps)
    else { return }
    variance += max(0, instant - hours) * Self.driftPerHour
    hours = max(hours, instant)
    observedHours = hours
    let gain = variance / (variance + observation.variance)
    logKilograms += gain * (observation.log - logKilograms)
    variance *= 1 - gain
  }

  private static func observation(_ kilograms: Double, reps: Double) -> (
    log: Double, variance: Double
  )? {
    guard kilograms > 0, let (factor, spread) = OneRepMaxFormula.consensus(reps: reps) else {
      return nil
    }
    return (Double.log(kilograms * factor), testSpread * testSpread + spread * spread)
  }

  private static func looseObservation(_ kilograms: Double, reps: Double) -> (
    log: Double, variance: Double
  )? {
    guard kilograms > 0, let (factor, spread) = OneRepMaxFormula.loose(reps: reps) else {
      return nil
    }
    return (
      Double.log(kilograms * factor),
      testSpread * testSpread + reserveSpread * reserveSpread + spread * spread
    )
  }
}

/// The long course of strength: quick gains at first, slow ones later, losses in idleness.
public struct StrengthGain: Sendable, Hashable {
  /// Gain over the untrained, as a fraction.
  public var gain: Double

  /// What somebody of this training age has gained already.
  public init(trainingMonths: Int, _ parameters: Parameters) {
    // The same law as `after`, with two sessions a week since the start.
    let weeks = Double(max(0, trainingMonths)) * 365.25 / 12 / 7
    gain = parameters.gainScale * Double.log(1 + 2 * weeks)
  }

  /// Some weeks later, at so many sessions a week of the lift.
  public func after(weeks: Double, sessionsPerWeek: Double, _ parameters: Parameters)
    -> StrengthGain
  {
    var later = self
    let scale = parameters.gainScale
    if sessionsPerWeek > 0 {
      let dose = min(parameters.weeklyDoseCap, sessionsPerWeek)
      later.gain = scale * Double.log(Double.exp(gain / scale) + dose * weeks)
    } else {
      let idle = max(0, weeks - parameters.detrainingAfterWeeks)
      later.gain = gain * Double.exp(-parameters.detrainingPerWeek * idle)
    }
    return later
  }
}
