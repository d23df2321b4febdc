import Foundation
import Lifting
import TestSupport
import Testing

@testable import Calibration
@testable import Physiology

@Suite("Published trials") struct TrialTests {
  struct File: Decodable { var trials: [Trial] }

  static func all() throws -> [Trial] {
    try Fixture.files(in: "trials", ending: ".json").flatMap {
      try JSONDecoder().decode(File.self, from: try Data(contentsOf: $0)).trials
    }
  }

  /// The errors that are allowed, by the group’s name.
  static let limits = [
    "strength loss from 24 h on, points": 9.0, "strength loss in the first day, points": 15,
    "soreness, mm": 15, "protection": 0.15, "protection from soreness": 0.15,
    "strength gained in weeks, points": 15, "size gained in weeks, points": 4,
    "protein synthesis, of that at rest": 0.6,
  ]

  static func holds(_ predicted: [Trial], covered: ClosedRange<Double>) {
    let errors = CalibrationError.byGroup(predicted)
    #expect(Set(errors.map(\.group)).isSuperset(of: limits.keys))
    for error in errors {
      if let limit = limits[error.group] {
        #expect(error.rootMeanSquare <= limit, "\(error)")
      } else {
        #expect(covered.contains(error.covered), "\(error)")
      }
    }
  }

  @Test("the model is within its limits, and there are fewer free parameters than studies")
  func calibrated() throws {
    let trials = try Self.all()
    // With parameters fitted to them they are nearer than studies to come will be.
    Self.holds(trials.map { $0.predicted() }, covered: 0.85...1)
    #expect(Fitting.free.count < Set(trials.filter(\.counts).map(\.studyName)).count)
  }

  @Test("the shipped parameters are those that fit best")
  func fitted() throws {
    let fit = Fitting.parameters(for: try Self.all())
    for free in Fitting.free {
      let row = try #require(ModelParameters.table.first { $0.name == free.name })
      #expect(abs(row.value(fit) / row.value(ModelParameters()) - 1) < 0.01, "\(free.name)")
    }
  }

  @Test("each study is predicted within the limits by what the others say")
  func leftOut() throws {
    // Some seconds of arithmetic; without optimization, minutes.
    guard Effort.cases(0, thorough: 1) > 0 else { return }
    let predicted = Fitting.leavingOneStudyOut(try Self.all())
    Self.holds(predicted, covered: 0.85...0.95)
    #expect(predicted != (try Self.all()).map { $0.predicted() })
  }

