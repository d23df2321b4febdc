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
