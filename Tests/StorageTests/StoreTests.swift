import Community
import Foundation
import Lifting
import Simulation
import Testing

@testable import Storage

/// Every engine there is; each test runs on all of them.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case sqlite

  var testDescription: String { rawValue }

  /// A fresh database of this engine, on a real disk.
  func database() throws -> any Database {
    switch self {
    case .sqlite: try SQLiteDatabase(path: Self.temporaryFile().path)
    }
  }

  static func temporaryFile() -> URL { scratch.folder.appending(path: "\(UUID()).sqlite") }

  private static let scratch = Scratch()

  /// A folder that is gone when the tests are over.
  private struct Scratch {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "eccentric-tests-\(ProcessInfo.processInfo.processIdentifier)")

    init() {
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      atexit {
        try? FileManager.default.removeItem(
          at: FileManager.default.temporaryDirectory.appending(
            path: "eccentric-tests-\(ProcessInfo.processInfo.processIdentifier)"))
      }
    }
  }
}

@Suite("The store") struct StoreTests {
  static let now = Date(timeIntervalSince1970: 1_772_470_800)

  func store(_ engine: Engine) async throws -> Store { try await Store(engine.database()) }

  func owner(_ store: Store, name: String = "Ada") async throws -> Member {
    try #require(
      try await store.makeAccount(
        name: name, passwordRecord: "record", timeZone: "Europe/Berlin", admission: .first,
        at: Self.now))
  }

  func member(_ store: Store, name: String, by owner: Member) async throws -> Member {
    try await store.addInvitation(
      codeHash: "code of \(name)", by: owner.id, at: Self.now,
      expires: Self.now.addingTimeInterval(60))
    return try #require(
      try await store.makeAccount(
        name: name, passwordRecord: "record", timeZone: "UTC",
        admission: .invited(codeHash: "code of \(name)"), at: Self.now))
  }

  func facts(_ count: Int) -> [Fact] {
    (0..<count).map { index in
      Fact(
        id: UUID(), at: Self.now.addingTimeInterval(Double(index)),
        .workSet(WorkSet(exercise: "squat", load: .external(.kilograms(100)), reps: index)))
    }
  }

  @Test("what is added is there, once", arguments: Engine.allCases)
  func idempotent(_ engine: Engine) async throws {
    let store = try await store(engine)
    let athlete = try await owner(store).athlete
    let facts = facts(5)
    let first = try await store.add(facts, to: athlete, at: Self.now)
    #expect(first.new.count == 5 && first.known.isEmpty && first.conflicting.isEmpty)
    let second = try await store.add(facts, to: athlete, at: Self.now)
    #expect(second.new.isEmpty && second.known.count == 5)
    #expect(try await store.facts(of: athlete) == facts)
  }

  @Test("a fact is never overwritten", arguments: Engine.allCases)
  func conflict(_ engine: Engine) async throws {
    let store = try await store(engine)
    let athlete = try await owner(store).athlete
    let fact = facts(1)[0]
    let other = Fact(id: fact.id, at: fact.at, .workSet(WorkSet(exercise: "squat", reps: 99)))
    _ = try await store.add([fact], to: athlete, at: Self.now)
    let saved = try await store.add([other], to: athlete, at: Self.now)
    #expect(saved.conflicting == [fact.id])
    #expect(try await store.facts(of: athlete) == [fact])
  }

  @Test("every kind of fact comes back as it was", arguments: Engine.allCases)
  func everyKind(_ engine: Engine) async throws {
    let store = try await store(engine)
    let athlete = try await owner(store).athlete
    let bodies: [Fact.Body] = [
      .athlete(Athlete(birthYear: 1990, sex: .female, bodyMass: .pounds(140), trainingMonths: 3)),
      .screening(Screening(yes: ["heart"], clearedOn: Day(year: 2026, month: 1, day: 2))),
      .clearance(Clearance(note: "“GP”; said 'yes'")),
      .session(Session(id: Session.ID(rawValue: "s"), title: "Ä \u{0} 💪", program: nil)),
      .workSet(WorkSet(exercise: "dip", load: Load(assistance: .pounds(20)), reps: 3)),
      .checkIn(CheckIn(soreness: [.chest: 3], symptoms: [.fever])),
      .strengthTest(StrengthTest(exercise: "pull-up", result: .lowering(seconds: 12.5, .body))),
      .program(ProgramChoice(text: "## A\r\n- Dip: 3 x 5\n")), .retraction, .restoration,
      .sessionEnd(SessionEnd(session: Session.ID(rawValue: "s"))),
      .recording(KeptRecording(digest: String(repeating: "0f", count: 32), size: 7, name: "a.csv")),
      .exercise(OwnExercise(name: "Ä/x", like: "dip", bodyParts: [.chest], liftsBody: true)),
    ]
    #expect(Set(bodies.map(\.kind)) == Set(Fact.Body.Kind.allCases))
    let facts = bodies.enumerated().map {
      Fact(
        id: UUID(), at: Self.now.addingTimeInterval(Double($0)), $1,
        supersedes: $1.kind == .retraction ? UUID() : nil)
    }
    _ = try await store.add(facts, to: athlete, at: Self.now)
    #expect(try await store.facts(of: athlete) == facts)
  }

  @Test(
    "recent facts come with what is asked once, and with corrections", arguments: Engine.allCases)
  func recent(_ engine: Engine) async throws {
    let store = try await store(engine)
    let athlete = try await owner(store).athlete
    let old = Self.now.addingTimeInterval(-500 * 86_400)
    let profile = Fact(
      id: UUID(), at: old,
      .athlete(Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 3)))
    let oldSet = Fact(id: UUID(), at: old, .workSet(WorkSet(exercise: "squat", reps: 5)))
    let newSet = Fact(id: UUID(), at: Self.now, .workSet(WorkSet(exercise: "squat", reps: 6)))
    let correction = Fact(
      id: UUID(), at: old, .workSet(WorkSet(exercise: "squat", reps: 7)), supersedes: newSet.id)
    _ = try await store.add([profile, oldSet, newSet, correction], to: athlete, at: Self.now)
    let recent = try await store.facts(
      of: athlete, since: Self.now.addingTimeInterval(-400 * 86_400))
    #expect(Set(recent.map(\.id)) == [profile.id, newSet.id, correction.id])
  }

  @Test("one athlete's facts are not another's", arguments: Engine.allCases)
  func separate(_ engine: Engine) async throws {
    let store = try await store(engine)
    let ada = try await owner(store)
    let bob = try await member(store, name: "Bob", by: ada)
    let facts = facts(3)
    _ = try await store.add(facts, to: ada.athlete, at: Self.now)
    #expect(try await store.facts(of: bob.athlete).isEmpty)
    // The same id may be used by two athletes without touching each other.
    let saved = try await store.add([facts[0]], to: bob.athlete, at: Self.now)
    #expect(saved.new == [facts[0].id])
    try await store.deleteAccount(bob.id)
    #expect(try await store.facts(of: bob.athlete).isEmpty)
    #expect(try await store.facts(of: ada.athlete) == facts)
  }

  @Test("the first account owns the place; others need an invitation", arguments: Engine.allCases)
  func admission(_ engine: Engine) async throws {
    let store = try await store(engine)
    #expect(try await !store.hasAccounts())
    let ada = try await owner(store)
    #expect(ada.isOwner)
    let second = try await store.makeAccount(
      name: "Eve", passwordRecord: "r", timeZone: "UTC", admission: .first, at: Self.now)
    #expect(second == nil)
    let uninvited = try await store.makeAccount(
      name: "Eve", passwordRecord: "r", timeZone: "UTC", admission: .invited(codeHash: "guess"),
      at: Self.now)
    #expect(uninvited == nil)
    let bob = try await member(store, name: "Bob", by: ada)
    #expect(!bob.isOwner)
    // An invitation works once, and not for ever.
    let again = try await store.makeAccount(
      name: "Eve", passwordRecord: "r", timeZone: "UTC",
      admission: .invited(codeHash: "code of Bob"), at: Self.now)
    #expect(again == nil)
    try await store.addInvitation(
      codeHash: "late", by: ada.id, at: Self.now, expires: Self.now.addingTimeInterval(60))
    let late = Self.now.addingTimeInterval(61)
    #expect(try await !store.invitationHolds(codeHash: "late", at: late))
    await #expect(throws: StorageError.nameTaken) {
      try await store.makeAccount(
        name: "  ADA ", passwordRecord: "r", timeZone: "UTC",
        admission: .invited(codeHash: "late"), at: Self.now)
    }
    #expect(try await store.account(named: "ada")?.member == ada)
    #expect(try await store.account(named: "nobody") == nil)
  }

  @Test("logins end, and a new password ends them all", arguments: Engine.allCases)
  func logins(_ engine: Engine) async throws {
    let store = try await store(engine)
    let ada = try await owner(store)
    let end = Self.now.addingTimeInterval(100)
    for token in ["a", "b", "c"] {
      try await store.addLogin(tokenHash: token, account: ada.id, at: Self.now, expires: end)
    }
    #expect(try await store.account(tokenHash: "a", at: Self.now) == ada)
    #expect(try await store.account(tokenHash: "a", at: end) == nil)
    #expect(try await store.account(tokenHash: "x", at: Self.now) == nil)
    try await store.removeLogin(tokenHash: "a")
    #expect(try await store.account(tokenHash: "a", at: Self.now) == nil)
    #expect(try await store.account(tokenHash: "b", at: Self.now) == ada)
    try await store.setPassword("new", of: ada.id)
    #expect(try await store.account(tokenHash: "b", at: Self.now) == nil)
    #expect(try await store.account(named: "Ada")?.passwordRecord == "new")
  }

  @Test("facts of one second come back in the order of entry", arguments: Engine.allCases)
  func entry(_ engine: Engine) async throws {
    let store = try await store(engine)
    let ada = try await owner(store)
    let all = facts(60).map { Fact(id: $0.id, at: Self.now, $0.body) }
    for start in stride(from: 0, to: 60, by: 20) {
      // Some are sent twice.
      let slice = Array(all[max(0, start - 5)..<(start + 20)])
      _ = try await store.add(slice, to: ada.athlete, at: Self.now)
    }
    #expect(try await store.facts(of: ada.athlete) == all)
    #expect(try await store.facts(of: ada.athlete, since: Self.now) == all)
    // Through somebody else's copy too.
    let eve = try await member(store, name: "Eve", by: ada)
    _ = try await store.add(try await store.facts(of: ada.athlete), to: eve.athlete, at: Self.now)
    #expect(try await store.facts(of: eve.athlete) == all)
  }

  @Test("a coach's limits are kept with who and when, and hold while they coach")
  func limits() async throws {
    let store = try await store(.sqlite)
    let ada = try await owner(store)
    let ben = try await member(store, name: "Ben", by: ada)
    func set(_ body: String, _ hours: Double) async throws -> Bool {
      try await store.setLimits(
        body, of: ada.athlete, by: ben.id, at: Self.now.addingTimeInterval(hours * 3600))
    }
    func kept() async throws -> [KeptLimits] { try await store.limits(of: ada.athlete) }
    #expect(try await !set("{}", 0))
    try await store.addCoachingCode(
      codeHash: "c", athlete: ada.athlete, at: Self.now, expires: Self.now.addingTimeInterval(60))
    #expect(try await !store.beginCoaching(codeHash: "c", coach: ada.id, at: Self.now))
    let late = Self.now.addingTimeInterval(61)
    #expect(try await !store.beginCoaching(codeHash: "c", coach: ben.id, at: late))
    #expect(try await store.beginCoaching(codeHash: "c", coach: ben.id, at: Self.now))
    #expect(try await !store.beginCoaching(codeHash: "c", coach: ben.id, at: Self.now))
    #expect(try await store.members(of: ben.id).map(\.name) == ["Ada"])
    #expect(try await store.coaches(of: ada.athlete).map(\.name) == ["Ben"])
    #expect(try await set("{\"negativeSets\":1}", 1))
    #expect(try await set("{\"negativeSets\":1}", 2))
    #expect(try await set("{\"negativeSets\":0}", 3))
    #expect(try await kept().map(\.body) == ["{\"negativeSets\":0}", "{\"negativeSets\":1}"])
    #expect(try await kept().allSatisfy { $0.coach == ben.id && $0.coachName == "Ben" })
    #expect(
      try await kept().map { $0.setAt.timeIntervalSince(Self.now) / 3600 } == [3, 1])
    try await store.endCoaching(of: ada.athlete, by: ben.id)
    #expect(try await kept().isEmpty)
    #expect(try await store.members(of: ben.id).isEmpty)
    #expect(try await !set("{}", 4))
  }

  @Test("many writers at once lose nothing", arguments: Engine.allCases)
  func concurrent(_ engine: Engine) async throws {
    let store = try await store(engine)
    let athlete = try await owner(store).athlete
    let all = facts(200)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for start in stride(from: 0, to: 200, by: 10) {
        group.addTask {
          // Every fact is sent by two tasks, as a phone does that repeats itself.
          let slice = Array(all[max(0, start - 10)..<(start + 10)])
          _ = try await store.add(slice, to: athlete, at: Self.now)
        }
      }
      try await group.waitForAll()
    }
    #expect(try await store.facts(of: athlete) == all)
  }
}

