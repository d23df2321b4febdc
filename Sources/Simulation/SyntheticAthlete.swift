public import Lifting
import RealModule

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An athlete made up from a seed, with a body whose truth is known.
///
/// The body here is not the forecasting model: damage heals by a straight line instead of an
/// exponential, soreness follows a gamma curve, and familiarity counts sessions. What judges the
/// forecasts must not share their assumptions.
public struct SyntheticAthlete: Sendable {
  /// What this person's body is like.
  public struct Traits: Sendable, Hashable {
    /// How easily they are damaged; 1 is the average.
    public var susceptibility: Double
    /// Points of soreness for the same damage; 1 is the average.
    public var sorenessScale: Double
    /// Hours until a moderate bout is healed.
    public var healingHours: Double
    /// Share of planned sessions that don't happen.
    public var skips: Double
    /// Share of days with a check-in.
    public var checksIn: Double
  }

  public let traits: Traits
  public let profile: Athlete
  private var random: SeededGenerator

  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    traits = Traits(
      susceptibility: Double.exp(0.35 * random.normal()),
      sorenessScale: Double.exp(0.35 * random.normal()),
      healingHours: 110 * Double.exp(0.25 * random.normal()),
      skips: Double.random(in: 0...0.25, using: &random),
      checksIn: Double.random(in: 0.6...1, using: &random))
    let isFemale = Bool.random(using: &random)
    profile = Athlete(
      birthYear: Int.random(in: 1970...2004, using: &random), sex: isFemale ? .female : .male,
      bodyMass: .kilograms(
        ((isFemale ? 65 : 80) * Double.exp(0.12 * random.normal())).rounded()),
      trainingMonths: [2, 8, 14, 30, 60].randomElement(using: &random) ?? 14)
  }

  /// Trains and checks in for some weeks before an instant, three sessions a week.
  public mutating func history(weeks: Int, until now: Date) -> History {
    var history = History()
    history.athlete = profile
    history.screening = Screening()
    var body = Body(traits: traits)
    let strength =
      (profile.sex == .female ? 0.7 : 1) * profile.bodyMass.kilograms
      * (0.7 + 0.15 * Double.log(1 + Double(profile.trainingMonths) / 6))
    let days = max(0, weeks) * 7
    for day in 0..<days {
      let morning = now.addingTimeInterval(Double(day - days) * 86_400 - 8 * 3600)
      if Double.random(in: 0..<1, using: &random) < traits.checksIn {
        let ratings = body.soreness(atHours: Double(day) * 24, random: &random)
        if !ratings.isEmpty {
          history.checkIns.append(Dated(at: morning, CheckIn(soreness: ratings)))
        }
      }
      guard [0, 2, 4].contains(day % 7),
        Double.random(in: 0..<1, using: &random) >= traits.skips
      else { continue }
      train(
        Self.days[(day / 2) % Self.days.count], at: morning.addingTimeInterval(9 * 3600),
        hours: Double(day) * 24 + 9, strength: strength, body: &body, history: &history)
    }
    return history
  }

  private struct Plan {
    var title: String
    /// With the load as a share of the strength figure, and whether a negative set follows.
    var lifts: [(exercise: Exercise.ID, share: Double, negative: Bool)]
  }

  private static let days = [
    Plan(
      title: "Push",
      lifts: [
        ("overhead-press", 0.45, false), ("dumbbell-bench-press", 0.3, false),
        ("triceps-pushdown", 0.35, true),
      ]),
    Plan(
      title: "Pull",
      lifts: [
        ("barbell-row", 0.6, false), ("lat-pulldown", 0.6, true), ("biceps-curl", 0.12, true),
      ]
    ),
    Plan(
      title: "Legs",
      lifts: [("squat", 0.9, false), ("leg-extension", 0.5, true), ("lying-leg-curl", 0.4, false)]),
  ]

  private mutating func train(
    _ plan: Plan, at start: Date, hours: Double, strength: Double, body: inout Body,
    history: inout History
  ) {
    let id = Session.ID(rawValue: "\(plan.title)-\(Int(saturating: hours))")
    history.sessions.append(Dated(at: start, Session(id: id, title: plan.title)))
    var minutes = 5.0
    for (exercise, share, negative) in plan.lifts {
      let load = Mass.kilograms(max(2.5, strength * share)).roundedDown(to: .kilograms(2.5))
      var sets = (0..<3).map { _ in
        WorkSet(
          exercise: exercise, load: .external(load),
          reps: 8 + Int.random(in: -1...1, using: &random),
          tempo: .ordinary, repsInReserve: Int.random(in: 1...3, using: &random), session: id)
      }
      if negative, profile.trainingMonths >= 6 {
        sets.append(
          WorkSet(
            exercise: exercise, kind: .negative, load: .external(load), reps: 4,
            tempo: .negative(seconds: 4), controlledReps: 4, session: id))
      }
      for set in sets {
        history.sets.append(Dated(at: start.addingTimeInterval(minutes * 60), set))
        body.work(set, atHours: hours)
        minutes += 3
      }
    }
  }
}

/// A body with its own laws.
private struct Body {
  private struct Insult {
    var hours: Double
    var size: Double
  }

  let traits: SyntheticAthlete.Traits
  private var insults: [BodyPart: [Insult]] = [:]
  private var exposures: [BodyPart: Double] = [:]

  init(traits: SyntheticAthlete.Traits) { self.traits = traits }

  mutating func work(_ set: WorkSet, atHours hours: Double) {
    guard let exercise = Exercise.with(set.exercise) else { return }
    let reps = Double(set.reps) * (set.side == nil ? 1 : 0.5)
    for (part, share) in exercise.shares {
      let heavy = set.kind == .negative ? 1.0 : 0.35
      let novelty = 1 / (1 + 0.15 * exposures[part, default: 0])
      let size = traits.susceptibility * reps * share * heavy * novelty / 30
      insults[part, default: []].append(Insult(hours: hours, size: size))
      exposures[part, default: 0] += reps * share / 24
    }
  }

  /// What they would say, in whole points, of every body part that isn't at ease.
  func soreness(atHours now: Double, random: inout SeededGenerator) -> [BodyPart: Int] {
    var ratings: [BodyPart: Int] = [:]
    for part in BodyPart.allCases {
      let felt = (insults[part] ?? []).reduce(0.0) { total, insult in
        let age = (now - insult.hours) / (traits.healingHours / 8)
        guard age > 0, age < 30 else { return total }
        // A gamma curve that peaks at 2.5 of its units.
        return total + insult.size * Double.pow(age / 2.5, 2.5) * Double.exp(2.5 - age)
      }
      let points = 7 * (1 - Double.exp(-felt * traits.sorenessScale))
      let said = Int(saturating: (points + 0.5 * random.normal()).rounded())
      if points > 0.3 { ratings[part] = min(10, max(0, said)) }
    }
    return ratings
  }
}

extension SeededGenerator {
  /// A draw from the standard normal distribution (Box and Muller 1958).
  public mutating func normal() -> Double {
    let u = Double.random(in: Double.leastNonzeroMagnitude..<1, using: &self)
    let v = Double.random(in: 0..<1, using: &self)
    return Double.sqrt(-2 * Double.log(u)) * Double.cos(2 * Double.pi * v)
  }
}
