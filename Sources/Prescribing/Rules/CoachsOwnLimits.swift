import Lifting

extension Rule {
  /// A coach may be stricter than we are.
  static let coachsOwnLimits = Rule(
    id: "coachs-own-limits",
    sentence: "Your coach’s own limits hold too, where they are stricter.",
    source: Source("your coach", .b),
    effect: .limits { draft, evidence in
      guard let coach = evidence.scenario.coach else { return [] }
      var left = Dictionary(
        uniqueKeysWithValues: BodyPart.allCases.map { ($0, coach.negativeSets ?? .max) })
      var remarks: [Remark] = []
      for i in draft.items.indices {
        let exercise = draft.items[i].exercise
        let parts = Evidence.parts(of: exercise)
        let sets = parts.compactMap { left[$0] }.min() ?? .max
        if let remark = draft.apply(coach, toItem: i, sets: sets, evidence) {
          remarks.append(Remark(remark, exercise: exercise, change: "Talk to your coach."))
        }
        let given = draft.items[i].negativeSets
        for part in parts { left[part, default: .max] -= given }
      }
      return remarks
    })
}

extension Draft {
  /// - Returns: what the coach's limits took away, in a sentence; nil where nothing was.
  fileprivate mutating func apply(
    _ coach: CoachLimits, toItem index: Int, sets: Int, _ evidence: Evidence
  ) -> String? {
    guard items.indices.contains(index) else { return nil }
    let exercise = items[index].exercise
    let parts = Evidence.parts(of: exercise)
    if let part = parts.first(where: coach.withoutNegatives.contains),
      dropEmphasis(ofItem: index)
    {
      return "\(exercise.name): no negatives for your \(part.name.lowercased()), says your coach."
    }
    if let days = coach.eccentricDaysPerWeek,
      parts.contains(where: { evidence.eccentricDays($0, within: 7).count >= days }),
      dropEmphasis(ofItem: index)
    {
      return
        "\(exercise.name): no negatives today; your coach allows \(days.counted("day")) of them a week."
    }
    var said: [String] = []
    if capSets(ofItem: index, at: sets, where: { $0.kind == .negative }) {
      said.append("\((coach.negativeSets ?? 0).counted("negative set")) for a body part at most")
    }
    if let percent = coach.percentOfMaximum,
      capIntensity(ofItem: index, at: percent / 100, where: \.emphasizesEccentric)
    {
      said.append("\(percent.short) % of your one-rep maximum at most")
    }
    if let fewest = coach.repsInReserve {
      var raised = false
      for (d, dose) in items[index].doses.enumerated() where dose.repsInReserve < fewest {
        items[index].doses[d].repsInReserve = fewest
        raised = true
      }
      if raised { said.append("at least \(fewest) in reserve") }
    }
    guard !said.isEmpty else { return nil }
    return "\(exercise.name): \(said.joined(separator: ", ")), says your coach."
  }
}

extension Draft.Item {
  var negativeSets: Int { doses.filter { $0.kind == .negative }.reduce(0) { $0 + $1.sets } }
}
