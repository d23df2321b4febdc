import Coaching
import Community
import Foundation
import Lifting
import ProgramText

extension Endpoint {
  static let program = get("/program", "The program you follow, with what is doubtful in it") {
    call in
    try await ProgramAnswer.of(call)
  }

  static let putProgram: Endpoint = put(
    "/program", "Follow a program of your own writing; one with errors is refused",
    scope: .write
  ) { (call, sent: ProgramSent) in
    let (choice, own) = try await call.visit.place.program(of: call.member)
    let problems = ProgramEditor.problems(sent.text, own)
    guard !problems.hasErrors else { throw APIProblem(problems, field: "text") }
    // The same again is no new choice.
    if choice?.text != sent.text {
      try await call.visit.place.record(
        .program(ProgramChoice(text: sent.text)), of: call.member)
    }
    return (try await ProgramAnswer.of(call), isNew: false)
  }

  static let leaveProgram = delete(
    "/program", "Train without a program: each session comes from how you trained of late",
    scope: .write
  ) { call in
    guard try await call.visit.place.program(of: call.member).choice != nil else { return }
    try await call.visit.place.record(.program(ProgramChoice(text: "")), of: call.member)
  }

  /// What is followed, as it stands now.
  struct ProgramAnswer: Codable, Sendable {
    /// Nil where it has none.
    var title: String?
    /// Empty where no program is followed.
    var text: String
    /// The version of a post that it was taken from.
    var source: ProgramChoice.Source?
    /// What is doubtful in it, with its line and column.
    var problems: [Diagnostic]

    static func of(_ call: Call) async throws -> ProgramAnswer {
      let (choice, own) = try await call.visit.place.program(of: call.member)
      guard let choice else { return ProgramAnswer(text: "", problems: []) }
      let (program, problems) = Program.check(choice.text, exercises: own)
      return ProgramAnswer(
        title: program.frontMatter.title, text: choice.text, source: choice.source,
        problems: problems)
    }
  }

  private struct ProgramSent: Codable, Sendable {
    var text: String
  }
}
