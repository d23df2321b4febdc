public import Community
import Foundation
import Interchange
public import Lifting
public import Prescribing
import ProgramText
import Storage

extension Place {
  /// How far back facts are looked at: protection from a bout is gone after a year.
  static let memorySeconds = 400 * 86_400.0
  /// How far a phone's clock may be ahead of ours and still be believed.
  static let aheadSeconds = 2 * 3600.0
  /// A session that was begun so long ago isn't gone on with.
  static let sessionSeconds = 4 * 3600.0

  /// All that the page of the day needs to know.
  public struct Today: Sendable {
    public var day: Day
    /// How far east of Greenwich the athlete's clock is.
    public var utcOffsetSeconds: Int
    public var history: History
    public var prescription: Prescription
    /// What lies beyond it: standstills, paths to a first repetition, the coming week.
    public var outlook: Outlook
    /// How the last check-in changed the prescription, in sentences; empty when it didn't.
    public var changes: [String]
    /// The check-in of this day; nil before it.
    public var checkIn: CheckIn?
    /// What to ask about in a check-in: body parts that were trained in the four days before, or that
    /// were sore at the last one.
    public var toRate: [BodyPart]
    /// The session that has been begun and isn't over.
    public var begun: BegunSession?
    /// What was done on this day.
    public var doneSets: [Dated<WorkSet>]
    /// The titles of the program's workouts, each once; empty without a program.
    public var workouts: [String]
    /// The id that the next session gets: the same for whoever begins it twice, on two phones.
    public var upcoming: Session.ID
  }

  /// A session on its way: what it asked for when it began, and what has been done of it.
  public struct BegunSession: Sendable {
    public var session: Session
    public var prescribed: PrescribedSession
    /// Of each of its ``PrescribedSession/turns``, whether it has been done.
    public var done: [Bool]

    public var doneSets: Int { done.count { $0 } }
  }

  /// - Parameters:
  ///   - account: Who asks.
  ///   - workout: The title of the workout that was chosen; nil for the one whose turn it is.
  /// - Returns: Today by this server's clock, or by the newest fact where a phone is ahead of it.
  /// - Throws: When their facts can't be read.
  public func today(_ account: Member, workout: String? = nil) async throws -> Today {
    let background = try await background(account)
    let history = background.history
    let now = now(after: history)
    let offset = account.utcOffsetSeconds(at: now)
    let workouts = Self.workouts(of: history)
    let scenario = background.scenario(
      at: now, of: account, day: workout.flatMap { workouts.contains($0) ? $0 : nil })
    let prescription = prescribe(scenario)
    let today = scenario.today
    func isToday(_ at: Date) -> Bool { Day(at, utcOffsetSeconds: offset) == today }

    let known = history.until(now)
    let newest = known.checkIns.last { isToday($0.at) }
    var before = scenario
    before.history.checkIns.removeAll { isToday($0.at) && $0.at <= now }
    return Today(
      day: today, utcOffsetSeconds: offset, history: known, prescription: prescription,
      outlook: outlook(scenario),
      changes: newest == nil ? [] : prescription.changes(from: prescribe(before)),
      checkIn: newest?.value, toRate: Self.toRate(known, now: now),
      begun: begun(background, at: now, of: account),
      doneSets: known.sets.filter { isToday($0.at) && $0.value.kind != .warmUp },
      workouts: workouts, upcoming: Self.upcoming(account, on: today, after: known))
  }

  /// The workouts of a program that can be chosen, each title once.
  private static func workouts(of history: History) -> [String] {
    guard let text = history.program?.text, !text.isEmpty else { return [] }
    let program = Program.parse(text, exercises: history.exercises).program
    var titles: [String] = []
    for day in program.days where !program.exercises(of: day).isEmpty {
      if !titles.contains(day.title) { titles.append(day.title) }
    }
    return titles
  }

  private static func upcoming(_ account: Member, on day: Day, after history: History) -> Session.ID
  {
    let parts = [
      "session", account.athlete.uuidString, day.description, String(history.sessions.count),
    ]
    return Session.ID(rawValue: UUID(following: parts).uuidString)
  }

