import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// Deadlifts from a dead stop as a clip on the bar records them, with what real ones have: the bar
/// rolls, plates bang as they touch down, packets of samples are lost, the scale is off.
private struct DeadStops {
  var lowering = 4.0
  /// How far the bar turns to and fro while it moves, in rad/s.
  var roll = 0.0
  /// m/s², ringing out in some hundredths of a second.
  var bang = 0.0
  /// Stretches of 80 to 300 ms without samples, a second.
  var holes = 0.0
  /// The error of the accelerometer's scale.
  var gain = 0.0

  static let rate = 50.0
  static let lifts = 6

  struct Move {
    var begins: Double
    var seconds: Double
    var from: Double
    var to: Double

    var ends: Double { begins + seconds }

    /// The acceleration of the smoothest way.
    func acceleration(_ at: Double) -> Double {
      guard at >= begins, at < ends else { return 0 }
      let s = (at - begins) / seconds
      return (to - from) * (60 * s - 180 * s * s + 120 * s * s * s) / (seconds * seconds)
    }
  }

  /// The recording, and when each lowering is faster than a tenth of its peak.
  func made(seed: UInt64) -> (Recording, lowerings: [ClosedRange<Double>]) {
    var random = SeededGenerator(seed: seed)
    func between(_ low: Double, _ high: Double) -> Double {
      .random(in: low...high, using: &random)
    }
    func noise(_ size: Double) -> Double {
      size * (between(-1, 1) + between(-1, 1) + between(-1, 1))
    }
    var moves: [Move] = []
    var lowerings: [Move] = []
    var now = 4.0
    let range = between(0.58, 0.72)
    for _ in 0..<Self.lifts {
      moves.append(Move(begins: now, seconds: between(0.75, 1), from: 0, to: range))
      now = moves[moves.count - 1].ends + between(0.7, 1.6)
      let down = Move(begins: now, seconds: lowering * between(0.8, 1.3), from: range, to: 0)
      moves.append(down)
      lowerings.append(down)
      now = down.ends + between(2.5, 4.5)
    }
    var seconds: [Double] = []
    var (force, rate) = (
      Recording.Vectors(x: [], y: [], z: []), Recording.Vectors(x: [], y: [], z: [])
    )
    var angle = 0.8
    var holeUntil = 0.0
    let trembling = between(3, 6)
    for sample in 0..<Int(saturating: (now + 1) * Self.rate) {
      let at = Double(sample) / Self.rate
      var up = moves.reduce(0) { $0 + $1.acceleration(at) }
      let moving = moves.first { at >= $0.begins && at < $0.ends }
      if let down = lowerings.first(where: { at >= $0.begins && at < $0.ends }) {
        // Nobody lowers perfectly smoothly.
        let share = (at - down.begins) / down.seconds
        up += 0.8 * sin(.pi * share) * sin(2 * .pi * trembling * at)
      }
      for down in lowerings where at >= down.ends && at < down.ends + 0.08 {
        let since = at - down.ends
        up += bang * exp(-since / 0.012) * cos(2 * .pi * 40 * since)
      }
      let turning = moving == nil ? 0 : roll * sin(2 * .pi * 0.8 * at)
      angle += turning / Self.rate
      let fate = between(0, 1)
      if at >= holeUntil, fate < holes / Self.rate { holeUntil = at + between(0.08, 0.3) }
      guard at >= holeUntil else { continue }
      let reading = (up + 9.80665) * (1 + gain)
      seconds.append(at)
      force.x.append(noise(0.02))
      force.y.append(reading * sin(angle) + noise(0.02))
      force.z.append(reading * cos(angle) + noise(0.02))
      rate.x.append(turning + 0.005 + noise(0.005))
      rate.y.append(-0.003 + noise(0.005))
      rate.z.append(0.002 + noise(0.005))
    }
    var recording = Recording(seconds: seconds)
    recording.acceleration = force
    recording.angularRate = rate
    let edge = 0.0862
    return (
      recording,
      lowerings.map { ($0.begins + edge * $0.seconds)...($0.ends - edge * $0.seconds) }
    )
  }
}

@Suite("Dead stops with a clip on the bar") struct DeadStopTests {
  static let disturbed: [(String, roll: Double, bang: Double, holes: Double, gain: Double)] = [
    ("nothing", 0, 0, 0, 0), ("a bar that rolls", 0.7, 0, 0, 0), ("bangs", 0, 8, 0, 0),
    ("holes", 0, 0, 0.5, 0), ("scale", 0, 0, 0, 0.02), ("all of it", 0.45, 8, 0.3, 0.02),
  ]

  @Test("each rep is there, and the wait on the floor is no lowering", arguments: disturbed)
  func counted(_ name: String, roll: Double, bang: Double, holes: Double, gain: Double) throws {
    for lowering in [1.8, 4.0] {
      var errors: [Double] = []
      var exact = 0
      let sets = Effort.cases(4, thorough: 20)
      for seed in 1...sets {
        let stops = DeadStops(lowering: lowering, roll: roll, bang: bang, holes: holes, gain: gain)
        let (recording, truth) = stops.made(seed: UInt64(seed))
        let set = try measured(recording, "deadlift")
        if set.reps.count == truth.count { exact += 1 }
        for rep in set.reps {
          guard let span = rep.phases.first(where: { $0.phase == .eccentric }) else { continue }
          let middle = (span.startSeconds + span.endSeconds) / 2
          guard let near = truth.first(where: { $0.contains(middle) }) else {
            errors.append(lowering)
            continue
          }
          let seconds = span.endSeconds - span.startSeconds
          errors.append(abs(seconds - (near.upperBound - near.lowerBound)))
        }
      }
      #expect(exact * 20 >= sets * 19, "\(name), \(lowering) s: \(exact) of \(sets)")
      let mean = errors.reduce(0, +) / Double(max(1, errors.count))
      #expect(mean <= 0.08 * lowering, "\(name), \(lowering) s: \(mean) s")
    }
  }
}
