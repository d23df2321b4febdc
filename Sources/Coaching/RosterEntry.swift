public import Community
public import Foundation
public import Lifting
public import Physiology
public import Prescribing
import ProgramText

/// How somebody is doing, in the few figures that a coach's list of members has room for.
public struct RosterEntry: Sendable, Hashable {
  /// A body part and how sore it is, 0 to 10.
  public struct Soreness: Sendable, Hashable {
    public var bodyPart: BodyPart
    public var rating: Double
    /// Whether the athlete said so; else it is expected.
    public var isSaid: Bool
  }

  /// Why nothing is prescribed.
  public struct Held: Sendable, Hashable {
    public var when: Refusal.When
    /// In sentences, to the athlete.
    public var because: [String]
  }

  /// A first repetition that isn't far.
  public struct Near: Sendable, Hashable {
    public var name: String
    /// Weeks until then, with the range that holds 90 %; nil where nothing tells.
    public var weeks: Interval?
    /// Whether an attempt is due.
    public var testIsDue: Bool
  }

  /// Something that hurt, or a sign that stops training.
  public struct Complaint: Sendable, Hashable {
    public var at: Date
    public var text: String
    /// Whether it needs a doctor the same day.
    public var isUrgent: Bool
  }

  /// Days of this week, from Monday on, with sets that count.
  public var trainedDays: Int
  /// Workouts a week, as the program has it or as usual; nil where there is neither.
  public var plannedDays: Int?
  /// Days of this week that are left, today counted.
  public var daysLeft: Int
  public var lastTrained: Date?
  public var lastRated: Date?
  /// The sorest body part now, and the sorest of the next days; nil below one of ten.
  public var now: Soreness?
  public var ahead: Soreness?
  public var held: Held?
  /// Exercises that stand still and nothing explains it.
  public var stuck: [String]
  public var near: [Near]
  /// Of the last week, the newest first.
  public var complaints: [Complaint]

  /// What a member lets a coach see of it; nil where that is nothing.
  public func seen(with sees: Set<Sharing>) -> RosterEntry? {
    guard !sees.isDisjoint(with: [.sessions, .soreness]) else { return nil }
    var entry = self
    if !sees.contains(.sessions) {
      (entry.trainedDays, entry.plannedDays, entry.lastTrained) = (0, nil, nil)
      (entry.held, entry.stuck, entry.near) = (nil, [], [])
    }
    if !sees.contains(.soreness) {
      (entry.now, entry.ahead, entry.complaints, entry.lastRated) = (nil, nil, [], nil)
      // Why a session is held back tells of pain and health; that there is none tells of the plan.
      if let held {
        entry.held = Held(when: held.when == .notYet ? .notYet : .notToday, because: [])
      }
    }
    return entry
  }
}

extension RosterEntry {
  /// Works it out: some tens to hundreds of milliseconds for a long history.
  init(_ scenario: Scenario) {
    var folded = FoldedHistory()
    let prescription = prescribe(scenario, resuming: &folded)
    let outlook = outlook(scenario, resuming: &folded)
    let history = scenario.history.until(scenario.now)
    let offset = scenario.utcOffsetMinutes * 60
    let today = scenario.today
    let weekday = Day.Weekday.allCases.firstIndex(of: today.weekday) ?? 0
    let days = Set(
      history.sets.filter { $0.value.kind != .warmUp }
        .map { Day($0.at, utcOffsetSeconds: offset) })
    trainedDays = days.count { today - $0 <= weekday }
    daysLeft = 7 - weekday
    plannedDays = Self.planned(history, trained: days.count { today - $0 < 28 })
    lastTrained = history.sets.last?.at
    lastRated = history.checkIns.last?.at

    let forecast = (prescription.forecastWithout ?? prescription.forecast).parts
    func sorest(_ rating: (Forecast.Part) -> Double?) -> Soreness? {
      let all = forecast.compactMap { part in
        rating(part).map { Soreness(bodyPart: part.bodyPart, rating: $0, isSaid: false) }
      }
      return all.max { ($0.rating, $1.bodyPart) < ($1.rating, $0.bodyPart) }
    }
    let said = history.checkIns.last.flatMap { checkIn in
      scenario.now.timeIntervalSince(checkIn.at) < Self.saidSeconds
        ? checkIn.value.soreness.max { ($0.value, $1.key) < ($1.value, $0.key) } : nil
    }
    now =
      said.map { Soreness(bodyPart: $0.key, rating: Double($0.value), isSaid: true) }
      ?? sorest { $0.days.first?.soreness.expected }
    ahead = sorest { $0.days.dropFirst().map(\.soreness.expected).max() }
    if let rating = now?.rating, rating < 1 { now = nil }
    if let rating = ahead?.rating, rating < 1 { ahead = nil }

    held = prescription.refusal.map { refusal in
      // What took the session away goes before what shaped it.
      let kinds: [Reason.Kind] = [.refusal, .limit]
      let because = kinds.flatMap { kind in
        prescription.reasons.filter { $0.kind == kind }.map(\.sentence)
      }
      return Held(when: refusal.when, because: because.isEmpty ? refusal.because : because)
    }
    stuck = outlook.plateaus.filter { $0.explanation == nil }.map(\.name)
    near = outlook.paths.filter { path in
      path.testIsDue || path.weeks.map { $0.expected <= Self.nearWeeks } ?? false
    }.map { Near(name: $0.name, weeks: $0.weeks, testIsDue: $0.testIsDue) }
    complaints = history.checkIns.reversed()
      .prefix { scenario.now.timeIntervalSince($0.at) < 7 * 86_400 }
      .flatMap { checkIn in
        checkIn.value.symptoms.sorted { $0.rawValue < $1.rawValue }
          .map { Complaint(at: checkIn.at, text: $0.text, isUrgent: $0.needsCareToday) }
          + checkIn.value.pains
          .map {
            Complaint(
              at: checkIn.at, text: $0.text.prefix(1).uppercased() + $0.text.dropFirst(),
              isUrgent: false)
          }
      }
  }