  /// The clock, or the newest fact where a phone's clock is ahead of ours: what it says has been done
  /// has been done.
  func now(after history: History) -> Date {
    let clock = now()
    let newest = [history.sets.last?.at, history.checkIns.last?.at, history.sessions.last?.at]
    return newest.compactMap { $0 }
      .filter { $0.timeIntervalSince(clock) < Self.aheadSeconds }
      .reduce(clock, max)
  }

  /// The facts that today depends on.
  func recentHistory(_ account: Member) async throws -> History {
    Self.started(
      History(
        try await store.facts(
          of: account.athlete, since: now().addingTimeInterval(-Self.memorySeconds))))
  }

  /// Who brings neither a program nor a history starts with the one for that.
  static func started(_ history: History) -> History {
    var history = history
    if history.program == nil, history.sets.isEmpty {
      history.program = BuiltInProgram.starter.map { ProgramChoice(text: $0.text) }
    }
    return history
  }

  private func begun(
    _ background: Background, at now: Date, of account: Member
  ) -> BegunSession? {
    let history = background.history.until(now)
    let session = history.sessions.last { session in
      now.timeIntervalSince(session.at) < Self.sessionSeconds
        && !history.ended.contains(session.value.id)
    }
    guard let session else { return nil }
    // As it was prescribed when it began: what has been done since doesn't count yet.
    var before = background
    before.history = history.until(session.at)
    before.history.sessions.removeAll { $0.value.id == session.value.id }
    before.history.sets.removeAll { $0.value.session == session.value.id }
    let title = session.value.title
    let scenario = before.scenario(
      at: session.at, of: account,
      day: Self.workouts(of: before.history).contains(title) ? title : nil)
    guard let asked = prescribe(scenario).session else { return nil }
    // What has been said since may have ended it, or some of it.
    let said = history.checkIns.filter { $0.at >= session.at }.map(\.value)
    guard !said.contains(where: { $0.symptoms.contains(where: \.needsCareToday) }) else {
      return nil
    }
    let prescribed = asked.without(said.flatMap(\.pains))
    let done = prescribed.taken(
      by: history.sets.map(\.value).filter { $0.session == session.value.id })
    guard done.contains(false) else { return nil }
    return BegunSession(session: session.value, prescribed: prescribed, done: done)
  }

  private static func toRate(_ history: History, now: Date) -> [BodyPart] {
    var parts: Set<BodyPart> = []
    for set in history.sets {
      // Right after a session there is nothing to feel yet.
      let hours = now.timeIntervalSince(set.at) / 3600
      guard hours > 8, hours < 96 else { continue }
      guard let exercise = Exercise.with(set.value.exercise) else { continue }
      parts.formUnion(exercise.countedParts)
    }
    if let last = history.checkIns.last {
      parts.formUnion(last.value.soreness.filter { $0.value >= 3 }.keys)
    }
    return parts.sorted()
  }

  /// Saves facts of somebody's own making.
  ///
  /// - Throws: ``Refused/badFacts(_:)`` for what can't have happened (``Fact/problems(now:)``); then
  ///   none is saved.
  public func record(_ facts: [Fact], of account: Member) async throws -> Fact.Receipt {
    let now = now()
    let problems = facts.flatMap { $0.problems(now: now) }
    guard problems.isEmpty else {
      throw Refused.badFacts(
        problems.map { Diagnostic(.error, line: 1, column: 1, $0.message) })
    }
    return try await store.add(facts, to: account.athlete, at: now)
  }

  /// Everything that is somebody's, in the order of time.
  public func facts(of account: Member) async throws -> [Fact] {
    try await store.facts(of: account.athlete)
  }

  /// Saves one fact that happened now.
  @discardableResult
  public func record(_ body: Fact.Body, of account: Member) async throws -> Fact.Receipt {
    try await record([Fact(id: UUID(), at: now(), body)], of: account)
  }
}
