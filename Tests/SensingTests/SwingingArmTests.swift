import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// Squats with a phone on an upper arm that reaches forward as the body goes down, so that it hardly
/// sinks, or even rises.
@Suite("An arm that swings against the load") struct SwingingArmTests {
  private static func squats(_ count: Int, seed: UInt64) -> (
    Recording, lowering: [ClosedRange<Double>]
  ) {
    var random = SeededGenerator(seed: seed)
    func between(_ low: Double, _ high: Double) -> Double {
      .random(in: low...high, using: &random)
    }
    let rate = 50.0
    // What is left of the body's way down, m, and how far the arm turns, rad.
    let (sinks, turns) = (between(-0.03, 0.06), between(1.2, 1.7))
    var moves: [(begins: Double, seconds: Double, down: Bool)] = []
    var now = between(1, 2)
    for _ in 0..<count {
      let down = between(0.8, 1.3)
      moves.append((now, down, true))
      moves.append((now + down, between(0.8, 1.2), false))
      now += down + moves[moves.count - 1].seconds + between(0.3, 0.8)
    }
    let seconds = (0..<Int(saturating: (now + 1) * rate)).map { Double($0) / rate }
    let depth = seconds.map { at -> Double in
      guard let move = moves.last(where: { at >= $0.begins }) else { return 0 }
      let s = min(1, (at - move.begins) / move.seconds)
      let way = s * s * s * (10 - 15 * s + 6 * s * s)
      return move.down ? way : 1 - way
    }
    var force = Recording.Vectors(x: [], y: [], z: [])
    var gyro = Recording.Vectors(x: [], y: [], z: [])
    func noise(_ size: Double) -> Double { between(-size, size) + between(-size, size) }
    for place in seconds.indices {
      let (before, after) = (depth[max(0, place - 1)], depth[min(depth.count - 1, place + 1)])
      let up = 9.80665 - sinks * (before - 2 * depth[place] + after) * rate * rate
      let angle = turns * depth[place]
      force.x.append(up * sin(angle) + noise(0.1))
      force.y.append(noise(0.1))
      force.z.append(up * cos(angle) + noise(0.1))
      gyro.x.append(noise(0.01))
      gyro.y.append(turns * (after - before) / 2 * rate + noise(0.01))
      gyro.z.append(noise(0.01))
    }
    var recording = Recording(seconds: seconds)
    recording.acceleration = force
    recording.angularRate = gyro
    return (recording, moves.filter(\.down).map { $0.begins...($0.begins + $0.seconds) })
  }

  @Test("what repeats is counted, and hardly a phase is its opposite with high trust")
  func counted() throws {
    let sets = Effort.cases(20, thorough: 100)
    var (exact, opposite, all) = (0, 0, 0)
    for seed in 1...sets {
      let (recording, lowerings) = Self.squats(3 + seed % 6, seed: UInt64(seed))
      let set = try measured(recording, "bodyweight-squat")
      if set.reps.count == lowerings.count { exact += 1 }
      all += set.reps.count
      for rep in set.reps where rep.trust.level == .high {
        for span in rep.phases where span.phase == .concentric {
          let middle = (span.startSeconds + span.endSeconds) / 2
          if lowerings.contains(where: { $0.contains(middle) }) { opposite += 1 }
        }
      }
    }
    #expect(exact * 100 >= sets * 88, "\(exact) of \(sets)")
    #expect(opposite * 50 <= all, "\(opposite) of \(all)")
  }
}
