import Foundation
import Interchange
import Lifting
import Testing

/// One set of 20 kg × 5 of an exercise, as each program writes it.
private func exports(_ name: String) -> [String] {
  [
    "Date,Exercise Name,Set Order,Weight (kg),Reps\n2024-02-01 07:00:00,\"\(name)\",1,20,5\n",
    "start_time,exercise_title,set_type,weight_kg,reps\n\"1 Feb 2024, 07:00\",\"\(name)\",normal,20,5\n",
    "Date,Exercise,Weight (kg),Reps\n2024-02-01,\"\(name)\",20,5\n",
    "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps\n1,2024-02-01T07:00:00Z,\"\(name)\",20,kg,5\n",
  ]
}

@Suite("Names that say how a set was done")
struct MannerTests {
  @Test("help is taken off, in every format", arguments: ["Chin Up (Assisted)", "Assisted Wheel"])
  func assisted(_ name: String) throws {
    for text in exports(name) {
      let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
      let set = try #require(history.sets(of: .normal).first)
      #expect(set.load == Load(assistance: .kilograms(20)))
      #expect(set.nameAsWritten == name)
      #expect(history.problems.count == 1)
      #expect(history.problems.first?.message.hasSuffix("with the weight as help") == true)
    }
  }

  @Test(
    "a negative is lowered only, in every format", arguments: ["Pull Up, Negative", "Neg Wheel"])
  func negative(_ name: String) throws {
    for text in exports(name) {
      let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
      #expect(history.sets(of: .negative).map(\.load) == [.external(.kilograms(20))])
      #expect(history.problems.map(\.severity) == [.warning])
    }
  }

  @Test("every name is said once, and plain ones never")
  func notices() {
    let rows = ["Negative Dip", "Dip", "Negative Dip", "Dip (Negative)"]
    let text = "Date,Exercise,Weight (kg),Reps\n" + rows.map { "2024-02-01,\($0),,3\n" }.joined()
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(
      history.problems.map(\.text) == [
        "2:12: warning: “Negative Dip” was read as dip, as negatives: only the lowering counts",
        "5:12: warning: “Dip (Negative)” was read as dip, as negatives: only the lowering counts",
      ])
  }
}

extension ImportedHistory {
  fileprivate func sets(of kind: WorkSet.Kind) -> [WorkSet] {
    facts.compactMap {
      if case .workSet(let set) = $0.body, set.kind == kind { set } else { nil }
    }
  }
}
