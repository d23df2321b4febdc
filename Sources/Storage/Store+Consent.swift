public import Community
public import Foundation

extension Store {
  // MARK: Invitations

  /// Whose code it is, and what its coach would see; nil where it doesn't hold.
  public func coachingCode(
    codeHash: String, at now: Date
  ) async throws -> (athlete: Person, sees: Set<Sharing>)? {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT account.id AS id, account.name AS name, sees FROM coaching_code
        JOIN athlete ON athlete.id = coaching_code.athlete
        JOIN account ON account.id = athlete.account
        WHERE code_hash = $1 AND expires_at > $2
        """, .text(codeHash), .seconds(now)
      ).first.map { row in
        (
          Person(id: try row.id("id"), name: try row.text("name")),
          Sharing.set(try row.text("sees"))
        )
      }
    }
  }

  /// Keeps a code with which a coach offers one person to coach them.
  public func addCoachingOffer(
    codeHash: String, coach: UUID, at now: Date, expires: Date
  ) async throws {
    try await database.write { connection in
      try connection.run("DELETE FROM coaching_offer WHERE expires_at <= $1", .seconds(now))
      try connection.run(
        """
        INSERT INTO coaching_offer (code_hash, coach, created_at, expires_at)
        VALUES ($1, $2, $3, $4)
        """, .text(codeHash), .id(coach), .seconds(now), .seconds(expires))
    }
  }

  /// Who offers to coach with this code; nil where it doesn't hold.
  public func coachingOffer(codeHash: String, at now: Date) async throws -> Person? {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT account.id AS id, account.name AS name FROM coaching_offer
        JOIN account ON account.id = coaching_offer.coach
        WHERE code_hash = $1 AND expires_at > $2
        """, .text(codeHash), .seconds(now)
      ).first.map { Person(id: try $0.id("id"), name: try $0.text("name")) }
    }
  }

  /// Uses a coach's code up: from now on they coach the athlete, and see what the athlete chose.
  ///
  /// - Returns: Whether the code held; nobody's own does, nor does one of somebody who coaches them
  ///   already.
  public func takeCoachingOffer(
    codeHash: String, of athlete: UUID, sees: Set<Sharing>, at now: Date
  ) async throws -> Bool {
    try await database.write { connection in
      let offers = try connection.rows(
        """
        SELECT coach FROM coaching_offer WHERE code_hash = $1 AND expires_at > $2
          AND coach NOT IN (SELECT account FROM athlete WHERE id = $3)
        """, .text(codeHash), .seconds(now), .id(athlete))
      guard let coach = try offers.first?.text("coach") else { return false }
      let isNew = try connection.run(
        """
        INSERT INTO coaching (athlete, coach, begun_at, sees) VALUES ($1, $2, $3, $4)
        ON CONFLICT (athlete, coach) DO NOTHING
        """, .id(athlete), .text(coach), .seconds(now), .text(Sharing.column(sees)))
      guard isNew == 1 else { return false }
      try connection.run("DELETE FROM coaching_offer WHERE code_hash = $1", .text(codeHash))
      return true
    }
  }

  // MARK: What is seen

  /// Lets a coach see this from now on, and nothing else.
  public func share(_ sees: Set<Sharing>, of athlete: UUID, with coach: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "UPDATE coaching SET sees = $1 WHERE athlete = $2 AND coach = $3",
        .text(Sharing.column(sees)), .id(athlete), .id(coach))
    }
  }

  /// Everybody a coach coaches, with who they are.
  public func coached(by coach: UUID) async throws -> [(partner: CoachPartner, member: Member)] {
    try await coached("", .id(coach))
  }

  /// One of them; nil for everybody else.
  public func coached(
    _ account: UUID, by coach: UUID
  ) async throws -> (partner: CoachPartner, member: Member)? {
    try await coached("AND account.id = $2", .id(coach), .id(account)).first
  }

  private func coached(
    _ condition: String, _ arguments: Value...
  ) async throws -> [(partner: CoachPartner, member: Member)] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT account.id AS id, account.name AS name, is_owner, is_coach, time_zone,
          athlete.id AS athlete, begun_at, sees
        FROM coaching JOIN athlete ON athlete.id = coaching.athlete
        JOIN account ON account.id = athlete.account
        WHERE coaching.coach = $1 \(condition) ORDER BY account.name_key
        """, arguments
      ).map { row in
        let member = try Member(row)
        return (
          CoachPartner(
            id: member.id, name: member.name, since: try row.instant("begun_at"),
            athlete: member.athlete, sees: Sharing.set(try row.text("sees"))),
          member
        )
      }
    }
  }

  /// The newest entry of everybody a coach coaches, by athlete: while it is the same, so are their facts.
  public func newestEntries(ofMembersOf coach: UUID) async throws -> [UUID: String] {
    try await database.read { connection in
      var newest: [UUID: String] = [:]
      for row in try connection.rows(
        """
        SELECT fact.athlete AS athlete, fact.id AS id, fact.entry AS entry FROM coaching
        JOIN fact ON fact.athlete = coaching.athlete
          AND fact.entry = (SELECT MAX(entry) FROM fact AS other
            WHERE other.athlete = coaching.athlete)
        WHERE coaching.coach = $1
        """, .id(coach))
      {
        newest[try row.id("athlete")] = "\(try row.integer("entry")) \(try row.text("id"))"
      }
      return newest
    }
  }

  /// Which limits hold for everybody a coach coaches, by athlete: while it is the same, so are they.
  public func newestLimits(ofMembersOf coach: UUID) async throws -> [UUID: String] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT own.athlete AS athlete, coach_limits.coach AS coach, MAX(entry) AS entry
        FROM coaching AS own JOIN coaching AS any_coaching ON any_coaching.athlete = own.athlete
        JOIN coach_limits ON coach_limits.athlete = any_coaching.athlete
          AND coach_limits.coach = any_coaching.coach
        WHERE own.coach = $1 GROUP BY own.athlete, coach_limits.coach
        ORDER BY own.athlete, coach_limits.coach
        """, .id(coach)
      ).reduce(into: [:]) { newest, row in
        newest[try row.id("athlete"), default: ""] +=
          "\(try row.text("coach")) \(try row.integer("entry")) "
      }
    }
  }

  // MARK: Looks

  /// Notes that a coach looks at something of an athlete's.
  public func look(
    at subject: Look.Subject, of athlete: UUID, by coach: UUID, hour: Int
  ) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO coaching_look (athlete, hour, coach, subject) VALUES ($1, $2, $3, $4)
        ON CONFLICT (athlete, hour, coach, subject) DO NOTHING
        """, .id(athlete), .integer(hour), .id(coach), .text(subject.rawValue))
    }
  }

  /// Notes that a coach looks at all who let them see something.
  public func look(atAll subject: Look.Subject, by coach: UUID, hour: Int) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO coaching_look (athlete, hour, coach, subject)
        SELECT athlete, $1, coach, $2 FROM coaching WHERE coach = $3 AND sees <> ''
        ON CONFLICT (athlete, hour, coach, subject) DO NOTHING
        """, .integer(hour), .text(subject.rawValue), .id(coach))
    }
  }

  /// Who looked at what, the newest first.
  public func looks(at athlete: UUID, most: Int) async throws -> [Look] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT coach, account.name AS name, subject, hour FROM coaching_look
        JOIN account ON account.id = coaching_look.coach
        WHERE athlete = $1 ORDER BY hour DESC, name, subject LIMIT $2
        """, .id(athlete), .integer(most)
      ).compactMap { row in
        guard let subject = Look.Subject(rawValue: try row.text("subject")) else { return nil }
        return Look(
          coach: Person(id: try row.id("coach"), name: try row.text("name")), subject: subject,
          hour: Date(timeIntervalSince1970: Double(try row.integer("hour")) * 3600))
      }
    }
  }
}
