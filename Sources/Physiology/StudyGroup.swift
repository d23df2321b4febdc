package import Lifting

/// The people of a published study, one for each susceptibility, who train one body part together.
package struct StudyGroup: Sendable {
  /// A number that differs between people.
  package struct Spread: Sendable {
    package var mean: Double
    package var variance: Double
  }

  private var muscle: MuscleState
  /// Just before the last bout. Studies count what a bout does from there.
  private var strengthBefore: ByPerson
  private let people: People

  /// People who have trained for so long, at an instant at which they haven't done anything.
  package init(hours: Double, trainingMonths: Int, parameters: ModelParameters) {
    people = People(groupWith: parameters)
    muscle = MuscleState(
      hours: hours, protection: parameters.protectionAtStart(trainingMonths: trainingMonths))
    strengthBefore = muscle.strength
  }

  package mutating func advance(to hours: Double) { muscle.advance(to: hours, of: people) }

  /// From here on it is counted what the next bout does.
  package mutating func rest(until hours: Double) {
    advance(to: hours)
    strengthBefore = muscle.strength
  }

  package mutating func absorb(_ bout: Bout, of part: BodyPart) {
    muscle.absorb(bout, of: part, by: people)
  }

  /// Strength now as a fraction of the rested strength, on average.
  package var meanStrength: Double { people.mean(muscle.strength) }

  /// In percent of the strength before the last bout; the largest, where no time is given.
  package func strengthLoss(afterHours hours: Double?) -> Spread {
    let times: [Double] = hours.map { [$0] } ?? [0, 24, 48, 72]
    return spread(
      times.reduce(ByPerson(-.infinity)) { largest, time in
        var later = muscle
        later.advance(to: muscle.hours + time, of: people)
        return .largest(largest, 100 * (1 - later.strength / strengthBefore))
      })
  }

  /// In millimetres; the peak, where no time is given.
  package func soreness(afterHours hours: Double?) -> Spread {
    let times: [Double] = hours.map { [$0] } ?? [24, 36, 48, 60, 72]
    return spread(
      times.reduce(ByPerson(0)) { largest, time in
        .largest(largest, muscle.sorenessMillimetres(at: muscle.hours + time, of: people))
      })
  }

  private func spread(_ number: ByPerson) -> Spread {
    let (mean, variance) = number.moments(weights: people.weights)
    return Spread(mean: mean, variance: variance)
  }
}
