public import Community
public import Foundation
import Storage

extension Place {
  /// How many messages of a thread are shown.
  private static let mostMessages = 200

  /// What a member and one of their coaches, of now or of before, wrote to one another. The newest are
  /// read by this.
  public func messages(of member: Member, with coach: UUID) async throws -> [Message] {
    let pair = CoachingPair(athlete: member.athlete, coach: coach)
    let messages = try await store.messages(of: pair, most: Self.mostMessages)
    if let last = messages.last {
      try await store.readMessages(of: pair, upTo: last.entry, byCoach: false)
    }
    return messages
  }

  /// The same for the coach, while the coaching lasts.
  public func messages(with member: UUID, by coach: Member) async throws -> [Message] {
    let pair = try await coached(member, by: coach).pair
    let messages = try await store.messages(of: pair, most: Self.mostMessages)
    if let last = messages.last {
      try await store.readMessages(of: pair, upTo: last.entry, byCoach: true)
    }
    return messages
  }

  /// Writes to one's coach.
  ///
  /// - Throws: ``Refused/notTheirCoach`` where they don't coach this member.
  public func write(_ text: String, to coach: UUID, of member: Member) async throws {
    let pair = CoachingPair(athlete: member.athlete, coach: coach)
    try await write(text, from: member, in: pair)
  }

  /// Writes to a member, as their coach.
  public func write(_ text: String, toMember member: UUID, by coach: Member) async throws {
    try await write(text, from: coach, in: try await coached(member, by: coach).pair)
  }

  private func write(_ text: String, from author: Member, in pair: CoachingPair) async throws {
    let text = try Self.checked(text)
    guard await commentThrottle.isOpen(author.id.uuidString, at: now()) else {
      throw Refused.tooManyComments
    }
    await commentThrottle.failed(author.id.uuidString, at: now())
    guard try await store.write(text, from: author.id, in: pair, at: now()) else {
      throw Refused.notTheirCoach
    }
  }

  private static func checked(_ text: String) throws -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard (1...Message.longest).contains(text.count), !text.contains("\0") else {
      throw Refused.badMessage
    }
    return text
  }

  /// Messages that somebody hasn't read: of their coaches by coach, of those they coach by member.
  public func unreadMessages(
    of member: Member
  ) async throws -> (byCoach: [UUID: Int], byMember: [UUID: Int]) {
    (
      try await store.unreadMessages(ofAthlete: member.athlete),
      try await store.unreadMessages(ofCoach: member.id)
    )
  }

  /// Coaches of before with whom there are messages.
  public func formerCoaches(of member: Member) async throws -> [Person] {
    try await store.formerCoaches(of: member.athlete)
  }

  // MARK: Notes

  /// Notes something about a member, for the coach alone.
  public func note(_ text: String, about member: UUID, by coach: Member) async throws {
    let pair = try await coached(member, by: coach).pair
    try await store.note(try Self.checked(text), in: pair, at: now())
  }

  public func removeNote(_ entry: Int, about member: UUID, by coach: Member) async throws {
    try await store.removeNote(entry, in: try await coached(member, by: coach).pair)
  }

  /// What a coach noted about a member, the newest first.
  public func notes(about member: UUID, by coach: Member) async throws -> [CoachNote] {
    try await store.notes(in: try await coached(member, by: coach).pair)
  }
}
