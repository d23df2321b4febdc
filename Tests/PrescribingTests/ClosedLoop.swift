import Foundation
import Lifting
import Prescribing
import Simulation

/// A simulated athlete trains for weeks: as prescribed, or by a fixed sensible program. What came of
/// it is judged by the athlete's own body, and the sessions by the plain words of the limits.
struct ClosedLoop {
  enum Coach: String, CaseIterable {
    /// What `prescribe` says without a program, from what was done before.
    case habit
    /// What `prescribe` makes of the fixed program's text.
    case program
    /// The same program every time, whatever the soreness; heavier when all reps went.
    case fixed
    /// The fixed program under a coach who keeps to the hard limits of the safety table: no step above
    /// a tenth (S26), 80 % and half the sets after three weeks off (S27), no negatives at a soreness
    /// above 7 (S15), and in the first year negatives from 50 % up by 10 points a week (S03, S05).
    case careful
    /// What `prescribe` makes of a program that asks for too much.
    case eagerProgram
    /// That program to the letter.
    case eager

    /// Whether `prescribe` has the last word.
    var isPrescribed: Bool { self == .habit || self == .program || self == .eagerProgram }

    /// Sets, reps and load of the negatives that a program asks for, of what the limbs that lower can
    /// lift.
    var negatives: (sets: Int, reps: Int, percent: Double) {
      switch self {
      case .habit, .program, .fixed, .careful: (1, 5, 90)
      case .eagerProgram, .eager: (5, 8, 110)
      }
    }
  }

  struct Outcome {
    /// Gain of true strength over the lifts trained, as a fraction.
    var gain = 0.0
    var weeks = 0
    /// Weeks in which no body part's true soreness went above what people put up with.
    var weeksWithinTolerance = 0
    /// The mean over weeks of each week's worst true soreness.
    var meanPeakSoreness = 0.0
    var worstSoreness = 0.0
    var sessions = 0
    var refusals = 0
    /// Limits that a prescribed session broke, in words.
    var breaches: [String] = []
    /// Why sessions were refused, by rule, for who improves the engine.
    var refusedBy: [String: Int] = [:]
    /// Of the normal sets of the last eight weeks: load ÷ true strength, reps in reserve as said, and
    /// the share of sets with more than ten reps, those in reserve included.
    var lateLoad = 0.0
    var lateReserve = 0.0
    var lateUnseen = 0.0
  }

  /// Soreness that people put up with, 0 to 10; above it they train less well and like it less (S13).
  static let tolerance = 5.0
  static let start = Date(timeIntervalSince1970: 1_767_600_000)  // a Monday, 08:00

  /// A sensible program with one negative set an exercise.
  private static func program(_ coach: Coach) -> String {
    let (sets, reps, percent) = coach.negatives
    func then(_ percent: Double) -> String {
      "then \(sets) x \(reps) negative @ \(Int(percent))%, 4 s, two up"
    }
    // One arm or leg lowers what both lift; of dumbbells each has its own.
    let (one, own) = (then(percent / 2), then(percent))
    return """
      ---
      title: Fixed and sensible
      ---
      ## Push
      - Dumbbell bench press: 3 x 8 @ 75%, tempo 2-0-1-0, keep 2 in reserve
      - Machine shoulder press: 3 x 8 @ 75%, tempo 2-0-1-0, keep 2 in reserve
      - Triceps pushdown: 3 x 8 @ 75%, tempo 2-0-1-0, keep 2 in reserve, \(one)
      ## Pull
      - Lat pulldown: 3 x 8 @ 75%, tempo 2-0-1-0, keep 2 in reserve, \(one)
      - Biceps curl: 3 x 8 @ 75%, tempo 2-0-1-0, keep 2 in reserve, \(own)
      ## Legs
      - Squat: 3 x 8 @ 75%, tempo 2-0-1-0, keep 2 in reserve
      - Leg extension: 3 x 8 @ 75%, tempo 2-0-1-0, keep 2 in reserve, \(one)
      - Lying leg curl: 3 x 8 @ 75%, tempo 2-0-1-0, keep 2 in reserve

      """

  }

