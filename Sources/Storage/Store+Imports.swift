public import Foundation

extension Store {
  /// A file that somebody brought.
  public struct Import: Sendable, Hashable, Identifiable {
    public var id: UUID
    /// When it was read, to the second.
    public var at: Date
    /// Where it came from, as it is shown: a program and a file's name.
    public var source: String

    public init(id: UUID, at: Date, source: String) {
      self.id = id
      self.at = at
      self.source = source
    }
  }

  /// Notes that a file is brought, before its facts are added.
  public func begin(_ brought: Import, of athlete: UUID) async throws {
    _ = try await database.write { connection in
      try connection.run(
        "INSERT INTO import (athlete, id, at, source) VALUES ($1, $2, $3, $4)",
        .id(athlete), .id(brought.id), .seconds(brought.at), .text(brought.source))
    }
  }

  /// An athlete's imports with the ids of what each brought, the newest first.
  public func imports(of athlete: UUID) async throws -> [(Import, facts: [UUID])] {
    try await database.read { connection in
      var facts: [UUID: [UUID]] = [:]
      let rows = try connection.rows(
        "SELECT id, import FROM fact WHERE athlete = $1 AND import IS NOT NULL ORDER BY entry",
        .id(athlete))
      for row in rows { facts[try row.id("import"), default: []].append(try row.id("id")) }
      return try connection.rows(
        "SELECT id, at, source FROM import WHERE athlete = $1 ORDER BY at DESC, id", .id(athlete)
      ).map { row in
        let brought = Import(
          id: try row.id("id"), at: try row.instant("at"),
          source: try row.text("source"))
        return (brought, facts[brought.id] ?? [])
      }
    }
  }
}
