public import Lifting

extension PrescribedSession {
  /// A set where it stands in the session.
  public struct Turn: Sendable, Hashable {
    public var exercise: PrescribedExercise
    public var toDo: SetToDo
  }

  /// All its sets in the order in which they are done: those of a superset (A1, A2) in turns.
  public var turns: [Turn] {
    together.flatMap { together in
      let turns = together.map { prescribed in
        prescribed.doses.flatMap { $0.setsToDo(of: prescribed.exercise) }
          .map { Turn(exercise: prescribed, toDo: $0) }
      }
      return (0..<(turns.map(\.count).max() ?? 0)).flatMap { turn in
        turns.filter { turn < $0.count }.map { $0[turn] }
      }
    }
  }

  /// Its exercises by what is done together: those of a superset, else each by itself.
  private var together: [[PrescribedExercise]] {
    var groups: [[PrescribedExercise]] = []
    for exercise in exercises {
      if let letter = exercise.superset?.prefix(1),
        groups.last?.last?.superset?.prefix(1) == letter
      {
        groups[groups.count - 1].append(exercise)
      } else {
        groups.append([exercise])
      }
    }
    return groups
  }

  /// Which of its ``turns`` sets that were done have taken: each the first that is left of its exercise,
  /// kind and side. What wasn't asked for takes none.
  public func taken(by done: some Sequence<WorkSet>) -> [Bool] {
    matched(with: Array(done)).taken.map { $0 != nil }
  }

  /// What was asked for beside what was done: of each of its ``turns`` the place of the set that took it,
  /// nil where none did; and the places of the sets that weren't asked for.
  public func matched(with done: [WorkSet]) -> (taken: [Int?], besides: [Int]) {
    let turns = turns
    var taken: [Int?] = turns.map { _ in nil }
    var besides: [Int] = []
    for (place, set) in done.enumerated() {
      let same = turns.indices.first { index in
        let asked = turns[index].toDo.set
        return taken[index] == nil && asked.exercise == set.exercise && asked.kind == set.kind
          && asked.side == set.side
      }
      // A side that nobody said is any side.
      let near = turns.indices.first { index in
        let asked = turns[index].toDo.set
        return taken[index] == nil && asked.exercise == set.exercise && asked.kind == set.kind
      }
      if let index = same ?? near { taken[index] = place } else { besides.append(place) }
    }
    return (taken, besides)
  }
}
