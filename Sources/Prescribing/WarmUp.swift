public import Lifting

/// Lighter sets before the first heavy one: nothing that counts, nothing that tires.
public enum WarmUp {
  /// What is lifted how often before a set, as a share of its load; the way of training practice.
  private static let way: [(share: Double, reps: Int)] = [(0.4, 8), (0.6, 5), (0.8, 3)]
  /// Lighter sets need none.
  private static let leastKilograms = 25.0

  /// The sets that lead up to one, of the weights there are; none where the load is light, the body's or
  /// unknown, or where what is held or carried isn't lifted.
  public static func sets(before set: WorkSet, of exercise: Exercise, for athlete: Athlete?)
    -> [WorkSet]
  {
    guard set.isRepetitions, !exercise.isHeld, !exercise.isCarried, exercise.bodyMassFraction == 0,
      set.load.external.kilograms >= leastKilograms, let athlete
    else { return [] }
    let ladder = Ladder(exercise, athlete)
    let bar = exercise.equipment.contains(.barbell) ? athlete.weights?.bar ?? .kilograms(20) : .zero
    var sets: [WorkSet] = []
    for step in way {
      guard
        let wanted = Mass(set.load.external.amount * step.share, set.load.external.unit)
      else { continue }
      let below = ladder.atMost(wanted)
      let load = below < bar ? bar : below
      guard load.amount > 0, load < set.load.external, sets.last?.load.external != load else {
        continue
      }
      sets.append(
        WorkSet(
          exercise: set.exercise, kind: .warmUp, load: .external(load), reps: step.reps,
          side: set.side))
    }
    return sets
  }
}

extension PrescribedSession {
  /// The warm-ups before each of its ``turns``: before the first set that is done for a body part.
  public func warmUps(for athlete: Athlete?) -> [[WorkSet]] {
    var warm: Set<BodyPart> = []
    return turns.map { turn in
      guard let exercise = Exercise.with(turn.toDo.set.exercise) else { return [] }
      let isWarm = !warm.isDisjoint(with: exercise.primeMovers)
      warm.formUnion(exercise.countedParts)
      return isWarm ? [] : WarmUp.sets(before: turn.toDo.set, of: exercise, for: athlete)
    }
  }
}
