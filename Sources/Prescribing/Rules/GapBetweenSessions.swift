import Lifting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Rule {
  /// Two days between eccentric sessions of a body part, three after one that did damage, and a day
  /// more from sixty on.
  static let gapBetweenSessions = Rule(
    id: "gap-between-sessions",
    sentence:
      "Between two eccentric sessions of a body part lie 48 hours, 72 after a hard one; from sixty on a day more.",
    source: Source("time course of strength after eccentric bouts, J Strength Cond Res 2012", .a),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      for i in draft.items.indices {
        let exercise = draft.items[i].exercise
        for part in Evidence.parts(of: exercise) {
          guard let gap = evidence.gap(part), gap.hoursSince < gap.hoursNeeded,
            draft.dropEmphasis(ofItem: i)
          else { continue }
          let from = evidence.now.addingTimeInterval((gap.hoursNeeded - gap.hoursSince) * 3600)
          remarks.append(
            Remark(
              "No negatives for your \(part.name.lowercased()) today: the last were \(gap.hoursSince.short(decimals: 0)) hours ago, and \(gap.hoursNeeded.short) should lie between\(gap.because).",
              exercise: exercise, bodyPart: part,
              change: "They’re back \(evidence.words(from)).")
          )
        }
      }
      return remarks
    })
}

extension Evidence {
  struct Gap {
    var hoursSince: Double
    var hoursNeeded: Double
    var because: String
  }

  /// The gap since the last eccentric session of a body part; nil where there was none.
  fileprivate func gap(_ part: BodyPart) -> Gap? {
    guard let last = emphasized(part).last?.at else { return nil }
    var gap = Gap(
      hoursSince: hours(since: last), hoursNeeded: SafetyLimits.hoursBetween, because: "")
    let worst = history.checkIns.filter { $0.at > last }
      .compactMap { $0.value.soreness[part] }.max()
    let strength = recovery.strengthADayAfterLastBout(part)
    if let worst, worst > SafetyLimits.hardSoreness {
      gap.hoursNeeded = SafetyLimits.hoursAfterAHardOne
      gap.because = ", as sore as you were (\(worst) of 10)"
    } else if strength < SafetyLimits.hardStrength {
      gap.hoursNeeded = SafetyLimits.hoursAfterAHardOne
      gap.because = ", after such a hard session"
    }
    if is60OrOver {
      gap.hoursNeeded += SafetyLimits.moreHoursFromSixty
      gap.because += ", from sixty on"
    }
    return gap
  }
}
