public import Lifting

/// A named rule: one thing it decides, with a sentence and where it comes from.
///
/// A rule is a bounded Swift value, not a script: it can be read, tested and explained. To add one,
/// write a file in `Rules/` and add a line to ``all``.
public struct Rule: Sendable {
  enum Effect: Sendable {
    /// Asked first: any remark refuses the whole session.
    case refuses(Refusal.When, @Sendable (Evidence) -> [Remark])
    /// Shapes the draft.
    case advises(@Sendable (inout Draft, Evidence) -> [Remark])
    /// Takes away from the draft, never adds. Nothing lifts it.
    case limits(@Sendable (inout Draft, Evidence) -> [Remark])
  }

  /// What a rule has to say about one case.
  struct Remark: Sendable {
    var sentence: String
    var exercise: Exercise?
    var bodyPart: BodyPart?
    var change: String?

    init(
      _ sentence: String, exercise: Exercise? = nil, bodyPart: BodyPart? = nil,
      change: String? = nil
    ) {
      self.sentence = sentence
      self.exercise = exercise
      self.bodyPart = bodyPart
      self.change = change
    }
  }

  public let id: String
  /// What it says in general.
  public let sentence: String
  public let source: Source
  let effect: Effect

  /// All rules, in the order in which they are asked.
  public static let all: [Rule] = [
    // Gates
    .questionsFirst, .screeningFirst, .redFlags, .fever, .oneSessionADay,
    // Advice
    .loadsThereAre, .haveTheEquipment, .regressions, .haveAWayUp, .progression, .backOff,
    .addOneNegativeSet,
    .lighterWeek,
    // Limits on who, how often, how much, how heavy, how slow
    .beginnersWait, .showItFirst, .afterRhabdomyolysis, .sessionsPerWeek, .fewBodyPartsAtFirst,
    .oneNegativeSetAfterNormalOnes, .fewNegativeSets, .fewRepsAtFirst, .firstNegativePullUps,
    .weeklyVolumeRamp, .lightAtFirst, .sixtyAndOver, .noSupramaximalLoads, .ceiling, .spotting,
    .supramaximalReps, .backFromLayoff, .gentleReturn, .loadSteps, .controlFirst,
    .keepSomeInReserve,
    .tempoRange,
    .coachsOwnLimits, .recoverInTime,
    // What soreness decides comes after everything else: nothing that it takes away makes room for
    // something, so that more soreness never gives more of anything.
    .painEnds, .restWhatIsVerySore, .gapBetweenSessions, .stopWhenSore, .lighterWhileRecovering,
  ]

  func refusals(_ evidence: Evidence) -> [Reason] {
    guard case .refuses(_, let remarks) = effect else { return [] }
    return remarks(evidence).map { reason($0, .refusal) }
  }

  /// Lets the rule at the draft, and notes in figures what it changed.
  ///
  /// - Parameters:
  ///   - draft: what is shaped.
  ///   - quantities: of the draft before; of the draft after, when it comes back.
  ///   - evidence: what the rule looks at.
  ///   - how: whether it advises or limits.
  /// - Returns: what the rule said.
  func shape(
    _ draft: inout Draft, _ quantities: inout Quantities, _ evidence: Evidence,
    how: (Rule) -> (inout Draft, Evidence) -> [Reason]
  ) -> [Reason] {
    let reasons = how(self)(&draft, evidence)
    guard !reasons.isEmpty else { return reasons }
    let before = quantities
    quantities = draft.quantities
    return Change.noting(Change.all(from: before, to: quantities), in: reasons)
  }

  func advise(_ draft: inout Draft, _ evidence: Evidence) -> [Reason] {
    guard case .advises(let apply) = effect else { return [] }
    return apply(&draft, evidence).map { reason($0, .advice) }
  }

  func limit(_ draft: inout Draft, _ evidence: Evidence) -> [Reason] {
    guard case .limits(let apply) = effect else { return [] }
    return apply(&draft, evidence).map { reason($0, .limit) }
  }

  private func reason(_ remark: Remark, _ kind: Reason.Kind) -> Reason {
    Reason(
      rule: id, kind: kind, sentence: remark.sentence, exercise: remark.exercise?.id,
      bodyPart: remark.bodyPart, change: remark.change, general: sentence, source: source)
  }

  /// When a refusal of this rule could end; nil for rules that don't refuse.
  var when: Refusal.When? {
    if case .refuses(let when, _) = effect { when } else { nil }
  }
}

extension Refusal {
  /// The refusal that the gates' reasons amount to, the gravest first; nil when there are none.
  init?(_ reasons: [Reason]) {
    guard !reasons.isEmpty else { return nil }
    let whens = reasons.compactMap { reason in Rule.all.first { $0.id == reason.rule }?.when }
    let gravest: When =
      whens.contains(.seekCare) ? .seekCare : whens.contains(.notYet) ? .notYet : .notToday
    self.init(
      when: gravest, because: reasons.map(\.sentence), changes: reasons.compactMap(\.change))
  }

  static func nothingToPlanFrom(_ scenario: Scenario) -> Refusal {
    guard let day = scenario.day, scenario.history.program != nil else {
      return Refusal(
        when: .notYet, because: ["There is nothing to plan from yet."],
        changes: ["Choose a program, or bring your training history."])
    }
    return Refusal(
      when: .notYet, because: ["Your program has no workout “\(day)” with exercises in it."],
      changes: ["Choose another workout, or look at the program."])
  }

  /// Everything planned was taken away.
  static func nothingLeft(_ reasons: [Reason]) -> Refusal {
    let reasons = reasons.filter { $0.kind != .plan || $0.rule == Reason.unknownExercise }
    return Refusal(
      when: .notToday, because: unique(reasons.map(\.sentence)),
      changes: unique(reasons.compactMap(\.change)))
  }

  /// The independent check found a limit broken: better no session than that one.
  static func failedCheck(_ violations: [Violation]) -> Refusal {
    Refusal(
      when: .notToday,
      because: ["Today’s session didn’t pass our own check, so there is none."]
        + violations.map(\.sentence),
      changes: ["Tell the people who run this installation; it’s a fault of the program."])
  }

  private static func unique(_ sentences: [String]) -> [String] {
    var seen: Set<String> = []
    return sentences.filter { seen.insert($0).inserted }
  }
}
