import Foundation
import Lifting
import Prescribing
import Simulation
import TestSupport
import Testing

@Suite("Plateaus") struct PlateauTests {
  static let start = Date(timeIntervalSince1970: 1_772_470_800)

  /// Clear gains of 1 to 2 % a week, two or three sessions, some skipped; as in docs/Weeks.md.
  func gainer(_ seed: Int) -> SyntheticProgress.Parameters {
    var random = SeededGenerator(seed: UInt64(seed) &* 7919)
    var athlete = SyntheticProgress.Parameters()
    athlete.seed = UInt64(seed)
    athlete.gainPerWeek = Double.random(in: 0.01...0.02, using: &random)
    athlete.dayScatter = Double.random(in: 0.01...0.02, using: &random)
    athlete.sessionsPerWeek = Int.random(in: 2...3, using: &random)
    athlete.skips = Double.random(in: 0...0.15, using: &random)
    return athlete
  }

  func plateaus(_ athlete: SyntheticProgress.Parameters, week: Double) -> [Plateau] {
    let history = SyntheticProgress(athlete).history(from: Self.start)
    return Plateau.all(
      in: Scenario(now: Self.start.addingTimeInterval(week * 7 * 86_400), history: history))
  }

  func isStuck(_ athlete: SyntheticProgress.Parameters, week: Double) -> Bool {
    plateaus(athlete, week: week).contains { $0.explanation == nil }
  }

  @Test("who gains steadily is hardly ever told that they are stuck") func falseAlarms() {
    let cases = Effort.cases(12, thorough: 600)
    let weeks = Effort.cases(4, thorough: 24)
    let alarmed = (0..<cases).filter { seed in
      (1...weeks).contains { isStuck(gainer(seed), week: Double($0 * 24 / weeks)) }
    }
    #expect(alarmed.count * 100 <= 8 * cases + 100, "seeds \(alarmed)")
  }

  @Test("a stall is mostly seen within four weeks, and nearly always within eight") func stalls() {
    let cases = Effort.cases(12, thorough: 600)
    var inFour = 0
    var inEight = 0
    for seed in 0..<cases {
      var athlete = gainer(seed)
      athlete.stallsAtWeek = 13
      let weeks = [15.0, 16, 17, 19, 21]
      guard let seen = weeks.first(where: { isStuck(athlete, week: $0) }) else { continue }
      inEight += 1
      if seen <= 17 { inFour += 1 }
    }
    #expect(inFour * 100 >= 70 * cases, "\(inFour) of \(cases)")
    #expect(inEight * 100 >= 90 * cases, "\(inEight) of \(cases)")
  }

  @Test("an old stall without an earlier gain is seen too") func alwaysFlat() {
    var athlete = gainer(1)
    athlete.stallsAtWeek = 0
    athlete.weeks = 20
    let found = plateaus(athlete, week: 18).first
    #expect(found?.explanation == nil && found?.earlierPercentPerWeek == nil && found != nil)
  }

  @Test("missed weeks explain a standstill") func missed() {
    let explained = (0..<6).flatMap { seed -> [Plateau.Explanation?] in
      var athlete = gainer(seed)
      athlete.stallsAtWeek = 12
      athlete.sessionsPerWeek = 3
      athlete.missedWeeks = 13..<17
      return plateaus(athlete, week: 17).map(\.explanation)
    }
    #expect(explained.allSatisfy { $0 == .missedSessions })
  }

  @Test("weeks that are light on purpose aren't a plateau") func deload() {
    for seed in 0..<6 {
      var athlete = gainer(seed)
      athlete.deloadWeeks = 14..<17
      #expect(!isStuck(athlete, week: 17), "seed \(seed)")
    }
  }

  @Test("an exercise that was given up isn't stuck") func changedExercise() {
    var athlete = gainer(3)
    athlete.stallsAtWeek = 10
    athlete.weeks = 16
    #expect(isStuck(athlete, week: 16))
    #expect(plateaus(athlete, week: 19).isEmpty)
  }

  @Test("what is offered fits who is asked") func offers() throws {
    var stuck = gainer(3)
    stuck.stallsAtWeek = 10
    var history = SyntheticProgress(stuck).history(from: Self.start)
    let now = Self.start.addingTimeInterval(17 * 7 * 86_400)
    func offer(_ region: StickingRange? = nil) throws -> String {
      let regions = region.map { [Exercise.ID("bench-press"): $0] } ?? [:]
      let found = Plateau.all(in: Scenario(now: now, history: history), sticking: regions)
      return try #require(found.first).offer.joined(separator: " ")
    }
    #expect(try offer().contains("don’t have"), "alone there is no way up in a bench press")
    history.athlete?.company = .partner
    #expect(try offer().contains("one negative set"))
    #expect(try offer(StickingRange(low: 0.15, high: 0.4)).contains("between 15 and 40 %"))
    history.athlete?.trainingMonths = 4
    #expect(try offer().contains("wait"))
  }

  @Test("what is offered lies where most measured reps slow down") func stickingRegion() throws {
    func rep(_ low: Double, _ high: Double, _ reasons: [String] = []) -> Rep {
      var rep = Rep(
        index: 1, phases: [], tempo: .ordinary, trust: Trust(reasons: reasons))
      rep.stickingRegion = StickingRegion(
        startSeconds: 0, endSeconds: 1, startShare: low, endShare: high,
        minimumVelocityMetersPerSecond: 0.1)
      return rep
    }
    let reps = [rep(0.1, 0.3), rep(0.2, 0.4), rep(0.22, 0.45), rep(0.9, 1, ["a gap"])]
    #expect(StickingRange(reps: reps) == StickingRange(low: 0.2, high: 0.4))
    #expect(StickingRange(reps: Array(reps.prefix(1))) == nil)
    #expect(StickingRange(reps: []) == nil)
    let scenario = Scenario(
      now: Self.start, history: History(),
      sticking: ["bench-press": StickingRange(low: 0.2, high: 0.4)])
    #expect(Scenario.read(try scenario.readableJSON().utf8).scenario == scenario)
    let wrong =
      #"{"now": "2026-03-02T17:00:00Z", "sticking": {"squat": {"low": 1e300, "high": 2}}}"#
    #expect(!Scenario.read(wrong.utf8).problems.isEmpty)
  }
}
