import Lifting

extension Rule {
  /// After rhabdomyolysis no eccentric overload for three months after clearance.
  static let afterRhabdomyolysis = Rule(
    id: "after-rhabdomyolysis",
    sentence: "After rhabdomyolysis there is no eccentric emphasis for three months.",
    source: Source("phased return after exertional rhabdomyolysis, PMID 27900193", .b),
    effect: .limits { draft, evidence in
      guard let screening = evidence.history.screening, let cleared = screening.clearedOn else {
        return []
      }
      let wait = screening.concerns.map(\.waitAfterClearanceDays).max() ?? 0
      guard evidence.today - cleared < wait else { return [] }
      let until = cleared.advanced(by: wait)
      var dropped = false
      for i in draft.items.indices where draft.dropEmphasis(ofItem: i) { dropped = true }
      guard dropped else { return [] }
      return [
        Remark(
          "No negatives yet: after rhabdomyolysis they wait three months from your clearance.",
          change: "They can come back on \(until).")
      ]
    })
}
