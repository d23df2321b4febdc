import Foundation
import Lifting
import RealModule
import Simulation
import TestSupport
import Testing

@testable import Physiology

/// Somebody whose body obeys the model, with traits drawn from its population.
struct ModelAthlete {
  let susceptibility: Double
  let recovery: Double
  let scale: Double
  let history: History
  /// What was felt before the day's own noise, 0 to 10, by check-in.
  let felt: [[BodyPart: Double]]

  static let start = Date(timeIntervalSince1970: 1_770_000_000)
  /// Each day of training is for other body parts; one exercise is eccentric on purpose.
  static let days: [[Exercise.ID]] = [
    ["bench-press", "overhead-press", "triceps-pushdown"],
    ["barbell-row", "lat-pulldown", "biceps-curl"], ["squat", "leg-extension", "lying-leg-curl"],
  ]

  init(seed: UInt64, weeks: Int, parameters: Parameters = Parameters()) {
    var random = SeededGenerator(seed: seed)
    susceptibility = Double.exp(parameters.susceptibilitySpread * random.normal())
    recovery = Double.exp(parameters.recoverySpread * random.normal())
    scale = Double.exp(parameters.sorenessSpread * random.normal())
    var partScales: [BodyPart: Double] = [:]
    for part in BodyPart.allCases {
      partScales[part] = scale * Double.exp(parameters.bodyPartSpread * random.normal())
    }
    let person = People(susceptibility: susceptibility, recovery: recovery)
    var history = History()
    history.athlete = Athlete(birthYear: 1995, bodyMass: .kilograms(80), trainingMonths: 6)
    var muscles: [BodyPart: MuscleState] = [:]
    for part in BodyPart.allCases {
      muscles[part] = MuscleState(
        hours: Self.start.timeIntervalSince1970 / 3600,
        protection: parameters.protectionAtStart(trainingMonths: 6), people: person)
    }
    var everythingFelt: [[BodyPart: Double]] = []
    for day in 0..<(weeks * 7) {
      let morning = Self.start.addingTimeInterval(Double(day) * 86_400 + 8 * 3600)
      var ratings: [BodyPart: Int] = [:]
      var feltNow: [BodyPart: Double] = [:]
      for part in BodyPart.allCases {
        guard let muscle = muscles[part] else { continue }
        let middle =
          muscle.sorenessMillimetres(
            at: morning.timeIntervalSince1970 / 3600, of: person, parameters)[0]
          * (partScales[part] ?? 1) / 10
        let felt = middle * Double.exp(parameters.sorenessDayNoise * random.normal())
        let noise = parameters.ratingNoise * min(1, (felt / 2).squareRoot()) * random.normal()
        let rating = min(10, max(0, Int((felt + noise).rounded())))
        if middle > 0.3 { feltNow[part] = middle }
        if middle > 0.3 { ratings[part] = rating }
      }
      history.checkIns.append(Dated(at: morning, CheckIn(soreness: ratings)))
      everythingFelt.append(feltNow)
      if [0, 2, 4].contains(day % 7) {
        Self.train(
          Self.days[(day % 7) / 2], at: morning.addingTimeInterval(9 * 3600), &history, &muscles,
          person, parameters, &random)
      }
    }
    self.history = history
    felt = everythingFelt
  }

  private static func train(
    _ exercises: [Exercise.ID], at evening: Date, _ history: inout History,
    _ muscles: inout [BodyPart: MuscleState], _ person: People, _ parameters: Parameters,
    _ random: inout SeededGenerator
  ) {
    var bouts: [BodyPart: Bout] = [:]
    for id in exercises {
      guard let exercise = Exercise.with(id) else { continue }
      let sets = Int.random(in: 1...5, using: &random)
      for _ in 0..<sets {
        let set = WorkSet(
          exercise: id, kind: .negative, load: .external(.kilograms(60)),
          reps: Int.random(in: 3...10, using: &random))
        history.sets.append(Dated(at: evening, set))
        let stimulus = Stimulus(
          of: set, exercise: exercise, bodyMass: .kilograms(80), oneRepMaxKilograms: nil)
        let perRep = stimulus.perRep(parameters)
        for (part, share) in exercise.shares {
          bouts[part, default: Bout(hours: evening.timeIntervalSince1970 / 3600)].add(
            reps: stimulus.reps * share,
            stress: perRep.stress
              * (exercise.muscleLength == .short ? parameters.shortLengthFactor : 1),
            work: perRep.work)
        }
      }
    }
    for (part, bout) in bouts { muscles[part]?.absorb(bout, of: part, by: person, parameters) }
  }
}

