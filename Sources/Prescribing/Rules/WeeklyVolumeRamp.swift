import Lifting

extension Rule {
  /// Eccentric reps of a body part grow by no more than 30 % from week to week.
  static let weeklyVolumeRamp = Rule(
    id: "weekly-volume-ramp",
    sentence: "A body part’s eccentric reps grow by 30 % a week at most.",
    source: Source("an engineering margin", .c),
    effect: .limits { draft, evidence in
      var left: [BodyPart: Int] = [:]
      for part in BodyPart.allCases where evidence.eccentricSince(part) != nil {
        let weeks = (0..<5).map { evidence.eccentricReps(part, week: $0) }
        let grown = SafetyLimits.weeklyGrowth * Double(weeks.dropFirst().max() ?? 0)
        let most = max(SafetyLimits.firstSessionLowerings, Int(saturating: grown.rounded(.up)))
        left[part] = most - (weeks.first ?? 0)
      }
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let parts = Evidence.parts(of: item.exercise).filter { left[$0] != nil }
        guard let tightest = parts.min(by: { (left[$0] ?? 0) < (left[$1] ?? 0) }) else { continue }
        if draft.capReps(ofItem: i, at: left[tightest] ?? 0, where: \.emphasizesEccentric) {
          remarks.append(
            Remark(
              "\(item.exercise.name): fewer lowerings than planned, so that the week isn’t more than 30 % above the busiest of the last month for your \(tightest.name.lowercased()).",
              exercise: item.exercise, bodyPart: tightest))
        }
        let given = draft.items[i].doses.filter(\.emphasizesEccentric)
          .reduce(0) { $0 + $1.sets * $1.mostReps }
        for part in parts { left[part, default: 0] -= given }
      }
      return remarks
    })
}

extension Evidence {
  /// Eccentric reps of a body part in a week; 0 is the seven days that end with today.
  fileprivate func eccentricReps(_ part: BodyPart, week: Int) -> Int {
    emphasized(part)
      .filter { (week * 7..<(week + 1) * 7).contains(today - day(of: $0.at)) }
      .map(\.value).repsOfASide
  }
}
