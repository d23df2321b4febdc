import Foundation
import Lifting
import RealModule
import Simulation

@testable import Physiology

/// Somebody whose body obeys the model, with traits drawn from its population.
struct ModelAthlete {
  /// What they tell of themselves.
  struct Telling {
    /// Soreness each morning.
    var ratings = true
    /// For so many weeks each lift is tested two days after it was trained, and before all training.
    var testWeeks = 0
    /// How long they have trained.
    var trainingMonths = 6
  }

  let susceptibility: Double
  let recovery: Double
  let protection: Double
  let scale: Double
  /// Of rested strength, as a fraction.
  let gainPerWeek: Double
  /// Rested, in kilograms, at the end.
  private(set) var strength: [Exercise.ID: Double] = [:]
  private(set) var history = History()
  /// What was felt before the day's own noise, 0 to 10, by morning.
  private(set) var felt: [[BodyPart: Double]] = []

  private let partScales: [BodyPart: Double]
  private let person: People
  private let parameters: ModelParameters
  private var muscles: [BodyPart: MuscleState] = [:]
  private var random: SeededGenerator

  static let start = Date(timeIntervalSince1970: 1_770_000_000)
  /// Each day of training is for other body parts.
  static let days: [[Exercise.ID]] = [
    ["bench-press", "overhead-press", "triceps-pushdown"],
    ["barbell-row", "lat-pulldown", "biceps-curl"], ["squat", "leg-extension", "lying-leg-curl"],
  ]

  init(
    seed: UInt64, weeks: Int, telling: Telling = Telling(),
    parameters: ModelParameters = ModelParameters()
  ) {
    var random = SeededGenerator(seed: seed)
    susceptibility = Double.exp(parameters.susceptibilitySpread * random.normal())
    recovery = Double.exp(parameters.recoverySpread * random.normal())
    let scale = Double.exp(parameters.sorenessSpread * random.normal())
    self.scale = scale
    gainPerWeek = 0.005 + 0.007 * random.normal()
    partScales = BodyPart.allCases.reduce(into: [:]) {
      $0[$1] = scale * Double.exp(parameters.bodyPartSpread * random.normal())
    }
    self.parameters = parameters
    for id in Self.days.flatMap({ $0 }) { strength[id] = 60 * Double.exp(0.2 * random.normal()) }
    protection = Double.exp(parameters.protectionSpread * random.normal())
    person = People(
      susceptibility: susceptibility, recovery: recovery, protection: protection, parameters)
    self.random = random
    history.athlete = Athlete(
      birthYear: 1995, bodyMass: .kilograms(80), trainingMonths: telling.trainingMonths)
    let muscle = MuscleState(
      hours: Self.start.timeIntervalSince1970 / 3600,
      protection: parameters.protectionAtStart(trainingMonths: telling.trainingMonths))
    for part in BodyPart.allCases { muscles[part] = muscle }
    for day in 0..<(weeks * 7) { live(day, telling) }
  }

  private mutating func live(_ day: Int, _ telling: Telling) {
    let morning = Self.start.addingTimeInterval(Double(day) * 86_400 + 8 * 3600)
    for id in strength.keys.sorted() {
      strength[id, default: 0] *= Double.exp(
        gainPerWeek / 7 + 0.01 * (1.0 / 7).squareRoot() * random.normal())
    }
    rate(at: morning, telling)
    for (index, plan) in Self.days.enumerated() {
      let week = Double(day - 2 - 2 * index) / 7
      let isDue = week >= 0 && week == week.rounded() && Int(week) < telling.testWeeks
      guard telling.testWeeks > 0, day == 0 || isDue else { continue }
      for id in plan { test(id, at: morning.addingTimeInterval(3600)) }
    }
    if [0, 2, 4].contains(day % 7) {
      train(Self.days[(day % 7) / 2], at: morning.addingTimeInterval(9 * 3600))
    }
  }

  private mutating func rate(at morning: Date, _ telling: Telling) {
    var ratings: [BodyPart: Int] = [:]
    var feltNow: [BodyPart: Double] = [:]
    for part in BodyPart.allCases {
      guard let muscle = muscles[part] else { continue }
      let middle =
        muscle.sorenessMillimetres(
          at: morning.timeIntervalSince1970 / 3600, of: person)[0]
        * (partScales[part] ?? 1) / 10
      let felt = middle * Double.exp(parameters.sorenessDayNoise * random.normal())
      let noise = parameters.ratingNoise * min(1, (felt / 2).squareRoot()) * random.normal()
      guard middle > 0.3 else { continue }
      feltNow[part] = middle
      ratings[part] = min(10, max(0, Int((felt + noise).rounded())))
    }
    if telling.ratings { history.checkIns.append(Dated(at: morning, CheckIn(soreness: ratings))) }
    felt.append(feltNow)
  }

  /// What could be lifted once, in kilograms.
  private func strength(_ exercise: Exercise, at instant: Date) -> Double {
    var (sum, total) = (0.0, 0.0)
    for (part, share) in exercise.shares {
      guard var muscle = muscles[part] else { continue }
      muscle.advance(to: instant.timeIntervalSince1970 / 3600, of: person)
      sum += share * muscle.strength[0]
      total += share
    }
    return (strength[exercise.id] ?? 0) * sum / total
  }

  private mutating func test(_ id: Exercise.ID, at instant: Date) {
    guard let exercise = Exercise.with(id) else { return }
    let shown = strength(exercise, at: instant) * Double.exp(parameters.testNoise * random.normal())
    let load = Load.external(.kilograms((2 * shown).rounded() / 2))
    history.tests.append(
      Dated(at: instant, StrengthTest(exercise: id, result: .repetitions(1, load))))
  }

