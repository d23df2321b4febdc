import Foundation
import Lifting
import Prescribing
import Testing

@Suite("The sets of a session in turns") struct TurnsTests {
  private static func session(_ program: String) throws -> PrescribedSession {
    var history = History()
    history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)
    history.screening = Screening()
    history.program = ProgramChoice(text: program)
    return try #require(
      prescribe(Scenario(now: Date(timeIntervalSince1970: 1_772_470_800), history: history)).session
    )
  }

  @Test("what was skipped stays open, whatever was done after it") func taken() throws {
    let session = try Self.session(
      "## A\n- Squat: 2 x 5 @ 60 kg\n- Dumbbell row: 1 x 8 @ 20 kg, each side\n")
    #expect(
      session.turns.map(\.toDo.set.exercise) == ["squat", "squat", "dumbbell-row", "dumbbell-row"])
    func done(_ exercise: Exercise.ID, _ side: Side? = nil) -> WorkSet {
      WorkSet(exercise: exercise, reps: 5, side: side)
    }
    #expect(session.taken(by: [done("dumbbell-row", .right)]) == [false, false, false, true])
    #expect(
      session.taken(by: [done("squat"), done("dumbbell-row")]) == [true, false, true, false])
    #expect(
      session.taken(by: [done("dip"), done("squat"), done("squat"), done("squat")])
        == [true, true, false, false])
    var warmUp = done("squat")
    warmUp.kind = .warmUp
    #expect(!session.taken(by: [warmUp]).contains(true))
  }

  @Test("a heavy first set is led up to, with weights there are; later ones and light ones aren't")
  func warmUps() throws {
    let session = try Self.session(
      "## A\n- Squat: 2 x 5 @ 100 kg\n- Leg press: 1 x 8 @ 120 kg\n- Biceps curl: 1 x 8 @ 10 kg\n")
    var athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)
    athlete.loadStep = .kilograms(2.5)
    let warmUps = session.warmUps(for: athlete)
    let load = try #require(session.turns.first?.toDo.set.load.external.kilograms)
    #expect(warmUps.map(\.isEmpty) == [false, true, true, true])
    let loads = warmUps[0].map(\.load.external.kilograms)
    #expect(loads.count == 3 && loads == loads.sorted() && loads.allSatisfy { $0 < 0.81 * load })
    #expect(warmUps[0].allSatisfy { $0.kind == .warmUp && $0.load.external.kilograms >= 20 })
    #expect(loads.allSatisfy { $0.truncatingRemainder(dividingBy: 2.5) == 0 })
  }
}
