import Community
import Crypto
import Foundation
import Interchange
import Lifting
import Logging
import Packing
import Sensing
import TestSupport
import Testing

@testable import Coaching
@testable import Storage

@Suite("Recordings that are kept") struct RecordingTests {
  private static let bytes = SlowReps.csv

  private static func place() async throws -> (Place, Member) {
    var log = Logger(label: "test")
    log.logLevel = .critical
    let store = try await Store(SQLiteDatabase())
    let account = try #require(
      try await store.makeAccount(
        name: "Ada", passwordRecord: "", timeZone: "Europe/Berlin", admission: .first,
        at: Date(timeIntervalSince1970: 1_772_470_800)))
    let place = Place(store: store, log: log) { Date(timeIntervalSince1970: 1_772_470_800) }
    return (place, account)
  }

  private static func handIn(_ place: Place, _ ada: Member) async throws -> UUID {
    let handedIn = try await place.handIn(bytes, named: "set.csv", of: ada) {
      $0.exercise = "bench-press"
    }
    guard case .kept(let id, isNew: true) = handedIn else {
      Issue.record("it wasn’t kept")
      return UUID()
    }
    return id
  }

  @Test("the doctor says what would change, what is damaged and what is gone, and changes nothing")
  func doctor() async throws {
    let (place, ada) = try await Self.place()
    let id = try await Self.handIn(place, ada)
    #expect(try await place.examine() == [])
    // As if an earlier version had found one rep more.
    let recorded = try #require(try await place.recording(id, of: ada))
    var other = recorded.recording
    other.seen?.reps = 6
    _ = try await place.record(
      [
        Fact(
          id: UUID(), at: recorded.fact.at, .recording(other), supersedes: recorded.fact.id)
      ], of: ada)
    let facts = try await place.facts(of: ada)
    let change = try #require(try await place.examine().first)
    #expect(change.account == "Ada" && change.fact == id && !change.isDamage)
    #expect(change.sentence.contains("5 reps") && change.sentence.contains("6 reps"))
    #expect(try await place.facts(of: ada) == facts)
    // Looked at and taken over, there is nothing left to say.
    try await place.amend(id, of: ada) { _ in }
    #expect(try await place.examine() == [])

    let damaged = try Gzip.pack(Self.bytes.map { $0 == 0x35 ? 0x36 : $0 })
    try await place.store.database.write { connection in
      try connection.run("UPDATE recording SET gzip = $1", .bytes(damaged))
    }
    let damage = try #require(try await place.examine().first)
    #expect(damage.isDamage && damage.sentence.contains("damaged"))
    try await place.store.eraseRecording(recorded.recording.digest, of: ada.athlete)
    let gone = try #require(try await place.examine().first)
    #expect(gone.isDamage && gone.sentence.contains("aren’t here any more"))
  }

  @Test("a reported set gives the logged one its velocity, and its times where a tempo was logged")
  func reported() async throws {
    let (place, ada) = try await Self.place()
    // Of the day before, as the clock stands.
    let table = """
      Date,Exercise,Set,Rep,Load (kg),Mean Velocity (m/s),Ecc. duration [s],Conc. duration [s]
      2026-03-01,Bench press,1,1,60,0.7,3.9,0.6
      2026-03-01,Bench press,1,2,60,0.66,4.1,0.64
      2026-03-01,Squat,1,1,100,0.3,3,1.9
      """
    let bytes = Array(table.utf8)
    for _ in 0..<2 {
      guard case .keptSets(2) = try await place.handIn(bytes, named: "t.csv", of: ada, { _ in })
      else {
        Issue.record("its sets weren’t kept")
        return
      }
    }
    let kept = try await place.recordings(of: ada)
    #expect(
      kept.count == 2 && Set(kept.compactMap(\.recording.exercise)) == ["bench-press", "squat"])
    let bench = try #require(kept.first { $0.recording.exercise == "bench-press" })
    #expect(Day(bench.fact.at, utcOffsetSeconds: 3600).description == "2026-03-01")
    let tempo = try #require(Tempo("3-1-2-0"))
    let cases: [(Tempo?, Tempo?)] = [(tempo, Tempo("4-1-0.6-0")), (nil, nil)]
    for (asked, expected) in cases {
      let logged = Fact(
        id: UUID(), at: bench.fact.at,
        .workSet(
          WorkSet(exercise: "bench-press", load: .external(.kilograms(60)), reps: 2, tempo: asked)))
      _ = try await place.record([logged], of: ada)
      try await place.amend(bench.id, of: ada) { $0.workSet = nil }
      _ = try await place.attach(bench.id, to: logged.id, of: ada)
      let facts = try await place.facts(of: ada)
      guard case .workSet(let set)? = Fact.standingByOrigin(facts)[logged.id]?.body else {
        Issue.record("the set is gone")
        return
      }
      #expect(set.tempo == expected && set.fastestLift?.metersPerSecond == 0.7 && set.reps == 2)
    }
    // Lifted slowly, it says nothing of the velocity that would go.
    let squat = try #require(kept.first { $0.recording.exercise == "squat" })
    let set = try await place.measured(squat, of: ada).workSet(of: squat.recording, load: .body)
    #expect(set?.fastestLift == nil && set?.tempo == nil && set?.reps == 1)
    #expect(try await place.examine() == [])
  }

  @Test("bytes are kept once and as they were, within the room there is") func room() async throws {
    let (place, ada) = try await Self.place()
    let id = try await Self.handIn(place, ada)
    let again = try await place.handIn(Self.bytes, named: "b.csv", of: ada) { _ in }
    guard case .kept(let same, isNew: false) = again else {
      Issue.record("it is new")
      return
    }
    #expect(same == id)
    let digest = SHA256.hex(of: Self.bytes)
    let packed = try #require(try await place.store.recording(digest, of: ada.athlete))
    #expect(try Gzip.unpack(packed.gzip, upTo: Self.bytes.count) == Self.bytes)
    #expect(packed.gzip.count < Self.bytes.count / 3)
    #expect(digest.count == KeptRecording.digestLength)
    // A file that leaves no room.
    try await place.store.database.write { connection in
      try connection.run("UPDATE recording SET packed_size = $1", .integer(Place.mostPackedBytes))
    }
    let full = try await place.handIn(Self.bytes + [10, 10], named: nil, of: ada) { _ in }
    guard case .full = full else {
      Issue.record("there was room")
      return
    }
    #expect(try await place.recordings(of: ada).count == 1)
  }

  @Test("an archive with bytes that aren't what they are called brings none of them")
  func forged() async throws {
    let (place, ada) = try await Self.place()
    let digest = String(repeating: "ab", count: 32)
    let forged = try Gzip.pack(Array("time_s,position_m\n".utf8)).base64()
    let bomb = try Gzip.pack([UInt8](repeating: 0, count: KeptRecording.largest + 1)).base64()
    let archive = """
      {"format":"eccentric-archive","version":1}
      {"gzip":"\(forged)","recording":"\(digest)"}
      {"gzip":"\(bomb)","recording":"\(digest)"}
      {"gzip":"%%%","recording":"x"}
      """
    let report = try await place.importHistory(
      Array(archive.utf8), unit: nil, into: ada)
    #expect(report.comparison.recordingsLeftOut == 2)
    #expect(report.comparison.summary.contains { $0.hasPrefix("2 recordings were left out") })
    #expect(report.imported.problems.map(\.line) == [4])
    #expect(try await place.store.recordingSizes(of: ada.athlete).isEmpty)
  }

  @Test("the sets of a session become recordings of their own, once, of the same bytes")
  func session() async throws {
    let (place, ada) = try await Self.place()
    var lines = ["time_s,position_m"]
    for step in 0..<20_000 {
      let seconds = Double(step) / 25
      // Five reps, then two minutes of rest.
      let inside = seconds.truncatingRemainder(dividingBy: 150) - 10
      let place = inside.truncatingRemainder(dividingBy: 5)
      let isSet = inside > 0 && inside < 25
      lines.append("\(seconds),\(isSet ? place < 3 ? 0.5 - place / 6 : (place - 3) / 4 : 0.5)")
    }
    let handedIn = try await place.handIn(
      Array(lines.joined(separator: "\n").utf8), named: "hour.csv", of: ada
    ) { $0.exercise = "squat" }
    guard case .kept(let id, _) = handedIn else {
      Issue.record("it wasn’t kept")
      return
    }
    for _ in 0..<2 { #expect(try await place.keepSets(of: id, of: ada) == 6) }
    let all = try await place.recordings(of: ada)
    #expect(all.count == 7)
    let sets = all.filter { $0.recording.stretch != nil }
    #expect(sets.allSatisfy { $0.recording.seen?.reps == 5 })
    for set in sets {
      #expect(try await place.measured(set, of: ada).measured?.set.reps.count == 5)
    }
    // Newest first in the list is last in the session.
    let starts = sets.compactMap(\.recording.stretch?.lowerBound)
    #expect(starts == starts.sorted(by: >))
    #expect(try await place.store.recordingSizes(of: ada.athlete).count == 1)
  }

  @Test("a set that is attached keeps what was said of it, and takes on what was measured")
  func attach() async throws {
    let (place, ada) = try await Self.place()
    let id = try await Self.handIn(place, ada)
    var set = WorkSet(
      exercise: "close-grip-bench-press", load: Load(external: .kilograms(50)), reps: 4)
    set.repsInReserve = 1
    let logged = Fact(id: UUID(), at: place.now(), .workSet(set))
    _ = try await place.record([logged], of: ada)
    #expect(try await place.attach(id, to: UUID(), of: ada) == nil)
    _ = try await place.attach(id, to: logged.id, of: ada)
    let sets = History(try await place.facts(of: ada)).sets.map(\.value)
    try #require(sets.count == 1)
    #expect(sets[0].reps == 4 && sets[0].repsInReserve == 1)
    #expect(sets[0].tempo?.description == "4-0-1.1-0.9" && sets[0].controlledReps == 4)
    let recorded = try #require(try await place.recording(id, of: ada))
    #expect(recorded.recording.exercise == "close-grip-bench-press")
    #expect(recorded.recording.load == .kilograms(50))
    // What is put right afterwards is carried over; what the lifter says of control stays theirs.
    try await place.amend(id, of: ada) { $0.corrections = [.reverse] }
    let after = History(try await place.facts(of: ada)).sets.map(\.value)
    #expect(after.count == 1 && after[0].tempo?.eccentric == .seconds(1.1))
    // It is offered to no other recording.
    let other = try await place.handIn(Self.bytes + [10], named: "c.csv", of: ada) { _ in }
    guard case .kept(let second, _) = other else { return }
    let around = try await place.surroundings(
      of: try #require(try await place.recording(second, of: ada)), measuredAs: nil, of: ada)
    #expect(around.candidates.isEmpty && around.attached == nil)
  }
}

extension [UInt8] {
  fileprivate func base64() -> String { Data(self).base64EncodedString() }
}
