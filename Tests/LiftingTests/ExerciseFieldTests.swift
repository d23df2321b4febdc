import Lifting
import Testing

@testable import Lifting

@Suite("What is asked after a set of an exercise") struct ExerciseFieldTests {
  private func exercise(limbs: Limbs, isHeld: Bool = false, isCarried: Bool = false) -> Exercise {
    Exercise.row(
      "made", "Made", [], [.core: 1], with: [], begins: .concentric, .level, Exercise.closesHip,
      up: [], ratio: .unstudied, limbs: limbs, isHeld: isHeld, isCarried: isCarried)
  }

  private func asked(after set: WorkSet, of exercise: Exercise?) -> Set<String> {
    Set(WorkSet.fields.filter { $0.isAsked(after: set, of: exercise) }.map(\.name))
  }

  @Test("the side, where one limb works at a time") func side() {
    let set = WorkSet(exercise: "made", reps: 8)
    #expect(asked(after: set, of: exercise(limbs: .one)).contains("side"))
    #expect(!asked(after: set, of: exercise(limbs: .each)).contains("side"))
    #expect(!asked(after: set, of: exercise(limbs: .both)).contains("side"))
    #expect(!asked(after: set, of: nil).contains("side"))
    var left = set
    left.side = .left
    #expect(asked(after: left, of: exercise(limbs: .both)).contains("side"))
  }

  @Test("seconds of what is held and metres of what is carried, in place of repetitions")
  func measures() {
    let set = WorkSet(exercise: "made", reps: 1)
    let repetitions: Set = ["reps", "controlledReps", "repsInReserve"]
    let held = asked(after: set, of: exercise(limbs: .both, isHeld: true))
    #expect(held.contains("holdSeconds") && held.isDisjoint(with: repetitions))
    let carried = asked(after: set, of: exercise(limbs: .both, isCarried: true))
    #expect(carried.contains("carriedMeters") && carried.isDisjoint(with: repetitions))
    let lifted = asked(after: set, of: exercise(limbs: .both))
    #expect(lifted.isSuperset(of: repetitions))
    #expect(lifted.isDisjoint(with: ["holdSeconds", "carriedMeters"]))
  }

  @Test("one limb has twice the load of two only where they share it") func shared() {
    #expect(Exercise.with("leg-press")?.isSharedByTwoLimbs == true)
    #expect(Exercise.with("standing-calf-raise")?.isSharedByTwoLimbs == true)
    #expect(Exercise.with("biceps-curl")?.isSharedByTwoLimbs == false)
    #expect(Exercise.with("cable-fly")?.isSharedByTwoLimbs == false)
    #expect(Exercise.with("step-up")?.isSharedByTwoLimbs == false)
    #expect(Exercise.with("assisted-dip")?.isAssisted == true)
    #expect(Exercise.with("dip")?.isAssisted == false)
  }
}
