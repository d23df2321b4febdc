import Lifting
import Prescribing
import Testing

@testable import Web

@Suite("What the player is told") struct PlayerPlanTests {
  func exercise(_ id: String, sets: Int, superset: String? = nil, note: String? = nil)
    -> PrescribedExercise
  {
    PrescribedExercise(
      exercise: Exercise.ID(rawValue: id), name: id,
      doses: [
        Dose(
          kind: .normal, sets: sets, reps: 8, load: .external(.kilograms(20)), tempo: .ordinary,
          repsInReserve: 2, restSeconds: 60)
      ], superset: superset, note: note)
  }

  func plan(_ exercises: [PrescribedExercise], loadStep: Mass? = nil) -> [Page.PlayerPlan.Set] {
    Page.plan(
      PrescribedSession(title: "A", exercises: exercises), begun: nil, loadStep: loadStep
    ).sets
  }

  @Test("exercises of a superset take turns, and the others follow one another") func supersets() {
    let sets = plan([
      exercise("squat", sets: 2), exercise("bench-press", sets: 2, superset: "A1"),
      exercise("barbell-row", sets: 3, superset: "A2"),
      exercise("biceps-curl", sets: 1, superset: "B1"), exercise("plank", sets: 1),
    ])
    #expect(
      sets.map(\.exercise).prefix(8) == [
        "squat", "squat", "bench-press", "barbell-row", "bench-press", "barbell-row",
        "barbell-row", "biceps-curl",
      ])
  }

  @Test("a tap changes the weight by the step there is, and the coach's note is the cue")
  func steps() {
    #expect(plan([exercise("squat", sets: 1)]).first?.step == 2.5)
    #expect(plan([exercise("squat", sets: 1)], loadStep: .kilograms(1)).first?.step == 1)
    #expect(plan([exercise("squat", sets: 1)], loadStep: Mass(5, .pounds)).first?.step == 2.5)
    #expect(plan([exercise("squat", sets: 1, note: "Knees out.")]).first?.cue == "Knees out.")
  }
}
