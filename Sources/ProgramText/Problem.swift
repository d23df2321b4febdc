import Lifting

/// A diagnostic whose place isn't counted yet.
struct Problem: Error {
  let severity: Diagnostic.Severity
  /// Within the text that was parsed.
  let range: Range<String.Index>
  let message: String
  let hint: String?

  static func error(
    _ range: Range<String.Index>, _ message: String, hint: String? = nil
  ) -> Problem {
    Problem(severity: .error, range: range, message: message, hint: hint)
  }

  static func warning(
    _ range: Range<String.Index>, _ message: String, hint: String? = nil
  ) -> Problem {
    Problem(severity: .warning, range: range, message: message, hint: hint)
  }
}

extension Sequence<Problem> {
  /// The problems of one line with their columns.
  ///
  /// The characters of the line are counted once, however many problems there are.
  func diagnostics(of line: Substring, number: Int) -> [Diagnostic] {
    let bounds = Set(flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
    var columns: [String.Index: Int] = [:]
    var next = line.startIndex
    var column = 0
    for bound in bounds {
      while next <= bound, next < line.endIndex {
        next = line.index(after: next)
        column += 1
      }
      // A bound at the end of the line stands behind its last character.
      columns[bound] = bound < line.endIndex ? column : column + 1
    }
    return map { problem in
      let start = columns[problem.range.lowerBound] ?? 1
      let end = columns[problem.range.upperBound] ?? start
      return Diagnostic(
        problem.severity, line: number, column: start, length: end - start, problem.message,
        hint: problem.hint)
    }
  }
}

extension StringProtocol {
  /// In quotes, and no longer than a sentence bears.
  var quoted: String {
    let longest = 40
    let start = prefix(longest)
    return start.endIndex < endIndex ? "“\(start)…”" : "“\(start)”"
  }
}

extension Sequence<String> {
  /// `“a”, “b” or “c”`
  var alternatives: String {
    let quoted = map(\.quoted)
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
