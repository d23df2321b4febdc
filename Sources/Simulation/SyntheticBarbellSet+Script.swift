import Lifting
import RealModule

/// What happens, in the order in which it happens.
extension SyntheticBarbellSet.Maker {
  private var isWrist: Bool { parameters.mounting == .wrist }

  // MARK: Before and after, as the hand has it

  /// Walking up with swinging arms, other motions, and the hands to the bar.
  mutating func arrive() {
    turn(1.0, in: 0.05...0.06)
    now += 0.1
    if happens(0.5) { stroll(uniform(2...8)) }
    if happens(0.5) { potter(uniform(3...20)) }
    wait(0.3...2)
    let height: ClosedRange<Double> =
      switch parameters.lift {
      case .squat: 0.3...0.6
      case .benchPress, .inclinePress: 0.3...0.7
      case .deadlift, .row: -0.7...(-0.4)
      }
    reach(uniform(height))
    fidget(0...3)
    wait(0.5...4)
  }

  mutating func leave() {
    wait(0.2...1.5)
    let height: ClosedRange<Double> =
      switch parameters.lift {
      case .squat: -0.6...(-0.3)
      case .benchPress, .inclinePress: -0.6...(-0.2)
      case .deadlift, .row: 0.4...0.7
      }
    reach(uniform(height))
    if happens(0.5) { stroll(uniform(2...8)) }
    if happens(0.5) { potter(uniform(3...20)) }
    // The recording is stopped: the watch comes up to the eyes.
    reach(uniform(0.2...0.4))
    wait(0.3...1.5)
  }

  /// The hand goes to or from the bar, turning.
  private mutating func reach(_ way: Double) {
    let seconds = uniform(0.7...1.6)
    up.move(by: way, at: now, in: seconds)
    forward.move(by: uniform(-0.3...0.4), at: now, in: seconds)
    // A forearm hangs at a bar on the floor as it hangs at rest; at a rack it is lifted.
    if !parameters.lift.beginsLifting {
      roll.move(by: (way > 0 ? 1 : -1) * uniform(0.8...2.2), at: now, in: seconds)
    }
    turn(0.4, in: seconds...seconds)
    now += seconds
    if happens(0.4) { bang(1...6) }
  }

  /// Walking with swinging arms.
  private mutating func stroll(_ seconds: Double) {
    let hertz = uniform(0.8...1.1)
    let swing = uniform(0.2...0.5)
    rhythms.append(
      Rhythm(line: .pitch, from: now, to: now + seconds, hertz: hertz, amplitude: swing))
    rhythms.append(
      Rhythm(line: .forward, from: now, to: now + seconds, hertz: hertz, amplitude: 0.5 * swing))
    rhythms.append(
      Rhythm(line: .up, from: now, to: now + seconds, hertz: 2 * hertz, amplitude: 0.025))
    let end = now + seconds
    while now < end {
      bang(1...4)
      now += 0.5 / hertz
    }
    now = end
  }

  /// Other things that hands do: scratching, chalking, turning a collar, pointing.
  private mutating func potter(_ seconds: Double) {
    let end = now + seconds
    while now < end {
      let way = uniform(0.05...0.45)
      let back = way * uniform(0.6...1.3)
      let (there, again) = (uniform(0.4...1.2), uniform(0.4...1.2))
      turn(0.5, in: there...(there + 0.01))
      up.move(by: way, at: now, in: there)
      now += there
      wait(0...2.5)
      turn(0.5, in: again...(again + 0.01))
      up.move(by: -back, at: now, in: again)
      now += again
      wait(0...4)
    }
  }

  // MARK: The set

  /// The set; whether a failed attempt ends it.
  mutating func perform() -> Bool {
    switch parameters.lift {
    case .squat: squats()
    case .benchPress, .inclinePress: presses()
    case .deadlift: deadlifts()
    case .row: rows()
    }
  }

  private mutating func squats() -> Bool {
    range = uniform(0.45...0.7)
    let rise = uniform(0.04...0.1)
    up.move(by: rise, at: now, in: uniform(0.4...0.9))
    if isWrist { turn(0.08, in: 0.4...0.8) }
    now += 0.4
    bang(2...8)
    wait(0.3...1)
    steps(Int(saturating: uniform(2...4.99)), forward: -0.2, lift: 0.012, jolt: 3)
    breathe(uniform(1...6), meters: uniform(0.003...0.008))
    topLevel = up.level
    let isHeavy = happens(0.6)
    let lean = uniform(0.05...0.25)
    for index in 0..<parameters.reps {
      lower(range * (1 + 0.02 * gaussian()), in: uniform(0.9...2.5), tilt: lean)
      if happens(0.3) { wait(0.2...1.2) }
      lift(to: topLevel, isHeavy: isHeavy && happens(0.6), tired: index, tilt: -lean)
      if index + 1 < parameters.reps {
        breathe(isHeavy ? uniform(1...6) : uniform(0.2...1.5), meters: uniform(0.004...0.01))
      }
    }
    breathe(uniform(0.5...2), meters: 0.005)
    steps(Int(saturating: uniform(1...3.99)), forward: 0.25, lift: 0.012, jolt: 3)
    bang(6...50)
    up.move(by: -rise, at: now, in: uniform(0.25...0.7))
    now += 0.3
    bang(10...60)
    wait(0.3...1)
    return false
  }

