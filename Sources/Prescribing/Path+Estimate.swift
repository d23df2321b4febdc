import Lifting
import Physiology
import RealModule

extension Path {
  /// A belief about strength relative to one repetition: the logarithm, normally distributed.
  struct Belief {
    /// 0 is exactly one repetition.
    var mean: Double
    var spread: Double

    var percent: Interval {
      func at(_ z: Double) -> Double { 100 * Double.exp(mean + z * spread) }
      return Interval(low: at(-1.645), expected: at(0), high: at(1.645))
    }

    /// From the longest controlled lowering with a share of the load.
    ///
    /// A lowering of three seconds counts as one repetition of the eccentric maximum, longer ones as
    /// more, by Epley's formula. Derived and not validated: so the range is wide. How uncertain the exercise's eccentric ÷
    /// concentric strength is comes in as a standard deviation of the logarithm.
    init(
      loweringSeconds: Double, loadRatio: Double, exercise: Exercise, ratioSpread: Double,
      _ parameters: Parameters
    ) {
      let seconds = min(parameters.longestSeconds, max(1, loweringSeconds))
      let fraction = 1 / (1 + (seconds / 3 - 1) / 30)
      mean = Double.log(loadRatio / (fraction * exercise.eccentricRatio.value))
      spread = ratioSpread
    }

    /// From repetitions, those in reserve included, with a share of the load.
    init?(reps: Int, loadRatio: Double, _ parameters: Parameters) {
      let factors = OneRepMaxFormula.all.compactMap { $0.factor(reps: Double(reps)) }
      guard loadRatio > 0, !factors.isEmpty else { return nil }
      mean = Double.log(loadRatio * factors.reduce(0, +) / Double(factors.count))
      spread = parameters.assistanceSpread
    }

    /// Two beliefs from different facts, weighed by what they are worth.
    func combined(_ other: Belief) -> Belief {
      let (mine, theirs) = (1 / (spread * spread), 1 / (other.spread * other.spread))
      var both = self
      both.mean = (mean * mine + other.mean * theirs) / (mine + theirs)
      both.spread = 1 / (mine + theirs).squareRoot()
      return both
    }
  }

  /// Weeks until one repetition goes: over a grid of how strong somebody may be and how fast they may
  /// gain, each equally likely.
  static func weeks(
    from belief: Belief, sessionsPerWeek: Double, _ parameters: Parameters
  ) -> Interval {
    let dose = min(parameters.mostSessions, max(0, sessionsPerWeek)) / parameters.usualSessions
    var times: [Double] = []
    for strength in quantiles {
      for response in quantiles {
        let missing = -(belief.mean + belief.spread * strength)
        let gain =
          parameters.gainPerWeek * dose * Double.exp(parameters.gainSpread * response)
        times.append(time(toGain: missing, atFirst: gain, parameters))
      }
    }
    times.sort()
    func quantile(_ q: Double) -> Double {
      let place = q * Double(times.count - 1)
      let below = Int(saturating: place.rounded(.down))
      let above = min(times.count - 1, below + 1)
      return times[below] + (times[above] - times[below]) * (place - Double(below))
    }
    return Interval(low: quantile(0.05), expected: quantile(0.5), high: quantile(0.95))
  }

  /// When a gain that shrinks by half every so many weeks has summed up to what is missing.
  private static func time(
    toGain missing: Double, atFirst gain: Double, _ parameters: Parameters
  ) -> Double {
    guard missing > 0 else { return 0 }
    let rate = Double.log(2) / parameters.halvingWeeks
    let left = gain > 0 ? 1 - missing * rate / gain : 0
    guard left > 0 else { return parameters.horizonWeeks }
    return min(parameters.horizonWeeks, -Double.log(left) / rate)
  }

  /// Standard normal quantiles at the middles of nineteen equally likely slices.
  private static let quantiles: [Double] = [
    -1.938, -1.412, -1.119, -0.899, -0.716, -0.555, -0.408, -0.268, -0.133, 0,
    0.133, 0.268, 0.408, 0.555, 0.716, 0.899, 1.119, 1.412, 1.938,
  ]
}
