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
    let (reread, diagnostics) = Program.parse("- \(planned.text)", exercises: planned.own)
    guard reread.lines.count == 1, case .exercise(let rereadLine)? = reread.lines.first,
      rereadLine.planned == planned, rereadLine.tail.isEmpty
    else { throw .unwritable(planned.text, diagnostics.filter { $0.severity == .error }) }
    line.planned = planned
    line.rewritten = line.sourceWithNumbers(of: planned)
    lines[index] = .exercise(line)
  }
}

extension ExerciseLine {
  /// The line as it was written but for its numbers; nil where numbers aren't all that is different.
  ///
  /// The numbers of the canonical text are put in the place of those that were read, in the order
  /// in which they stand: where somebody wrote clauses in another order, or an RPE, that would be
  /// read differently, which is looked at last.
  func sourceWithNumbers(of planned: PlannedExercise) -> String? {
    guard planned != asRead else { return nil }
    let old = Lexer.tokens(of: [asRead.text[...]])
    let new = Lexer.tokens(of: [planned.text[...]])
    guard old.count == new.count,
      zip(old, new).allSatisfy({
        $0.kind == $1.kind && ($0.kind == .number || $0.text == $1.text)
      })
    else { return nil }
    let changes = zip(old, new).filter { $0.0.kind == .number }
    let body = source.dropFirst(lead.count).dropLast(tail.count)
    let written = Lexer.tokens(of: [body]).filter { $0.kind == .number }
    let result = Self.replacing(written, changes, in: source)
    guard let result,
      case .exercise(let reread)? =
        Program.parse(result, exercises: planned.own).program.lines.first,
      reread.planned == planned
    else { return nil }
    return result
  }

  private static func replacing(
    _ written: [Token], _ changes: [(Token, Token)], in source: String
  ) -> String? {
    guard written.count == changes.count else { return nil }
    var result = ""
    var rest = source[...]
    for (token, (old, new)) in zip(written, changes) {
      guard token.value == old.value else { return nil }
      guard old.text != new.text else { continue }
      result += source[rest.startIndex..<token.text.startIndex] + new.text
      rest = source[token.text.endIndex...]
    }
    return result + rest
  }
}

extension PlannedExercise {
  /// Its exercise by its name, where it is one of the athlete's own.
  fileprivate var own: [String: OwnExercise] {
    guard let own = exercise.flatMap(OwnExercise.init) else { return [:] }
    return [Exercise.key(of: name): own]
  }
}
