import Foundation
import Lifting
import Prescribing
import TestSupport
import Testing

@Suite("Reading a scenario") struct ScenarioTests {
  func problems(_ text: String) -> [String] { Scenario.read(text.utf8).problems.map(\.text) }

  @Test("an unknown exercise is named with its place and what was perhaps meant")
  func unknownExercise() {
    let text = """
      { "now": "2026-03-02T17:00:00Z",
        "history": { "sets": [
          { "daysAgo": 3, "exercise": "bench-press", "reps": 5 },
          { "daysAgo": 2, "exercise": "bensh-press", "reps": 5 },
          { "daysAgo": 1, "exercise": "zercher-carousel", "reps": 5 } ] } }
      """
    #expect(
      problems(text) == [
        "4:33: error: there is no exercise “bensh-press” (did you mean bench-press?)",
        "5:33: error: there is no exercise “zercher-carousel”",
      ])
  }

  @Test("every problem is reported, not just the first") func several() {
    let text = """
      { "now": "2026-03-02T17:00:00Z",
        "history": {
          "sets": [
            { "daysAgo": 3, "exercise": "bench-press", "reps": -5 },
            { "exercise": "bench-press", "reps": 5 },
            { "daysAgo": 1, "exercise": "bench-press", "reps": "five" },
            { "daysAgo": 1, "exercise": "squat", "load": { "external": "20 stone" }, "reps": 5 },
            { "daysAgo": 1, "exercise": "squat", "reps": 5 }
          ],
          "checkIns": [ { "daysAgo": 1, "soreness": { "chest": 11 } },
                        { "daysAgo": 1, "symptoms": ["itch"] } ] } }
      """
    #expect(
      problems(text) == [
        "4:58: error: reps is -5, but must be from 0 to 1000",
        "5:7: error: “at” or “daysAgo” is missing",
        "6:58: error: “reps” must be a whole number",
        "7:66: error: “20 stone” is not a mass; write it as “20 kg” or “45 lb”",
        "10:47: error: soreness of chest is 11, but must be from 0 to 10",
        "11:48: error: “itch” is none of darkUrine, markedSwelling, weaknessOutOfProportion, nauseaOrConfusion, painWorseningAfterThreeDays, cannotBendOrStraighten, chestPain, dizziness, fever",
      ])
    #expect(Scenario.read(text.utf8).scenario?.history.sets.count == 1)
  }

  @Test("what isn't JSON is said where it stops being it") func notJSON() {
    #expect(problems("") == ["1:1: error: the text ends too early"])
    #expect(problems("{ \"now\": ") == ["1:10: error: the text ends too early"])
    #expect(problems("{\n  now: 3 }") == ["2:3: error: expected a name in double quotes"])
    #expect(problems("[1, 2") == ["1:6: error: the text ends too early"])
    #expect(problems("{ \"now\": 1e999 }") == ["1:10: error: this is not a number"])
    #expect(problems("{ \"a\": \"b }").first?.contains("no closing quote") == true)
    #expect(problems("{} {}") == ["1:4: error: there is more text after the end"])
    #expect(problems("{}") == ["1:1: error: “now” is missing"])
    #expect(problems(String(repeating: "[", count: 100_000)).first?.contains("too deeply") == true)
  }

  @Test("any bytes are refused or read, never more") func anyBytes() {
    let valid = Array(
      #"{"now":"2026-03-02T17:00:00Z","athlete":{"birthYear":1990,"bodyMass":"80 kg","trainingMonths":3},"history":{"sets":[{"daysAgo":3,"exercise":"squat","reps":5}]}}"#
        .utf8)
    for end in 0...valid.count { _ = Scenario.read(valid.prefix(end)) }
    for index in valid.indices {
      // One byte at each place in the plain run, all of them in the thorough one.
      let bytes: [UInt8] = [0, 0x22, 0x2D, 0x39, 0x5B, 0x7D, 0xFF]
      for byte in (bytes[(index % 7)...] + bytes).prefix(Effort.cases(1, thorough: 7)) {
        var changed = valid
        changed[index] = byte
        if let scenario = Scenario.read(changed).scenario { _ = prescribe(scenario) }
      }
    }
  }

  @Test("a key that nobody reads is an error, with what was perhaps meant") func misspelt() {
    let text = """
      {
        "now": "2026-03-02T17:00:00Z", "atlete": {},
        "history": {
          "sets": [
            { "daysAgo": 4, "exercise": "pull-up", "reps": 8, "assistance": "20 kg" },
            { "daysAgo": 4, "exercise": "pull-up", "reps": 8, "repInReserve": 2 },
            { "daysAgo": 4, "exercise": "pull-up", "reps": 8, "load": { "help": "20 kg" } }
          ]
        }
      }
      """
    #expect(
      Scenario.read(text.utf8).problems.map { "\($0.line): \($0.message); \($0.hint ?? "")" } == [
        "2: nothing here is called “atlete”; did you mean “athlete”?",
        "5: nothing here is called “assistance”; it belongs within “load”",
        "6: nothing here is called “repInReserve”; did you mean “repsInReserve”?",
        "7: nothing here is called “help”; there is assistance, external",
      ])
  }

  @Test("every key that is written is known") func known() throws {
    var history = History()
    let now = Date(timeIntervalSince1970: 1_772_470_800)
    history.athlete = Athlete(
      birthYear: 1990, sex: .female, bodyMass: .kilograms(60), trainingMonths: 30,
      equipment: [.rack],
      weights: Weights(
        bar: .kilograms(20), plates: MassList("20 kg"), dumbbells: MassList("4 kg"),
        machines: MassList("5 kg")), freeDays: [.monday], tolerableSoreness: 3)
    history.screening = Screening(yes: ["heart"], clearedOn: Day(now, utcOffsetSeconds: 0))
    history.program = ProgramChoice(text: "## A")
    history.sets = [
      Dated(
        at: now,
        WorkSet(
          exercise: "pull-up", nameAsWritten: "Pull", kind: .negative,
          load: Load(external: .kilograms(1), assistance: .kilograms(2)), reps: 3, wayUp: .jump,
          tempo: .ordinary, controlledReps: 2, repsInReserve: 1,
          fastestLift: Velocity(metersPerSecond: 0.5), side: .left, holdSeconds: 1,
          carriedMeters: 1, ended: .pain, session: Session.ID(rawValue: "s"), note: "n",
          stickingRegions: [
            StickingRegion(
              startSeconds: 0, endSeconds: 1, startShare: 0, endShare: 1,
              minimumVelocityMetersPerSecond: 0.1)
          ]))
    ]
    history.checkIns = [
      Dated(
        at: now,
        CheckIn(
          soreness: [.chest: 1], symptoms: [.fever], pains: [Pain(.chest, .dull, in: .muscle)]))
    ]
    history.tests = [
      Dated(at: now, StrengthTest(exercise: "squat", result: .repetitions(1, .body))),
      Dated(at: now, StrengthTest(exercise: "squat", result: .lowering(seconds: 1, .body))),
      Dated(at: now, StrengthTest(exercise: "squat", result: .hold(seconds: 1, .body))),
    ]
    history.clearances = [
      Dated(at: now, Clearance(by: "b", on: Day(now, utcOffsetSeconds: 0), note: "n"))
    ]
    history.sessions = [
      Dated(at: now, Session(id: Session.ID(rawValue: "s"), title: "t", program: "p"))
    ]
    let scenario = Scenario(
      now: now, utcOffsetMinutes: 60, history: history, day: "A", tolerableSoreness: 2,
      freeDays: [.monday], sticking: ["squat": StickingRange(low: 0.1, high: 0.2)])
    let (read, problems) = Scenario.read(try scenario.readableJSON().utf8)
    #expect(problems.map(\.text) == [])
    #expect(read == scenario)
  }
}
