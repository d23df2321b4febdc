import Lifting

extension Rule {
  /// A negative needs a way back up that is there.
  static let haveAWayUp = Rule(
    id: "have-a-way-up",
    sentence: "A negative needs a way back up that isn’t your own lift.",
    source: Source("NSCA 2015, supramaximal and accentuated eccentrics", .b),
    effect: .advises { draft, evidence in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let available = WayUp.available(in: item.exercise, to: evidence.athlete)
        var doses = item.doses
        for (d, dose) in doses.enumerated() where dose.kind == .negative {
          if let wayUp = dose.wayUp, available.contains(wayUp) { continue }
          guard let other = available.first else { continue }
          doses[d].wayUp = other
          remarks.append(
            Remark(
              "\(item.exercise.name): \(other.phrase), as \(dose.wayUp?.whyNot ?? "the program names no way up"). \(other.explanation)",
              exercise: item.exercise))
        }
        if available.isEmpty, doses.contains(where: { $0.kind == .negative }) {
          doses.removeAll { $0.kind == .negative }
          let partner = item.exercise.waysUp.contains(.partner)
          remarks.append(
            Remark(
              "No negatives for \(item.exercise.name.lowercased()): nobody and nothing is there to bring the weight up.",
              exercise: item.exercise,
              change: partner ? "Train with a partner who lifts it for you." : nil))
        }
        draft.items[i].doses = doses
      }
      return remarks
    })
}

extension WayUp {
  /// The ways up that the exercise has and the athlete can use, the exercise's favourite first.
  static func available(in exercise: Exercise, to athlete: Athlete) -> [WayUp] {
    exercise.waysUp.filter { wayUp in
      switch wayUp {
      case .partner: athlete.company == .partner
      case .machine: exercise.equipment.contains(.machine)
      case .jump, .feet, .hands, .otherLimb, .lighter: true
      }
    }
  }

  fileprivate var whyNot: String {
    switch self {
    case .partner: "you train alone"
    case .machine: "there is no machine for it"
    case .jump, .feet, .hands, .otherLimb, .lighter: "“\(phrase)” doesn’t fit this exercise"
    }
  }
}
