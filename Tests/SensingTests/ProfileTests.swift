import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// Lowerings whose speed isn't a smooth hill: a motor's plateau with corners, a quick start with a creeping
/// end, trembling, a stop on the way.
@Suite("Lowerings of any shape on a cable are timed") struct ProfileTests {
  enum Profile: String, CaseIterable, Sendable {
    case corners, creepingEnd, lateRush, trembling, stop, steps

    /// The speed at a share of the time, in any unit.
    func speed(_ share: Double, seconds: Double) -> Double {
      let ramp = min(0.1, 0.08 / seconds)
      let ends = min(1, share / ramp, (1 - share) / ramp)
      switch self {
      case .corners: return ends
      case .creepingEnd: return ends * (0.22 + exp(-7 * share))
      case .lateRush: return ends * (0.25 + 2 * pow(share, 4))
      case .trembling: return ends * (1 + 0.6 * sin(2 * .pi * 3.3 * share * seconds))
      case .stop: return ends * (abs(share - 0.5) < 0.08 ? 0.02 : 1)
      case .steps: return ends * (0.6 + 0.5 * (sin(2 * .pi * 1.1 * share * seconds) > 0 ? 1 : 0))
      }
    }
  }

  struct Made {
    var recording: Recording
    var lowerings: [ClosedRange<Double>] = []
  }

  private func made(
    _ profile: Profile, lowering: Double, rate: Double, noise: Double, step: Double, seed: UInt64
  ) -> Made {
    var random = SeededGenerator(seed: seed)
    func gaussian() -> Double {
      let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
      return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }
    let fine = 0.001
    var speeds = [Double](repeating: 0, count: 1500)
    var lowerings: [ClosedRange<Double>] = []
    for _ in 0..<6 {
      let seconds = lowering * Double.random(in: 0.85...1.15, using: &random)
      let count = Int(saturating: seconds / fine)
      var shape = (0..<count).map { profile.speed(Double($0) / Double(count), seconds: seconds) }
      let way = shape.reduce(0, +) * fine
      shape = shape.map { -0.6 / way * $0 }
      let least = 0.1 * (shape.map(abs).max() ?? 0)
      let first = shape.firstIndex { abs($0) >= least } ?? 0
      let last = shape.lastIndex { abs($0) >= least } ?? 0
      let start = Double(speeds.count) * fine
      lowerings.append((start + Double(first) * fine)...(start + Double(last) * fine))
      speeds += shape
      speeds += [Double](repeating: 0, count: Int.random(in: 300...900, using: &random))
      speeds += (0..<900).map { 0.6 * .pi / 2 / 0.9 * sin(.pi * Double($0) / 900) }
      speeds += [Double](repeating: 0, count: Int.random(in: 500...1500, using: &random))
    }
    var positions = [0.7]
    for speed in speeds { positions.append((positions.last ?? 0) + speed * fine) }
    let every = 1 / rate
    let times = (0..<Int(saturating: Double(positions.count) * fine / every)).map {
      Double($0) * every
    }
    let seen = times.map { time in
      let exact =
        positions[min(positions.count - 1, Int(saturating: time / fine))] + noise * gaussian()
      return step > 0 ? (exact / step).rounded() * step : exact
    }
    return Made(recording: Recording(seconds: times, positionMeters: seen), lowerings: lowerings)
  }

  @Test("their times", arguments: Profile.allCases) func timed(_ profile: Profile) throws {
    for (rate, noise, step) in [
      (100.0, 0.0, 0.0005), (50, 0.0005, 0), (20, 0, 0.001), (100, 0.002, 0), (10, 0, 0.001),
    ] {
      var line = "\(profile) \(Int(saturating: rate)) Hz, noise \(noise), step \(step):"
      for lowering in [1.5, 3, 6, 12] {
        var errors: [Double] = []
        var bias: [Double] = []
        // The mean of one draw isn't the mean: six lowerings share one wobble of the sensor.
        for seed in UInt64(1)...5 {
          let made = made(
            profile, lowering: lowering, rate: rate, noise: noise, step: step, seed: seed)
          let set = try measured(made.recording, "bench-press")
          let spans = set.reps.flatMap(\.phases).filter { $0.phase == .eccentric }
          for true_ in made.lowerings {
            let middle = (true_.lowerBound + true_.upperBound) / 2
            guard
              let span = spans.first(where: { $0.startSeconds < middle && middle < $0.endSeconds })
            else { continue }
            let off = span.seconds - (true_.upperBound - true_.lowerBound)
            errors.append(abs(off))
            bias.append(off)
          }
          if spans.count != 6 { line += " [\(spans.count)]" }
        }
        let mean = errors.reduce(0, +) / Double(max(1, errors.count))
        let off = bias.reduce(0, +) / Double(max(1, bias.count))
        line += " \(lowering.short) s: \(mean.short(decimals: 2)) (\(off.short(decimals: 2)))"
        // A quiet sensor times every shape; of a noisy one the slowest are in the documentation.
        let isQuiet = noise < 0.001 && rate >= 20
        #expect(
          errors.count >= 6 && mean <= (isQuiet ? lowering <= 6 ? 0.1 : 0.35 : 0.8),
          "\(profile), \(lowering) s at \(rate) Hz: \(mean)")
      }
      print(line)
    }
  }
}
