import Lifting
import ProgramText
import Testing

@Suite("Weeks and what changes with them")
struct WeekTests {
  static let text = """
    ---
    title: Block
    ---
    # Week 1: Learn it
    ## A
    - Squat: 3 x 8 @ 60%
    # Weeks 2-4: Add to it
    ## A
    - Squat: 3 x 8 @ 65%, add 2.5% a week, easy every 3 weeks
    ## B
    - Pull-up: 3 x 2 negative, 3 s, jump up, add 1 s a week up to 4 s
    """

  @Test("workouts are there once for each week, in their order")
  func days() {
    let (program, diagnostics) = Program.parse(Self.text)
    #expect(diagnostics.isEmpty)
    #expect(
      program.days.map(\.title) == [
        "Week 1, A", "Week 2, A", "Week 2, B", "Week 3, A", "Week 3, B", "Week 4, A", "Week 4, B",
      ])
    #expect(program.days.map(\.name) == ["A", "A", "B", "A", "B", "A", "B"])
    #expect(program.days.map(\.week) == [1, 2, 2, 3, 3, 4, 4])
    #expect(program.weeks.map(\.numbers) == [1...1, 2...4])
    #expect(program.weeks.map(\.title) == ["Learn it", "Add to it"])
    #expect(program.weeks.map(\.lines) == [3..<6, 6..<11])
  }

  @Test("progressions count the weeks of their heading")
  func progressions() {
    let program = Program.parse(Self.text).program
    let squats = program.days.filter { $0.name == "A" }.flatMap(program.exercises)
      .flatMap(\.groups)
    #expect(
      squats.map(\.load) == [.percent(60), .percent(65), .percent(67.5), .percent(70)])
    #expect(squats.map(\.sets) == [3, 3, 3, 2])
    let pulls = program.days.filter { $0.name == "B" }.flatMap(program.exercises)
      .flatMap(\.groups)
    #expect(pulls.map(\.loweringSeconds) == [3, 4, 4])
  }

  @Test("the front matter's weeks are those of a post without headings")
  func frontMatterWeeks() {
    let (program, diagnostics) = Program.parse(
      "---\nweeks: 2\n---\n- Squat: 3 x 8 @ 60 kg, add 2.5 kg a week\n")
    #expect(diagnostics.isEmpty)
    #expect(program.days.map(\.title) == ["Week 1", "Week 2"])
    let loads = program.exercises.flatMap(\.groups).map(\.load)
    #expect(loads == [.mass(.kilograms(60)), .mass(.kilograms(62.5))])
  }

  @Test("what a step comes to", arguments: Step.all)
  func steps(_ step: Step) throws {
    let program = Program.parse("---\nweeks: 52\n---\n- Pull-up: \(step.first)\n").program
    let sets = try #require(program.exercises.dropFirst(step.weeks).first?.groups.first)
    #expect(sets.text.prefix { $0 != "," } == step.later.prefix { $0 != "," })
    #expect(sets.text.hasPrefix(step.later))
  }

  struct Step: Sendable, CustomTestStringConvertible {
    let first: String
    let weeks: Int
    let later: String
    var testDescription: String { "\(first), after \(weeks) weeks" }

    static let all = [
      Step(first: "3 x 8, add 1 rep a week up to 12", weeks: 3, later: "3 x 11"),
      Step(first: "3 x 8, add 1 rep a week up to 12", weeks: 9, later: "3 x 12"),
      Step(first: "3 x 8-12, add 2 reps a week up to 14", weeks: 2, later: "3 x 12-14"),
      Step(first: "3 x 8, add 3 reps a week", weeks: 51, later: "3 x 100"),
      Step(first: "2 x 8, add 1 set a week up to 4", weeks: 5, later: "4 x 8"),
      Step(first: "3 x 20-40 s, add 5 s a week", weeks: 2, later: "3 x 30-50 s"),
      Step(first: "3 x 20 s, add 5 s a week up to 30 s", weeks: 9, later: "3 x 30 s"),
      Step(first: "3 x 8, 3 s, add 1 s a week", weeks: 9, later: "3 x 8, 6 s"),
      Step(
        first: "3 x 8, tempo 3-1-X-0, add 1 s a week", weeks: 1, later: "3 x 8, tempo 4-1-X-0"),
      Step(
        first: "3 x 1 negative, 8 s, jump up, add 2 s a week", weeks: 9,
        later: "3 x 1 negative, 10 s"),
      Step(
        first: "3 x 5 @ body - 10 kg, add 2.5 kg a week", weeks: 3, later: "3 x 5 @ body - 2.5 kg"),
      Step(first: "3 x 5 @ body - 10 kg, add 2.5 kg a week", weeks: 4, later: "3 x 5 @ body"),
      Step(
        first: "3 x 5 @ body - 10 kg, add 2.5 kg a week", weeks: 6, later: "3 x 5 @ body + 5 kg"),
      Step(
        first: "3 x 5 @ body, add 5 lb a week up to 15 lb", weeks: 9, later: "3 x 5 @ body + 15 lb"),
      Step(first: "3 x 5 @ 100 lb, add 5 lb a week", weeks: 2, later: "3 x 5 @ 110 lb"),
      Step(first: "3 x 5 @ 150%, add 10% a week", weeks: 51, later: "3 x 5 @ 150%"),
      Step(first: "4 x 5, easy every 4 weeks", weeks: 2, later: "4 x 5"),
      Step(first: "3 x 5, easy every 4 weeks", weeks: 7, later: "2 x 5"),
    ]
  }

  @Test("whatever weeks come to is within the bounds and can be written down", arguments: 0..<60)
  func bounds(seed: UInt64) throws {
    var generator = ProgramGenerator(seed: seed)
    let exercise = generator.exercise()
    for weeks in [1, 7, 51, 1_000_000] {
      let line = exercise.after(weeks: weeks).text
      let diagnostics = Program.parse("- " + line).diagnostics
      #expect(!diagnostics.hasErrors, "\(line)")
    }
  }

  @Test("what is indented below an exercise are its notes")
  func notes() {
    let program = Program.parse(
      """
      - Squat: 3 x 8
        Sit back.
        - Knees out
        - Lunge: 2 x 12
          Long steps.

      Not this.
      """
    ).program
    #expect(program.notes(below: 0) == ["Sit back.", "- Knees out"])
    #expect(program.notes(below: 3) == ["Long steps."])
    #expect(program.notes(below: 1) == [] && program.notes(below: 99) == [])
  }

  @Test("supersets and videos are understood")
  func supersets() {
    let (program, diagnostics) = Program.parse(
      "- A1. [Squat](https://example.org/squat): 3 x 8\n- a2) Lunge: 2 x 12\n- B52: 3 x 8\n")
    #expect(diagnostics.map(\.line) == [3])
    #expect(program.exercises.map(\.name) == ["Squat", "Lunge", "B52"])
    #expect(program.exercises.map { $0.superset?.text } == ["A1", "A2", nil])
    #expect(program.exercises.first?.video == "https://example.org/squat")
    #expect(program.exercises.first?.exercise == "squat")
  }
}
