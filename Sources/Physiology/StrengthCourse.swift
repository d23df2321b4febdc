public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// How strength in one exercise went over time: what the sets said, and what to believe.
public struct StrengthCourse: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var at: Date
    /// The one-rep maximum that the session's best set speaks for, in kilograms.
    public var observedKilograms: Double
    /// The belief after it, in kilograms.
    public var believedKilograms: Interval
  }

  public var exercise: Exercise
  /// In the order of time; at least one.
  public var points: [Point]

  /// The courses of all exercises with something to say, the most trained first.
  public static func all(in history: History) -> [StrengthCourse] {
    let bodyMass = history.athlete?.bodyMass ?? .kilograms(75)
    var courses: [Exercise.ID: StrengthCourse] = [:]
    var estimates: [Exercise.ID: StrengthEstimate] = [:]
    for best in bestSets(history, bodyMass: bodyMass) {
      let id = best.exercise.id
      if estimates[id] == nil {
        estimates[id] = StrengthEstimate(
          load: best.kilograms, reps: best.reps, hours: best.at.hours)
      } else {
        estimates[id]?.observe(load: best.kilograms, reps: best.reps, hours: best.at.hours)
      }
      guard let estimate = estimates[id] else { continue }
      func belief(_ z: Double) -> Double {
        estimate.oneRepMaxKilograms(standardDeviations: z, at: best.at.hours)
      }
      courses[id, default: StrengthCourse(exercise: best.exercise, points: [])].points.append(
        Point(
          at: best.at, observedKilograms: best.oneRepMaxKilograms,
          believedKilograms: Interval(low: belief(-1.645), expected: belief(0), high: belief(1.645))
        ))
    }
    return courses.values.sorted {
      ($0.points.count, $1.exercise.id) > ($1.points.count, $0.exercise.id)
    }
  }

  private struct BestSet {
    var at: Date
    var exercise: Exercise
    var kilograms: Double
    var reps: Double
    var oneRepMaxKilograms: Double
  }

  /// The set of each exercise and session that says most, in the order of time.
  private static func bestSets(_ history: History, bodyMass: Mass) -> [BestSet] {
    var done: [BestSet] = []
    var open: [Exercise.ID: BestSet] = [:]
    var last = -Double.infinity
    for set in history.sets where set.value.kind == .normal {
      if set.at.hours - last > AthleteState.boutGapHours {
        done += open.values
        open = [:]
      }
      last = set.at.hours
      let reps = Double(set.value.reps + (set.value.repsInReserve ?? 0))
      guard let exercise = Exercise.with(set.value.exercise),
        let factor = OneRepMaxFormula.consensus(reps: reps)?.factor
      else { continue }
      let kilograms = set.value.load.kilograms(in: exercise, bodyMass: bodyMass)
      guard kilograms > 0, kilograms * factor > open[exercise.id]?.oneRepMaxKilograms ?? 0 else {
        continue
      }
      open[exercise.id] = BestSet(
        at: set.at, exercise: exercise, kilograms: kilograms, reps: reps,
        oneRepMaxKilograms: kilograms * factor)
    }
    done += open.values
    return done.sorted { ($0.at, $0.exercise.id) < ($1.at, $1.exercise.id) }
  }
}
