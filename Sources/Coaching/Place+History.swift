public import Foundation
public import Lifting
import Logging
public import Physiology
import Storage

extension Place {
  /// What somebody has done, by day, and where it led.
  public struct Past: Sendable {
    public struct DayOfSets: Sendable {
      public var day: Day
      public var title: String?
      public var sets: [Dated<WorkSet>]
      /// All that was entered for the day, as it stands.
      public var entries: [Fact] = []
      public var soreness: [BodyPart: Int]
    }

    /// The newest first.
    public var days: [DayOfSets]
    /// By exercise, the most trained first.
    public var strength: [StrengthCourse]
    /// Lowerings a week, the oldest first.
    public var weeks: [EccentricWeek]
    /// What was deleted and can be brought back, the newest first.
    public var takenBack: [Fact]
    /// Entries that are kept but can't be read, with the reason; nothing else counts them.
    public var unreadable: [Unreadable]

    public struct Unreadable: Sendable, Hashable {
      public var id: UUID
      /// A sentence without its full stop.
      public var reason: String
    }
  }

  /// Lowerings of one week.
  public struct EccentricWeek: Sendable {
    public var monday: Day
    /// Of negatives and slow sets.
    public var emphasized: Int
    public var ordinary: Int
  }

  /// Who somebody is, and how strong in one exercise.
  public struct Standing: Sendable {
    public var athlete: Athlete?
    /// The most they can lift once, in kilograms; nil where no set tells.
    public var oneRepMaxKilograms: Double?
  }

  public func standing(_ account: Member, in exercise: Exercise.ID) async throws -> Standing {
    let history = History(try await store.facts(of: account.athlete)).until(now())
    let course = StrengthCourse.all(in: history).first { $0.exercise.id == exercise }
    return Standing(
      athlete: history.athlete,
      oneRepMaxKilograms: course?.points.last?.believedKilograms.expected)
  }

  public func past(_ account: Member) async throws -> Past {
    let kept = try await store.kept(of: account.athlete)
    for fact in kept.unreadable {
      log.warning(
        "a stored fact is left out",
        metadata: ["fact": "\(fact.id)", "reason": "\(fact.reason)"])
    }
    let all = History(kept.facts)
    // What Today counts though a phone's clock is ahead, the history shows.
    let now = now(after: all)
    let history = all.until(now)
    let offset = account.utcOffsetSeconds(at: now)
    func day(_ at: Date) -> Day { Day(at, utcOffsetSeconds: offset) }

    let titles = Dictionary(
      history.sessions.map { ($0.value.id, $0.value.title) }, uniquingKeysWith: { $1 })
    var days: [Day: Past.DayOfSets] = [:]
    for set in history.sets {
      let key = day(set.at)
      let title = set.value.session.flatMap { titles[$0] }
      var entry =
        days[key] ?? Past.DayOfSets(day: key, title: title, sets: [], soreness: [:])
      entry.title = entry.title ?? title
      entry.sets.append(set)
      days[key] = entry
    }
    for checkIn in history.checkIns {
      let key = day(checkIn.at)
      var entry = days[key] ?? Past.DayOfSets(day: key, title: nil, sets: [], soreness: [:])
      entry.soreness.merge(checkIn.value.soreness) { $1 }
      days[key] = entry
    }
    for fact in Fact.standing(kept.facts) where fact.at <= now {
      let key = day(fact.at)
      var entry = days[key] ?? Past.DayOfSets(day: key, title: nil, sets: [], soreness: [:])
      entry.entries.append(fact)
      days[key] = entry
    }
    return Past(
      days: days.values.sorted { $0.day > $1.day },
      strength: StrengthCourse.all(in: history),
      weeks: Self.weeks(history, until: day(now), day: day),
      takenBack: Fact.takenBack(kept.facts).reversed(),
      unreadable: kept.unreadable.map { Past.Unreadable(id: $0.id, reason: $0.reason) })
  }

  private static func weeks(
    _ history: History, until today: Day, day: (Date) -> Day
  ) -> [EccentricWeek] {
    func monday(_ day: Day) -> Day {
      day.advanced(by: -(Day.Weekday.allCases.firstIndex(of: day.weekday) ?? 0))
    }
    let sets = Dictionary(
      grouping: history.sets.filter { $0.value.kind != .warmUp }, by: { monday(day($0.at)) })
    let weeks = sets.map { monday, sets in
      EccentricWeek(
        monday: monday,
        emphasized: sets.map(\.value).filter(\.emphasizesEccentric).repsOfASide,
        ordinary: sets.map(\.value).filter { !$0.emphasizesEccentric }.repsOfASide)
    }.reduce(into: [:]) { $0[$1.monday] = $1 }
    guard weeks.keys.min() != nil else { return [] }
    // The last half year, with the idle weeks.
    let last = monday(today)
    let first = max(weeks.keys.min() ?? last, last.advanced(by: -25 * 7))
    return stride(from: first.number, through: last.number, by: 7).map { number in
      let monday = Day(number: number)
      return weeks[monday] ?? EccentricWeek(monday: monday, emphasized: 0, ordinary: 0)
    }
  }
}
