import Lifting

extension Rule {
  /// What can't be done here is replaced by something near, or left out.
  static let haveTheEquipment = Rule(
    id: "have-the-equipment",
    sentence: "Exercises you have nothing for are replaced, or left out.",
    source: Source("training practice", .b),
    effect: .advises { draft, evidence in
      let owned = evidence.athlete.equipment
      var remarks: [Remark] = []
      draft.items = draft.items.compactMap { item in
        let missing = item.exercise.equipment.subtracting(owned)
        guard !missing.isEmpty else { return item }
        let names = missing.map { $0.name.lowercased() }.sorted().joined(separator: " and ")
        guard
          let near = item.exercise.easierRelatives.first(where: {
            $0.equipment.isSubset(of: owned)
          })
        else {
          remarks.append(
            Remark(
              "\(item.exercise.name) is left out: it needs \(names).", exercise: item.exercise,
              change: "Add \(names) to your equipment."))
          return nil
        }
        remarks.append(
          Remark(
            "\(near.name) instead of \(item.exercise.name.lowercased()): that needs \(names).",
            exercise: item.exercise))
        return item.replaced(by: near)
      }
      return remarks
    })
}
