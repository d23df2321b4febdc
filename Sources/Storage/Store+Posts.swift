public import Community
public import Foundation

extension Store {
  /// For whom a list of posts is made. The condition under which a post shows stands here, once.
  public enum Reader: Sendable, Hashable {
    /// Somebody who isn't logged in: open posts, where the place lets them out.
    case anyone
    case member(account: UUID, athlete: UUID)
  }

  // MARK: Writing

  /// Saves a text as a new version of a post, which is made where there is none of that id, with the words
  /// that a search looks through. Gives the version's number, and nil where the post is somebody
  /// else's. The same text for the same people is no new one.
  public func save(
    _ text: String, title: String, words: String, publishAt: Date?, post: UUID, author: UUID,
    audience: Post.Audience, at now: Date
  ) async throws -> Int? {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO post (id, author, created_at) VALUES ($1, $2, $3)
        ON CONFLICT (id) DO NOTHING
        """, .id(post), .id(author), .seconds(now))
      let own = try connection.rows(
        "SELECT id FROM post WHERE id = $1 AND author = $2", .id(post), .id(author))
      guard !own.isEmpty else { return nil }
      let newest = try connection.rows(
        """
        SELECT number, text, audience, coach_group, publish_at FROM post_version
        WHERE post = $1 ORDER BY number DESC LIMIT 1
        """, .id(post)
      ).first
      let number = try newest?.integer("number") ?? 0
      let publishAt = publishAt.map(Value.seconds) ?? .null
      if let newest, try newest.text("text") == text {
        let appeared = try newest.optionalInstant("publish_at").map { $0 <= now } ?? false
        if !appeared {
          // A draft that appears now, on another day, or for others is the same draft.
          try connection.run(
            """
            UPDATE post_version SET publish_at = $1, audience = $2, coach_group = $3
            WHERE post = $4 AND number = $5
            """, publishAt, .text(audience.column), audience.groupValue, .id(post),
            .integer(number))
          return number
        }
        guard try Post.Audience(newest, "audience", group: "coach_group") != audience else {
          return number
        }
      }
      try connection.run(
        """
        INSERT INTO post_version
          (post, number, audience, coach_group, title, text, words, saved_at, publish_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """, .id(post), .integer(number + 1), .text(audience.column), audience.groupValue,
        .text(title), .text(text), .text(words), .seconds(now), publishAt)
      return number + 1
    }
  }

  /// Removes a post with all that was said under it; those who took its program keep it.
  public func removePost(_ post: UUID, by author: UUID) async throws -> Bool {
    try await database.write { connection in
      try connection.run(
        "DELETE FROM post WHERE id = $1 AND author = $2", .id(post), .id(author)) == 1
    }
  }

  // MARK: Reading

  /// A post as somebody may read it: the version named, or the newest that has appeared, or for its author
  /// the newest draft; nil where there is none for them.
  public func post(
    _ id: UUID, version number: Int? = nil, for reader: Reader, at now: Date
  ) async throws -> Post? {
    try await database.read { connection in
      let row = try connection.rows(
        """
        SELECT \(Self.postColumns) FROM \(Self.versions)
        WHERE \(Self.readable(by: reader)) AND post.id = $4
          \(number.map { "AND post_version.number = \($0)" } ?? "")
        ORDER BY CASE WHEN post_version.number = shown.number THEN 0 ELSE 1 END,
          post_version.number DESC LIMIT 1
        """, reader.arguments(at: now) + [.id(id)]
      ).first
      return try row.map(Post.init)
    }
  }

  /// The versions of a post that somebody may read, the newest first.
  public func versions(
    of post: UUID, for reader: Reader, at now: Date
  ) async throws -> [Post.Version] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT \(Self.postColumns) FROM \(Self.versions)
        WHERE \(Self.readable(by: reader)) AND post.id = $4
        ORDER BY post_version.number DESC
        """, reader.arguments(at: now) + [.id(post)]
      ).map { try Post($0).version }
    }
  }

  /// Posts as they have appeared, the newest first, each in its newest version: those that hold all of these
  /// folded words, that come behind a post in the list (for its next page), and that are of one author.
  public func posts(
    for reader: Reader, words: [String] = [], behind: (at: Date, id: UUID)? = nil,
    author: UUID? = nil, most: Int, at now: Date
  ) async throws -> [PostGlance] {
    try await database.read { connection in
      var arguments = reader.arguments(at: now)
      func placeholder(_ value: Value) -> String {
        arguments.append(value)
        return "$\(arguments.count)"
      }
      var conditions = [Self.readable(by: reader)]
      // The day on which a post first appeared is its day; later versions don't bring it up again.
      if let behind {
        let at = placeholder(.seconds(behind.at))
        let id = placeholder(.id(behind.id))
        conditions.append(
          "(first.publish_at < \(at) OR (first.publish_at = \(at) AND post.id > \(id)))")
      }
      if let author { conditions.append("post.author = \(placeholder(.id(author)))") }
      for word in words.prefix(8) {
        let pattern =
          "%\(word.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_"))%"
        conditions.append("post_version.words LIKE \(placeholder(.text(pattern))) ESCAPE '\\'")
      }
      return try connection.rows(
        """
        SELECT \(Self.postColumns), first.publish_at AS first_at,
          (SELECT COUNT(*) FROM comment WHERE comment.post = post.id AND is_removed = 0) AS comments,
          (SELECT COUNT(*) FROM comment WHERE comment.post = post.id AND is_removed = 0
            AND comment.author <> $1 AND comment.entry > COALESCE(post_reading.seen_entry, 0)
          ) AS unread,
          COALESCE(post_reading.first_at, 0) AS read_at
        FROM \(Self.versions)
        JOIN post_version AS first ON first.post = post.id AND first.number = (
          SELECT MIN(number) FROM post_version AS every
          WHERE every.post = post.id AND every.publish_at <= $2)
        LEFT JOIN post_reading ON post_reading.post = post.id AND post_reading.account = $1
        WHERE post_version.number = shown.number AND \(conditions.joined(separator: " AND "))
        ORDER BY first.publish_at DESC, post.id LIMIT \(most)
        """, arguments
      ).map { row in
        let post = try Post(row)
        return PostGlance(
          post: post, appearedAt: try row.instant("first_at"),
          comments: try row.integer("comments"),
          unreadComments: try row.integer("unread"),
          isUnread: try row.integer("read_at") == 0 && row.integer("is_own") == 0)
      }
    }
  }

  /// What an author has in work: drafts, and what appears later, the newest first.
  public func drafts(of author: UUID, at now: Date) async throws -> [Post] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT \(Self.postColumns) FROM \(Self.versions)
        WHERE post.author = $1
          AND (post_version.publish_at IS NULL OR post_version.publish_at > $2)
          AND post_version.number = (
            SELECT MAX(number) FROM post_version AS every WHERE every.post = post.id)
        ORDER BY post_version.saved_at DESC
        """, .id(author), .seconds(now)
      ).map(Post.init)
    }
  }

  /// `$1` is the reader's account, or nothing, wherever these are asked for.
  private static let postColumns = """
    CASE WHEN post.author = $1 THEN 1 ELSE 0 END AS is_own, post.id AS id, post.author AS author,
    account.name AS author_name, post_version.audience AS audience,
    post_version.coach_group AS coach_group,
    COALESCE(shown.audience, post_version.audience) AS audience_now,
    CASE WHEN shown.number IS NULL THEN post_version.coach_group ELSE shown.coach_group END
      AS group_now,
    post_version.number AS number, post_version.title AS title, post_version.text AS text,
    post_version.saved_at AS saved_at, post_version.publish_at AS publish_at
    """

  /// Posts in all their versions, beside the one that is shown: the newest that has appeared. `$2` is the
  /// time.
  private static let versions = """
    post JOIN account ON account.id = post.author
    JOIN post_version ON post_version.post = post.id
    LEFT JOIN post_version AS shown ON shown.post = post.id AND shown.number = (
      SELECT MAX(number) FROM post_version AS every
      WHERE every.post = post.id AND every.publish_at <= $2)
    """

  /// The condition under which a version of a post shows. `$1` is the reader's account, or nothing,
  /// `$2` the time, `$3` the athlete.
  private static func readable(by reader: Reader) -> String {
    switch reader {
    case .anyone:
      """
      ($1 = '' AND post_version.publish_at <= $2 AND $3 = '' AND shown.audience = 'web'
        AND EXISTS (SELECT 1 FROM place_setting WHERE name = 'openPosts' AND value = 'yes'))
      """
    case .member:
      """
      (post.author = $1 OR (post_version.publish_at <= $2 AND (
        shown.audience IN ('place', 'web')
        OR (shown.audience = 'members' AND EXISTS (
          SELECT 1 FROM coaching WHERE coaching.coach = post.author AND coaching.athlete = $3))
        OR (shown.audience = 'group' AND EXISTS (
          SELECT 1 FROM group_member
          JOIN coaching ON coaching.athlete = group_member.athlete
            AND coaching.coach = post.author
          WHERE group_member.coach_group = shown.coach_group AND group_member.athlete = $3)))))
      """
    }
  }
}

extension Store.Reader {
  /// From `$1` on: the account, the time, the athlete.
  fileprivate func arguments(at now: Date) -> [Value] {
    switch self {
    case .anyone: [.text(""), .seconds(now), .text("")]
    case .member(let account, let athlete): [.id(account), .seconds(now), .id(athlete)]
    }
  }
}

extension Post.Audience {
  fileprivate var column: String {
    switch self {
    case .members: "members"
    case .group: "group"
    case .place: "place"
    case .web: "web"
    }
  }

  fileprivate var groupValue: Value {
    if case .group(let group?) = self { .id(group) } else { .null }
  }

  fileprivate init(_ row: Row, _ column: String, group: String) throws {
    self =
      switch try row.text(column) {
      case "members": .members
      case "place": .place
      case "web": .web
      case "group": .group(try row.optionalID(group))
      default: throw StorageError.unexpected(column)
      }
  }
}

extension Post {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.id("id"),
      author: Person(id: try row.id("author"), name: try row.text("author_name")),
      audience: try Audience(row, "audience_now", group: "group_now"),
      version: Version(
        number: try row.integer("number"),
        audience: try Audience(row, "audience", group: "coach_group"),
        title: try row.text("title"), text: try row.text("text"),
        savedAt: try row.instant("saved_at"), publishAt: try row.optionalInstant("publish_at")))
  }
}
