import Lifting

extension Rule {
  /// Nobody trains to failure; who is new keeps more in reserve.
  static let keepSomeInReserve = Rule(
    id: "keep-some-in-reserve",
    sentence:
      "Keep three reps in reserve in your first month, two in your second, one after that.",
    source: Source("practice of effort-based loading", .b),
    effect: .limits { draft, evidence in
      let fewest =
        switch evidence.athlete.trainingMonths {
        case ..<1: 3
        case ..<2: 2
        default: 1
        }
      var raised: Exercise?
      for (i, item) in draft.items.enumerated() {
        for (d, dose) in item.doses.enumerated() where dose.repsInReserve < fewest {
          draft.items[i].doses[d].repsInReserve = fewest
          raised = raised ?? item.exercise
        }
      }
      guard let raised else { return [] }
      return [
        Remark(
          "Stop each set with \(fewest.counted("rep")) in reserve: nothing is gained by failing.",
          exercise: raised)
      ]
    })
}
