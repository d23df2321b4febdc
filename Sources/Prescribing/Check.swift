import Lifting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A limit that a draft breaks. There should be none: the limits have been applied. This looks again,
/// in other words and straight at the facts, because a dose deserves a second pair of eyes.
struct Violation: Sendable {
  let sentence: String

  static func all(in draft: Draft, _ evidence: Evidence) -> [Violation] {
    checks.flatMap { check in check(draft, evidence) }.map(Violation.init)
  }

  private static let checks: [@Sendable (Draft, Evidence) -> [String]] = [
    beginners, sets, soreness, loads, tempo, reserve,
  ]

  @Sendable private static func beginners(_ draft: Draft, _ evidence: Evidence) -> [String] {
    guard evidence.athlete.trainingMonths < 6 else { return [] }
    return draft.items.filter { $0.doses.contains(where: \.emphasizesEccentric) }
      .map { "\($0.exercise.name): negatives for a beginner." }
  }

  @Sendable private static func sets(_ draft: Draft, _ evidence: Evidence) -> [String] {
    BodyPart.allCases.compactMap { part in
      let sets = draft.items.filter { ($0.exercise.shares[part] ?? 0) >= 0.5 }
        .flatMap(\.doses).filter { $0.kind == .negative }.reduce(0) { $0 + $1.sets }
      return sets > 3 ? "\(part.name): \(sets) negative sets." : nil
    }
  }

  @Sendable private static func soreness(_ draft: Draft, _ evidence: Evidence) -> [String] {
    draft.items.filter { $0.doses.contains(where: \.emphasizesEccentric) }.flatMap { item in
      item.exercise.shares.filter { $0.value >= 0.5 }.keys.compactMap { part in
        let rating = evidence.history.checkIns.last { $0.value.soreness[part] != nil }?
          .value.soreness[part]
        if let rating, rating > 7 { return "\(part.name): negatives at soreness \(rating)." }
        let recent = evidence.history.sets.contains { set in
          let hours = evidence.now.timeIntervalSince(set.at) / 3600
          return set.value.emphasizesEccentric && set.value.reps > 0 && hours < 48
            && (Exercise.with(set.value.exercise)?.shares[part] ?? 0) >= 0.5
        }
        return recent ? "\(part.name): negatives again within 48 hours." : nil
      }
    }
  }

  @Sendable private static func loads(_ draft: Draft, _ evidence: Evidence) -> [String] {
    let age = evidence.today.year - evidence.athlete.birthYear
    return draft.items.flatMap { item in
      item.doses.compactMap { dose -> String? in
        guard let load = dose.load else { return nil }
        guard let both = item.maximumKilograms, both > 0 else {
          return unknownMaximum(dose, load, item, evidence)
        }
        let maximum = dose.isOneLimb(of: item.exercise) ? both / 2 : both
        let fraction =
          load.kilograms(in: item.exercise, bodyMass: evidence.athlete.bodyMass) / maximum
        let most =
          age < 18 || evidence.athlete.trainingMonths < 12
          ? 1.0 : min(1.2, 0.95 * item.exercise.eccentricRatio.value)
        // A body can't be made lighter than it is: what assistance can't take is not the dose's.
        guard fraction > most + 1e-6 else { return nil }
        return "\(item.exercise.name): \((fraction * 100).short(decimals: 0)) % of the maximum."
      }
    }
  }

  /// Where nobody knows what somebody can lift once, a lowering goes no further beyond what they have
  /// lifted than a maximum may be beyond any set.
  private static func unknownMaximum(
    _ dose: Dose, _ load: Load, _ item: Draft.Item, _ evidence: Evidence
  ) -> String? {
    guard dose.kind == .negative, load.external.amount > 0 else { return nil }
    func kilograms(_ load: Load) -> Double {
      load.kilograms(in: item.exercise, bodyMass: evidence.athlete.bodyMass)
    }
    let lifts = Set([item.exercise.id] + item.exercise.sameLift.map(\.id))
    let lifted =
      evidence.history.sets.lazy
      .filter { lifts.contains($0.value.exercise) && $0.value.reps > 0 }
      .map { set in
        // A maximum is a third more than what went thirty times at most, by any formula.
        kilograms(set.value.load) * (1 + min(30, Double(set.value.reps)) / 30)
      }.max() ?? 0
    let tried =
      evidence.history.tests.lazy.filter { lifts.contains($0.value.exercise) }
      .map { test in
        switch test.value.result {
        case .repetitions(let reps, let load): kilograms(load) * (1 + min(30, Double(reps)) / 30)
        case .lowering(_, let load), .hold(_, let load): kilograms(load)
        }
      }.max() ?? 0
    return kilograms(load) > max(lifted, tried) + 1e-6
      ? "\(item.exercise.name): \(load.external) lowered, and nobody knows a maximum." : nil
  }

  @Sendable private static func tempo(_ draft: Draft, _ evidence: Evidence) -> [String] {
    draft.items.flatMap { item in
      item.doses.compactMap { dose in
        guard dose.kind != .warmUp else { return nil }
        let seconds = dose.tempo.eccentric.seconds ?? 0
        return (2...(dose.kind == .negative ? 10 : 6)).contains(seconds)
          ? nil : "\(item.exercise.name): lowered in \(seconds.short) seconds."
      }
    }
  }

  @Sendable private static func reserve(_ draft: Draft, _ evidence: Evidence) -> [String] {
    draft.items.flatMap(\.doses).contains { $0.repsInReserve < 1 || $0.sets < 1 || $0.reps < 1 }
      ? ["A set to failure, or an empty one."] : []
  }
}
