public import Physiology
import RealModule

/// The long course of strength: quick gains at first, slow ones later, losses in idleness.
public struct StrengthGain: Sendable, Hashable {
  /// Gain over the untrained, as a fraction.
  public var gain: Double

  /// What somebody of this training age has gained already.
  public init(trainingMonths: Int, _ parameters: ModelParameters) {
    // The same law as `after`, with two sessions a week since the start.
    let weeks = Double(max(0, trainingMonths)) * 365.25 / 12 / 7
    gain = parameters.gainScale * Double.log(1 + 2 * weeks)
  }

  /// Some weeks later, at so many sessions a week of the lift.
  public func after(weeks: Double, sessionsPerWeek: Double, _ parameters: ModelParameters)
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
