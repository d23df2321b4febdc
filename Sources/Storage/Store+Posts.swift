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
  /// else's. The same text as in the newest version is no new one.
  public func save(
    _ text: String, title: String, words: String, publishAt: Date?, post: UUID, author: UUID,
    audience: Post.Audience, at now: Date
  ) async throws -> Int? {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO post (id, author, audience, coach_group, created_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING
        """, .id(post), .id(author), .text(audience.column), audience.groupValue, .seconds(now))
      guard
        try connection.run(
          "UPDATE post SET audience = $1, coach_group = $2 WHERE id = $3 AND author = $4",
          .text(audience.column), audience.groupValue, .id(post), .id(author)) == 1
      else { return nil }
      let newest = try connection.rows(
        """
        SELECT number, text, publish_at FROM post_version WHERE post = $1
        ORDER BY number DESC LIMIT 1
        """, .id(post)
      ).first
      let number = try newest?.integer("number") ?? 0
      if let newest, try newest.text("text") == text {
        // A draft that appears now, or on another day, is the same draft.
        let was = try newest.optionalInstant("publish_at")
        if was == nil || was.map({ $0 > now }) == true {
          try connection.run(
            "UPDATE post_version SET publish_at = $1 WHERE post = $2 AND number = $3",
            publishAt.map(Value.seconds) ?? .null, .id(post), .integer(number))
        }
        return number
      }
      try connection.run(
        """
        INSERT INTO post_version (post, number, title, text, words, saved_at, publish_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """, .id(post), .integer(number + 1), .text(title), .text(text), .text(words),
        .seconds(now), publishAt.map(Value.seconds) ?? .null)
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

  /// A post as somebody may read it, in the newest version where none is named; nil where there is none
  /// for them.
  public func post(
    _ id: UUID, version number: Int? = nil, for reader: Reader, at now: Date
  ) async throws -> Post? {
    try await database.read { connection in
      let row = try connection.rows(
        """
        SELECT \(Self.postColumns) FROM post
        JOIN account ON account.id = post.author
        JOIN post_version ON post_version.post = post.id
        WHERE \(Self.readable(by: reader)) AND post.id = $4
          \(number.map { "AND post_version.number = \($0)" } ?? "")
        ORDER BY post_version.number DESC LIMIT 1
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
        SELECT \(Self.postColumns) FROM post
        JOIN account ON account.id = post.author
        JOIN post_version ON post_version.post = post.id
        WHERE \(Self.readable(by: reader)) AND post.id = $4
        ORDER BY post_version.number DESC
        """, reader.arguments(at: now) + [.id(post)]
      ).map { try Post($0).version }
    }
  }

  /// Posts as they have appeared, the newest first, each in its newest version: those that hold all of these
  /// folded words, that appeared before an instant or come behind a post of such an instant (for the next
  /// page of a list), and that are of one author.
  public func posts(
    for reader: Reader, words: [String] = [], before: Date? = nil,
    behind: (at: Date, id: UUID)? = nil,
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
      if let before { conditions.append("first.publish_at < \(placeholder(.seconds(before)))") }
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
        FROM post
        JOIN account ON account.id = post.author
        JOIN post_version ON post_version.post = post.id
        JOIN post_version AS first ON first.post = post.id AND first.number = (
          SELECT MIN(number) FROM post_version
          WHERE post_version.post = post.id AND publish_at <= $2)
        LEFT JOIN post_reading ON post_reading.post = post.id AND post_reading.account = $1
        WHERE post_version.number = (
            SELECT MAX(number) FROM post_version
            WHERE post_version.post = post.id AND publish_at <= $2)
          AND \(conditions.joined(separator: " AND "))
        ORDER BY first.publish_at DESC, post.id LIMIT \(most)
        """, arguments
      ).map { row in
        let post = try Post(row)
        return PostGlance(
          post: post, appearedAt: try row.instant("first_at"),
          comments: try row.integer("comments"),
          unreadComments: try row.integer("unread"),
          isUnread: try row.integer("read_at") == 0 && post.author.id.uuidString != reader.account)
      }
    }
  }

  /// What an author has in work: drafts, and what appears later, the newest first.
  public func drafts(of author: UUID, at now: Date) async throws -> [Post] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT \(Self.postColumns) FROM post
        JOIN account ON account.id = post.author
        JOIN post_version ON post_version.post = post.id
        WHERE post.author = $1 AND (publish_at IS NULL OR publish_at > $2)
          AND post_version.number = (
            SELECT MAX(number) FROM post_version WHERE post_version.post = post.id)
        ORDER BY saved_at DESC
        """, .id(author), .seconds(now)
      ).map(Post.init)
    }
  }

  private static let postColumns = """
    post.id AS id, post.author AS author, account.name AS author_name,
    post.audience AS audience, post.coach_group AS coach_group, post_version.number AS number,
    post_version.title AS title, post_version.text AS text, post_version.saved_at AS saved_at,
    post_version.publish_at AS publish_at
    """

  /// The condition under which a version of a post shows. `$1` is the reader's account, or nothing,
  /// `$2` the time, `$3` the athlete.
  private static func readable(by reader: Reader) -> String {
    switch reader {
    case .anyone:
      """
      ($1 = '' AND post_version.publish_at <= $2 AND $3 = '' AND post.audience = 'web'
        AND EXISTS (SELECT 1 FROM place_setting WHERE name = 'openPosts' AND value = 'yes'))
      """
    case .member:
      """
      (post.author = $1 OR (post_version.publish_at <= $2 AND (
        post.audience IN ('place', 'web')
        OR (post.audience = 'members' AND EXISTS (
          SELECT 1 FROM coaching WHERE coaching.coach = post.author AND coaching.athlete = $3))
        OR (post.audience = 'group' AND EXISTS (
          SELECT 1 FROM group_member
          JOIN coaching ON coaching.athlete = group_member.athlete
            AND coaching.coach = post.author
          WHERE group_member.coach_group = post.coach_group AND group_member.athlete = $3)))))
      """
    }
  }
}

extension Store.Reader {
  fileprivate var account: String {
    switch self {
    case .anyone: ""
    case .member(let account, _): account.uuidString
    }
  }

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
}

extension Post {
  init(_ row: Row) throws {
    let audience: Audience =
      switch try row.text("audience") {
      case "members": .members
      case "place": .place
      case "web": .web
      case "group": .group(try row.optionalID("coach_group"))
      default: throw StorageError.unexpected("audience")
      }
    self.init(
      id: try row.id("id"),
      author: Person(id: try row.id("author"), name: try row.text("author_name")),
      audience: audience,
      version: Version(
        number: try row.integer("number"), title: try row.text("title"),
        text: try row.text("text"), savedAt: try row.instant("saved_at"),
        publishAt: try row.optionalInstant("publish_at")))
  }
}

extension Row {
  func id(_ column: String) throws -> UUID {
    guard let id = UUID(uuidString: try text(column)) else {
      throw StorageError.unexpected(column)
    }
    return id
  }

  func optionalID(_ column: String) throws -> UUID? {
    columns[column] == .null ? nil : try id(column)
  }

  func instant(_ column: String) throws -> Date {
    Date(timeIntervalSince1970: Double(try integer(column)))
  }

  func optionalInstant(_ column: String) throws -> Date? {
    columns[column] == .null ? nil : try instant(column)
  }
}
