#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a token lets a program do in its maker's name. None includes another.
public enum Scope: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// Reads what its maker may read.
  case read
  /// Keeps facts, follows a program, comments.
  case write
  /// Writes posts, and sees and limits those whom its maker coaches.
  case coach

  public static func < (one: Scope, other: Scope) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}

/// A secret for a program, of which only the hash is kept, with what may be told of it.
public struct Token: Sendable, Hashable, Identifiable {
  public let id: UUID
  /// What its maker calls it.
  public let name: String
  public let scopes: Set<Scope>
  public let madeAt: Date
  /// To the minute; nil where it never was used.
  public let usedAt: Date?

  public init(id: UUID, name: String, scopes: Set<Scope>, madeAt: Date, usedAt: Date?) {
    self.id = id
    self.name = name
    self.scopes = scopes
    self.madeAt = madeAt
    self.usedAt = usedAt
  }

  /// Characters of a name at most.
  public static let longestName = 60
  /// How many somebody may have at once.
  public static let most = 20
}
