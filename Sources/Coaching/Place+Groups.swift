public import Community
public import Foundation
import Storage

extension Place {
  public func groups(of coach: Member) async throws -> [CoachGroup] {
    try await store.groups(of: coach.id)
  }

  /// Makes a group of a coach's members, or gives one another name.
  ///
  /// - Throws: ``Refused/badGroupName`` where it is empty, too long or taken, or the group isn't theirs.
  public func nameGroup(_ id: UUID, _ name: String, by coach: Member) async throws {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard (1...60).contains(name.count), !name.contains(where: \.isNewline), !name.contains("\0"),
      try await store.nameGroup(id, name, of: coach.id)
    else { throw Refused.badGroupName }
  }

  /// Removes a group; posts that were for it are for nobody then.
  public func removeGroup(_ id: UUID, by coach: Member) async throws {
    try await store.removeGroup(id, of: coach.id)
  }

  /// Who is in a group from now on: accounts of those the coach coaches, others are left out.
  public func setMembers(_ members: Set<UUID>, of id: UUID, by coach: Member) async throws {
    try await store.setMembers(members, of: id, of: coach.id)
  }
}
