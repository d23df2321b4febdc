import Foundation
import Lifting
import Physiology
import Prescribing
import Simulation
import TestSupport
import Testing

@Suite("The path to a first repetition") struct PathTests {
  let now = Date(timeIntervalSince1970: 1_772_470_800)

  func ago(_ days: Double) -> Date { now.addingTimeInterval(-days * 86_400) }

  func newHistory(months: Int = 12) -> History {
    var history = History()
    history.athlete = Athlete(
      birthYear: 1994, sex: .female, bodyMass: .kilograms(64), trainingMonths: months)
    history.screening = Screening()
    history.program = ProgramChoice(
      text: "## A\n- Pull-up: 3 x 2 negative, 4 s, jump up\n- Dumbbell row: 3 x 8\n")
    return history
  }

  func lowering(_ seconds: Double, of id: Exercise.ID = "pull-up", daysAgo: Double = 3)
    -> Dated<StrengthTest>
  {
    Dated(
      at: ago(daysAgo),
      StrengthTest(exercise: id, result: .lowering(seconds: seconds, .body)))
  }

  func find(_ history: History, _ id: Exercise.ID = "pull-up") -> Path? {
    outlook(Scenario(now: now, history: history)).paths.first { $0.exercise == id }
  }

  @Test("a beginner learns the easier relative first, however long they can lower")
  func beginner() throws {
    var history = newHistory(months: 2)
    history.tests = [lowering(12)]
    let path = try #require(find(history))
    #expect(path.steps.first?.state == .now)
    #expect(path.sentences.contains { $0.contains("6 months") })
    #expect(!path.testIsDue)
    history.tests = []
    let asked = find(history)?.sentences.joined() ?? ""
    #expect(!asked.contains("slowest"), "a beginner isn’t asked for a lowering")
  }

  @Test("the step follows the longest controlled lowering") func steps() throws {
    var history = newHistory()
    func now(_ seconds: Double?) throws -> Int {
      history.tests = seconds.map { [lowering($0)] } ?? []
      return try #require(find(history)?.steps.firstIndex { $0.state == .now })
    }
    #expect(try now(nil) == 1)
    #expect(try now(2) == 1)
    #expect(try now(4) == 2)
    #expect(try now(16) == 3)
  }

  @Test("a longer lowering brings the day nearer, and makes an attempt cheap") func estimate()
    throws
  {
    var last = Double.infinity
    for seconds in [3.0, 8, 15, 22, 30] {
      var history = newHistory()
      history.tests = [lowering(seconds)]
      let path = try #require(find(history))
      let weeks = try #require(path.weeks)
      #expect(weeks.low <= weeks.expected && weeks.expected <= weeks.high)
      #expect(weeks.expected < last || weeks.expected == 0)
      last = weeks.expected
      #expect(path.testIsDue == (seconds >= 15))
    }
  }

  @Test("after an attempt the next one is due in a week") func attempts() throws {
    var history = newHistory()
    history.tests = [
      lowering(20, daysAgo: 4),
      Dated(at: ago(2), StrengthTest(exercise: "pull-up", result: .repetitions(0, .body))),
    ]
    #expect(find(history)?.testIsDue == false)
    history.tests[1].at = ago(8)
    #expect(find(history)?.testIsDue == true)
  }

  @Test("assistance that has become less says as much as a lowering") func assisted() throws {
    func weeks(_ assistance: Double) throws -> Double {
      var history = newHistory()
      history.sets = [
        Dated(
          at: ago(4),
          WorkSet(
            exercise: "assisted-pull-up", load: Load(assistance: .kilograms(assistance)), reps: 6))
      ]
      return try #require(find(history)?.weeks).expected
    }
    #expect(try weeks(25) > weeks(15))
  }

  @Test("who has done one isn't on the way to it any more") func done() {
    var history = newHistory()
    history.sets = [Dated(at: ago(20), WorkSet(exercise: "pull-up", reps: 1))]
    #expect(find(history) == nil)
  }

  @Test("push-up, dip, pistol and Nordic have their paths") func others() throws {
    for id in ["push-up", "dip", "pistol-squat", "nordic-curl", "chin-up"] as [Exercise.ID] {
      var history = newHistory()
      history.tests = [lowering(6, of: id)]
      let path = try #require(find(history, id), "\(id.rawValue)")
      #expect(path.steps.count == 4 && path.weeks != nil)
    }
  }

  @Test("the range holds nine first pull-ups of ten, of learners with laws of their own")
  func coverage() throws {
    let cases = Effort.cases(60, thorough: 2000)
    var held = 0
    var asked = 0
    for seed in 0..<cases {
      let learner = SyntheticLearner(seed: UInt64(seed))
      guard learner.strength(week: 0) < 1 else { continue }
      asked += 1
      var history = newHistory()
      history.tests = [lowering(learner.longestLoweringSeconds(week: 0), daysAgo: 0.1)]
      let weeks = try #require(find(history)?.weeks)
      let truth = learner.weeksToFirst
      if truth >= weeks.low - 0.5 && truth <= weeks.high + 0.5 || truth >= 104 && weeks.high >= 104
      {
        held += 1
      }
    }
    #expect(asked > cases / 2)
    #expect(held * 100 >= 80 * asked, "\(held) of \(asked)")
    #expect(asked < 500 || held * 1000 <= 990 * asked, "a range that holds everything says nothing")
  }
}
