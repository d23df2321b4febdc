#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Somebody on the other side of a coaching: the coach for a member, the member for a coach.
public struct CoachPartner: Sendable, Hashable, Identifiable {
  /// Of the account.
  public let id: UUID
  public let name: String
  public let since: Date
  /// Who is coached.
  public let athlete: UUID
  /// What the coach may see of it.
  public let sees: Set<Sharing>

  public init(id: UUID, name: String, since: Date, athlete: UUID, sees: Set<Sharing>) {
    self.id = id
    self.name = name
    self.since = since
    self.athlete = athlete
    self.sees = sees
  }

  public var person: Person { Person(id: id, name: name) }
}
