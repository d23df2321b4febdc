import Lifting

extension Rule {
  /// Less weight when two sessions showed that it is too much.
  static let backOff = Rule(
    id: "back-off",
    sentence:
      "When reps at the same weight fall by two or more, or two sessions left nothing in reserve, the weight goes down a little.",
    source: Source("ACSM 2009: progression follows what was done", .b),
    effect: .advises { draft, evidence in
      guard !draft.isFromProgram else { return [] }
      let workouts = evidence.workouts
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let sessions = workouts.map { $0.workingSets(of: item.exercise) }
          .filter { !$0.isEmpty }.suffix(2)
        guard sessions.count == 2, let before = sessions.first, let last = sessions.last,
          let load = last.first?.load, before.first?.load == load, load.external.amount > 0,
          let was = before.map(\.reps).min(), let fewest = last.map(\.reps).min()
        else { continue }
        let emptied = (last + before).allSatisfy { $0.repsInReserve == 0 }
        guard fewest <= was - 2 || (emptied && fewest <= was) else { continue }
        let lighter = item.ladder.atMost(.kilograms(load.external.kilograms * 0.95))
        guard lighter.amount > 0, lighter < load.external else { continue }
        for (d, dose) in item.doses.enumerated() where dose.kind == .normal {
          draft.items[i].doses[d].load?.external = lighter
          draft.items[i].doses[d].reps = max(dose.reps, was)
        }
        let why =
          fewest <= was - 2
          ? "reps fell from \(was) to \(fewest)" : "the last two sessions left nothing in reserve"
        remarks.append(
          Remark(
            "\(item.exercise.name): \(lighter) instead of \(load.external), because \(why).",
            exercise: item.exercise, change: "It goes up again when two sessions leave room."))
      }
      return remarks
    })
}
