public import Community
public import Foundation

extension Store {
  /// Adds a comment at the end of a post's thread, which speaks to some accounts. The same id again
  /// changes nothing.
  public func addComment(
    _ text: String, id: UUID, to post: UUID, by author: UUID, answering parent: UUID?,
    mentioning mentioned: [UUID], at now: Date
  ) async throws {
    try await database.write { connection in
      if let parent {
        let known = try connection.rows(
          "SELECT id FROM comment WHERE post = $1 AND id = $2", .id(post), .id(parent))
        guard !known.isEmpty else { return }
      }
      let isNew = try connection.run(
        """
        INSERT INTO comment (post, entry, id, author, parent, text, written_at)
        SELECT $1, COALESCE(MAX(entry), 0) + 1, $2, $3, $4, $5, $6 FROM comment WHERE post = $1
        ON CONFLICT (id) DO NOTHING
        """, .id(post), .id(id), .id(author), parent.map(Value.id) ?? .null, .text(text),
        .seconds(now))
      guard isNew == 1 else { return }
      for account in mentioned where account != author {
        try connection.run(
          "INSERT INTO mention (account, comment) VALUES ($1, $2)", .id(account), .id(id))
      }
    }
  }

  /// Rewrites a comment of one's own that stands.
  public func editComment(
    _ id: UUID, by author: UUID, text: String, at now: Date
  ) async throws -> Bool {
    try await database.write { connection in
      try connection.run(
        """
        UPDATE comment SET text = $1, edited_at = $2
        WHERE id = $3 AND author = $4 AND is_removed = 0
        """, .text(text), .seconds(now), .id(id), .id(author)) == 1
    }
  }

  /// Takes a comment's text away, as its author or as the post's; the answers to it stay.
  public func removeComment(_ id: UUID, by account: UUID) async throws -> Bool {
    try await database.write { connection in
      let removed = try connection.run(
        """
        UPDATE comment SET text = '', is_removed = 1, removed_by = $1
        WHERE id = $2 AND is_removed = 0 AND (author = $1
          OR EXISTS (SELECT 1 FROM post WHERE post.id = comment.post AND post.author = $1)
          OR EXISTS (SELECT 1 FROM account WHERE account.id = $1 AND is_owner = 1))
        """, .id(account), .id(id))
      guard removed == 1 else { return false }
      try connection.run("DELETE FROM comment_report WHERE comment = $1", .id(id))
      try connection.run("DELETE FROM mention WHERE comment = $1", .id(id))
      return true
    }
  }

