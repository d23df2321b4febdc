import Community
import Foundation
import Lifting
import Testing

@testable import Storage

@Suite("Deleting everything") struct ErasingTests {
  static let word = "xylophonist"

  /// The bytes of the database and of all that lies beside it, that hold the planted word.
  static func filesWithWord(_ path: String) throws -> [String] {
    try ["", "-wal", "-shm"].filter { suffix in
      guard FileManager.default.fileExists(atPath: path + suffix) else { return false }
      let bytes = try Data(contentsOf: URL(filePath: path + suffix))
      return bytes.range(of: Data(word.utf8)) != nil
    }
  }

  /// Larger than a page of the database, so that it lies in pages of its own. What is kept isn't
  /// unpacked here, so that the word can be looked for.
  static let recording = PackedRecording(
    digest: "planted", gzip: Array(String(repeating: word, count: 5_000).utf8))

  @Test("a recording that is erased isn't found in the files, and the others stay")
  func recording() async throws {
    let path = Engine.temporaryFile().path
    let store = try await Store(SQLiteDatabase(path: path))
    let ada = try #require(
      try await store.makeAccount(
        name: "Ada", passwordRecord: "record", timeZone: "UTC", admission: .first,
        at: StoreTests.now))
    let other = PackedRecording(digest: "other", gzip: [0x1f, 0x8b, 8, 0])
    for packed in [Self.recording, other] {
      try await store.keep(packed, of: ada.athlete, at: StoreTests.now)
    }
    #expect(try !Self.filesWithWord(path).isEmpty)
    try await store.eraseRecording(Self.recording.digest, of: ada.athlete)
    #expect(try Self.filesWithWord(path) == [])
    #expect(try await store.recording(other.digest, of: ada.athlete) == other)
    #expect(try await store.recording(Self.recording.digest, of: ada.athlete) == nil)
  }

  @Test("nothing planted in any text is found in the files", arguments: [false, true])
  func planted(deletesAccount: Bool) async throws {
    let path = Engine.temporaryFile().path
    let store = try await Store(SQLiteDatabase(path: path))
    let (now, later) = (StoreTests.now, StoreTests.now.addingTimeInterval(60))
    let word = Self.word
    let name = deletesAccount ? "Ada \(word)" : "Ada"
    let ada = try #require(
      try await store.makeAccount(
        name: name, passwordRecord: deletesAccount ? "record \(word)" : "record",
        timeZone: "UTC", admission: .first, at: now))
    let owned = deletesAccount ? word : "code"
    let token = Token(
      id: UUID(), name: "A script \(word)", scopes: [.read], madeAt: now, usedAt: nil)
    #expect(try await store.addToken(token, hash: "hash \(word)", of: ada.id))
    try await store.addInvitation(codeHash: "bob", by: ada.id, at: now, expires: later)
    try await store.addInvitation(codeHash: owned, by: ada.id, at: now, expires: later)
    let bob = try #require(
      try await store.makeAccount(
        name: "Bob", passwordRecord: "record", timeZone: "UTC",
        admission: .invited(codeHash: "bob"), at: now))
    try await store.addLogin(tokenHash: "login \(word)", account: ada.id, at: now, expires: later)
    try await store.addCoachingCode(
      codeHash: "code \(word)", athlete: ada.athlete, at: now, expires: later)
    try await store.addCoachingCode(
      codeHash: "to use", athlete: ada.athlete, at: now, expires: later)
    #expect(try await store.beginCoaching(codeHash: "to use", coach: bob.id, at: now))
    let limits = "{\"note\":\"\(word)\"}"
    #expect(try await store.setLimits(limits, of: ada.athlete, by: bob.id, at: now))
    let pair = CoachingPair(athlete: ada.athlete, coach: bob.id)
    #expect(try await store.write("To Bob: \(word)", from: ada.id, in: pair, at: now))
    #expect(try await store.write("To Ada: \(word)", from: bob.id, in: pair, at: now))
    try await store.note("About Ada: \(word)", in: pair, at: now)
    try await store.look(at: .today, of: ada.athlete, by: bob.id, hour: 1)
    // Ada coaches Bob, too.
    try await store.addCoachingOffer(
      codeHash: "offer \(word)", coach: ada.id, at: now, expires: later)
    try await store.addCoachingOffer(codeHash: "to take", coach: ada.id, at: now, expires: later)
    #expect(
      try await store.takeCoachingOffer(
        codeHash: "to take", of: bob.athlete, sees: [.sessions], at: now))
    let other = CoachingPair(athlete: bob.athlete, coach: ada.id)
    #expect(try await store.write("From Ada: \(word)", from: ada.id, in: other, at: now))
    #expect(try await store.write("From Bob", from: bob.id, in: other, at: now))
    try await store.note("About Bob: \(word)", in: other, at: now)
    #expect(try await store.nameGroup(UUID(), deletesAccount ? word : "Group", of: ada.id))
    let post = UUID()
    for publishAt in [now, nil] {
      _ = try await store.save(
        "\(word) \(publishAt == nil ? "later" : "now")", title: word, words: word,
        publishAt: publishAt, post: post, author: ada.id, audience: .place, at: now)
    }
    let bobs = UUID()
    _ = try await store.save(
      "Bob's", title: "Bob's", words: "", publishAt: now, post: bobs, author: bob.id,
      audience: .place, at: now)
    let (said, answered) = (UUID(), UUID())
    try await store.addComment(
      "Under Bob's: \(word)", id: said, to: bobs, by: ada.id, answering: nil, mentioning: [],
      at: now)
    try await store.addComment(
      "To Ada", id: answered, to: bobs, by: bob.id, answering: said, mentioning: [ada.id], at: now)
    try await store.report(answered, by: ada.id, because: word, at: now)
    try await store.setWorking(on: word, showsPath: true, of: ada.id)
    let bodies: [Fact.Body] = (0..<300).map {
      .workSet(WorkSet(exercise: "squat", nameAsWritten: word, reps: $0, note: "\(word) \($0)"))
    }
    _ = try await store.add(
      (bodies + [
        .session(Session(id: Session.ID(rawValue: word), title: word, program: word)),
        .clearance(Clearance(by: word, note: word)), .program(ProgramChoice(text: word)),
      ]).map { Fact(id: UUID(), at: now, $0) }, to: ada.athlete, at: now)
    try await store.begin(Store.Import(id: UUID(), at: now, source: word), of: ada.athlete)
    try await store.keep(Self.recording, of: ada.athlete, at: now)
    let kept = Fact(id: UUID(), at: now, .workSet(WorkSet(exercise: "dip", reps: 3)))
    _ = try await store.add([kept], to: bob.athlete, at: now)
    #expect(try !Self.filesWithWord(path).isEmpty)
    let holdings = try await store.holdings(of: ada)
    #expect(holdings.facts == 303 && holdings.limits == 1 && holdings.coaches == 1)
    #expect(holdings.messages == 3 && holdings.members == 1)
    #expect(holdings.tokens == 1 && holdings.posts == 1 && holdings.comments == 1)
    #expect(holdings.logins == 1 && holdings.invitations == 2 && holdings.others == 1)

    if deletesAccount {
      try await store.deleteAccount(ada.id)
      #expect(try await store.account(named: name) == nil)
      // Somebody has to be able to invite.
      #expect(try await store.account(named: "Bob")?.member.isOwner == true)
    } else {
      try await store.eraseData(of: ada)
      #expect(try await store.account(named: name)?.member.isOwner == true)
      #expect(try await store.account(named: "Bob")?.member.isOwner == false)
      #expect(try await store.facts(of: ada.athlete).isEmpty)
      // What Bob wrote to her as his coach is his.
      #expect(try await store.messages(of: other, most: 9).map(\.text) == ["From Bob"])
      #expect(try await store.looks(at: ada.athlete, most: 9).isEmpty)
    }
    #expect(try Self.filesWithWord(path) == [])
    // Nobody else's is touched.
    let left = try await store.comments(of: bobs, for: bob.id).comments
    #expect(left.map(\.text) == ["To Ada"] && left.first?.reports == [])
    #expect(try await store.facts(of: bob.athlete) == [kept])
  }

  @Test("beside another program that reads, all is deleted, and that traces may be left is said")
  func beside() async throws {
    let path = Engine.temporaryFile().path
    let store = try await Store(SQLiteDatabase(path: path, patience: 0.05))
    let ada = try #require(
      try await store.makeAccount(
        name: "Ada", passwordRecord: "record", timeZone: "UTC", admission: .first,
        at: StoreTests.now))
    let set = Fact(id: UUID(), at: StoreTests.now, .workSet(WorkSet(exercise: "dip", reps: 3)))
    _ = try await store.add([set], to: ada.athlete, at: StoreTests.now)
    let other = try SQLiteDatabase(path: path)
    // The other one reads until this one is done.
    let (isOver, finish) = AsyncStream<Void>.makeStream()
    let (isReading, begin) = AsyncStream<Void>.makeStream()
    let reading = Task {
      let wait = DispatchSemaphore(value: 0)
      Task {
        for await _ in isOver {}
        wait.signal()
      }
      try await other.read { connection in
        _ = try connection.rows("SELECT COUNT(*) AS count FROM fact")
        begin.finish()
        _ = wait.wait(timeout: .now() + 20)
      }
    }
    for await _ in isReading {}
    await #expect(throws: StorageError.notScrubbed) { try await store.eraseData(of: ada) }
    #expect(try await store.facts(of: ada.athlete).isEmpty)
    finish.finish()
    try await reading.value
    try await store.eraseData(of: ada)
  }
}
