public import Lifting
import RealModule

extension SyntheticRecording {
  /// A set as a tracker of body landmarks sees it in a camera's picture.
  public struct Picture: Sendable, Hashable {
    public enum Motion: String, Sendable, Hashable, CaseIterable {
      case squat, pushUp, pullUp, lateralRaise, frontRaise, curl, overheadPress

      /// The catalog's exercise that moves so.
      public var exercise: Exercise.ID {
        switch self {
        case .squat: "bodyweight-squat"
        case .pushUp: "push-up"
        case .pullUp: "pull-up"
        case .lateralRaise: "shoulder-abduction"
        case .frontRaise: "shoulder-forward-elevation"
        case .curl: "biceps-curl"
        case .overheadPress: "dumbbell-shoulder-press"
        }
      }

      var begins: Phase { self == .squat || self == .pushUp ? .eccentric : .concentric }
    }

    public enum Naming: Sendable, Hashable, CaseIterable {
      /// `left_elbow`.
      case coco
      /// `ElbowLeft`.
      case kinect
      /// `LElbow`.
      case openPose
    }

    public var seed: UInt64 = 1
    public var motion: Motion = .squat
    public var rateHz = 30.0
    public var reps = 5
    public var eccentricSeconds = 2.0
    public var concentricSeconds = 1.5
    public var pauseTopSeconds = 0.5
    public var pauseBottomSeconds = 0.5
    /// The share by which each repetition differs from the plan, one standard deviation.
    public var variation = 0.08
    /// How much of the joint's way is gone, 0 to 1.
    public var depth = 1.0
    /// Whether the left limb alone works, in what one limb can do.
    public var oneSide = false
    /// From where the camera looks: 0 from the front, π/2 from the side, rad.
    public var azimuth = 0.0
    /// How far it looks down, rad.
    public var elevation = 0.1
    /// How high the body is in the picture, in its unit: 400 pixels, or a share of 1.
    public var bodyHeight = 400.0
    /// A landmark's jitter, as a share of the body's height, half of it from frame to frame and
    /// half slower.
    public var jitter = 0.01
    /// How often a landmark jumps away or left and right are swapped, as a share of frames.
    public var outliers = 0.0
    /// How often a landmark gets lost, times a minute, each for 0.3 to 2 s.
    public var lossesPerMinute = 0.0
    /// The share of frames that are dropped.
    public var droppedFrames = 0.0
    /// How far the camera wanders, as a share of the body's height.
    public var cameraWander = 0.0
    /// How long the athlete walks in before the set, and out after it, s.
    public var walkSeconds = 0.0
    /// How long the athlete stands about before the set and after it, reaching, scratching and shifting
    /// weight, s.
    public var standSeconds = 0.0
    /// Whether the picture is cut to the body in every frame, so that its box has always the same size and
    /// landmarks are shares of it.
    public var isBoxed = false
    /// How far hips and legs swing in a pull-up, m.
    public var kipMeters = 0.0
    public var naming: Naming = .coco
    /// Whether the tracker says how sure it is.
    public var hasScores = true
    /// Whether only the joints of the working limb are given.
    public var onlyWorkingLimb = false

    public init() {}
  }

  /// A picture with its truth: how far the joint has gone, and when.
  public init(_ picture: Picture) {
    var camera = Camera(picture)
    (recording, truth) = camera.record()
  }
}

extension SyntheticRecording.Picture {
  /// A set as anyone might film it: tempo, holds, camera, tracker and surroundings drawn at random.
  public static func anyone(_ motion: Motion, seed: UInt64) -> SyntheticRecording.Picture {
    var random = SeededGenerator(seed: seed &* 48_271 &+ 11)
    func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    var picture = SyntheticRecording.Picture()
    picture.seed = seed
    picture.motion = motion
    picture.rateHz = [15, 24, 25, 30, 30, 60][Int(saturating: draw(0...5.99))]
    picture.reps = Int(saturating: draw(1...20.99))
    let isRaise = motion == .lateralRaise || motion == .frontRaise
    let isSlow = draw(0...1) < (isRaise ? 0.5 : 0.3)
    picture.eccentricSeconds = isSlow ? draw(3...7) : draw(0.6...2.5)
    picture.concentricSeconds = isSlow ? draw(1...6) : draw(0.5...1.5)
    let holds = isRaise && draw(0...1) < 0.5
    picture.pauseTopSeconds = holds ? draw(3...10) : draw(0...1.5)
    picture.pauseBottomSeconds = draw(0...2)
    picture.depth = draw(0.6...1)
    picture.oneSide = isRaise && draw(0...1) < 0.5
    picture.azimuth = draw(-0.3...1.6)
    picture.elevation = draw(-0.1...0.4)
    picture.bodyHeight = draw(0...1) < 0.5 ? draw(150...900) : draw(0.3...0.9)
    picture.jitter = draw(0.003...0.02)
    picture.outliers = draw(0...0.03)
    picture.lossesPerMinute = draw(0...4)
    picture.droppedFrames = draw(0...0.1)
    picture.cameraWander = draw(0...0.1)
    picture.walkSeconds = draw(0...1) < 0.5 ? draw(2...6) : 0
    picture.kipMeters = motion == .pullUp && draw(0...1) < 0.4 ? draw(0.05...0.3) : 0
    picture.naming = Naming.allCases[Int(saturating: draw(0...2.99))]
    picture.hasScores = draw(0...1) < 0.6
    picture.onlyWorkingLimb = draw(0...1) < 0.2
    return picture
  }
}
