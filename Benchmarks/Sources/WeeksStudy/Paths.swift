import Foundation
import Lifting
import Physiology
import Prescribing
import Simulation

/// Whether the range of weeks to a first pull-up holds the day on which it comes.
enum PathStudy {
  static let now = Date(timeIntervalSince1970: 1_772_470_800)

  static func table(seeds: Int) -> String {
    var held = 0
    var asked = 0
    var widths: [Double] = []
    for seed in 0..<seeds {
      let learner = SyntheticLearner(seed: UInt64(seed))
      guard let weeks = estimate(learner.longestLoweringSeconds(week: 0)) else { continue }
      asked += 1
      widths.append(weeks.high - weeks.low)
      let truth = learner.weeksToFirst
      if truth >= weeks.low - 0.5, truth <= weeks.high + 0.5 { held += 1 }
    }
    widths.sort()
    let share = 100 * Double(held) / Double(max(1, asked))
    let median = widths.isEmpty ? 0 : widths[widths.count / 2]
    var table =
      "Of \(asked) simulated learners the 90 % range held the true week in \(share.text(1)) %; its median width was \(median.text(0)) weeks.\n\n"
    table +=
      "| longest controlled lowering | weeks to the first pull-up (90 % range) |\n| --- | --- |\n"
    for seconds in [3.0, 5, 10, 15, 20, 25, 30] {
      guard let weeks = estimate(seconds) else { continue }
      let high = weeks.high >= 104 ? "two years or more" : weeks.high.text(0)
      table +=
        "| \(seconds.text(0)) s | \(weeks.expected.text(0)) (\(weeks.low.text(0)) to \(high)) |\n"
    }
    return table
  }

  private static func estimate(_ seconds: Double) -> Interval? {
    var history = History()
    history.athlete = Athlete(birthYear: 1994, bodyMass: .kilograms(64), trainingMonths: 12)
    history.screening = Screening()
    history.tests = [
      Dated(
        at: now.addingTimeInterval(-8640),
        StrengthTest(exercise: "pull-up", result: .lowering(seconds: seconds, .body)))
    ]
    return outlook(Scenario(now: now, history: history)).paths.first?.weeks
  }
}
