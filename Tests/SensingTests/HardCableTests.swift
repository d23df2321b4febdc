import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// Strings and cables as devices really report them: as a velocity with an offset or a dead zone, without
/// a sign, in packets that come late, with slips, at few samples a second.
@Suite("Cables in every form a device gives them") struct HardCableTests {
  enum Form: String, CaseIterable, Sendable {
    case plain, velocity, velocityOffset, deadZone, coarseVelocity, packets, lost, slips, slow
    case farCamera, wandering, catches, both

    /// The share of sets, in percent, that has to be counted exactly.
    var leastExact: Int {
      switch self {
      case .slow, .wandering: 90
      default: 96
      }
    }

    func recording(_ cable: SyntheticRecording.Cable) -> SyntheticRecording {
      var cable = cable
      cable.reps = 3 + Int(cable.seed % 10)
      cable.onlyWhereItMoves = false
      switch self {
      case .velocity, .velocityOffset, .deadZone, .coarseVelocity: cable.givesVelocity = true
      default: cable.givesVelocity = false
      }
      // Slower than its dead zone a device sees nothing.
      if self == .deadZone {
        cable.eccentricSeconds = min(cable.eccentricSeconds, cable.rangeMeters / 0.08)
      }
      if self == .slow { cable.rateHz = 8 }
      if self == .farCamera { (cable.noiseMeters, cable.rateHz) = (0.008, 30) }
      if self == .wandering { cable.driftMetersPerMinute = 0.15 }
      return SyntheticRecording(cable)
    }

    func spoiled(_ recording: Recording, _ random: inout SeededGenerator) -> Recording {
      var spoiled = recording
      let count = recording.seconds.count
      func uniform(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
      switch self {
      case .plain, .velocity, .slow, .farCamera, .wandering: break
      case .velocityOffset:
        let offset = uniform(0.005...0.02) * (random.next() % 2 == 0 ? 1 : -1)
        spoiled.velocityMetersPerSecond = recording.velocityMetersPerSecond?.map { $0 + offset }
      case .deadZone:
        spoiled.velocityMetersPerSecond = recording.velocityMetersPerSecond?.map {
          abs($0) < 0.02 ? 0 : $0
        }
      case .coarseVelocity:
        spoiled.velocityMetersPerSecond = recording.velocityMetersPerSecond?.map {
          ($0 / 0.05).rounded() * 0.05
        }
      case .packets:
        // A radio sends ten samples at a time, all with the time at which they were sent.
        for index in spoiled.seconds.indices {
          let last = min(count - 1, index / 10 * 10 + 9)
          spoiled.seconds[index] = recording.seconds[last]
        }
      case .lost:
        var kept: [Int] = []
        var index = 0
        while index < count {
          if uniform(0...1) < 0.004 {
            index += Int(saturating: uniform(3...40))
          } else {
            kept.append(index)
          }
          index += 1
        }
        spoiled = recording.picked(kept)
      case .slips:
        // A reading now and then is nonsense.
        for index in 0..<count where uniform(0...1) < 0.003 {
          spoiled.positionMeters?[index] += uniform(0.1...0.8)
        }
      case .catches:
        // The string is hooked on before and let go after.
        let step = recording.durationSeconds / Double(max(1, count - 1))
        let end = recording.seconds.last ?? 0
        let level = recording.positionMeters?.last ?? 0
        for index in 0..<Int(saturating: 2 / step) {
          let time = Double(index) * step
          spoiled.seconds.append(end + step + time)
          spoiled.positionMeters?.append(level - min(1.2, 2.5 * time))
        }
      case .both:
        let step = recording.durationSeconds / Double(max(1, count - 1))
        let positions = recording.positionMeters ?? []
        spoiled.velocityMetersPerSecond = positions.indices.map { index in
          (positions[min(count - 1, index + 1)] - positions[max(0, index - 1)]) / (2 * step)
        }
      }
      return spoiled
    }
  }

  @Test("their sets are counted, and lowering is timed", arguments: Form.allCases)
  func counted(_ form: Form) throws {
    var (exact, within, all) = (0, 0, 0)
    var errors: [Double] = []
    var (lowerings, opposite) = (0, 0)
    var wrong: [UInt64] = []
    for seed in 1...UInt64(Effort.cases(10, thorough: 100)) {
      let cable = SyntheticRecording.Cable.anyone(seed: seed)
      var random = SeededGenerator(seed: seed &+ 99)
      let synthetic = form.recording(cable)
      let id: Exercise.ID = cable.begins == .eccentric ? "squat" : "seated-cable-row"
      let set = try measured(form.spoiled(synthetic.recording, &random), id)
      let off = abs(set.reps.count - synthetic.truth.count)
      exact += off == 0 ? 1 : 0
      if off != 0 { wrong.append(seed) }
      within += off <= 1 ? 1 : 0
      all += 1
      for truth in synthetic.truth {
        lowerings += 1
        let middle = (truth.eccentric.startSeconds + truth.eccentric.endSeconds) / 2
        let spans = set.reps.flatMap(\.phases).filter {
          $0.startSeconds < middle && middle < $0.endSeconds
        }
        if let span = spans.first(where: { $0.phase == .eccentric }) {
          errors.append(abs(span.seconds - truth.eccentric.seconds))
        }
        opposite += spans.contains { $0.phase == .concentric } ? 1 : 0
      }
    }
    let mean = errors.reduce(0, +) / Double(max(1, errors.count))
    print(
      "\(form): exact \(exact), within one \(within) of \(all); lowerings found \(errors.count) of \(lowerings), off by \(mean.short(decimals: 3)) s, opposite \(opposite); wrong \(wrong)"
    )
    #expect(exact * 100 >= form.leastExact * all, "\(exact) of \(all)")
    #expect(opposite * 200 <= lowerings)
  }
}

extension Recording {
  /// The samples at some indices, of positions and velocities.
  fileprivate func picked(_ kept: [Int]) -> Recording {
    Recording(
      seconds: kept.map { seconds[$0] },
      positionMeters: positionMeters.map { p in kept.map { p[$0] } },
      velocityMetersPerSecond: velocityMetersPerSecond.map { v in kept.map { v[$0] } })
  }
}
