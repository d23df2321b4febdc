/// Says during an exercise when to stop: control lost in a rep, or lowerings that grow short.
///
/// A sensor, or whoever counts, tells it each lowering; it is a value, so an interrupted exercise goes
/// on where it was.
public struct LoweringWatch: Sendable, Hashable, Codable {
  public enum Verdict: String, Sendable, Hashable, Codable {
    case goOn
    /// The rep was dropped: this set is over.
    case endSet
    /// The muscle is done: this exercise is over.
    case endExercise

    /// What to tell the athlete; nil where there is nothing to say.
    public var sentence: String? {
      switch self {
      case .goOn: nil
      case .endSet: "That one got away from you: the set is over."
      case .endExercise: "Your lowerings have grown short: that’s enough of this exercise."
      }
    }
  }

  /// How long a lowering should take, in seconds.
  public let targetSeconds: Double
  private var firstSeconds: Double?
  private var lastSeconds: Double?

  /// Shorter than this part of the target is a rep that wasn't lowered (Hollander 2007: the 3-s
  /// cadence is the criterion of failure).
  public static let leastOfTarget = SafetyLimits.leastOfTarget
  /// A rep that falls through more than this part of the way wasn't lowered either.
  public static let mostFreeFall = SafetyLimits.mostFreeFall
  /// Two lowerings shorter on average than this part of the first end the exercise; an engineering
  /// margin.
  public static let leastOfFirst = SafetyLimits.leastOfFirst

  public init(targetSeconds: Double) {
    self.targetSeconds = targetSeconds.isFinite ? max(0, targetSeconds) : 0
  }

  /// Takes in a lowering.
  ///
  /// - Parameters:
  ///   - seconds: how long it took; what isn't a positive number counts as dropped.
  ///   - freeFall: the part of the way that fell freely, 0 to 1; 0 where nobody measured it.
  /// - Returns: whether to go on.
  public mutating func lowered(seconds: Double, freeFall: Double = 0) -> Verdict {
    guard seconds.isFinite, seconds > 0 else { return .endSet }
    defer {
      firstSeconds = firstSeconds ?? seconds
      lastSeconds = seconds
    }
    if let firstSeconds, let lastSeconds,
      (lastSeconds + seconds) / 2 < Self.leastOfFirst * firstSeconds
    {
      return .endExercise
    }
    let isDropped = seconds < Self.leastOfTarget * targetSeconds || freeFall > Self.mostFreeFall
    return isDropped ? .endSet : .goOn
  }

  /// How hard it felt, 0 to 10, after a set.
  ///
  /// - Parameters:
  ///   - exertion: the athlete's rating.
  ///   - trainingMonths: who has trained for less than a year stops earlier.
  /// - Returns: whether to go on.
  public static func rated(exertion: Double, trainingMonths: Int) -> Verdict {
    exertion
      >= (trainingMonths < 12 ? SafetyLimits.mostExertionAtFirst : SafetyLimits.mostExertion)
      ? .endExercise : .goOn
  }
}
