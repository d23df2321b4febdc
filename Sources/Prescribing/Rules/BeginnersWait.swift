import Lifting

extension Rule {
  /// Negatives aren't for beginners.
  static let beginnersWait = Rule(
    id: "beginners-wait",
    sentence: "In the first six months of training there are no negatives and no slow lowerings.",
    source: Source("ACSM 2009, levels of training", .a),
    effect: .limits { draft, evidence in
      guard evidence.level == .beginner else { return [] }
      var dropped: [Exercise] = []
      for i in draft.items.indices where draft.dropEmphasis(ofItem: i) {
        dropped.append(draft.items[i].exercise)
      }
      guard !dropped.isEmpty else { return [] }
      let months = evidence.athlete.trainingMonths
      let trained =
        months == 0 ? "You are just starting" : "You’ve trained for \(months.counted("month"))"
      return [
        Remark(
          "Negatives: not yet. \(trained); they come after six, when muscles and tendons are used to the work.",
          exercise: dropped.first,
          change: "\((6 - months).counted("more month")) of regular training.")
      ]
    })
}
