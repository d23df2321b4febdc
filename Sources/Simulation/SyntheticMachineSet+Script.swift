import Lifting
import RealModule

/// What somebody does at a machine: the set, and all that goes on around it.
extension SyntheticMachineSet.Maker {
  // MARK: The set

  mutating func perform() {
    let reps = Int(saturating: uniform(5...15.99))
    let seconds = Double.exp(uniform(Double.log(1.5)...Double.log(7)))
    let outShare = uniform(0.28...0.5)
    let waitOut = happens(0.5) ? 0 : uniform(0.1...1.5)
    let waitHome = happens(0.4) ? 0 : uniform(0.1...2)
    let fatigue = uniform(0...0.9)
    let shrinks = happens(0.6) ? uniform(0...0.3) : 0
    let sticks = happens(0.4)
    let restless = uniform(0...1)
    let begins = now
    for index in 0..<reps {
      let tired = Double(index) / Double(max(1, reps - 1))
      let isLast = index + 1 == reps
      var depth = varied(1 - shrinks * tired, 0.04)
      if isLast, happens(0.2) { depth *= uniform(0.55...0.8) }
      let out = varied(outShare * seconds * (1 + fatigue * tired * tired), 0.12)
      let back = varied((1 - outShare) * seconds * (1 - 0.25 * tired), 0.15)
      let start = now
      let stopsThere = sticks && tired > 0.4 && happens(0.6)
      if stopsThere {
        let first = uniform(0.4...0.6)
        move(to: first * depth, in: 0.42 * out)
        now += uniform(-0.08...0.15) * out
        move(to: depth, in: 0.55 * out)
      } else {
        move(to: depth, in: out)
      }
      outs.append((start, now))
      now += varied(waitOut, 0.3)
      let turn = now
      move(to: isLast ? 0 : 0.03 * gaussian(), in: back)
      backs.append((turn, now))
      guard !isLast else { break }
      var wait = varied(waitHome, 0.35)
      if tired > 0.4, happens(0.12) { wait += uniform(1.5...4) }
      if wait > 0.8, happens(0.3 * restless) { shift(0.5) }
      now += wait
    }
    // The trunk goes along, and the hands with it; less where they hold on to the machine.
    let breath = uniform(0.2...0.45)
    for (line, size) in [(0, 0.006), (2, 0.006), (3, 0.02), (4, 0.015), (5, 0.015)] {
      let swing = (isHeldOn ? 0.3 : 1) * size * restless * uniform(0.3...1)
      rhythms.append(
        Rhythm(
          line: line, from: begins - 0.6, to: now + 0.6, hertz: breath, amplitude: swing,
          phase: uniform(0...6)))
    }
  }

  private mutating func move(to target: Double, in seconds: Double) {
    let time = max(0.3, seconds)
    share.move(
      by: target - share.level, at: now, in: time, rise: uniform(0.25...0.5),
      fall: uniform(0.3...0.5))
    // A stack clacks where it is put down.
    now += time
    if target < 0.1, happens(0.3) {
      impacts.append(
        Impact(
          time: now, amplitude: uniform(0.5...6), hertz: uniform(12...30),
          decaySeconds: uniform(0.02...0.05),
          direction: [uniform(-1...1), uniform(-1...1), uniform(-1...1)]))
    }
  }

  // MARK: Around it

  /// A hand's move to another place and posture, that stays.
  mutating func reach(
    _ meters: Double, turning radians: Double, in seconds: ClosedRange<Double>
  ) {
    let time = uniform(seconds)
    for line in 0..<6 {
      let size = line < 3 ? meters : radians
      tracks[line].move(by: size * gaussian(), at: now, in: time)
    }
    now += time
  }

  /// The hand comes back to about where it was.
  private mutating func comeBack(_ seconds: ClosedRange<Double>, missing share: Double = 0.1) {
    let time = uniform(seconds)
    for line in 0..<6 {
      tracks[line].move(by: -tracks[line].level * (1 + share * gaussian()), at: now, in: time)
    }
    now += time
  }

  /// A shift in the seat or of the grip.
  private mutating func shift(_ size: Double) {
    for line in 0..<6 {
      let way = size * (line < 3 ? 0.015 : 0.06) * gaussian()
      tracks[line].move(by: way, at: now, in: uniform(0.3...0.8))
    }
  }

  mutating func takeHold() {
    reach(0.25, turning: 0.5, in: 0.6...1.4)
    for _ in 0..<Int(saturating: uniform(0...3.9)) {
      shift(1)
      now += uniform(0.4...1.2)
    }
    now += uniform(0.2...1.5)
  }

  mutating func letGo() {
    now += uniform(0.2...1.2)
    reach(0.3, turning: 0.6, in: 0.5...1.2)
    now += uniform(0.3...1)
  }

  /// What people do between sets, for about so long.
  mutating func business(_ seconds: Double) {
    let end = now + seconds
    while now < end {
      switch Int(saturating: uniform(0...5.99)) {
      case 0: walk()
      case 1: putPinIn()
      case 2: wipe()
      case 3: lookAtPhone()
      case 4:
        // Sitting down or getting up.
        tracks[2].move(by: (happens(0.5) ? 1 : -1) * uniform(0.3...0.5), at: now, in: 1.2)
        reach(0.1, turning: 0.3, in: 0.8...1.5)
      default: now += uniform(0.5...3)
      }
      now += uniform(0.1...1)
    }
  }

  private mutating func swing(_ line: Int, _ seconds: Double, _ hertz: Double, _ size: Double) {
    rhythms.append(
      Rhythm(line: line, from: now, to: now + seconds, hertz: hertz, amplitude: size))
  }

  private mutating func walk() {
    let seconds = uniform(2...6)
    let stride = uniform(0.75...1)
    swing(3, seconds, stride, uniform(0.1...0.35))
    swing(0, seconds, stride, uniform(0.03...0.12))
    swing(5, seconds, stride, uniform(0.02...0.15))
    swing(2, seconds, 2 * stride, 0.02)
    now += seconds
  }

  private mutating func putPinIn() {
    tracks[2].move(by: -uniform(0.2...0.6), at: now, in: 0.9)
    reach(0.2, turning: 0.7, in: 0.7...1.2)
    for _ in 0..<Int(saturating: uniform(1...4.9)) {
      reach(0.03, turning: 0.15, in: 0.3...0.7)
      now += uniform(0...0.6)
    }
    comeBack(0.7...1.3)
  }

  private mutating func wipe() {
    reach(0.2, turning: 0.6, in: 0.5...1)
    let seconds = uniform(1...3)
    let hertz = uniform(0.9...2.2)
    swing(Int(saturating: uniform(0...2.99)), seconds, hertz, uniform(0.03...0.1))
    swing(Int(saturating: uniform(3...5.99)), seconds, hertz, uniform(0.1...0.4))
    now += seconds
    comeBack(0.5...1.2)
  }

  private mutating func lookAtPhone() {
    reach(0.25, turning: 0.8, in: 0.7...1.3)
    for _ in 0..<Int(saturating: uniform(1...5.9)) {
      now += uniform(0.4...1.5)
      shift(0.8)
    }
    comeBack(0.7...1.3)
  }
}
