extension Exercise {
  /// Exercises that can stand in for this one: done for one of the same body parts, in the same manner,
  /// the most alike first.
  ///
  /// - Parameters:
  ///   - equipment: What there is; others are left out.
  ///   - most: How many at most.
  /// - Returns: None where nothing there is is done for the same.
  public func alike(with equipment: Set<Equipment>, most: Int = 12) -> [Exercise] {
    let parts = Set(primeMovers)
    let alike = Exercise.catalog.compactMap { other -> (exercise: Exercise, likeness: Double)? in
      guard other.id != id, other.isHeld == isHeld, other.isCarried == isCarried,
        !parts.isDisjoint(with: other.primeMovers), other.equipment.isSubset(of: equipment)
      else { return nil }
      return (other, likeness(to: other) + (easier.contains(other.id) ? 1 : 0))
    }
    return alike.sorted { ($1.likeness, $0.exercise.name) < ($0.likeness, $1.exercise.name) }
      .prefix(most).map(\.exercise)
  }

  /// How alike the shares are: the cosine of the angle between them, 0 to 1.
  private func likeness(to other: Exercise) -> Double {
    func product(_ one: Exercise, _ two: Exercise) -> Double {
      one.shares.reduce(0) { $0 + $1.value * (two.shares[$1.key] ?? 0) }
    }
    let size = (product(self, self) * product(other, other)).squareRoot()
    return size > 0 ? product(self, other) / size : 0
  }
}
