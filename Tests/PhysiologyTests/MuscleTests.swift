import Foundation
import Lifting
import Simulation
import TestSupport
import Testing

@testable import Physiology

@Suite("A muscle’s curves") struct MuscleTests {
  @Test("they are the published ones to a millionth") func published() throws {
    var points: [String: Int] = [:]
    for line in try Fixture.text("Physiology/muscle-curves.csv").split(separator: "\n").dropFirst()
    {
      let fields = line.split(separator: ",")
      let x = try #require(Double(fields[1]))
      let y = try #require(Double(fields[2]))
      let ours: Double
      switch fields[0] {
      case "forceVelocity": ours = Muscle.forceVelocity(x)
      case "activeForceLength": ours = Muscle.activeForceLength(x)
      case "passiveForceLength": ours = Muscle.passiveForceLength(x)
      default: throw Unknown(line: String(line))
      }
      #expect(abs(ours - y) < 1e-6, "\(line)")
      points[String(fields[0]), default: 0] += 1
    }
    #expect(points == ["forceVelocity": 23, "activeForceLength": 13, "passiveForceLength": 13])
  }

  private struct Unknown: Error { let line: String }

  @Test("velocity and force are each other’s inverse") func inverse() {
    for step in -100...100 {
      let velocity = Double(step) / 100
      #expect(abs(Muscle.velocity(ofForce: Muscle.forceVelocity(velocity)) - velocity) < 1e-6)
    }
  }

  @Test("a voluntary effort is the fibre’s in shortening and capped in lengthening")
  func voluntary() {
    let muscle = Muscle()
    #expect(muscle.voluntaryForceVelocity(-0.4) == Muscle.forceVelocity(-0.4))
    #expect(abs(muscle.voluntaryForceVelocity(1) - 1.4) < 1e-6)
    // By hand: the curve at 0.1 is 1.206509; of what is above 1, 0.4 in 0.794343 is left.
    #expect(abs(muscle.voluntaryForceVelocity(0.1) - (1 + 0.206509 * 0.4 / 0.794343)) < 1e-6)
  }

  @Test("force is finite, never negative, and grows with the speed of lengthening")
  func anything() {
    var random = SeededGenerator(seed: 16)
    let hostile = [Double.nan, .infinity, -.infinity, 1e300, -1e300, 0]
    for _ in 0..<Effort.cases(300, thorough: 30_000) {
      let muscle = Muscle(voluntaryRatio: .random(in: 0...3, using: &random))
      let length = hostile.randomElement(using: &random) ?? 0
      for length in [length, .random(in: 0.3...1.9, using: &random)] {
        let slow = Double.random(in: -1.2...1.2, using: &random)
        let fast = slow + .random(in: 0...1, using: &random)
        let forces = [slow, fast].map { muscle.greatestForce(length: length, velocity: $0) }
        #expect(forces.allSatisfy { $0.isFinite && $0 >= -1e-9 })
        #expect(forces[0] <= forces[1] + 1e-9)
      }
      for velocity in hostile {
        #expect(muscle.greatestForce(length: length, velocity: velocity).isFinite)
      }
    }
  }
}
