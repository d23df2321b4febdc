extension HistoryFormat {
  static let fitNotes = HistoryTable.fitNotes.format
}

extension HistoryTable {
  /// FitNotes. It knows days, not times, and has one workout a day. It puts no quotes around a name
  /// that holds a comma. Tables that others made for it may count sets and mark warm-ups.
  static let fitNotes = HistoryTable(
    id: "fitnotes", name: "FitNotes",
    names: [
      .start: ["date"],
      .exercise: ["exercise"],
      .weight: ["weight"],
      .weightKilograms: ["weight (kg)", "weight (kgs)"],
      .weightPounds: ["weight (lbs)", "weight (lb)"],
      .unit: ["weight unit"],
      .sets: ["sets"],
      .warmUp: ["iswarmup", "is warmup", "warmup", "warm-up"],
      .reps: ["reps"],
      .seconds: ["time"],
      .distance: ["distance"],
      .distanceUnit: ["distance unit"],
      .note: ["comment", "notes", "note"],
    ],
    required: [.start, .exercise, .reps], quotesNothing: true)
}
