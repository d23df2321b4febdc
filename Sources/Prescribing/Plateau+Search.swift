public import Lifting
import Physiology
import RealModule

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Plateau {
  /// Every standstill there is in a scenario, those that nothing explains first.
  ///
  /// - Parameters:
  ///   - scenario: Facts up to its own clock.
  ///   - sticking: Where lifts slow down, of the exercises where velocity was measured.
  ///   - parameters: When a standstill is called one.
  /// - Returns: At most one an exercise.
  public static func all(
    in scenario: Scenario, sticking: [Exercise.ID: StickingRange] = [:],
    parameters: Parameters = Parameters()
  ) -> [Plateau] {
    let seen = standstills(scenario.history.until(scenario.now), now: scenario.now, parameters)
    // Folding a body's state costs more than the search, and mostly there is nothing to explain.
    guard !seen.isEmpty else { return [] }
    return explained(
      seen, Evidence(scenario, parameters: .init()),
      sticking.merging(scenario.sticking) { given, _ in given }, parameters)
  }

  static func all(
    in evidence: Evidence, sticking: [Exercise.ID: StickingRange], _ parameters: Parameters
  ) -> [Plateau] {
    explained(
      standstills(evidence.history, now: evidence.now, parameters), evidence, sticking, parameters)
  }

  private typealias Seen = (exercise: Exercise, course: Course, standstill: Standstill)

  private static func standstills(
    _ history: History, now: Date, _ parameters: Parameters
  ) -> [Seen] {
    Set(history.sets.map(\.value.exercise)).sorted().compactMap(Exercise.with)
      .compactMap { exercise in
        let course = Course(exercise, history, now: now, parameters)
        return find(in: course, parameters).map { (exercise, course, $0) }
      }
  }

  private static func explained(
    _ seen: [Seen], _ evidence: Evidence, _ sticking: [Exercise.ID: StickingRange],
    _ parameters: Parameters
  ) -> [Plateau] {
    let all = seen.map { exercise, course, standstill in
      Plateau(
        exercise, standstill,
        explanation: standstill.explanation(course, exercise, evidence, parameters),
        region: sticking[exercise.id], evidence)
    }
    return all.filter { $0.explanation == nil } + all.filter { $0.explanation != nil }
  }

  private init(
    _ exercise: Exercise, _ standstill: Standstill, explanation: Explanation?,
    region: StickingRange?, _ evidence: Evidence
  ) {
    self.exercise = exercise.id
    name = exercise.name
    weeks = Int(saturating: max(0, min(520, standstill.weeks)).rounded())
    sessions = standstill.sessions
    percentPerWeek = standstill.recent.percentPerWeek.rounded(decimals: 1)
    earlierPercentPerWeek = standstill.earlier?.percentPerWeek.rounded(decimals: 1)
    self.explanation = explanation
    self.evidence = []
    offer = []
    self.evidence = sentences
    if explanation == nil { offer = Self.offer(exercise, region: region, evidence) }
  }
}

extension Plateau.Course {
  /// The sessions that tell something about strength, and those that were light on purpose.
  ///
  /// A session's strength is the mean of what its heaviest sets speak for, not its best set: people
  /// misjudge what they have left by about a rep, and the mean of three guesses is worth more.
  init(
    _ exercise: Exercise, _ history: History, now: Date, _ parameters: Plateau.Parameters
  ) {
    let bodyMass = history.athlete?.bodyMass ?? .kilograms(75)
    points = []
    light = []
    for sets in Self.sessions(of: exercise, history) {
      guard let first = sets.first else { continue }
      let weeks = -now.timeIntervalSince(first.at) / (7 * 86_400)
      let told = sets.filter { ($0.value.repsInReserve ?? 0) < parameters.lightReserve }
      guard let log = Self.strength(told.map(\.value), exercise, bodyMass) else {
        if told.isEmpty { light.append(weeks) }
        continue
      }
      let neighbours = points.suffix(5).map(\.log).sorted()
      let isLow =
        neighbours.count >= 3
        && log < neighbours[neighbours.count / 2] - parameters.lightSession
      if isLow { light.append(weeks) } else { points.append((weeks, log)) }
    }
  }

  private static func sessions(
    of exercise: Exercise, _ history: History
  ) -> [[Dated<WorkSet>]] {
    var sessions: [[Dated<WorkSet>]] = []
    for set in history.sets
    where set.value.exercise == exercise.id && set.value.kind == .normal && set.value.reps > 0 {
      if let last = sessions.last?.last, set.at.timeIntervalSince(last.at) < 6 * 3600 {
        sessions[sessions.count - 1].append(set)
      } else {
        sessions.append([set])
      }
    }
    return sessions
  }

  /// The logarithm of the one-rep maximum that the heaviest sets speak for; nil where they don't.
  private static func strength(
    _ sets: [WorkSet], _ exercise: Exercise, _ bodyMass: Mass
  ) -> Double? {
    let done = sets.compactMap { set -> (kilograms: Double, log: Double)? in
      let kilograms = set.load.kilograms(in: exercise, bodyMass: bodyMass)
      let reps = Double(set.reps + (set.repsInReserve ?? 0))
      let factors = OneRepMaxFormula.all.compactMap { $0.factor(reps: reps) }
      guard kilograms > 0, factors.count == OneRepMaxFormula.all.count else { return nil }
      let factor = factors.reduce(0, +) / Double(factors.count)
      return (kilograms, Double.log(kilograms * factor))
    }
    guard let heaviest = done.map(\.kilograms).max() else { return nil }
    let work = done.filter { $0.kilograms >= 0.95 * heaviest }
    return work.reduce(0) { $0 + $1.log } / Double(work.count)
  }
}

extension Plateau.Standstill {
  /// What else would make strength stand still; nil where nothing does.
  func explanation(
    _ course: Plateau.Course, _ exercise: Exercise, _ evidence: Evidence,
    _ parameters: Plateau.Parameters
  ) -> Plateau.Explanation? {
    let light = course.light.filter { $0 > -weeks }
    if Double(light.count) > 0.25 * Double(sessions + light.count) { return .lighterSets }
    let times = (course.points.map(\.weeks) + course.light).filter { $0 > -weeks }.sorted() + [0]
    let gap = zip(times, times.dropFirst()).map { $1 - $0 }.max() ?? 0
    let expected = weeksBefore > 0 ? Double(sessionsBefore) / weeksBefore * weeks : 0
    if gap * 7 > parameters.longestGapDays
      || Double(sessions + light.count) < parameters.adherence * expected - 1
    {
      return .missedSessions
    }
    let weakest = exercise.primeMovers.map { evidence.state.strength(of: $0, at: evidence.now) }
      .min()
    if let weakest, weakest < parameters.recovered { return .notRecovered }
    return nil
  }
}
