import Lifting
import Physiology

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the rules look at: the facts up to now, what the models make of them, and the questions
/// that several rules ask of them.
struct Evidence {
  let scenario: Scenario
  let history: History
  let state: AthleteState
  /// What doses are judged by; today's ratings don't enter.
  let recovery: Recovery
  /// Done with the eccentric stressed on purpose, in the order of time.
  let emphasized: [Dated<WorkSet>]
  /// The workouts of the two months before the newest set, in the order of time.
  let workouts: [Workout]
  private let emphasizedByPart: [BodyPart: [Dated<WorkSet>]]

  init(_ scenario: Scenario, parameters: ModelParameters) {
    var folded = FoldedHistory()
    self.init(scenario, parameters: parameters, resuming: &folded)
  }

  init(_ scenario: Scenario, parameters: ModelParameters, resuming folded: inout FoldedHistory) {
    self.scenario = scenario
    history = scenario.history.until(scenario.now)
    let states = folded.states(of: history, at: scenario.now, parameters)
    state = states.known
    recovery = Recovery(scenario, history: history, states: states.cautious)
    workouts = Workout.recent(in: history, utcOffsetSeconds: scenario.utcOffsetMinutes * 60)
    emphasized = history.sets.filter { $0.value.emphasizesEccentric && $0.value.reps > 0 }
    var byPart: [BodyPart: [Dated<WorkSet>]] = [:]
    for set in emphasized {
      guard let exercise = Exercise.with(set.value.exercise) else { continue }
      for part in Self.parts(of: exercise) { byPart[part, default: []].append(set) }
    }
    emphasizedByPart = byPart
  }

  var now: Date { scenario.now }
  var today: Day { scenario.today }

  /// The athlete; the defaults of a stranger where nothing was said, which no gate lets through.
  var athlete: Athlete {
    history.athlete ?? Athlete(birthYear: today.year, bodyMass: .kilograms(75), trainingMonths: 0)
  }

  func hours(since instant: Date) -> Double { now.timeIntervalSince(instant) / 3600 }
  func days(since instant: Date) -> Double { hours(since: instant) / 24 }

  // MARK: Who it is

  /// How long somebody has trained, as ACSM's levels have it: half a year, two years.
  enum Level: Comparable { case beginner, intermediate, advanced }

  var level: Level {
    switch athlete.trainingMonths {
    case ..<6: .beginner
    case ..<24: .intermediate
    default: .advanced
    }
  }

  /// In the first year loads of negatives start low and rise slowly; after rhabdomyolysis it starts
  /// anew.
  var isNovice: Bool { athlete.trainingMonths < 12 || startsAnewOn != nil }

  /// The day of a clearance after which somebody is a novice again, whatever they did before.
  var startsAnewOn: Day? {
    guard let screening = history.screening, let cleared = screening.clearedOn,
      screening.concerns.contains(where: { $0.waitAfterClearanceDays > 0 })
    else { return nil }
    return cleared
  }
  var isUnder18: Bool { athlete.youngestAge(in: today.year) < 18 }
  var is60OrOver: Bool { athlete.oldestAge(in: today.year) >= 60 }

  // MARK: What was done

  /// The body parts whose dose an exercise counts toward: those that take half of its stress or more.
  static func parts(of exercise: Exercise) -> [BodyPart] {
    partsByID[exercise.id] ?? exercise.countedParts
  }

  /// Looked up once for each set of a year, so it is worked out once for all.
  private static let partsByID = Dictionary(
    uniqueKeysWithValues: Exercise.catalog.map { exercise in
      (exercise.id, exercise.countedParts)
    })

  /// Eccentric work for a body part, in the order of time.
  func emphasized(_ part: BodyPart) -> [Dated<WorkSet>] {
    emphasizedByPart[part] ?? []
  }

  /// Since when a body part has had eccentric work without a break of half a year or more.
  func eccentricSince(_ part: BodyPart) -> Date? {
    var start: Date?
    var last: Date?
    for set in emphasized(part) {
      if let last, set.at.timeIntervalSince(last) < SafetyLimits.firstAgainDays * 86_400 {
      } else {
        start = set.at
      }
      last = set.at
    }
    guard let last, days(since: last) < SafetyLimits.firstAgainDays else { return nil }
    return start
  }

  /// Whether a body part is on the way up of the first weeks: always in the first year, and again
  /// after half a year without.
  func startsLow(_ part: BodyPart) -> Bool {
    if isNovice { return true }
    guard let first = emphasized(part).first else { return false }
    guard let since = eccentricSince(part) else { return true }
    return since > first.at
  }

