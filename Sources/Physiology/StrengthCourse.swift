public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// How strength in one exercise went over time: what was shown, and what to believe of the rested
/// strength behind it. It is the course of the belief itself, bout by bout.
public struct StrengthCourse: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var at: Date
    /// The one-rep maximum that the bout's best set speaks for, in kilograms, tired or not.
    public var observedKilograms: Double
    /// The belief after it, without damage and fatigue, in kilograms.
    public var believedKilograms: Interval
  }

  public var exercise: Exercise
  /// In the order of time; at least one.
  public var points: [Point]
  /// What velocities at several loads last said, where they did.
  public var byVelocity: LoadVelocity?

  /// The courses of all exercises with something to say, the most trained first.
  public static func all(in history: History, parameters: ModelParameters = ModelParameters())
    -> [StrengthCourse]
  {
    let end = Date.distantFuture
    var fold = HistoryFold(history, until: end, parameters: parameters, courses: .kept)
    fold.take(history, until: end)
    fold.close()
    return fold.strengthCourses.sorted {
      ($0.points.count, $1.exercise.id) > ($1.points.count, $0.exercise.id)
    }
  }
}
