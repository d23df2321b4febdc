import Lifting

extension Rule {
  /// The very first eccentric session is for three body parts at most.
  static let fewBodyPartsAtFirst = Rule(
    id: "few-body-parts-at-first",
    sentence: "The first eccentric session is for three body parts at most.",
    source: Source(
      "Huang 2019: nine muscle groups at 80 % in one go, mean CK 120,360 IU/L in untrained men", .a),
    effect: .limits { draft, evidence in
      guard
        !evidence.emphasized.contains(where: {
          evidence.days(since: $0.at) < SafetyLimits.firstAgainDays
        })
      else {
        return []
      }
      var stressed: Set<BodyPart> = []
      var remarks: [Remark] = []
      for i in draft.items.indices
      where draft.items[i].doses.contains(where: \.emphasizesEccentric) {
        let exercise = draft.items[i].exercise
        let together = stressed.union(Evidence.parts(of: exercise))
        if together.count <= SafetyLimits.firstSessionBodyParts {
          stressed = together
        } else if draft.dropEmphasis(ofItem: i) {
          remarks.append(
            Remark(
              "\(exercise.name) stays without negatives today: a first eccentric session is for three body parts at most.",
              exercise: exercise, change: "It can have them next time."))
        }
      }
      return remarks
    })
}
