import Lifting

/// How the lowering of an exercise is stressed, and why not in another way.
public struct MethodDecision: Sendable, Hashable, Codable {
  /// The id of the method in ``Method/all``; nil where nothing is stressed any more.
  public var method: String?
  /// Why this one, in a sentence.
  public var sentence: String
  /// The others that the exercise has.
  public var others: [Other]

  public struct Other: Sendable, Hashable, Codable {
    public enum Standing: String, Sendable, Hashable, Codable, CaseIterable { case possible, out }

    public var method: String
    public var standing: Standing
    public var sentence: String
  }

  /// The decision for the items of one exercise; nil where no lowering is stressed, nor was to be.
  init?(_ items: [Draft.Item], in draft: Draft, _ evidence: Evidence) {
    guard let exercise = items.first?.exercise else { return nil }
    let planned = draft.planned.filter { $0.exercise.id == exercise.id }
    let now = draft.items.filter { $0.exercise.id == exercise.id }
    let chosen = now.compactMap { Method.used(by: $0, bodyMass: draft.athlete.bodyMass) }.first
    guard chosen != nil || planned.contains(where: { $0.eccentricReps > 0 }) else { return nil }
    method = chosen?.id
    let isOwn = !draft.isFromProgram && chosen?.id != Method.slowTempo.id
    let source =
      draft.isFromProgram
      ? "The program asks for it."
      : isOwn ? "It brings most for the week." : "Nothing else is possible."
    sentence =
      chosen.map { "\($0.name). \($0.sentence) \(source)" } ?? "The lowering isn’t stressed today."
    let isBarred = chosen == nil
    others = Method.all.filter { $0.id != chosen?.id && $0.fits(exercise) }.map { method in
      let missing = method.missing(exercise, evidence)
      return Other(
        method: method.id, standing: missing == nil && !isBarred ? .possible : .out,
        sentence: missing.map { "“\(method.name)” is out, because \($0)." }
          ?? (isBarred
            ? "“\(method.name)” is out today, like everything that stresses the lowering."
            : "“\(method.name)” would be possible too."))
    }
  }
}

extension Method {
  /// The method that an item's doses amount to; nil where no lowering is stressed.
  static func used(by item: Draft.Item, bodyMass: Mass) -> Method? {
    guard let dose = item.doses.last(where: \.emphasizesEccentric) else { return nil }
    guard dose.kind == .negative else { return .slowTempo }
    if item.exercise.bodyMassFraction > 0 {
      let isHelped = dose.load?.assistance.amount ?? 0 > 0 || dose.cue != nil
      return isHelped ? .assistedLowering : .bodyweightLowering
    }
    if item.intensity(of: dose, bodyMass: bodyMass) ?? 0 > 1 + 1e-9 { return .heavierDown }
    if dose.wayUp == .otherLimb { return .twoUpOneDown }
    return item.doses.contains { $0.kind == .normal } ? .afterNormalSets : .negativesOnly
  }
}
