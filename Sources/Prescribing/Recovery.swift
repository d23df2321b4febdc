import Lifting
import Physiology

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The states a dose is judged by. None of them knows today's ratings, and one knows none at all:
/// what is chosen is what both allow, so that soreness, high or low, never makes a dose larger.
struct Recovery {
  /// The one that knows no rating comes first.
  private var states: [AthleteState]
  let ready: Strain.Readiness
  private let instantsByPart: [BodyPart: [Date]]
  private let now: Date

  init(_ scenario: Scenario, history: History, states: [AthleteState]) {
    let dose = DoseParameters.standard
    self.states = states
    ready = dose.readiness(
      tolerating: (scenario.tolerableSoreness ?? history.athlete?.tolerableSoreness).map(
        Double.init))
    instantsByPart = Self.instants(scenario, history, dose)
    now = scenario.now
  }

  /// The same by the state that knows no rating.
  var withoutRatings: Recovery {
    var silent = self
    silent.states = Array(states.prefix(1))
    return silent
  }

  /// Of the rested strength, the least that any of the states expects now.
  func strength(_ part: BodyPart) -> Double {
    states.map { $0.strength(of: part, at: now) }.min() ?? 1
  }

  /// The same a day after the body part's last bout.
  func strengthADayAfterLastBout(_ part: BodyPart) -> Double {
    states.map { $0.strengthADayAfterLastBout(of: part) }.min() ?? 1
  }

  /// Now, and when each body part will have its turn in the coming week, as its turn came lately:
  /// at the median of the gaps of the last six weeks, two days to a week.
  private static func instants(
    _ scenario: Scenario, _ history: History, _ dose: DoseParameters
  ) -> [BodyPart: [Date]] {
    var days: [BodyPart: Set<Int>] = [:]
    for set in history.sets where set.value.reps > 0 && set.value.kind != .warmUp {
      guard scenario.now.timeIntervalSince(set.at) < 42 * 86_400,
        let exercise = Exercise.with(set.value.exercise)
      else { continue }
      let day = Day(set.at, utcOffsetSeconds: scenario.utcOffsetMinutes * 60).number
      for part in Evidence.parts(of: exercise) { days[part, default: []].insert(day) }
    }
    return Dictionary(
      uniqueKeysWithValues: BodyPart.allCases.map { part in
        let sorted = (days[part] ?? []).sorted()
        let gaps = zip(sorted.dropFirst(), sorted).map { Double($0 - $1) }.sorted()
        let gap = gaps.isEmpty ? dose.usualGapDays : min(7, max(2, gaps[gaps.count / 2]))
        let turns = max(1, Int(saturating: dose.horizonDays / gap))
        return (
          part, (0...turns).map { scenario.now.addingTimeInterval(Double($0) * gap * 86_400) }
        )
      })
  }

  /// When a body part will have its next turn.
  func next(_ part: BodyPart) -> Date? { instantsByPart[part]?.dropFirst().first }

  /// The probability that a body part is too sore or too weak at a session of the coming week, if
  /// this one is repeated at each of its turns.
  func risk(_ part: BodyPart, repeating session: [Stimulus]) -> Double {
    strains(part, repeating: session).map(\.risk).max() ?? 0
  }

  /// Whether it is ready again in time, and not too sore until then.
  func isTolerable(_ part: BodyPart, repeating session: [Stimulus]) -> Bool {
    strains(part, repeating: session).allSatisfy {
      max($0.risk, $0.riskBetween) <= DoseParameters.standard.mostRisk
    }
  }

  func strains(_ part: BodyPart, repeating session: [Stimulus]) -> [Strain] {
    states.map {
      $0.strain(on: part, repeating: session, at: instantsByPart[part] ?? [], ready: ready)
    }
  }

  /// What a week of it brings, 0 to 1: w ÷ (w + useful reps), where w is reps × intensity × Σ strength,
  /// the sum over the turns of the week.
  func benefit(
    _ part: BodyPart, of dose: Stimulus, in session: [Stimulus]
  ) -> Double {
    let turns = strains(part, repeating: session).map { $0.strengths.dropLast().reduce(0, +) }
    let work = (turns.min() ?? 1) * dose.reps * dose.intensity.fractionOfMaximum
    return work / (work + DoseParameters.standard.usefulReps)
  }
}
