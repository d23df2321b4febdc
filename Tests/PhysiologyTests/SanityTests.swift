import Foundation
import Lifting
import Testing

@testable import Physiology

/// What everybody knows who has ever trained others. The ranges are a coach's, not a study's.
@Suite("Ordinary sessions") struct SanityTests {
  static let start = Date(timeIntervalSince1970: 1_770_000_000)

  /// Soreness two days after three sets of ten with two in reserve, about 71 % of the maximum.
  static func soreness(
    _ exercise: Exercise.ID, _ part: BodyPart, months: Int, weeksBefore: Int
  ) throws -> Double {
    var history = History()
    history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(75), trainingMonths: months)
    let set = WorkSet(
      exercise: exercise, load: .external(.kilograms(50)), reps: 10, repsInReserve: 2)
    for session in 0...(2 * weeksBefore) {
      let at = start.addingTimeInterval(Double(session) * 84 * 3600)
      history.sets += Array(repeating: Dated(at: at, set), count: 3)
    }
    let after = start.addingTimeInterval(Double(2 * weeksBefore) * 84 * 3600 + 48 * 3600)
    let state = AthleteState(history, at: after)
    return try #require(state.readiness(at: after)[part]).soreness.expected
  }

  static let lifts: [(exercise: Exercise.ID, part: BodyPart)] = [
    ("bench-press", .chest), ("biceps-curl", .elbowFlexors), ("squat", .quadriceps),
    ("barbell-row", .lats),
  ]

  @Test("a novice’s first session makes sore, two to four points", arguments: 0..<4)
  func novice(lift: Int) throws {
    let (exercise, part) = Self.lifts[lift]
    let points = try Self.soreness(exercise, part, months: 0, weeksBefore: 0)
    #expect((2.0...4).contains(points.rounded()), "\(points)")
  }

  @Test("a trained person’s usual session makes little sore", arguments: 0..<4)
  func trained(lift: Int) throws {
    let (exercise, part) = Self.lifts[lift]
    #expect((0.0...1.5).contains(try Self.soreness(exercise, part, months: 36, weeksBefore: 4)))
    #expect((0.0...1.5).contains(try Self.soreness(exercise, part, months: 0, weeksBefore: 4)))
  }
}
