import Lifting
import Physiology
import Prescribing
import Testing

@testable import Coaching
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

  func plan(_ exercises: [PrescribedExercise], _ loadStep: Mass? = nil, weights: Weights? = nil)
    -> [Page.PlayerPlan.Set]
  {
    let athlete = Athlete(
      birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30,
      loadStep: loadStep ?? .kilograms(2.5), weights: weights)
    var history = History()
    history.athlete = athlete
    let session = PrescribedSession(title: "A", exercises: exercises)
    let prescription = Prescription(
      session: session, reasons: [], forecast: Forecast(parts: []))
    let today = Place.Today(
      day: Day(number: 20_000), utcOffsetSeconds: 0, history: history, prescription: prescription,
      outlook: Outlook(), changes: [], toRate: [], doneSets: [], workouts: [],
      upcoming: Session.ID(rawValue: "next"))
    return Page.plan(session, today).sets
  }

  @Test("a barbell’s first heavy set says what to put on and how to warm up") func plates() {
    let sets = plan([exercise("bench-press", sets: 2)]).map { ($0.plates, $0.warmUpText) }
    #expect(sets.first?.0 == "the empty bar, 20 kg" && sets.first?.1 == nil)
    #expect(plan([exercise("biceps-curl", sets: 1)]).first?.plates == nil)
  }

  @Test("marks in a cue are read, not shown") func cues() {
    let cue = plan([exercise("squat", sets: 1, note: "Knees **out** & [see](https://a.example/b)")])
      .first?.toDo.cue
    #expect(cue == "Knees out & see")
  }

  @Test("exercises of a superset take turns, and the others follow one another") func supersets() {
    let sets = plan([
      exercise("squat", sets: 2), exercise("bench-press", sets: 2, superset: "A1"),
      exercise("barbell-row", sets: 3, superset: "A2"),
      exercise("biceps-curl", sets: 1, superset: "B1"), exercise("plank", sets: 1),
    ])
    #expect(
      sets.map(\.toDo.set.exercise).prefix(8) == [
        "squat", "squat", "bench-press", "barbell-row", "bench-press", "barbell-row",
        "barbell-row", "biceps-curl",
      ])
  }

  @Test("a tap changes the weight by the step there is, and the coach's note is the cue")
  func steps() {
    #expect(plan([exercise("squat", sets: 1)]).first?.step == 2.5)
    #expect(plan([exercise("squat", sets: 1)], .kilograms(1)).first?.step == 1)
    #expect(plan([exercise("squat", sets: 1)], Mass(5, .pounds)).first?.step == 2.5)
    #expect(plan([exercise("squat", sets: 1, note: "Knees out.")]).first?.toDo.cue == "Knees out.")
  }

  @Test("where the weights are listed, the player knows them in the unit of the dose")
  func weights() {
    let weights = Weights(plates: MassList("20, 5 kg"), dumbbells: MassList("10, 20 lb"))
    func listed(_ id: String) -> [Double]? {
      plan([exercise(id, sets: 1)], weights: weights).first?.weights
    }
    #expect(listed("squat") == [20, 30, 60, 70])
    #expect(listed("biceps-curl") == [4.54, 9.07])
    #expect(listed("leg-press") == nil)
  }

  @Test("a dose becomes the whole set that is done, and nothing that only its lifter can say")
  func whole() {
    let negatives = Dose(
      kind: .negative, sets: 1, reps: 4,
      load: Load(assistance: .kilograms(20)), tempo: .negative(seconds: 5), wayUp: .jump,
      repsInReserve: 1, restSeconds: 120)
    var curls = Dose(
      kind: .normal, sets: 2, reps: 8, load: .external(.kilograms(12)), tempo: .ordinary,
      repsInReserve: 2, restSeconds: 90)
    curls.eachSide = true
    let hold = Dose(
      kind: .normal, sets: 1, reps: 1, tempo: .ordinary, repsInReserve: 2, restSeconds: 60,
      holdSeconds: 30)
    let sets = plan([
      PrescribedExercise(exercise: "pull-up", name: "Pull-up", doses: [negatives]),
      PrescribedExercise(exercise: "biceps-curl", name: "Biceps curl", doses: [curls]),
      PrescribedExercise(exercise: "pull-up", name: "Pull-up", doses: [hold]),
    ]).map(\.toDo.set)
    #expect(
      sets.first
        == WorkSet(
          exercise: "pull-up", kind: .negative, load: Load(assistance: .kilograms(20)), reps: 4,
          wayUp: .jump, tempo: .negative(seconds: 5)))
    #expect(sets[1...4].map(\.side) == [.left, .right, .left, .right])
    #expect(sets[5] == WorkSet(exercise: "pull-up", reps: 1, holdSeconds: 30))
    #expect(sets.allSatisfy { $0.controlledReps == nil && $0.repsInReserve == nil })
  }
}
