public import Lifting
import RealModule

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// All that the models know of an athlete at an instant, folded from their facts.
///
/// The fold depends only on which facts there are and when they happened. It can be resumed: what a
/// state has folded needn't be folded again when later facts come.
public struct AthleteState: Sendable {
  /// Sets less than this far apart belong to one bout.
  static let boutGapHours = 6.0

  public var parameters: ModelParameters { fold.parameters }
  /// By exercise, where a set or a test told something about it.
  public let strength: [Exercise.ID: StrengthEstimate]
  /// Where the facts end, with the last bout still open.
  private let fold: HistoryFold
  /// The same with the last bout absorbed.
  private var closed: HistoryFold

  /// Folds everything that happened up to an instant.
  public init(_ history: History, at now: Date, parameters: ModelParameters = ModelParameters()) {
    var fold = HistoryFold(history, until: now, parameters: parameters)
    fold.take(history, until: now)
    self.init(fold)
  }

  /// The state at a later instant, from this one and all that is known then.
  ///
  /// The same as folding the history anew, provided that nothing in it up to this state's instant was
  /// added or corrected since; where something was, fold anew.
  public func resumed(with history: History, at now: Date) -> AthleteState {
    var fold = fold
    fold.take(history, until: now)
    return AthleteState(fold)
  }

  private init(_ fold: HistoryFold) {
    self.fold = fold
    closed = fold
    closed.close()
    strength = closed.strength
  }

  /// What the body parts are like at an instant that isn't before the last fact.
  public func readiness(at instant: Date) -> [BodyPart: Readiness] {
    let hours = instant.hours
    let people = closed.belief.people
    return BodyPart.allCases.enumerated().reduce(into: [:]) { readiness, entry in
      var muscle = closed.muscles[entry.offset]
      muscle.advance(to: hours, of: people)
      readiness[entry.element] = Readiness(
        strength: closed.belief.strength(muscle.strength),
        soreness: closed.belief.soreness(
          of: entry.offset,
          expectedMillimetres: muscle.sorenessMillimetres(at: hours, of: people)),
        strengthADayAfterLastBout: closed.belief.interval(muscle.strengthADayAfterLastBout))
    }
  }

  var belief: PeopleBelief { closed.belief }

  /// A body part, with the last bout absorbed.
  func muscle(_ part: BodyPart) -> MuscleState? {
    BodyPart.allCases.firstIndex(of: part).map { closed.muscles[$0] }
  }

  /// What is believed of the person, against the average of the population.
  public var traits: Traits {
    let susceptibility = closed.belief.logarithm(of: \.susceptibilities)
    let protection = closed.belief.logarithm(of: \.protections)
    let recovery = closed.belief.logarithm(of: \.recoveries)
    return Traits(
      susceptibility: Double.exp(susceptibility.mean),
      recoveryTime: Double.exp(recovery.mean),
      protection: Double.exp(protection.mean),
      susceptibilityRange: Self.range(susceptibility),
      recoveryTimeRange: Self.range(recovery),
      protectionRange: Self.range(protection),
      sorenessScales: Dictionary(
        uniqueKeysWithValues: BodyPart.allCases.enumerated().map {
          ($0.element, closed.belief.sorenessScale(of: $0.offset))
        }))
  }

  /// What holds 90 % of a belief about a logarithm, as factors.
  private static func range(_ belief: SorenessScales.Normal) -> ClosedRange<Double> {
    let half = 1.645 * belief.variance.squareRoot()
    return Double.exp(belief.mean - half)...Double.exp(belief.mean + half)
  }

  /// What velocities at several loads last said of the one-rep maximum, by exercise where they did. It
  /// is part of ``strength``.
  public var loadVelocity: [Exercise.ID: LoadVelocity] { closed.loadVelocity }

  /// How a person differs from the average of the population; 1 is the average.
  public struct Traits: Sendable, Hashable {
    /// Damage by the same dose.
    public var susceptibility: Double
    /// How long damage and soreness last.
    public var recoveryTime: Double
    /// How much what they do protects them: the power of the share of damage that gets through in the
    /// average person after the same bouts.
    public var protection: Double
    /// What holds 90 % of the belief about each.
    public var susceptibilityRange: ClosedRange<Double>
    public var recoveryTimeRange: ClosedRange<Double>
    public var protectionRange: ClosedRange<Double>
    /// Soreness by the same damage.
    public var sorenessScales: [BodyPart: Double]
  }

  /// The state after a session, as if it were done now in one go.
  public func after(_ session: [Stimulus], at instant: Date) -> AthleteState {
    var later = self
    later.closed.absorb(session, at: instant.hours)
    return later
  }
}

/// What a body part can do and how it feels.
public struct Readiness: Sendable, Hashable {
  /// Of the rested strength, 0 to 1.
  public let strength: Interval
  /// As the athlete would rate it, 0 to 10.
  public let soreness: Interval
  /// Strength a day after the last bout, 0 to 1: how hard it was. 1 where there was none.
  public let strengthADayAfterLastBout: Interval
}

extension Date {
  /// Hours since 1970, the models' clock.
  var hours: Double { timeIntervalSince1970 / 3600 }
}
