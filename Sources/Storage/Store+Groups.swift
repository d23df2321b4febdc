public import Community
public import Foundation

extension Store {
  public func groups(of coach: UUID) async throws -> [CoachGroup] {
    try await database.read { connection in
      var members: [UUID: Set<UUID>] = [:]
      for row in try connection.rows(
        """
        SELECT coach_group.id AS id, athlete.account AS account FROM coach_group
        JOIN group_member ON group_member.coach_group = coach_group.id
        JOIN athlete ON athlete.id = group_member.athlete
        JOIN coaching ON coaching.athlete = group_member.athlete
          AND coaching.coach = coach_group.coach
        WHERE coach_group.coach = $1
        """, .id(coach))
      {
        members[try row.id("id"), default: []].insert(try row.id("account"))
      }
      return try connection.rows(
        "SELECT id, name FROM coach_group WHERE coach = $1 ORDER BY name", .id(coach)
      ).map { row in
        let id = try row.id("id")
        return CoachGroup(id: id, name: try row.text("name"), members: members[id] ?? [])
      }
    }
  }

  /// Makes a group, or gives one of theirs another name.
  ///
  /// - Returns: false where the coach has another group of that name, or this isn't theirs.
  public func nameGroup(_ id: UUID, _ name: String, of coach: UUID) async throws -> Bool {
    try await database.write { connection in
      let taken = try connection.rows(
        "SELECT id FROM coach_group WHERE coach = $1 AND name = $2 AND id <> $3",
        .id(coach), .text(name), .id(id))
      guard taken.isEmpty else { return false }
      try connection.run(
        """
        INSERT INTO coach_group (id, coach, name) VALUES ($1, $2, $3)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE coach_group.coach = excluded.coach
        """, .id(id), .id(coach), .text(name))
      return try !connection.rows(
        "SELECT id FROM coach_group WHERE id = $1 AND coach = $2", .id(id), .id(coach)
      ).isEmpty
    }
  }

  public func removeGroup(_ id: UUID, of coach: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "DELETE FROM coach_group WHERE id = $1 AND coach = $2", .id(id), .id(coach))
    }
  }

  /// Who is in a group from now on, of those whom the coach coaches; others are left out.
  public func setMembers(_ accounts: Set<UUID>, of id: UUID, of coach: UUID) async throws {
    try await database.write { connection in
      let own = try connection.rows(
        "SELECT id FROM coach_group WHERE id = $1 AND coach = $2", .id(id), .id(coach))
      guard !own.isEmpty else { return }
      try connection.run("DELETE FROM group_member WHERE coach_group = $1", .id(id))
      for account in accounts {
        try connection.run(
          """
          INSERT INTO group_member (athlete, coach_group)
          SELECT athlete.id, $1 FROM athlete JOIN coaching ON coaching.athlete = athlete.id
          WHERE coaching.coach = $2 AND athlete.account = $3
          """, .id(id), .id(coach), .id(account))
      }
    }
  }
}
