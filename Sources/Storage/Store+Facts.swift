public import Foundation
public import Lifting

extension Store {
  /// Adds facts to an athlete's, in the order given. When it returns they are on disk; nothing is
  /// ever overwritten.
  public func add(_ facts: [Fact], to athlete: UUID, at now: Date) async throws -> Fact.Receipt {
    let encoder = JSONEncoder.eccentricCompact
    let rows = try facts.map { fact in
      (fact, String(decoding: try encoder.encode(fact.body), as: UTF8.self))
    }
    return try await database.write { connection in
      var saved = Fact.Receipt()
      var entry =
        try connection.rows(
          "SELECT COALESCE(MAX(entry), 0) AS entry FROM fact WHERE athlete = $1", .id(athlete)
        ).first?.integer("entry") ?? 0
      for (fact, body) in rows {
        let isNew = try connection.run(
          """
          INSERT INTO fact (athlete, id, at, kind, version, body, supersedes, saved_at, entry)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          ON CONFLICT (athlete, id) DO NOTHING
          """, .id(athlete), .id(fact.id), .seconds(fact.at), .text(fact.body.kind.rawValue),
          .integer(Fact.Body.version), .text(body), fact.supersedes.map(Value.id) ?? .null,
          .seconds(now), .integer(entry + 1))
        if isNew == 1 {
          entry += 1
          saved.new.append(fact.id)
          continue
        }
        let same = try connection.rows(
          "SELECT id FROM fact WHERE athlete = $1 AND id = $2 AND at = $3 AND body = $4",
          .id(athlete), .id(fact.id), .seconds(fact.at), .text(body))
        if same.isEmpty { saved.conflicting.append(fact.id) } else { saved.known.append(fact.id) }
      }
      return saved
    }
  }

  /// All facts of an athlete, in the order of time; those of the same second in that of entry.
  public func facts(of athlete: UUID) async throws -> [Fact] {
    try await facts(
      "SELECT * FROM fact WHERE athlete = $1 ORDER BY at, entry", .id(athlete))
  }

  /// What today depends on: everything since an instant, of what is asked once whatever its age, and
  /// every correction, whose original may be younger than itself.
  public func facts(of athlete: UUID, since instant: Date) async throws -> [Fact] {
    try await facts(
      """
      SELECT * FROM fact WHERE athlete = $1
        AND (at >= $2 OR supersedes IS NOT NULL
          OR kind IN ('athlete', 'screening', 'clearance', 'program'))
      ORDER BY at, entry
      """, .id(athlete), .seconds(instant))
  }

  private func facts(_ sql: String, _ arguments: Value...) async throws -> [Fact] {
    let rows = try await database.read { try $0.rows(sql, arguments) }
    // One document and one decoding: many small ones take several times as long.
    let entries = try rows.map { row in
      let supersedes = try row.optionalText("supersedes").map { ",\"supersedes\":\"\($0)\"" } ?? ""
      let at = Date(timeIntervalSince1970: Double(try row.integer("at"))).formatted(.iso8601)
      return """
        {"id":"\(try row.text("id"))","at":"\(at)","kind":"\(try row.text("kind"))",\
        "version":\(try row.integer("version")),"body":\(try row.text("body"))\(supersedes)}
        """
    }
    do {
      return try JSONDecoder.eccentric.decode(
        [Fact].self, from: Data("[\(entries.joined(separator: ","))]".utf8))
    } catch {
      throw StorageError.unreadableFact("\(error)")
    }
  }
}
