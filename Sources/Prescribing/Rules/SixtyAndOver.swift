import Lifting

extension Rule {
  /// From sixty on eccentric loads start at 40 % and grow by eight points a week.
  static let sixtyAndOver = Rule(
    id: "sixty-and-over",
    sentence:
      "From sixty on, eccentric loads are 40 % of the one-rep maximum in the first four weeks and grow by 8 points a week after.",
    source: Source("Chen 2017: 60–76 years, 10 to 100 % over 12 weeks; slower recovery", .a),
    effect: .limits { draft, evidence in
      guard evidence.is60OrOver else { return [] }
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let weeks = Double(item.exercise.primeMovers.map(evidence.eccentricWeeks).min() ?? 0)
        let most = min(1, 0.4 + 0.08 * max(0, weeks - 4))
        if draft.capIntensity(ofItem: i, at: most, where: \.emphasizesEccentric) {
          remarks.append(
            Remark(
              "\(item.exercise.name): negatives at \((most * 100).short(decimals: 0)) % of your one-rep maximum at most; from sixty on they start lighter and grow more slowly.",
              exercise: item.exercise))
        }
        guard item.maximumKilograms == nil, item.leastKilograms == nil, most < 1 else { continue }
        draft.items[i].goByFeel(
          item.exercise.bodyMassFraction > 0
            ? "Keep your feet on a box or a band under you, so that you carry less than half."
            : "Choose a weight that you could lift twenty times.",
          where: \.emphasizesEccentric)
      }
      return remarks
    })
}
