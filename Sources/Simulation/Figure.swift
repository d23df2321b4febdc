import RealModule

/// A figure of sticks in the middle of a repetition: x to its left, y forward, z up, meters.
struct Figure: Sendable {
  enum Side: Double, Sendable { case left = 1, right = -1 }

  struct Part: Sendable, Hashable {
    var joint: String
    var side: Side

    func isOf(_ motion: SyntheticRecording.Picture.Motion) -> Bool {
      guard side == .left else { return false }
      return motion == .squat
        ? ["hip", "knee", "ankle"].contains(joint)
        : ["shoulder", "elbow", "wrist", "hip"].contains(joint)
    }

    func name(_ naming: SyntheticRecording.Picture.Naming) -> String {
      let capital = joint.prefix(1).uppercased() + joint.dropFirst()
      switch naming {
      case .coco: return (side == .left ? "left_" : "right_") + joint
      case .kinect: return capital + (side == .left ? "Left" : "Right")
      case .openPose: return (side == .left ? "L" : "R") + capital
      }
    }
  }

  static let parts = ["shoulder", "elbow", "wrist", "hip", "knee", "ankle"].flatMap {
    [Part(joint: $0, side: .left), Part(joint: $0, side: .right)]
  }
  static let height = 1.75
  private static let (shank, thigh, trunk, upperArm, forearm) = (0.43, 0.43, 0.5, 0.3, 0.26)

  private var places: [Part: SIMD3<Double>] = [:]

  func place(of part: Part) -> SIMD3<Double> { places[part] ?? .zero }

  /// What somebody does who stands about: arms that reach, a body that sways, rad and m.
  struct Fidget {
    var forward = [0.1, 0.1]
    var outward = [0.1, 0.1]
    var bend = [0.2, 0.2]
    var sway = 0.0
    var sink = 0.0
  }

  /// The figure where the muscle has shortened by a share, 0 to 1, or while it walks or stands about.
  init(
    _ picture: SyntheticRecording.Picture, progress: Double, walking: (away: Double, step: Double),
    fidget: Fidget? = nil
  ) {
    if let fidget {
      for (index, side) in [Side.left, .right].enumerated() {
        stand(side)
        for joint in Self.parts where joint.side == side && joint.joint != "ankle" {
          places[joint]?.x += fidget.sway
          places[joint]?.z -= fidget.sink * (joint.joint == "knee" ? 0.5 : 1)
        }
        hang(
          side, forward: fidget.forward[index], outward: fidget.outward[index],
          bend: fidget.bend[index])
      }
      return
    }
    for side in [Side.left, .right] {
      let isWorking = side == .left || !picture.oneSide
      if walking.away != 0 {
        walk(side, walking)
      } else {
        pose(picture, side, isWorking ? progress : 0)
      }
    }
  }

  private mutating func set(
    _ joint: String, _ side: Side, _ y: Double, _ z: Double, out: Double = 0
  ) {
    let half = ["hip", "knee", "ankle"].contains(joint) ? 0.1 : 0.18
    places[Part(joint: joint, side: side)] = [side.rawValue * (half + out), y, z]
  }

  private mutating func walk(_ side: Side, _ walking: (away: Double, step: Double)) {
    let swing = 0.4 * Double.sin(walking.step) * side.rawValue
    stand(side)
    hang(side, forward: -swing, outward: 0.1, bend: 0.2)
    let hip = 0.86
    set("knee", side, Self.thigh * Double.sin(swing), hip - Self.thigh * Double.cos(swing))
    let back = min(0, swing) - 0.2
    set(
      "ankle", side, Self.thigh * Double.sin(swing) + Self.shank * Double.sin(back),
      hip - Self.thigh * Double.cos(swing) - Self.shank * Double.cos(back))
    for joint in Self.parts where joint.side == side {
      places[joint]?.x += walking.away * Self.height
    }
  }

  private mutating func stand(_ side: Side) {
    set("ankle", side, 0, 0.08)
    set("knee", side, 0.02, 0.5)
    set("hip", side, 0, 0.92)
    set("shoulder", side, 0, 1.43)
  }

