import Lifting

/// Easier relatives of exercises, nearest first.
enum Regression {
  private static let table: [Exercise.ID: [Exercise.ID]] = [
    "pull-up": ["assisted-pull-up", "lat-pulldown", "inverted-row", "dumbbell-row"],
    "chin-up": ["assisted-pull-up", "lat-pulldown", "inverted-row", "dumbbell-row"],
    "dip": ["assisted-dip", "push-up", "incline-push-up"],
    "push-up": ["incline-push-up", "knee-push-up"],
    "pistol-squat": ["step-down", "split-squat", "bodyweight-squat"],
    "nordic-curl": ["lying-leg-curl", "seated-leg-curl", "glute-bridge"],
    "bench-press": ["dumbbell-bench-press", "push-up"],
    "incline-bench-press": ["incline-dumbbell-press", "push-up"],
    "squat": ["goblet-squat", "bodyweight-squat"],
    "front-squat": ["goblet-squat", "bodyweight-squat"],
    "overhead-press": ["dumbbell-shoulder-press"],
    "barbell-row": ["dumbbell-row", "inverted-row"],
    "seated-cable-row": ["dumbbell-row", "inverted-row"],
    "lat-pulldown": ["dumbbell-row", "inverted-row"],
    "leg-press": ["goblet-squat", "bodyweight-squat"],
    "lying-leg-curl": ["romanian-deadlift", "glute-bridge"],
    "romanian-deadlift": ["single-leg-romanian-deadlift", "glute-bridge"],
    "barbell-curl": ["biceps-curl"],
    "cable-curl": ["biceps-curl"],
    "triceps-pushdown": ["overhead-dumbbell-triceps-extension", "bench-dip"],
  ]

  /// The same movement with and without help: relatives of which as much of the body is lifted.
  static func sameLift(as exercise: Exercise) -> [Exercise] {
    guard exercise.bodyMassFraction > 0 else { return [] }
    let harder = table.filter { $0.value.contains(exercise.id) }.keys.sorted()
      .compactMap(Exercise.with)
    return (of(exercise) + harder).filter { $0.bodyMassFraction == exercise.bodyMassFraction }
  }

  static func of(_ exercise: Exercise) -> [Exercise] {
    (table[exercise.id] ?? []).compactMap(Exercise.with)
  }
}

extension Draft.Item {
  /// The same work on another exercise, by feel: loads don't carry over.
  func replaced(by other: Exercise) -> Draft.Item {
    Draft.Item(
      exercise: other,
      doses: doses.compactMap { dose in
        guard dose.kind != .negative || !other.waysUp.isEmpty else { return nil }
        var dose = dose
        dose.load = nil
        dose.percentOfMaximum = nil
        if dose.kind == .negative { dose.wayUp = other.waysUp.first }
        dose.repsInReserve = max(2, dose.repsInReserve)
        return dose
      }, maximumKilograms: nil, ladder: ladder, superset: superset, note: note)
  }
}

extension Rule {
  /// What a beginner does while negatives wait: the easier relative, lifted and lowered calmly.
  static let regressions = Rule(
    id: "learn-it-first",
    sentence: "Before negatives come calm normal sets of something you can do.",
    source: Source("ACSM 2009: novices 1–3 sets of 8–12 at a moderate pace", .b),
    effect: .advises { draft, evidence in
      guard evidence.level == .beginner else { return [] }
      var remarks: [Remark] = []
      for (index, item) in draft.items.enumerated()
      where !item.doses.isEmpty && item.doses.allSatisfy({ $0.kind == .negative }) {
        let easier =
          Regression.of(item.exercise).first {
            $0.equipment.isSubset(of: evidence.athlete.equipment)
          } ?? item.exercise
        guard easier.id != item.exercise.id || item.exercise.bodyMassFraction == 0 else {
          continue
        }
        draft.items[index] = Draft.Item(
          exercise: easier,
          doses: [
            Dose(
              kind: .normal, sets: min(3, item.doses.map(\.sets).max() ?? 3), reps: 8,
              tempo: Tempo(
                eccentric: .seconds(3), pauseBottom: 0, concentric: .seconds(1), pauseTop: 0),
              repsInReserve: 3, restSeconds: 90)
          ], maximumKilograms: evidence.maximum(easier)?.kilograms,
          ladder: Ladder(easier, evidence.athlete), superset: item.superset, note: item.note)
        remarks.append(
          Remark(
            easier.id == item.exercise.id
              ? "\(item.exercise.name): normal sets for now, lowered calmly in 3 seconds."
              : "\(easier.name) for now, lowered calmly in 3 seconds: it builds the strength for the \(item.exercise.name.lowercased()).",
            exercise: item.exercise))
      }
      return remarks
    })
}
