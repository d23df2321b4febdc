import Lifting
import RealModule
import Simulation
import Testing

@testable import Sensing

@Suite("The parts of the method")
struct PartsTests {
  private let parameters = SensingParameters()

  @Test("the grid is even, keeps straight lines straight, and finds the recording's clock again")
  func timeline() throws {
    var random = SeededGenerator(seed: 5)
    var seconds = [100.0]
    for _ in 0..<400 {
      seconds.append((seconds.last ?? 0) + .random(in: 0.005...0.02, using: &random))
    }
    let timeline = try #require(Timeline(seconds, parameters))
    let line = try #require(timeline.even(seconds.map { 3 * ($0 - 100) }))
    for place in line.indices.dropFirst(2).dropLast(2) {
      #expect(abs(line[place] - 3 * Double(place) * timeline.step) < 1e-9)
      #expect(abs(timeline.seconds(at: Double(place)) - 100 - Double(place) * timeline.step) < 1e-9)
    }
  }

  @Test("a long gap is shortened on the grid and whole on the clock")
  func gap() throws {
    let seconds = (0..<200).map { Double($0) * 0.02 + ($0 < 100 ? 0 : 1000) }
    let timeline = try #require(Timeline(seconds, parameters))
    #expect(timeline.gaps.count == 1)
    #expect(Double(timeline.count) * timeline.step < 10)
    #expect(abs(timeline.seconds(at: Double(timeline.count - 1)) - 1003.98) < 0.03)
  }

  @Test("a low-pass keeps the mean and slow waves, takes away fast ones, and doesn't delay")
  func lowPass() {
    let step = 0.02
    func wave(_ hertz: Double) -> [Double] {
      (0..<1000).map { 1 + Double.sin(2 * .pi * hertz * Double($0) * step) }
    }
    let slow = Filters.lowPass(wave(0.2), cutoffHz: 5, step: step)
    for (a, b) in zip(slow, wave(0.2)) { #expect(abs(a - b) < 0.01) }
    let fast = Filters.lowPass(wave(20), cutoffHz: 2, step: step)
    #expect(fast[100..<900].allSatisfy { abs($0 - 1) < 0.02 })
  }

  @Test("turns are those that go back far enough, and coarser turns come from finer ones alike")
  func turns() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      var level = 0.0
      let values = (0..<150).map { _ in
        level += .random(in: -1...1, using: &random)
        return level
      }
      let finer = Turn.turns(of: values, reversal: 0.7)
      for reversal in [1.0, 2, 4] {
        let coarse = Turn.turns(of: values, reversal: reversal)
        #expect(Turn.turns(among: finer, reversal: reversal).map(\.place) == coarse.map(\.place))
        for (one, next) in zip(coarse, coarse.dropFirst()) {
          #expect(one.isHigh != next.isHigh)
          #expect(one.place < next.place)
          #expect((one.value > next.value) == one.isHigh)
        }
      }
    }
  }

  @Test("the drift filter gives back a known motion from its acceleration and a constant error")
  func drift() {
    let step = 0.02
    let count = 1000
    // Two rises and falls of a fifth of a meter, two seconds each way.
    let rate = Double.pi / 2
    let exact = (0..<count).map { 0.1 * (1 - Double.cos(rate * Double($0) * step)) }
    let upward = (0..<count).map { 0.1 * rate * rate * Double.cos(rate * Double($0) * step) + 0.1 }
    let drift = Drift(
      upward, up: [DriftFilter.Triple](repeating: [0, 0, 1, 0], count: count),
      noise: [Double](repeating: 1e-6, count: count),
      wander: [Double](repeating: 1e-12, count: count), step: step, parameters)
    let anchors = stride(from: 0, to: count, by: 200).map {
      Drift.Anchor(place: $0, stillness: 0.001, levelWithin: 0.001)
    }
    let motion = drift.motion(anchors: anchors, rest: [])
    for (found, known) in zip(motion.position, exact) { #expect(abs(found - known) < 0.01) }
  }

  @Test("an error that stays with the sensor is told from motion as the sensor turns")
  func turningError() {
    let step = 0.02
    let count = 1500
    // Five seconds there, five back, without rest; the sensor turns to and fro twice as often.
    let rate = Double.pi / 5
    let share = (0..<count).map { 0.5 * (1 - Double.cos(rate * Double($0) * step)) }
    let up = (0..<count).map { place in
      let angle = 0.5 * Double.sin(2 * rate * Double(place) * step)
      return DriftFilter.Triple(Double.sin(angle), 0, Double.cos(angle), 0)
    }
    let error = DriftFilter.Triple(0.25, 0, -0.15, 0)
    let upward = (0..<count).map { place in
      0.15 * rate * rate * Double.cos(rate * Double(place) * step) + (error * up[place]).sum()
    }
    let drift = Drift(
      upward, up: up, noise: [Double](repeating: 2.5e-5, count: count),
      wander: [Double](repeating: 2e-8, count: count), step: step, parameters)
    let anchors = stride(from: 0, to: count, by: 250).map {
      Drift.Anchor(place: $0, stillness: 0.01, levelWithin: $0 % 500 == 0 ? 0.01 : nil)
    }
    let motion = drift.motion(anchors: anchors, rest: [])
    // 0.3 m of way; the error alone would make some 1.4 m of it in five seconds.
    for place in 0..<1001 { #expect(abs(motion.position[place] - 0.3 * share[place]) < 0.03) }
  }

  @Test("rest is told from moves, however fast the sensor's error lets the speed run away")
  func rest() {
    let step = 0.02
    var upward = [Double](repeating: 0.05, count: 1000)
    // One second of a move between two rests.
    for place in 500..<525 { upward[place] += 1 }
    for place in 525..<550 { upward[place] -= 1 }
    let drift = Drift(
      upward, up: [DriftFilter.Triple](repeating: [0, 0, 1, 0], count: 1000),
      noise: [Double](repeating: 1e-4, count: 1000),
      wander: [Double](repeating: 1e-6, count: 1000), step: step, parameters)
    let motion = drift.motion(anchors: [], rest: drift.rest())
    #expect(abs(motion.velocity[250]) < 0.02)
    #expect(abs(motion.velocity[525] - 0.5) < 0.05)
    #expect(abs(motion.velocity[800]) < 0.02)
    #expect(abs(motion.position[700] - motion.position[450] - 0.25) < 0.05)
  }

  @Test("the posture is followed through turns in the presence of acceleration")
  func attitude() throws {
    let synthetic = made {
      $0.sensor = .limb(meters: 0.25)
      $0.begins = .concentric
      $0.rangeMeters = 0.5
      $0.sway = 0
      $0.eccentricSeconds = 1
    }
    let timeline = try #require(Timeline(synthetic.recording.seconds, parameters))
    let attitude = try #require(Attitude(synthetic.recording, on: timeline, parameters))
    for truth in synthetic.truth {
      let from = Int(truth.concentric.startSeconds / timeline.step)
      let to = Int(truth.concentric.endSeconds / timeline.step)
      let turned = attitude.posture.angle(from, to)
      #expect(abs(turned - truth.concentric.displacementMeters / 0.25) < 0.1)
    }
  }
}