  static let exercises: [Exercise] = [
    "dumbbell-bench-press", "machine-shoulder-press", "triceps-pushdown", "lat-pulldown",
    "biceps-curl", "squat", "leg-extension", "lying-leg-curl",
  ].compactMap { Exercise.with($0) }

  private static let days: [(title: String, exercises: Range<Int>)] = [
    ("Push", 0..<3), ("Pull", 3..<5), ("Legs", 5..<8),
  ]
  private static let withNegatives: Set<Exercise.ID> = [
    "triceps-pushdown", "lat-pulldown", "biceps-curl", "leg-extension",
  ]

  let coach: Coach
  private var trainee: SyntheticTrainee
  private var history = History()
  private var outcome = Outcome()
  /// The fixed program's loads.
  private var loads: [Exercise.ID: Double] = [:]
  private var turn = 0
  private var folded = FoldedHistory()

  static func run(
    _ coach: Coach, _ kind: SyntheticTrainee.Kind, seed: UInt64, weeks: Int,
    loadStep: Mass = .kilograms(2.5)
  ) -> Outcome {
    var loop = ClosedLoop(coach, SyntheticTrainee(kind, seed: seed, loadStep: loadStep))
    // A week of what they did until now, the same for all: the normal sets alone.
    for day in [0, 2, 4] { loop.trainAsAlways(atHours: Double(day - 7) * 24 + 9, negatives: 0) }
    loop.outcome = Outcome()
    loop.run(weeks: weeks)
    return loop.outcome
  }

  private init(_ coach: Coach, _ trainee: SyntheticTrainee) {
    self.coach = coach
    self.trainee = trainee
    history.athlete = trainee.profile
    history.screening = Screening()
    if coach == .program || coach == .eagerProgram {
      history.program = ProgramChoice(text: Self.program(coach))
    }
    // Everybody begins with a test of what they can lift, five reps of each.
    for exercise in Self.exercises {
      let load = Mass.kilograms(trainee.strengthKilograms(exercise) / (1 + 5.0 / 30))
        .roundedDown(to: trainee.profile.loadStep)
      history.tests.append(
        Dated(
          at: Self.start.addingTimeInterval(-7 * 86_400),
          StrengthTest(exercise: exercise.id, result: .repetitions(5, .external(load)))))
      loads[exercise.id] = 0.75 * trainee.strengthKilograms(exercise)
    }
  }

  private mutating func run(weeks: Int) {
    let before = Self.exercises.map { trainee.strengthKilograms($0) }
    for week in 0..<weeks {
      var peak = 0.0
      for day in 0..<7 {
        let hours = Double(week * 7 + day) * 24
        let sore = trainee.soreness(atHours: hours)
        peak = max(peak, sore.values.max() ?? 0)
        history.checkIns.append(Dated(at: date(hours), trainee.checkIn(atHours: hours)))
        if [0, 2, 4].contains(day), trainee.showsUp(week: week) { train(atHours: hours + 9) }
      }
      outcome.meanPeakSoreness += peak / Double(weeks)
      outcome.worstSoreness = max(outcome.worstSoreness, peak)
      if peak <= Self.tolerance { outcome.weeksWithinTolerance += 1 }
      outcome.weeks += 1
    }
    look(atSetsSince: date(Double(max(0, weeks - 8)) * 168))
    let after = Self.exercises.map { trainee.strengthKilograms($0) }
    outcome.gain =
      zip(before, after).reduce(0) { $0 + ($1.1 / $1.0 - 1) } / Double(Self.exercises.count)
  }

  private mutating func look(atSetsSince start: Date) {
    let sets = history.sets.filter { $0.at >= start && $0.value.kind == .normal }.map(\.value)
    for set in sets {
      guard let exercise = Exercise.with(set.exercise) else { continue }
      let kilograms = set.load.kilograms(in: exercise, bodyMass: trainee.profile.bodyMass)
      let reserve = set.repsInReserve ?? 0
      outcome.lateLoad += kilograms / trainee.strengthKilograms(exercise) / Double(sets.count)
      outcome.lateReserve += Double(reserve) / Double(sets.count)
      if set.reps + reserve > 10 { outcome.lateUnseen += 1 / Double(sets.count) }
    }
  }

