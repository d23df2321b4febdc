import Community
import Foundation
import Lifting
import Logging
import Testing

@testable import Coaching
@testable import Storage

@Suite("The gate of a coach") struct GateTests {
  static let now = Date(timeIntervalSince1970: 1_772_470_800)

  /// Ada trains and hurts, Ben coaches her, Eve doesn't.
  func people(
    sees: Set<Sharing>
  ) async throws -> (place: Place, ada: Member, ben: Member, eve: Member) {
    var log = Logger(label: "test")
    log.logLevel = .critical
    let file = FileManager.default.temporaryDirectory.appending(path: "gate-\(UUID()).sqlite")
    let store = try await Store(SQLiteDatabase(path: file.path))
    let place = Place(store: store, log: log, now: { Self.now })
    func account(_ name: String, _ admission: Store.Admission) async throws -> Member {
      try #require(
        try await store.makeAccount(
          name: name, passwordRecord: "record", timeZone: "UTC", admission: admission,
          at: Self.now))
    }
    let ada = try await account("Ada", .first)
    var others: [Member] = []
    for name in ["Ben", "Eve"] {
      let code = try await place.invite(by: ada)
      others.append(
        try await account(name, .invited(codeHash: Passwords.hash(ofSecret: code))))
    }
    let bodies: [Fact.Body] = [
      .athlete(Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)),
      .screening(Screening()),
      .workSet(WorkSet(exercise: "squat", load: .external(.kilograms(100)), reps: 5)),
      .checkIn(CheckIn(soreness: [.lats: 7], pains: [Pain(.lats, .sharp, in: .joint)])),
    ]
    _ = try await place.record(
      bodies.map { Fact(id: UUID(), at: Self.now.addingTimeInterval(-3600), $0) }, of: ada)
    let code = try await place.coachingCode(of: ada, sees: sees)
    try await place.beginCoaching(code: code, by: others[0])
    return (place, ada, others[0], others[1])
  }

  /// Every use case by which a coach gets at something of a member's, and what it needs.
  static let all:
    [(
      name: String, needs: Set<Sharing>,
      ask: @Sendable (Place, UUID, Member) async throws -> Void
    )] = [
      ("today", [.sessions, .soreness], { _ = try await $0.today(of: $1, by: $2) }),
      ("past", [.sessions], { _ = try await $0.past(of: $1, by: $2) }),
      ("sessions", [.sessions], { _ = try await $0.sessions(of: $1, by: $2) }),
      (
        "session", [.sessions],
        { _ = try await $0.session(Session.ID(rawValue: "x"), of: $1, by: $2) }
      ),
      ("recordings", [.measurements], { _ = try await $0.recordings(of: $1, by: $2) }),
      ("measured", [.measurements], { _ = try await $0.measured(UUID(), of: $1, by: $2) }),
      ("physio", [.soreness], { _ = try await $0.physio(of: $1, by: $2) }),
      ("messages", [], { _ = try await $0.messages(with: $1, by: $2) }),
      ("write", [], { _ = try await $0.write("Hello", toMember: $1, by: $2) }),
      ("note", [], { _ = try await $0.note("Hello", about: $1, by: $2) }),
      ("remove a note", [], { _ = try await $0.removeNote(1, about: $1, by: $2) }),
      ("notes", [], { _ = try await $0.notes(about: $1, by: $2) }),
      ("limits", [], { _ = try await $0.limits(of: $1, by: $2) }),
    ]

  @Test("what isn’t shared is refused, and all of it to others", arguments: Sharing.allCases)
  func needed(_ sharing: Sharing) async throws {
    let (place, ada, ben, eve) = try await people(sees: [sharing])
    for (name, needs, ask) in Self.all {
      if needs.isEmpty || needs.contains(sharing) {
        try await ask(place, ada.id, ben)
      } else {
        await #expect(throws: Place.Refused.notShared, "\(name)") {
          try await ask(place, ada.id, ben)
        }
      }
      for other in [eve, ada] {
        await #expect(throws: Place.Refused.notTheirCoach, "\(name)") {
          try await ask(place, ada.id, other)
        }
      }
    }
  }

  @Test("narrowed and ended, everything is shut with the next request") func ended() async throws {
    let (place, ada, ben, _) = try await people(sees: Set(Sharing.allCases))
    for (_, _, ask) in Self.all { try await ask(place, ada.id, ben) }
    let line = try #require(try await place.roster(of: ben, patience: 60).first)
    #expect(line.entry?.complaints.isEmpty == false && line.entry?.lastTrained != nil)

    try await place.share([.sessions], of: ada, with: ben.id)
    let narrowed = try #require(try await place.roster(of: ben, patience: 60).first)
    #expect(narrowed.entry?.complaints == [] && narrowed.entry?.now == nil)
    #expect(narrowed.entry?.lastTrained != nil && !narrowed.isOnItsWay)
    await #expect(throws: Place.Refused.notShared) {
      _ = try await place.physio(of: ada.id, by: ben)
    }
    try await place.share([], of: ada, with: ben.id)
    let bare = try #require(try await place.roster(of: ben, patience: 60).first)
    #expect(bare.entry == nil && !bare.isOnItsWay && bare.lastSeen == nil)

    try await place.endCoaching(of: ada, by: ben.id)
    for (name, _, ask) in Self.all {
      await #expect(throws: Place.Refused.notTheirCoach, "\(name)") {
        try await ask(place, ada.id, ben)
      }
    }
    #expect(try await place.roster(of: ben, patience: 60).isEmpty)
    #expect(try await !place.looks(at: ada).isEmpty)
  }

  @Test("what limits take from a post tells of soreness, so only who shares that is in it")
  func effects() async throws {
    let (place, ada, ben, _) = try await people(sees: [.sessions])
    let text = "## Day\n- Lat pulldown: 3 x 8 @ 60 kg, keep 2 in reserve\n"
    #expect(try await place.effects(of: text, by: ben).isEmpty)
    try await place.share([.sessions, .soreness], of: ada, with: ben.id)
    #expect(try await place.effects(of: text, by: ben).map(\.person) == [ada.person])
  }
}
