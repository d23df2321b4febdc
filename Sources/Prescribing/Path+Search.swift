import Lifting
import Physiology

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Path {
  /// The paths that somebody is on: to exercises of their program, or that they have tried, that they
  /// haven't done once yet.
  static func all(in evidence: Evidence, _ parameters: Parameters) -> [Path] {
    let planned = Set(evidence.programExercises)
    return goals.compactMap { goal in
      guard let exercise = Exercise.with(goal.exercise) else { return nil }
      let seen = Seen(goal, exercise, evidence)
      guard !seen.isDone, planned.contains(goal.exercise) || seen.hasTried else { return nil }
      return Path(goal, exercise, seen, evidence, parameters)
    }
  }

  /// What the facts of the last twelve weeks show.
  struct Seen {
    /// One repetition with the whole load, at any time.
    var isDone = false
    /// Negatives, tests or assisted repetitions of it.
    var hasTried = false
    /// The longest controlled lowering with the whole load, in seconds.
    var longestLowering: Double?
    /// Days on which it or its relatives were trained, in four weeks.
    var days = 0
    var lastAttempt: Date?
    /// What assisted repetitions or lowerings with a lighter load say.
    var beliefs: [Belief] = []
    /// What each lowering says.
    private var lowerings: [Belief] = []
  }

  private init(
    _ goal: Goal, _ exercise: Exercise, _ seen: Seen, _ evidence: Evidence,
    _ parameters: Parameters
  ) {
    self.exercise = exercise.id
    name = exercise.name
    let belief = seen.beliefs.dropFirst().reduce(seen.beliefs.first) { $0?.combined($1) }
    let sessions = seen.days > 0 ? max(1, Double(seen.days) / 4) : parameters.usualSessions
    strengthPercent = belief?.percent.rounded(decimals: 0)
    weeks = belief.map {
      Path.weeks(from: $0, sessionsPerWeek: sessions, parameters).rounded(decimals: 0)
    }
    steps = Path.steps(goal, exercise, seen, evidence, parameters)
    let isCheap =
      (seen.longestLowering ?? 0) >= parameters.attemptSeconds || (belief?.mean ?? -1) >= -0.05
    testIsDue =
      isCheap && evidence.level > .beginner
      && seen.lastAttempt.map { evidence.days(since: $0) >= 6 } ?? true
    sentences = []
    sentences = words(seen, level: evidence.level, sessions: sessions)
  }
}

extension Path.Seen {
  init(_ goal: Path.Goal, _ exercise: Exercise, _ evidence: Evidence) {
    let parameters = Path.Parameters()
    let body = evidence.athlete.bodyMass
    let whole = Load.body.kilograms(in: exercise, bodyMass: body)
    func ratio(_ load: Load, of other: Exercise) -> Double {
      whole > 0 ? load.kilograms(in: other, bodyMass: body) / whole : 0
    }
    var loads: [Path.Belief] = []
    for test in evidence.history.tests where test.value.exercise == exercise.id {
      hasTried = true
      switch test.value.result {
      case .repetitions(let reps, let load):
        lastAttempt = test.at
        if reps > 0, ratio(load, of: exercise) >= 0.999 { isDone = true }
      case .lowering(let seconds, let load):
        guard evidence.days(since: test.at) < 84, seconds >= 1 else { continue }
        note(seconds, ratio(load, of: exercise), exercise, goal, parameters)
      case .hold: continue
      }
    }
    for set in evidence.history.sets
    where set.value.exercise == exercise.id && set.value.reps > 0 && set.value.isRepetitions {
      let share = ratio(set.value.load, of: exercise)
      switch set.value.kind {
      case .warmUp: continue
      case .normal:
        if share >= 0.999 { isDone = true }
        hasTried = true
        guard evidence.days(since: set.at) < 42 else { continue }
        let reps = set.value.reps + (set.value.repsInReserve ?? 0)
        if let belief = Path.Belief(reps: reps, loadRatio: share, parameters) {
          loads.append(belief)
        }
      case .negative:
        hasTried = true
        let isControlled = set.value.controlledReps.map { $0 >= 1 } ?? false
        guard isControlled, evidence.days(since: set.at) < 84,
          let seconds = set.value.tempo?.eccentric.seconds
        else { continue }
        note(seconds, share, exercise, goal, parameters)
      }
    }
    look(atRelatives: exercise, evidence)
    for assisted in exercise.easierRelatives where assisted.isAssisted {
      for set in evidence.history.sets
      where set.value.exercise == assisted.id && set.value.kind == .normal
        && evidence.days(since: set.at) < 42 && set.value.load.assistance.amount > 0
      {
        let reps = set.value.reps + (set.value.repsInReserve ?? 0)
        if let belief = Path.Belief(
          reps: reps, loadRatio: ratio(set.value.load, of: assisted), parameters)
        {
          loads.append(belief)
        }
      }
    }
    // The best of many says what they can; they aren't as many independent facts.
    if let best = lowerings.max(by: { $0.mean < $1.mean }) { beliefs.append(best) }
    if let best = loads.max(by: { $0.mean < $1.mean }) { beliefs.append(best) }
  }

  private mutating func note(
    _ seconds: Double, _ share: Double, _ exercise: Exercise, _ goal: Path.Goal,
    _ parameters: Path.Parameters
  ) {
    if share >= 0.999 { longestLowering = max(longestLowering ?? 0, seconds) }
    guard share > 0.3 else { return }
    lowerings.append(
      Path.Belief(
        loweringSeconds: seconds, loadRatio: share, exercise: exercise,
        ratioSpread: goal.ratioSpread, parameters))
  }

  /// How often it or its easier relatives are trained.
  private mutating func look(atRelatives exercise: Exercise, _ evidence: Evidence) {
    let exercises = Set(exercise.easier + [exercise.id])
    days =
      Set(
        evidence.history.sets
          .filter { exercises.contains($0.value.exercise) && evidence.days(since: $0.at) < 28 }
          .map { evidence.day(of: $0.at) }
      ).count
  }
}
