import Lifting
import Physiology

extension Rule {
  /// More weight, or more reps, when the last sessions showed that there is room.
  static let progression = Rule(
    id: "progression",
    sentence:
      "When you beat last time’s reps at the same weight, or had two or more left, the weight goes up a little; where the next weight is too far off, reps go up first.",
    source: Source("ACSM 2009: 2–10 % when the target is exceeded in two sessions", .a),
    effect: .advises { draft, evidence in
      var remarks: [Remark] = []
      for i in draft.items.indices {
        // A program says itself how it goes on; a weight that it leaves as it is may be outgrown.
        guard !draft.isFromProgram || draft.items[i].isFixedWeight,
          let room = Room(draft.items[i].exercise, evidence)
        else { continue }
        if let remark = draft.progress(item: i, room, evidence) { remarks.append(remark) }
      }
      return remarks
    })
}

/// What the last sessions of an exercise showed.
private struct Room {
  /// The weight of the last session.
  let load: Load
  /// The fewest reps of a set in it.
  let fewest: Int
  /// Whether two sessions at this weight left two reps in each set, or the last beat the one before.
  let isInTwoSessions: Bool
  /// The fewest reps in reserve that were told of the last session; 0 where a set tells none.
  let reserve: Int

  /// Nil where nothing can be said: a first session, or one with sets left out, which was enough.
  init?(_ exercise: Exercise, _ evidence: Evidence) {
    let sessions = evidence.workouts.map { $0.workingSets(of: exercise) }
      .filter { !$0.isEmpty }.suffix(2)
    guard sessions.count == 2, let before = sessions.first, let last = sessions.last,
      let was = before.first?.load, let load = last.first?.load, load != .body,
      last.count >= before.count, let fewestBefore = before.map(\.reps).min(),
      let fewest = last.map(\.reps).min()
    else { return nil }
    let said = (last + before).allSatisfy { ($0.repsInReserve ?? 0) >= 2 }
    isInTwoSessions =
      was == load && (fewest > fewestBefore || (said && fewest >= fewestBefore))
    reserve = last.map { $0.repsInReserve ?? 0 }.min() ?? 0
    (self.load, self.fewest) = (load, fewest)
  }
}

extension Draft {
  /// The next step of an exercise: the weight first, reps where the next weight is too far off.
  fileprivate mutating func progress(
    item index: Int, _ room: Room, _ evidence: Evidence
  ) -> Rule.Remark? {
    let item = items[index]
    guard let asked = item.doses.first(where: { $0.kind == .normal }),
      asked.repsUpTo == nil, asked.holdSeconds == nil,
      !isFromProgram || room.outgrows(asked)
    else { return nil }
    if room.isInTwoSessions, let next = heavier(than: room.load, item, evidence),
      let reps = item.reps(
        with: next, asked: min(asked.reps, room.fewest), reserve: 1, .down, evidence)
    {
      items[index].change { dose in
        dose.load = next
        dose.reps = reps
      }
      let fewer = reps < asked.reps ? ", \(reps.counted("rep")) for now" : ""
      return Rule.Remark(
        "\(item.exercise.name): \(next.words(in: item.exercise)) instead of \(room.load.words(in: item.exercise))\(fewer), because the last two sessions left room.",
        exercise: item.exercise)
    }
    // With three left in every set a rep or two more are no risk, and need no second session.
    guard !isFromProgram, room.isInTwoSessions || room.reserve >= 3 else { return nil }
    let most = min(asked.reps + 2, DoseParameters.standard.mostReps)
    guard let reps = item.reps(with: room.load, asked: most, reserve: 2, .up, evidence),
      reps > asked.reps
    else {
      return nil
    }
    items[index].change { $0.reps = reps }
    return Rule.Remark(
      "\(item.exercise.name): \(reps.counted("rep")) instead of \(asked.reps), because there was room.",
      exercise: item.exercise, change: "The weight follows when the next one isn’t too far off.")
  }

  /// The next weight that is no more than the step that ACSM has for the region.
  ///
  /// With help that is the next smaller help.
  private func heavier(than load: Load, _ item: Item, _ evidence: Evidence) -> Load? {
    let isLower = item.exercise.primeMovers.allSatisfy { $0.region == .lower }
    guard load.assistance.amount == 0 else {
      let body = evidence.athlete.bodyMass
      let now = load.kilograms(in: item.exercise, bodyMass: body)
      guard let help = item.ladder.below(load.assistance) else { return nil }
      let next = Load(external: load.external, assistance: help)
      let most = now * (isLower ? 1.1 : 1.05)
      return next.kilograms(in: item.exercise, bodyMass: body) <= most + 1e-6 ? next : nil
    }
    let next = item.ladder.raised(
      load.external, byPercent: isLower ? 5 : 2.5, atMostPercent: isLower ? 10 : 5)
    return next.map { Load(external: $0) }
  }
}

extension Room {
  /// Whether a weight that a program asks for has become light: two sessions with two more in reserve
  /// than it asks for, at that weight or above.
  fileprivate func outgrows(_ asked: Dose) -> Bool {
    isInTwoSessions && reserve >= asked.repsInReserve + 2 && fewest >= asked.reps
      && load.external >= asked.load?.external ?? .zero
  }
}

extension Draft.Item {
  fileprivate mutating func change(_ change: (inout Dose) -> Void) {
    for d in doses.indices where doses[d].kind == .normal { change(&doses[d]) }
  }

  /// How many reps leave so many in reserve, at most those asked for; nil where that would be few.
  ///
  /// Where the maximum isn't known what was asked for stands.
  fileprivate func reps(
    with load: Load, asked: Int, reserve: Double, _ rounding: FloatingPointRoundingRule,
    _ evidence: Evidence
  ) -> Int? {
    let kilograms = load.kilograms(in: exercise, bodyMass: evidence.athlete.bodyMass)
    guard let maximum = evidence.shown(of: self) ?? maximumKilograms, kilograms > 0, maximum > 0
    else { return asked }
    let able = OneRepMaxFormula.reps(at: kilograms / maximum) - reserve
    let reps = min(asked, Int(saturating: max(0, min(100, able.rounded(rounding)))))
    return reps >= min(asked, DoseParameters.standard.fewestReps) ? reps : nil
  }
}
