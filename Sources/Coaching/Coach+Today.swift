import Foundation
public import Lifting
public import Prescribing
import Storage

extension Coach {
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
  }

  /// A session on its way: what it asked for when it began, and what has been done of it.
  public struct BegunSession: Sendable {
    public var session: Session
    public var prescribed: PrescribedSession
    public var doneSets: Int
    public var prescribedSets: Int
  }

  public func today(_ account: Member) async throws -> Today {
    let background = try await background(account)
    let history = background.history
    let now = now(after: history)
    let offset = account.utcOffsetSeconds(at: now)
    let scenario = background.scenario(at: now, of: account)
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
      doneSets: known.sets.filter { isToday($0.at) && $0.value.kind != .warmUp })
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
    started(
      History(
        try await store.facts(
          of: account.athlete, since: now().addingTimeInterval(-Self.memorySeconds))))
  }

  /// Who brings neither a program nor a history starts with the one for that.
  func started(_ history: History) -> History {
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
    guard let session = history.sessions.last,
      now.timeIntervalSince(session.at) < Self.sessionSeconds,
      !history.ended.contains(session.value.id)
    else { return nil }
    // As it was prescribed when it began: what has been done since doesn't count yet.
    var before = background
    before.history = history.until(session.at)
    before.history.sessions.removeAll { $0.value.id == session.value.id }
    before.history.sets.removeAll { $0.value.session == session.value.id }
    let scenario = before.scenario(at: session.at, of: account)
    guard let asked = prescribe(scenario).session else { return nil }
    // What has been said since may have ended it, or some of it.
    let said = history.checkIns.filter { $0.at >= session.at }.map(\.value)
    guard !said.contains(where: { $0.symptoms.contains(where: \.needsCareToday) }) else {
      return nil
    }
    let prescribed = asked.without(said.flatMap(\.pains))
    let done = history.sets.filter { $0.value.session == session.value.id }.count
    let sets = prescribed.setCount
    guard done < sets else { return nil }
    return BegunSession(
      session: session.value, prescribed: prescribed, doneSets: done, prescribedSets: sets)
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
