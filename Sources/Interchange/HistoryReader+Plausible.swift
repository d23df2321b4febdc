internal import Lifting

extension HistoryReader {
  /// What the store refuses is told here, where its row is known.
  func checkPlausible(_ time: ImportedWorkouts.Time) throws(Mistake) {
    if let problem = Implausible(instant: time.instant, now: options.now) {
      throw mistake(.date, at: .start, "\(problem.message); the row was left out")
    }
    guard text(.title).utf8.count <= Plausible.longestName else {
      throw mistake(
        .exercise, at: .title,
        "this is too long to be the title of a workout; the row was left out")
    }
    for column in [HistoryTable.Column.note, .workoutNote]
    where text(column).utf8.count > Self.longestNote {
      throw mistake(.exercise, at: column, "this is too long to be a note; the row was left out")
    }
  }
}
