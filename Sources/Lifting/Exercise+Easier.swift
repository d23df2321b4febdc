extension Exercise {
  /// Those of ``easier``, as exercises.
  public var easierRelatives: [Exercise] { easier.compactMap(Exercise.with) }

  /// The same movement with and without help: relatives of which as much of the body is lifted.
  public var sameLift: [Exercise] {
    guard bodyMassFraction > 0 else { return [] }
    let harder = (Exercise.harderByID[id] ?? []).compactMap(Exercise.with)
    return (easierRelatives + harder).filter { $0.bodyMassFraction == bodyMassFraction }
  }

  /// What each exercise is an easier relative of.
  private static let harderByID: [ID: [ID]] = catalog.reduce(into: [:]) { harder, exercise in
    for easier in exercise.easier { harder[easier, default: []].append(exercise.id) }
  }
}
