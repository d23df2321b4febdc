extension HistoryFormat {
  static let strongLifts = HistoryTable.strongLifts.format
}

extension HistoryTable {
  /// StrongLifts. A row is an exercise of a workout, with two columns for each of its sets: `Set 1
  /// (Reps)`, `Set 1 (KG)`. The header says in which order a date is written.
  static let strongLifts = HistoryTable(
    id: "stronglifts", name: "StrongLifts",
    names: [
      .start: ["date (yyyy/mm/dd)", "date (dd/mm/yyyy)", "date (mm/dd/yyyy)", "date"],
      .clock: ["start time (h:mm)", "start time"],
      .workout: ["workout"],
      .title: ["workout name"],
      .exercise: ["exercise"],
      .weight: ["set 1 (kg)"],
      .note: ["notes"],
    ],
    required: [.start, .exercise], listsSets: true)
}

/// Where a set stands in a row that holds several.
struct SetColumns: Sendable, Hashable {
  var reps: Int
  var weight: Int
  var isPounds: Bool

  /// All sets that a header, in small letters, has two columns for.
  static func all(in names: [String]) -> [SetColumns] {
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() where places[name] == nil { places[name] = index }
    return (1...99).compactMap { number in
      guard let reps = places["set \(number) (reps)"] else { return nil }
      for (unit, isPounds) in [("kg", false), ("kgs", false), ("lb", true), ("lbs", true)] {
        if let weight = places["set \(number) (\(unit))"] {
          return SetColumns(reps: reps, weight: weight, isPounds: isPounds)
        }
      }
      return nil
    }
  }
}
