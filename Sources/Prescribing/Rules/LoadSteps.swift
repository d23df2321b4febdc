import Lifting

extension Rule {
  /// No load grows by more than a tenth from one time to the next.
  static let loadSteps = Rule(
    id: "load-steps",
    sentence: "A load grows by 10 % from one session to the next at most.",
    source: Source("ACSM 2009", .a),
    effect: .limits { draft, evidence in
      let bodyMass = evidence.athlete.bodyMass
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        let handled = evidence.history.sets
          .filter {
            $0.value.exercise == item.exercise.id && $0.value.kind != .warmUp
              && evidence.days(since: $0.at) < 28
          }
        func heaviest(_ sets: [Dated<WorkSet>]) -> Double? {
          sets.map { $0.value.load.kilograms(in: item.exercise, bodyMass: bodyMass) }.max()
        }
        // Negatives follow negatives; the first ones start from what was lifted. What a limb has
        // lifted and lowered in normal sets is no step for it either.
        let lowered = heaviest(handled.filter { $0.value.kind == .negative })
        let lifted = heaviest(handled.filter { $0.value.kind != .negative }) ?? 0
        let isHeavier = [
          heaviest(handled).map { most in
            draft.capLoad(
              ofItem: i, atKilograms: most * SafetyLimits.loadStep, where: { $0.kind == .normal })
          },
          lowered.map { most in
            draft.capLoad(
              ofItem: i, atKilograms: max(most * SafetyLimits.loadStep, lifted / 2),
              where: { $0.isOneLimb(of: item.exercise) })
          },
          lowered.map { most in
            draft.capLoad(
              ofItem: i, atKilograms: max(most * SafetyLimits.loadStep, lifted),
              where: { $0.kind == .negative && !$0.isOneLimb(of: item.exercise) })
          },
        ].contains(true)
        guard isHeavier else { continue }
        remarks.append(
          Remark(
            "\(item.exercise.name): a tenth more than your heaviest of the last four weeks is the most.",
            exercise: item.exercise, change: "The next step can follow next time."))
      }
      return remarks
    })
}
