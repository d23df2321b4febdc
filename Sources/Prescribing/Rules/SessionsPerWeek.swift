import Lifting

extension Rule {
  /// Eccentric sessions of a body part in a week: two, and three for the advanced.
  static let sessionsPerWeek = Rule(
    id: "sessions-per-week",
    sentence: "A body part gets eccentric work on two days a week, on three from two years on.",
    source: Source("ACSM 2009; NSCA practice for eccentric training", .b),
    effect: .limits { draft, evidence in
      let most =
        evidence.level == .advanced
        ? SafetyLimits.daysAWeekOfTheAdvanced : SafetyLimits.daysAWeek
      var remarks: [Remark] = []
      for i in draft.items.indices {
        let exercise = draft.items[i].exercise
        for part in Evidence.parts(of: exercise) {
          guard evidence.eccentricDays(part, within: 7).count >= most,
            draft.dropEmphasis(ofItem: i)
          else { continue }
          remarks.append(
            Remark(
              "No negatives for your \(part.name.lowercased()) today: \(most) days of them in a week are enough.",
              exercise: exercise, bodyPart: part,
              change: "They’re back when a week has passed since the first of these days."))
        }
      }
      return remarks
    })
}
