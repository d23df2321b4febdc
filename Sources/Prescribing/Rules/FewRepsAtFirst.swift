import Lifting

extension Rule {
  /// The first eccentric session of a body part has fifteen lowerings at most.
  static let fewRepsAtFirst = Rule(
    id: "few-reps-at-first",
    sentence:
      "The first eccentric session of a body part, or the first after half a year without, has fifteen lowerings at most.",
    source: Source("6–24 maximal lowerings already cost the untrained a quarter to half", .b),
    effect: .limits { draft, evidence in
      var left = Dictionary(
        uniqueKeysWithValues: BodyPart.allCases.filter { evidence.eccentricSince($0) == nil }
          .map { ($0, SafetyLimits.firstSessionLowerings) })
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let parts = Evidence.parts(of: item.exercise).filter { left[$0] != nil }
        guard let tightest = parts.min(by: { (left[$0] ?? 0) < (left[$1] ?? 0) }) else { continue }
        if draft.capReps(ofItem: i, at: left[tightest] ?? 0, where: \.emphasizesEccentric) {
          remarks.append(
            Remark(
              "\(item.exercise.name): fewer lowerings, as it’s the first eccentric session for your \(tightest.name.lowercased()) in half a year or ever; fifteen are the most.",
              exercise: item.exercise, bodyPart: tightest,
              change: "It can be more from the next session on."))
        }
        let given = draft.items[i].doses.filter(\.emphasizesEccentric)
          .reduce(0) { $0 + $1.sets * $1.mostReps }
        for part in parts { left[part, default: 0] -= given }
      }
      return remarks
    })
}
