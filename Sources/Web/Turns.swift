import Prescribing

extension PrescribedSession {
  /// Its exercises by what is done together: those of a superset (A1, A2), else each by itself.
  var together: [[PrescribedExercise]] {
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
}

extension [PrescribedExercise] {
  /// The sets of exercises that are done together, in the order in which they are done: in turns.
  func inTurns<Turn>(_ sets: (PrescribedExercise) -> [Turn]) -> [Turn] {
    let turns = map(sets)
    return (0..<(turns.map(\.count).max() ?? 0)).flatMap { turn in
      turns.filter { turn < $0.count }.map { $0[turn] }
    }
  }
}
