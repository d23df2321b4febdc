public import Lifting

/// Why an exercise line can't be changed as asked.
public enum EditError: Error, Sendable, Hashable {
  /// The line isn't one of the program's exercise lines.
  case noExercise(line: Int)
  /// Written down, the exercise would be read as something else, or not at all.
  case unwritable(String, [Diagnostic])

  /// A sentence for the user.
  public var message: String {
    switch self {
    case .noExercise(let line): "line \(line + 1) of the program isn't an exercise"
    case .unwritable(let text, let diagnostics):
      "“\(text)” can't be part of a program"
        + (diagnostics.first.map { ": \($0.message)" } ?? "; it would be read differently")
    }
  }
}

extension Program {
  /// Changes what an exercise line says; everything else stays as it is written.
  ///
  /// - Parameters:
  ///   - index: Where the line stands in ``lines``, as in ``Day/exerciseLines``.
  ///   - planned: What it is to say.
  /// - Throws: When what is printed wouldn't be read as `planned`, so that ``text`` always means
  ///   what ``lines`` say.
  public mutating func replan(_ index: Int, as planned: PlannedExercise) throws(EditError) {
    guard lines.indices.contains(index), case .exercise(var line) = lines[index] else {
      throw .noExercise(line: index)
    }
    let (reread, diagnostics) = Program.parse("- \(planned.text)")
    guard reread.lines.count == 1, case .exercise(let rereadLine)? = reread.lines.first,
      rereadLine.planned == planned, rereadLine.tail.isEmpty
    else { throw .unwritable(planned.text, diagnostics.filter { $0.severity == .error }) }
    line.planned = planned
    lines[index] = .exercise(line)
  }
}
