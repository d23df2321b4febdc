public import Community
public import Foundation

/// A coach's limits for an athlete, as JSON that ``Storage`` doesn't read.
public struct KeptLimits: Sendable, Hashable {
  public let coach: UUID
  public let coachName: String
  public let setAt: Date
  public let body: String
}

extension Store {
  /// Keeps a code with which an athlete lets one person coach them.
  public func addCoachingCode(
    codeHash: String, athlete: UUID, sees: Set<Sharing> = [], at now: Date, expires: Date
  ) async throws {
    try await database.write { connection in
      try connection.run("DELETE FROM coaching_code WHERE expires_at <= $1", .seconds(now))
      try connection.run(
        """
        INSERT INTO coaching_code (code_hash, athlete, created_at, expires_at, sees)
        VALUES ($1, $2, $3, $4, $5)
        """, .text(codeHash), .id(athlete), .seconds(now), .seconds(expires),
        .text(Sharing.column(sees)))
    }
  }

  /// Uses a code up: from now on the account coaches the athlete who gave it, and sees what they chose
  /// with it.
  ///
  /// - Returns: Whether the code held; nobody's own does, nor does one of whom they coach already: what
  ///   is seen then is the athlete's to change.
  public func beginCoaching(codeHash: String, coach: UUID, at now: Date) async throws -> Bool {
    try await database.write { connection in
      let codes = try connection.rows(
        """
        SELECT coaching_code.athlete AS athlete, sees FROM coaching_code
        JOIN athlete ON athlete.id = coaching_code.athlete
        WHERE code_hash = $1 AND expires_at > $2 AND athlete.account <> $3
        """, .text(codeHash), .seconds(now), .id(coach))
      guard let code = codes.first else { return false }
      let isNew = try connection.run(
        """
        INSERT INTO coaching (athlete, coach, begun_at, sees) VALUES ($1, $2, $3, $4)
        ON CONFLICT (athlete, coach) DO NOTHING
        """, .text(try code.text("athlete")), .id(coach), .seconds(now),
        .text(try code.text("sees")))
      guard isNew == 1 else { return false }
      try connection.run("DELETE FROM coaching_code WHERE code_hash = $1", .text(codeHash))
      return true
    }
  }

  /// Ends a coaching: the coach's limits hold no longer, and they are in none of the coach's groups.
  public func endCoaching(of athlete: UUID, by coach: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        """
        DELETE FROM group_member WHERE athlete = $1
          AND coach_group IN (SELECT id FROM coach_group WHERE coach = $2)
        """, .id(athlete), .id(coach))
      try connection.run(
        "DELETE FROM coaching WHERE athlete = $1 AND coach = $2", .id(athlete), .id(coach))
    }
  }

  public func coaches(of athlete: UUID) async throws -> [CoachPartner] {
    try await partners(
      """
      SELECT account.id AS id, account.name AS name, begun_at, coaching.athlete AS athlete, sees
      FROM coaching JOIN account ON account.id = coaching.coach
      WHERE coaching.athlete = $1 ORDER BY account.name_key
      """, athlete)
  }

  public func members(of coach: UUID) async throws -> [CoachPartner] {
    try await partners(
      """
      SELECT account.id AS id, account.name AS name, begun_at, athlete.id AS athlete, sees
      FROM coaching JOIN athlete ON athlete.id = coaching.athlete
      JOIN account ON account.id = athlete.account
      WHERE coaching.coach = $1 ORDER BY account.name_key
      """, coach)
  }

  /// The accounts of those who let a coach see something.
  public func membersShowing(_ what: Sharing, to coach: UUID) async throws -> Set<UUID> {
    Set(try await members(of: coach).filter { $0.sees.contains(what) }.map(\.id))
  }

  private func partners(_ sql: String, _ whose: UUID) async throws -> [CoachPartner] {
    try await database.read { connection in
      try connection.rows(sql, .id(whose)).map { row in
        CoachPartner(
          id: try row.id("id"), name: try row.text("name"), since: try row.instant("begun_at"),
          athlete: try row.id("athlete"), sees: Sharing.set(try row.text("sees")))
      }
    }
  }

  /// Keeps a coach's limits for an athlete beside all earlier ones. The same again changes nothing.
  ///
  /// - Returns: Whether they coach this athlete; where they don't, nothing is kept.
  public func setLimits(
    _ body: String, of athlete: UUID, by coach: UUID, at now: Date
  ) async throws -> Bool {
    try await database.write { connection in
      let coaching = try connection.rows(
        "SELECT coach FROM coaching WHERE athlete = $1 AND coach = $2", .id(athlete), .id(coach))
      guard !coaching.isEmpty else { return false }
      let latest = try connection.rows(
        """
        SELECT body FROM coach_limits WHERE athlete = $1 AND coach = $2
        ORDER BY entry DESC LIMIT 1
        """, .id(athlete), .id(coach))
      guard try latest.first?.text("body") != body else { return true }
      try connection.run(
        """
        INSERT INTO coach_limits (athlete, entry, coach, set_at, body)
        SELECT $1, COALESCE(MAX(entry), 0) + 1, $2, $3, $4 FROM coach_limits WHERE athlete = $1
        """, .id(athlete), .id(coach), .seconds(now), .text(body))
      return true
    }
  }

  /// What every coach of an athlete has set, the newest first; those of former coaches don't
  /// count until they do again.
  public func limits(of athlete: UUID) async throws -> [KeptLimits] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT coach_limits.coach AS coach, account.name AS name, set_at, body FROM coach_limits
        JOIN coaching ON coaching.athlete = coach_limits.athlete
          AND coaching.coach = coach_limits.coach
        JOIN account ON account.id = coach_limits.coach
        WHERE coach_limits.athlete = $1 ORDER BY entry DESC
        """, .id(athlete)
      ).map { row in
        KeptLimits(
          coach: try row.id("coach"), coachName: try row.text("name"),
          setAt: try row.instant("set_at"), body: try row.text("body"))
      }
    }
  }
}

extension Sharing {
  /// As it is stored: words apart by spaces. What this version doesn't know isn't shared.
  static func set(_ column: String) -> Set<Sharing> {
    Set(column.split(separator: " ").compactMap { Sharing(rawValue: String($0)) })
  }

  static func column(_ set: Set<Sharing>) -> String {
    set.sorted().map(\.rawValue).joined(separator: " ")
  }
}
