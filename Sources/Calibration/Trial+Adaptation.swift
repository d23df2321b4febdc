import Lifting
import Physiology

extension Trial {
  /// All bouts one by one, in the order of time: those that were repeated as often as they were.
  var boutsDone: [Bout] {
    bouts.flatMap { bout in
      guard let every = bout.everyHours, every > 0, let times = bout.times else { return [bout] }
      return (0..<max(1, min(1000, times))).map { index in
        var again = bout
        again.hours += Double(index) * every
        return again
      }
    }.sorted { $0.hours < $1.hours }
  }

  /// What weeks of training do: nothing of it is fitted to trials, all follows from constants that
  /// were fixed beforehand.
  func adaptation(_ quantity: Quantity, afterHours hours: Double?, _ parameters: ModelParameters)
    -> Prediction?
  {
    let done = boutsDone
    guard let first = done.first?.hours, let last = done.last?.hours else { return nil }
    let end = hours.map { first + $0 } ?? last
    switch quantity {
    case .synthesis:
      guard let hours else { return nil }
      return Prediction(
        mean: SizeSignal.proteinSynthesis(hoursAfter: hours),
        spread: parameters.laboratorySynthesisSpread)
    case .strengthGain:
      let weeks = (end - first) / 168
      guard weeks > 0 else { return nil }
      let start = StrengthGain(
        trainingMonths: population?.training?.typicalMonths ?? 0, parameters)
      let after = start.after(
        weeks: weeks, sessionsPerWeek: Double(done.filter { $0.hours < end }.count) / weeks,
        parameters)
      return Prediction(
        mean: 100 * ((1 + after.gain) / (1 + start.gain) - 1),
        spread: parameters.laboratoryGainSpread)
    case .sizeGain:
      var growth = SizeGrowth()
      for bout in done where bout.hours <= end {
        growth.train(atHours: bout.hours, mode: .eccentric, hardSets: (bout.reps ?? 0) / 10)
      }
      return Prediction(mean: 100 * growth.gain, spread: parameters.laboratorySizeSpread)
    case .lateStrength, .immediateStrength, .soreness, .protection, .sorenessProtection:
      return nil
    }
  }
}
