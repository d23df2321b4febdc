public import Lifting

extension Program {
  /// Puts another exercise in the place of one, on every line that plans it; sets, repetitions and tempo
  /// stay.
  ///
  /// Weights go, as they don't carry over; shares of the maximum stay, as they mean the same. A negative
  /// has a way up that the other exercise has, or becomes a slow set where it has none.
  ///
  /// - Returns: how many lines were changed.
  /// - Throws: When a line can't be written for the other exercise; then nothing is changed.
  @discardableResult
  public mutating func exchange(_ exercise: Exercise.ID, for other: Exercise) throws(EditError)
    -> Int
  {
    var changed = self
    var count = 0
    for (index, line) in lines.enumerated() {
      guard case .exercise(let planned) = line, planned.planned.exercise == exercise else {
        continue
      }
      try changed.replan(index, as: planned.planned.exchanged(for: other))
      count += 1
    }
    self = changed
    return count
  }
}

extension PlannedExercise {
  fileprivate func exchanged(for other: Exercise) -> PlannedExercise {
    var changed = self
    changed.name = other.name
    changed.exercise = other.id
    // The video shows how the other one is done.
    changed.video = nil
    changed.groups = groups.map { group in
      var group = group
      switch group.load {
      case .percent?: break
      default:
        group.load = nil
        group.progressions.removeAll { $0.quantity == .load }
      }
      if other.limbs == .both { group.isEachSide = false }
      guard group.kind == .negative else { return group }
      if other.waysUp.isEmpty {
        group.kind = .normal
        group.wayUp = nil
      } else if group.wayUp.map({ !other.waysUp.contains($0) }) ?? false {
        group.wayUp = other.waysUp.first
      }
      return group
    }
    return changed
  }
}
