import Lifting
import ProgramText
import Testing

@Suite("Edits")
struct EditTests {
  static let text =
    "## A\r\n*  Squat:  3x8 @60kg   <!-- belt -->\r\n\tUse a belt.\r\n*  Lunge:  2x12\r\n<!--\r\n"

  @Test("an edit rewrites the numbers that changed and nothing else")
  func edit() throws {
    var (program, _) = Program.parse(Self.text)
    var squat = try #require(program.exercises.first)
    squat.groups[0].load = .mass(.kilograms(62.5))
    try program.replan(program.days[0].exerciseLines[0], as: squat)
    #expect(
      program.isWritten(
        as: "## A\r\n*  Squat:  3x8 @62.5kg   <!-- belt -->\r\n\tUse a belt.\r\n*  Lunge:  2x12\r\n"
          + "<!--\r\n"))
    #expect(program.exercises.first == squat)
    #expect(Program.parse(program.text).program.exercises == program.exercises)
  }

  @Test(
    "where more than numbers changes, the line is written anew",
    arguments: [
      ("- Squat:  3x8, RPE 8", "- Squat: 3 x 8, keep 3 in reserve"),
      ("- Squat:  3x8,keep 2 in reserve <!-- 1 -->", "- Squat:  3x8,keep 3 in reserve <!-- 1 -->"),
      ("- Squat:  rest 3x8", "- Squat:  rest 3x8"),
      ("- Squat:  3x8", "- Squat: 3 x 8, keep 3 in reserve"),
      ("- Squat:  3x8, 2 RIR, @60kg", "- Squat: 3 x 8 @ 60 kg, keep 3 in reserve"),
      ("- Squat <!-- 4 -->:  3x8, 2 RIR", "- Squat: 3 x 8, keep 3 in reserve <!-- 4 -->"),
    ])
  func reserve(_ line: String, _ expected: String) throws {
    var (program, _) = Program.parse(line)
    guard var squat = program.exercises.first else {
      #expect(line == expected)
      return
    }
    squat.groups[0].repsInReserve = 3
    try program.replan(0, as: squat)
    #expect(program.text == expected)
    #expect(Program.parse(program.text).program.exercises == [squat])
  }

  @Test("an edit that is taken back leaves the text as it was")
  func undo() throws {
    var (program, _) = Program.parse(Self.text)
    let asRead = try #require(program.exercises.first)
    var squat = asRead
    squat.name = "Front squat"
    squat.exercise = "front-squat"
    try program.replan(1, as: squat)
    #expect(!program.isWritten(as: Self.text))
    try program.replan(1, as: asRead)
    #expect(program.isWritten(as: Self.text))
  }

  @Test("only exercise lines can be replanned", arguments: [-1, 0, 2, 99])
  func noExercise(_ index: Int) throws {
    var (program, _) = Program.parse(Self.text)
    let squat = try #require(program.exercises.first)
    #expect(throws: EditError.noExercise(line: index)) { try program.replan(index, as: squat) }
  }

  @Test("what a program can't say is refused", arguments: Unwritable.all)
  func unwritable(_ unwritable: Unwritable) throws {
    var (program, _) = Program.parse(Self.text)
    var squat = try #require(program.exercises.first)
    unwritable.change(&squat)
    let error = #expect(throws: EditError.self) { try program.replan(1, as: squat) }
    #expect(error?.message == unwritable.message)
    #expect(program.isWritten(as: Self.text))
  }

  struct Unwritable: Sendable, CustomTestStringConvertible {
    let message: String
    let change: @Sendable (inout PlannedExercise) -> Void
    var testDescription: String { message }

    static let all = [
      Unwritable(
        message: "“Squat: 0 x 8 @ 60 kg” can't be part of a program: “0” is out of bounds: "
          + "sets go from 1 to 20"
      ) { $0.groups[0].sets = 0 },
      Unwritable(
        message: "“Squat: ” can't be part of a program; it would be read differently"
      ) { $0.groups = [] },
      Unwritable(
        message: "“Squat: 3 x 8 @ nan%” can't be part of a program: “nan” isn't a load"
      ) { $0.groups[0].load = .percent(.nan) },
      Unwritable(
        message: "“Squat: 3 x 8 @ 60 kg, rest -1 s” can't be part of a program: "
          + "“-” isn't a time"
      ) { $0.groups[0].restSeconds = -1 },
      Unwritable(
        message: "“Squat\n- Lunge: 3 x 8 @ 60 kg” can't be part of a program; "
          + "it would be read differently"
      ) { $0.name = "Squat\n- Lunge" },
      Unwritable(
        message: "“Squat <!-- deep -->: 3 x 8 @ 60 kg” can't be part of a program; "
          + "it would be read differently"
      ) { $0.name = "Squat <!-- deep -->" },
      Unwritable(
        message: "“Squat: 3 x 8 @ 60 kg” can't be part of a program; it would be read differently"
      ) { $0.exercise = "deadlift" },
      Unwritable(
        message: "“Squat: 3 x 8 @ 60 kg, tempo 4-0-A-0” can't be part of a program: "
          + "“A” is an assisted way up, but these aren't negatives"
      ) { $0.groups[0].tempo = .negative(seconds: 4) },
    ]
  }
}