/// How well soreness was foreseen after the last check-in that the forecast knew, wherever the
/// population's forecast is a point or more.
struct Foresight {
  private var squares = 0.0
  private var covered = 0
  private(set) var ratings = 0

  var rootMeanSquare: Double { (squares / Double(max(1, ratings))).squareRoot() }
  /// How often the 90 % range held what was said.
  var coverage: Double { Double(covered) / Double(max(1, ratings)) }

  private mutating func add(_ forecast: Interval, truth: Double, rating: Int) {
    squares += (truth - forecast.expected) * (truth - forecast.expected)
    if (forecast.low...forecast.high).contains(Double(rating)) { covered += 1 }
    ratings += 1
  }

  /// After so many weeks of check-ins, with them and without them. `felt` is the truth; where it isn't
  /// known, the rating is.
  static func compare(_ people: [(history: History, felt: [[BodyPart: Double]]?)], weeks: Int) -> (
    person: Foresight, population: Foresight
  ) {
    var person = Foresight()
    var population = Foresight()
    for (history, felt) in people {
      guard let first = history.checkIns.first?.at else { continue }
      let end = first.addingTimeInterval(Double(weeks) * 7 * 86_400)
      var mine = history
      mine.checkIns.removeAll { $0.at > end }
      var nobodys = history
      nobodys.checkIns = []
      for (index, checkIn) in history.checkIns.enumerated() where checkIn.at > end {
        let known = AthleteState(mine, at: checkIn.at).readiness(at: checkIn.at)
        let average = AthleteState(nobodys, at: checkIn.at).readiness(at: checkIn.at)
        for (part, rating) in checkIn.value.soreness {
          guard let soreness = known[part]?.soreness, let other = average[part]?.soreness,
            other.expected >= 1
          else { continue }
          let truth = felt?[index][part] ?? Double(rating)
          person.add(soreness, truth: truth, rating: rating)
          population.add(other, truth: truth, rating: rating)
        }
      }
    }
    return (person, population)
  }
}

@Suite("What is learnt of a person") struct PersonTests {
  static let few = Effort.cases(3, thorough: 0) > 0

  @Test("people of the model: how long they take is found, and their soreness foreseen")
  func people() {
    let athletes = (1...Effort.cases(3, thorough: 150)).map {
      ModelAthlete(seed: UInt64($0), weeks: 10)
    }
    let (person, population) = Foresight.compare(
      athletes.map { ($0.history, $0.felt) }, weeks: 8)
    #expect(person.rootMeanSquare < population.rootMeanSquare)
    guard !Self.few else { return }
    #expect(person.rootMeanSquare < 0.7 * population.rootMeanSquare)
    #expect((0.85...0.95).contains(person.coverage))
    #expect((0.85...0.97).contains(population.coverage))
    let found = athletes.map { AthleteState($0.history, at: .distantFuture).traits }
    func r(_ truth: (ModelAthlete) -> Double, _ found: [Double]) -> Double {
      correlation(athletes.map { Double.log(truth($0)) }, found.map { Double.log($0) })
    }
    #expect(r(\.recovery, found.map(\.recoveryTime)) > 0.8)
    // Soreness alone hardly tells being damaged from feeling it.
    #expect(r(\.susceptibility, found.map(\.susceptibility)) > 0.25)
  }

  @Test("people of another model: their soreness is foreseen better than a stranger’s")
  func others() {
    let people = (1...Effort.cases(3, thorough: 150)).map { seed in
      var athlete = SyntheticAthlete(seed: UInt64(seed))
      return athlete.history(weeks: 10, until: ModelAthlete.start)
    }
    let (person, population) = Foresight.compare(people.map { ($0, nil) }, weeks: 8)
    #expect(person.rootMeanSquare < population.rootMeanSquare)
    guard !Self.few else { return }
    #expect((0.85...0.97).contains(person.coverage))
  }

  private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let (mx, my) = (x.mean, y.mean)
    let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let xx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    let yy = y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
    return xy / (xx * yy).squareRoot()
  }
}
