import Lifting

extension Rule {
  /// A yes in the screening means that a clinician decides first.
  static let screeningFirst = Rule(
    id: "screening-first",
    sentence: "A yes to a health question means that a clinician decides first.",
    source: Source("PAR-Q+ and ACSM preparticipation screening", .b),
    effect: .refuses(.notYet) { evidence in
      guard let screening = evidence.history.screening, !screening.concerns.isEmpty else {
        return []
      }
      if let cleared = screening.clearedOn, cleared <= evidence.today { return [] }
      return screening.concerns.map { concern in
        Remark(
          "Not yet: you told us about \(concern.because), and that is a clinician’s call, not ours.",
          change:
            "Ask a clinician whether hard training is all right for you, and enter the day they said yes."
        )
      }
    })
}
