/// The tables, as the list of steps that lead to them. Steps are only ever added at the end.
public enum Schema {
  struct Migration: Sendable {
    let name: String
    let statements: [String]
  }

  /// The database checks what it can; Swift comes second.
  static let migrations: [Migration] = [
    Migration(
      name: "accounts, athletes and facts",
      statements: [
        """
        CREATE TABLE account (
          id TEXT NOT NULL PRIMARY KEY,
          name TEXT NOT NULL CHECK (name <> ''),
          name_key TEXT NOT NULL UNIQUE,
          password TEXT NOT NULL,
          is_owner INT64 NOT NULL CHECK (is_owner IN (0, 1)),
          created_at INT64 NOT NULL
        END TABLE
        """,
        """
        CREATE UNIQUE INDEX account_only_owner ON account (is_owner) WHERE is_owner = 1
        """,
        """
        CREATE TABLE login (
          token_hash TEXT NOT NULL PRIMARY KEY,
          account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          created_at INT64 NOT NULL,
          expires_at INT64 NOT NULL
        END TABLE
        """,
        """
        CREATE INDEX login_account ON login (account)
        """,
        """
        CREATE TABLE invitation (
          code_hash TEXT NOT NULL PRIMARY KEY,
          created_by TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          created_at INT64 NOT NULL,
          expires_at INT64 NOT NULL,
          used_by TEXT REFERENCES account (id) ON DELETE CASCADE
        END TABLE
        """,
        """
        CREATE TABLE athlete (
          id TEXT NOT NULL PRIMARY KEY,
          account TEXT NOT NULL UNIQUE REFERENCES account (id) ON DELETE CASCADE,
          time_zone TEXT NOT NULL
        END TABLE
        """,
        """
        CREATE TABLE fact (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          id TEXT NOT NULL,
          at INT64 NOT NULL,
          kind TEXT NOT NULL,
          version INT64 NOT NULL CHECK (version >= 1),
          body TEXT NOT NULL CHECK (JSON(body)),
          supersedes TEXT,
          saved_at INT64 NOT NULL,
          PRIMARY KEY (athlete, id)
        END TABLE
        """,
        """
        CREATE INDEX fact_at ON fact (athlete, at)
        """,
      ]),
    // What happened within a second was kept in no order before.
    Migration(
      name: "the order of entry",
      statements: [
        "ALTER TABLE fact ADD COLUMN entry INT64 NOT NULL DEFAULT 0",
        "UPDATE fact SET entry = ORDER_OF_ENTRY",
        "CREATE UNIQUE INDEX fact_entry ON fact (athlete, entry)",
      ]),
    Migration(
      name: "coaches and their limits",
      statements: [
        """
        CREATE TABLE coaching_code (
          code_hash TEXT NOT NULL PRIMARY KEY,
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          created_at INT64 NOT NULL,
          expires_at INT64 NOT NULL
        END TABLE
        """,
        """
        CREATE TABLE coaching (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          coach TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          begun_at INT64 NOT NULL,
          PRIMARY KEY (athlete, coach)
        END TABLE
        """,
        """
        CREATE INDEX coaching_coach ON coaching (coach)
        """,
        """
        CREATE TABLE coach_limits (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          entry INT64 NOT NULL,
          coach TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          set_at INT64 NOT NULL,
          body TEXT NOT NULL CHECK (JSON(body)),
          PRIMARY KEY (athlete, entry)
        END TABLE
        """,
      ]),
    Migration(
      name: "imports and what they brought",
      statements: [
        """
        CREATE TABLE import (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          id TEXT NOT NULL,
          at INT64 NOT NULL,
          source TEXT NOT NULL,
          PRIMARY KEY (athlete, id)
        END TABLE
        """,
        "ALTER TABLE fact ADD COLUMN import TEXT",
        """
        CREATE INDEX fact_import ON fact (athlete, import) WHERE import IS NOT NULL
        """,
      ]),
    Migration(
      name: "recordings' bytes",
      statements: [
        """
        CREATE TABLE recording (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          digest TEXT NOT NULL,
          gzip BYTES NOT NULL,
          packed_size INT64 NOT NULL,
          saved_at INT64 NOT NULL,
          PRIMARY KEY (athlete, digest)
        END TABLE
        """
      ]),
    Migration(
      name: "posts, comments, groups and what coaches see",
      statements: [
        "ALTER TABLE account ADD COLUMN is_coach INT64 NOT NULL DEFAULT 0",
        // What somebody says they are working on themselves, beside their posts.
        "ALTER TABLE account ADD COLUMN working_on TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE account ADD COLUMN shows_path INT64 NOT NULL DEFAULT 0",
        // What an athlete lets this coach see, words apart by spaces. Those who were let in before saw nothing.
        "ALTER TABLE coaching ADD COLUMN sees TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE coaching_code ADD COLUMN sees TEXT NOT NULL DEFAULT ''",
        """
        CREATE TABLE place_setting (
          name TEXT NOT NULL PRIMARY KEY,
          value TEXT NOT NULL
        END TABLE
        """,
        """
        CREATE TABLE coach_group (
          id TEXT NOT NULL PRIMARY KEY,
          coach TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          name TEXT NOT NULL CHECK (name <> ''),
          UNIQUE (coach, name)
        END TABLE
        """,
        """
        CREATE TABLE group_member (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          coach_group TEXT NOT NULL REFERENCES coach_group (id) ON DELETE CASCADE,
          PRIMARY KEY (athlete, coach_group)
        END TABLE
        """,
        "CREATE INDEX group_member_group ON group_member (coach_group)",
        """
        CREATE TABLE post (
          id TEXT NOT NULL PRIMARY KEY,
          author TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          created_at INT64 NOT NULL
        END TABLE
        """,
        "CREATE INDEX post_author ON post (author)",
        """
        CREATE TABLE post_version (
          post TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
          number INT64 NOT NULL CHECK (number >= 1),
          audience TEXT NOT NULL CHECK (audience IN ('members', 'group', 'place', 'web')),
          coach_group TEXT REFERENCES coach_group (id) ON DELETE SET NULL,
          title TEXT NOT NULL,
          text TEXT NOT NULL,
          words TEXT NOT NULL,
          saved_at INT64 NOT NULL,
          publish_at INT64,
          PRIMARY KEY (post, number)
        END TABLE
        """,
        "CREATE INDEX post_version_publish ON post_version (publish_at)",
        """
        CREATE TABLE post_reading (
          post TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
          account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          first_at INT64 NOT NULL,
          seen_entry INT64 NOT NULL DEFAULT 0,
          PRIMARY KEY (post, account)
        END TABLE
        """,
        "CREATE INDEX post_reading_account ON post_reading (account)",
        """
        CREATE TABLE post_visit (
          post TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
          day INT64 NOT NULL,
          visitor TEXT NOT NULL,
          PRIMARY KEY (post, day, visitor)
        END TABLE
        """,
        """
        CREATE TABLE post_adoption (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          post TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
          version INT64 NOT NULL,
          adopted_at INT64 NOT NULL,
          PRIMARY KEY (athlete, post)
        END TABLE
        """,
        "CREATE INDEX post_adoption_post ON post_adoption (post)",
        """
        CREATE TABLE comment (
          post TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
          entry INT64 NOT NULL,
          id TEXT NOT NULL UNIQUE,
          author TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          parent TEXT,
          text TEXT NOT NULL,
          written_at INT64 NOT NULL,
          edited_at INT64,
          removed_by TEXT REFERENCES account (id) ON DELETE SET NULL,
          is_removed INT64 NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1)),
          PRIMARY KEY (post, entry)
        END TABLE
        """,
        "CREATE INDEX comment_author ON comment (author)",
        """
        CREATE TABLE comment_report (
          comment TEXT NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
          account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          at INT64 NOT NULL,
          reason TEXT NOT NULL,
          PRIMARY KEY (comment, account)
        END TABLE
        """,
        // Who is spoken to by name, until they have seen it.
        """
        CREATE TABLE mention (
          account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          comment TEXT NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
          PRIMARY KEY (account, comment)
        END TABLE
        """,
      ]),
    Migration(
      name: "looks, notes and messages of a coaching",
      statements: [
        // Up to which message each of the two has read.
        "ALTER TABLE coaching ADD COLUMN athlete_seen INT64 NOT NULL DEFAULT 0",
        "ALTER TABLE coaching ADD COLUMN coach_seen INT64 NOT NULL DEFAULT 0",
        """
        CREATE TABLE coaching_offer (
          code_hash TEXT NOT NULL PRIMARY KEY,
          coach TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          created_at INT64 NOT NULL,
          expires_at INT64 NOT NULL
        END TABLE
        """,
        """
        CREATE TABLE coaching_look (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          hour INT64 NOT NULL,
          coach TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          subject TEXT NOT NULL,
          PRIMARY KEY (athlete, hour, coach, subject)
        END TABLE
        """,
        """
        CREATE TABLE coaching_note (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          coach TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          entry INT64 NOT NULL,
          text TEXT NOT NULL CHECK (text <> ''),
          written_at INT64 NOT NULL,
          PRIMARY KEY (athlete, coach, entry)
        END TABLE
        """,
        """
        CREATE TABLE coaching_message (
          athlete TEXT NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
          coach TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          entry INT64 NOT NULL,
          author TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          text TEXT NOT NULL CHECK (text <> ''),
          written_at INT64 NOT NULL,
          PRIMARY KEY (athlete, coach, entry)
        END TABLE
        """,
      ]),
    Migration(
      name: "tokens of the API",
      statements: [
        """
        CREATE TABLE api_token (
          id TEXT NOT NULL PRIMARY KEY,
          account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          name TEXT NOT NULL CHECK (name <> ''),
          token_hash TEXT NOT NULL UNIQUE,
          scopes TEXT NOT NULL,
          made_at INT64 NOT NULL,
          used_at INT64
        END TABLE
        """,
        "CREATE INDEX api_token_account ON api_token (account)",
      ]),
  ]