@Suite("The schema") struct SchemaTests {
  @Test("opening twice changes nothing", arguments: Engine.allCases)
  func idempotent(_ engine: Engine) async throws {
    let database = try engine.database()
    try await Schema.migrate(database)
    try await Schema.migrate(database)
    let names = try await database.read { connection in
      try connection.rows("SELECT name FROM schema_migration ORDER BY position")
        .map { try $0.text("name") }
    }
    #expect(names == Schema.migrations.map(\.name))
  }

  @Test("facts of a database from before stay in the order in which they were saved")
  func orderFromBefore() async throws {
    let database = try Engine.sqlite.database()
    try await Schema.migrate(database, upTo: Schema.migrations[0].name)
    let (account, athlete) = (UUID(), UUID())
    let ids = (0..<40).map { _ in UUID() }
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO account (id, name, name_key, password, is_owner, created_at)
        VALUES ($1, 'A', 'a', 'p', 1, 1)
        """, .id(account))
      try connection.run(
        "INSERT INTO athlete (id, account, time_zone) VALUES ($1, $2, 'UTC')", .id(athlete),
        .id(account))
      for id in ids {
        try connection.run(
          """
          INSERT INTO fact (athlete, id, at, kind, version, body, saved_at)
          VALUES ($1, $2, 1, 'workSet', 1, '{"exercise":"squat","reps":5}', 1)
          """, .id(athlete), .id(id))
      }
    }
    let store = try await Store(database)
    let new = Fact(
      id: UUID(), at: Date(timeIntervalSince1970: 1),
      .workSet(WorkSet(exercise: "squat", reps: 6)))
    _ = try await store.add([new], to: athlete, at: StoreTests.now)
    #expect(try await store.facts(of: athlete).map(\.id) == ids + [new.id])
  }

  @Test("a database of a newer version is left alone", arguments: Engine.allCases)
  func newer(_ engine: Engine) async throws {
    let database = try engine.database()
    try await Schema.migrate(database)
    try await database.write { connection in
      try connection.run(
        "INSERT INTO schema_migration (name, position) VALUES ($1, $2)",
        .text("from the future"), .integer(99))
    }
    await #expect(throws: StorageError.newerSchema("from the future")) {
      try await Schema.migrate(database)
    }
  }

  @Test("the database itself refuses nonsense", arguments: Engine.allCases)
  func checks(_ engine: Engine) async throws {
    let database = try engine.database()
    try await Schema.migrate(database)
    let statements = [
      """
      INSERT INTO fact (athlete, id, at, kind, version, body, saved_at)
      VALUES ('nobody', 'x', 1, 'workSet', 1, '{}', 1)
      """,
      "INSERT INTO account (id, name, name_key, password, is_owner, created_at) VALUES ('a', '', 'a', 'p', 0, 1)",
      "INSERT INTO account (id, name, name_key, password, is_owner, created_at) VALUES ('a', 'A', 'a', 'p', 7, 1)",
    ]
    for statement in statements {
      await #expect(throws: (any Error).self) {
        try await database.write { try $0.run(statement) }
      }
    }
  }

  @Test("a transaction that fails leaves nothing behind", arguments: Engine.allCases)
  func rollback(_ engine: Engine) async throws {
    struct Stop: Error {}
    let database = try engine.database()
    try await Schema.migrate(database)
    await #expect(throws: Stop.self) {
      try await database.write { connection in
        try connection.run(
          "INSERT INTO account (id, name, name_key, password, is_owner, created_at) VALUES ('a', 'A', 'a', 'p', 0, 1)"
        )
        throw Stop()
      }
    }
    let rows = try await database.read { try $0.rows("SELECT id FROM account") }
    #expect(rows.isEmpty)
  }

  @Test("a file that isn't a database is said to be none") func notADatabase() async throws {
    let file = Engine.temporaryFile()
    try Data(
      "This is not a database, it is a letter to a friend. ".utf8 + Array(repeating: 7, count: 4096)
    )
    .write(to: file)
    await #expect(throws: (any Error).self) {
      _ = try await Store(SQLiteDatabase(path: file.path))
    }
    #expect(throws: StorageError.self) {
      _ = try SQLiteDatabase(path: "/nowhere/at/all/data.sqlite")
    }
  }
}
