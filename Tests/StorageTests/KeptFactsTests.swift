import Community
import Foundation
import Lifting
import Testing

@testable import Storage

@Suite("What is kept can be read") struct KeptFactsTests {
  static let now = StoreTests.now

  private static func set(_ reps: Int, at: Date = now, supersedes: UUID? = nil) -> Fact {
    Fact(
      id: UUID(), at: at, .workSet(WorkSet(exercise: "squat", reps: reps)), supersedes: supersedes)
  }

  /// A row as an older version may have written it, or a broken disk.
  private static func plant(
    _ body: String, at seconds: Int64 = 1_772_470_800, kind: String = "workSet", version: Int = 1,
    entry: Int, in store: Store, of athlete: UUID
  ) async throws -> UUID {
    let id = UUID()
    try await store.database.write { connection in
      try connection.run(
        """
        INSERT INTO fact (athlete, id, at, kind, version, body, saved_at, entry)
        VALUES ($1, $2, $3, $4, $5, $6, 1, $7)
        """, .id(athlete), .id(id), .integer(seconds), .text(kind), .integer(version), .text(body),
        .integer(entry))
    }
    return id
  }

  @Test("what can't be true isn't taken, nor anything with it", arguments: Engine.allCases)
  func refused(_ engine: Engine) async throws {
    let store = try await StoreTests().store(engine)
    let athlete = try await StoreTests().owner(store).athlete
    let impossible = [
      Self.set(5000), Self.set(5, at: Self.now.addingTimeInterval(90_000)),
      Self.set(5, at: Date(timeIntervalSince1970: -62_167_219_200)),
      Fact(
        id: UUID(), at: Self.now,
        .workSet(WorkSet(exercise: "squat", load: .external(.kilograms(1e20)), reps: 5))),
    ]
    for fact in impossible {
      await #expect {
        try await store.add([Self.set(5), fact], to: athlete, at: Self.now)
      } throws: { error in
        guard case StorageError.implausible(let problems) = error else { return false }
        return problems.count == 1
      }
    }
    #expect(try await store.facts(of: athlete).isEmpty)
  }

  @Test("a fact that can't be read costs itself", arguments: Engine.allCases)
  func unreadable(_ engine: Engine) async throws {
    let store = try await StoreTests().store(engine)
    let athlete = try await StoreTests().owner(store).athlete
    let good = (1...9).map { Self.set($0) }
    _ = try await store.add(good, to: athlete, at: Self.now)
    let squat = #"{"exercise":"squat","reps":5}"#
    let load = #"{"exercise":"squat","reps":5,"load":{"external":"99999999999999999999 kg"}}"#
    let rows: [(body: String, at: Int64, kind: String, version: Int)] = [
      (squat, -62_167_219_200, "workSet", 1), (squat, 3_093_527_980_800, "workSet", 1),
      (squat, .max, "workSet", 1), (squat, .min, "workSet", 1), (load, 1, "workSet", 1),
      (#"{"exercise":"squat","reps":-5}"#, 1, "workSet", 1), ("{}", 1, "workSet", 1),
      ("[]", 1, "workSet", 1), ("1e999", 1, "checkIn", 1), (squat, 1, "workSet", 2),
      (squat, 1, "setOfWork", 1),
      (
        String(repeating: "[", count: 900)
          + String(repeating: "]", count: 900), 1, "session", 1
      ),
    ]
    var bad: Set<UUID> = []
    for (index, row) in rows.enumerated() {
      bad.insert(
        try await Self.plant(
          row.body, at: row.at, kind: row.kind, version: row.version, entry: 100 + index,
          in: store, of: athlete))
    }
    let kept = try await store.kept(of: athlete)
    #expect(kept.facts == good)
    #expect(Set(kept.unreadable.map(\.id)) == bad && kept.unreadable.count == bad.count)
    #expect(kept.unreadable.contains { $0.reason.contains("more than anyone can lift") })
    #expect(try await store.facts(of: athlete, since: Self.now) == good)
    // What is taken away is no longer mentioned.
    let retractions = bad.map { Fact(id: UUID(), at: Self.now, .retraction, supersedes: $0) }
    _ = try await store.add(retractions, to: athlete, at: Self.now)
    #expect(try await store.kept(of: athlete).unreadable.isEmpty)
  }

  @Test("many facts with many that can't be read are read all the same")
  func many() async throws {
    let store = try await StoreTests().store(.sqlite)
    let athlete = try await StoreTests().owner(store).athlete
    let good = (0..<2000).map { Self.set($0 % 100) }
    _ = try await store.add(good, to: athlete, at: Self.now)
    for index in 0..<40 {
      _ = try await Self.plant("{}", entry: 10_000 + index, in: store, of: athlete)
    }
    let kept = try await store.kept(of: athlete)
    #expect(kept.facts == good && kept.unreadable.count == 40)
  }
}
