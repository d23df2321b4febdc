import Lifting

extension Rule {
  /// The first two weeks of negative pull-ups: six lowerings, then ten, three to five seconds each.
  static let firstNegativePullUps = Rule(
    id: "first-negative-pull-ups",
    sentence:
      "In the first two weeks negative pull-ups are six in the first session and ten after it at most, of three to five seconds.",
    source: Source("Chen 2011: elbow flexors are the most easily damaged", .a),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated()
      where item.exercise.bodyMassFraction >= 1
        && item.exercise.countedParts.contains(.elbowFlexors)
      {
        let before = evidence.emphasized(.elbowFlexors)
          .filter { $0.value.exercise == item.exercise.id && $0.value.kind == .negative }
        guard before.allSatisfy({ evidence.days(since: $0.at) < 14 }) else { continue }
        let most = before.isEmpty ? SafetyLimits.firstPullUps : SafetyLimits.pullUpsOfTwoWeeks
        let fewer = draft.capReps(ofItem: i, at: most, where: { $0.kind == .negative })
        let quicker = draft.capLowering(
          ofItem: i, atSeconds: SafetyLimits.firstPullUpSeconds, where: { $0.kind == .negative })
        guard fewer || quicker else { continue }
        remarks.append(
          Remark(
            "\(item.exercise.name): in your first two weeks of negatives, \(most) lowerings of up to 5 seconds are the most. If you can’t hold 3 seconds, keep a foot on a box.",
            exercise: item.exercise, change: "It can be more and slower from the third week on."))
      }
      return remarks
    })
}
