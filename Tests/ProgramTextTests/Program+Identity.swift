import ProgramText

extension Program {
  /// Whether printing gives this text, byte for byte: strings are equal too easily.
  func isWritten(as text: String) -> Bool { Array(self.text.utf8) == Array(text.utf8) }

  var exercises: [PlannedExercise] { days.flatMap { exercises(of: $0) } }
}
