internal import Lifting

/// What is read, and said, of the names of exercises.
extension HistoryReader {
  mutating func reading(of name: String) -> NameReading {
    if let known = readings[name] { return known }
    let reading = Exercise.reading(of: name)
    readings[name] = reading
    return reading
  }

  /// Says once of every name what isn't plain: that it is unknown, or says how a set was done.
  mutating func say(_ reading: NameReading, of name: String) {
    guard reading.exercise == nil || reading.isAssisted || reading.isNegative,
      namesSaid.insert(name).inserted
    else { return }
    let problem = csv.diagnostic(
      .warning, at: columns[.exercise] ?? 0, reading.notice(of: name.shortened),
      hint: reading.hint(for: name))
    problems.add(reading.exercise == nil ? .unknownExercise : .manner, onLine: csv.line, problem)
  }

  mutating func countWithoutRepetitions(_ exercise: String) {
    if let known = withoutRepetitions[exercise] {
      withoutRepetitions[exercise] = (known.first, known.count + 1)
    } else {
      withoutRepetitions[exercise] = (
        csv.diagnostic(.warning, at: columns[.reps] ?? 0, ""), 1
      )
    }
  }

  mutating func warnOfRowsWithoutRepetitions() {
    for (exercise, rows) in withoutRepetitions.sorted(by: {
      $0.value.first.line < $1.value.first.line
    }) {
      var problem = rows.first
      problem.message =
        rows.count == 1
        ? "a row of “\(exercise.shortened)” has no repetitions; it isn't a set and was left out"
        : "\(rows.count) rows of “\(exercise.shortened)”, from here on, have no repetitions; they aren't sets and were left out"
      problems.add(.noRepetitions, onLine: problem.line, problem)
    }
  }
}
