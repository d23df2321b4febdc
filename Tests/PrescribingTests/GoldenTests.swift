import Foundation
import Lifting
import Prescribing
import TestSupport
import Testing

/// Each scenario is a case a coach would discuss; beside it lies the prescription it gets, to the
/// letter. `make golden` writes them anew; the difference is to be read like code.
@Suite("Scenarios") struct GoldenTests {
  static let names: [String] =
    (try? Fixture.files(in: "scenarios", ending: ".json"))?
    .map(\.lastPathComponent)
    .filter { !$0.hasSuffix(".prescription.json") }
    .map { String($0.dropLast(".json".count)) } ?? []

  /// Every scenario with its prescription, worked out once for all tests.
  static let cases: [String: (scenario: Scenario, problems: [Diagnostic], answer: Prescription)] =
    names.reduce(into: [:]) { cases, name in
      guard let bytes = try? Fixture.bytes("scenarios/\(name).json") else { return }
      let (scenario, problems) = Scenario.read(bytes)
      if let scenario { cases[name] = (scenario, problems, prescribe(scenario)) }
    }

  static let isRewriting = ProcessInfo.processInfo.environment["ECCENTRIC_GOLDEN"] == "rewrite"

  @Test("gets its prescription", arguments: names) func golden(_ name: String) throws {
    let known = try #require(Self.cases[name])
    #expect(known.problems.isEmpty, "\(name): \(known.problems.map(\.text))")
    let prescription = try known.answer.readableJSON()
    let golden = "scenarios/\(name).prescription.json"
    if Self.isRewriting {
      try Data(prescription.utf8).write(to: Fixture.url(golden))
    }
    #expect(try Fixture.text(golden) == prescription)
  }

  @Test("every rule speaks in at least one of them") func everyRule() throws {
    var heard: Set<String> = []
    for name in Self.names {
      heard.formUnion(try #require(Self.cases[name]).answer.reasons.map(\.rule))
    }
    let silent = Rule.all.map(\.id).filter { !heard.contains($0) }
    #expect(silent.isEmpty)
  }

  @Test("reading back what was written changes nothing", arguments: names)
  func roundTrip(_ name: String) throws {
    let (scenario, _, prescription) = try #require(Self.cases[name])
    let again = try #require(Scenario.read(try scenario.readableJSON().utf8).scenario)
    #expect(again == scenario)
    let decoded = try JSONDecoder.eccentric.decode(
      Prescription.self, from: Data(try prescription.readableJSON().utf8))
    #expect(decoded == prescription)
  }
}
