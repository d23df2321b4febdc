import Lifting
import RealModule

/// What the sensor makes of it.
extension SyntheticBarbellSet.Maker {
  /// What is wrong with this sensor, drawn once.
  private struct Flaws {
    var accelerationError: [Double]
    var scale: [Double]
    var turningError: [Double]
    var turningScale: Double
    var limit: Double
    var sign: Double
    var noise: Double
    var turningNoise: Double
  }

  private mutating func drawnFlaws() -> Flaws {
    let bias = uniform(0.05...0.3) / 1.7
    let turning = uniform(0.002...0.03) / 1.7
    return Flaws(
      accelerationError: (0..<3).map { _ in bias * gaussian() },
      scale: (0..<3).map { _ in 1 + 0.01 * gaussian() },
      turningError: (0..<3).map { _ in turning * gaussian() },
      turningScale: 1 + 0.01 * gaussian(),
      limit: 9.80665 * (happens(0.2) ? 4 : happens(0.5) ? 8 : 16),
      sign: happens(0.5) ? 1 : -1, noise: uniform(0.01...0.06),
      turningNoise: uniform(0.002...0.02))
  }

  /// When samples are taken, and when they are said to be.
  private mutating func clock() -> [(taken: Double, said: Double)] {
    let isBar = parameters.mounting == .bar
    let rate = isBar ? 50.0 : happens(0.33) ? 200.0 : 100.0
    let jitter: Double = isBar ? uniform(0.1...0.5) : uniform(0...0.3)
    let gapsPerMinute: Double = isBar ? uniform(1...6) : (happens(0.3) ? uniform(0.5...2) : 0)
    let comesLate = happens(0.2)
    var times: [(taken: Double, said: Double)] = []
    var silentUntil = -1.0
    for index in 0..<Int(saturating: now * rate) {
      let even = Double(index) / rate
      if happens(gapsPerMinute / 60 / rate) { silentUntil = even + uniform(0.1...0.7) }
      guard even > silentUntil || index == 0 else { continue }
      let taken = max(0, even + jitter / rate * uniform(-0.49...0.49))
      // Some clocks tell when a batch arrived rather than when a sample was taken.
      let late: Double = comesLate && happens(0.02) ? uniform(0...1.5) / rate : 0
      times.append((taken, taken + late))
      if comesLate && happens(0.002) { times.append((taken, taken + late)) }
    }
    return times
  }

  mutating func observe() -> Recording {
    let flaws = drawnFlaws()
    let clock = clock()
    let mounting =
      Rotation.about(2, uniform(-3...3)) * Rotation.about(1, uniform(-1.5...1.5))
      * Rotation.about(0, uniform(-3...3))
    let tilt = (0..<3).map { _ in
      (uniform(0.05...0.3), uniform(0...6), uniform(0.005...0.02))
    }
    let spin = parameters.mounting == .bar ? uniform(0...0.5) : 0
    let tremor = uniform(0.1...0.4)
    let tremors = (0..<3).map { _ in
      (0..<3).map { _ in (2 * Double.pi * uniform(7...12), uniform(0...6), tremor * 0.6) }
    }
    let softness = [uniform(-0.15...0.15), uniform(-0.15...0.15)]
    var recording = Recording(seconds: clock.map(\.said))
    var acceleration = Recording.Vectors(x: [], y: [], z: [])
    var turning = acceleration
    func attitude(_ time: Double) -> Rotation {
      func sway(_ axis: Int) -> Double {
        let (hertz, phase, size) = tilt[axis]
        return size * Double.sin(2 * .pi * hertz * time + phase)
      }
      let height = up.motion(at: time).position
      let pitch = pitch.motion(at: time).position + rhythm(.pitch, at: time) + sway(0)
      let roll = roll.motion(at: time).position + sway(1) + spin * height
      return Rotation.about(2, yaw.motion(at: time).position + sway(2)) * Rotation.about(1, pitch)
        * Rotation.about(0, roll) * mounting
    }
    for (time, _) in clock {
      let vertical = up.motion(at: time).acceleration + rhythmAcceleration(.up, at: time)
      let along = forward.motion(at: time).acceleration + rhythmAcceleration(.forward, at: time)
      var force = [
        along + softness[0] * vertical, softness[1] * vertical, vertical + 9.80665,
      ]
      for impact in impacts where time >= impact.time && time < impact.time + 0.5 {
        let hit = impact.acceleration(at: time)
        for axis in 0..<3 { force[axis] += hit * impact.direction[axis] }
      }
      for axis in 0..<3 {
        for (rate, phase, size) in tremors[axis] {
          force[axis] += size * Double.sin(rate * time + phase)
        }
      }
      let before = attitude(time - 0.002)
      let rotation = attitude(time)
      let rate = rotation.turn(from: before).map { $0 / 0.002 }
      let reading = rotation.turnedBack(force)
      var felt = [0.0, 0.0, 0.0]
      var turned = felt
      for axis in 0..<3 {
        felt[axis] =
          flaws.sign * flaws.scale[axis] * reading[axis] + flaws.accelerationError[axis]
          + flaws.noise * gaussian()
        felt[axis] = min(flaws.limit, max(-flaws.limit, felt[axis]))
        turned[axis] =
          flaws.turningScale * rate[axis] + flaws.turningError[axis]
          + flaws.turningNoise * gaussian()
      }
      acceleration.append(felt)
      turning.append(turned)
    }
    recording.acceleration = acceleration
    if parameters.hasGyroscope { recording.angularRate = turning }
    return recording
  }

  private func rhythm(_ line: Rhythm.Line, at time: Double) -> Double {
    rhythms.reduce(0) { $1.line == line ? $0 + $1.value(at: time) : $0 }
  }

  private func rhythmAcceleration(_ line: Rhythm.Line, at time: Double) -> Double {
    let h = 0.005
    return
      (rhythm(line, at: time + h) - 2 * rhythm(line, at: time) + rhythm(line, at: time - h))
      / (h * h)
  }
}

extension Recording.Vectors {
  fileprivate mutating func append(_ values: [Double]) {
    x.append(values[0])
    y.append(values[1])
    z.append(values[2])
  }
}
