extension HistoryFormat {
  static let fitNotes = HistoryTable.fitNotes.format
}

extension HistoryTable {
  /// FitNotes. It knows days, not times, and has one workout a day.
  static let fitNotes = HistoryTable(
    id: "fitnotes", name: "FitNotes",
    names: [
      .start: ["date"],
      .exercise: ["exercise"],
      .weight: ["weight"],
      .weightKilograms: ["weight (kg)", "weight (kgs)"],
      .weightPounds: ["weight (lbs)", "weight (lb)"],
      .unit: ["weight unit"],
      .reps: ["reps"],
      .note: ["comment", "notes"],
    ],
    required: [.start, .exercise, .reps])
}
