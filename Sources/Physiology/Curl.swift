public import Lifting

/// One repetition of a dumbbell curl, as it is meant: what is lifted by whom, how fast, how far.
///
/// Angles are of elbow flexion: 0° is a straight arm. Values outside the ranges given are taken as
/// the nearest within.
public struct Curl: Sendable, Hashable {
  /// 0–200 kg.
  public var loadKilograms: Double
  /// The heaviest load the athlete can curl once, 1–200 kg.
  public var oneRepMaxKilograms: Double
  /// Beats of 0.2 to 60 s. `X` is meant to take 0.4 s; on the way of an `A` something else lifts.
  public var tempo: Tempo
  /// Where the arm is straightest, 0–120°.
  public var bottomDegrees: Double
  /// Where it is bent most, from 10° more to 145°; never so far that the forearm tips over.
  public var topDegrees: Double
  /// How far the upper arm points forward: 0° hangs down, 45° lies on a preacher bench; 0–80°.
  public var upperArmDegrees: Double
  /// How much of the muscle the athlete uses at most, 0–1: 1 is all of it, 0 a limp arm, and what is
  /// between a tired one.
  public var effort: Double

  public init(
    loadKilograms: Double, oneRepMaxKilograms: Double, tempo: Tempo = .ordinary,
    bottomDegrees: Double = 10, topDegrees: Double = 130, upperArmDegrees: Double = 0,
    effort: Double = 1
  ) {
    self.loadKilograms = Muscle.clamped(loadKilograms, to: 0...200)
    self.oneRepMaxKilograms = Muscle.clamped(oneRepMaxKilograms, to: 1...200)
    self.tempo = tempo
    self.upperArmDegrees = Muscle.clamped(upperArmDegrees, to: 0...80)
    let bottom = Muscle.clamped(bottomDegrees, to: 0...120)
    let highest = min(145, 175 - self.upperArmDegrees)
    self.bottomDegrees = min(bottom, highest - 10)
    self.topDegrees = Muscle.clamped(topDegrees, to: (self.bottomDegrees + 10)...highest)
    self.effort = Muscle.clamped(effort, to: 0...1)
  }

  /// The same dumbbell let go at the top with a limp arm.
  public var freeFall: Curl {
    var curl = self
    curl.tempo = .negative(seconds: 60)
    curl.effort = 0
    return curl
  }

  static func seconds(_ beat: Tempo.Beat) -> Double {
    switch beat {
    case .seconds(let seconds): Muscle.clamped(seconds, to: 0.2...60)
    case .fast: 0.4
    case .assisted: 2
    }
  }
}

/// What happened in a curl that was simulated.
public struct CurlRep: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    /// As it was meant.
    case controlled
    /// The load came down much faster than meant, or with much of its weight uncarried; from this angle on the whole muscle couldn't hold it.
    case lost(fromDegrees: Double)
    /// The way up ended at this angle.
    case notLifted(atDegrees: Double)
  }

  /// An instant of it, every fiftieth of a second.
  public struct Sample: Sendable, Hashable {
    public var seconds: Double
    public var phase: Phase
    public var elbowDegrees: Double
    public var elbowDegreesPerSecond: Double
    /// Of the fibres, in maximal shortening velocities, positive where they lengthen.
    public var fibreVelocity: Double
    /// What the muscle does at the elbow, N·m.
    public var torque: Double
    /// What it could do at most at this angle and speed.
    public var greatestTorque: Double
    /// What gravity does to forearm and load.
    public var gravityTorque: Double
  }

  public struct Span: Sendable, Hashable {
    public var phase: Phase
    public var startSeconds: Double
    public var endSeconds: Double
    /// By the muscle: positive where it lifts, negative where it takes up what comes down.
    public var workJoules = 0.0
    /// By what helps on an assisted way up.
    public var helpJoules = 0.0
    /// Rise of forearm and load, negative downward.
    public var heightJoules = 0.0
    /// What the phase costs the athlete in food energy.
    public var metabolicJoules = 0.0
    /// The greatest share of what the muscle could have done at that angle and speed, 0–1.
    public var greatestEffort = 0.0
    /// How much of the load the muscle carried on the way, F/(m·g): work ÷ change of height. 0 is
    /// free fall, 1 all of it. Nil where nothing moves.
    public var control: Double? {
      abs(heightJoules) > 1e-3 ? workJoules / heightJoules : nil
    }
    public var seconds: Double { endSeconds - startSeconds }

    init(phase: Phase, startSeconds: Double) {
      self.phase = phase
      self.startSeconds = startSeconds
      endSeconds = startSeconds
    }
  }

  public internal(set) var outcome = Outcome.controlled
  public internal(set) var samples: [Sample] = []
  /// In their order; pauses that weren't asked for are left out.
  public internal(set) var spans: [Span] = []
  /// What the joint had to stop at the end of a lowering that was lost.
  public internal(set) var impactJoules = 0.0
  /// Energy of motion at the end.
  public internal(set) var kineticJoules = 0.0

  public func span(_ phase: Phase) -> Span? { spans.first { $0.phase == phase } }
  public var seconds: Double { spans.last?.endSeconds ?? 0 }
  public var metabolicJoules: Double { spans.reduce(0) { $0 + $1.metabolicJoules } }
}
