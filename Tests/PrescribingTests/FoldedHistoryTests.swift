import Foundation
import Lifting
import Physiology
import Prescribing
import Simulation
import TestSupport
import Testing

@Suite("What was folded isn’t folded again") struct FoldedHistoryTests {
  static let start = Date(timeIntervalSince1970: 1_772_470_800)

  /// Weeks of training, as it was known on some of its mornings.
  func courses(_ seed: Int) -> (history: History, instants: [Date]) {
    var athlete = SyntheticAthlete(seed: UInt64(seed))
    let weeks = 5 + seed % 5 * 3
    let history = athlete.history(weeks: weeks, until: Self.start)
    var random = SeededGenerator(seed: UInt64(seed))
    let instants = (0..<4).map { _ in
      Self.start.addingTimeInterval(
        -Double.random(in: 0...Double(weeks * 7 * 24), using: &random) * 3600)
    }
    return (history, instants)
  }

  @Test("resumed answers are those of whom nothing is remembered") func resumed() {
    for seed in 0..<Effort.cases(1, thorough: 60) {
      let (history, instants) = courses(seed)
      var folded = FoldedHistory()
      // In the order of time as a loop asks, then back and forth.
      for now in instants.sorted() + instants {
        let scenario = Scenario(now: now, history: history)
        #expect(
          prescribe(scenario, resuming: &folded) == prescribe(scenario), "seed \(seed) \(now)")
      }
    }
  }

  @Test("a correction, another athlete and other constants are noticed") func corrected() {
    for seed in 0..<Effort.cases(1, thorough: 20) {
      var (history, _) = courses(seed)
      var folded = FoldedHistory()
      var parameters = ModelParameters()
      func check(_ what: String) {
        let scenario = Scenario(now: Self.start, history: history)
        #expect(
          prescribe(scenario, parameters: parameters, resuming: &folded)
            == prescribe(scenario, parameters: parameters), "seed \(seed): \(what)")
      }
      check("first")
      history.sets[history.sets.count / 2].value.reps += 9
      check("a set corrected")
      let late = history.sets[history.sets.count / 2].at.addingTimeInterval(-3600)
      history.checkIns.append(Dated(at: late, CheckIn(soreness: [.elbowFlexors: 9])))
      history.checkIns.sort { $0.at < $1.at }
      check("a rating that came late")
      history.athlete?.bodyMass = .kilograms(120)
      check("a body mass corrected")
      parameters.sorenessTrust /= 2
      check("other constants")
      history.sets = []
      history.tests = []
      check("nothing left but ratings")
      history.checkIns = []
      check("nothing left")
    }
  }
}