  /// Tells a post's author that a comment shouldn't stand; each account once.
  public func report(
    _ comment: UUID, by account: UUID, because reason: String, at now: Date
  ) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO comment_report (comment, account, at, reason)
        SELECT id, $1, $2, $3 FROM comment WHERE id = $4 AND is_removed = 0
        ON CONFLICT (comment, account) DO UPDATE SET reason = excluded.reason
        """, .id(account), .seconds(now), .text(reason), .id(comment))
    }
  }

  /// Puts reports aside: the comment stands.
  public func dismissReports(of comment: UUID, by author: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        """
        DELETE FROM comment_report WHERE comment = $1 AND EXISTS (
          SELECT 1 FROM comment JOIN post ON post.id = comment.post
          WHERE comment.id = $1 AND post.author = $2)
        """, .id(comment), .id(author))
    }
  }

  /// All comments of a post in the order of writing, and the last entry that a reader had seen.
  ///
  /// Reports are told to the post's author alone.
  public func comments(
    of post: UUID, for account: UUID
  ) async throws -> (comments: [Comment], seen: Int) {
    try await database.read { connection in
      var reports: [UUID: [String]] = [:]
      for row in try connection.rows(
        """
        SELECT comment_report.comment AS comment, reason FROM comment_report
        JOIN comment ON comment.id = comment_report.comment
        JOIN post ON post.id = comment.post
        WHERE comment.post = $1 AND post.author = $2 ORDER BY at
        """, .id(post), .id(account))
      {
        reports[try row.id("comment"), default: []].append(try row.text("reason"))
      }
      let comments = try connection.rows(
        """
        SELECT comment.id AS id, entry, comment.author AS author, account.name AS author_name,
          parent, text, written_at, edited_at, removed_by, remover.name AS remover_name, is_removed
        FROM comment JOIN account ON account.id = comment.author
        LEFT JOIN account AS remover ON remover.id = comment.removed_by
        WHERE post = $1 ORDER BY entry
        """, .id(post)
      ).map { row in
        let author = Person(id: try row.id("author"), name: try row.text("author_name"))
        let isRemoved = try row.integer("is_removed") == 1
        let remover = try row.optionalID("removed_by").map {
          Person(id: $0, name: try row.text("remover_name"))
        }
        let id = try row.id("id")
        return Comment(
          id: id, entry: try row.integer("entry"), author: author,
          parent: try row.optionalID("parent"), text: try row.text("text"),
          writtenAt: try row.instant("written_at"), editedAt: try row.optionalInstant("edited_at"),
          removedBy: isRemoved ? remover ?? author : nil, reports: reports[id] ?? [])
      }
      let seen = try connection.rows(
        "SELECT seen_entry FROM post_reading WHERE post = $1 AND account = $2", .id(post),
        .id(account)
      ).first?.integer("seen_entry")
      return (comments, seen ?? 0)
    }
  }

  /// Notes that somebody has read a post and its comments as far as they go.
  public func markRead(_ post: UUID, by account: UUID, at now: Date) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO post_reading (post, account, first_at, seen_entry)
        VALUES ($1, $2, $3, (SELECT COALESCE(MAX(entry), 0) FROM comment WHERE post = $1))
        ON CONFLICT (post, account) DO UPDATE SET seen_entry = excluded.seen_entry
        """, .id(post), .id(account), .seconds(now))
      try connection.run(
        """
        DELETE FROM mention WHERE account = $1
          AND comment IN (SELECT id FROM comment WHERE post = $2)
        """, .id(account), .id(post))
    }
  }

  /// Notes a visit of somebody who isn't logged in; the same visitor on the same day counts once. More than
  /// so many a day aren't people, and would fill the disk.
  public func countVisit(of post: UUID, day: Int, visitor: String) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO post_visit (post, day, visitor) SELECT $1, $2, $3
        WHERE (SELECT COUNT(*) FROM post_visit WHERE post = $1 AND day = $2) < 20000
        ON CONFLICT (post, day, visitor) DO NOTHING
        """, .id(post), .integer(day), .text(visitor))
    }
  }

  /// How many comments speak to somebody who hasn't seen them.
  public func mentions(of account: UUID) async throws -> Int {
    try await database.read { connection in
      try connection.rows(
        "SELECT COUNT(*) AS count FROM mention WHERE account = $1", .id(account)
      ).first?.integer("count") ?? 0
    }
  }

  // MARK: What became of a post

  /// Notes that an athlete took a version of a post's program.
  public func adopt(_ post: UUID, version: Int, by athlete: UUID, at now: Date) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO post_adoption (athlete, post, version, adopted_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (athlete, post) DO UPDATE SET version = excluded.version
        """, .id(athlete), .id(post), .integer(version), .seconds(now))
    }
  }

  /// Everybody who read or took a post, and how often they have trained since.
  public func followers(of post: UUID) async throws -> [PostFollower] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT account.id AS id, account.name AS name,
          COALESCE(post_reading.first_at, 0) AS read_at,
          COALESCE(post_adoption.version, 0) AS version,
          (SELECT COUNT(*) FROM fact WHERE fact.athlete = post_adoption.athlete
            AND fact.kind = 'session' AND fact.at >= post_adoption.adopted_at
            AND NOT EXISTS (SELECT 1 FROM fact AS later WHERE later.athlete = fact.athlete
              AND later.supersedes = fact.id)) AS sessions
        FROM account JOIN athlete ON athlete.account = account.id
        LEFT JOIN post_reading ON post_reading.account = account.id AND post_reading.post = $1
        LEFT JOIN post_adoption ON post_adoption.athlete = athlete.id AND post_adoption.post = $1
        WHERE (post_reading.post IS NOT NULL OR post_adoption.post IS NOT NULL)
          AND account.id <> (SELECT author FROM post WHERE post.id = $1)
        ORDER BY account.name_key
        """, .id(post)
      ).map { row in
        let version = try row.integer("version")
        return PostFollower(
          person: Person(id: try row.id("id"), name: try row.text("name")),
          hasRead: try row.integer("read_at") > 0, version: version > 0 ? version : nil,
          sessions: try row.integer("sessions"))
      }
    }
  }

  public func visits(of post: UUID) async throws -> Int {
    try await database.read { connection in
      try connection.rows("SELECT COUNT(*) AS count FROM post_visit WHERE post = $1", .id(post))
        .first?.integer("count") ?? 0
    }
  }

  // MARK: Who writes

  /// What an author says they are working on themselves, and whether they show their own path.
  public func working(on author: UUID) async throws -> (words: String, showsPath: Bool) {
    try await database.read { connection in
      let row = try connection.rows(
        "SELECT working_on, shows_path FROM account WHERE id = $1", .id(author)
      ).first
      return (try row?.text("working_on") ?? "", try row?.integer("shows_path") == 1)
    }
  }

  public func setWorking(on words: String, showsPath: Bool, of author: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "UPDATE account SET working_on = $1, shows_path = $2 WHERE id = $3", .text(words),
        .integer(showsPath ? 1 : 0), .id(author))
    }
  }

  // MARK: The place's settings

  public func setting(_ name: String) async throws -> String? {
    try await database.read { connection in
      try connection.rows("SELECT value FROM place_setting WHERE name = $1", .text(name))
        .first?.text("value")
    }
  }

  public func set(_ name: String, to value: String) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO place_setting (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, .text(name), .text(value))
    }
  }

  /// Everybody who can read a post of this audience, besides its author.
  public func readers(of audience: Post.Audience, by author: UUID) async throws -> [Person] {
    let (condition, arguments): (String, [Value]) =
      switch audience {
      case .place, .web: ("account.id <> $1", [.id(author)])
      case .members:
        (
          "EXISTS (SELECT 1 FROM coaching WHERE coach = $1 AND coaching.athlete = athlete.id)",
          [.id(author)]
        )
      case .group(let group):
        (
          """
          EXISTS (SELECT 1 FROM coaching JOIN group_member
            ON group_member.athlete = coaching.athlete
            WHERE coach = $1 AND coach_group = $2 AND coaching.athlete = athlete.id)
          """, [.id(author), group.map(Value.id) ?? .null]
        )
      }
    return try await database.read { connection in
      try connection.rows(
        """
        SELECT account.id AS id, account.name AS name FROM account
        JOIN athlete ON athlete.account = account.id WHERE \(condition) ORDER BY name_key
        """, arguments
      ).map { Person(id: try $0.id("id"), name: try $0.text("name")) }
    }
  }
}
