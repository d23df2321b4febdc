import Lifting
import RealModule

/// A sum of a few sine waves: smooth, without end, without a pattern.
private struct Wander {
  var waves: [(amplitude: Double, rate: Double, phase: Double)] = []

  init(
    _ maker: inout SyntheticRecording.Maker, amplitude: Double, hertz: ClosedRange<Double>
  ) {
    for _ in 0..<4 {
      waves.append(
        (amplitude / 2, 2 * .pi * maker.uniform(hertz), maker.uniform(0...(2 * .pi))))
    }
  }

  /// The same as a sensor sees it that averages over its step.
  func averaged(over step: Double) -> Wander {
    var seen = self
    for index in seen.waves.indices {
      let half = 0.5 * seen.waves[index].rate * step
      seen.waves[index].amplitude *= half > 0 ? Double.sin(half) / half : 1
    }
    return seen
  }

  func value(at time: Double) -> Double {
    waves.reduce(0) { $0 + $1.amplitude * Double.sin($1.rate * time + $1.phase) }
  }

  func curvature(at time: Double) -> Double {
    waves.reduce(0) {
      $0 - $1.amplitude * $1.rate * $1.rate * Double.sin($1.rate * time + $1.phase)
    }
  }
}

extension SyntheticRecording.Maker {
  /// What an inertial sensor reads on this course.
  mutating func observe(_ recording: inout Recording) {
    let flaws = parameters.flaws
    let tilt = Wander(&self, amplitude: parameters.sway, hertz: 0.05...0.6)
    let roll = Wander(&self, amplitude: parameters.sway, hertz: 0.05...0.6)
    let wobble = Wander(&self, amplitude: parameters.wobbleMeters, hertz: 0.5...2)
    let tremors = (0..<3).map { _ in
      Wander(&self, amplitude: parameters.tremor, hertz: 7...12)
        .averaged(over: 1 / max(1, parameters.rateHz))
    }
    let mounting =
      Rotation.about(2, uniform(-3...3)) * Rotation.about(1, uniform(-1.5...1.5))
      * Rotation.about(0, uniform(-3...3))
    let accelerationBias = (0..<3).map { _ in gaussian() * flaws.accelerationBias / 1.7 }
    let turningBias = (0..<3).map { _ in gaussian() * flaws.turningBias / 1.7 }
    let sign = parameters.readsUpAtRest ? 1.0 : -1.0
    let gravity = 9.80665
    let limit = flaws.rangeInGravities * gravity
    let swing = uniform(-0.5...0.5)
    let disturbance = parameters.disturbance
    let bangs = bangs

    var acceleration = Recording.Vectors(x: [], y: [], z: [])
    var turning = Recording.Vectors(x: [], y: [], z: [])
    var previous: (time: Double, rotation: Rotation)?
    for time in recording.seconds {
      let progress = course.motion(at: time).position / max(parameters.rangeMeters, 1e-6)
      var force: [Double]
      var rotation: Rotation
      switch parameters.sensor {
      case .limb(let length):
        let radius = max(length, 0.05)
        let angle = position(at: time) / radius - 0.5 * parameters.rangeMeters / radius
        let slope = 500 * (position(at: time + 0.001) - position(at: time - 0.001)) / radius
        let along = self.acceleration(at: time) / radius
        let (c, s) = (Double.cos(angle), Double.sin(angle))
        force = [
          radius * (-along * s - slope * slope * c), 0,
          radius * (along * c - slope * slope * s) + gravity,
        ]
        rotation = Rotation.about(1, -angle)
      case .swinging(let out):
        force = [0, 0, gravity]
        rotation =
          Rotation.about(0, out * Double.sin(.pi * progress))
          * Rotation.about(1, 0.5 * out * progress)
      default:
        let still = isLying(at: time)
        let up = self.acceleration(at: time) + (still ? 0 : wobble.curvature(at: time))
        force = [0.15 * up, 0.05 * up, up + gravity]
        rotation = Rotation.about(0, parameters.tiltOverRange * progress + self.roll(at: progress))
      }
      for axis in 0..<3 where !isLying(at: time) { force[axis] += tremors[axis].value(at: time) }
      for bang in bangs where time >= bang.time && time < bang.time + 0.5 {
        let hit = bang.acceleration(at: time)
        for axis in 0..<3 { force[axis] += hit * bang.direction[axis] }
      }
      let held = heldSeconds(until: time)
      rotation =
        Rotation.about(1, tilt.value(at: held)) * Rotation.about(0, roll.value(at: held))
        * Rotation.about(0, gesture.motion(at: time).position)
        * Rotation.about(2, swing * gesture.motion(at: time).position) * rotation * mounting
      var reading = rotation.turnedBack(force)
      for axis in 0..<3 {
        reading[axis] = sign * (1 + disturbance.scaleError) * reading[axis]
        reading[axis] += accelerationBias[axis] + disturbance.driftPerMinute * time / 60
        reading[axis] += gaussian() * flaws.accelerationNoise
        reading[axis] = min(limit, max(-limit, reading[axis]))
      }
      acceleration.x.append(reading[0])
      acceleration.y.append(reading[1])
      acceleration.z.append(reading[2])
      var turn = [0.0, 0.0, 0.0]
      if let previous, time > previous.time {
        turn = rotation.turn(from: previous.rotation).map { $0 / (time - previous.time) }
      }
      previous = (time, rotation)
      turning.x.append(turn[0] + turningBias[0] + gaussian() * flaws.turningNoise)
      turning.y.append(turn[1] + turningBias[1] + gaussian() * flaws.turningNoise)
      turning.z.append(turn[2] + turningBias[2] + gaussian() * flaws.turningNoise)
    }
    recording.acceleration = acceleration
    if parameters.hasGyroscope { recording.angularRate = turning }
  }

}
