import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// Rows that fill their recording: it begins and ends in movement, and the sensor has an ordinary
/// error.
@Suite("Recordings that are cut tight") struct TightEndsTests {
  private static func rows(_ count: Int, seed: UInt64) -> Recording {
    var random = SeededGenerator(seed: seed)
    let (rate, range, move) = (25.0, 0.4, Double.random(in: 0.6...0.8, using: &random))
    let lead = Double.random(in: 0.1...0.3, using: &random)
    let offset = Double.random(in: -0.25...0.25, using: &random)
    let length = lead + 2 * move * Double(count) + 0.1
    let seconds = (0..<Int(saturating: length * rate)).map { Double($0) / rate }
    let up = seconds.map { at -> Double in
      let phase = (at - lead) / move
      guard phase >= 0, phase < 2 * Double(count) else { return 0 }
      let s = phase - phase.rounded(.down)
      let way = (60 * s - 180 * s * s + 120 * s * s * s) * range / (move * move)
      return Int(saturating: phase).isMultiple(of: 2) ? way : -way
    }
    var recording = Recording(seconds: seconds)
    func noise() -> Double { Double.random(in: -0.05...0.05, using: &random) }
    recording.acceleration = Recording.Vectors(
      x: seconds.map { _ in noise() }, y: seconds.map { _ in noise() },
      z: up.map { $0 + 9.80665 + offset + noise() })
    return recording
  }

  @Test("the first and the last rep are there", arguments: [2, 3, 5]) func ends(_ count: Int) throws
  {
    let sets = Effort.cases(10, thorough: 50)
    let found = try (1...sets).map { seed in
      try measured(Self.rows(count, seed: UInt64(seed)), "barbell-row").reps.count
    }
    let exact = found.count { $0 == count }
    #expect(exact * 10 >= sets * 9, "\(found)")
  }
}
