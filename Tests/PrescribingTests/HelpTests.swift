import Foundation
import Lifting
import Prescribing
import Testing

/// With help, the body less the help is what is lifted; every limit and every step reads that.
@Suite("Lifting with help") struct HelpTests {
  static let lifts: [Exercise.ID] = [
    "assisted-pull-up", "pull-up", "chin-up", "dip", "assisted-dip",
  ]

  static func scenario(
    _ exercise: Exercise.ID, help: Double, reps: [Int], reserve: Int?, program: String? = nil
  ) -> Scenario {
    let now = Date(timeIntervalSince1970: 1_772_470_800)
    var history = History()
    history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)
    history.screening = Screening()
    history.program = program.map { ProgramChoice(text: $0) }
    for (place, count) in reps.enumerated() {
      let at = now.addingTimeInterval(Double(place - reps.count) * 6 * 86_400 + 86_400)
      for _ in 0..<3 {
        history.sets.append(
          Dated(
            at: at,
            WorkSet(
              exercise: exercise, load: Load(assistance: .kilograms(help)), reps: count,
              repsInReserve: reserve)))
      }
    }
    return Scenario(now: now, history: history)
  }

  static func doses(_ scenario: Scenario) -> [Dose] {
    prescribe(scenario).session?.exercises.flatMap(\.doses) ?? []
  }

  @Test(
    "where the sets tell no maximum, negatives keep to the least that they allow",
    arguments: lifts, [nil, 0, 2, 3, 5, 9])
  func unknown(_ exercise: Exercise.ID, reserve: Int?) throws {
    let doses = Self.doses(Self.scenario(exercise, help: 60, reps: [8, 8], reserve: reserve))
    #expect(!doses.isEmpty)
    // 20 kg eight times and, as told, so often more: by Epley at most this much once.
    let most = 20 * (1 + Double(8 + (reserve ?? 0)) / 30)
    for dose in doses where dose.kind == .negative {
      let lowered = 80 - (dose.load?.assistance.kilograms ?? 0)
      #expect(lowered <= most + 1e-6, "\(dose)")
    }
  }

  @Test("a planned negative of one's own body is held to it too, under either name")
  func planned() throws {
    for exercise in ["pull-up", "assisted-pull-up"] as [Exercise.ID] {
      let doses = Self.doses(
        Self.scenario(
          exercise, help: 60, reps: [8, 8], reserve: 3,
          program: "## A\n- Pull-up: 2 x 4 negative, 4 s, jump up\n"))
      #expect(doses.contains { $0.kind == .negative })
      for dose in doses where dose.kind == .negative {
        #expect(dose.load?.assistance.kilograms ?? 0 >= 52.5)
      }
    }
  }

  @Test("failing gives more help, and no negatives on top", arguments: lifts)
  func failing(_ exercise: Exercise.ID) throws {
    let doses = Self.doses(Self.scenario(exercise, help: 30, reps: [8, 6], reserve: nil))
    #expect(doses.map(\.kind) == [.normal])
    #expect(doses.first?.load == Load(assistance: .kilograms(32.5)))
  }

  @Test("room gives less help, once", arguments: lifts) func progress(_ exercise: Exercise.ID) {
    let doses = Self.doses(Self.scenario(exercise, help: 15, reps: [6, 6], reserve: 3))
    #expect(doses.first?.load == Load(assistance: .kilograms(12.5)))
  }

  @Test("a plan that names no load goes on with the help there was", arguments: [nil, 1])
  func noLoad(_ reserve: Int?) {
    for (reps, help) in [([8, 8], 30.0), ([8, 6], 32.5)] {
      let doses = Self.doses(
        Self.scenario(
          "assisted-pull-up", help: 30, reps: reps, reserve: reserve,
          program: "## A\n- Assisted pull-up: 3 x 8\n"))
      #expect(doses.first?.load == Load(assistance: .kilograms(help)))
    }
  }

  @Test("after a layoff there is more help") func layoff() throws {
    var scenario = Self.scenario("assisted-dip", help: 30, reps: [8, 8], reserve: 1)
    scenario.now.addTimeInterval(30 * 86_400)
    let load = try #require(Self.doses(scenario).first?.load)
    #expect(load.assistance.kilograms >= 40)
  }

  @Test("nobody looked is no evidence of control: only kept control earns less help")
  func control() throws {
    func next(_ controlled: Int?) -> Double {
      var scenario = Self.scenario("assisted-pull-up", help: 20, reps: [8, 8], reserve: 3)
      scenario.history.sets.append(
        Dated(
          at: scenario.now.addingTimeInterval(-5 * 86_400),
          WorkSet(
            exercise: "assisted-pull-up", kind: .negative,
            load: Load(assistance: .kilograms(30)), reps: 4, wayUp: .feet,
            tempo: .negative(seconds: 4), controlledReps: controlled)))
      scenario.history.sets.sort { $0.at < $1.at }
      return Self.doses(scenario).first { $0.kind == .negative }?.load?.assistance.kilograms ?? -1
    }
    #expect(next(nil) == 30)
    #expect(next(4) < 30 && next(4) >= 25)
    #expect(next(2) > 30)
  }
}
