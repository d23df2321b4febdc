import Lifting

extension Rule {
  /// Less weight, or more help, when two sessions showed that it is too much.
  static let backOff = Rule(
    id: "back-off",
    sentence:
      "When reps at the same weight fall by two or more, or two sessions left nothing in reserve, the weight goes down a little; where there is help, there is a little more of it.",
    source: Source("ACSM 2009: progression follows what was done", .b),
    effect: .advises { draft, evidence in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() where !draft.isFromProgram || item.isLoadOpen {
        guard let failing = evidence.failing(item.exercise),
          let easier = item.easier(than: failing.load, evidence)
        else { continue }
        for (d, dose) in item.doses.enumerated() where dose.kind == .normal {
          draft.items[i].doses[d].load = easier
          if !draft.isFromProgram { draft.items[i].doses[d].reps = max(dose.reps, failing.was) }
        }
        let (now, before) = (easier.words(in: item.exercise), failing.load.words(in: item.exercise))
        remarks.append(
          Remark(
            "\(item.exercise.name): \(now) instead of \(before), because \(failing.why).",
            exercise: item.exercise, change: "It goes up again when two sessions leave room."))
      }
      return remarks
    })
}

extension Evidence {
  /// Two sessions at one load, of which the second went worse, or that both left nothing.
  struct Failing {
    let load: Load
    /// The fewest reps of a set in the session before.
    let was: Int
    /// As an end of “because …”.
    let why: String
  }

  /// Whether the last two sessions of an exercise showed that its load is too much; nil where not, and
  /// where there is no weight and no help to change.
  func failing(_ exercise: Exercise) -> Failing? {
    let sessions = workouts.map { $0.workingSets(of: exercise) }.filter { !$0.isEmpty }.suffix(2)
    guard sessions.count == 2, let before = sessions.first, let last = sessions.last,
      let load = last.first?.load, before.first?.load == load, load != .body,
      let was = before.map(\.reps).min(), let fewest = last.map(\.reps).min()
    else { return nil }
    let emptied = (last + before).allSatisfy { $0.repsInReserve == 0 }
    guard fewest <= was - 2 || (emptied && fewest <= was) else { return nil }
    return Failing(
      load: load, was: was,
      why: fewest <= was - 2
        ? "reps fell from \(was) to \(fewest)" : "the last two sessions left nothing in reserve")
  }
}

extension Draft.Item {
  /// The next load that weighs a twentieth less or more, as there is one: with help, more help. Nil
  /// where none is lighter.
  fileprivate func easier(than load: Load, _ evidence: Evidence) -> Load? {
    let body = evidence.athlete.bodyMass
    let now = load.kilograms(in: exercise, bodyMass: body)
    let counted = load.assistance.amount > 0 ? now : load.external.kilograms
    let easier = ladder.rounded(
      load.lowered(to: now - 0.05 * counted, in: exercise, bodyMass: body))
    let isThere = load.assistance.amount > 0 || easier.external.amount > 0
    return isThere && easier.kilograms(in: exercise, bodyMass: body) < now - 1e-6 ? easier : nil
  }
}

extension Load {
  /// As a reason says it: the weight alone, or what the help makes of the body.
  func words(in exercise: Exercise) -> String {
    assistance.amount > 0 ? text(in: exercise) : external.description
  }
}
