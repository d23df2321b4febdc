import Foundation
import TestSupport
import Testing

@Suite("The command line") struct CommandTests {
  static let verbs = [
    "serve", "measure", "follow", "forecast", "prescribe", "calibrate", "check", "import", "export",
    "doctor",
    "simulate",
  ]

  @Test("every verb explains itself", arguments: verbs) func help(_ verb: String) throws {
    let result = try Binary.run([verb, "--help"])
    #expect(result.status == 0 && result.output.contains("USAGE: eccentric \(verb)"))
    #expect(try Binary.run(["--help"]).output.contains("  \(verb) "))
  }

  @Test(
    "wrong usage exits with 2 and says what is wrong",
    arguments: [
      ["frobnicate"], ["prescribe"], ["forecast", "x.json", "--days", "many"],
      ["forecast", "x.json", "--days", "9999"], ["measure"],
      ["measure", "x.csv", "--exercise", "squat", "--tempo", "fast"],
      ["prescribe", "x.json", "--format", "xml"], ["serve", "--port", "99999999"],
      ["serve", "--database", "mysql://x"], ["import", "x.csv", "--unit", "stone"],
      ["simulate", "athlete", "--weeks", "-1"],
    ]) func usage(_ arguments: [String]) throws
  {
    let result = try Binary.run(arguments)
    #expect(result.status == 2, "\(arguments)")
    #expect(result.output.isEmpty && result.messages.contains("Error"))
  }

  @Test(
    "a file that isn't there exits with 1",
    arguments: [
      ["forecast", "nowhere.json"], ["prescribe", "nowhere.json"], ["calibrate", "nowhere.json"],
      ["check", "nowhere.md"], ["import", "nowhere.csv"],
      ["measure", "nowhere.csv", "--exercise", "squat"],
      ["export", "--database", "nowhere.sqlite"], ["doctor", "--database", "nowhere.sqlite"],
    ]) func missing(_ arguments: [String]) throws
  {
    let result = try Binary.run(arguments)
    #expect(result.status == 1 && result.messages.contains("there is no such file"))
  }

  @Test("prescribe writes the golden prescriptions") func golden() throws {
    for name in ["one-negative-set-after-normal-sets", "dark-urine-means-a-doctor-today"] {
      let result = try Binary.run([
        "prescribe", "Tests/Fixtures/scenarios/\(name).json", "--format", "json",
      ])
      #expect(result.status == 0)
      #expect(result.output == (try Fixture.text("scenarios/\(name).prescription.json")))
    }
  }

  @Test("prescribe says the outlook beside the prescription, on request in JSON") func outlook()
    throws
  {
    let file = "Tests/Fixtures/scenarios/beginner-learns-to-pull-first.json"
    let text = try Binary.run(["prescribe", file])
    #expect(text.output.contains("The way to one pull-up"))
    #expect(text.output.contains("The coming week"))
    let json = try Binary.run(["prescribe", file, "--format", "json", "--outlook"])
    #expect(json.status == 0)
    #expect(json.output.contains("\"outlook\"") && json.output.contains("\"prescription\""))
  }

  @Test("prescribe for people: the sets, or the refusal") func prescribeTable() throws {
    let trained = try Binary.run([
      "prescribe", "Tests/Fixtures/scenarios/one-negative-set-after-normal-sets.json",
    ])
    #expect(trained.output.contains("Biceps curl  negative     1     4  17.5 kg"))
    let refused = try Binary.run([
      "prescribe", "Tests/Fixtures/scenarios/dark-urine-means-a-doctor-today.json",
    ])
    #expect(refused.status == 0 && refused.output.hasPrefix("Stop, and see a doctor today\n"))
  }

  @Test("a scenario comes by standard input too") func standardInput() throws {
    let scenario = try Fixture.text("scenarios/one-negative-set-after-normal-sets.json")
    let result = try Binary.run(
      ["forecast", "-", "--format", "json", "--days", "2"], input: scenario)
    #expect(result.status == 0 && result.output.contains("\"bodyPart\" : \"elbowFlexors\""))
    #expect(result.output.contains("\"susceptibility\" : "))
    let bad = try Binary.run(["forecast", "-"], input: "{")
    #expect(bad.status == 1 && bad.messages.hasPrefix("standard input:1:2: error:"))
  }