  private func date(_ hours: Double) -> Date { Self.start.addingTimeInterval(hours * 3600) }

  private mutating func train(atHours hours: Double) {
    if coach.isPrescribed {
      trainAsPrescribed(atHours: hours)
    } else {
      trainAsAlways(atHours: hours, negatives: coach.negatives.sets)
    }
  }

  private mutating func trainAsPrescribed(atHours hours: Double) {
    let scenario = Scenario(now: date(hours), history: history)
    let prescription = prescribe(scenario, resuming: &folded)
    guard let session = prescription.session else {
      outcome.refusals += 1
      for reason in prescription.reasons where reason.kind != .plan {
        outcome.refusedBy[reason.rule, default: 0] += 1
      }
      return
    }
    outcome.breaches += Limits.broken(by: session, scenario)
    for reason in prescription.reasons where reason.kind == .limit {
      outcome.refusedBy["(took away) " + reason.rule, default: 0] += 1
    }
    let asked = session.exercises.flatMap { exercise in
      exercise.doses.map {
        SyntheticTrainee.Asked(
          exercise: exercise.exercise, kind: $0.kind, sets: $0.sets, reps: $0.reps, load: $0.load,
          tempo: $0.tempo, repsInReserve: $0.repsInReserve,
          limbs: Self.limbs($0.wayUp, exercise.exercise))
      }
    }
    record(
      trainee.train(asked, atHours: hours), title: session.title, program: session.program,
      atHours: hours)
  }

  private mutating func trainAsAlways(atHours hours: Double, negatives: Int) {
    let day = Self.days[turn % Self.days.count]
    turn += 1
    var asked: [SyntheticTrainee.Asked] = []
    for exercise in Self.exercises[day.exercises] {
      let held = held(exercise, atHours: hours)
      let load = held.load
      let limbs = Self.limbs(.otherLimb, exercise.id)
      func ask(
        _ kind: WorkSet.Kind, sets: Int, reps: Int, _ kilograms: Double, _ tempo: Tempo,
        limbs: SyntheticTrainee.Asked.Limbs = .both
      ) {
        asked.append(
          SyntheticTrainee.Asked(
            exercise: exercise.id, kind: kind, sets: sets, reps: reps,
            load: .external(Mass.kilograms(kilograms).roundedDown(to: trainee.profile.loadStep)),
            tempo: tempo, repsInReserve: 2, limbs: limbs))
      }
      ask(.normal, sets: held.sets, reps: 8, load, .ordinary)
      if negatives > 0, held.percent > 0, Self.withNegatives.contains(exercise.id) {
        ask(
          .negative, sets: negatives, reps: coach.negatives.reps,
          (loads[exercise.id] ?? 20) / 0.75 * held.percent / 100 / (limbs == .one ? 2 : 1),
          .negative(seconds: 4), limbs: limbs)
      }
    }
    let done = trainee.train(asked, atHours: hours)
    for exercise in Self.exercises[day.exercises] {
      let sets = done.filter { $0.exercise == exercise.id && $0.kind == .normal }
      // Two and a half percent when every set had two reps left, as sensible programs say.
      if sets.allSatisfy({ $0.reps >= 8 && ($0.repsInReserve ?? 0) >= 2 }) {
        loads[exercise.id, default: 20] *= 1.025
      } else if sets.contains(where: { $0.reps < 7 }) {
        loads[exercise.id, default: 20] *= 0.95
      }
    }
    record(done, title: day.title, program: "Fixed and sensible", atHours: hours)
  }

  /// What of the fixed program is left under who keeps to the hard limits: normal sets, their load
  /// in kilograms, and the load of the negatives in percent.
  private func held(_ exercise: Exercise, atHours hours: Double) -> (
    sets: Int, load: Double, percent: Double
  ) {
    let load = loads[exercise.id] ?? 20
    guard coach == .careful else { return (3, load, coach.negatives.percent) }
    let now = date(hours)
    let done = history.sets.filter { $0.value.exercise == exercise.id }
    let heaviest = done.filter {
      $0.value.kind == .normal && now.timeIntervalSince($0.at) < 28 * 86_400
    }.map(\.value.load.external.kilograms).max()
    let isBack = history.sets.last.map { now.timeIntervalSince($0.at) >= 21 * 86_400 } ?? false
    let most = min(heaviest.map { 1.1 * $0 + 1e-6 } ?? load, isBack ? 0.8 * load : load)
    return (isBack ? 2 : 3, min(load, most), negativePercent(done, exercise, at: now, isBack))
  }

