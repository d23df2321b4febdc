import Lifting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Rule {
  /// Strong or long soreness stops eccentric work until it is nearly gone.
  static let stopWhenSore = Rule(
    id: "stop-when-sore",
    sentence:
      "Soreness above 7, or for more than five days, stops negatives for that body part until it is below 3.",
    source: Source("stop rules for delayed soreness", .b),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      for i in draft.items.indices {
        let exercise = draft.items[i].exercise
        for part in Evidence.parts(of: exercise) {
          guard let stop = evidence.sorenessStop(part), draft.dropEmphasis(ofItem: i) else {
            continue
          }
          remarks.append(
            Remark(
              "No negatives for your \(part.name.lowercased()): \(stop).", exercise: exercise,
              bodyPart: part,
              change: "They’re back when you rate your \(part.name.lowercased()) below 3."))
        }
      }
      return remarks
    })
}

extension Evidence {
  /// Why soreness stops eccentric work of a body part; nil where it doesn't.
  fileprivate func sorenessStop(_ part: BodyPart) -> String? {
    var stop: String?
    var soreSince: Dated<CheckIn>?
    for checkIn in history.checkIns where days(since: checkIn.at) < 60 {
      guard let rating = checkIn.value.soreness[part] else { continue }
      if rating < SafetyLimits.freeSoreness {
        stop = nil
        soreSince = nil
        continue
      }
      let since = soreSince ?? checkIn
      soreSince = since
      if rating > SafetyLimits.stopSoreness {
        stop = "you rated the soreness \(rating) of 10"
      } else if checkIn.at.timeIntervalSince(since.at) > SafetyLimits.longSorenessDays * 86_400 {
        stop = stop ?? "the soreness has lasted for more than five days"
      }
    }
    return stop
  }
}
