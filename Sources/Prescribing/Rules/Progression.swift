import Lifting

extension Rule {
  /// More weight when two sessions showed that there is room.
  static let progression = Rule(
    id: "progression",
    sentence:
      "When you beat last time’s reps at the same weight, or had two or more left, the weight goes up a little.",
    source: Source("ACSM 2009: 2–10 % when the target is exceeded in two sessions", .a),
    effect: .advises { draft, evidence in
      // A program says itself how it goes on.
      guard !draft.isFromProgram else { return [] }
      let workouts = evidence.workouts
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let sessions = workouts.map { $0.workingSets(of: item.exercise) }
          .filter { !$0.isEmpty }.suffix(2)
        guard sessions.count == 2, let before = sessions.first, let last = sessions.last,
          let was = before.first?.load, let load = last.first?.load, was == load,
          load.external.amount > 0,
          let fewestBefore = before.map(\.reps).min(), let fewest = last.map(\.reps).min()
        else { continue }
        let roomSaid = (last + before).allSatisfy { ($0.repsInReserve ?? 0) >= 2 }
        // Sets left out say that it was enough.
        guard last.count >= before.count else { continue }
        guard fewest > fewestBefore || (roomSaid && fewest >= fewestBefore) else { continue }
        let lower = item.exercise.primeMovers.allSatisfy { $0.region == .lower }
        let heavier = load.external.raised(
          byPercent: lower ? 5 : 2.5, atMostPercent: lower ? 10 : 5,
          step: evidence.athlete.loadStep)
        guard heavier > load.external else { continue }
        for (d, dose) in item.doses.enumerated() where dose.kind == .normal {
          draft.items[i].doses[d].load?.external = heavier
        }
        remarks.append(
          Remark(
            "\(item.exercise.name): \(heavier) instead of \(load.external), because the last two sessions left room.",
            exercise: item.exercise))
      }
      return remarks
    })
}

extension Mass {
  /// Heavier by about so much: the nearest step above, if that isn't too much at once.
  func raised(byPercent percent: Double, atMostPercent most: Double, step: Mass) -> Mass {
    guard step.kilograms > 0 else { return self }
    let step = step.converted(to: unit)
    let steps = (amount * percent / 100 / step.amount - 1e-9).rounded(.up)
    let raised = amount + steps * step.amount
    return raised <= amount * (1 + most / 100) + 1e-9 ? Mass(raised, unit) ?? self : self
  }
}
