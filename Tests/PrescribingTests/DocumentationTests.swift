import Foundation
import Prescribing
import TestSupport
import Testing

@Suite("The safety table and its documentation") struct DocumentationTests {
  let text: String

  init() throws {
    let file = Fixture.repository.appending(path: "docs/Prescribing.md")
    text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  @Test("every row of the table is there, as hard as it should be") func complete() throws {
    let rows = try Fixture.text("safety-rows.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
    #expect(rows.count == 34 && SafetyRow.all.count == rows.count)
    for row in rows {
      let ours = try #require(SafetyRow.all.first { $0.id == row.first }, "\(row)")
      #expect(ours.severity.rawValue == row.last, "\(row)")
    }
  }

  @Test("hard rows are held by rules that exist") func held() {
    let known = Set(Rule.all.map(\.id))
    for row in SafetyRow.all {
      #expect(Set(row.rules).isSubset(of: known), "\(row.id)")
      #expect(row.severity == .soft || !row.rules.isEmpty, "\(row.id)")
    }
  }

  @Test("the document has every row, every method and every rule of the table") func document() {
    for row in SafetyRow.all { #expect(text.contains(row.markdown), "\(row.id)") }
    for method in Method.all {
      #expect(text.contains("| `\(method.id)` | \(method.sentence) |"), "\(method.id)")
    }
  }
}
