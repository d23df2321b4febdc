import Foundation
import Lifting
import Physiology
import Prescribing
import TestSupport
import Testing

/// Each scenario is a case a coach would discuss; beside it lies the prescription it gets: decisions to
/// the letter, forecasts within a tolerance, so that a model fitted anew changes what it decides and not
/// ninety files. `make golden` writes them anew; the difference is to be read like code.
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
    let asWritten = try JSONDecoder.eccentric.decode(
      Prescription.self, from: Data(Fixture.bytes(golden)))
    var asAnswered =
      try JSONDecoder.eccentric.decode(Prescription.self, from: Data(prescription.utf8))
    #expect(asWritten.forecast.isNear(asAnswered.forecast), "the forecast of \(name)")
    if let with = asWritten.forecastWithout {
      #expect(asAnswered.forecastWithout.map(with.isNear) == true, "the other forecast of \(name)")
    }
    for part in asWritten.bodyParts.indices where asAnswered.bodyParts.indices.contains(part) {
      let risks = (asWritten.bodyParts[part].riskPercent, asAnswered.bodyParts[part].riskPercent)
      #expect(abs(risks.0 - risks.1) <= 3)
      asAnswered.bodyParts[part].riskPercent = risks.0
    }
    (asAnswered.forecast, asAnswered.forecastWithout) = (
      asWritten.forecast, asWritten.forecastWithout
    )
    #expect(try asAnswered.readableJSON() == asWritten.readableJSON())
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

extension Forecast {
  /// Whether it says the same of the same body parts and days, within half a point of soreness and three
  /// points of strength.
  fileprivate func isNear(_ other: Forecast) -> Bool {
    let parts = Dictionary(uniqueKeysWithValues: other.parts.map { ($0.bodyPart, $0.days) })
    // A body part that is hardly touched may be shown by one and not by the other.
    return self.parts.filter { Set(parts.keys).contains($0.bodyPart) }.allSatisfy { part in
      let days = parts[part.bodyPart] ?? []
      return part.days.map(\.at) == days.map(\.at)
        && zip(part.days, days).allSatisfy {
          $0.soreness.isNear($1.soreness, within: 0.5)
            && $0.strengthPercent.isNear($1.strengthPercent, within: 3)
        }
    } && abs(self.parts.count - other.parts.count) <= 1
  }
}

extension Interval {
  fileprivate func isNear(_ other: Interval, within tolerance: Double) -> Bool {
    [low - other.low, expected - other.expected, high - other.high]
      .allSatisfy { abs($0) <= tolerance + 1e-9 }
  }
}
