import Lifting
import RealModule

extension SyntheticBarbellSet {
  /// Makes a set from its parameters, drawing everything random from one seed.
  struct Maker {
    let parameters: Parameters
    var random: SeededGenerator
    /// The script's clock, s.
    var now = 0.0
    /// Of the hand or the bar, m.
    var up = Track()
    var forward = Track()
    /// Of the sensor, rad: about the line across, along and upward.
    var pitch = Track()
    var roll = Track()
    var yaw = Track()
    var impacts: [Impact] = []
    /// What goes to and fro for a while: m or rad, s.
    var rhythms: [Rhythm] = []
    /// The ways up and down of each repetition: from, to, s.
    var lifts: [(from: Double, to: Double)] = []
    var lowerings: [(from: Double, to: Double)?] = []
    var range = 0.5
    /// Levels of the bar, m: where it lies, where it is held, where it was lifted to.
    var floorLevel = 0.0
    var topLevel = 0.0
    var lifted = 0.0

    struct Rhythm: Sendable {
      enum Line: Sendable { case up, forward, pitch, roll }
      var line: Line
      var from: Double
      var to: Double
      var hertz: Double
      var amplitude: Double

      /// It begins and ends softly.
      func value(at time: Double) -> Double {
        guard time > from, time < to else { return 0 }
        let edge = min(time - from, to - time, 0.5) / 0.5
        let soft = edge * edge * (3 - 2 * edge)
        return soft * amplitude * Double.sin(2 * .pi * hertz * (time - from))
      }
    }

    init(_ parameters: Parameters) {
      self.parameters = parameters
      let lift = UInt64(truncatingIfNeeded: Lift.allCases.firstIndex(of: parameters.lift) ?? 0)
      random = SeededGenerator(seed: (8 &* parameters.seed &+ lift) &* 0x9E37_79B9_7F4A_7C15 &+ 31)
    }

    mutating func make() -> (Recording, [Rep], Bool) {
      if parameters.mounting == .wrist { arrive() } else { wait(1...5) }
      let failed = perform()
      if parameters.mounting == .wrist { leave() } else { wait(1...5) }
      let recording = observe()
      return (recording, truth(), failed)
    }

    // MARK: Randomness

    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &random)
    }

    mutating func gaussian() -> Double {
      let radius = (-2 * Double.log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
      return radius * Double.cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }

    mutating func happens(_ share: Double) -> Bool { uniform(0...1) < share }

    // MARK: Small words of the script

    mutating func wait(_ seconds: ClosedRange<Double>) { now += uniform(seconds) }

    mutating func bang(_ amplitude: ClosedRange<Double>) {
      let sideways = uniform(-0.6...0.6)
      let along = uniform(-0.6...0.6)
      impacts.append(
        Impact(
          time: now, amplitude: uniform(amplitude) * (happens(0.5) ? 1 : -1),
          hertz: uniform(12...40), decaySeconds: uniform(0.015...0.05),
          direction: [sideways, along, 1]))
    }

    /// The hand's posture changes by about so much, anyhow, and stays.
    mutating func turn(_ radians: Double, in seconds: ClosedRange<Double>) {
      let time = uniform(seconds)
      pitch.move(by: radians * gaussian(), at: now, in: time)
      roll.move(by: radians * gaussian(), at: now, in: time)
      yaw.move(by: radians * gaussian(), at: now, in: time)
    }

    /// A few small movements of a hand that finds its grip.
    mutating func fidget(_ times: ClosedRange<Double>) {
      for _ in 0..<Int(saturating: uniform(times)) {
        turn(0.12, in: 0.3...0.8)
        let way = 0.015 * gaussian()
        up.move(by: way, at: now, in: uniform(0.3...0.7))
        forward.move(by: 0.02 * gaussian(), at: now, in: uniform(0.3...0.7))
        wait(0.5...1.5)
      }
    }

    /// Steps with the bar or without: up and down, on, and a jolt for each.
    mutating func steps(_ count: Int, forward way: Double, lift: Double, jolt: Double) {
      for _ in 0..<count {
        let seconds = uniform(0.5...0.9)
        up.move(by: lift, at: now, in: 0.5 * seconds)
        up.move(by: -lift, at: now + 0.5 * seconds, in: 0.5 * seconds)
        forward.move(by: way, at: now, in: seconds)
        now += seconds
        bang((0.5 * jolt)...(1.5 * jolt))
        if happens(0.5) { wait(0...0.4) }
      }
    }

    /// Breathing while the bar is held.
    mutating func breathe(_ seconds: Double, meters: Double) {
      guard seconds > 0.8 else {
        now += max(0, seconds)
        return
      }
      rhythms.append(
        Rhythm(
          line: .up, from: now, to: now + seconds, hertz: uniform(0.3...0.6), amplitude: meters))
      rhythms.append(
        Rhythm(
          line: .pitch, from: now, to: now + seconds, hertz: uniform(0.3...0.6), amplitude: 0.015))
      now += seconds
    }

    // MARK: Truth

    private func truth() -> [Rep] {
      zip(lifts, lowerings).map { lift, lowering in
        let speeds = moments(lift).map { ($0, speed(at: $0)) }
        let way = up.motion(at: lift.to).position - up.motion(at: lift.from).position
        let moving = speeds.filter { $0.1 > 0.02 }
        let seconds = (moving.last?.0 ?? lift.to) - (moving.first?.0 ?? lift.from)
        return Rep(
          concentric: span(lift), eccentric: lowering.map(span), rangeMeters: way,
          meanVelocityMetersPerSecond: way / max(0.05, seconds))
      }
    }

    private func moments(_ move: (from: Double, to: Double)) -> [Double] {
      Array(stride(from: move.from, through: move.to, by: 0.002))
    }

    private func speed(at time: Double) -> Double {
      (up.motion(at: time + 0.001).position - up.motion(at: time - 0.001).position) / 0.002
    }

    private func span(_ move: (from: Double, to: Double)) -> SyntheticRecording.Span {
      let speeds = moments(move).map { ($0, abs(speed(at: $0))) }
      let least = 0.1 * (speeds.map(\.1).max() ?? 0)
      let start = speeds.first { $0.1 >= least }?.0 ?? move.from
      let end = speeds.last { $0.1 >= least }?.0 ?? move.to
      return SyntheticRecording.Span(
        startSeconds: start, endSeconds: end,
        displacementMeters: abs(up.motion(at: end).position - up.motion(at: start).position))
    }
  }
}
