public import Foundation
public import Lifting

extension Store {
  /// Adds facts to an athlete's, in the order given. When it returns they are on disk; nothing is
  /// ever overwritten. Where an import brings them, they are noted as its own.
  ///
  /// - Throws: ``StorageError/implausible(_:)``, with nothing added, when a fact can't be true
  ///   (``Fact/problems(now:)``). Whoever wants the good ones kept sorts the others out before.
  public func add(
    _ facts: [Fact], to athlete: UUID, at now: Date, import: UUID? = nil
  ) async throws -> Fact.Receipt {
    let problems = facts.flatMap { $0.problems(now: now) }
    guard problems.isEmpty else { throw StorageError.implausible(problems) }
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
          INSERT INTO fact (athlete, id, at, kind, version, body, supersedes, saved_at, entry, import)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
          ON CONFLICT (athlete, id) DO NOTHING
          """, .id(athlete), .id(fact.id), .seconds(fact.at), .text(fact.body.kind.rawValue),
          .integer(Fact.Body.version), .text(body), fact.supersedes.map(Value.id) ?? .null,
          .seconds(now), .integer(entry + 1), `import`.map(Value.id) ?? .null)
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

  /// A fact that is kept but can't be given out: written by an older version that took what can't
  /// be true, or damaged.
  public struct UnreadableFact: Sendable, Hashable {
    public var id: UUID
    /// Why, as a sentence without its full stop.
    public var reason: String
  }

  /// What is kept of an athlete: the facts that can be read, and those that can't.
  public struct KeptFacts: Sendable, Hashable {
    public var facts: [Fact] = []
    /// Those that nothing readable has taken the place of, in the order of time.
    public var unreadable: [UnreadableFact] = []
  }

  /// All facts of an athlete, in the order of time; those of the same second in that of entry. What
  /// can't be read is left out.
  public func facts(of athlete: UUID) async throws -> [Fact] {
    try await kept(of: athlete).facts
  }

  /// Facts in the order of entry, as many as are asked for from behind a place in it.
  public struct FactsPage: Sendable, Hashable {
    public var facts: [Fact]
    /// The place of the last one, what can't be read counted too; that which was asked for where there
    /// is none.
    public var last: Int
    public var hasMore: Bool
  }

  public func facts(of athlete: UUID, after entry: Int, most: Int) async throws -> FactsPage {
    let rows = try await database.read { connection in
      try connection.rows(
        "SELECT * FROM fact WHERE athlete = $1 AND entry > $2 ORDER BY entry LIMIT $3",
        .id(athlete), .integer(entry), .integer(most + 1))
    }
    let shown = rows.prefix(most)
    var kept = KeptFacts()
    Self.read(try shown.map(StoredFact.init)[...], into: &kept)
    return FactsPage(
      facts: kept.facts, last: try shown.last?.integer("entry") ?? entry,
      hasMore: rows.count > most)
  }

  /// The program that an athlete follows, without folding all the rest.
  public func program(of athlete: UUID) async throws -> ProgramChoice? {
    let kept = try await kept(
      "SELECT * FROM fact WHERE athlete = $1 AND kind = 'program' ORDER BY at, entry",
      .id(athlete))
    return History(kept.facts).program
  }

  /// All facts of an athlete as ``facts(of:)``, with what had to be left out.
  public func kept(of athlete: UUID) async throws -> KeptFacts {
    try await kept("SELECT * FROM fact WHERE athlete = $1 ORDER BY at, entry", .id(athlete))
  }

  /// What today depends on: everything since an instant, of what is asked once whatever its age, and
  /// every correction, whose original may be younger than itself.
  public func facts(of athlete: UUID, since instant: Date) async throws -> [Fact] {
    try await kept(
      """
      SELECT * FROM fact WHERE athlete = $1
        AND (at >= $2 OR supersedes IS NOT NULL
          OR kind IN ('athlete', 'screening', 'clearance', 'program', 'exercise'))
      ORDER BY at, entry
      """, .id(athlete), .seconds(instant)
    ).facts
  }

  private func kept(_ sql: String, _ arguments: Value...) async throws -> KeptFacts {
    let stored = try await database.read { try $0.rows(sql, arguments) }.map(StoredFact.init)
    var kept = KeptFacts()
    Self.read(stored[...], into: &kept)
    let superseded = Set(kept.facts.compactMap(\.supersedes))
    kept.unreadable.removeAll { superseded.contains($0.id) }
    return kept
  }

  /// One document and one decoding: many small ones take several times as long. Where that fails,
  /// each half is tried by itself, down to the single fact that can't be read.
  private static func read(_ stored: ArraySlice<StoredFact>, into kept: inout KeptFacts) {
    do {
      let document = "[\(stored.lazy.map(\.json).joined(separator: ","))]"
      let facts = try JSONDecoder.eccentric.decode([Fact].self, from: Data(document.utf8))
      for (var fact, stored) in zip(facts, stored) {
        fact.at = stored.at
        if let problem = fact.problems().first {
          kept.unreadable.append(UnreadableFact(id: fact.id, reason: problem.message))
        } else {
          kept.facts.append(fact)
        }
      }
    } catch {
      guard stored.count > 1 else {
        for fact in stored {
          kept.unreadable.append(
            UnreadableFact(id: fact.id, reason: "what is stored of it can't be read"))
        }
        return
      }
      let middle = stored.startIndex + stored.count / 2
      read(stored[..<middle], into: &kept)
      read(stored[middle...], into: &kept)
    }
  }
}

/// A row of the table of facts.
private struct StoredFact {
  let id: UUID
  let at: Date
  /// The fact with a time that stands in for its own: not every number of seconds has a date that
  /// can be written and read.
  let json: String

  init(_ row: Row) throws {
    let text = try row.text("id")
    guard let id = UUID(uuidString: text) else { throw StorageError.unexpected("id") }
    self.id = id
    at = Date(timeIntervalSince1970: Double(try row.integer("at")))
    let supersedes = try row.optionalText("supersedes").map { ",\"supersedes\":\"\($0)\"" } ?? ""
    json = """
      {"id":"\(text)","at":"1970-01-01T00:00:00Z","kind":"\(try row.text("kind"))",\
      "version":\(try row.integer("version")),"body":\(try row.text("body"))\(supersedes)}
      """
  }
}
