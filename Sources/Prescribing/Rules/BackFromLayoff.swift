import Lifting

extension Rule {
  /// After three weeks without it, eccentric work comes back at 80 % of the load and half the sets.
  static let backFromLayoff = Rule(
    id: "back-from-layoff",
    sentence:
      "After three weeks without eccentric work it comes back with 20 % less weight and half the sets; after three weeks without training, all work does.",
    source: Source("Chen 2012: the protection of light bouts is gone after three weeks", .a),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      let isBackAtAll = evidence.isBackAtAll
      for (i, item) in draft.items.enumerated() {
        // After half a year the way up of the first weeks begins anew, which is lower still.
        let last = Evidence.parts(of: item.exercise)
          .filter { evidence.eccentricSince($0) != nil }
          .compactMap { evidence.emphasized($0).last?.at }.max()
        let isBackToNegatives =
          last.map { evidence.days(since: $0) >= SafetyLimits.layoffDays } ?? false
        guard isBackAtAll || isBackToNegatives else { continue }
        let chosen: (Dose) -> Bool = { isBackAtAll || $0.emphasizesEccentric }
        let halved = draft.halve(item: i, where: chosen)
        guard !halved.isEmpty else { continue }
        remarks.append(
          Remark(
            isBackAtAll
              ? "\(item.exercise.name): \(halved.words().listed), as you’re back after three weeks or more."
              : "\(item.exercise.name): \(halved.words(of: "eccentric ").listed), as the last were three weeks ago or more.",
            exercise: item.exercise, change: "The next session can be a full one."))
      }
      return remarks
    })
}

extension Evidence {
  /// Whether the last training of any kind is so long ago that this is a first session back.
  var isBackAtAll: Bool {
    history.sets.last { $0.value.reps > 0 }
      .map { days(since: $0.at) >= SafetyLimits.layoffDays } ?? false
  }
}

extension Draft {
  /// What halving did.
  struct Halved: OptionSet {
    let rawValue: Int
    static let fewerSets = Halved(rawValue: 1)
    static let lighter = Halved(rawValue: 2)
    static let easier = Halved(rawValue: 4)

    /// What a sentence lists, for sets of a kind: half the eccentric sets, 20 % less weight.
    func words(of kind: String = "") -> [String] {
      [
        contains(.fewerSets) ? "half the \(kind)sets" : nil,
        contains(.lighter) ? "20 % less weight" : nil,
        contains(.easier) ? "three kept in reserve" : nil,
      ].compactMap(\.self)
    }
  }

  /// Half the sets (at least one) at 80 % of the load, or where there is none, with more in reserve.
  mutating func halve(item index: Int, where chosen: (Dose) -> Bool) -> Halved {
    guard items.indices.contains(index) else { return [] }
    var halved: Halved = []
    for (d, dose) in items[index].doses.enumerated() where chosen(dose) {
      if dose.sets > 1 { halved.insert(.fewerSets) }
      items[index].doses[d].sets = (dose.sets + 1) / 2
      let exercise = items[index].exercise
      if let load = dose.load, exercise.bodyMassFraction == 0 || load != .body {
        items[index].doses[d].load = load.lowered(
          to: load.kilograms(in: exercise, bodyMass: athlete.bodyMass) * SafetyLimits.afterLayoff,
          in: exercise,
          bodyMass: athlete.bodyMass)
        halved.insert(.lighter)
      } else if dose.holdSeconds == nil {
        items[index].doses[d].repsInReserve = max(3, dose.repsInReserve)
        halved.insert(.easier)
      }
    }
    return halved
  }
}
