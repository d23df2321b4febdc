import Community
import Foundation
import Lifting
import Logging
import Prescribing
import Synchronization
import Testing

@testable import Coaching
@testable import Storage

@Suite("A coach's list of members") struct RosterTests {
  static let now = Date(timeIntervalSince1970: 1_772_470_800)

  static func entry(_ change: (inout RosterEntry) -> Void = { _ in }) -> RosterEntry {
    var history = History()
    history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)
    history.screening = Screening()
    var entry = RosterEntry(Scenario(now: now, history: history))
    change(&entry)
    return entry
  }

  /// Everything that a list can say of somebody.
  static let full = entry { entry in
    entry.trainedDays = 1
    entry.plannedDays = 4
    entry.daysLeft = 2
    entry.lastTrained = now.addingTimeInterval(-12 * 86_400)
    entry.lastRated = now
    entry.now = RosterEntry.Soreness(bodyPart: .lats, rating: 7, isSaid: true)
    entry.ahead = RosterEntry.Soreness(bodyPart: .chest, rating: 4, isSaid: false)
    entry.held = RosterEntry.Held(when: .seekCare, because: ["Dark urine"])
    entry.stuck = ["Bench press"]
    entry.near = [RosterEntry.Near(name: "Pull-up", weeks: nil, testIsDue: true)]
    entry.complaints = [RosterEntry.Complaint(at: now, text: "Dark urine", isUrgent: true)]
  }

  @Test("of an entry nothing is left but what is shared") func masked() throws {
    let bare = Self.full.seen(with: [.notes, .bodyMass, .measurements])
    #expect(bare == nil)
    let sessions = try #require(Self.full.seen(with: [.sessions]))
    #expect(sessions.now == nil && sessions.ahead == nil && sessions.complaints.isEmpty)
    #expect(sessions.lastRated == nil && sessions.stuck == ["Bench press"])
    // That a doctor is needed is as private as why.
    #expect(sessions.held == RosterEntry.Held(when: .notToday, because: []))
    let soreness = try #require(Self.full.seen(with: [.soreness]))
    #expect(soreness.trainedDays == 0 && soreness.plannedDays == nil)
    #expect(soreness.lastTrained == nil && soreness.held == nil)
    #expect(soreness.stuck.isEmpty && soreness.near.isEmpty && soreness.now != nil)
    #expect(Self.full.seen(with: [.sessions, .soreness]) == Self.full)
  }

  @Test("the most pressing comes first, and each thing once") func attention() {
    let all = Attention.all(Self.full, unread: 2, at: Self.now)
    #expect(all.map(\.kind) == [.urgent, .message, .sore, .quiet, .behind, .stuck, .near])
    #expect(all.first?.words == "Dark urine")
    #expect(Attention.all(nil, unread: 0, at: Self.now).isEmpty)
    let sessions = Attention.all(Self.full.seen(with: [.sessions]), unread: 0, at: Self.now)
    #expect(!sessions.contains { [.urgent, .pain, .sore].contains($0.kind) })
  }

  @Test("what is kept is worked out once, and anew when something changes") func cache() async {
    let cache = RosterCache(width: 2, most: 2)
    let made = Mutex(0)
    let most = Mutex((now: 0, ever: 0))
    @Sendable func make(_ key: RosterCache.Key) async -> RosterEntry? {
      made.withLock { $0 += 1 }
      most.withLock { $0 = ($0.now + 1, max($0.ever, $0.now + 1)) }
      await Task.yield()
      most.withLock { $0.now -= 1 }
      return key.facts == "broken" ? nil : Self.full
    }
    func key(_ athlete: UUID, _ facts: String) -> RosterCache.Key {
      RosterCache.Key(athlete: athlete, facts: facts, limits: "", day: 1, timeZone: "UTC")
    }
    func all(_ keys: [RosterCache.Key]) async -> Int {
      while true {
        let (known, isComplete) = await cache.entries(for: keys, make: make)
        if isComplete { return known.count }
        await Task.yield()
      }
    }
    let (ada, bob, eve) = (UUID(), UUID(), UUID())
    #expect(await all([key(ada, "1"), key(bob, "1")]) == 2)
    #expect(await all([key(ada, "1"), key(bob, "1")]) == 2)
    #expect(made.withLock { $0 } == 2)
    #expect(await all([key(ada, "2"), key(bob, "1")]) == 2)
    #expect(made.withLock { $0 } == 3)
    // Eve takes the place of whoever was asked for longest ago.
    #expect(await all([key(bob, "1")]) == 1)
    #expect(await all([key(eve, "1")]) == 1)
    #expect(await all([key(bob, "1")]) == 1)
    #expect(made.withLock { $0 } == 4)
    // What can't be worked out isn't waited for.
    #expect(await all([key(ada, "broken"), key(bob, "1")]) == 1)
    await cache.forget(bob)
    #expect(await all([key(bob, "1")]) == 1)
    #expect(made.withLock { $0 } == 6)
    #expect(most.withLock { $0.ever } <= 2)
  }

  @Test("of a history nothing is left but what is shared", arguments: Sharing.allCases)
  func maskedHistory(_ sharing: Sharing) {
    let word = "xylophonist"
    let set = WorkSet(
      exercise: "squat", reps: 5, fastestLift: Velocity(metersPerSecond: 0.5), ended: .pain,
      note: word,
      stickingRegions: [])
    let history = History(
      [
        Fact.Body.workSet(set),
        .checkIn(CheckIn(soreness: [.lats: 3], pains: [Pain(.lats, .sharp, in: .joint)])),
        .clearance(Clearance(by: "Dr Who", note: word)),
        .athlete(Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)),
        .screening(Screening(yes: ["heart"])), .program(ProgramChoice(text: word)),
        .session(Session(id: Session.ID(rawValue: "s"), title: word)),
        .strengthTest(StrengthTest(exercise: "squat", result: .repetitions(1, .body))),
      ].map { Fact(id: UUID(), at: Self.now, $0) })
    let shown = Set([sharing]).masked(history)
    #expect(shown.athlete == nil)
    #expect(shown.sets.isEmpty == (sharing != .sessions))
    #expect(shown.tests.isEmpty == (sharing != .sessions))
    #expect(shown.sessions.isEmpty == (sharing != .sessions))
    #expect((shown.program == nil) == (sharing != .sessions))
    #expect(shown.checkIns.isEmpty == (sharing != .soreness))
    #expect(shown.clearances.isEmpty == (sharing != .soreness))
    #expect(shown.screening == nil || sharing == .soreness)
    #expect(
      shown.sets.allSatisfy {
        $0.value.note == nil && $0.value.ended == nil && $0.value.fastestLift == nil
          && $0.value.stickingRegions == nil
      })
    #expect(shown.clearances.allSatisfy { $0.value.note == nil })
    #expect(Set(Sharing.allCases).masked(history).sets == history.sets)
    // What a pull-up’s maximum tells is the body’s.
    for exercise in Exercise.catalog {
      #expect(
        Set([Sharing.sessions]).showsMaximum(of: exercise) == (exercise.bodyMassFraction == 0))
    }
  }

  @Test("left and right, lowerings by week and pain by place, for a physiotherapist")
  func physio() throws {
    func fact(_ daysAgo: Double, _ body: Fact.Body) -> Fact {
      Fact(id: UUID(), at: Self.now.addingTimeInterval(-daysAgo * 86_400), body)
    }
    func curl(_ side: Side, _ reps: Int, controlled: Int) -> Fact.Body {
      .workSet(
        WorkSet(
          exercise: "biceps-curl", kind: .negative, load: .external(.kilograms(12)), reps: reps,
          tempo: Tempo("5-0-A-0"), controlledReps: controlled, side: side))
    }
    let elbow = Pain(.elbowFlexors, .sharp, in: .joint)
    let history = History([
      fact(1, curl(.left, 6, controlled: 3)), fact(1, curl(.right, 6, controlled: 6)),
      fact(8, curl(.right, 4, controlled: 4)), fact(200, curl(.left, 50, controlled: 0)),
      fact(2, .checkIn(CheckIn(soreness: [.chest: 1], pains: [elbow]))),
      fact(2, .checkIn(CheckIn(pains: [elbow]))), fact(9, .checkIn(CheckIn(pains: [elbow]))),
    ])
    let member = Member(
      id: UUID(), name: "Ada", role: .member, timeZone: "UTC", athlete: UUID())
    let report = PhysioReport(
      history, at: Self.now, of: member, concerns: [], sees: Set(Sharing.allCases))
    let pain = try #require(report.pains.first)
    #expect(report.pains.count == 1 && pain.pain == elbow && pain.days.count == 2)
    let sides = try #require(report.sides.first)
    #expect(sides.left.sets == 1 && sides.left.reps == 6 && sides.left.controlledPercent == 50)
    #expect(sides.right.reps == 10 && sides.right.controlledPercent == 100)
    #expect(sides.right.loweringSeconds == 5)
    #expect(report.byWeek.count == PhysioReport.weeks)
    #expect(report.byWeek.reduce(0) { $0 + $1.dose.negatives } == 16)
    #expect(report.byWeek.reduce(0) { $0 + $1.dose.seconds } == 80)
    // Neither sore nor painful enough to be drawn.
    #expect(!report.soreness.contains { $0.part == .chest })
  }
}
