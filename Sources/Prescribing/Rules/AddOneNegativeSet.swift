import Lifting

extension Rule {
  /// The smallest useful dose for somebody without a program: one negative set after the normal ones.
  static let addOneNegativeSet = Rule(
    id: "add-one-negative-set",
    sentence:
      "One negative set after the normal sets of one exercise is a good start; where nothing brings the weight up, one normal set is lowered slowly.",
    source: Source(
      "Yoshida 2024: one maximal eccentric contraction a day, five days a week, +13 % strength", .a),
    effect: .advises { draft, evidence in
      guard !draft.isFromProgram, evidence.level > .beginner,
        !draft.items.contains(where: { $0.eccentricReps > 0 }), evidence.returnStage?.step != .half,
        !evidence.isBackAtAll
      else { return [] }
      let rested = draft.items.indices.filter { i in
        // What went worse last time gets easier first.
        evidence.failing(draft.items[i].exercise) == nil
          && Evidence.parts(of: draft.items[i].exercise).count <= 3
          && Evidence.parts(of: draft.items[i].exercise).allSatisfy { part in
            evidence.emphasized(part).last.map { evidence.days(since: $0.at) >= 3 } ?? true
          }
      }
      let negatives = Method.all.filter {
        $0.id != Method.slowTempo.id && $0.id != "negatives-only"
      }
      func choice(_ i: Int, by recovery: Recovery, atMostReps reps: Int = .max) -> DoseChoice? {
        DoseChoice.best(
          of: negatives, atMostSets: 1, reps: reps, forItem: i, of: draft, by: recovery, evidence)
      }
      for i in rested {
        // Which exercise it is doesn't hang on ratings, or sore legs would bring work for the arms.
        guard let silent = choice(i, by: evidence.recovery.withoutRatings) else { continue }
        guard
          let choice = choice(
            i, by: evidence.recovery, atMostReps: silent.dose.sets * silent.dose.reps),
          let wayUp = choice.dose.wayUp
        else { return [] }
        var dose = choice.dose
        if draft.items[i].doses.contains(where: \.isEachSide) { dose.eachSide = true }
        draft.items[i].doses.append(dose)
        let exercise = draft.items[i].exercise
        return [
          Remark(
            "\(exercise.name): one set of negatives after the normal sets, \(wayUp.phrase). \(wayUp.explanation)",
            exercise: exercise)
        ]
      }
      let hasNoWayUp = draft.items.allSatisfy {
        WayUp.available(in: $0.exercise, to: evidence.athlete).isEmpty
      }
      guard hasNoWayUp, let i = rested.first(where: { draft.lowerSlowly(item: $0) }) else {
        return []
      }
      let exercise = draft.items[i].exercise
      return [
        Remark(
          "\(exercise.name): the last normal set is lowered in 4 seconds. Nothing here brings the weight up for you, so negatives are out and a slow lowering does the work.",
          exercise: exercise,
          change: exercise.waysUp.contains(.partner)
            ? "A partner who lifts it for you would make negatives possible." : nil)
      ]
    })
}

extension Draft {
  /// Makes the last normal set a slow one.
  ///
  /// - Returns: whether there was one.
  fileprivate mutating func lowerSlowly(item index: Int) -> Bool {
    guard items.indices.contains(index), !items[index].exercise.isHeld,
      !items[index].exercise.isCarried,
      let d = items[index].doses.lastIndex(where: { $0.kind == .normal && $0.holdSeconds == nil })
    else { return false }
    var slow = items[index].doses[d]
    slow.sets = 1
    slow.tempo.eccentric = .seconds(Dose.fastestEmphasis)
    slow.repsInReserve = max(2, slow.repsInReserve)
    if items[index].doses[d].sets > 1 {
      items[index].doses[d].sets -= 1
      items[index].doses.insert(slow, at: d + 1)
    } else {
      items[index].doses[d] = slow
    }
    return true
  }
}