  private func negativePercent(
    _ done: [Dated<WorkSet>], _ exercise: Exercise, at now: Date, _ isBack: Bool
  ) -> Double {
    let ratings = history.checkIns.last?.value.soreness ?? [:]
    guard exercise.primeMovers.allSatisfy({ (ratings[$0] ?? 0) <= 7 }) else { return 0 }
    let percent = coach.negatives.percent * (isBack ? 0.8 : 1)
    guard trainee.profile.trainingMonths < 12 else { return percent }
    let first = done.first { $0.value.kind == .negative }?.at ?? now
    return min(percent, 50 + 10 * (now.timeIntervalSince(first) / (7 * 86_400)).rounded(.down))
  }

  /// Which limbs lower; of dumbbells each has its own.
  private static func limbs(
    _ wayUp: WayUp?, _ exercise: Exercise.ID
  ) -> SyntheticTrainee.Asked.Limbs {
    let isShared = Exercise.with(exercise)?.equipment.contains(.dumbbells) == false
    return wayUp == .otherLimb && isShared ? .one : .both
  }

  private mutating func record(
    _ sets: [WorkSet], title: String, program: String?, atHours hours: Double
  ) {
    outcome.sessions += 1
    let id = Session.ID(rawValue: "\(title)-\(Int(hours))")
    history.sessions.append(Dated(at: date(hours), Session(id: id, title: title, program: program)))
    for (index, set) in sets.enumerated() {
      var set = set
      set.session = id
      history.sets.append(Dated(at: date(hours + Double(index) * 0.05), set))
    }
  }
}

/// The limits of a session over time, as plainly as they can be said.
enum Limits {
  static func broken(by session: PrescribedSession, _ scenario: Scenario) -> [String] {
    let athlete = scenario.history.athlete
    var broken: [String] = []
    var sets: [BodyPart: Int] = [:]
    for prescribed in session.exercises {
      guard let exercise = Exercise.with(prescribed.exercise) else { return ["unknown exercise"] }
      for dose in prescribed.doses where dose.emphasizesEccentric {
        if (athlete?.trainingMonths ?? 0) < 6 { broken.append("a beginner") }
        if (dose.percentOfMaximum ?? 0) > 120 { broken.append("above 120 %") }
        if !(2...10).contains(dose.tempo.eccentric.seconds ?? 0) { broken.append("tempo") }
        for (part, share) in exercise.shares where share >= 0.5 {
          if dose.kind == .negative { sets[part, default: 0] += dose.sets }
          let days = emphasizedHours(part, scenario)
          if days.contains(where: { $0 < 48 }) { broken.append("again within 48 h") }
          let week = Set(days.filter { $0 < 168 }.map { Int($0 / 24) })
          if week.count >= ((athlete?.trainingMonths ?? 0) >= 24 ? 3 : 2) {
            broken.append("too often a week")
          }
          if let said = scenario.history.checkIns.last(where: { $0.value.soreness[part] != nil })?
            .value.soreness[part], said > 7
          {
            broken.append("negatives at soreness \(said)")
          }
        }
      }
    }
    for (_, count) in sets where count > 3 { broken.append("\(count) negative sets") }
    return broken
  }

  /// How many hours ago a body part had eccentric work.
  private static func emphasizedHours(_ part: BodyPart, _ scenario: Scenario) -> [Double] {
    scenario.history.sets.compactMap { set in
      guard set.value.emphasizesEccentric, set.value.reps > 0,
        (Exercise.with(set.value.exercise)?.shares[part] ?? 0) >= 0.5
      else { return nil }
      return scenario.now.timeIntervalSince(set.at) / 3600
    }
  }
}
