import TestSupport
import Testing

/// Texts and what is expected of them, from one file.
///
/// A case begins with a line `==== title`; what is expected follows a line `==>`.
struct TextCase: Sendable, CustomTestStringConvertible {
  let title: String
  let input: String
  let expected: [String]

  var testDescription: String { title }

  static func all(in file: String) throws -> [TextCase] {
    var cases: [TextCase] = []
    var title: String?
    var input: [String] = []
    var expected: [String]?
    func finish() {
      guard let title else { return }
      var output = expected ?? []
      while output.last == "" { output.removeLast() }
      cases.append(
        TextCase(title: title, input: input.joined(separator: "\n"), expected: output))
    }
    for line in try Fixture.text("ProgramText/" + file).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("==== ") {
        finish()
        (title, input, expected) = (String(line.dropFirst(5)), [], nil)
      } else if line == "==>" {
        expected = []
      } else if expected != nil {
        expected?.append(String(line))
      } else {
        input.append(String(line))
      }
    }
    finish()
    return cases
  }
}
