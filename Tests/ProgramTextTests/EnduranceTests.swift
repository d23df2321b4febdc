import Lifting
import ProgramText
import Testing

/// Texts that nobody writes, long enough that anything but linear time would be felt.
@Suite("Long and strange texts")
struct EnduranceTests {
  @Test("they are read and kept", arguments: Strange.all)
  func kept(_ strange: Strange) {
    let text = strange.text
    let (program, diagnostics) = Program.parse(text)
    #expect(program.isWritten(as: text))
    #expect(diagnostics.count >= strange.problems)
    #expect(Program.parse(program.canonicalText).program.exercises == program.exercises)
  }

  struct Strange: Sendable, CustomTestStringConvertible {
    let start: String
    let again: String
    /// The fewest problems there are.
    let problems: Int
    var testDescription: String { start + again + "…" }
    var text: String { start + String(repeating: again, count: 2000) }

    init(_ start: String, _ again: String, problems: Int = 0) {
      self.start = start
      self.again = again
      self.problems = problems
    }

    static let all = [
      Strange("", "x"), Strange("", ":"), Strange("", "\n"), Strange("", "\r"), Strange("", "- "),
      Strange("", "#"), Strange("", "`"), Strange("", "é\u{301}"),
      Strange("", "<!--", problems: 1), Strange("", "<!-- a -->"), Strange("", "-->"),
      Strange("", "```\n"), Strange("", "## A\n"), Strange("---\n", "title: A\n", problems: 1),
      Strange("- ", "a"), Strange("- ", ": "), Strange("- ", ": * "), Strange("- ", "6:30 "),
      Strange("- a: 3 x ", "9", problems: 1), Strange("- a: 3 x 8 @ ", "9.", problems: 1),
      Strange("- a: 3 x 8", ", 8 s", problems: 99),
      Strange("- a: 3 x 8", " @ 20 stone", problems: 100),
      Strange("- a: 3 x 8", ", tmepo 4-1-1-0", problems: 100),
      Strange("- a: 3 x 8", ", then 3 x 8"), Strange("- a: 3 x 8", ", then", problems: 100),
      Strange("- a: 3 x 8", ","), Strange("- a: 3 x 8 ", "\u{301}", problems: 1),
      Strange("- a: 3 x 8 ", "👩‍👩‍👧‍👦", problems: 1), Strange("- a: 3 x 8", " <!-- a -->"),
      Strange("- a: 3 x 8, ", "tempo4", problems: 1),
      Strange("- a: 3 x 8, tempo ", "4-", problems: 1),
      Strange("- a: 3 x 8", " 8 in", problems: 1),
      Strange("- a: 3 x 8 @ body", " + 1 kg", problems: 1),
      Strange("", "- a: 3 x 8 @ 20 stone\n", problems: 100),
      Strange("", "## A\n- Squat: 3x8\n", problems: 99),
    ]
  }

  @Test("many unknown names don't take long to look for")
  func unknownNames() {
    let text = (0..<5000).map { "- Zzyzx \($0): 3 x 8" }.joined(separator: "\n")
    let (program, diagnostics) = Program.parse(text)
    #expect(program.exercises.count == 5000)
    #expect(diagnostics.count == 5000)
  }
}
