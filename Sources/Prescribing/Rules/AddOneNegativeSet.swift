import Lifting

extension Rule {
  /// The smallest useful dose for somebody without a program: one negative set after the normal ones.
  static let addOneNegativeSet = Rule(
    id: "add-one-negative-set",
    sentence: "One negative set after the normal sets of one exercise is a good start.",
    source: Source(
      "Yoshida 2024: one maximal eccentric contraction a day, five days a week, +13 % strength", .a),
    effect: .advises { draft, evidence in
      guard !draft.isFromProgram, evidence.level > .beginner,
        !draft.items.contains(where: { $0.doses.contains { $0.kind == .negative } })
      else { return [] }
      for (i, item) in draft.items.enumerated() {
        guard let wayUp = WayUp.available(in: item.exercise, to: evidence.athlete).first,
          let restSeconds = item.doses.last?.restSeconds,
          Evidence.parts(of: item.exercise).allSatisfy({ part in
            evidence.emphasized(part).last.map { evidence.days(since: $0.at) >= 3 } ?? true
          })
        else { continue }
        draft.items[i].doses.append(
          Dose(
            kind: .negative, sets: 1, reps: 4,
            load: item.negativeLoad(evidence), tempo: .negative(seconds: 4), wayUp: wayUp,
            repsInReserve: 1, restSeconds: max(120, restSeconds)))
        return [
          Remark(
            "\(item.exercise.name): one set of negatives after the normal sets, \(wayUp.phrase). \(wayUp.explanation)",
            exercise: item.exercise)
        ]
      }
      return []
    })
}

extension Draft.Item {
  /// Where negatives of this exercise start, and how they go on: 60 % of the one-rep maximum, then
  /// ten points more each time that all reps were lowered under control, up to the maximum.
  fileprivate func negativeLoad(_ evidence: Evidence) -> Load? {
    guard exercise.bodyMassFraction == 0 else { return .body }
    guard let maximumKilograms else { return nil }
    var fraction = 0.6
    let last = evidence.history.sets.last {
      $0.value.exercise == exercise.id && $0.value.kind == .negative
    }
    if let last {
      let done =
        last.value.load.kilograms(in: exercise, bodyMass: evidence.athlete.bodyMass)
        / maximumKilograms
      let controlled = last.value.controlledReps.map { $0 >= last.value.reps } ?? false
      fraction = min(1, max(0.4, controlled ? done + 0.1 : done))
    }
    return .external(.kilograms(maximumKilograms * fraction))
  }
}
