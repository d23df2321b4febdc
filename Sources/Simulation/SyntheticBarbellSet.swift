public import Lifting

/// A set of a heavy barbell lift as a watch on the wrist, or a clip on the bar, records it in a gym.
///
/// Where ``SyntheticRecording`` is a plan carried out well, this is what real sets are like: steps,
/// bumps and bangs around the set, long breaths between repetitions, grinding with a sticking dip,
/// set-up tugs, regripping, wrists that give way, bars that are let drop, failed last attempts,
/// sensors with errors of all kinds. Everything is drawn from the seed; the truth is known.
public struct SyntheticBarbellSet: Sendable {
  public enum Lift: String, Sendable, Hashable, CaseIterable {
    case squat
    case benchPress = "bench-press"
    case inclinePress = "incline-bench-press"
    case deadlift
    case row = "barbell-row"

    var beginsLifting: Bool { self == .deadlift || self == .row }
  }

  /// Where the sensor sits.
  public enum Mounting: Sendable, Hashable {
    /// On a watch: it also shows the hand before and after the set, and 100 to 200 samples a second.
    case wrist
    /// On the bar, which spins in its grip: uneven 50 samples a second, with gaps.
    case bar
  }

  public struct Parameters: Sendable, Hashable {
    public var seed: UInt64 = 1
    public var lift: Lift = .squat
    public var mounting: Mounting = .wrist
    public var reps = 5
    public var hasGyroscope = true

    public init() {}
  }

  /// A repetition as it was made.
  public struct Rep: Sendable, Hashable {
    /// From its lowest to its highest place, its ends where its speed passes a tenth of its own peak.
    public var concentric: SyntheticRecording.Span
    /// Nil where the bar was dropped.
    public var eccentric: SyntheticRecording.Span?
    /// m, on the way up.
    public var rangeMeters: Double
    /// As an encoder has it: the way up over all of its time, m/s.
    public var meanVelocityMetersPerSecond: Double
  }

  public let recording: Recording
  public let reps: [Rep]
  /// Whether an attempt that failed follows the last repetition.
  public let endsInFailure: Bool

  public init(_ parameters: Parameters) {
    var maker = Maker(parameters)
    (recording, reps, endsInFailure) = maker.make()
  }
}
