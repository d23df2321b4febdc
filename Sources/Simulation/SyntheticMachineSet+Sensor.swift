import Lifting
import RealModule

/// What the watch makes of it.
extension SyntheticMachineSet.Maker {
  mutating func observe() -> Recording {
    let rate = 50.0
    let jitter = uniform(0...0.2)
    let mounting =
      Rotation.about(2, uniform(-3...3)) * Rotation.about(1, uniform(-1.5...1.5))
      * Rotation.about(0, uniform(-3...3))
    let offset = (0..<3).map { _ in uniform(-0.2...0.2) }
    let turningOffset = (0..<3).map { _ in uniform(-0.02...0.02) }
    let noise = uniform(0.02...0.06)
    let turningNoise = uniform(0.003...0.02)
    let sign = happens(0.5) ? 1.0 : -1.0
    let tremor = uniform(0.05...0.3)
    let tremors = (0..<3).map { _ in
      (rate: 2 * Double.pi * uniform(7...12), phase: uniform(0...6), size: tremor)
    }
    // Some watches part gravity from the rest, and are a little wrong about it.
    let partsGravity = parameters.hasGyroscope && happens(0.3)
    let tilt = (0..<3).map { _ in (uniform(0.03...0.2), uniform(0...6), uniform(0...0.02)) }
    var recording = Recording(seconds: [])
    var acceleration = Recording.Vectors(x: [], y: [], z: [])
    var gravity = acceleration
    var turning = acceleration
    for index in 0..<Int(saturating: now * rate) {
      let time = (Double(index) + jitter * uniform(-0.49...0.49)) / rate
      let h = 0.008
      let (before, pose, after) = (self.pose(time - h), self.pose(time), self.pose(time + h))
      var force = (0..<3).map { (before[$0] - 2 * pose[$0] + after[$0]) / (h * h) }
      force[2] += 9.80665
      for impact in impacts where time >= impact.time && time < impact.time + 0.5 {
        let hit = impact.acceleration(at: time)
        for axis in 0..<3 { force[axis] += hit * impact.direction[axis] }
      }
      for axis in 0..<3 {
        let (rate, phase, size) = tremors[axis]
        force[axis] += size * Double.sin(rate * time + phase)
      }
      let rotation = Self.attitude(pose) * mounting
      let turned = rotation.turn(from: Self.attitude(before) * mounting).map { $0 / h }
      let felt = rotation.turnedBack(force)
      let up = rotation.turnedBack([0, 0, 9.80665])
      let wrong = tilt.map { $0.2 * Double.sin($0.0 * time + $0.1) }
      let seen = [
        up[0] + wrong[1] * up[2] - wrong[2] * up[1], up[1] + wrong[2] * up[0] - wrong[0] * up[2],
        up[2] + wrong[0] * up[1] - wrong[1] * up[0],
      ]
      recording.seconds.append(time)
      let read = (0..<3).map { sign * (felt[$0] + offset[$0] + noise * gaussian()) }
      acceleration.append(partsGravity ? (0..<3).map { read[$0] - sign * seen[$0] } : read)
      gravity.append(seen.map { sign * $0 })
      turning.append((0..<3).map { turned[$0] + turningOffset[$0] + turningNoise * gaussian() })
    }
    if partsGravity {
      (recording.userAcceleration, recording.gravity) = (acceleration, gravity)
    } else {
      recording.acceleration = acceleration
    }
    if parameters.hasGyroscope { recording.angularRate = turning }
    return recording
  }

  /// Where the wrist is and how it is held: forward, left, up, m; pitch, roll, yaw, rad.
  private func pose(_ time: Double) -> [Double] {
    var pose = way.pose(at: share.motion(at: time).position)
    for line in 0..<6 { pose[line] += tracks[line].motion(at: time).position }
    for rhythm in rhythms { pose[rhythm.line] += rhythm.value(at: time) }
    return pose
  }

  private static func attitude(_ pose: [Double]) -> Rotation {
    Rotation.about(2, pose[5]) * Rotation.about(1, pose[3]) * Rotation.about(0, pose[4])
  }
}

extension Recording.Vectors {
  fileprivate mutating func append(_ values: [Double]) {
    x.append(values[0])
    y.append(values[1])
    z.append(values[2])
  }
}