  /// An arm from its shoulder: raised forward and outward, bent at the elbow, rad.
  private mutating func hang(_ side: Side, forward: Double, outward: Double, bend: Double) {
    let shoulder = place(of: Part(joint: "shoulder", side: side))
    func down(_ forward: Double, _ outward: Double) -> SIMD3<Double> {
      [
        side.rawValue * Double.sin(outward), Double.sin(forward) * Double.cos(outward),
        -Double.cos(forward) * Double.cos(outward),
      ]
    }
    let elbow = shoulder + Self.upperArm * down(forward, outward)
    places[Part(joint: "elbow", side: side)] = elbow
    places[Part(joint: "wrist", side: side)] = elbow + Self.forearm * down(forward + bend, outward)
  }

  /// The elbow of an arm whose hand is fixed, bent toward a direction.
  private mutating func bend(_ side: Side, hand: SIMD3<Double>, toward: SIMD3<Double>) {
    let shoulder = place(of: Part(joint: "shoulder", side: side))
    let way = hand - shoulder
    let length = min((way * way).sum().squareRoot(), 0.999 * (Self.upperArm + Self.forearm))
    let unit = way / max(1e-9, (way * way).sum().squareRoot())
    let square = Self.upperArm * Self.upperArm
    let along = (square - Self.forearm * Self.forearm + length * length) / max(2 * length, 1e-9)
    let aside = max(0, square - along * along).squareRoot()
    var across = toward - (toward * unit).sum() * unit
    across /= max(1e-9, (across * across).sum().squareRoot())
    places[Part(joint: "elbow", side: side)] = shoulder + along * unit + aside * across
    places[Part(joint: "wrist", side: side)] = hand
  }

  private mutating func pose(
    _ picture: SyntheticRecording.Picture, _ side: Side, _ progress: Double
  ) {
    stand(side)
    let out = SIMD3<Double>(side.rawValue, 0, 0)
    switch picture.motion {
    case .squat:
      let deep = 1 - progress
      set(
        "knee", side, Self.shank * Double.sin(0.5 * deep),
        0.08 + Self.shank * Double.cos(0.5 * deep))
      let knee = place(of: Part(joint: "knee", side: side))
      let (back, lean) = (1.45 * deep, 0.7 * deep)
      let hip = (
        knee.y - Self.thigh * Double.sin(back), knee.z + Self.thigh * Double.cos(back)
      )
      set("hip", side, hip.0, hip.1)
      set(
        "shoulder", side, hip.0 + Self.trunk * Double.sin(lean),
        hip.1 + Self.trunk * Double.cos(lean))
      hang(side, forward: 1.4 * deep, outward: 0.1, bend: 0.2)
    case .pushUp:
      let rise = 0.12 + 0.4 * progress
      let slope = Double.asin(rise / 1.4)
      for (joint, along) in [("ankle", 0.08), ("knee", 0.5), ("hip", 0.92), ("shoulder", 1.43)] {
        set(joint, side, along * Double.cos(slope), 0.05 + along * Double.sin(slope))
      }
      let hand = SIMD3(side.rawValue * 0.25, 1.4, 0.03)
      bend(side, hand: hand, toward: out * 0.7 + SIMD3(0, -0.7, 0))
    case .pullUp:
      let kip = picture.kipMeters * Double.sin(.pi * progress)
      let shoulder = 2.2 - 0.53 + 0.45 * progress
      for (joint, below, sway) in [
        ("shoulder", 0, 0.3), ("hip", 0.5, 0.8), ("knee", 0.92, 1.2), ("ankle", 1.3, 0.7),
      ] {
        set(joint, side, kip * sway, shoulder - below)
      }
      bend(side, hand: SIMD3(side.rawValue * 0.3, 0.02, 2.2), toward: out + SIMD3(0, -0.4, -0.5))
    case .lateralRaise: hang(side, forward: 0.05, outward: 0.15 + 1.45 * progress, bend: 0.15)
    case .frontRaise: hang(side, forward: 0.1 + 2.2 * progress, outward: 0.1, bend: 0.1)
    case .curl: hang(side, forward: 0.1, outward: 0.1, bend: 0.15 + 2.1 * progress)
    case .overheadPress:
      let hand = SIMD3(side.rawValue * 0.25, 0.1, 1.5 + 0.47 * progress)
      bend(side, hand: hand, toward: out + SIMD3(0, 0, -0.7))
    }
  }
}
