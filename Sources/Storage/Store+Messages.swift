public import Community
public import Foundation

/// The two who write to one another.
public struct CoachingPair: Sendable, Hashable {
  public let athlete: UUID
  /// The coach's account.
  public let coach: UUID

  public init(athlete: UUID, coach: UUID) {
    self.athlete = athlete
    self.coach = coach
  }
}

extension Store {
  // MARK: Messages

  /// Adds a message to a thread, while the coaching lasts.
  ///
  /// - Returns: Whether it does.
  public func write(
    _ text: String, from author: UUID, in pair: CoachingPair, at now: Date
  ) async throws -> Bool {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO coaching_message (athlete, coach, entry, author, text, written_at)
        SELECT athlete, coach, 1 + COALESCE((SELECT MAX(entry) FROM coaching_message AS other
          WHERE other.athlete = coaching.athlete AND other.coach = coaching.coach), 0), $1, $2, $3
        FROM coaching WHERE athlete = $4 AND coach = $5
        """, .id(author), .text(text), .seconds(now), .id(pair.athlete), .id(pair.coach)) == 1
    }
  }

  /// The newest messages of a thread, in the order of writing.
  public func messages(of pair: CoachingPair, most: Int) async throws -> [Message] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT entry, author, account.name AS name, text, written_at FROM coaching_message
        JOIN account ON account.id = coaching_message.author
        WHERE athlete = $1 AND coach = $2 ORDER BY entry DESC LIMIT $3
        """, .id(pair.athlete), .id(pair.coach), .integer(most)
      ).map { row in
        Message(
          entry: try row.integer("entry"),
          author: Person(id: try row.id("author"), name: try row.text("name")),
          text: try row.text("text"), writtenAt: try row.instant("written_at"))
      }.reversed()
    }
  }

  /// Notes that one of the two has read up to a message.
  public func readMessages(of pair: CoachingPair, upTo entry: Int, byCoach: Bool) async throws {
    let column = byCoach ? "coach_seen" : "athlete_seen"
    try await database.write { connection in
      try connection.run(
        "UPDATE coaching SET \(column) = $1 WHERE athlete = $2 AND coach = $3 AND \(column) < $1",
        .integer(entry), .id(pair.athlete), .id(pair.coach))
    }
  }

  /// How many messages of their members a coach hasn't read, by the member's account.
  public func unreadMessages(ofCoach coach: UUID) async throws -> [UUID: Int] {
    try await unread(
      """
      SELECT athlete.account AS who, COUNT(*) AS count FROM coaching
      JOIN athlete ON athlete.id = coaching.athlete
      JOIN coaching_message ON coaching_message.athlete = coaching.athlete
        AND coaching_message.coach = coaching.coach
      WHERE coaching.coach = $1 AND entry > coach_seen AND author <> coaching.coach
      GROUP BY athlete.account
      """, coach)
  }

  /// How many messages of their coaches an athlete hasn't read, by the coach.
  public func unreadMessages(ofAthlete athlete: UUID) async throws -> [UUID: Int] {
    try await unread(
      """
      SELECT coaching.coach AS who, COUNT(*) AS count FROM coaching
      JOIN coaching_message ON coaching_message.athlete = coaching.athlete
        AND coaching_message.coach = coaching.coach
      WHERE coaching.athlete = $1 AND entry > athlete_seen AND author = coaching.coach
      GROUP BY coaching.coach
      """, athlete)
  }

  private func unread(_ sql: String, _ whose: UUID) async throws -> [UUID: Int] {
    try await database.read { connection in
      try connection.rows(sql, .id(whose)).reduce(into: [:]) { counts, row in
        counts[try row.id("who")] = try row.integer("count")
      }
    }
  }

  /// Those who coached an athlete, do no longer, and with whom there are messages: the athlete's to keep.
  public func formerCoaches(of athlete: UUID) async throws -> [Person] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT DISTINCT account.id AS id, account.name AS name, account.name_key AS key
        FROM coaching_message JOIN account ON account.id = coaching_message.coach
        WHERE coaching_message.athlete = $1 AND NOT EXISTS (SELECT athlete FROM coaching
          WHERE coaching.athlete = coaching_message.athlete
            AND coaching.coach = coaching_message.coach)
        ORDER BY key
        """, .id(athlete)
      ).map { Person(id: try $0.id("id"), name: try $0.text("name")) }
    }
  }

  // MARK: Notes

  public func note(_ text: String, in pair: CoachingPair, at now: Date) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO coaching_note (athlete, coach, entry, text, written_at)
        SELECT athlete, coach, 1 + COALESCE((SELECT MAX(entry) FROM coaching_note AS other
          WHERE other.athlete = coaching.athlete AND other.coach = coaching.coach), 0), $1, $2
        FROM coaching WHERE athlete = $3 AND coach = $4
        """, .text(text), .seconds(now), .id(pair.athlete), .id(pair.coach))
    }
  }

  public func removeNote(_ entry: Int, in pair: CoachingPair) async throws {
    try await database.write { connection in
      try connection.run(
        "DELETE FROM coaching_note WHERE athlete = $1 AND coach = $2 AND entry = $3",
        .id(pair.athlete), .id(pair.coach), .integer(entry))
    }
  }

  /// The newest first.
  public func notes(in pair: CoachingPair) async throws -> [CoachNote] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT entry, text, written_at FROM coaching_note
        WHERE athlete = $1 AND coach = $2 ORDER BY entry DESC
        """, .id(pair.athlete), .id(pair.coach)
      ).map { row in
        CoachNote(
          entry: try row.integer("entry"), text: try row.text("text"),
          writtenAt: try row.instant("written_at"))
      }
    }
  }
}
