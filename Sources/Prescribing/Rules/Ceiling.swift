import Lifting

extension Rule {
  /// No load above what can be lowered under control, whoever asks.
  static let ceiling = Rule(
    id: "ceiling",
    sentence:
      "No load goes above 120 % of the one-rep maximum, nor above 95 % of what can be lowered.",
    source: Source("Kelly 2015 and Hollander 2007: eccentric maxima 1.24–1.49 of concentric", .a),
    effect: .limits { draft, _ in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let most = min(
          SafetyLimits.ceiling,
          SafetyLimits.ceilingOfEccentric * item.exercise.eccentricRatio.value)
        guard draft.capIntensity(ofItem: i, at: most, where: { _ in true }) else { continue }
        remarks.append(
          Remark(
            "\(item.exercise.name): \((most * 100).short(decimals: 0)) % of your one-rep maximum is the ceiling.",
            exercise: item.exercise))
      }
      return remarks
    })

  /// Near and above the one-rep maximum somebody spots and the safeties are set.
  static let spotting = Rule(
    id: "spotting",
    sentence:
      "Negatives at the one-rep maximum or above need a spotter and safeties, where the weight could pin you.",
    source: Source("NSCA spotting guidelines", .b),
    effect: .limits { draft, evidence in
      let isSafe =
        evidence.athlete.company == .partner && evidence.athlete.equipment.contains(.rack)
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated()
      where item.exercise.safety == .spotterOrSafeties && !isSafe {
        guard
          draft.capIntensity(ofItem: i, at: SafetyLimits.unspotted, where: { $0.kind == .negative })
        else {
          continue
        }
        remarks.append(
          Remark(
            "\(item.exercise.name): negatives at 95 % of your one-rep maximum at most, without a spotter and safeties.",
            exercise: item.exercise, change: "Train in a rack, with a partner."))
      }
      return remarks
    })
}
