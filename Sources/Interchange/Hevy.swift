extension HistoryFormat {
  static let hevy = HistoryTable.hevy.format
}

extension HistoryTable {
  /// Hevy. The unit is in the weight column's name; the dates are in the phone's language.
  static let hevy = HistoryTable(
    id: "hevy", name: "Hevy",
    names: [
      .start: ["start_time"],
      .title: ["title"],
      .exercise: ["exercise_title"],
      .mark: ["set_type"],
      .weight: ["weight_kg or weight_lbs"],
      .weightKilograms: ["weight_kg"],
      .weightPounds: ["weight_lbs", "weight_lb"],
      .reps: ["reps"],
      .seconds: ["duration_seconds"],
      .kilometers: ["distance_km"],
      .miles: ["distance_miles", "distance_mi"],
      .effort: ["rpe"],
      .note: ["exercise_notes"],
      .workoutNote: ["description"],
    ],
    required: [.start, .exercise, .mark, .reps])
}
