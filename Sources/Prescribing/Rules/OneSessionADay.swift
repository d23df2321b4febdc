import Lifting

extension Rule {
  /// What was done today is done; the next session is another day's.
  static let oneSessionADay = Rule(
    id: "one-session-a-day",
    sentence: "One session a day is enough.",
    source: Source("training practice", .b),
    effect: .refuses(.notToday) { evidence in
      let sets = evidence.history.sets.filter {
        $0.value.kind != .warmUp
          && Day($0.at, utcOffsetSeconds: evidence.scenario.utcOffsetMinutes * 60)
            == evidence.today
      }
      guard !sets.isEmpty else { return [] }
      let count = sets.count == 1 ? "one set" : "\(sets.count) sets"
      return [
        Remark(
          "You’ve trained today: \(count) done. The rest is eating and sleeping.",
          change: "The next session is here tomorrow.")
      ]
    })
}
