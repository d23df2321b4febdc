import Lifting
import Physiology

extension Rule {
  /// No more negatives than a body part gets over until its turn comes again.
  static let recoverInTime = Rule(
    id: "recover-in-time",
    sentence:
      "Negatives are few enough that a body part is ready again at its next session: a chance of 10 % at most of being too sore or below 90 % of its strength then, or a point sorer than that on a day in between.",
    source: Source("an engineering margin; the 90 % after Chen & Nosaka 2006", .c),
    effect: .limits { draft, evidence in
      let before = draft.items
      var worst: [Int: Draft.Danger] = [:]
      // First by what nobody said, then by what was said: who says that their legs are sore doesn't
      // get more for the arms than who says nothing.
      for recovery in [evidence.recovery.withoutRatings, evidence.recovery] {
        // The last exercises give way first: a plan begins with what matters most.
        for i in draft.items.indices.reversed() {
          while draft.items[i].negativeSets > 0, let danger = draft.worst(ofItem: i, by: recovery) {
            worst[i] = worst[i] ?? danger
            draft.takeOneStep(fromItem: i)
          }
        }
      }
      return worst.sorted { $0.key < $1.key }.map { i, danger in
        draft.remark(before[i], ofItem: i, danger, evidence)
      }
    })
}

extension Draft {
  struct Danger {
    var part: BodyPart
    /// Of not being ready at the next session, and of being too sore on the days before it.
    var risk: Double
    var riskBetween: Double

    var isReady: Bool { risk <= DoseParameters.standard.mostRisk }
  }

  /// The body part of an exercise that is likeliest not to be ready in time; nil where all are likely
  /// enough to be.
  fileprivate func worst(ofItem index: Int, by recovery: Recovery) -> Danger? {
    guard items.indices.contains(index) else { return nil }
    let session = stimuli
    return Evidence.parts(of: items[index].exercise)
      .map { part in
        let strains = recovery.strains(part, repeating: session)
        return Danger(
          part: part, risk: strains.map(\.risk).max() ?? 0,
          riskBetween: strains.map(\.riskBetween).max() ?? 0)
      }
      .filter { max($0.risk, $0.riskBetween) > DoseParameters.standard.mostRisk }
      .max { ($0.risk, $0.riskBetween) < ($1.risk, $1.riskBetween) }
  }

  /// The next smaller dose: a negative set less while there are several, then a rep less while there
  /// are more than two, then none.
  fileprivate mutating func takeOneStep(fromItem index: Int) {
    guard items.indices.contains(index),
      let d = items[index].doses.lastIndex(where: { $0.kind == .negative })
    else { return }
    var dose = items[index].doses[d]
    if dose.sets > 1 {
      dose.sets -= 1
    } else if dose.mostReps > 2 {
      let fewer = dose.mostReps - 1
      dose.reps = min(dose.reps, fewer)
      dose.repsUpTo = fewer > dose.reps ? fewer : nil
    } else {
      items[index].doses.remove(at: d)
      return
    }
    items[index].doses[d] = dose
  }

  fileprivate func remark(
    _ before: Item, ofItem index: Int, _ worst: Danger, _ evidence: Evidence
  ) -> Rule.Remark {
    let asked = "\(isFromProgram ? "the program asks" : "the plan was") \(before.negatives)"
    let after = items[index].negatives
    return Rule.Remark(
      "\(before.exercise.name): \(asked); you get \(after) today, because \(worst.because(evidence))",
      exercise: before.exercise, bodyPart: worst.part,
      change: "More days between, or a few weeks of smaller doses: they protect.")
  }
}

extension Draft.Danger {
  /// What would be, with all that was asked.
  fileprivate func because(_ evidence: Evidence) -> String {
    let part = part.name.lowercased()
    let chance = ((isReady ? riskBetween : risk) * 100).short(decimals: 0)
    guard !isReady else {
      let most = evidence.recovery.ready.mostSorenessBetween.short
      return
        "with all of it the chance that your \(part) would be sorer than \(most) of 10 in the days after is \(chance) %."
    }
    let next = evidence.recovery.next(self.part).map { evidence.words($0) } ?? "its next session"
    let has = self.part.isPlural ? "have" : "has"
    return
      "your \(part) \(has) to be ready again \(next), and with all of it the chance of being too sore or too weak then is \(chance) %."
  }
}

extension Draft.Item {
  /// `2 negative sets of 4`, `none`
  fileprivate var negatives: String {
    let doses = doses.filter { $0.kind == .negative }
    guard !doses.isEmpty else { return "none" }
    return doses.map { "\($0.sets.counted("negative set")) of \($0.mostReps)" }
      .joined(separator: " and ")
  }
}

extension BodyPart {
  /// Whether its name takes “are”.
  var isPlural: Bool {
    switch self {
    case .lats, .shoulders, .forearms, .glutes, .quadriceps, .hamstrings, .calves: true
    case .elbowFlexors, .elbowExtensors, .chest, .upperBack, .core, .lowerBack: false
    }
  }
}
