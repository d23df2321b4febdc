#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Some of a coach's members, under a name.
public struct CoachGroup: Sendable, Hashable, Identifiable {
  public let id: UUID
  public let name: String
  /// Accounts.
  public let members: Set<UUID>

  public init(id: UUID, name: String, members: Set<UUID>) {
    self.id = id
    self.name = name
    self.members = members
  }
}
