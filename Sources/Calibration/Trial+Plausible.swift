public import Lifting
import Physiology

extension Trial {
  /// What no study can have done or seen; empty for every trial that can be predicted. What is only
  /// not said, or is out of the model's reach, is no problem but a reason in
  /// ``Observation/skipped``.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    if let population {
      var people = Plausibility()
      people.number("ageYears", population.ageYears, in: 0...120)
      people.number("n", population.n, in: 1...1_000_000)
      plausibility.add(people.found, under: "population")
    }
    for (place, bout) in bouts.enumerated() {
      plausibility.add(bout.problems.map { $0.under(JSONKey(place)) }, under: "bouts")
    }
    for (place, observation) in observations.enumerated() {
      plausibility.add(observation.problems.map { $0.under(JSONKey(place)) }, under: "observations")
    }
    return plausibility.found
  }

  /// Ten years, in hours: longer than any study of training.
  fileprivate static let hours = -87_840.0...87_840.0
}

extension Trial.Bout {
  fileprivate var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.number("hours", hours, in: Trial.hours)
    plausibility.number("reps", reps, in: 0...10_000)
    plausibility.number(
      "repsUntilStrengthLossPercent", repsUntilStrengthLossPercent, in: 0...100)
    plausibility.number("intensity", intensity, in: 0...100)
    plausibility.number("intensityOfConcentric1RM", intensityOfConcentric1RM, in: 0...100)
    plausibility.number("loweringSeconds", loweringSeconds, in: Plausible.seconds)
    plausibility.number("times", times, in: 1...1000)
    plausibility.number("everyHours", everyHours, in: 0...Trial.hours.upperBound)
    return plausibility.found
  }
}

extension Trial.Observation {
  fileprivate var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.number("bout", bout, in: 1...10_000)
    plausibility.number("hours", hours, in: Trial.hours)
    plausibility.number("mean", mean, in: -1e6...1e6)
    plausibility.number("sd", sd, in: 0...1e6)
    return plausibility.found
  }
}
