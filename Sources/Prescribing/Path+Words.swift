import Lifting
import Physiology

extension Path {
  static func steps(
    _ goal: Goal, _ exercise: Exercise, _ seen: Seen, _ evidence: Evidence,
    _ parameters: Parameters
  ) -> [Step] {
    let longest = seen.longestLowering ?? 0
    let name = exercise.name.lowercased()
    let easier =
      exercise.easierRelatives.first { $0.equipment.isSubset(of: evidence.athlete.equipment) }
    let drafts: [(title: String, criterion: String, isDone: Bool)] = [
      (
        "\(easier?.name ?? "Easier versions"): calm normal sets",
        "Negatives wait until you’ve trained for \(parameters.beginnerMonths) months. Work up to \(parameters.easierSets) sets of \(parameters.easierReps), lowered in three seconds.",
        evidence.level > .beginner
      ),
      (
        "Assisted lowering",
        "Lower \(goal.help), up to 6 times in the first session and 10 later, until \(parameters.unassistedSeconds.short) seconds go without help.",
        longest >= parameters.unassistedSeconds
      ),
      (
        "Lowering without help",
        "3 to 5 seconds each, two or three times a week; step by step until one lasts \(parameters.attemptSeconds.short) seconds.",
        longest >= parameters.attemptSeconds
      ),
      (
        "One attempt a week",
        "Fresh, before anything else: try one \(name). The lowerings go on.", seen.isDone
      ),
    ]
    let now = drafts.firstIndex { !$0.isDone }
    return drafts.enumerated().map { index, draft in
      Step(
        title: draft.title, criterion: draft.criterion,
        state: index == now ? .now : index < now ?? drafts.count ? .done : .later)
    }
  }

  /// Where they stand, what comes now, and when.
  func words(_ seen: Seen, level: Evidence.Level, sessions: Double) -> [String] {
    var sentences: [String] = []
    let name = self.name.lowercased()
    if let longest = seen.longestLowering {
      sentences.append("Your longest controlled lowering is \(longest.short(decimals: 0)) seconds.")
    }
    if let now = steps.first(where: { $0.state == .now }) {
      sentences.append("Now: \(now.title.lowercased()). \(now.criterion)")
    }
    if let strengthPercent, let weeks {
      sentences.append(
        "Your strength is about \(strengthPercent.expected.short) % of what one \(name) takes (90 % range \(strengthPercent.low.short) to \(strengthPercent.high.short))."
      )
      sentences.append(when(weeks, sessions: sessions))
    } else if level > .beginner {
      sentences.append(
        "Note how many seconds your slowest controlled lowering takes: then there is an estimate of when."
      )
    }
    if testIsDue { sentences.append("Try one \(name) this week, fresh: it costs little now.") }
    return sentences
  }

  private func when(_ weeks: Interval, sessions: Double) -> String {
    let horizon = Parameters().horizonWeeks
    func text(_ weeks: Double) -> String {
      weeks >= horizon ? "two years or more" : weeks < 1 ? "now" : weeks.short(decimals: 0)
    }
    let often = sessions.short(decimals: 1) + (sessions == 1 ? " session" : " sessions")
    if weeks.expected < 1 {
      return
        "The first one may go already; with 90 % certainty within \(text(weeks.high))\(weeks.high < horizon ? " weeks" : "")."
    }
    return
      "At \(often) a week the first one comes in about \(text(weeks.expected))\(weeks.expected < horizon ? " weeks" : "") (90 % range \(text(weeks.low)) to \(text(weeks.high))). No trial has tested such estimates; each test makes yours better."
  }
}
