import Lifting

extension Rule {
  /// What hurts isn't trained; a dull ache in a muscle isn't lowered on purpose.
  static let painEnds = Rule(
    id: "pain-ends",
    sentence:
      "A sharp pain, or a pain in a joint, takes out what loads that body part; a dull pain in a muscle takes out its negatives.",
    source: Source("training practice: pain isn’t soreness", .b),
    effect: .limits { draft, evidence in
      let pains = evidence.pains
      guard !pains.isEmpty else { return [] }
      var remarks: [Remark] = []
      func remark(_ sentence: String, _ exercise: Exercise, _ pain: Pain) {
        remarks.append(
          Remark(
            sentence, exercise: exercise, bodyPart: pain.bodyPart,
            change:
              "It’s back when a check-in of another day doesn’t tell of it. Pain that stays is for a clinician."
          ))
      }
      draft.items.removeAll { item in
        let hit = pains.first {
          $0.endsExercise && Evidence.parts(of: item.exercise).contains($0.bodyPart)
        }
        guard let hit else { return false }
        remark("\(item.exercise.name) is left out: you told of a \(hit.text).", item.exercise, hit)
        return true
      }
      for i in draft.items.indices {
        let exercise = draft.items[i].exercise
        let hit = pains.first { Evidence.parts(of: exercise).contains($0.bodyPart) }
        guard let hit, draft.dropEmphasis(ofItem: i) else { continue }
        remark("\(exercise.name): no negatives, as you told of a \(hit.text).", exercise, hit)
      }
      return remarks
    })
}

extension Evidence {
  /// The pains that were told on the day of the newest check-in that counts: what isn't told again on
  /// another day is over.
  var pains: [Pain] {
    guard let newest = history.checkIns.last,
      days(since: newest.at) < SafetyLimits.painDays
    else { return [] }
    let today = day(of: newest.at)
    return history.checkIns.filter { day(of: $0.at) == today }.flatMap(\.value.pains)
  }
}
