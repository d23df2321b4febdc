import Lifting
import ProgramText
import Testing

@Suite("Diagnostics")
struct DiagnosticsTests {
  @Test("all problems are told, each at its place", arguments: try TextCase.all(in: "errors.txt"))
  func problems(of example: TextCase) {
    let (program, diagnostics) = Program.parse(example.input)
    #expect(diagnostics.map(\.text) == example.expected)
    #expect(program.isWritten(as: example.input))
  }

  @Test("what a message quotes is what stands there", arguments: try TextCase.all(in: "errors.txt"))
  func quotes(of example: TextCase) {
    let lines = example.input.split(separator: "\n", omittingEmptySubsequences: false)
    for diagnostic in Program.parse(example.input).diagnostics {
      guard diagnostic.message.first == "“", !diagnostic.message.contains("is missing"),
        let end = diagnostic.message.firstIndex(of: "”")
      else { continue }
      let quoted = diagnostic.message[..<end].dropFirst()
      let place = lines[diagnostic.line - 1].dropFirst(diagnostic.column - 1)
      let known = ["x", "Pull-up", "Kettlebell swing"]
      #expect(
        place.prefix(diagnostic.length) == quoted || known.contains(String(quoted)),
        "\(diagnostic.text)")
    }
  }

  @Test("a line with an error is kept as it is, and its neighbours are understood")
  func neighbours() {
    let (program, diagnostics) = Program.parse(
      """
      ## A
      - Squat: 3 x 8
      - Squat: 3 x 8 @ 20 stone
      - Deadlift: 1 x 5
      """)
    #expect(diagnostics.map(\.line) == [3])
    #expect(program.lines[2] == .verbatim("- Squat: 3 x 8 @ 20 stone"))
    #expect(program.days.map(program.exercises).joined().map(\.name) == ["Squat", "Deadlift"])
  }

  @Test("an unknown exercise is understood but for what it is")
  func unknownExercise() throws {
    let (program, diagnostics) = Program.parse("- Zercher carry: 3 x 8 @ 60 kg")
    #expect(!diagnostics.hasErrors)
    let exercise = try #require(program.days.first.map(program.exercises)?.first)
    #expect(exercise.exercise == nil)
    #expect(exercise.groups == [PlannedSets(sets: 3, reps: 8...8, load: .mass(.kilograms(60)))])
  }

  @Test(
    "an exercise without its colon is named, prose with numbers isn't",
    arguments: [
      ("Deadlift 3x5", "Deadlift"), ("Bench press - 3 x 8 @ 60 kg", "Bench press"),
      ("Row – 3×8", "Row"), ("Dip / 3x8", "Dip"),
      ("Pull-up 3 x 1 negative, 8 s", "Pull-up"),
      ("Last week I could still do all of them, 3 x 8 and more", nil), ("Rest well", nil),
      ("3 x 8 is a start", nil),
    ])
  func colon(_ item: String, _ name: String?) {
    let diagnostics = Program.parse("## A\n- \(item)\n").diagnostics
    #expect(diagnostics.first?.hint == name.map { "write “\($0): …”" })
    #expect(diagnostics.allSatisfy { $0.severity == .warning && $0.line == 2 })
  }
}
