public import Foundation

/// Somebody on the other side of a coaching: the coach for a member, the member for a coach.
public struct CoachingPartner: Sendable, Hashable, Identifiable {
  /// Of the account.
  public let id: UUID
  public let name: String
  public let since: Date
  /// What is coached.
  public let athlete: UUID
}

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
    codeHash: String, athlete: UUID, at now: Date, expires: Date
  ) async throws {
    try await database.write { connection in
      try connection.run("DELETE FROM coaching_code WHERE expires_at <= $1", .seconds(now))
      try connection.run(
        """
        INSERT INTO coaching_code (code_hash, athlete, created_at, expires_at)
        VALUES ($1, $2, $3, $4)
        """, .text(codeHash), .id(athlete), .seconds(now), .seconds(expires))
    }
  }

  /// Uses a code up: from now on the account coaches the athlete who gave it.
  ///
  /// - Returns: Whether the code held; nobody's own does.
  public func beginCoaching(codeHash: String, coach: UUID, at now: Date) async throws -> Bool {
    try await database.write { connection in
      let codes = try connection.rows(
        """
        SELECT coaching_code.athlete AS athlete FROM coaching_code
        JOIN athlete ON athlete.id = coaching_code.athlete
        WHERE code_hash = $1 AND expires_at > $2 AND athlete.account <> $3
        """, .text(codeHash), .seconds(now), .id(coach))
      guard let athlete = try codes.first?.text("athlete") else { return false }
      try connection.run("DELETE FROM coaching_code WHERE code_hash = $1", .text(codeHash))
      try connection.run(
        """
        INSERT INTO coaching (athlete, coach, begun_at) VALUES ($1, $2, $3)
        ON CONFLICT (athlete, coach) DO NOTHING
        """, .text(athlete), .id(coach), .seconds(now))
      return true
    }
  }

  /// Ends a coaching; the coach's limits hold no longer.
  public func endCoaching(of athlete: UUID, by coach: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "DELETE FROM coaching WHERE athlete = $1 AND coach = $2", .id(athlete), .id(coach))
    }
  }

  public func coaches(of athlete: UUID) async throws -> [CoachingPartner] {
    try await partners(
      """
      SELECT account.id AS id, account.name AS name, begun_at, coaching.athlete AS athlete
      FROM coaching JOIN account ON account.id = coaching.coach
      WHERE coaching.athlete = $1 ORDER BY account.name_key
      """, athlete)
  }

  public func members(of coach: UUID) async throws -> [CoachingPartner] {
    try await partners(
      """
      SELECT account.id AS id, account.name AS name, begun_at, athlete.id AS athlete
      FROM coaching JOIN athlete ON athlete.id = coaching.athlete
      JOIN account ON account.id = athlete.account
      WHERE coaching.coach = $1 ORDER BY account.name_key
      """, coach)
  }

  private func partners(_ sql: String, _ whose: UUID) async throws -> [CoachingPartner] {
    try await database.read { connection in
      try connection.rows(sql, .id(whose)).map { row in
        CoachingPartner(
          id: try row.id("id"), name: try row.text("name"), since: try row.instant("begun_at"),
          athlete: try row.id("athlete"))
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

extension Row {
  fileprivate func id(_ column: String) throws -> UUID {
    guard let id = UUID(uuidString: try text(column)) else {
      throw StorageError.unexpected(column)
    }
    return id
  }

  fileprivate func instant(_ column: String) throws -> Date {
    Date(timeIntervalSince1970: Double(try integer(column)))
  }
}