  private mutating func presses() -> Bool {
    range = uniform(0.22...0.42)
    let rise = uniform(0.02...0.08)
    let out = uniform(0.1...0.25)
    // Straight up and over, or handed off by a spotter.
    let seconds = uniform(0.6...1.4)
    up.move(by: rise, at: now, in: seconds)
    if happens(0.5) { bang(2...8) }
    forward.move(by: out, at: now + 0.4 * seconds, in: seconds)
    now += 1.4 * seconds
    if happens(0.6) { up.move(by: -0.5 * rise, at: now, in: uniform(0.4...1)) }
    if isWrist { turn(0.08, in: 0.4...0.8) }
    breathe(uniform(0.6...4), meters: uniform(0.002...0.005))
    topLevel = up.level
    let isHeavy = happens(0.6)
    let isPaused = happens(0.5)
    let bend = isWrist ? uniform(0.15...0.45) : 0
    for index in 0..<parameters.reps {
      lower(range * (1 + 0.02 * gaussian()), in: uniform(0.8...3), tilt: bend)
      forward.move(by: -0.08, at: now - 0.8, in: 0.8)
      if isPaused { wait(0.3...2) }
      forward.move(by: 0.08, at: now + 0.2, in: 0.8)
      lift(to: topLevel, isHeavy: isHeavy && happens(0.6), tired: index, tilt: -bend)
      if index + 1 < parameters.reps {
        breathe(isHeavy ? uniform(0.5...4) : uniform(0.1...1), meters: uniform(0.002...0.005))
      }
    }
    let failed = happens(0.08) && parameters.reps > 1
    if failed { fail(tilt: bend) }
    breathe(uniform(0.3...1.5), meters: 0.003)
    let way = uniform(0.5...1.1)
    forward.move(by: -out, at: now, in: way)
    up.move(by: 0.03, at: now, in: 0.5 * way)
    now += way
    bang(5...40)
    up.move(by: -0.03 - 0.5 * rise, at: now, in: uniform(0.2...0.5))
    now += 0.25
    bang(10...60)
    wait(0.3...1)
    return failed
  }

  private mutating func deadlifts() -> Bool {
    range = uniform(0.42...0.6)
    let touchesAndGoes = happens(0.35)
    let isHeavy = happens(0.6)
    for index in 0..<parameters.reps {
      if index == 0 || !touchesAndGoes { setUp(isFirst: index == 0) }
      lift(
        to: up.level + range * (1 + 0.015 * gaussian()), isHeavy: isHeavy, tired: index, tilt: 0.1)
      wait(0.2...1.6)
      let drops = !touchesAndGoes && (index + 1 == parameters.reps ? happens(0.2) : happens(0.05))
      let down = up.level - floorLevel
      if drops { drop(down) } else { lower(down, in: uniform(0.6...1.8), tilt: -0.1) }
      bang(touchesAndGoes ? 5...25 : 15...80)
      if touchesAndGoes, index + 1 < parameters.reps {
        // The plates bounce.
        let bounce = uniform(0.005...0.02)
        up.move(by: bounce, at: now, in: 0.1)
        up.move(by: -bounce, at: now + 0.1, in: 0.1)
        now += uniform(0.1...0.35)
      }
    }
    wait(0.2...0.8)
    return false
  }

  private mutating func setUp(isFirst: Bool) {
    if isFirst { floorLevel = up.level }
    if isWrist, !isFirst, happens(0.6) {
      // Hands off, and on again nearly as before.
      let (tilt, twist) = (0.3 * gaussian(), 0.3 * gaussian())
      pitch.move(by: tilt, at: now, in: 0.5)
      roll.move(by: twist, at: now, in: 0.5)
      up.move(by: uniform(0.01...0.05), at: now, in: 0.4)
      wait(0.5...1.5)
      pitch.move(by: -tilt, at: now, in: 0.5)
      roll.move(by: -twist, at: now, in: 0.5)
      turn(0.06, in: 0.3...0.6)
      up.move(by: floorLevel - up.level, at: now, in: 0.4)
      now += 0.5
    }
    wait(isFirst ? 0.5...2 : 0.5...4)
    for _ in 0..<Int(saturating: uniform(0...3.5)) {
      let tug = uniform(0.005...0.02)
      up.move(by: tug, at: now, in: uniform(0.15...0.3))
      now += uniform(0.3...0.6)
      up.move(by: floorLevel - up.level, at: now, in: uniform(0.15...0.3))
      wait(0.3...0.8)
    }
  }

