import Foundation
import Lifting
import Logging
import Prescribing
import Storage
import Testing

@testable import Coaching

@Suite("Where lifts slow down") struct StickingTests {
  static let now = Date(timeIntervalSince1970: 1_772_470_800)

  func region(_ low: Double, _ high: Double) -> StickingRegion {
    StickingRegion(
      startSeconds: 0, endSeconds: 1, startShare: low, endShare: high,
      minimumVelocityMetersPerSecond: 0.1)
  }

  func set(_ exercise: Exercise.ID, _ regions: [StickingRegion]?, daysAgo: Double) -> Fact {
    Fact(
      id: UUID(), at: Self.now.addingTimeInterval(-daysAgo * 86_400),
      .workSet(WorkSet(exercise: exercise, reps: 5, stickingRegions: regions)))
  }

  @Test("two believable reps of kept sets tell the prescription; one doesn't, nor what is to come")
  func scenario() async throws {
    let place = Place(
      store: try await Store(SQLiteDatabase()), log: Logger(label: "test"), now: { Self.now })
    let ada = try await place.signUp(
      name: "Ada", password: "correct horse battery", timeZone: "UTC", invitation: nil
    ).account
    let facts = [
      set("bench-press", [region(0.2, 0.4)], daysAgo: 3),
      set("bench-press", [region(0.3, 0.5)], daysAgo: 1), set("bench-press", nil, daysAgo: 1),
      set("squat", [region(0.2, 0.4)], daysAgo: 1),
      set("deadlift", [region(0.1, 0.2), region(5, -1)], daysAgo: 1),
      set("squat", [region(0.2, 0.4)], daysAgo: -0.5),
    ]
    _ = try await place.record(facts, of: ada)
    let scenario = try await place.background(ada).scenario(at: Self.now, of: ada)
    #expect(scenario.sticking == ["bench-press": StickingRange(low: 0.3, high: 0.5)])
  }
}
