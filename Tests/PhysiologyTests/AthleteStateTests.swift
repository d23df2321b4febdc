import Foundation
import Lifting
import Physiology
import Simulation
import Testing

@Suite("An athlete's state") struct AthleteStateTests {
  static let start = Date(timeIntervalSince1970: 1_770_000_000)

  static func days(_ days: Double) -> Date { start.addingTimeInterval(days * 86_400) }

  /// Facts of somebody who trains three times a week and checks in the day after.
  static func facts(weeks: Int, seed: UInt64) -> [Fact] {
    var random = SeededGenerator(seed: seed)
    var facts = [
      fact(
        0,
        .athlete(Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 18)),
        &random)
    ]
    let exercises: [Exercise.ID] = ["bench-press", "pull-up", "biceps-curl", "squat"]
    for session in 0..<(weeks * 3) {
      let day = Double(session) * 7 / 3
      for exercise in exercises {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          facts.append(
            fact(
              day + Double.random(in: 0...0.04, using: &random),
              .workSet(
                WorkSet(
                  exercise: exercise, kind: Bool.random(using: &random) ? .normal : .negative,
                  load: .external(.kilograms(Double.random(in: 20...90, using: &random))),
                  reps: Int.random(in: 1...12, using: &random))), &random))
        }
      }
      facts.append(
        fact(
          day + 1,
          .checkIn(
            CheckIn(soreness: [
              .chest: Int.random(in: 0...6, using: &random),
              .elbowFlexors: Int.random(in: 0...6, using: &random),
            ])), &random))
    }
    return facts
  }

  static func fact(_ day: Double, _ body: Fact.Body, _ random: inout SeededGenerator) -> Fact {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    let id = bytes.withUnsafeBytes { $0.loadUnaligned(as: uuid_t.self) }
    return Fact(id: UUID(uuid: id), at: days(day), body)
  }

  func forecast(_ facts: [Fact], at day: Double) -> Forecast {
    AthleteState(History(facts), at: Self.days(day)).forecast(from: Self.days(day))
  }

  @Test("the order in which facts arrive doesn't matter", arguments: 1...5)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let facts = Self.facts(weeks: 3, seed: seed)
    #expect(forecast(facts, at: 21.3) == forecast(facts.shuffled(using: &random), at: 21.3))
  }

  @Test("shifting everything in time changes nothing", arguments: 1...3)
  func timeShift(seed: UInt64) {
    let facts = Self.facts(weeks: 3, seed: seed)
    let shifted = facts.map {
      Fact(id: $0.id, at: $0.at.addingTimeInterval(1_000 * 86_400), $0.body)
    }
    let here = forecast(facts, at: 21.3)
    let there = AthleteState(History(shifted), at: Self.days(1_021.3))
      .forecast(from: Self.days(1_021.3))
    #expect(
      here.parts.map { $0.days.map(\.soreness) } == there.parts.map { $0.days.map(\.soreness) })
    #expect(
      here.parts.map { $0.days.map(\.strengthPercent) }
        == there.parts.map { $0.days.map(\.strengthPercent) })
  }

  @Test("stopping anywhere and resuming is the same as going on", arguments: 1...5)
  func resume(seed: UInt64) {
    let history = History(Self.facts(weeks: 5, seed: seed))
    let end = Self.days(35.5)
    let whole = AthleteState(history, at: end)
    // In the middle of a session too.
    for day in [-1, 0.02, 2.35, 9.5, 21, 30] {
      let resumed = AthleteState(history, at: Self.days(day)).resumed(with: history, at: end)
      #expect(resumed.forecast(from: end) == whole.forecast(from: end))
      #expect(resumed.traits == whole.traits)
      #expect(resumed.strength == whole.strength)
    }
  }

  @Test("sets of the same instant may come in any order", arguments: 1...5)
  func sameInstant(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let history = History(Self.facts(weeks: 3, seed: seed))
    var gathered = history
    for index in gathered.sets.indices {
      let day = (gathered.sets[index].at.timeIntervalSince(Self.start) / 86_400).rounded(.down)
      gathered.sets[index].at = Self.days(day)
    }
    var shuffled = gathered
    shuffled.sets.shuffle(using: &random)
    shuffled.sets.sort { $0.at < $1.at }
    let (one, other) = (gathered, shuffled)
    let now = Self.days(21.3)
    let (here, there) = (AthleteState(one, at: now), AthleteState(other, at: now))
    #expect(here.forecast(from: now) == there.forecast(from: now))
    #expect(here.strength.keys == there.strength.keys)
  }

  @Test("one limb that lowers what two lift has twice as much of it") func oneLimb() throws {
    func strength(_ exercise: Exercise.ID, _ kilograms: Double, _ wayUp: WayUp?) throws -> Double {
      var history = History()
      history.tests = [
        Dated(
          at: Self.days(0),
          StrengthTest(exercise: exercise, result: .repetitions(1, .external(.kilograms(60)))))
      ]
      history.sets = [
        Dated(
          at: Self.days(3),
          WorkSet(
            exercise: exercise, kind: .negative, load: .external(.kilograms(kilograms)), reps: 8,
            wayUp: wayUp))
      ]
      let after = Self.days(4)
      let part = exercise == "leg-extension" ? BodyPart.quadriceps : .elbowFlexors
      return try #require(AthleteState(history, at: after).readiness(at: after)[part]).strength
        .expected
    }
    let oneLeg = try strength("leg-extension", 25, .otherLimb)
    #expect(try oneLeg == strength("leg-extension", 50, .partner))
    #expect(try oneLeg < strength("leg-extension", 25, .partner))
    // Of dumbbells each arm has its own.
    #expect(try strength("biceps-curl", 25, .otherLimb) == strength("biceps-curl", 25, nil))
  }

  @Test("more lowerings never leave more strength, nor less soreness", arguments: 1...20)
  func monotone(seed: UInt64) throws {
    let history = History(Self.facts(weeks: 3, seed: seed))
    let now = Self.days(21.3)
    let state = AthleteState(history, at: now)
    let curl = try #require(Exercise.with("biceps-curl"))
    var last: Readiness?
    for reps in [0.0, 1, 5, 20, 60, 200] {
      let session = [
        Stimulus(exercise: curl, reps: reps, intensity: Intensity(fractionOfMaximum: 1.1))
      ]
      let later = now.addingTimeInterval(40 * 3600)
      let readiness = state.after(session, at: now).readiness(at: later)
      let this = try #require(readiness[.elbowFlexors])
      if let last, reps > 1 {
        #expect(this.strength.expected <= last.strength.expected + 1e-9)
        #expect(this.soreness.expected >= last.soreness.expected - 1e-9)
      }
      last = this
    }
  }

  @Test("what happens later isn't known yet") func future() {
    let facts = Self.facts(weeks: 4, seed: 7)
    let known = facts.filter { $0.at <= Self.days(14) }
    #expect(forecast(facts, at: 14) == forecast(known, at: 14))
  }

  @Test("a corrected set counts as if it had always been right") func correction() {
    var random = SeededGenerator(seed: 12)
    var facts = Self.facts(weeks: 2, seed: 11)
    let body = Fact.Body.workSet(WorkSet(exercise: "biceps-curl", kind: .negative, reps: 60))
    let wrong = Self.fact(13.5, body, &random)
    let right = Self.fact(
      13.5, .workSet(WorkSet(exercise: "biceps-curl", kind: .negative, reps: 6)), &random)
    var correction = right
    correction.supersedes = wrong.id
    let without = forecast(facts + [right], at: 14)
    #expect(forecast(facts + [wrong], at: 14) != without)
    #expect(forecast(facts + [wrong, correction], at: 14) == without)
    facts.append(wrong)
    let taken = Fact(id: right.id, at: wrong.at, .retraction, supersedes: wrong.id)
    #expect(forecast(facts + [taken], at: 14) == forecast(Array(facts.dropLast()), at: 14))
  }

  @Test("forecasts are finite, in range and in order for any history", arguments: 20...40)
  func ranges(seed: UInt64) {
    for part in forecast(Self.facts(weeks: 5, seed: seed), at: 35.5).parts {
      for moment in part.days {
        for interval in [moment.soreness, moment.strengthPercent] {
          #expect(interval.low <= interval.expected && interval.expected <= interval.high)
        }
        #expect(moment.soreness.low >= 0 && moment.soreness.high <= 10)
        #expect(moment.strengthPercent.low >= 0 && moment.strengthPercent.high <= 100)
      }
    }
  }

  @Test("a loss of strength has a range as wide as people differ, and rest is sure")
  func rangeOfStrength() throws {
    var history = History()
    history.athlete = Athlete(birthYear: 1995, bodyMass: .kilograms(75), trainingMonths: 12)
    let now = Date(timeIntervalSince1970: 1_772_470_800)
    let curl = try #require(Exercise.with("biceps-curl"))
    let rested = AthleteState(history, at: now)
    let fifty = Stimulus(
      exercise: curl, reps: 50, intensity: Intensity(fractionOfMaximum: 1.3))
    let part = try #require(
      rested.after([fifty], at: now).forecast(from: now).parts
        .first { $0.bodyPart == .elbowFlexors })
    let first = try #require(part.days.first).strengthPercent
    // Fifty maximal lowerings took 21 to 58 % from one person or another.
    #expect(first.high - first.low > 15, "\(first)")
    for day in part.days {
      let range = day.strengthPercent
      #expect(range.low < range.expected && range.expected < range.high)
    }
    for part in rested.forecast(from: now).parts {
      #expect(
        part.days.allSatisfy { $0.strengthPercent == Interval(low: 100, expected: 100, high: 100) })
    }
  }

  @Test("who says they are sorer than expected is expected to be sorer next time")
  func learning() throws {
    var random = SeededGenerator(seed: 3)
    func soreness(rating: Int?) throws -> Double {
      var facts: [Fact] = []
      for bout in 0..<4 {
        let day = Double(bout) * 21
        facts.append(
          Self.fact(
            day, .workSet(WorkSet(exercise: "biceps-curl", kind: .negative, reps: 20)), &random))
        if let rating {
          facts.append(
            Self.fact(day + 1.7, .checkIn(CheckIn(soreness: [.elbowFlexors: rating])), &random))
        }
      }
      let next = Self.days(84)
      let state = AthleteState(History(facts), at: next)
        .after(
          [
            Stimulus(
              exercise: try #require(Exercise.with("biceps-curl")), reps: 20,
              intensity: Intensity(fractionOfMaximum: 1))
          ], at: next)
      let later = next.addingTimeInterval(40 * 3600)
      return try #require(state.readiness(at: later)[.elbowFlexors]).soreness.expected
    }
    let stranger = try soreness(rating: nil)
    #expect(try soreness(rating: 8) > stranger + 1)
    #expect(try soreness(rating: 0) < stranger - 0.5)
  }

  @Test("a rating is believed: the forecast goes on from what was said", arguments: [0, 3, 8])
  func believed(rating: Int) throws {
    var random = SeededGenerator(seed: 8)
    for reps in [0, 20] {
      var facts: [Fact] = []
      if reps > 0 {
        facts.append(
          Self.fact(
            0, .workSet(WorkSet(exercise: "biceps-curl", kind: .negative, reps: reps)), &random))
      }
      facts.append(
        Self.fact(1.5, .checkIn(CheckIn(soreness: [.elbowFlexors: rating])), &random))
      let state = AthleteState(History(facts), at: Self.days(1.5))
      func soreness(_ day: Double) throws -> Double {
        try #require(state.readiness(at: Self.days(day))[.elbowFlexors]).soreness.expected
      }
      // What was done says something too.
      #expect(abs(try soreness(1.5) - Double(rating)) < (reps > 0 ? 4 : 1))
      #expect(try soreness(6) < max(0.5, Double(rating) / 2))
    }
  }

  @Test("a set of an exercise that nobody knows changes nothing") func unlisted() {
    var random = SeededGenerator(seed: 6)
    let facts = Self.facts(weeks: 1, seed: 5)
    let odd = Self.fact(
      6, .workSet(WorkSet(exercise: Exercise.ID(rawValue: "unlisted:Carousel"), reps: 10)), &random)
    #expect(forecast(facts + [odd], at: 7) == forecast(facts, at: 7))
  }

  @Test("every constant is in the table, with its value") func table() {
    let mirror = Mirror(reflecting: ModelParameters())
    let names = mirror.children.compactMap(\.label)
    #expect(names == ModelParameters.table.map(\.name))
    for (child, row) in zip(mirror.children, ModelParameters.table) {
      #expect(child.value as? Double == row.value(ModelParameters()))
    }
  }
}
