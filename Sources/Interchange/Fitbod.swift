extension HistoryFormat {
  static let fitbod = HistoryTable.fitbod.format
}

extension HistoryTable {
  /// Fitbod. Its instants name their offset, and a column says which sets are warm-ups.
  static let fitbod = HistoryTable(
    id: "fitbod", name: "Fitbod",
    names: [
      .start: ["date"],
      .exercise: ["exercise"],
      .warmUp: ["iswarmup"],
      .weightKilograms: ["weight(kg)", "weight (kg)"],
      .weightPounds: ["weight(lbs)", "weight(lb)", "weight (lbs)", "weight (lb)"],
      .reps: ["reps"],
      .seconds: ["duration(s)", "duration (s)"],
      .meters: ["distance(m)", "distance (m)"],
      .note: ["note"],
      .multiplier: ["multiplier"],
    ],
    required: [.start, .exercise, .reps, .warmUp, .multiplier])
}
