public import Community
public import Foundation
import Lifting
import Logging
import Storage

extension Place {
  /// A member in a coach's list.
  public struct RosterLine: Sendable, Identifiable {
    public var partner: CoachPartner
    /// What the member lets this coach see; nil where that is nothing, or it isn't ready.
    public var entry: RosterEntry?
    /// Whether it is being worked out.
    public var isOnItsWay: Bool
    /// Messages that the coach hasn't read.
    public var unread: Int
    /// Why they should have a word, the most pressing first.
    public var attention: [Attention]

    public var id: UUID { partner.id }
    /// When they last entered something that the coach may know of.
    public var lastSeen: Date? {
      [entry?.lastTrained, entry?.lastRated].compactMap(\.self).max()
    }
  }

  /// So long a list waits for what isn't known, in seconds, and a file.
  public static let rosterPatience = 3.0
  public static let filePatience = 120.0

  /// Everybody a coach coaches, whoever needs a word first; each with what they let this coach see, and
  /// no more. What takes longer to work out than somebody waits comes with the next look.
  public func roster(
    of coach: Member, as subject: Look.Subject = .roster,
    patience: Double = Place.rosterPatience
  ) async throws -> [RosterLine] {
    let coached = try await store.coached(by: coach.id)
    let unread = try await store.unreadMessages(ofCoach: coach.id)
    let (entries, isComplete) = try await rosterEntries(of: coached, coach, patience: patience)
    try await store.look(atAll: subject, by: coach.id, hour: hour)
    let now = now()
    return coached.map { partner, _ in
      let shares = !partner.sees.isDisjoint(with: [.sessions, .soreness])
      let entry = entries[partner.athlete]?.seen(with: partner.sees)
      let count = unread[partner.id] ?? 0
      return RosterLine(
        partner: partner, entry: entry, isOnItsWay: shares && entry == nil && !isComplete,
        unread: count,
        attention: Attention.all(entry, unread: count, at: now))
    }.sorted { one, other in
      switch (one.attention.first, other.attention.first) {
      case (let a?, let b?) where a.kind != b.kind: a.kind < b.kind
      case (nil, _?): false
      case (_?, nil): true
      default:
        (other.attention.count, one.partner.name) < (one.attention.count, other.partner.name)
      }
    }
  }

  private func rosterEntries(
    of coached: [(partner: CoachPartner, member: Member)], _ coach: Member, patience: Double
  ) async throws -> (known: [UUID: RosterEntry], isComplete: Bool) {
    let facts = try await store.newestEntries(ofMembersOf: coach.id)
    let limits = try await store.newestLimits(ofMembersOf: coach.id)
    let shown = coached.filter { !$0.partner.sees.isDisjoint(with: [.sessions, .soreness]) }
    let now = now()
    let keys = shown.map { _, member in
      RosterCache.Key(
        athlete: member.athlete, facts: facts[member.athlete] ?? "",
        limits: limits[member.athlete] ?? "",
        day: Day(now, utcOffsetSeconds: member.utcOffsetSeconds(at: now)).number,
        timeZone: member.timeZone)
    }
    let members = Dictionary(
      shown.map { ($0.member.athlete, $0.member) }, uniquingKeysWith: { $1 })
    let make: @Sendable (RosterCache.Key) async -> RosterEntry? = { key in
      guard let member = members[key.athlete] else { return nil }
      do {
        return try await self.rosterEntry(of: member)
      } catch {
        self.log.error("a member can't be worked out", metadata: ["error": "\(error)"])
        return nil
      }
    }
    let steps = Int(saturating: patience / Self.pollSeconds)
    for step in 0... {
      let (known, isComplete) = await rosters.entries(for: keys, make: make)
      if isComplete || step >= steps { return (known, isComplete) }
      try await Task.sleep(for: .seconds(Self.pollSeconds))
    }
    return ([:], false)
  }

  private static let pollSeconds = 0.05

  @concurrent private func rosterEntry(of member: Member) async throws -> RosterEntry {
    let background = try await background(member)
    return RosterEntry(background.scenario(at: now(after: background.history), of: member))
  }
}
