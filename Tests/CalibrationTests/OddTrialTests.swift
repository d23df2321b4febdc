import Foundation
import Lifting
import Simulation
import TestSupport
import Testing

@testable import Calibration
@testable import Physiology

@Suite("Odd numbers in trials") struct OddTrialTests {
  struct File: Decodable { var trials: Lenient<Trial> }

  @Test(
    "are refused with a place, or predicted from",
    arguments: 1...UInt64(Effort.cases(30, thorough: 2000)))
  func mutated(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let encoder = JSONEncoder.eccentricCompact
    let trial = try #require(try TrialTests.all().randomElement(using: &random))
    var text = String(decoding: try encoder.encode(["trials": [trial]]), as: UTF8.self)
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      text = text.withOneOddValue(using: &random)
    }
    let (file, problems) = JSONText(text).decode(File.self)
    for trial in file?.trials.elements ?? [] {
      // Whoever has a trial from elsewhere may ask without looking for problems first.
      let predicted = trial.predicted()
      _ = CalibrationError.byGroup([predicted])
      guard trial.problems.isEmpty else { continue }
      for seen in predicted.observations {
        #expect(seen.predicted?.isFinite != false, "seed \(seed): \(text)")
        #expect((seen.predicted == nil) != (seen.skipped == nil), "seed \(seed)")
      }
    }
    #expect(file?.trials.elements.isEmpty == false || problems.hasErrors, "seed \(seed)")
  }

  @Test(
    "an impossible number is named",
    arguments: [
      ("\"bout\": -9223372036854775808", ["observations", 0, "bout"] as [JSONKey]),
      ("\"bout\": 9223372036854775807", ["observations", 0, "bout"]),
      ("\"hours\": 1e300", ["observations", 0, "hours"]),
      ("\"mean\": -1e308", ["observations", 0, "mean"]),
    ])
  func named(entry: String, path: [JSONKey]) throws {
    let entries = ["\"bout\": 1", "\"hours\": 24", "\"mean\": 20"].map {
      $0.prefix { $0 != ":" } == entry.prefix { $0 != ":" } ? entry : $0
    }
    let json = """
      {"id": "t", "bouts": [{"hours": 0, "bodyPart": "chest", "reps": 30, "intensity": 1}],
       "observations": [{"outcome": "strengthLossPercent", \(entries.joined(separator: ", "))}]}
      """
    let trial = try JSONDecoder().decode(Trial.self, from: Data(json.utf8))
    #expect(trial.problems.map(\.path) == [path])
    _ = CalibrationError.byGroup([trial.predicted()])
    #expect(try TrialTests.all().allSatisfy { $0.problems.isEmpty })
  }
}
