import Lifting

extension Rule {
  /// Normal sets are lowered in two to six seconds, negatives in ten at most.
  static let tempoRange = Rule(
    id: "tempo-range",
    sentence: "Normal sets are lowered in 2 to 6 seconds, negatives in up to 10.",
    source: Source("Schoenfeld 2015: 0.5–8 s alike, more than 10 s inferior", .a),
    effect: .limits { draft, _ in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let slowNormal = draft.capLowering(
          ofItem: i, atSeconds: SafetyLimits.loweringSeconds.upperBound,
          where: { $0.kind != .negative })
        let slowNegative = draft.capLowering(
          ofItem: i, atSeconds: SafetyLimits.longestNegative, where: { $0.kind == .negative })
        if slowNormal || slowNegative {
          remarks.append(
            Remark(
              "\(item.exercise.name): lowered in \((slowNegative ? SafetyLimits.longestNegative : SafetyLimits.loweringSeconds.upperBound).short) seconds at most; slower adds nothing.",
              exercise: item.exercise))
        }
        var quick = false
        for (d, dose) in draft.items[i].doses.enumerated() where dose.kind != .warmUp {
          if let seconds = dose.tempo.eccentric.seconds,
            seconds >= SafetyLimits.loweringSeconds.lowerBound
          {
            continue
          }
          draft.items[i].doses[d].tempo.eccentric = .seconds(
            SafetyLimits.loweringSeconds.lowerBound)
          quick = true
        }
        if quick {
          remarks.append(
            Remark(
              "\(item.exercise.name): lowered in 2 seconds at least, so that you carry it all the way.",
              exercise: item.exercise))
        }
      }
      return remarks
    })
}

extension Draft {
  /// Shortens the lowering of the chosen doses.
  ///
  /// - Returns: whether any was longer.
  mutating func capLowering(
    ofItem index: Int, atSeconds most: Double, where chosen: (Dose) -> Bool
  ) -> Bool {
    guard items.indices.contains(index) else { return false }
    var changed = false
    for (d, dose) in items[index].doses.enumerated() where chosen(dose) {
      guard let seconds = dose.tempo.eccentric.seconds, seconds > most else { continue }
      items[index].doses[d].tempo.eccentric = .seconds(most)
      changed = true
    }
    return changed
  }
}
