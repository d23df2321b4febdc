import Foundation
import Lifting
import Physiology
import Simulation
import TestSupport
import Testing

@testable import Prescribing

@Suite("Odd numbers in a scenario") struct OddScenarioTests {
  @Test(
    "are refused with a place, or prescribed from",
    arguments: 1...UInt64(Effort.cases(40, thorough: 4000)))
  func mutated(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let files = try Fixture.files(in: "scenarios", ending: ".json")
      .filter { !$0.lastPathComponent.contains(".prescription") }
    let file = try #require(files.randomElement(using: &random))
    var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      text = text.withOneOddValue(using: &random)
    }
    let (scenario, problems) = Scenario.read(text.utf8)
    for problem in problems { #expect(problem.line >= 1 && problem.column >= 1) }
    guard let scenario, !problems.hasErrors else {
      #expect(problems.hasErrors, "\(file.lastPathComponent), seed \(seed)")
      return
    }
    _ = prescribe(scenario)
    _ = outlook(scenario)
    _ = AthleteState(scenario.history, at: scenario.now).forecast(from: scenario.now, days: 14)
    _ = StrengthCourse.all(in: scenario.history)
    // What can be read can be written and read again.
    let again = Scenario.read(try scenario.readableJSON().utf8)
    #expect(!again.problems.hasErrors, "\(file.lastPathComponent), seed \(seed)")
  }

  @Test("what can't be true is an error at its place")
  func implausible() {
    let text = """
      { "now": "2026-03-02T17:00:00Z",
        "athlete": { "birthYear": 1990, "bodyMass": "80 kg", "trainingMonths": 3,
          "loadStep": "1e3 kg" },
        "history": { "sets": [
          { "daysAgo": 1, "exercise": "squat", "reps": 5,
            "load": { "external": "99999999999999999999 kg" } },
          { "at": "0000-01-01T00:00:00Z", "exercise": "squat", "reps": 5 },
          { "daysAgo": 1, "exercise": "squat", "reps": 99999999999999999999 }] } }
      """.replacing("1e3 kg", with: "1000 kg")
    #expect(
      Scenario.read(text.utf8).problems.map { "\($0.line):\($0.column)" } == [
        "3:17", "6:29", "7:13", "8:50",
      ])
  }
}
