import Lifting

extension Rule {
  /// One negative set after normal sets of the same exercise.
  static let oneNegativeSetAfterNormalOnes = Rule(
    id: "one-negative-set-after-normal-ones",
    sentence: "After normal sets of an exercise one negative set is enough.",
    source: Source("practice of accentuated eccentric training", .b),
    effect: .limits { draft, _ in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated()
      where item.doses.contains(where: { $0.kind == .normal }) {
        let planned = item.doses.filter { $0.kind == .negative }.reduce(0) { $0 + $1.sets }
        guard draft.capSets(ofItem: i, at: 1, where: { $0.kind == .negative }) else { continue }
        remarks.append(
          Remark(
            "\(item.exercise.name): one negative set instead of \(planned), as it comes after normal sets. A little goes far.",
            exercise: item.exercise))
      }
      return remarks
    })

  /// No more than three negative sets for a body part in a session.
  static let fewNegativeSets = Rule(
    id: "few-negative-sets",
    sentence: "A body part gets three negative sets in a session at most.",
    source: Source("6–24 maximal lowerings already do a good deal (Nosaka, several trials)", .b),
    effect: .limits { draft, evidence in
      var left = Dictionary(
        uniqueKeysWithValues: BodyPart.allCases.map { ($0, SafetyLimits.negativeSets) })
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let planned = item.doses.filter { $0.kind == .negative }.reduce(0) { $0 + $1.sets }
        guard planned > 0 else { continue }
        let parts = Evidence.parts(of: item.exercise)
        guard let tightest = parts.min(by: { (left[$0] ?? 0) < (left[$1] ?? 0) }) else { continue }
        let most = left[tightest] ?? 0
        let given = min(planned, most)
        if draft.capSets(ofItem: i, at: most, where: { $0.kind == .negative }) {
          let got = given == 0 ? "no negative sets" : given.counted("negative set")
          remarks.append(
            Remark(
              "\(item.exercise.name): the plan asks for \(planned.counted("negative set")); you get \(got), because three in a session are the most for your \(tightest.name.lowercased()).",
              exercise: item.exercise, bodyPart: tightest))
        }
        for part in parts { left[part, default: 0] -= given }
      }
      return remarks
    })
}
