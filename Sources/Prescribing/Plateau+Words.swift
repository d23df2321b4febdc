import Lifting
import Physiology

extension Plateau {
  /// What is seen and what explains it, for the athlete.
  var sentences: [String] {
    let change =
      "\(percentPerWeek.expected.signed) % a week (90 % range \(percentPerWeek.low.signed) to \(percentPerWeek.high.signed))"
    let before = earlierPercentPerWeek.map { ", after \($0.expected.signed) % before" } ?? ""
    let seen =
      "\(name): hardly any gain in \(weeks.counted("week")) and \(sessions.counted("session")): \(change)\(before)."
    switch explanation {
    case nil:
      return [
        seen,
        "You trained it as often as before, as hard as before, and the forecast has you recovered: none of that explains it.",
      ]
    case .missedSessions: return [seen, "You trained it less than before; that explains it."]
    case .lighterSets:
      return [seen, "Many of its sets were light on purpose; they can’t show a gain."]
    case .notRecovered:
      return [seen, "You aren’t recovered from the last sessions yet; rest may be all it takes."]
    }
  }

  /// What negatives can do for it, and what they can’t be promised to do.
  static func offer(
    _ exercise: Exercise, region: StickingRange?, _ evidence: Evidence
  ) -> [String] {
    let name = exercise.name.lowercased()
    guard evidence.level > .beginner else {
      return [
        "Negatives wait until you’ve trained for six months. Until then: more calm sets, sleep and food."
      ]
    }
    guard let wayUp = WayUp.available(in: exercise, to: evidence.athlete).first else {
      return [
        "Negatives of the \(name) need a way back up that you don’t have. Lower your normal sets in four to six seconds instead, with a little less weight."
      ]
    }
    var offer = [
      "You could add one negative set after the normal ones, once or twice a week for four weeks: \(wayUp.phrase), lowered in four seconds."
    ]
    if let region {
      offer.append(
        "Measured, your lift slows down between \(region.lowPercent) and \(region.highPercent) % of the way up: let most of the lowering’s seconds pass there."
      )
    }
    offer.append(
      "In trained people slow lowering added a little strength over ordinary training (0.33 standard deviations, 95 % range 0.07 to 0.60). Nobody has tested it on people who are stuck, so look again after four weeks."
    )
    return offer
  }
}

extension Double {
  /// With its sign, to one decimal: `+0.4`, `−0.1`, `0`.
  var signed: String {
    let text = abs(self).short(decimals: 1)
    return text == "0" ? "0" : (self < 0 ? "−" : "+") + text
  }
}
