import Foundation
import Simulation
import TestSupport
import Testing

@testable import Lifting

@Suite("What stands of the facts") struct HistoryTests {
  static func set(_ reps: Int, at seconds: Double, id: UUID, supersedes: UUID? = nil) -> Fact {
    Fact(
      id: id, at: Date(timeIntervalSince1970: seconds),
      .workSet(WorkSet(exercise: "squat", reps: reps)), supersedes: supersedes)
  }

  static func id(_ random: inout SeededGenerator) -> UUID {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    return UUID(uuid: bytes.withUnsafeBytes { $0.loadUnaligned(as: uuid_t.self) })
  }

  @Test(
    "sets of one second stay in the order of entry",
    arguments: 1...UInt64(Effort.cases(20, thorough: 500)))
  func entry(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Three seconds, entered in turns.
    let facts = (0..<30).map { index in
      Self.set(index, at: Double(index % 3), id: Self.id(&random))
    }
    let expected = (0..<3).flatMap { second in (0..<30).filter { $0 % 3 == second } }
    #expect(History(facts).sets.map(\.value.reps) == expected)
    // Sent again, they stay where they were.
    #expect(History(facts + facts.shuffled(using: &random)) == History(facts))
  }

  @Test(
    "where times differ, any order of arrival is the same",
    arguments: 1...UInt64(Effort.cases(20, thorough: 500)))
  func arrival(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var facts = (0..<30).map { Self.set($0, at: Double($0), id: Self.id(&random)) }
    for old in facts.prefix(10) {
      let reps = Int.random(in: 100...200, using: &random)
      facts.append(
        Self.set(
          reps, at: old.at.timeIntervalSince1970, id: Self.id(&random), supersedes: old.id))
    }
    #expect(History(facts.shuffled(using: &random)) == History(facts))
  }

  @Test("a correction stands where the corrected set stood; a circle ends nothing")
  func corrections() {
    var random = SeededGenerator(seed: 1)
    let ids = (0..<5).map { _ in Self.id(&random) }
    let facts = [
      Self.set(1, at: 0, id: ids[0]), Self.set(2, at: 0, id: ids[1]),
      Self.set(3, at: 0, id: ids[2], supersedes: ids[0]),
      Self.set(4, at: 0, id: ids[3], supersedes: ids[2]),
    ]
    #expect(History(facts).sets.map(\.value.reps) == [4, 2])
    let circle = [
      Self.set(1, at: 0, id: ids[0], supersedes: ids[1]),
      Self.set(2, at: 0, id: ids[1], supersedes: ids[0]),
      Self.set(3, at: 0, id: ids[2], supersedes: ids[1]), Self.set(4, at: 0, id: ids[4]),
    ]
    #expect(History(circle).sets.map(\.value.reps) == [3, 4])
  }

  /// A word on another fact: taken back, or brought back.
  static func word(_ body: Fact.Body, on fact: UUID, at seconds: Double, id: UUID) -> Fact {
    Fact(id: id, at: Date(timeIntervalSince1970: seconds), body, supersedes: fact)
  }

  @Test("what was taken back comes back as it last stood")
  func restoration() {
    var random = SeededGenerator(seed: 2)
    let ids = (0..<8).map { _ in Self.id(&random) }
    var facts = [
      Self.set(1, at: 0, id: ids[0]), Self.set(2, at: 0, id: ids[1], supersedes: ids[0]),
      Self.word(.retraction, on: ids[1], at: 10, id: ids[2]),
    ]
    #expect(History(facts).sets.isEmpty)
    #expect(Fact.takenBack(facts).map(\.id) == [ids[1]])
    facts.append(Self.word(.restoration, on: ids[1], at: 20, id: ids[3]))
    #expect(History(facts).sets.map(\.value.reps) == [2])
    #expect(Fact.takenBack(facts).isEmpty)
    facts.append(Self.word(.retraction, on: ids[0], at: 30, id: ids[4]))
    #expect(History(facts).sets.isEmpty)
  }

  @Test(
    "two phones that mend, delete and bring back one set end alike, in whatever order",
    arguments: 1...UInt64(Effort.cases(20, thorough: 500)))
  func phones(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let first = Self.set(1, at: 0, id: Self.id(&random))
    var facts = [first]
    for place in 1...8 {
      let about = facts.filter { $0.body.kind == .workSet }.randomElement(using: &random) ?? first
      let at = Double(Int.random(in: 1...4, using: &random))
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        facts.append(Self.set(place * 10, at: 0, id: Self.id(&random), supersedes: about.id))
      case 1:
        facts.append(Self.word(.retraction, on: about.id, at: at, id: Self.id(&random)))
      default:
        facts.append(Self.word(.restoration, on: about.id, at: at, id: Self.id(&random)))
      }
    }
    let history = History(facts)
    #expect(history.sets.count <= 1)
    #expect(history.sets.count + Fact.takenBack(facts).count == 1)
    for _ in 0..<5 { #expect(History(facts.shuffled(using: &random)) == history) }
  }
}
