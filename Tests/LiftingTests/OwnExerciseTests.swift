import Foundation
import Testing

@testable import Lifting

@Suite("Exercises that the catalog doesn’t know")
struct OwnExerciseTests {
  private static let carousel = OwnExercise(name: "Zercher carousel", like: "front-squat")

  @Test(
    "an id says all of the exercise",
    arguments: [
      carousel, OwnExercise(name: "Ring/dip; with=band", like: "dip", liftsBody: true),
      OwnExercise(
        name: "Kurbel", like: "biceps-curl", bodyParts: [.forearms, .elbowFlexors],
        equipment: [.machine], begins: .eccentric, liftsBody: false),
      OwnExercise(name: "Bare", like: "plank", equipment: []),
    ])
  func id(_ own: OwnExercise) throws {
    #expect(OwnExercise(own.id) == own)
    let exercise = try #require(Exercise.with(own.id))
    #expect(exercise.id == own.id && exercise.name == own.name && !exercise.isProposed)
    #expect(own.problems.isEmpty)
    let data = try JSONEncoder().encode(own)
    #expect(try JSONDecoder().decode(OwnExercise.self, from: data) == own)
  }

  @Test("what is said of it counts, the rest is as what it is like") func varied() throws {
    let own = OwnExercise(
      name: "Kurbel", like: "biceps-curl", bodyParts: [.forearms], equipment: [.machine],
      begins: .eccentric, liftsBody: true)
    let (exercise, base) = (try #require(own.exercise), try #require(Exercise.with("biceps-curl")))
    #expect(exercise.shares == [.forearms: 1] && exercise.equipment == [.machine])
    #expect(exercise.begins == .eccentric && exercise.bodyMassFraction == 1)
    #expect(exercise.geometry == base.geometry && exercise.waysUp == base.waysUp)
    // Nobody has measured how strong anybody is on its way down.
    #expect(Self.carousel.exercise?.eccentricRatio == .unstudied)
    #expect(Self.carousel.exercise?.shares == Exercise.with("front-squat")?.shares)
  }

  @Test(
    "what is no id of an own exercise is none",
    arguments: [
      "", "own:", "own:/", "own:front-squat", "own:front-squat/", "own:nothing/x",
      "own:front-squat;parts/x", "own:front-squat;parts=nose/x", "own:front-squat;what=1/x",
      "own:own:front-squat/x/y", "own:unlisted:x/y", "squat;parts=core/x", "own:front-squat;/x",
    ])
  func broken(_ id: String) { #expect(Exercise.with(Exercise.ID(rawValue: id)) == nil) }

  @Test("what can’t be is refused") func problems() {
    #expect(!OwnExercise(name: " ", like: "squat").problems.isEmpty)
    #expect(!OwnExercise(name: "x", like: "nothing").problems.isEmpty)
    #expect(!OwnExercise(name: "x", like: "squat", bodyParts: []).problems.isEmpty)
    #expect(!OwnExercise(name: "x", like: "squat", begins: .pauseTop).problems.isEmpty)
    let long = String(repeating: "x", count: 600)
    #expect(!OwnExercise(name: long, like: "squat").problems.isEmpty)
  }

  @Test("sets under a name become those of the exercise that the name means now") func named() {
    func fact(_ body: Fact.Body, _ seconds: Double) -> Fact {
      Fact(id: UUID(), at: Date(timeIntervalSince1970: seconds), body)
    }
    let id = OwnExercise.unlisted("Zercher Carousels")
    let sets = [
      fact(.workSet(WorkSet(exercise: id, reps: 5)), 1),
      fact(.workSet(WorkSet(exercise: OwnExercise.unlisted("Squats"), reps: 5)), 2),
      fact(.workSet(WorkSet(exercise: OwnExercise.unlisted("Nobody knows"), reps: 5)), 3),
      fact(
        .strengthTest(
          StrengthTest(exercise: id, result: .repetitions(1, .external(.kilograms(50))))), 4),
    ]
    #expect(
      History(sets).sets.map(\.value.exercise.rawValue) == [
        "unlisted:Zercher Carousels", "squat", "unlisted:Nobody knows",
      ])
    let known = History(sets + [fact(.exercise(Self.carousel), 9)])
    #expect(known.sets[0].value.exercise == Self.carousel.id)
    #expect(known.tests[0].value.exercise == Self.carousel.id)
    // Said anew, it counts for what was done before, too.
    var changed = Self.carousel
    changed.like = "squat"
    let old = fact(.workSet(WorkSet(exercise: Self.carousel.id, reps: 5)), 5)
    let history = History(
      sets + [old, fact(.exercise(Self.carousel), 9), fact(.exercise(changed), 10)])
    #expect(history.sets.filter { $0.value.exercise == changed.id }.count == 2)
    #expect(history.exercise(named: "zercher carousel")?.id == changed.id)
    #expect(history.exercise(named: "Squat")?.id == "squat")
  }
}
