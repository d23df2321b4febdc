public import Community
import Foundation
public import Lifting

/// What a physiotherapist asks about: what hurt and when, tests, left against right, how much was lowered
/// and for how long, and who cleared what.
public struct PhysioReport: Sendable {
  /// Something that was said on a day.
  public struct Said<Value: Sendable>: Sendable {
    public var day: Day
    public var value: Value
  }

  /// A pain of one kind at one place, over time.
  public struct Course: Sendable {
    public var pain: Pain
    /// Rising.
    public var days: [Day]
  }

  /// One side's sets of an exercise.
  public struct Side: Sendable, Hashable {
    public var sets = 0
    public var reps = 0
    /// The heaviest that was put on.
    public var heaviest: Load?
    /// Mean seconds of a lowering, of the sets whose tempo is known.
    public var loweringSeconds: Double?
    /// Repetitions lowered under control, in percent, of those that were looked at.
    public var controlledPercent: Double?
  }

  public struct Sides: Sendable {
    public var exercise: Exercise.ID
    public var left: Side
    public var right: Side
  }

  /// Lowerings of a week, or of a body part.
  public struct Dose: Sendable, Hashable {
    public var negatives = 0
    /// Lifted and lowered in four seconds or more.
    public var slow = 0
    public var ordinary = 0
    /// Of lowering, where the tempo is known.
    public var seconds = 0.0
  }

  public var name: String
  public var day: Day
  /// What is in it: what isn't shared is missing.
  public var sees: Set<Sharing>
  public var weeks = Self.weeks
  /// The most frequent first.
  public var pains: [Course]
  /// The newest first.
  public var symptoms: [Said<Symptom>]
  /// Ratings of the body parts that were ever sorer than slightly, by part, rising in time.
  public var soreness: [(part: BodyPart, ratings: [Said<Int>])]
  /// The newest first.
  public var tests: [Said<StrengthTest>]
  public var sides: [Sides]
  /// By week, the oldest first, and by body part.
  public var byWeek: [(monday: Day, dose: Dose)]
  public var byPart: [(part: BodyPart, dose: Dose)]
  /// The newest first.
  public var clearances: [Said<Clearance>]
  /// Health questions that were answered with yes; only in one's own.
  public var concerns: [Screening.Question]

  /// Doses and sides are of so many weeks; everything else is of all time.
  public static let weeks = 12

  init(
    _ history: History, at now: Date, of member: Member, concerns: [Screening.Question],
    sees: Set<Sharing>
  ) {
    func day(_ at: Date) -> Day { Day(at, utcOffsetSeconds: member.utcOffsetSeconds(at: at)) }
    name = member.name
    let today = day(now)
    self.day = today
    self.sees = sees
    self.concerns = concerns

    var courses: [Pain: [Day]] = [:]
    var ratings: [BodyPart: [Said<Int>]] = [:]
    symptoms = []
    for checkIn in history.checkIns {
      let day = day(checkIn.at)
      for pain in checkIn.value.pains where courses[pain]?.last != day {
        courses[pain, default: []].append(day)
      }
      for symptom in checkIn.value.symptoms.sorted(by: { $0.rawValue < $1.rawValue }) {
        symptoms.append(Said(day: day, value: symptom))
      }
      for (part, rating) in checkIn.value.soreness {
        ratings[part, default: []].append(Said(day: day, value: rating))
      }
    }
    symptoms.reverse()
    pains = courses.map { Course(pain: $0.key, days: $0.value) }.sorted {
      ($1.days.count, $0.pain.text) < ($0.days.count, $1.pain.text)
    }
    let painful = Set(courses.keys.map(\.bodyPart))
    soreness = ratings.filter { part, ratings in
      painful.contains(part) || ratings.contains { $0.value >= 3 }
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    tests = history.tests.reversed().map { Said(day: day($0.at), value: $0.value) }
    clearances = history.clearances.reversed().map {
      Said(day: $0.value.on ?? day($0.at), value: $0.value)
    }

    let first = today.monday.advanced(by: -7 * (Self.weeks - 1))
    let recent = history.sets.filter { $0.value.kind != .warmUp && day($0.at) >= first }
    var byWeek: [Day: Dose] = [:]
    var byPart: [BodyPart: Dose] = [:]
    for set in recent where set.value.isRepetitions {
      byWeek[day(set.at).monday, default: Dose()].add(set.value)
      for part in Exercise.with(set.value.exercise)?.countedParts ?? [] {
        byPart[part, default: Dose()].add(set.value)
      }
    }
    self.byWeek =
      recent.isEmpty
      ? []
      : (0..<Self.weeks).map { week in
        let monday = first.advanced(by: 7 * week)
        return (monday, byWeek[monday] ?? Dose())
      }
    self.byPart = byPart.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    sides = Dictionary(grouping: recent.map(\.value), by: \.exercise).compactMap { exercise, sets in
      let left = sets.filter { $0.side == .left }
      let right = sets.filter { $0.side == .right }
      guard !left.isEmpty || !right.isEmpty else { return nil }
      return Sides(exercise: exercise, left: Side(left), right: Side(right))
    }.sorted { $0.exercise.rawValue < $1.exercise.rawValue }
  }
}

extension PhysioReport.Dose {
  fileprivate mutating func add(_ set: WorkSet) {
    if set.kind == .negative {
      negatives &+= set.reps
    } else if set.emphasizesEccentric {
      slow &+= set.reps
    } else {
      ordinary &+= set.reps
    }
    seconds += Double(set.reps) * (set.tempo?.eccentric.seconds ?? 0)
  }
}

extension PhysioReport.Side {
  fileprivate init(_ sets: [WorkSet]) {
    self.sets = sets.count
    reps = sets.reduce(0) { $0 &+ $1.reps }
    heaviest = sets.map(\.load).max {
      ($0.external.kilograms - $0.assistance.kilograms)
        < ($1.external.kilograms - $1.assistance.kilograms)
    }
    let timed = sets.compactMap { set in
      set.tempo?.eccentric.seconds.map { (seconds: $0, reps: Double(set.reps)) }
    }
    let count = timed.reduce(0) { $0 + $1.reps }
    if count > 0 {
      loweringSeconds = timed.reduce(0) { $0 + $1.seconds * $1.reps } / count
    }
    let watched = sets.compactMap { set in
      set.controlledReps.map { (kept: Double(min($0, set.reps)), reps: Double(set.reps)) }
    }
    let all = watched.reduce(0) { $0 + $1.reps }
    if all > 0 { controlledPercent = 100 * watched.reduce(0) { $0 + $1.kept } / all }
  }
}

extension Day {
  /// The Monday of its week.
  fileprivate var monday: Day { advanced(by: -(Weekday.allCases.firstIndex(of: weekday) ?? 0)) }
}
