extension HistoryFormat {
  static let strong = HistoryTable.strong.format
}

extension HistoryTable {
  /// Strong for iOS and Android, in English and German. A set's order may be `W` (warm-up), `D`
  /// (drop set) or `F` (failure); rests and notes have rows of their own. In 2016 the weight's column
  /// was called by its unit alone.
  static let strong = HistoryTable(
    id: "strong", name: "Strong",
    names: [
      .start: ["date", "datum"],
      .title: ["workout name", "workout-name"],
      .exercise: ["exercise name", "name der übung"],
      .mark: ["set order", "reihenfolge festlegen"],
      .weight: ["weight", "gewicht"],
      .weightKilograms: ["weight (kg)", "gewicht (kg)", "kg"],
      .weightPounds: ["weight (lbs)", "weight (lb)", "gewicht (lbs)", "gewicht (lb)", "lbs", "lb"],
      .unit: ["weight unit", "gewichtseinheit"],
      .reps: ["reps", "wiederh."],
      .seconds: ["seconds", "sekunden"],
      .meters: ["distance (meters)"],
      .distance: ["distance", "entfernung"],
      .distanceUnit: ["distance unit", "entfernungseinheit"],
      .effort: ["rpe"],
      .note: ["notes", "notizen"],
      .workoutNote: ["workout notes", "workout-notizen"],
    ],
    required: [.start, .exercise, .mark, .reps])
}
