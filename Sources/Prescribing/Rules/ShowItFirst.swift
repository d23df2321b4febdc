import Lifting

extension Rule {
  /// Months of training are said; sessions are shown.
  static let showItFirst = Rule(
    id: "show-it-first",
    sentence:
      "In the first year of training, negatives with weights wait until a body part has had three normal sessions in eight weeks.",
    source: Source("ACSM 2009, levels of training", .a),
    effect: .limits { draft, evidence in
      guard evidence.isNovice else { return [] }
      var remarks: [Remark] = []
      for i in draft.items.indices where draft.items[i].exercise.bodyMassFraction == 0 {
        let exercise = draft.items[i].exercise
        let shown = exercise.primeMovers.map { ($0, evidence.workedDays($0, within: 56)) }
        guard let least = shown.min(by: { $0.1 < $1.1 }), least.1 < 3,
          draft.dropEmphasis(ofItem: i)
        else { continue }
        remarks.append(
          Remark(
            "\(exercise.name): no negatives yet; your \(least.0.name.lowercased()) had \(least.1.counted("session")) in the last eight weeks that we know of, and three come first.",
            exercise: exercise, bodyPart: least.0,
            change: "\((3 - least.1).counted("more session")) with normal sets, logged here."))
      }
      return remarks
    })
}

extension Evidence {
  /// On how many days within so many before now a body part worked.
  fileprivate func workedDays(_ part: BodyPart, within days: Double) -> Int {
    Set(
      history.sets.filter { set in
        set.value.reps > 0 && set.value.kind != .warmUp && self.days(since: set.at) < days
          && (Exercise.with(set.value.exercise).map { Self.parts(of: $0).contains(part) } ?? false)
      }
      .map { Day($0.at, utcOffsetSeconds: scenario.utcOffsetMinutes * 60) }
    ).count
  }
}
