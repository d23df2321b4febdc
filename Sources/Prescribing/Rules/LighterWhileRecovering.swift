import Lifting

extension Rule {
  /// Loads follow the strength that is there today.
  static let lighterWhileRecovering = Rule(
    id: "lighter-while-recovering",
    sentence: "While a body part is sore or not yet at full strength, it works with less.",
    source: Source("Chen & Nosaka 2006: 80–90 % tolerated three days after a hard bout", .a),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        var factor = 1.0
        var why = ""
        for part in item.exercise.primeMovers {
          let name = part.name.lowercased()
          if let rating = evidence.reportedSoreness(part), rating >= SafetyLimits.freeSoreness,
            factor > SafetyLimits.whileSore
          {
            factor = SafetyLimits.whileSore
            why = "you rated your \(name) \(rating) of 10"
          }
          let strength = evidence.recovery.strength(part)
          if strength < 0.9, max(0.8, strength) < factor {
            factor = max(0.8, strength)
            why =
              "your \(name) should be at about \((strength * 100).short(decimals: 0)) % strength"
          }
        }
        guard factor < 1 else { continue }
        draft.items[i].lighten(to: factor, bodyMass: evidence.athlete.bodyMass)
        remarks.append(
          Remark(
            "\(item.exercise.name): about \((factor * 100).short(decimals: 0)) % of the usual weight today, because \(why).",
            exercise: item.exercise,
            change: "It goes back to normal as you recover."))
      }
      return remarks
    })
}

extension Draft.Item {
  /// The same with a fraction of the load; where the load is by feel, with more in reserve.
  mutating func lighten(to factor: Double, bodyMass: Mass) {
    for (d, dose) in doses.enumerated() {
      if let load = dose.load, exercise.bodyMassFraction == 0 || load.assistance.amount > 0 {
        doses[d].load = load.lowered(
          to: load.kilograms(in: exercise, bodyMass: bodyMass) * factor, in: exercise,
          bodyMass: bodyMass)
      } else {
        doses[d].repsInReserve = dose.repsInReserve + 2
        doses[d].reps = max(1, Int(saturating: (Double(dose.reps) * factor).rounded(.down)))
        if let upTo = dose.repsUpTo { doses[d].repsUpTo = max(doses[d].reps, upTo - 2) }
        if doses[d].repsUpTo == doses[d].reps { doses[d].repsUpTo = nil }
      }
    }
  }
}
