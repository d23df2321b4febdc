public import Lifting
import RealModule

/// A recording of a set that was never lifted: the physics of a lift and of a sensor, truth known.
///
/// The load moves along one line: set-up, unracking, walking out, repetitions of a given tempo and
/// range, racking. A sensor of a given kind, mounted anyhow, with given flaws, sees it. The same
/// parameters give the same recording.
public struct SyntheticRecording: Sendable {
  /// A phase as it was made, its ends where its speed passes a tenth of its own peak.
  public struct Span: Sendable, Hashable {
    public var startSeconds: Double
    public var endSeconds: Double
    public var displacementMeters: Double

    public var seconds: Double { endSeconds - startSeconds }
    public var meanVelocityMetersPerSecond: Double { displacementMeters / seconds }
  }

  /// A repetition as it was made.
  public struct Truth: Sendable, Hashable {
    public var concentric: Span
    public var eccentric: Span
  }

  public let recording: Recording
  public let truth: [Truth]

  public init(_ parameters: Parameters) {
    var maker = Maker(parameters)
    (recording, truth) = maker.make()
  }
}

extension SyntheticRecording {
  /// What is lifted, how, and what sees it.
  public struct Parameters: Sendable, Hashable {
    /// What the sensor is and where it sits.
    public enum Sensor: Sendable, Hashable {
      /// Position of the load; it moves in steps of the resolution.
      case encoder(resolutionMeters: Double)
      /// An inertial sensor that travels with the load: on the bar, or on a wrist that holds it.
      case riding
      /// An inertial sensor on a limb of this length from joint to sensor, which turns with it. The
      /// range is then the angle of the turn times this length.
      case limb(meters: Double)
      /// An inertial sensor below a hand that holds a bar: the forearm swings out by so much and in
      /// again on the way up, and once more on the way down, and turns aside by half of it.
      case swinging(radians: Double)
      /// A joint angle; 180 is straight.
      case joint
      /// Shoulder, elbow and wrist in a picture, in pixels.
      case keypoints
    }

    /// What happens around the repetitions.
    public enum Surroundings: Sendable, Hashable {
      /// Nothing: the recording is cut to the set.
      case none
      /// Out of a rack, some steps back, and back in afterwards.
      case rack(riseMeters: Double, walkSeconds: Double)
      /// The hands take the load from the floor, and leave it there.
      case floor
    }

    public var seed: UInt64 = 1
    public var sensor: Sensor = .riding
    public var rateHz = 100.0
    public var begins: Phase = .eccentric
    public var reps = 5
    public var rangeMeters = 0.5
    public var eccentricSeconds = 2.0
    public var pauseBottomSeconds = 0.0
    public var concentricSeconds = 1.0
    public var pauseTopSeconds = 1.0
    /// The share by which each repetition differs from the plan, one standard deviation.
    public var variation = 0.05
    /// How much longer the last concentric takes than the first, as a share.
    public var fatigue = 0.0
    public var surroundings: Surroundings = .none
    /// Stillness before and after, in seconds.
    public var leadSeconds = 2.0
    public var flaws = Flaws.phone
    /// Whether the sensor reads +1 g along up at rest; else −1 g, as phones of the other kind do.
    public var readsUpAtRest = true
    /// How far the sensor tilts over the range, rad, one way and back with the load.
    public var tiltOverRange = 0.1
    /// How much it sways about whatever it does, rad.
    public var sway = 0.02
    /// The trembling of a hand under load, m/s².
    public var tremor = 0.15
    /// How unevenly it moves along its line, m.
    public var wobbleMeters = 0.001
    /// How far the hand rises before it takes the load, in meters; below 0 it comes down, as to a bar
    /// on the floor, and afterwards goes up again. 0 for a sensor on the load.
    public var approachMeters = 0.0
    /// How far the hand turns meanwhile, rad.
    public var approachRadians = 1.3
    public var hasGyroscope = true
    /// What happens to the sensor beside its flaws.
    public var disturbance = Disturbance()

    public init() {}
  }

  /// What is wrong with a sensor.
  public struct Flaws: Sendable, Hashable {
    /// White noise of one reading, m/s².
    public var accelerationNoise: Double
    /// White noise of one reading, rad/s.
    public var turningNoise: Double
    /// A constant error, m/s².
    public var accelerationBias: Double
    /// A constant error, rad/s.
    public var turningBias: Double
    /// White noise of one position, m; angles and pictures are as noisy for their size.
    public var positionNoise: Double
    /// How unevenly samples come, as a share of a step.
    public var jitter: Double
    /// Gaps a minute, each of 0.1 to 0.6 s.
    public var gapsPerMinute: Double
    /// Where readings are cut off, in g.
    public var rangeInGravities: Double

    public init(
      accelerationNoise: Double, turningNoise: Double, accelerationBias: Double,
      turningBias: Double, positionNoise: Double, jitter: Double, gapsPerMinute: Double,
      rangeInGravities: Double
    ) {
      self.accelerationNoise = accelerationNoise
      self.turningNoise = turningNoise
      self.accelerationBias = accelerationBias
      self.turningBias = turningBias
      self.positionNoise = positionNoise
      self.jitter = jitter
      self.gapsPerMinute = gapsPerMinute
      self.rangeInGravities = rangeInGravities
    }

    /// A good sensor: a laboratory's encoder, a calibrated unit.
    public static let good = Flaws(
      accelerationNoise: 0.005, turningNoise: 0.0005, accelerationBias: 0.01, turningBias: 0.0005,
      positionNoise: 0.0002, jitter: 0, gapsPerMinute: 0, rangeInGravities: 16)
    /// A phone or a watch: 300 µg/√Hz, the noisier of common chips, over 50 Hz.
    public static let phone = Flaws(
      accelerationNoise: 0.02, turningNoise: 0.004, accelerationBias: 0.08, turningBias: 0.01,
      positionNoise: 0.002, jitter: 0.05, gapsPerMinute: 0, rangeInGravities: 8)
    /// A cheap one: noisy, uneven, with gaps.
    public static let cheap = Flaws(
      accelerationNoise: 0.06, turningNoise: 0.02, accelerationBias: 0.2, turningBias: 0.03,
      positionNoise: 0.006, jitter: 0.25, gapsPerMinute: 1, rangeInGravities: 4)

    /// The three by name.
    public static let named: [(name: String, flaws: Flaws)] = [
      ("good", good), ("phone", phone), ("cheap", cheap),
    ]
  }
}
