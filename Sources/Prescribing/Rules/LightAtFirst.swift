import Lifting

extension Rule {
  /// In the first year of training, and again after half a year off or rhabdomyolysis, negatives start
  /// at half the one-rep maximum and get heavier by ten points for each week that had some.
  static let lightAtFirst = Rule(
    id: "light-at-first",
    sentence:
      "In the first year of training, and after half a year off, negatives start at 50 % of the one-rep maximum and grow by 10 points at most with each week that had some.",
    source: Source("Chen 2017: 10 to 100 % over 12 weeks without damage", .a),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        guard let weeks = evidence.lowWeeks(of: item.exercise) else { continue }
        let most = min(
          1, SafetyLimits.firstIntensity + SafetyLimits.intensityStepAWeek * Double(weeks))
        if draft.capIntensity(ofItem: i, at: most, where: \.emphasizesEccentric) {
          remarks.append(
            Remark(
              "\(item.exercise.name): negatives at \((most * 100).short(decimals: 0)) % of your one-rep maximum at most for now; they get heavier by 10 points a week.",
              exercise: item.exercise))
        }
        guard item.maximumKilograms == nil, item.leastKilograms == nil, most < 1 else { continue }
        draft.items[i].goByFeel(
          item.exercise.bodyMassFraction > 0
            ? "Keep your feet on a box or a band under you, so that you carry about half."
            : "Choose a weight that you could lift fifteen times.",
          where: \.emphasizesEccentric)
      }
      return remarks
    })
}

extension Draft.Item {
  /// Takes the load away from the chosen doses: without a known maximum it can't be checked.
  mutating func goByFeel(_ cue: String, where chosen: (Dose) -> Bool) {
    for (d, dose) in doses.enumerated() where chosen(dose) {
      // Of a body what is added goes; what takes weight off stays.
      if exercise.bodyMassFraction == 0 {
        doses[d].load = nil
      } else {
        doses[d].load?.external = .zero
      }
      doses[d].cue = cue
    }
  }
}
