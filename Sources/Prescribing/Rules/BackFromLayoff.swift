import Lifting

extension Rule {
  /// After three weeks without it, eccentric work comes back at 80 % of the load and half the sets.
  static let backFromLayoff = Rule(
    id: "back-from-layoff",
    sentence:
      "After three weeks without eccentric work it comes back with 20 % less weight and half the sets; after three weeks without training, all work does.",
    source: Source("Chen 2012: the protection of light bouts is gone after three weeks", .a),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      let newest = evidence.history.sets.last { $0.value.reps > 0 }
      let isBackAtAll =
        newest.map { evidence.days(since: $0.at) >= SafetyLimits.layoffDays } ?? false
      for (i, item) in draft.items.enumerated() {
        // After half a year the way up of the first weeks begins anew, which is lower still.
        let last = Evidence.parts(of: item.exercise)
          .filter { evidence.eccentricSince($0) != nil }
          .compactMap { evidence.emphasized($0).last?.at }.max()
        let isBackToNegatives =
          last.map { evidence.days(since: $0) >= SafetyLimits.layoffDays } ?? false
        guard isBackAtAll || isBackToNegatives else { continue }
        let chosen: (Dose) -> Bool = { isBackAtAll || $0.emphasizesEccentric }
        guard draft.halve(item: i, where: chosen) else { continue }
        remarks.append(
          Remark(
            isBackAtAll
              ? "\(item.exercise.name): half the sets and 20 % less weight, as you’re back after three weeks or more."
              : "\(item.exercise.name): half the eccentric sets and 20 % less weight, as the last were three weeks ago or more.",
            exercise: item.exercise, change: "The next session can be a full one."))
      }
      return remarks
    })
}

extension Draft {
  /// Half the sets (at least one) at 80 % of the load.
  ///
  /// - Returns: whether there was anything to halve.
  mutating func halve(item index: Int, where chosen: (Dose) -> Bool) -> Bool {
    guard items.indices.contains(index) else { return false }
    var changed = false
    for (d, dose) in items[index].doses.enumerated() where chosen(dose) {
      items[index].doses[d].sets = (dose.sets + 1) / 2
      let exercise = items[index].exercise
      if let load = dose.load, exercise.bodyMassFraction == 0 || load != .body {
        items[index].doses[d].load = load.lowered(
          to: load.kilograms(in: exercise, bodyMass: athlete.bodyMass) * SafetyLimits.afterLayoff,
          in: exercise,
          bodyMass: athlete.bodyMass)
      } else {
        items[index].doses[d].repsInReserve = max(3, dose.repsInReserve)
      }
      changed = true
    }
    return changed
  }
}