  private mutating func rows() -> Bool {
    range = uniform(0.28...0.45)
    let fromFloor = happens(0.6)
    let taken = fromFloor ? uniform(0.15...0.6) : -uniform(0.05...0.3)
    up.move(by: taken, at: now, in: uniform(0.7...1.6))
    if isWrist { turn(0.1, in: 0.6...1) }
    now += 1.6
    if happens(0.4) { steps(2, forward: -0.2, lift: 0.01, jolt: 3) }
    if fromFloor, happens(0.5) {
      // Bending over into the start.
      up.move(by: -0.7 * taken, at: now, in: uniform(0.8...1.6))
      now += 1.6
    }
    breathe(uniform(0.5...3), meters: 0.004)
    let swing = uniform(0...0.08)
    let hang = up.level
    for index in 0..<parameters.reps {
      let turned = isWrist ? uniform(0.1...0.4) : 0
      if happens(0.5) {
        up.move(by: swing, at: now + 0.1, in: 0.8)
        up.move(by: -swing, at: now + 1, in: 1.2)
      }
      lift(to: hang + range * (1 + 0.05 * gaussian()), isHeavy: false, tired: index, tilt: turned)
      wait(0...0.6)
      lower(lifted - hang, in: uniform(0.6...2), tilt: -turned)
      if index + 1 < parameters.reps { wait(0.1...1.5) }
    }
    wait(0.3...1.5)
    up.move(by: -0.8 * max(0.1, taken), at: now, in: uniform(0.8...1.6))
    now += 1.7
    bang(5...50)
    return false
  }

  // MARK: Phases

  private mutating func lower(_ way: Double, in seconds: Double, tilt: Double) {
    let rise = min(uniform(0.3...0.5), uniform(0.4...0.7) / seconds)
    let fall = min(uniform(0.25...0.45), uniform(0.3...0.6) / seconds)
    up.move(by: -way, at: now, in: seconds, rise: rise, fall: fall)
    pitch.move(by: tilt * uniform(0.8...1.2), at: now, in: seconds)
    lowerings.append((now, now + seconds))
    now += seconds
  }

  private mutating func lift(to target: Double, isHeavy: Bool, tired: Int, tilt: Double) {
    let way = target - up.level
    let start = now
    let seconds = isHeavy ? uniform(1.8...4.5) : uniform(0.6...1.5) * (1 + 0.04 * Double(tired))
    if isHeavy {
      // Up to the sticking region, hardly on, and through it.
      let (first, second) = (uniform(0.25...0.45) * way, uniform(0.05...0.15) * way)
      up.move(by: first, at: now, in: 0.4 * seconds, rise: 0.3, fall: 0.6)
      up.move(by: second, at: now + 0.25 * seconds, in: 0.5 * seconds, rise: 0.4, fall: 0.4)
      up.move(
        by: way - first - second, at: now + 0.55 * seconds, in: 0.45 * seconds, rise: 0.5, fall: 0.4
      )
    } else {
      up.move(
        by: way, at: now, in: seconds, rise: uniform(0.25...0.45), fall: uniform(0.25...0.5))
    }
    pitch.move(by: tilt * uniform(0.8...1.2), at: now, in: seconds)
    now += seconds
    lifts.append((start, now))
    lifted = up.level
  }

  /// Up a part of the way, and down again; then it is helped up.
  private mutating func fail(tilt: Double) {
    let top = up.level
    up.move(by: -range, at: now, in: 1.5)
    pitch.move(by: tilt, at: now, in: 1.5)
    now += 1.6
    let part = uniform(0.25...0.6) * range
    up.move(by: part, at: now, in: uniform(1.2...2.2))
    now += 2.4
    up.move(by: -0.9 * part, at: now, in: uniform(0.6...1.5))
    now += 1.6
    wait(0.2...2)
    up.move(by: top - up.level, at: now, in: uniform(2...4))
    pitch.move(by: -tilt, at: now, in: 2)
    now += 4
  }

  private mutating func drop(_ way: Double) {
    let seconds = (2 * way / 8).squareRoot() + 0.1
    up.move(by: -way, at: now, in: seconds, rise: 0.8, fall: 0.15)
    lowerings.append((now, now + seconds))
    now += seconds
  }
}