  /// For so long what was said is how it is.
  private static let saidSeconds = 36 * 3600.0
  /// A first repetition is near from so many weeks on.
  private static let nearWeeks = 6.0

  /// Workouts a week of the program, or days a week of the last four.
  private static func planned(_ history: History, trained: Int) -> Int? {
    if let text = history.program?.text {
      let program = Program.parse(text, exercises: history.exercises).program
      let days = program.days.filter { !program.exercises(of: $0).isEmpty }
      if let week = days.first?.week { return min(7, days.count { $0.week == week }) }
      if !days.isEmpty { return min(7, days.count) }
    }
    return trained == 0 ? nil : max(1, (trained + 2) / 4)
  }
}

/// Why a coach should have a word with somebody, the most pressing first.
public struct Attention: Sendable, Hashable, Comparable {
  public enum Kind: Int, Sendable, Hashable, Comparable {
    case urgent, pain, message, sore, quiet, behind, held, stuck, near

    public static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
  }

  public var kind: Kind
  /// A sentence without its full stop.
  public var words: String

  public static func < (one: Attention, other: Attention) -> Bool {
    (one.kind, one.words) < (other.kind, other.words)
  }

  /// What there is to say of what a coach sees, the most pressing first.
  ///
  /// - Parameters:
  ///   - entry: As the coach sees it.
  ///   - unread: Messages they haven't read.
  ///   - now: The instant.
  /// - Returns: Each thing once.
  static func all(_ entry: RosterEntry?, unread: Int, at now: Date) -> [Attention] {
    var all: [Attention] = []
    func add(_ kind: Kind, _ words: String) { all.append(Attention(kind: kind, words: words)) }
    if unread > 0 { add(.message, unread == 1 ? "1 unread message" : "\(unread) unread messages") }
    guard let entry else { return all }
    for complaint in entry.complaints {
      add(complaint.isUrgent ? .urgent : .pain, complaint.text)
    }
    if entry.held?.when == .seekCare, !all.contains(where: { $0.kind == .urgent }) {
      add(.urgent, entry.held?.because.first ?? "Should see a doctor")
    }
    if let sore = entry.now, sore.rating >= 6 {
      add(.sore, "\(sore.bodyPart.name) \(sore.rating.short(decimals: 0)) of 10")
    }
    if let last = entry.lastTrained {
      let days = Int(saturating: (now.timeIntervalSince(last) / 86_400).rounded(.down))
      if days >= 10 { add(.quiet, "No session for \(days) days") }
    }
    if let planned = entry.plannedDays, planned - entry.trainedDays > entry.daysLeft {
      add(.behind, "\(entry.trainedDays) of \(planned) workouts this week")
    }
    if entry.held?.when == .notYet { add(.held, "Held back until something is settled") }
    for name in entry.stuck { add(.stuck, "\(name) stands still") }
    for near in entry.near where near.testIsDue {
      add(.near, "May try a first \(near.name.lowercased())")
    }
    var told: Set<Attention> = []
    return all.sorted().filter { told.insert($0).inserted }
  }
}
