import Lifting

extension Rule {
  /// After six weeks of eccentric work a lighter one does good. It is advice: a program may know
  /// better.
  static let lighterWeek = Rule(
    id: "lighter-week",
    sentence: "After six weeks of eccentric work in a row, a week with half of it.",
    source: Source("practice of overload blocks", .b),
    effect: .advises { draft, evidence in
      var remarks: [Remark] = []
      for i in draft.items.indices where draft.items[i].eccentricReps > 0 {
        let exercise = draft.items[i].exercise
        guard let part = Evidence.parts(of: exercise).first(where: evidence.isDueForLighterWeek)
        else { continue }
        let name = part.name.lowercased()
        if draft.isFromProgram {
          remarks.append(
            Remark(
              "Your \(name) had eccentric work in each of the last six weeks: half of it this week would do you good. The program decides.",
              exercise: exercise, bodyPart: part))
        } else {
          for (d, dose) in draft.items[i].doses.enumerated() where dose.kind == .negative {
            draft.items[i].doses[d].reps = max(1, dose.reps / 2)
          }
          remarks.append(
            Remark(
              "\(exercise.name): half the negatives this week, because your \(name) had eccentric work in each of the last six.",
              exercise: exercise, bodyPart: part, change: "The full dose is back next week."))
        }
      }
      return remarks
    })
}

extension Evidence {
  /// Eccentric work in each of the six weeks before this one and none of them a lighter one.
  fileprivate func isDueForLighterWeek(_ part: BodyPart) -> Bool {
    let sets = emphasized(part)
    let weeks = (0..<6).map { week in
      sets.filter { (Double(week) * 7..<Double(week + 1) * 7).contains(days(since: $0.at)) }
        .map(\.value).repsOfASide
    }
    guard let most = weeks.max(), let least = weeks.min(), least > 0 else { return false }
    return Double(least) > 0.6 * Double(most)
  }
}
