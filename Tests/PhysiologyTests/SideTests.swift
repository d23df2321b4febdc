import Foundation
import Lifting
import Physiology
import Testing

@Suite("Left and right, one after the other")
struct SideTests {
  private static let now = Date(timeIntervalSince1970: 1_770_000_000)

  private static func soreness(_ sides: [Side?]) -> Double {
    var history = History()
    history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)
    for (place, side) in sides.enumerated() {
      var set = WorkSet(
        exercise: "single-arm-row", kind: .negative, load: .external(.kilograms(30)), reps: 8,
        tempo: Tempo("5-0-1-0"))
      if Exercise.with(set.exercise) == nil { set.exercise = "dumbbell-row" }
      set.side = side
      history.sets.append(
        Dated(at: now.addingTimeInterval(-86_400 + Double(place) * 120), set))
    }
    let state = AthleteState(history, at: now)
    return state.readiness(at: now)[.lats]?.soreness.expected ?? 0
  }

  @Test("both sides in turn are as much as both at once, and one alone is no less") func turns() {
    let together = Self.soreness([nil, nil, nil])
    #expect(together > 0)
    // But for the minutes that it takes longer.
    func isAsMuch(_ sides: [Side?]) -> Bool { abs(Self.soreness(sides) / together - 1) < 0.005 }
    #expect(isAsMuch([.left, .right, .left, .right, .left, .right]))
    #expect(isAsMuch([.left, .left, .left]))
    #expect(isAsMuch([.left, .left, .left, .right]))
    #expect(Self.soreness([.left, .left, .left, .left]) > 1.05 * together)
  }

  @Test("what a side has had") func reps() {
    func set(_ exercise: Exercise.ID, _ reps: Int, _ side: Side?) -> WorkSet {
      var set = WorkSet(exercise: exercise, reps: reps)
      set.side = side
      return set
    }
    #expect([set("dumbbell-row", 8, .left), set("dumbbell-row", 6, .right)].repsOfASide == 8)
    #expect([set("dumbbell-row", 8, .left), set("biceps-curl", 6, .right)].repsOfASide == 14)
    #expect([set("dumbbell-row", 8, nil), set("dumbbell-row", 6, .right)].repsOfASide == 14)
    #expect([WorkSet]().repsOfASide == 0)
  }
}
