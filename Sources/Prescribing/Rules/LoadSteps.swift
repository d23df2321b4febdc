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
        // Negatives follow negatives; the first ones start from what was lifted.
        let lowered = handled.filter { $0.value.kind == .negative }
        let isHeavier = [
          heaviest(handled).map { (WorkSet.Kind.normal, $0) },
          heaviest(lowered).map { (WorkSet.Kind.negative, $0) },
        ].compactMap { $0 }.filter { kind, most in
          most > 0 && draft.capLoad(ofItem: i, atKilograms: most * 1.1, where: { $0.kind == kind })
        }
        guard !isHeavier.isEmpty else { continue }
        remarks.append(
          Remark(
            "\(item.exercise.name): a tenth more than your heaviest of the last four weeks is the most.",
            exercise: item.exercise, change: "The next step can follow next time."))
      }
      return remarks
    })
}
