import Lifting
import Prescribing
import Simulation
import TestSupport
import Testing

@Suite("The loop, closed by simulated athletes") struct ClosedLoopTests {
  @Test(
    "no limit is broken, and weeks stay within what people put up with",
    arguments: SyntheticTrainee.Kind.allCases)
  func safe(_ kind: SyntheticTrainee.Kind) {
    let weeks = Effort.cases(2, thorough: 24)
    let coaches: [ClosedLoop.Coach] =
      Effort.cases(1, thorough: 3) == 1 ? [.eagerProgram] : [.habit, .program, .eagerProgram]
    for coach in coaches {
      var within = 0
      var all = 0
      for seed in 0..<UInt64(Effort.cases(1, thorough: 8)) {
        let outcome = ClosedLoop.run(coach, kind, seed: seed, weeks: weeks)
        #expect(outcome.breaches.isEmpty, "\(kind) \(coach) seed \(seed): \(outcome.breaches)")
        #expect(outcome.gain.isFinite && outcome.sessions > 0)
        within += outcome.weeksWithinTolerance
        all += outcome.weeks
      }
      #expect(within * 100 >= 95 * all, "\(kind) \(coach)")
    }
  }

  @Test("limits keep an eager program from hurting those who are easily hurt") func eager() {
    var asWritten = 0.0
    var prescribed = 0.0
    for seed in 0..<UInt64(Effort.cases(1, thorough: 20)) {
      asWritten += ClosedLoop.run(.eager, .unlucky, seed: seed, weeks: 4).meanPeakSoreness
      prescribed += ClosedLoop.run(.eagerProgram, .unlucky, seed: seed, weeks: 4).meanPeakSoreness
    }
    #expect(prescribed < 0.8 * asWritten)
  }

  @Test("under the same hard limits it gains no less than the program in a careful coach’s hands")
  func careful() {
    var prescribed = 0.0
    var careful = 0.0
    for seed in 0..<UInt64(Effort.cases(1, thorough: 12)) {
      let weeks = Effort.cases(5, thorough: 24)
      prescribed += ClosedLoop.run(.program, .average, seed: seed, weeks: weeks).gain
      careful += ClosedLoop.run(.careful, .average, seed: seed, weeks: weeks).gain
    }
    #expect(prescribed >= careful)
  }

  @Test("the simulated body gains from hard sets, not from idleness, and soreness passes")
  func body() throws {
    let curl = try #require(Exercise.with("biceps-curl"))
    var trainee = SyntheticTrainee(.average, seed: 1)
    let before = trainee.strengthKilograms(curl)
    let load = Load.external(.kilograms(before * 0.75))
    let asked = [
      SyntheticTrainee.Asked(
        exercise: curl.id, kind: .normal, sets: 3, reps: 8, load: load, tempo: .ordinary,
        repsInReserve: 2)
    ]
    _ = trainee.train(asked, atHours: 0)
    let after = trainee.strengthKilograms(curl)
    #expect(after > before && after < before * 1.02)
    #expect((trainee.soreness(atHours: 36)[.elbowFlexors] ?? 0) > 0.3)
    #expect((trainee.soreness(atHours: 300)[.elbowFlexors] ?? 0) < 0.1)
    #expect(trainee.weakness(of: curl, atHours: 1) > trainee.weakness(of: curl, atHours: 72))
  }
}
