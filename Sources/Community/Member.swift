#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Somebody who can log in, with whose facts are theirs.
public struct Member: Sendable, Hashable, Identifiable {
  public let id: UUID
  public let name: String
  public let role: Role
  /// An identifier such as `Europe/Berlin`.
  public let timeZone: String
  /// Whose facts are theirs.
  public let athlete: UUID

  public init(id: UUID, name: String, role: Role, timeZone: String, athlete: UUID) {
    self.id = id
    self.name = name
    self.role = role
    self.timeZone = timeZone
    self.athlete = athlete
  }

  /// Whether the installation is theirs.
  public var isOwner: Bool { role == .owner }
  public var person: Person { Person(id: id, name: name) }
}

/// What somebody may do in a place, each more than the one before.
public enum Role: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Trains, reads, comments, and may coach whoever lets them.
  case member
  /// Writes posts for the whole place, too.
  case coach
  /// Invites people, makes coaches, and decides whether posts may be read by everybody on the web.
  case owner

  public static func < (one: Role, other: Role) -> Bool { one.rawValue < other.rawValue }
}
