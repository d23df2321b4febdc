import Lifting
import Physiology

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The dose that brings most for the week, of those from which a body part recovers in time.
///
/// For a method m and a size n of its grid, with the load that progress has led to,
///
///     choose the smallest n with benefit(m, n) ≥ max benefit − indifference
///     benefit = Σ over body parts of share × w ÷ (w + w½),   w = reps × intensity × Σ strength
///     subject to risk(m, n) ≤ 10 % for every body part
///
/// where Σ runs over the turns of the coming week. The grid is small and every point of it is looked
/// at, so the answer is exact.
struct DoseChoice {
  let method: Method
  let dose: Dose
  let benefit: Double

  /// The best dose to add to an item of a draft, of so many reps at most; nil where no method is
  /// possible or none is recovered from in time.
  static func best(
    of methods: [Method], atMostSets sets: Int, reps: Int = .max, forItem index: Int,
    of draft: Draft, by recovery: Recovery, _ evidence: Evidence
  ) -> DoseChoice? {
    guard draft.items.indices.contains(index) else { return nil }
    let exercise = draft.items[index].exercise
    let tolerable = methods.filter { $0.fits(exercise) && $0.missing(exercise, evidence) == nil }
      .flatMap { method in
        method.doses.filter { $0.sets <= sets && $0.sets * $0.reps <= reps }.compactMap { size in
          choice(method, size, forItem: index, of: draft, by: recovery, evidence)
        }
      }
    guard let most = tolerable.map(\.benefit).max() else { return nil }
    return tolerable.filter { $0.benefit >= most - DoseParameters.standard.indifference }
      .min { $0.size < $1.size }
  }

  private var size: (Int, Double) { (dose.sets * dose.reps, -benefit) }

  /// One point of the grid; nil where it isn't recovered from in time.
  private static func choice(
    _ method: Method, _ size: Method.Size, forItem index: Int, of draft: Draft,
    by recovery: Recovery, _ evidence: Evidence
  ) -> DoseChoice? {
    var tried = draft
    let item = draft.items[index]
    let dose = item.dose(of: method, size, evidence)
    tried.items[index].doses.append(dose)
    let session = tried.stimuli
    let parts = Evidence.parts(of: item.exercise)
    guard
      parts.allSatisfy({ recovery.isTolerable($0, repeating: session) }),
      let stimulus = session.last(where: { $0.exercise == item.exercise })
    else { return nil }
    let benefit = parts.reduce(0.0) { sum, part in
      sum + (item.exercise.shares[part] ?? 0)
        * recovery.benefit(part, of: stimulus, in: session)
    }
    return DoseChoice(method: method, dose: dose, benefit: benefit)
  }
}

extension Draft.Item {
  /// What a method comes to here, in the size asked for.
  fileprivate func dose(of method: Method, _ size: Method.Size, _ evidence: Evidence) -> Dose {
    let wayUp = method.wayUp(exercise, evidence)
    var dose = Dose(
      kind: .negative, sets: size.sets, reps: size.reps, tempo: .negative(seconds: 4),
      wayUp: wayUp, repsInReserve: 1, restSeconds: max(120, doses.last?.restSeconds ?? 120))
    if exercise.bodyMassFraction > 0 {
      // Where it was lifted with help, it is lowered with no less to begin with.
      dose.load =
        lowered(after: evidence.lastNegatives(of: exercise), evidence)
        ?? evidence.lastHelp(in: exercise) ?? .body
    } else if let most = surelyKilograms(of: dose) {
      let fraction = negativeFraction(of: most, evidence)
      let wanted = max(most * fraction, nextStep(of: dose, evidence) ?? 0)
      dose.load = .external(
        .kilograms(min(most * method.load.upperBound, max(most * method.load.lowerBound, wanted))))
    }
    return dose
  }

  /// How negatives of the body go on: with a tenth more of it after all reps of the last were lowered
  /// under control, with a tenth less after they weren't, else as they were.
  private func lowered(after last: Evidence.LastNegatives?, _ evidence: Evidence) -> Load? {
    guard let last else { return nil }
    let body = evidence.athlete.bodyMass
    let done = last.heaviest.load.kilograms(in: exercise, bodyMass: body)
    switch last.control {
    case .unknown: return last.heaviest.load
    case .lost: return last.heaviest.load.lowered(to: done * 0.9, in: exercise, bodyMass: body)
    case .kept:
      guard last.heaviest.load.assistance.amount > 0 else { return last.heaviest.load }
      let whole = body.kilograms * exercise.bodyMassFraction
      return Load.weighing(min(whole, done * 1.1), in: exercise, bodyMass: body)
    }
  }

  /// The next weight above negatives that were lowered under control, in kilograms, where a tenth
  /// more would round down to the same: only up to what the limbs lift and lower in normal sets.
  private func nextStep(of dose: Dose, _ evidence: Evidence) -> Double? {
    guard let last = evidence.lastNegatives(of: exercise), last.control == .kept,
      let next = ladder.above(last.heaviest.load.external),
      let lifted = doses.filter({ $0.kind == .normal }).compactMap({ $0.load?.external }).max()
    else { return nil }
    let most = lifted.kilograms / (dose.isOneLimb(of: exercise) ? 2 : 1)
    return next.kilograms <= most + 1e-6 ? next.kilograms : nil
  }

  /// Where negatives of this exercise start, and how they go on: 60 % of the one-rep maximum, then a
  /// tenth more each time that all reps were lowered under control, and a tenth less when not.
  private func negativeFraction(of mostKilograms: Double, _ evidence: Evidence) -> Double {
    guard let last = evidence.lastNegatives(of: exercise), mostKilograms > 0 else { return 0.6 }
    let done =
      last.heaviest.load.kilograms(in: exercise, bodyMass: evidence.athlete.bodyMass)
      / mostKilograms
    switch last.control {
    case .kept: return done * 1.1
    case .lost: return done * 0.9
    case .unknown: return done
    }
  }
}

extension Evidence {
  /// The last session with negatives of an exercise.
  struct LastNegatives {
    enum Control { case kept, lost, unknown }

    var heaviest: WorkSet
    var control: Control
    /// The fewest reps of a set that were lowered to the end; nil where nobody looked.
    var fewestControlled: Int?
    /// Whether the lowerings grew short, which ended them.
    var grewShort: Bool

    /// What was lost, as an end of “because …”.
    var why: String {
      grewShort ? "last time the lowerings grew short" : "last time the lowering lost control"
    }
  }

  func lastNegatives(of exercise: Exercise) -> LastNegatives? {
    let sets = emphasized.filter {
      $0.value.exercise == exercise.id && $0.value.kind == .negative
    }
    guard let last = sets.last else { return nil }
    let session = sets.filter { last.at.timeIntervalSince($0.at) < 6 * 3600 }.map(\.value)
    let body = athlete.bodyMass
    let heaviest = session.max {
      $0.load.kilograms(in: exercise, bodyMass: body)
        < $1.load.kilograms(in: exercise, bodyMass: body)
    }
    let looked = session.filter { $0.controlledReps != nil }
    let ended = session.compactMap(\.ended)
    let grewShort = ended.contains(.loweringsShort)
    let lost =
      grewShort || ended.contains(.controlLost)
      || looked.contains { ($0.controlledReps ?? 0) < $0.reps }
    return LastNegatives(
      heaviest: heaviest ?? last.value,
      control: lost ? .lost : looked.count < session.count ? .unknown : .kept,
      fewestControlled: looked.compactMap(\.controlledReps).min(), grewShort: grewShort)
  }
}
