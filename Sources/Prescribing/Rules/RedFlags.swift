import Lifting

extension Rule {
  /// Signs of serious muscle breakdown stop everything until a clinician has seen them.
  static let redFlags = Rule(
    id: "red-flags",
    sentence: "Some signs mean: stop, and see a doctor the same day.",
    source: Source("reviews of exertional rhabdomyolysis; UMEM 2024", .a),
    effect: .refuses(.seekCare) { evidence in
      guard let flagged = evidence.redFlag, evidence.clearance(of: flagged) == nil else {
        return []
      }
      return flagged.value.symptoms.filter(\.needsCareToday)
        .sorted { $0.rawValue < $1.rawValue }
        .map { symptom in
          Remark(
            "Stop training and see a doctor today: you reported “\(symptom.text.lowercased())”.",
            change:
              "When a clinician has cleared you, tell us who and when, and we start again gently.")
        }
    })

  /// With a fever or a viral illness nobody trains.
  static let fever = Rule(
    id: "fever",
    sentence: "No training with a fever or a viral illness.",
    source: Source("reviews of exertional rhabdomyolysis", .b),
    effect: .refuses(.notToday) { evidence in
      guard let newest = evidence.history.checkIns.last,
        newest.value.symptoms.contains(.fever),
        evidence.days(since: newest.at) < SafetyLimits.feverDays
      else { return [] }
      return [
        Remark(
          "Not today: you reported a fever or a viral illness. Rest until it is over.",
          change: "Check in again when you’ve been well for a day.")
      ]
    })
}
