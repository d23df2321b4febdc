import Lifting
import ProgramText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Plan {
  /// What somebody without a program would do next: of the workouts of the last four weeks the one
  /// that is longest ago, with the sets, reps and loads of last time.
  init?(habitsOf evidence: Evidence) {
    let workouts = evidence.workouts
    guard let newest = workouts.last else { return nil }
    let recent = workouts.filter { newest.at.timeIntervalSince($0.at) < 28 * 86_400 }
    var lastDone: [String: Workout] = [:]
    for workout in recent { lastDone[workout.title] = workout }
    guard let next = lastDone.values.min(by: { ($0.at, $0.title) < ($1.at, $1.title) }) else {
      return nil
    }
    let ago = Int(saturating: evidence.days(since: next.at).rounded())
    self.init(
      title: next.title, origin: .habit,
      because:
        "Of your own workouts it’s the one you did longest ago, \(ago.counted("day")); sets and weights are last time’s.",
      exercises: next.exercises.compactMap { exercise in
        Workout.planned(
          exercise, from: workouts.map { $0.workingSets(of: exercise) }.filter { !$0.isEmpty })
      })
    if exercises.isEmpty { return nil }
  }
}

/// Sets done together.
struct Workout {
  let at: Date
  let title: String
  let sets: [WorkSet]

  /// The workouts of the two months before the newest set, in the order of time: sets of one session,
  /// or of one day where no session is named.
  static func recent(in history: History, utcOffsetSeconds: Int) -> [Workout] {
    guard let newest = history.sets.last?.at else { return [] }
    let first = history.sets.firstIndex { newest.timeIntervalSince($0.at) < 60 * 86_400 } ?? 0
    let titles = Dictionary(
      history.sessions.map { ($0.value.id, $0.value.title) }, uniquingKeysWith: { $1 })
    var order: [String] = []
    var groups: [String: (at: Date, title: String, sets: [WorkSet])] = [:]
    for set in history.sets[first...] where set.value.kind != .warmUp && set.value.reps > 0 {
      let day = Day(set.at, utcOffsetSeconds: utcOffsetSeconds)
      let key = set.value.session?.rawValue ?? day.description
      if groups[key] == nil {
        order.append(key)
        let title = set.value.session.flatMap { titles[$0] } ?? "\(day.weekday.name)’s workout"
        groups[key] = (set.at, title, [])
      }
      groups[key]?.sets.append(set.value)
    }
    return order.compactMap { key in
      groups[key].map { Workout(at: $0.at, title: $0.title, sets: $0.sets) }
    }
  }

  /// The exercises known to the catalog, in the order they were done.
  var exercises: [Exercise] {
    var seen: Set<Exercise.ID> = []
    return sets.compactMap { set in
      seen.insert(set.exercise).inserted ? Exercise.with(set.exercise) : nil
    }
  }

  private static func kilograms(_ sets: [WorkSet], _ exercise: Exercise) -> Double {
    sets.map { $0.load.kilograms(in: exercise, bodyMass: .kilograms(75)) }.max() ?? 0
  }

  /// The normal sets of an exercise that were work: those with the heaviest load, or nearly.
  func workingSets(of exercise: Exercise) -> [WorkSet] {
    let normal = sets.filter { $0.exercise == exercise.id && $0.kind == .normal }
    // Body mass is the same in all of them, so any will do to compare loads.
    func kilograms(_ set: WorkSet) -> Double {
      set.load.kilograms(in: exercise, bodyMass: .kilograms(75))
    }
    let heaviest = normal.map(kilograms).max() ?? 0
    return normal.filter { kilograms($0) >= 0.9 * heaviest }
  }

  /// The middle one; nil where there is none.
  private static func usual(_ values: [Int]) -> Int? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  /// How many sets there were; of sets of one arm or leg, how many each side had.
  private static func setsOfASide(_ sets: [WorkSet]) -> Int {
    let (left, right) = (sets.count { $0.side == .left }, sets.count { $0.side == .right })
    return sets.count - min(left, right)
  }

  /// What the last sessions of an exercise come to: as many sets as usual, also after a session that
  /// was made smaller, and the weight of last time, or a heavier one that was handled just before
  /// where last time’s was easy.
  static func planned(_ exercise: Exercise, from sessions: [[WorkSet]]) -> Plan.Exercise? {
    let recent = sessions.suffix(3)
    guard let last = recent.last else { return nil }
    let wasEasy = last.allSatisfy { ($0.repsInReserve ?? 0) >= 3 }
    let heaviest = recent.max { kilograms($0, exercise) < kilograms($1, exercise) }
    let work =
      heaviest.flatMap {
        wasEasy && kilograms($0, exercise) > kilograms(last, exercise) ? $0 : nil
      } ?? last
    guard let first = work.first else { return nil }
    let reps = usual(work.map(\.reps)) ?? 1
    let seconds = usual(work.compactMap(\.holdSeconds).map { Int(saturating: $0.rounded()) })
    let group = PlannedSets(
      sets: min(6, usual(recent.map(setsOfASide)) ?? 1), reps: reps...reps,
      holdSeconds: seconds.map { $0...$0 }, tempo: seconds == nil ? first.tempo : nil,
      isEachSide: last.contains { $0.side == .left } && last.contains { $0.side == .right },
      repsInReserve: work.compactMap(\.repsInReserve).min().map { min(3, max(1, $0)) })
    return Plan.Exercise(
      exercise: exercise,
      groups: [
        PlannedGroup(
          group,
          load: first.load.external.amount > 0 || exercise.bodyMassFraction > 0
            ? first.load : nil)
      ])
  }
}
