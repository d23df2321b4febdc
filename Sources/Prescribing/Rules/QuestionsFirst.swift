import Lifting

extension Rule {
  /// Nobody is prescribed anything before they have said who they are.
  static let questionsFirst = Rule(
    id: "questions-first",
    sentence: "Before the first session there are a few questions about you and your health.",
    source: Source("ACSM preparticipation screening", .b),
    effect: .refuses(.notYet) { evidence in
      guard evidence.history.athlete == nil || evidence.history.screening == nil else { return [] }
      return [
        Remark(
          "Not yet: we don’t know enough about you.",
          change: "Answer the questions about you and your health; it takes two minutes.")
      ]
    })
}
