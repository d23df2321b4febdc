public import Community
public import Foundation

extension Store {
  /// How much of somebody's is kept, to be said before it is deleted.
  public struct Holdings: Sendable, Hashable {
    public var facts: Int
    /// Recordings whose bytes are kept.
    public var recordings: Int
    /// Limits that coaches set for them.
    public var limits: Int
    /// Who coaches them; it ends with their data.
    public var coaches: Int
    /// Whom they coach; it ends with their account.
    public var members: Int
    public var logins: Int
    /// Tokens of their programs.
    public var tokens: Int
    /// Invitations they made.
    public var invitations: Int
    /// Messages between them and their coaches, and those they wrote as a coach.
    public var messages: Int
    /// Posts and comments of theirs.
    public var posts: Int
    public var comments: Int
    /// Others who have an account here.
    public var others: Int
  }

  /// What deleting somebody's data or account would take away.
  public func holdings(of account: Member) async throws -> Holdings {
    try await database.read { connection in
      func count(_ tableAndCondition: String, _ id: UUID) throws -> Int {
        try connection.rows("SELECT COUNT(*) AS count FROM \(tableAndCondition)", .id(id))
          .first?.integer("count") ?? 0
      }
      return Holdings(
        facts: try count("fact WHERE athlete = $1", account.athlete),
        recordings: try count("recording WHERE athlete = $1", account.athlete),
        limits: try count("coach_limits WHERE athlete = $1", account.athlete),
        coaches: try count("coaching WHERE athlete = $1", account.athlete),
        members: try count("coaching WHERE coach = $1", account.id),
        logins: try count("login WHERE account = $1", account.id),
        tokens: try count("api_token WHERE account = $1", account.id),
        invitations: try count("invitation WHERE created_by = $1", account.id),
        messages: try count("coaching_message WHERE athlete = $1", account.athlete)
          + count("coaching_message WHERE author = coach AND coach = $1", account.id),
        posts: try count("post WHERE author = $1", account.id),
        comments: try count("comment WHERE author = $1", account.id),
        others: try count("account WHERE id <> $1", account.id))
    }
  }

  /// Removes all that somebody entered or was set for them, and logs them and their programs out everywhere; the
  /// account stays, and so do those they coach. Nothing of it can be read in the database's files afterwards.
  ///
  /// - Throws: ``StorageError/notScrubbed`` where it is deleted, but may still be read in the files.
  public func eraseData(of account: Member) async throws {
    try await database.write { connection in
      for table in [
        "fact", "recording", "import", "coaching_code", "coaching", "coach_limits",
        "group_member", "post_adoption", "coaching_look", "coaching_note", "coaching_message",
      ] {
        try connection.run("DELETE FROM \(table) WHERE athlete = $1", .id(account.athlete))
      }
      // What they wrote as a coach is theirs, too.
      try connection.run("DELETE FROM coaching_note WHERE coach = $1", .id(account.id))
      try connection.run("DELETE FROM coaching_message WHERE author = $1", .id(account.id))
      for table in ["coaching_offer", "coach_group"] {
        try connection.run("DELETE FROM \(table) WHERE coach = $1", .id(account.id))
      }
      // And what they wrote for others to read.
      for table in ["post", "comment"] {
        try connection.run("DELETE FROM \(table) WHERE author = $1", .id(account.id))
      }
      for table in ["post_reading", "comment_report", "mention"] {
        try connection.run("DELETE FROM \(table) WHERE account = $1", .id(account.id))
      }
      try connection.run(
        "UPDATE account SET working_on = '', shows_path = 0 WHERE id = $1", .id(account.id))
      for table in ["login", "api_token"] {
        try connection.run("DELETE FROM \(table) WHERE account = $1", .id(account.id))
      }
    }
    try await database.scrub()
  }

  /// Removes somebody with everything that is theirs. Nothing of it can be read in the database's
  /// files afterwards. Where the owner goes, the installation is the eldest account's from then on.
  ///
  /// - Throws: ``StorageError/notScrubbed`` where it is deleted, but may still be read in the files.
  public func deleteAccount(_ account: UUID) async throws {
    try await database.write { connection in
      try connection.run("DELETE FROM account WHERE id = $1", .id(account))
      try connection.run(
        """
        UPDATE account SET is_owner = 1
        WHERE id = (SELECT id FROM account ORDER BY created_at, id LIMIT 1)
          AND NOT EXISTS (SELECT id FROM account WHERE is_owner = 1)
        """)
    }
    try await database.scrub()
  }
}