  @Test("a forecast tells one-rep maxima, and what velocities say of them") func oneRepMaxima()
    throws
  {
    func set(_ kilograms: Int, _ velocity: Double, daysAgo: Int) -> String {
      """
      { "daysAgo": \(daysAgo), "exercise": "bench-press", "reps": 3,
        "load": { "external": "\(kilograms) kg" }, "fastestLiftMetersPerSecond": \(velocity) }
      """
    }
    let scenario = """
      { "now": "2026-03-02T17:00:00Z",
        "history": { "sets": [ \(set(60, 0.75, daysAgo: 9)), \(set(80, 0.47, daysAgo: 5)),
          \(set(90, 0.33, daysAgo: 2)) ] } }
      """
    let table = try Binary.run(["forecast", "-"], input: scenario)
    #expect(table.status == 0 && table.output.contains("by velocity kg"))
    let row = try #require(
      table.output.split(separator: "\n").last { $0.hasPrefix("Bench press ") })
    // The line through the three meets 0.17 m/s at 101 kg.
    let byVelocity = try #require(row.split(separator: " ").dropLast().last.flatMap { Double($0) })
    #expect((96.0...107).contains(byVelocity), "\(row)")
  }

  @Test("an unknown exercise in a scenario is named with file, line and column")
  func unknownExercise() throws {
    let file = try Binary.temporaryFile(
      "typo.json",
      """
      { "now": "2026-03-02T17:00:00Z",
        "history": { "sets": [ { "daysAgo": 2, "exercise": "sqat", "reps": 5 } ] } }
      """)
    let result = try Binary.run(["prescribe", file.path])
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(
      result.messages
        == "\(file.path):2:54: error: there is no exercise “sqat” (did you mean squat or machine-squat?)\n"
    )
  }

  @Test("programs are checked with line and column") func check() throws {
    let good = try Binary.run(["check", "Programs/start-here.md", "Programs/add-one-negative.md"])
    #expect(good.status == 0 && good.output.contains("Programs/start-here.md: all right"))
    let file = try Binary.temporaryFile(
      "bad.md", "## A\n- Squat: 3 x 5 @ 20 stone\n- Bench: 99 x 5\n")
    let bad = try Binary.run(["check", file.path])
    #expect(bad.status == 1)
    #expect(bad.output.contains("bad.md:2:") && bad.output.contains("bad.md:3:"))
    #expect(
      try Binary.run(["check", file.path, "--format", "json"]).output.contains("\"line\" : 2"))
  }

  @Test("histories are read, shown and archived") func imports() throws {
    let file = "Tests/Fixtures/Interchange/histories/hevy-kg.csv"
    let table = try Binary.run(["import", file])
    #expect(table.status == 0 && table.output.contains("bench-press"))
    let archive = try Binary.run(["import", file, "--format", "json"])
    let again = try Binary.run(["import", "-", "--format", "json"], input: archive.output)
    #expect(again.output == archive.output && again.output.contains("eccentric-archive"))
    let bad = try Binary.run(["import", "Tests/Fixtures/Interchange/histories/hevy-bad-values.csv"])
    #expect(bad.status == 1)
    #expect(bad.output.contains("squat"), "good rows are kept")
    #expect(bad.messages.contains("hevy-bad-values.csv:3:"))
  }

  @Test("trials are held against the model") func calibrate() throws {
    let result = try Binary.run([
      "calibrate", "Tests/Fixtures/trials/published.json", "--format", "json",
    ])
    #expect(result.status == 0)
    struct Answer: Decodable {
      struct Trial: Decodable { var observations: [Observation] }
      struct Observation: Decodable { var predicted, predictedLow, predictedHigh: Double? }
      var trials: [Trial]
    }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    #expect(answer.trials.count == 10)
    for observation in answer.trials.flatMap(\.observations) {
      let predicted = try #require(observation.predicted)
      #expect(try #require(observation.predictedLow) < predicted)
      #expect(try #require(observation.predictedHigh) > predicted)
    }
    let odd = try Binary.run(
      ["calibrate", "-", "--format", "json"],
      input: """
        {"trials":[{"id":"a","bouts":[{"hours":0,"bodyPart":"chest","reps":10,"intensity":1}],
        "observations":[{"outcome":"happiness","mean":3}]},
        {"id":"b","bouts":[{"hours":0,"bodyPart":"wings","reps":10}],"observations":[]}]}
        """)
    #expect(odd.status == 1 && odd.messages.contains("“wings” is none of"))
    #expect(odd.output.contains("the model says nothing about “happiness”"))
    let impossible = try Binary.run(
      ["calibrate", "-"],
      input: """
        {"trials":[{"id":"a","bouts":[{"hours":0,"bodyPart":"chest","reps":10,"intensity":1}],
        "observations":[{"outcome":"strengthLossPercent","bout":-9223372036854775808,"mean":3}]}]}
        """)
    #expect(impossible.status == 1)
    #expect(impossible.messages.contains("2:57: error: bout is -9223372036854775808, but must be"))
  }

  @Test("the same seed gives the same person and the same numbers") func simulate() throws {
    let person = ["simulate", "athlete", "--seed", "7", "--weeks", "3"]
    let scenario = try Binary.run(person).output
    #expect(try Binary.run(person).output == scenario)
    #expect(try Binary.run(["prescribe", "-"], input: scenario).status == 0)
    let recording = ["simulate", "recording", "--seed", "7", "--sensor", "bar"]
    #expect(try Binary.run(recording).output == (try Binary.run(recording).output))
  }

  @Test("an archive of the database is written, or what is missing is said") func export() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let junk = folder.appending(path: "junk.sqlite")
    try Data(repeating: 65, count: 10_000).write(to: junk)
    let result = try Binary.run(["export", "--database", junk.path])
    #expect(result.status == 1 && result.messages.contains("database"))
  }
}
