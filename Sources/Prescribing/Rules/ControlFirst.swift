import Lifting

extension Rule {
  /// What wasn't lowered under control last time doesn't get heavier.
  static let controlFirst = Rule(
    id: "control-first",
    sentence: "When control was lost in the last negatives, the next are lighter, or fewer.",
    source: Source("Hollander 2007: losing the 3-s cadence is how a negative fails", .a),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() where item.negativeSets > 0 {
        guard let last = evidence.lastNegatives(of: item.exercise), last.control == .lost else {
          continue
        }
        let isLess: Bool
        let hasLoad = item.exercise.bodyMassFraction == 0 || last.heaviest.load != .body
        if hasLoad {
          let done = last.heaviest.load.kilograms(
            in: item.exercise, bodyMass: evidence.athlete.bodyMass)
          isLess = draft.capLoad(
            ofItem: i, atKilograms: done * SafetyLimits.afterLostControl,
            where: { $0.kind == .negative })
        } else {
          isLess = draft.capRepsOfASet(
            ofItem: i, at: max(2, last.fewestControlled ?? 2), where: { $0.kind == .negative })
        }
        guard isLess else { continue }
        remarks.append(
          Remark(
            "\(item.exercise.name): \(hasLoad ? "lighter" : "fewer") negatives than planned, because \(last.why).",
            exercise: item.exercise,
            change: "They grow again when every rep of a session is lowered under control."))
      }
      return remarks
    })
}

extension Draft {
  /// Shortens the sets of the chosen doses.
  ///
  /// - Returns: whether any was longer.
  fileprivate mutating func capRepsOfASet(
    ofItem index: Int, at most: Int, where chosen: (Dose) -> Bool
  ) -> Bool {
    guard items.indices.contains(index) else { return false }
    var changed = false
    for (d, dose) in items[index].doses.enumerated() where chosen(dose) && dose.mostReps > most {
      items[index].doses[d].reps = min(dose.reps, most)
      items[index].doses[d].repsUpTo = dose.reps < most ? most : nil
      changed = true
    }
    return changed
  }
}
