import Community
import Foundation
import Lifting
import Testing

@testable import Storage

@Suite("Consent, as it is kept") struct ConsentTests {
  let tests = StoreTests()
  var now: Date { StoreTests.now }
  var later: Date { now.addingTimeInterval(60) }

  /// Ada trains, Ben coaches her.
  func pair(
    _ engine: Engine, sees: Set<Sharing>
  ) async throws -> (store: Store, ada: Member, ben: Member) {
    let store = try await tests.store(engine)
    let ada = try await tests.owner(store)
    let ben = try await tests.member(store, name: "Ben", by: ada)
    try await store.addCoachingCode(
      codeHash: "code", athlete: ada.athlete, sees: sees, at: now, expires: later)
    #expect(try await store.beginCoaching(codeHash: "code", coach: ben.id, at: now))
    return (store, ada, ben)
  }

  @Test(
    "a code carries what is seen, works once, and changes nothing for who coaches already",
    arguments: Engine.allCases)
  func codes(_ engine: Engine) async throws {
    let (store, ada, ben) = try await pair(engine, sees: [.sessions])
    #expect(try await !store.beginCoaching(codeHash: "code", coach: ben.id, at: now))
    try await store.addCoachingCode(
      codeHash: "wider", athlete: ada.athlete, sees: Set(Sharing.allCases), at: now,
      expires: later)
    #expect(try await store.coachingCode(codeHash: "wider", at: now)?.athlete == ada.person)
    #expect(try await !store.beginCoaching(codeHash: "wider", coach: ben.id, at: now))
    #expect(try await store.coached(ada.id, by: ben.id)?.partner.sees == [.sessions])
    #expect(try await store.coachingCode(codeHash: "wider", at: later) == nil)

    try await store.addCoachingOffer(codeHash: "offer", coach: ben.id, at: now, expires: later)
    #expect(try await store.coachingOffer(codeHash: "offer", at: now) == ben.person)
    for athlete in [ben.athlete, ada.athlete] {
      #expect(
        try await !store.takeCoachingOffer(
          codeHash: "offer", of: athlete, sees: [.notes], at: now))
    }
    let eve = try await tests.member(store, name: "Eve", by: ada)
    #expect(
      try await store.takeCoachingOffer(
        codeHash: "offer", of: eve.athlete, sees: [.notes], at: now))
    #expect(try await store.coached(eve.id, by: ben.id)?.partner.sees == [.notes])
    #expect(try await store.coachingOffer(codeHash: "offer", at: now) == nil)
  }

  @Test("looks count once an hour, and only where something is seen", arguments: Engine.allCases)
  func looks(_ engine: Engine) async throws {
    let (store, ada, ben) = try await pair(engine, sees: [])
    try await store.look(atAll: .roster, by: ben.id, hour: 7)
    #expect(try await store.looks(at: ada.athlete, most: 9).isEmpty)
    try await store.share([.soreness], of: ada.athlete, with: ben.id)
    for _ in 0..<3 { try await store.look(atAll: .roster, by: ben.id, hour: 7) }
    try await store.look(at: .physio, of: ada.athlete, by: ben.id, hour: 8)
    let looks = try await store.looks(at: ada.athlete, most: 9)
    #expect(looks.map(\.subject) == [.physio, .roster])
    #expect(looks.last?.hour == Date(timeIntervalSince1970: 7 * 3600))
  }

  @Test(
    "messages need a coaching, are counted until read, and stay the athlete’s",
    arguments: Engine.allCases)
  func messages(_ engine: Engine) async throws {
    let (store, ada, ben) = try await pair(engine, sees: [])
    let pair = CoachingPair(athlete: ada.athlete, coach: ben.id)
    #expect(try await store.write("One", from: ben.id, in: pair, at: now))
    #expect(try await store.write("Two", from: ada.id, in: pair, at: now))
    #expect(try await store.unreadMessages(ofCoach: ben.id) == [ada.id: 1])
    #expect(try await store.unreadMessages(ofAthlete: ada.athlete) == [ben.id: 1])
    try await store.readMessages(of: pair, upTo: 2, byCoach: true)
    try await store.readMessages(of: pair, upTo: 1, byCoach: true)
    #expect(try await store.unreadMessages(ofCoach: ben.id) == [:])
    #expect(try await store.messages(of: pair, most: 9).map(\.text) == ["One", "Two"])
    #expect(try await store.messages(of: pair, most: 1).map(\.text) == ["Two"])
    try await store.note("A note", in: pair, at: now)
    try await store.endCoaching(of: ada.athlete, by: ben.id)
    #expect(try await !store.write("Three", from: ben.id, in: pair, at: now))
    #expect(try await store.formerCoaches(of: ada.athlete) == [ben.person])
  }

  @Test("a group has only those whom its coach coaches", arguments: Engine.allCases)
  func groups(_ engine: Engine) async throws {
    let (store, ada, ben) = try await pair(engine, sees: [])
    let eve = try await tests.member(store, name: "Eve", by: ada)
    let id = UUID()
    #expect(try await store.nameGroup(id, "A", of: ben.id))
    #expect(try await !store.nameGroup(UUID(), "A", of: ben.id))
    #expect(try await !store.nameGroup(id, "Mine now", of: eve.id))
    try await store.setMembers([ada.id, eve.id], of: id, of: ben.id)
    try await store.setMembers([], of: id, of: eve.id)
    #expect(
      try await store.groups(of: ben.id) == [CoachGroup(id: id, name: "A", members: [ada.id])])
    try await store.endCoaching(of: ada.athlete, by: ben.id)
    try await store.share([.notes], of: ada.athlete, with: ben.id)
    #expect(try await store.coached(by: ben.id).isEmpty)
    // Who comes back isn't in it again unasked.
    try await store.addCoachingCode(
      codeHash: "again", athlete: ada.athlete, at: now, expires: later)
    #expect(try await store.beginCoaching(codeHash: "again", coach: ben.id, at: now))
    #expect(try await store.groups(of: ben.id).first?.members == [])
    try await store.removeGroup(id, of: eve.id)
    #expect(try await store.groups(of: ben.id).count == 1)
    try await store.removeGroup(id, of: ben.id)
    #expect(try await store.groups(of: ben.id).isEmpty)
  }

  @Test(
    "what a list is kept by changes with every entry and every limit",
    arguments: Engine.allCases)
  func newest(_ engine: Engine) async throws {
    let (store, ada, ben) = try await pair(engine, sees: [.sessions])
    #expect(try await store.newestEntries(ofMembersOf: ben.id) == [:])
    _ = try await store.add(tests.facts(3), to: ada.athlete, at: now)
    let first = try await store.newestEntries(ofMembersOf: ben.id)
    #expect(first.count == 1 && first[ada.athlete] != nil)
    _ = try await store.add(tests.facts(1), to: ada.athlete, at: now)
    #expect(try await store.newestEntries(ofMembersOf: ben.id) != first)
    #expect(try await store.newestLimits(ofMembersOf: ben.id) == [:])
    #expect(try await store.setLimits("{}", of: ada.athlete, by: ben.id, at: now))
    #expect(try await store.newestLimits(ofMembersOf: ben.id).count == 1)
  }
}