  private mutating func train(_ exercises: [Exercise.ID], at evening: Date) {
    var bouts: [BodyPart: Bout] = [:]
    for id in exercises {
      guard let exercise = Exercise.with(id), let rested = strength[id] else { continue }
      let kilograms = (0.72 * rested / 2.5).rounded() * 2.5
      let able = reps(
        possibleWith: kilograms,
        strength: strength(exercise, at: evening) * Double.exp(0.02 * random.normal()))
      let reps = max(1, min(6, Int(able)))
      let reserve = (able - Double(reps) + 0.9 * random.normal()).rounded()
      let set = WorkSet(
        exercise: id, load: .external(.kilograms(kilograms)), reps: reps,
        repsInReserve: Int(max(0, min(10, reserve))))
      history.sets.append(Dated(at: evening, set))
      strain(exercise, reps, intensity: kilograms / rested, at: evening, &bouts)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let reps = Int.random(in: 3...10, using: &random)
        let set = WorkSet(
          exercise: id, kind: .negative, load: .external(.kilograms(rested)), reps: reps)
        history.sets.append(Dated(at: evening, set))
        strain(exercise, reps, intensity: 1, at: evening, &bouts)
      }
    }
    for (part, bout) in bouts { muscles[part]?.absorb(bout, of: part, by: person) }
  }

  private func reps(possibleWith kilograms: Double, strength: Double) -> Double {
    stride(from: 1, through: 20, by: 0.1).first { reps in
      let factor = OneRepMaxFormula.consensus(reps: reps) ?? OneRepMaxFormula.loose(reps: reps)
      return kilograms * (factor?.factor ?? 2) >= strength
    } ?? 20
  }

  private func strain(
    _ exercise: Exercise, _ reps: Int, intensity: Double, at instant: Date,
    _ bouts: inout [BodyPart: Bout]
  ) {
    let stimulus = Stimulus(
      exercise: exercise, reps: Double(reps),
      intensity: Intensity(fractionOfMaximum: intensity))
    for part in exercise.shares.keys {
      stimulus.add(
        to: &bouts[part, default: Bout(hours: instant.timeIntervalSince1970 / 3600)], of: part,
        parameters)
    }
  }
}

/// Somebody with the body of `Simulation`, who trains by feel and checks in every morning.
struct Trainee {
  let traits: SyntheticTrainee.Traits
  private(set) var history = History()
  /// What was felt, 0 to 10, by morning.
  private(set) var felt: [[BodyPart: Double]] = []

  init(seed: UInt64, weeks: Int, testWeeks: Int = 0) {
    var trainee = SyntheticTrainee(.average, seed: seed)
    traits = trainee.traits
    history.athlete = trainee.profile
    var random = SeededGenerator(seed: seed &+ 7_000_000)
    for day in 0..<(weeks * 7) {
      let hours = Double(day) * 24 + 8
      let morning = ModelAthlete.start.addingTimeInterval(hours * 3600)
      felt.append(trainee.soreness(atHours: hours).filter { $0.value > 0.3 })
      history.checkIns.append(Dated(at: morning, trainee.checkIn(atHours: hours)))
      for (index, plan) in ModelAthlete.days.enumerated() {
        let week = Double(day - 2 - 2 * index) / 7
        let isDue = week >= 0 && week == week.rounded() && Int(week) < testWeeks
        guard testWeeks > 0, day == 0 || isDue else { continue }
        for id in plan { test(id, trainee, hours, &random) }
      }
      guard [0, 2, 4].contains(day % 7), trainee.showsUp(week: day / 7) else { continue }
      let asked = ModelAthlete.days[(day % 7) / 2].flatMap { Self.asked($0, trainee, &random) }
      for set in trainee.train(asked, atHours: hours + 9) {
        history.sets.append(Dated(at: morning.addingTimeInterval(9 * 3600), set))
      }
    }
  }

  private mutating func test(
    _ id: Exercise.ID, _ trainee: SyntheticTrainee, _ hours: Double,
    _ random: inout SeededGenerator
  ) {
    guard let exercise = Exercise.with(id) else { return }
    let shown =
      trainee.strengthKilograms(exercise) * (1 - trainee.weakness(of: exercise, atHours: hours))
      * Double.exp(0.035 * random.normal())
    let body = trainee.profile.bodyMass.kilograms * exercise.bodyMassFraction
    let load = Load.external(.kilograms(max(1, shown - body)))
    history.tests.append(
      Dated(
        at: ModelAthlete.start.addingTimeInterval(hours * 3600 + 3600),
        StrengthTest(exercise: id, result: .repetitions(1, load))))
  }

  /// Sets by feel, and none to three of negatives at the one-rep maximum.
  private static func asked(
    _ id: Exercise.ID, _ trainee: SyntheticTrainee, _ random: inout SeededGenerator
  ) -> [SyntheticTrainee.Asked] {
    guard let exercise = Exercise.with(id) else { return [] }
    let normal = SyntheticTrainee.Asked(
      exercise: id, kind: .normal, sets: Int.random(in: 2...3, using: &random), reps: 8, load: nil,
      tempo: .ordinary, repsInReserve: 2)
    let negatives = Int.random(in: 0...3, using: &random)
    guard negatives > 0 else { return [normal] }
    let body = trainee.profile.bodyMass.kilograms * exercise.bodyMassFraction
    return [
      normal,
      SyntheticTrainee.Asked(
        exercise: id, kind: .negative, sets: negatives, reps: Int.random(in: 3...6, using: &random),
        load: .external(.kilograms(max(0, trainee.strengthKilograms(exercise) - body))),
        tempo: .negative(seconds: 4), repsInReserve: 0),
    ]
  }
}
