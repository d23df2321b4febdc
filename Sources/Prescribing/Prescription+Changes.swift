import Lifting

extension Prescription {
  /// What is different from another prescription, in sentences: for whoever wants to know what their
  /// answers did. Empty when nothing is.
  public func changes(from before: Prescription) -> [String] {
    switch (before.session, session) {
    case (nil, nil): return []
    case (nil, .some(let now)): return ["There is a session for you after all: \(now.title)."]
    case (.some(let then), nil):
      return ["\(then.title) is off for today."] + newSentences(since: before)
    case (.some(let then), .some(let now)):
      return now == then ? [] : Self.differences(then, now) + newSentences(since: before)
    }
  }

  /// The reasons that weren't given before.
  private func newSentences(since before: Prescription) -> [String] {
    let known = Set(before.reasons.map(\.sentence))
    return reasons.map(\.sentence).filter { !known.contains($0) }
  }

  private static func differences(
    _ then: PrescribedSession, _ now: PrescribedSession
  ) -> [String] {
    then.exercises.compactMap { exercise in
      guard let new = now.exercises.first(where: { $0.exercise == exercise.exercise }) else {
        return "\(exercise.name) is out for today."
      }
      guard new.doses != exercise.doses else { return nil }
      func sets(_ kind: WorkSet.Kind, _ doses: [Dose]) -> Int {
        doses.filter { $0.kind == kind }.reduce(0) { $0 + $1.sets }
      }
      let negatives = (sets(.negative, exercise.doses), sets(.negative, new.doses))
      if negatives.1 < negatives.0 {
        return negatives.1 == 0
          ? "\(exercise.name): no negatives today."
          : "\(exercise.name): \(negatives.1.counted("negative set")) instead of \(negatives.0)."
      }
      if let was = exercise.doses.first?.load?.external, let load = new.doses.first?.load?.external,
        was != load
      {
        return "\(exercise.name): \(load) instead of \(was)."
      }
      return "\(exercise.name): a little less than planned."
    }
  }
}
