import Lifting

extension Rule {
  /// What hurts at eight or more of ten isn't trained.
  static let restWhatIsVerySore = Rule(
    id: "rest-what-is-very-sore",
    sentence: "A body part that you rate 8 or more isn’t trained today.",
    source: Source("training practice", .b),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      draft.items.removeAll { item in
        for part in item.exercise.primeMovers {
          guard let rating = evidence.reportedSoreness(part), rating >= SafetyLimits.restSoreness
          else { continue }
          remarks.append(
            Remark(
              "\(item.exercise.name) is left out: you rated your \(part.name.lowercased()) \(rating) of 10.",
              exercise: item.exercise, bodyPart: part,
              change: "It’s back when you rate your \(part.name.lowercased()) 7 or less."))
          return true
        }
        return false
      }
      return remarks
    })
}
