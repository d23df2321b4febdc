import Lifting
import ProgramText
import Testing

@Suite("The structure of a program")
struct StructureTests {
  @Test("second-level headings are workouts, other headings are prose")
  func days() {
    let (program, diagnostics) = Program.parse(
      """
      # Week after week
      ## Strength With Weights A
      - Squat: 3 x 8
      ### The heavy part
      - Deadlift: 1 x 5
      ## A word on breathing
      - Remember: breathe
      ## B ##
      # Appendix
      * Lunge: 2 x 12
      """)
    #expect(diagnostics.isEmpty)
    #expect(program.days.map(\.title) == ["Strength With Weights A", "B"])
    #expect(program.days.map(\.exerciseLines) == [[2, 4], [9]])
    #expect(
      program.days.map { program.exercises(of: $0).map(\.exercise) } == [
        ["squat", "deadlift"], ["lunge"],
      ])
  }

  @Test("exercises before the first heading are a workout without a title")
  func untitledDay() {
    let program = Program.parse("Do this.\n- Squat: 3 x 8\n\n## A\n- Lunge: 2 x 12\n").program
    #expect(program.days.map(\.title) == ["", "A"])
    #expect(program.days.map(\.exerciseLines) == [[1], [4]])
  }

  @Test("comments in a heading aren't part of its title")
  func titleWithComment() {
    let program = Program.parse("##  Legs <!-- heavy --> and <!-- x -->arms #\n- Squat: 3 x 8")
      .program
    #expect(program.days.map(\.title) == ["Legs and arms"])
  }

  @Test("the front matter is read, and what isn't known in it is kept")
  func frontMatter() {
    let text = """
      ---
      title: "Lower it: like you mean it"
      Week: 3
      video: HTTPS://example.org/week-3
      author: 'Kim'
      tags: [pull, "slow", ]
      mood: 7
      ---
      - Squat: 3 x 8
      """
    let (program, diagnostics) = Program.parse(text)
    #expect(diagnostics.isEmpty)
    #expect(
      program.frontMatter
        == Program.FrontMatter(
          title: "Lower it: like you mean it", week: 3, video: "HTTPS://example.org/week-3",
          author: "Kim", tags: ["pull", "slow"]))
    #expect(program.lines[6] == .verbatim("mood: 7"))
    #expect(program.exercises.count == 1)
  }

  @Test("tags may stand one a line")
  func tags() {
    let text = "---\ntags:\n  - pull\n  - slow and low\nother:\n  - x\n---\n"
    let (program, diagnostics) = Program.parse(text)
    #expect(diagnostics.isEmpty)
    #expect(program.frontMatter.tags == ["pull", "slow and low"])
  }

  @Test("a rule further down is no front matter")
  func rule() {
    let (program, diagnostics) = Program.parse("Hello\n---\ntitle: A\n---\n")
    #expect(diagnostics.isEmpty)
    #expect(program.frontMatter == Program.FrontMatter())
  }

  @Test("an unclosed front matter doesn't hide the workouts")
  func unclosedFrontMatter() {
    let (program, diagnostics) = Program.parse("---\ntitle: A\n\n## A\n- Squat: 3 x 8\n---\n")
    #expect(diagnostics.map(\.line) == [1])
    #expect(program.exercises.count == 1)
  }

  @Test("line ends, byte order marks, blanks and tabs are kept and don't disturb")
  func layout() {
    let text =
      "\u{FEFF}---\r\ntitle: A\r\n---\r\n## B \r\n-\tSquat:\u{A0}3 x 8\t\r\n\r\n* Lunge: 2 x 12 \r"
    let (program, diagnostics) = Program.parse(text)
    #expect(diagnostics.isEmpty)
    #expect(program.isWritten(as: text))
    #expect(program.frontMatter.title == "A")
    #expect(program.days.map(\.title) == ["B"])
    #expect(program.exercises.map(\.name) == ["Squat", "Lunge"])
    let canonical =
      "\u{FEFF}---\r\ntitle: A\r\n---\r\n## B \r\n- Squat: 3 x 8\r\n\r\n* Lunge: 2 x 12\r"
    #expect(Array(program.canonicalText.utf8) == Array(canonical.utf8))
  }

  @Test("a byte order mark before an exercise is kept")
  func byteOrderMark() {
    let program = Program.parse("\u{FEFF}- Squat: 3x8").program
    #expect(program.exercises.count == 1)
    #expect(Array(program.canonicalText.utf8) == Array("\u{FEFF}- Squat: 3 x 8".utf8))
  }

  @Test("an empty text is a program", arguments: ["", "\n", "\r\n", " "])
  func empty(_ text: String) {
    let (program, diagnostics) = Program.parse(text)
    #expect(diagnostics.isEmpty)
    #expect(program.days.isEmpty)
    #expect(program.isWritten(as: text))
  }

  @Test("everything a line can say is understood")
  func meaning() throws {
    let program = Program.parse(
      """
      - Pull-up: 2 x 5-8 @ body + 10 kg - 5 lb, tempo 4-1-X-0, keep 2 in reserve, rest 1:30, \
      then 3 x 1 negative, 8 s, jump up
      """
    ).program
    let pounds = try #require(Mass("5 lb"))
    #expect(
      program.exercises == [
        PlannedExercise(
          name: "Pull-up", exercise: "pull-up",
          groups: [
            PlannedSets(
              sets: 2, reps: 5...8, load: .body(external: .kilograms(10), assistance: pounds),
              tempo: Tempo("4-1-X-0"), repsInReserve: 2, restSeconds: 90),
            PlannedSets(sets: 3, reps: 1...1, kind: .negative, loweringSeconds: 8, wayUp: .jump),
          ])
      ])
  }

  @Test("every way up reads and prints by its phrase", arguments: WayUp.allCases)
  func waysUp(_ wayUp: WayUp) {
    let line = "- Unheard of: 1 x 1 negative, \(wayUp.phrase)"
    let program = Program.parse(line).program
    #expect(program.exercises.first?.groups.first?.wayUp == wayUp)
    #expect(program.canonicalText == line)
  }
}

extension StructureTests {
  @Test(
    "a velocity loss is read however it is written, and bounded",
    arguments: [
      "stop at 20% velocity loss", "stop at 20 %", "velocity loss 20%", "VL 20 %", "stop 20%",
    ])
  func velocityLoss(_ written: String) throws {
    let (program, diagnostics) = Program.parse("## A\n- Squat: 3 x 8, \(written)\n")
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.text))")
    #expect(program.canonicalText.contains("- Squat: 3 x 8, stop at 20% velocity loss"))
  }

  @Test("a velocity loss beyond its bounds, or without its sign, is an error at its place")
  func badVelocityLoss() {
    for (written, said) in [
      ("stop at 2%", "from 5 to 60 %"), ("VL 90%", "from 5 to 60 %"), ("stop at 20", "“%”"),
      ("stop", "a percentage"),
    ] {
      let diagnostics = Program.parse("## A\n- Squat: 3 x 8, \(written)\n").diagnostics
      #expect(
        diagnostics.contains { $0.text.contains(said) }, "\(written): \(diagnostics.map(\.text))")
    }
  }
}
