import Lifting

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
          item.exercise.easierRelatives.first {
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
