import Foundation
import Lifting
import Testing

@testable import Prescribing

@Suite("Planning what the catalog doesn’t know")
struct PlanningOwnExerciseTests {
  private static func scenario(_ program: String, exercises: String) throws -> Scenario {
    let json = """
      { "now": "2026-03-02T17:00:00Z",
        "athlete": { "birthYear": 1990, "bodyMass": "80 kg", "trainingMonths": 40,
          "equipment": ["barbell", "rack", "machine"], "company": "partner", "loadStep": "2.5 kg" },
        "screening": { "yes": [] },
        "program": \(String(decoding: try JSONEncoder().encode(program), as: UTF8.self)),
        "history": {
          "exercises": [\(exercises)],
          "sets": [
            { "daysAgo": 4, "times": 3, "exercise": "unlisted:Zercher carousel", "kind": "normal",
              "load": { "external": "60 kg" }, "reps": 8, "repsInReserve": 2 },
            { "daysAgo": 9, "times": 3, "exercise": "unlisted:Zercher carousel", "kind": "normal",
              "load": { "external": "60 kg" }, "reps": 8, "repsInReserve": 2 }
          ] } }
      """
    let (scenario, problems) = Scenario.read(Array(json.utf8))
    // Sets of what nobody knows are an error in a scenario; here the history is what is looked at.
    if !exercises.isEmpty { #expect(problems.isEmpty, "\(problems)") }
    return try #require(scenario)
  }

  private static let program = "## A\n- Zercher carousel: 3 x 8 @ 70%\n- Squat: 2 x 5\n"
  private static let carousel = "{ \"name\": \"Zercher Carousel\", \"like\": \"front-squat\" }"

  @Test("named once, it is planned and forecast like any other") func planned() throws {
    let scenario = try Self.scenario(Self.program, exercises: Self.carousel)
    let prescription = prescribe(scenario)
    let session = try #require(prescription.session)
    let id = try #require(scenario.history.exercises.values.first?.id)
    #expect(session.exercises.map(\.exercise) == [id, "squat"])
    #expect(session.exercises[0].name == "Zercher Carousel")
    // 70 % of what the sets show.
    let load = try #require(session.exercises[0].doses.first?.load?.external.kilograms)
    #expect((45.0...62.5).contains(load))
    #expect(!prescription.reasons.contains { $0.rule == Reason.unknownExercise })
    // What the last one trained counts for what it trains.
    #expect(Scenario.read(Array(try JSONEncoder.eccentric.encode(scenario))).scenario == scenario)
  }

  @Test("unknown, it is said, and the rest goes on") func unknown() throws {
    let prescription = prescribe(try Self.scenario(Self.program, exercises: ""))
    #expect(prescription.session?.exercises.map(\.exercise) == ["squat"])
    let said = prescription.reasons.filter { $0.rule == Reason.unknownExercise }
    #expect(said.count == 1 && said[0].sentence.contains("“Zercher carousel”"))
  }

  @Test("a workout of nothing known is refused by name") func nothingKnown() throws {
    let prescription = prescribe(
      try Self.scenario("## A\n- Zercher carousel: 3 x 8\n", exercises: ""))
    let refusal = try #require(prescription.refusal)
    #expect(refusal.because.contains { $0.contains("“Zercher carousel”") })
    #expect(refusal.changes.contains { $0.contains("what it is like") })
  }

  @Test("one that is like nothing is an error at its place") func likeNothing() throws {
    let json = """
      { "now": "2026-03-02T17:00:00Z",
        "history": { "exercises": [ { "name": "X", "like": "nothing" } ] } }
      """
    let problems = Scenario.read(Array(json.utf8)).problems
    #expect(problems.map(\.line) == [2] && problems[0].message.contains("“nothing”"))
  }
}
