import Community
public import Foundation
public import Lifting
public import Prescribing

/// A session with what it asked for beside what was done.
///
/// What was asked is worked out from what was known when it began, as this version would ask it.
public struct SessionReport: Sendable, Identifiable {
  /// A set that was asked for, done, or both.
  public struct Row: Sendable {
    public var asked: SetToDo?
    public var done: WorkSet?
    /// The recording that was attached to it.
    public var recording: UUID?
  }

  public var session: Session
  public var at: Date
  public var day: Day
  /// In the order in which they were asked for, then what was done besides.
  public var rows: [Row]
  /// Whether it is known what was asked: not of what was done before they were here, nor where nothing
  /// was prescribed.
  public var isAsked: Bool
  /// Whether the athlete ended it before all of it was done.
  public var isEnded: Bool

  public var id: Session.ID { session.id }
  public var asked: Int { rows.count { $0.asked != nil } }
  /// Sets that were done, and of them those that were asked for.
  public var done: Int { rows.count { $0.done != nil } }
  public var doneAsAsked: Int { rows.count { $0.asked != nil && $0.done != nil } }
}

extension SessionReport {
  /// The newest sessions, on a thread where others aren't kept waiting.
  @concurrent static func newest(
    _ most: Int, only: Session.ID?, in facts: [Fact], of member: Member,
    limits: [Place.SetLimits], sees: Set<Sharing>
  ) async -> [SessionReport] {
    let history = History(facts)
    let wanted =
      only.map { id in history.sessions.filter { $0.value.id == id } } ?? history.sessions
    let programs = Fact.standing(facts).compactMap { fact -> Dated<ProgramChoice>? in
      guard case .program(let choice) = fact.body else { return nil }
      return Dated(at: fact.at, choice)
    }
    // Nobody is asked for anything before the health questions are answered.
    let since = facts.first {
      if case .screening = $0.body { true } else { false }
    }?.at
    var done: [Session.ID: [(origin: UUID, set: Dated<WorkSet>)]] = [:]
    var recordings: [UUID: UUID] = [:]
    for (origin, fact) in Fact.standingByOrigin(facts) {
      switch fact.body {
      case .workSet(let set):
        if let session = set.session {
          done[session, default: []].append((origin, Dated(at: fact.at, set)))
        }
      case .recording(let recording):
        if let set = recording.workSet, sees.contains(.measurements) { recordings[set] = origin }
      default: break
      }
    }
    var folded = FoldedHistory()
    let reports = wanted.suffix(most).map { session -> SessionReport in
      let sets = (done[session.value.id] ?? []).sorted {
        ($0.set.at, $0.origin.uuidString) < ($1.set.at, $1.origin.uuidString)
      }
      var asked: PrescribedSession?
      if let since, since <= session.at {
        var before = history.until(session.at)
        before.sessions.removeAll { $0.value.id == session.value.id }
        before.sets.removeAll { $0.value.session == session.value.id }
        before.program = programs.last { $0.at <= session.at }?.value
        asked = prescribed(session, before, limits, of: member, &folded)
      }
      return SessionReport(
        session, sets: sets, asked: asked, recordings: recordings, of: member,
        isEnded: history.ended.contains(session.value.id), sees: sees)
    }
    return reports.reversed()
  }

  private static func prescribed(
    _ session: Dated<Session>, _ before: History, _ limits: [Place.SetLimits], of member: Member,
    _ folded: inout FoldedHistory
  ) -> PrescribedSession? {
    var coaches: Set<UUID> = []
    let strictest = limits.filter { $0.at <= session.at && coaches.insert($0.coach).inserted }
      .map(\.limits).reduce(nil as CoachLimits?) { $0?.stricter($1) ?? $1 }
    let background = Place.Background(history: Place.started(before), limits: strictest)
    return prescribe(
      background.scenario(at: session.at, of: member, day: session.value.title),
      resuming: &folded
    ).session
  }

  private init(
    _ session: Dated<Session>, sets: [(origin: UUID, set: Dated<WorkSet>)],
    asked: PrescribedSession?, recordings: [UUID: UUID], of member: Member, isEnded: Bool,
    sees: Set<Sharing>
  ) {
    self.session = session.value
    at = session.at
    day = Day(session.at, utcOffsetSeconds: member.utcOffsetSeconds(at: session.at))
    self.isEnded = isEnded
    isAsked = asked != nil
    let matched =
      asked?.matched(with: sets.map(\.set.value)) ?? (taken: [], besides: Array(sets.indices))
    func row(_ asked: SetToDo?, _ place: Int?) -> Row {
      guard let place else { return Row(asked: asked) }
      var set = sets[place].set.value
      sees.mask(&set)
      return Row(asked: asked, done: set, recording: recordings[sets[place].origin])
    }
    rows =
      zip(asked?.turns ?? [], matched.taken).map { row($0.toDo, $1) }
      + matched.besides.map { row(nil, $0) }
  }
}
