import Foundation
import Lifting
import Physiology
import Testing

@testable import Prescribing

/// Limits at their very edge, with the figures written out: a figure that is changed shows here.
@Suite("The edge of each limit") struct EdgeOfLimitsTests {
  private static let now = Date(timeIntervalSince1970: 1_772_470_800)

  /// Somebody whom nothing holds back, with five weeks of heavy leg presses and a fresh maximum.
  private static func strong(testedDaysAgo: Double = 5, program: String) -> Scenario {
    var history = History()
    history.athlete = Athlete(
      birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 80, company: .partner)
    history.screening = Screening()
    history.program = ProgramChoice(text: program)
    func at(_ days: Double) -> Date { now.addingTimeInterval(-days * 86_400) }
    history.tests = [
      Dated(
        at: at(testedDaysAgo),
        StrengthTest(
          exercise: "leg-press", result: .repetitions(1, .external(.kilograms(200)))))
    ]
    for week in (0..<6).reversed() {
      for _ in 0..<3 {
        var set = WorkSet(
          exercise: "leg-press", kind: .negative, load: .external(.kilograms(190)), reps: 6,
          tempo: .negative(seconds: 4))
        set.controlledReps = 6
        history.sets.append(Dated(at: at(Double(week) * 7 + 9), set))
      }
    }
    return Scenario(now: now, history: history)
  }

  private static func heaviestPercent(_ scenario: Scenario) -> Double {
    (prescribe(scenario).session?.exercises ?? []).flatMap(\.doses)
      .filter { $0.kind == .negative }.compactMap(\.percentOfMaximum).max() ?? 0
  }

  @Test("120 % is the ceiling, for whomever") func ceiling() throws {
    let evidence = Evidence(
      Self.strong(program: "## A\n- Leg press: 1 x 3 negative @ 150%, 4 s, help up\n"),
      parameters: ModelParameters())
    var draft = try #require(Draft(planFor: evidence))
    let before = try #require(draft.items.first?.doses.first?.load?.external.kilograms)
    #expect(before > 1.3 * 200)
    var quantities = draft.quantities
    _ = Rule.ceiling.shape(&draft, &quantities, evidence) { $0.limit }
    let after = try #require(draft.items.first?.doses.first?.load?.external.kilograms)
    let maximum = try #require(draft.items.first?.maximumKilograms)
    #expect(abs(after - 1.2 * maximum) < 1e-6)
  }

  @Test("a week has at most 30 % more lowerings than the busiest of the month") func ramp() throws {
    var scenario = Self.strong(program: "## A\n- Leg press: 4 x 10 negative @ 50%, 4 s, help up\n")
    scenario.history.sets = (1...4).flatMap { week in
      (0..<2).map { _ in
        Dated(
          at: Self.now.addingTimeInterval(-Double(week) * 7 * 86_400),
          WorkSet(
            exercise: "leg-press", kind: .negative, load: .external(.kilograms(100)), reps: 10,
            tempo: .negative(seconds: 4)))
      }
    }
    let evidence = Evidence(scenario, parameters: ModelParameters())
    var draft = try #require(Draft(planFor: evidence))
    func lowerings() -> Int { draft.items[0].doses.reduce(0) { $0 + $1.sets * $1.mostReps } }
    #expect(lowerings() == 40)
    var quantities = draft.quantities
    _ = Rule.weeklyVolumeRamp.shape(&draft, &quantities, evidence) { $0.limit }
    // 1.3 times 20 are 26; whole sets of ten are what is left.
    #expect((17...26).contains(lowerings()), "\(lowerings())")
    let most = try #require(draft.items[0].doses.first)
    #expect(most.sets * most.mostReps <= 26 && (most.sets + 1) * most.mostReps > 26)
  }

  @Test("a maximum is fresh for eight weeks") func stale() throws {
    let exercise = try #require(Exercise.with("leg-press"))
    func missing(_ days: Double) -> String? {
      let scenario = Self.strong(
        testedDaysAgo: days, program: "## A\n- Leg press: 1 x 3 negative @ 115%, 4 s, help up\n")
      return Evidence(scenario, parameters: ModelParameters()).missingForSupramaximal(exercise)
    }
    #expect(missing(55)?.contains("eight weeks") != true)
    #expect(missing(57)?.contains("eight weeks") == true)
  }

  @Test("a pain counts for fourteen days") func pain() {
    func isLeftOut(_ days: Double) -> Bool {
      var scenario = Self.strong(program: "## A\n- Leg press: 3 x 8 @ 60%\n- Crunch: 3 x 10\n")
      scenario.history.checkIns = [
        Dated(
          at: Self.now.addingTimeInterval(-days * 86_400),
          CheckIn(pains: [Pain(.quadriceps, .sharp, in: .joint)]))
      ]
      let session = prescribe(scenario).session
      return session?.exercises.contains { $0.exercise == "leg-press" } != true
    }
    #expect(isLeftOut(13))
    #expect(!isLeftOut(15))
  }

  @Test("while no maximum is known, nobody lowers more of themselves than they have shown")
  func shownWithHelp() throws {
    var scenario = Self.strong(program: "## A\n- Pull-up: 2 x 2 negative @ body, 5 s, feet up\n")
    scenario.history.sets = []
    scenario.history.tests = [
      Dated(
        at: Self.now.addingTimeInterval(-6 * 86_400),
        StrengthTest(
          exercise: "pull-up",
          result: .lowering(seconds: 8, Load(assistance: .kilograms(30)))))
    ]
    let doses = try #require(prescribe(scenario).session?.exercises.first?.doses)
    #expect(doses.contains { $0.kind == .negative })
    for dose in doses where dose.kind == .negative {
      #expect(dose.load?.assistance.kilograms ?? 0 >= 30 - 1e-6)
    }
  }
}
