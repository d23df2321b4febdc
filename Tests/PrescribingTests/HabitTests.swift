import Foundation
import Lifting
import Prescribing
import Testing

/// What somebody without a program did is what comes next, held and on each side where it was.
@Suite("Plans from habit") struct HabitTests {
  private static let now = Date(timeIntervalSince1970: 1_772_470_800)

  private static func session(after days: Double = 4, _ sets: [WorkSet]) -> Prescription {
    var history = History()
    history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)
    history.screening = Screening()
    for earlier in [days + 7, days] {
      for set in sets {
        history.sets.append(Dated(at: now.addingTimeInterval(-earlier * 86_400), set))
      }
    }
    return prescribe(Scenario(now: now, history: history))
  }

  @Test("a hold is held again, for its usual seconds") func holds() throws {
    let sets = [40.0, 45, 30].map { WorkSet(exercise: "plank", reps: 1, holdSeconds: $0) }
    let session = try #require(Self.session(sets).session)
    let plank = try #require(session.exercises.first?.doses.first)
    #expect(plank.holdSeconds == 40 && plank.sets == 3 && plank.reps == 1)
  }

  @Test("what each arm did is planned for each") func sides() throws {
    let sets = (0..<3).flatMap { _ in
      [Side.left, .right].map {
        WorkSet(
          exercise: "dumbbell-row", load: .external(.kilograms(20)), reps: 8, repsInReserve: 2,
          side: $0)
      }
    }
    let session = try #require(Self.session(sets).session)
    let row = try #require(session.exercises.first { $0.exercise == "dumbbell-row" })
    for dose in row.doses { #expect(dose.isEachSide) }
    #expect(row.doses.filter { $0.kind == .normal }.map(\.sets).reduce(0, +) == 3)
  }

  @Test("back after a month, one set stays one set and isn’t called half") func oneSet() throws {
    let one = WorkSet(
      exercise: "biceps-curl", load: .external(.kilograms(10)), reps: 8, repsInReserve: 2)
    for (sets, sentence) in [
      (1, "Biceps curl: 20 % less weight, as you’re back after three weeks or more."),
      (
        4,
        "Biceps curl: half the sets and 20 % less weight, as you’re back after three weeks or more."
      ),
    ] {
      let back = Self.session(after: 30, [WorkSet](repeating: one, count: sets))
      let curl = try #require(back.session?.exercises.first)
      #expect(curl.doses.map(\.sets).reduce(0, +) == (sets + 1) / 2)
      #expect(back.reasons.map(\.sentence).contains(sentence), "\(back.reasons.map(\.sentence))")
    }
  }
}
