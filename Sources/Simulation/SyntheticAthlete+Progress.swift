public import Lifting
import RealModule

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Somebody who trains one lift, whose true strength is known week by week: for judging what finds
/// plateaus.
public struct SyntheticProgress: Sendable {
  public struct Parameters: Sendable, Hashable {
    public var seed: UInt64 = 1
    public var exercise: Exercise.ID = "bench-press"
    public var weeks = 24
    public var sessionsPerWeek = 3
    public var startKilograms = 80.0
    /// True gain a week as a fraction, until it stalls.
    public var gainPerWeek = 0.01
    /// The week from which nothing is gained any more; nil for a steady gainer.
    public var stallsAtWeek: Double?
    /// Weeks in which next to nothing is trained.
    public var missedWeeks: Range<Int> = 0..<0
    /// Weeks in which the weights are light on purpose.
    public var deloadWeeks: Range<Int> = 0..<0
    /// How much strength differs from day to day, as a fraction.
    public var dayScatter = 0.02
    /// By how many reps people misjudge what they have left.
    public var reserveError = 0.7
    /// Share of the sessions that don't happen.
    public var skips = 0.1

    public init() {}
  }

  public let parameters: Parameters

  public init(_ parameters: Parameters) { self.parameters = parameters }

  /// True strength after so many weeks, in kilograms.
  public func strengthKilograms(week: Double) -> Double {
    parameters.startKilograms
      * Double.exp(parameters.gainPerWeek * min(week, parameters.stallsAtWeek ?? week))
  }

  /// All that was done, week 0 beginning at an instant.
  public func history(from start: Date) -> History {
    var random = SeededGenerator(seed: parameters.seed)
    var history = History()
    history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 24)
    history.screening = Screening()
    let count = max(1, parameters.sessionsPerWeek)
    for session in 0..<(max(0, parameters.weeks) * count) {
      let week = Double(session) / Double(count)
      let isSkipped = Double.random(in: 0..<1, using: &random) < parameters.skips
      let today =
        strengthKilograms(week: week) * Double.exp(parameters.dayScatter * random.normal())
      let isMissed = parameters.missedWeeks.contains(session / count) && session % count > 0
      guard !isSkipped, !isMissed else { continue }
      let at = start.addingTimeInterval(week * 7 * 86_400)
      let share = parameters.deloadWeeks.contains(session / count) ? 0.65 : 0.8
      let load = Mass.kilograms(strengthKilograms(week: week) * share)
        .roundedDown(to: .kilograms(2.5))
      for set in 0..<3 {
        history.sets.append(
          Dated(
            at: at.addingTimeInterval(Double(set) * 240),
            done(load, strength: today * (1 - 0.015 * Double(set)), random: &random)))
      }
    }
    return history
  }

  /// Five reps, or as many as go, and a guess at how many are left.
  private func done(
    _ load: Mass, strength: Double, random: inout SeededGenerator
  ) -> WorkSet {
    let possible = load.kilograms > 0 ? max(0, 30 * (strength / load.kilograms - 1)) : 20
    let reps = Int(saturating: min(5, possible.rounded(.down)))
    let guess = possible - Double(reps) + parameters.reserveError * random.normal()
    return WorkSet(
      exercise: parameters.exercise, load: .external(load), reps: reps,
      repsInReserve: Int(saturating: max(0, min(10, guess.rounded()))))
  }
}
