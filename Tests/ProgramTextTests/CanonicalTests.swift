import Foundation
import Lifting
import ProgramText
import TestSupport
import Testing

@Suite("Canonical text")
struct CanonicalTests {
  @Test(
    "what can be written in many ways is printed in one",
    arguments: try TextCase.all(in: "canonical.txt"))
  func canonical(_ example: TextCase) {
    let (program, diagnostics) = Program.parse(example.input)
    #expect(!diagnostics.hasErrors)
    #expect(program.isWritten(as: example.input))
    var input = program.canonicalText.split(separator: "\n", omittingEmptySubsequences: false)
    while input.last == "" { input.removeLast() }
    #expect(input.map(String.init) == example.expected)
  }

  @Test(
    "canonical text means the same and is its own canonical text",
    arguments: try TextCase.all(in: "canonical.txt") + TextCase.all(in: "errors.txt"))
  func meaning(_ example: TextCase) {
    let program = Program.parse(example.input).program
    let again = Program.parse(program.canonicalText).program
    #expect(again.exercises == program.exercises)
    #expect(again.canonicalText == program.canonicalText)
  }

  @Test(
    "the examples of the documentation are canonical and in order",
    arguments: try Documentation.programs())
  func documentation(_ text: String) {
    let (program, diagnostics) = Program.parse(text)
    #expect(diagnostics.map(\.text) == [])
    #expect(!program.exercises.isEmpty)
    #expect(program.canonicalText == text)
  }
}

enum Documentation {
  /// The code blocks of the language's description that are marked as programs.
  static func programs() throws -> [String] {
    let url = Fixture.repository.appending(path: "docs/ProgramText.md")
    var programs: [String] = []
    var lines: [String]?
    for line in try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line == "```program" {
        lines = []
      } else if line == "```", let program = lines {
        programs.append(program.joined(separator: "\n"))
        lines = nil
      } else {
        lines?.append(String(line))
      }
    }
    return programs
  }
}
