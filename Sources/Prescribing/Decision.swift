public import Lifting

/// What became of an exercise of the plan.
public struct ExerciseDecision: Sendable, Hashable, Codable {
  public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    case asPlanned, more, less, withoutNegatives, leftOut
  }

  public var exercise: Exercise.ID
  public var verdict: Verdict
  /// From the plan to what is prescribed, loads rounded; empty where nothing changed.
  public var changes: [Change]
  /// The ids of the rules that changed it, the one that bound last of all at the end.
  public var boundBy: [String]
  /// How the lowering is stressed, and what else was or wasn't possible; nil where it isn't.
  public var method: MethodDecision?
}

/// What became of the eccentric work of a body part.
public struct BodyPartDecision: Sendable, Hashable, Codable {
  public var bodyPart: BodyPart
  /// Lowerings with the eccentric stressed, in the plan.
  public var plannedReps: Int
  /// The same in what is prescribed.
  public var givenReps: Int
  /// The chance of being too sore or too weak at a session of the coming week, if this one is
  /// repeated at each of the body part's turns, 0 to 100. The more cautious of what is believed of
  /// this person and of people in general.
  public var riskPercent: Double
  /// The ids of the rules that took from it, the one that bound last of all at the end.
  public var boundBy: [String]
}

extension ExerciseDecision {
  static func all(_ draft: Draft, _ reasons: [Reason], _ evidence: Evidence) -> [ExerciseDecision] {
    let changes = Change.all(from: Draft.quantities(of: draft.planned), to: draft.quantities)
    var seen: Set<Exercise.ID> = []
    let exercises = (draft.planned + draft.items).map(\.exercise)
      .filter { seen.insert($0.id).inserted }
    return exercises.map { exercise in
      let before = draft.planned.filter { $0.exercise.id == exercise.id }
      let after = draft.items.filter { $0.exercise.id == exercise.id }
      let own = changes.filter { $0.exercise == exercise.id }
      return ExerciseDecision(
        exercise: exercise.id, verdict: Verdict(from: before, to: after, own), changes: own,
        boundBy: unique(
          reasons.filter { reason in reason.numbers.contains { $0.exercise == exercise.id } }
            .map(\.rule)),
        method: MethodDecision(after.isEmpty ? before : after, in: draft, evidence))
    }
  }

  /// In the order of the last time each was said.
  fileprivate static func unique(_ rules: [String]) -> [String] {
    var seen: Set<String> = []
    return rules.reversed().filter { seen.insert($0).inserted }.reversed()
  }
}

extension ExerciseDecision.Verdict {
  init(from before: [Draft.Item], to after: [Draft.Item], _ changes: [Change]) {
    func reps(_ items: [Draft.Item]) -> Int { items.reduce(0) { $0 + $1.eccentricReps } }
    if after.isEmpty {
      self = .leftOut
    } else if before.isEmpty || reps(after) > reps(before) {
      self = .more
    } else if reps(before) > 0, reps(after) == 0 {
      self = .withoutNegatives
    } else if changes.contains(where: \.isLess) {
      self = .less
    } else {
      self = changes.contains { $0.to > $0.from } ? .more : .asPlanned
    }
  }
}

extension Change {
  /// Whether it makes the work easier.
  var isLess: Bool {
    switch quantity {
    case .sets, .negativeSets, .eccentricReps, .kilograms, .loweringSeconds: to < from
    case .assistanceKilograms, .repsInReserve: to > from
    }
  }
}

extension BodyPartDecision {
  static func all(
    _ draft: Draft, _ reasons: [Reason], _ evidence: Evidence
  ) -> [BodyPartDecision] {
    func reps(_ items: [Draft.Item], _ part: BodyPart) -> Int {
      items.filter { Evidence.parts(of: $0.exercise).contains(part) }
        .reduce(0) { $0 + $1.eccentricReps }
    }
    let session = draft.stimuli
    return BodyPart.allCases.compactMap { part in
      let (planned, given) = (reps(draft.planned, part), reps(draft.items, part))
      guard planned + given > 0 else { return nil }
      let takers = reasons.filter { reason in
        reason.numbers.contains { change in
          change.isLess
            && (Exercise.with(change.exercise).map { Evidence.parts(of: $0).contains(part) }
              ?? false)
        }
      }
      return BodyPartDecision(
        bodyPart: part, plannedReps: planned, givenReps: given,
        riskPercent: (evidence.recovery.risk(part, repeating: session) * 100).rounded(),
        boundBy: ExerciseDecision.unique(takers.map(\.rule)))
    }
  }
}
