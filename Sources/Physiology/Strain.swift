public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a plan for the coming days does to a body part, found with the belief about the person.
public struct Strain: Sendable, Hashable {
  /// The probability, 0 to 1, of being too sore or too weak at a session: the largest of them.
  public var risk: Double
  /// The strength to be expected at each session, of the rested strength, the first one now.
  public var strengths: [Double]

  /// When a body part counts as not ready for its next session.
  public struct Readiness: Sendable, Hashable {
    /// Sorer than this is too sore, 0 to 10 as the athlete rates it.
    public var mostSoreness: Double
    /// Weaker than this fraction of the rested strength is too weak.
    public var leastStrength: Double

    public init(mostSoreness: Double, leastStrength: Double) {
      self.mostSoreness = mostSoreness
      self.leastStrength = leastStrength
    }
  }
}

extension AthleteState {
  /// The strength of a body part to be expected at an instant that isn't before the state's, of the
  /// rested strength.
  public func strength(of part: BodyPart, at instant: Date) -> Double {
    let strengths = (muscles[part] ?? []).map { state in
      var state = state
      state.advance(to: instant.hours, of: part, parameters)
      return state.strength
    }
    return strengths.isEmpty ? 1 : people.interval(strengths).expected
  }

  /// The same a day after the body part's last bout; 1 where there was none.
  public func strengthADayAfterLastBout(of part: BodyPart) -> Double {
    let strengths = (muscles[part] ?? []).map(\.strengthADayAfterLastBout)
    return strengths.isEmpty ? 1 : people.interval(strengths).expected
  }

  /// The strain on a body part of a session that is repeated at every instant but the last.
  ///
  /// The probability is exact for the belief: the weights of all people who are too sore or too weak
  /// are summed. Readiness is looked at right before each repetition and at the last instant.
  ///
  /// - Parameters:
  ///   - part: the body part.
  ///   - session: all that is done each time; what isn't the body part's is left aside.
  ///   - instants: rising, the first not before the state's own.
  ///   - ready: what counts as ready.
  /// - Returns: the risk, and the strength at each of the instants.
  public func strain(
    on part: BodyPart, repeating session: [Stimulus], at instants: [Date],
    ready: Strain.Readiness
  ) -> Strain {
    var strain = Strain(risk: 0, strengths: [])
    guard var states = muscles[part] else { return strain }
    for (index, instant) in instants.enumerated() {
      for s in states.indices { states[s].advance(to: instant.hours, of: part, parameters) }
      strain.strengths.append(
        zip(states, people.susceptibilityWeights).reduce(0) { $0 + $1.0.strength * $1.1 })
      if index > 0 {
        strain.risk = max(
          strain.risk,
          people.probability(of: states, at: instant.hours, notBeing: ready, parameters))
      }
      guard index + 1 < instants.count else { break }
      var bout = Bout(hours: instant.hours)
      for stimulus in session { stimulus.add(to: &bout, of: part, parameters) }
      for s in states.indices {
        states[s].absorb(
          bout, of: part, susceptibility: people.susceptibilities[s], parameters)
      }
    }
    return strain
  }
}

extension PeopleBelief {
  /// The weight of the people who would be too sore or too weak, each in the state of their
  /// susceptibility.
  fileprivate func probability(
    of states: [MuscleState], at instant: Double, notBeing ready: Strain.Readiness,
    _ parameters: Parameters
  ) -> Double {
    var probability = 0.0
    for (row, state) in zip(weights, states) {
      if state.strength < ready.leastStrength {
        probability += row.reduce(0, +)
        continue
      }
      let average = state.sorenessMillimetres(at: instant, parameters)
      for (gain, weight) in zip(sorenessGains, row) {
        let tooSore = dayFactors.count { average * gain * $0 > ready.mostSoreness * 10 }
        probability += weight * Double(tooSore) / Double(dayFactors.count)
      }
    }
    return min(1, probability)
  }
}