  @Test("ranges rest on as many studies as there are") func studies() throws {
    var studies: [Quantity: Set<String>] = [:]
    for trial in try Self.all() where trial.counts {
      for quantity in trial.observations.compactMap({ Quantity($0) }) {
        studies[quantity, default: []].insert(trial.studyName)
      }
    }
    for (quantity, names) in studies { #expect(quantity.studies == names.count, "\(quantity)") }
    #expect(studies.count == 8)
  }

  @Test("of what few studies measured the range is wider, by Student’s t")
  func studentsT() throws {
    let json = """
      {"id": "t", "population": {"n": 1000000},
       "bouts": [{"hours": 0, "bodyPart": "chest", "reps": 30, "intensity": 1}],
       "observations": [{"outcome": "strengthLossPercent", "hours": 24, "mean": 0},
                        {"outcome": "sorenessMillimetres", "hours": 48, "mean": 0}]}
      """
    let trial = try JSONDecoder().decode(Trial.self, from: Data(json.utf8)).predicted()
    let parameters = ModelParameters()
    let halves = try trial.observations.map {
      try #require($0.predictedHigh) - #require($0.predicted)
    }
    // From tables: 1.734 at 18 degrees of freedom, 1.943 at 6.
    #expect(abs(halves[0] / parameters.laboratoryStrengthSpread - 1.734) < 0.003)
    #expect(abs(halves[1] / parameters.laboratorySorenessSpread - 1.943) < 0.003)
  }

  @Test("every observation is predicted, and lies in a range") func complete() throws {
    for trial in try Self.all().map({ $0.predicted() }) {
      #expect(trial.source != nil && trial.confidence != nil)
      for seen in trial.observations {
        #expect(seen.skipped == nil, "\(trial.id)")
        let predicted = try #require(seen.predicted)
        #expect(try #require(seen.predictedLow) < predicted)
        #expect(try #require(seen.predictedHigh) > predicted)
      }
    }
  }

  /// An untrained group of the elbow flexors, thirty maximal lowerings, but for what is given.
  static func loss(
    part: BodyPart = .elbowFlexors, reps: Double = 30, intensity: String = "\"intensity\": 1",
    length: String = "full", training: String = "untrained", before: String = "", bout: Int = 1,
    hours: Double
  ) throws -> Double {
    let json = """
      {"id": "t", "population": {"training": "\(training)"}, "bouts": [\(before) {"hours": 0,
        "bodyPart": "\(part.rawValue)", "reps": \(reps), \(intensity), "muscleLength": "\(length)"}],
       "observations": [{"outcome": "strengthLossPercent", "bout": \(bout), "hours": \(hours),
        "mean": 0}]}
      """
    let trial = try JSONDecoder().decode(Trial.self, from: Data(json.utf8)).predicted()
    return try #require(trial.observations[0].predicted)
  }

  @Test("every published ordering is right", arguments: [0.0, 24, 72, 120])
  func orderings(hours: Double) throws {
    let reference = try Self.loss(hours: hours)
    // Chen 2011: elbow flexors and extensors > knee flexors > knee extensors.
    #expect(reference > (try Self.loss(part: .hamstrings, hours: hours)))
    #expect(
      try Self.loss(part: .elbowExtensors, hours: hours)
        > Self.loss(part: .hamstrings, hours: hours))
    #expect(
      try Self.loss(part: .hamstrings, hours: hours) > Self.loss(part: .quadriceps, hours: hours))
    // Nosaka & Sakamoto 2001; Nosaka's reps series; Chen 2007; Newton 2008.
    #expect(reference > (try Self.loss(length: "short", hours: hours)))
    #expect(reference > (try Self.loss(reps: 6, hours: hours)))
    #expect(reference > (try Self.loss(intensity: "\"intensity\": 0.4", hours: hours)))
    #expect(
      reference > (try Self.loss(intensity: "\"intensityOfConcentric1RM\": 0.8", hours: hours)))
    #expect(reference > (try Self.loss(training: "recreational", hours: hours)))
    #expect(
      try Self.loss(training: "recreational", hours: hours)
        > Self.loss(training: "trained", hours: hours))
    // McHugh 2003: the second bout does less.
    let first = """
      {"hours": -504, "bodyPart": "elbowFlexors", "reps": 30, "intensity": 1},
      """
    #expect(reference > (try Self.loss(before: first, bout: 2, hours: hours)))
  }

  @Test("a light bout protects for two weeks, fully at first, and not for three")
  func intervalOfLightBouts() throws {
    // Chen 2012: 30 reps at 10 %, before maximal ones.
    let losses = try [2.0, 7, 14, 21].map { days in
      let first = """
        {"hours": \(-24 * days), "bodyPart": "elbowFlexors", "reps": 30, "intensity": 0.1},
        """
      return try Self.loss(before: first, bout: 2, hours: 72)
    }
    let alone = try Self.loss(hours: 72)
    #expect(abs(losses[0] - losses[1]) < 2.5)
    #expect(losses[2] > losses[1] + 2)
    #expect(losses[3] > losses[2] && losses[3] > alone - 3)
    #expect(losses[0] < alone * 0.7)
  }

  @Test("of four bouts four weeks apart the first does by far the most") func fourBouts() throws {
    // Chen 2009.
    let losses = try (0..<4).map { earlier in
      let before = (0..<earlier).map { index in
        """
        {"hours": \(-672 * (earlier - index)), "bodyPart": "elbowFlexors", "reps": 30, "intensity": 1},
        """
      }.joined()
      return try Self.loss(before: before, bout: earlier + 1, hours: 24)
    }
    #expect(losses[1] < losses[0] * 0.7)
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("other laboratories’ trials are predicted within reason, however little they say")
  func unseen() throws {
    let file = try JSONDecoder().decode(
      File.self, from: Data(Fixture.text("unseen-trials.json").utf8))
    for trial in file.trials.map({ $0.predicted() }) {
      for seen in trial.observations where seen.skipped == nil {
        let predicted = try #require(seen.predicted)
        #expect(predicted.isFinite, "\(trial.id)")
        #expect(
          try #require(seen.predictedLow) - 2 <= seen.mean
            && seen.mean <= #require(seen.predictedHigh) + 2, "\(trial.id) \(seen)")
      }
    }
    #expect(file.trials.count > 5)
  }

  @Test("two exercises of a body part in the same hour are one bout") func sameHour() throws {
    func losses(_ bouts: [Int]) throws -> [Double] {
      let list = bouts.map {
        #"{"hours": 0, "bodyPart": "chest", "reps": \#($0), "intensity": 0.9}"#
      }.joined(separator: ",")
      let seen = bouts.indices.map {
        #"{"outcome": "strengthLossPercent", "bout": \#($0 + 1), "hours": 24, "mean": 0}"#
      }.joined(separator: ",")
      let json = #"{"id": "t", "bouts": [\#(list)], "observations": [\#(seen)]}"#
      let trial = try JSONDecoder().decode(Trial.self, from: Data(json.utf8)).predicted()
      return trial.observations.compactMap(\.predicted)
    }
    let whole = try #require(try losses([40]).first)
    let parts = try losses([10, 30])
    #expect(parts.count == 2 && parts.allSatisfy { abs($0 - whole) < 1e-9 })
  }

  @Test("a bout that was repeated is as many bouts") func repeats() throws {
    func trial(_ bouts: String) throws -> Trial {
      let json = """
        {"id": "t", "bouts": [\(bouts) {"hours": 672, "bodyPart": "chest", "reps": 30,
          "intensity": 1}], "observations": [{"outcome": "strengthLossPercent", "bout": 2,
          "hours": 24, "mean": 0}]}
        """
      return try JSONDecoder().decode(Trial.self, from: Data(json.utf8)).predicted()
    }
    let bout = #""bodyPart": "chest", "reps": 30, "intensity": 0.8"#
    let often = try trial(#"{"hours": 0, "times": 4, "everyHours": 168, \#(bout)},"#)
    let once = try trial("{\"hours\": 0, \(bout)},")
    let predicted = try #require(often.observations[0].predicted)
    #expect(predicted < (try #require(once.observations[0].predicted)))
    #expect(often.boutsDone.map(\.hours) == [0, 168, 336, 504, 672])
  }

  @Test(
    "what can’t be predicted says why",
    arguments: [
      ("\"reps\": 10", "strengthLossPercent", 1, "a bout has no intensity"),
      ("\"intensity\": 1", "strengthLossPercent", 1, "a bout has no number of reps"),
      ("\"reps\": 10, \"intensity\": 1", "strengthLossPercent", 2, "there is no bout 2"),
      (
        "\"reps\": 10, \"intensity\": 80", "strengthLossPercent", 1,
        "an intensity isn’t a fraction from 0 to 2"
      ),
      (
        "\"reps\": -3, \"intensity\": 1", "strengthLossPercent", 1,
        "a bout has fewer than no reps"
      ),
      ("\"reps\": 10, \"intensity\": 1", "peakCK", 1, "the model says nothing about “peakCK”"),
    ])
  func skips(bout: String, outcome: String, number: Int, reason: String) throws {
    let json = """
      {"id": "t", "bouts": [{"hours": 0, "bodyPart": "chest", \(bout)}],
       "observations": [{"outcome": "\(outcome)", "bout": \(number), "hours": 24, "mean": 0}]}
      """
    let trial = try JSONDecoder().decode(Trial.self, from: Data(json.utf8)).predicted()
    #expect(trial.observations[0].skipped == reason)
    #expect(trial.observations[0].predicted == nil)
  }
}
