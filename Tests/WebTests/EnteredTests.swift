import Foundation
import Lifting
import Simulation
import TestSupport
import Testing

@testable import Web

/// Whatever is entered by the form, the API or an archive is what is read back.
@Suite("What is entered is what is read back") struct EnteredTests {
  @Test("any set, by every way in") func sets() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      var random = SeededGenerator(seed: 20)
      for place in 0..<Effort.cases(30, thorough: 200) {
        let set = WorkSet.entered(&random)
        let id = UUID()
        let at = TestSite.start.addingTimeInterval(-Double(place) * 60 - 0.25)
        let sent = try JSONEncoder.eccentric.encode(
          ["facts": [Fact(id: id, at: at, .workSet(set))]])
        let answer = try await ada.post(
          "/api/v1/facts", json: String(decoding: sent, as: UTF8.self))
        #expect(answer.status == 200, "\(answer.text) \(set)")
        #expect(try await Self.standing(&ada).map(\.1) == [set], "by the API")

        // A form that nobody touched changes nothing.
        var fields = try await Self.form(of: id, &ada)
        #expect(try await ada.post("/history/entry", fields).status == 200)
        #expect(try await Self.standing(&ada).map(\.1) == [set], "by an untouched form")

        // All of another set, typed over it: what a set is of, and what was measured, isn't asked.
        var other = WorkSet.entered(&random)
        if let lowering = other.tempo?.eccentric.seconds {
          other.tempo = .negative(seconds: (lowering * 10).rounded() / 10)
        }
        (other.exercise, other.nameAsWritten) = (set.exercise, set.nameAsWritten)
        (other.stickingRegions, other.session) = (set.stickingRegions, set.session)
        let corrected = try #require(try await Self.standing(&ada).first?.0)
        fields = try await Self.form(of: corrected, &ada)
        for field in WorkSet.fields {
          guard let index = fields.firstIndex(where: { $0.0 == field.name }) else {
            Issue.record("\(field.name) can't be corrected")
            continue
          }
          fields[index].1 = field.typed(other)
          guard field.input == .load else { continue }
          let isHelp = other.load.assistance.amount > 0
          let mass = isHelp ? other.load.assistance : other.load.external
          fields[index].1 = mass.amount == 0 ? "" : "\(mass.amount)"
          fields.removeAll { $0.0 == "load-unit" || $0.0 == "load-way" }
          fields.append(("load-unit", mass.unit.rawValue))
          fields.append(("load-way", isHelp ? "help" : "added"))
        }
        let typed = try await ada.post("/history/entry", fields)
        #expect(typed.status == 200, "\(typed.text)")
        let last = try #require(try await Self.standing(&ada).last)
        #expect(last.1 == other, "by a form that was filled in anew")
        _ = try await ada.post("/history/entry", [("id", "\(last.0)"), ("what", "delete")])
      }
    }
  }

  /// The fields that correct an entry; beside them is a button that deletes it.
  private static func form(of id: UUID, _ visitor: inout Visitor) async throws -> [(
    String, String
  )] {
    LoopTests.fields(of: try await visitor.get("/history/entry?id=\(id)").text)
      .filter { $0.0 != "what" }
  }

  private struct Facts: Decodable { var facts: [Fact] }

  /// The sets that stand, the one entered last at the end.
  private static func standing(_ visitor: inout Visitor) async throws -> [(UUID, WorkSet)] {
    let text = try await visitor.get("/api/v1/facts").text
    let facts = try JSONDecoder.eccentric.decode(Facts.self, from: Data(text.utf8)).facts
    return Fact.standing(facts).compactMap { fact in
      guard case .workSet(let set) = fact.body else { return nil }
      return (fact.id, set)
    }
  }
}

extension WorkSet {
  /// A set as somebody may have done it, with figures that have many digits where they were measured.
  fileprivate static func entered(_ random: inout SeededGenerator) -> WorkSet {
    func perhaps<Value>(
      _ random: inout SeededGenerator, _ make: (inout SeededGenerator) -> Value
    ) -> Value? {
      Bool.random(using: &random) ? make(&random) : nil
    }
    let exercise =
      ["pull-up", "squat", "plank", "farmers-carry", "dumbbell-row", "own:Sled drag"]
      .randomElement(using: &random).map(Exercise.ID.init(rawValue:)) ?? "squat"
    let isHeld = Exercise.with(exercise)?.isHeld ?? false
    let isCarried = Exercise.with(exercise)?.isCarried ?? false
    let amount = (Double.random(in: 0...200, using: &random) * 1000).rounded() / 1000
    let mass =
      Bool.random(using: &random)
      ? Mass.kilograms(amount) : (Mass(amount, .pounds) ?? .kilograms(1))
    let reps = isHeld || isCarried ? 1 : Int.random(in: 1...40, using: &random)
    return WorkSet(
      exercise: exercise, nameAsWritten: perhaps(&random) { _ in "Row, as I call it" },
      kind: Kind.allCases.randomElement(using: &random) ?? .normal,
      load: [.body, .external(mass), Load(assistance: mass)].randomElement(using: &random) ?? .body,
      reps: reps, wayUp: perhaps(&random) { WayUp.allCases.randomElement(using: &$0) ?? .jump },
      tempo: perhaps(&random) {
        Tempo(
          eccentric: .seconds(.random(in: 0.5...12, using: &$0)),
          pauseBottom: .random(in: 0...3, using: &$0), concentric: .seconds(1), pauseTop: 0)
      },
      controlledReps: perhaps(&random) { .random(in: 0...reps, using: &$0) },
      repsInReserve: perhaps(&random) { .random(in: 0...20, using: &$0) },
      side: perhaps(&random) { Bool.random(using: &$0) ? .left : .right },
      holdSeconds: isHeld ? .random(in: 1...90, using: &random) : nil,
      carriedMeters: isCarried ? .random(in: 1...90, using: &random) : nil,
      ended: perhaps(&random) { Ending.allCases.randomElement(using: &$0) ?? .pain },
      note: perhaps(&random) { _ in "Felt <heavy> & \"slow\", höher; 10 % weniger" })
  }
}