  /// In how many weeks a body part has had eccentric work since it started, or started anew: what
  /// somebody has shown, not what the calendar says.
  func eccentricWeeks(_ part: BodyPart) -> Int {
    guard let since = eccentricSince(part) else { return 0 }
    let anew = startsAnewOn
    let weeks = emphasized(part).filter { set in
      set.at >= since && days(since: set.at) >= 1
        && anew.map {
          Day(set.at, utcOffsetSeconds: scenario.utcOffsetMinutes * 60) >= $0
        } ?? true
    }
    return Set(weeks.map { Int(saturating: $0.at.timeIntervalSince(since) / (7 * 86_400)) }).count
  }

  /// The days on which a body part had eccentric work, of the last so many, today counted.
  ///
  /// Civil days: what was done on the same weekday a week ago belongs to the week before, also where
  /// that session ended later in the day than this one begins.
  func eccentricDays(_ part: BodyPart, within days: Int) -> Set<Day> {
    Set(emphasized(part).map { day(of: $0.at) }.filter { today - $0 < days })
  }

  /// The athlete's civil day of an instant.
  func day(of instant: Date) -> Day {
    Day(instant, utcOffsetSeconds: scenario.utcOffsetMinutes * 60)
  }

  /// What is known of the one-rep maximum: cautious, and with its age.
  struct Maximum {
    /// The middle of the belief, after the caution that an old one asks for.
    var kilograms: Double
    var ageDays: Double
    var isStale: Bool { ageDays > Self.staleAfterDays }
    static let staleAfterDays = SafetyLimits.maximumStaleDays
    static let staleFactor = SafetyLimits.staleMaximumShare
  }

  func maximum(_ exercise: Exercise) -> Maximum? {
    guard let estimate = state.strength[exercise.id] else { return nil }
    let age = now.timeIntervalSince1970 / 86_400 - estimate.observedHours / 24
    return Maximum(
      kilograms: estimate.oneRepMaxKilograms(at: now).expected
        * (age > Maximum.staleAfterDays ? Maximum.staleFactor : 1), ageDays: age)
  }

  /// The least one-rep maximum that the sets of eight weeks allow, where no estimate can be made of
  /// them: so many reps were done, and as many as were told would still have gone.
  ///
  /// The same lift under another name (an assisted pull-up, a pull-up) says as much of it.
  /// What is lifted with help counts like any load, as what is lifted is the body less the help.
  func leastMaximumKilograms(_ exercise: Exercise) -> Double? {
    let lifts = Set([exercise.id] + exercise.sameLift.map(\.id))
    let bounds = history.sets.filter {
      lifts.contains($0.value.exercise) && $0.value.kind == .normal && $0.value.isRepetitions
        && days(since: $0.at) < Maximum.staleAfterDays
    }.compactMap { set -> Double? in
      let reps = Double(set.value.reps + (set.value.repsInReserve ?? 0))
      let kilograms = set.value.load.kilograms(in: exercise, bodyMass: athlete.bodyMass)
      guard set.value.reps > 0, kilograms > 0, let factor = OneRepMaxFormula.least(reps: reps)
      else {
        return nil
      }
      return kilograms * factor
    }
    return bounds.max()
  }

  // MARK: How they are

  /// A rating counts as today's for a day and a half.
  static let ratingHours = 36.0

  /// The newest rating of a body part, if it isn't older than a day and a half.
  func reportedSoreness(_ part: BodyPart) -> Int? {
    for checkIn in history.checkIns.reversed() {
      if let rating = checkIn.value.soreness[part] {
        return hours(since: checkIn.at) <= Self.ratingHours ? rating : nil
      }
    }
    return nil
  }

  // MARK: Words

  /// An instant for people, on the athlete's clock: `Thursday, 18:00`.
  func words(_ instant: Date) -> String {
    let local = instant.timeIntervalSince1970 + Double(scenario.utcOffsetMinutes) * 60
    let day = Day(instant, utcOffsetSeconds: scenario.utcOffsetMinutes * 60)
    let minutes = Int(saturating: (local - Double(day.number) * 86_400) / 60)
    let clock = "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
    switch day - today {
    case 0: return "today, \(clock)"
    case 1: return "tomorrow, \(clock)"
    case 2...6: return "\(day.weekday.name), \(clock)"
    default: return day.description
    }
  }

}