  /// Brings a database up to date, one transaction a step.
  ///
  /// - Throws: ``StorageError/newerSchema(_:)`` when the database knows a step that this program
  ///   doesn't.
  public static func migrate(_ database: any Database, upTo last: String? = nil) async throws {
    try await database.write { connection in
      try connection.run(
        spelled(
          """
          CREATE TABLE IF NOT EXISTS schema_migration (
            name TEXT NOT NULL PRIMARY KEY,
            position INT64 NOT NULL
          END TABLE
          """, database.dialect))
    }
    let applied = Set(
      try await database.read { connection in
        try connection.rows("SELECT name FROM schema_migration").map { try $0.text("name") }
      })
    if let unknown = applied.subtracting(migrations.map(\.name)).sorted().first {
      throw StorageError.newerSchema(unknown)
    }
    for (position, migration) in migrations.enumerated() where !applied.contains(migration.name) {
      try await database.write { connection in
        for statement in migration.statements {
          try connection.run(spelled(statement, database.dialect))
        }
        try connection.run(
          "INSERT INTO schema_migration (name, position) VALUES ($1, $2)",
          .text(migration.name), .integer(position))
      }
      if migration.name == last { return }
    }
  }

  private static func spelled(_ statement: String, _ dialect: Dialect) -> String {
    dialect.words.reduce(statement) { $0.replacing($1.key, with: $1.value) }
  }
}
