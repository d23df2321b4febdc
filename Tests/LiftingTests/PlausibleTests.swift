import Foundation
import Simulation
import Testing

@testable import Lifting

@Suite("What can be true") struct PlausibleTests {
  static func at(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  static func set(_ amend: (inout WorkSet) -> Void) -> Fact.Body {
    var set = WorkSet(exercise: "squat", reps: 5)
    amend(&set)
    return .workSet(set)
  }

  static func athlete(_ amend: (inout Athlete) -> Void) -> Fact.Body {
    var athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 12)
    amend(&athlete)
    return .athlete(athlete)
  }

  static let long = String(repeating: "ä", count: 200_000)

  /// One body for everything that can be wrong, with where it stands and words of the sentence.
  static let impossible: [(body: Fact.Body, path: [JSONKey], words: [String])] = [
    (
      set { $0.load = .external(.kilograms(1e20)) },
      ["body", "load", "external"],
      ["external is 100000000000000000000 kg", "more than anyone can lift", "1500 kg"]
    ),
    (
      set { $0.load = Load(assistance: .pounds(3_400)) }, ["body", "load", "assistance"],
      ["3400 lb"]
    ),
    (set { $0.reps = 5000 }, ["body", "reps"], ["reps is 5000", "0 to 1000"]),
    (set { $0.reps = -1 }, ["body", "reps"], ["reps is -1"]),
    (set { $0.controlledReps = .max }, ["body", "controlledReps"], ["0 to 1000"]),
    (set { $0.repsInReserve = 21 }, ["body", "repsInReserve"], ["0 to 20"]),
    (set { $0.tempo = .negative(seconds: .nan) }, ["body", "tempo"], ["nan s"]),
    (set { $0.tempo = .negative(seconds: 121) }, ["body", "tempo"], ["121 s", "0 to 120 s"]),
    (set { $0.exercise = Exercise.ID(rawValue: long) }, ["body", "exercise"], ["400000 bytes"]),
    (set { $0.nameAsWritten = long }, ["body", "nameAsWritten"], ["500 is the most"]),
    (set { $0.session = Session.ID(rawValue: long) }, ["body", "session"], ["bytes"]),
    (set { $0.note = long }, ["body", "note"], ["20000 is the most"]),
    (
      set {
        $0.stickingRegions = [
          StickingRegion(
            startSeconds: 0, endSeconds: .infinity, startShare: 0, endShare: 1,
            minimumVelocityMetersPerSecond: 0)
        ]
      }, ["body", "stickingRegions", 0, "endSeconds"], ["inf"]
    ),
    (athlete { $0.birthYear = 2099 }, ["body", "birthYear"], ["2099"]),
    (athlete { $0.bodyMass = .kilograms(1e300) }, ["body", "bodyMass"], ["25 kg to 350 kg"]),
    (athlete { $0.trainingMonths = -1 }, ["body", "trainingMonths"], ["-1"]),
    (athlete { $0.loadStep = .kilograms(1e9) }, ["body", "loadStep"], ["150 kg"]),
    (athlete { $0.tolerableSoreness = 11 }, ["body", "tolerableSoreness"], ["0 to 10"]),
    (
      athlete { $0.weights = Weights(bar: .kilograms(1e308)) }, ["body", "weights", "bar"],
      ["any bar"]
    ),
    (
      .strengthTest(StrengthTest(exercise: "squat", result: .repetitions(5000, .body))),
      ["body", "reps"], ["5000"]
    ),
    (
      .strengthTest(StrengthTest(exercise: "squat", result: .lowering(seconds: 1e9, .body))),
      ["body", "loweringSeconds"], ["600"]
    ),
    (.screening(Screening(yes: ["hart"])), ["body", "yes"], ["hart"]),
    (
      .screening(Screening(clearedOn: Day(number: -900_000))), ["body", "clearedOn"],
      ["1950 to 2100"]
    ),
    (.clearance(Clearance(note: long)), ["body", "note"], ["bytes"]),
    (.program(ProgramChoice(text: long)), ["body", "text"], ["262144"]),
    (.session(Session(id: Session.ID(rawValue: "s"), title: long)), ["body", "title"], ["500"]),
  ]

  @Test("what can't be true is named, with its value and what it may be", arguments: impossible)
  func refused(_ body: Fact.Body, _ path: [JSONKey], _ words: [String]) throws {
    let fact = Fact(id: UUID(), at: try Self.at("2026-03-02T17:00:00Z"), body)
    let problems = fact.problems()
    #expect(problems.map(\.path) == [path])
    for word in words { #expect(problems.first?.message.contains(word) == true, "\(problems)") }
  }

  @Test(
    "an instant is one at which somebody can have trained",
    arguments: [
      ("1950-01-01T00:00:00Z", true), ("1949-12-31T23:59:59Z", false),
      ("2100-12-31T23:59:59Z", true), ("2101-01-01T00:00:00Z", false),
      ("0000-01-01T00:00:00Z", false), ("0001-01-01T00:00:00Z", false),
    ])
  func instants(_ text: String, _ isPlausible: Bool) throws {
    let fact = Fact(id: UUID(), at: try Self.at(text), .retraction)
    #expect(fact.problems().isEmpty == isPlausible, "\(fact.problems())")
  }

  @Test("no instant stops the check", arguments: [-1e300, -1e18, 1e12, 1e18, 1e300])
  func farInstants(_ seconds: Double) {
    let fact = Fact(id: UUID(), at: Date(timeIntervalSince1970: seconds), .retraction)
    #expect(fact.problems().first?.message.contains("1950 to 2100") == true)
  }

  @Test("a clock may be a day ahead, no more") func future() throws {
    let now = try Self.at("2026-03-02T17:00:00Z")
    let fact = Fact(id: UUID(), at: now.addingTimeInterval(86_400), .retraction)
    #expect(fact.problems(now: now).isEmpty)
    #expect(fact.problems(now: now.addingTimeInterval(-1)).map(\.path) == [["at"]])
  }

  @Test("a fact can't take its own place") func itself() throws {
    let id = UUID()
    let now = try Self.at("2026-03-02T17:00:00Z")
    #expect(!Fact(id: id, at: now, .retraction, supersedes: id).problems().isEmpty)
    #expect(Fact(id: id, at: now, .retraction, supersedes: UUID()).problems().isEmpty)
  }

  @Test(
    "every number has a whole one near it",
    arguments: [
      (7.9, 7), (-7.9, -7), (0.4, 0), (1e300, Int.max), (-1e300, Int.min), (.infinity, .max),
      (-.infinity, .min), (.nan, 0), (0x1p63, .max), (-0x1p63, .min),
      (0x1p62, 4_611_686_018_427_387_904),
    ])
  func saturating(_ number: Double, _ whole: Int) {
    #expect(Int(saturating: number) == whole)
  }
}
