public import Foundation
public import Lifting
public import Prescribing
public import ProgramText
import Storage

extension Place {
  /// A program as somebody reads it who would follow it: one of its weeks, with their numbers.
  public struct ReadProgram: Sendable {
    public var program: Program
    /// The weeks there are; empty where they aren't counted.
    public var weeks: [Int]
    /// The week shown.
    public var week: Int?
    /// The workouts of that week.
    public var workouts: [ReadWorkout]
    /// The title of the workout whose turn it is; nil where the program isn't theirs.
    public var next: String?
  }

  /// A workout with what it would be for whoever reads it.
  public struct ReadWorkout: Sendable {
    public var day: Program.Day
    public var prescription: Prescription
    /// How many days from today it is prescribed for: 0, or more where today is over.
    public var daysAhead: Int
  }

  /// A program that somebody wrote or changed, as they last saved it.
  public struct OwnProgram: Sendable {
    public var title: String
    public var text: String
    /// The fact that keeps it.
    public var id: UUID
  }

  /// Days looked ahead where today is refused because of what was done.
  private static let daysAhead = 2
  /// More workouts in a week than anybody has; the rest of a longer list is shown without numbers.
  private static let mostWorkouts = 14

  /// A program and what its workouts would be for somebody.
  ///
  /// - Parameters:
  ///   - text: The program; nil for the one they follow.
  ///   - week: The week to show; nil for the one whose turn it is.
  ///   - account: Who reads it.
  /// - Returns: nil when they follow none.
  /// - Throws: When their facts can't be read.
  public func read(_ text: String?, week: Int?, by account: Member) async throws -> ReadProgram? {
    var background = try await background(account)
    let theirs = background.history.program?.text
    let isTheirs = text == nil || text == theirs
    guard let text = text ?? theirs, !text.isEmpty else { return nil }
    background.history.program = ProgramChoice(text: text)
    let program = Program.parse(text, exercises: background.history.exercises).program
    let weeks = Set(program.days.compactMap(\.week)).sorted()
    let next = isTheirs ? self.next(background, account) : nil
    let nextWeek = program.days.first { $0.title == next }?.week
    let shown = week.flatMap { weeks.contains($0) ? $0 : nil } ?? nextWeek ?? weeks.first
    let days = program.days.filter { $0.week == shown || $0.week == nil }
    return ReadProgram(
      program: program, weeks: weeks, week: shown,
      workouts: days.prefix(Self.mostWorkouts).map { workout($0, background, account) }, next: next)
  }

  /// The workout whose turn it is, whether or not it can be done today.
  private func next(_ background: Background, _ account: Member) -> String? {
    for ahead in 0...Self.daysAhead {
      let scenario = scenario(background, account, ahead: ahead, day: nil)
      if let title = prescribe(scenario).session?.title { return title }
    }
    return nil
  }

  private func workout(
    _ day: Program.Day, _ background: Background, _ account: Member
  ) -> ReadWorkout {
    let today = prescribe(scenario(background, account, ahead: 0, day: day.title))
    guard today.refusal?.when == .notToday else {
      return ReadWorkout(day: day, prescription: today, daysAhead: 0)
    }
    let later = prescribe(scenario(background, account, ahead: Self.daysAhead, day: day.title))
    return later.session == nil
      ? ReadWorkout(day: day, prescription: today, daysAhead: 0)
      : ReadWorkout(day: day, prescription: later, daysAhead: Self.daysAhead)
  }

  private func scenario(
    _ background: Background, _ account: Member, ahead: Int, day: String?
  ) -> Scenario {
    background.scenario(
      at: now().addingTimeInterval(Double(ahead) * 86_400), of: account, day: day)
  }

  /// Puts another exercise in the place of one in the program that somebody follows.
  ///
  /// - Returns: on how many lines; 0 where their program doesn't plan it, or they follow none.
  /// - Throws: ``EditError`` where a line can't be written for the other one.
  public func exchange(
    _ exercise: Exercise.ID, for other: Exercise, of account: Member
  ) async throws -> Int {
    let history = try await background(account).history
    guard let text = history.program?.text, !text.isEmpty else { return 0 }
    var program = Program.parse(text, exercises: history.exercises).program
    let lines = try program.exchange(exercise, for: other)
    guard lines > 0 else { return 0 }
    try await record(.program(ProgramChoice(text: program.text)), of: account)
    return lines
  }

  /// The programs of somebody's own writing, the newest first, of each title the last version.
  public func ownPrograms(_ account: Member) async throws -> [OwnProgram] {
    let builtIn = Set(BuiltInProgram.all.map(\.text))
    var titles: Set<String> = []
    return try await store.facts(of: account.athlete).reversed().compactMap { fact in
      guard case .program(let choice) = fact.body, !choice.text.isEmpty,
        !builtIn.contains(choice.text)
      else { return nil }
      let title = Program.parse(choice.text).program.frontMatter.title ?? "Without a title"
      guard titles.insert(title).inserted else { return nil }
      return OwnProgram(title: title, text: choice.text, id: fact.id)
    }
  }
}
