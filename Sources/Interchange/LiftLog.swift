extension HistoryFormat {
  static let liftLog = HistoryTable.liftLog.format
}

extension HistoryTable {
  /// LiftLog's plain text. Every set has its own time; the session's id holds them together.
  static let liftLog = HistoryTable(
    id: "liftlog", name: "LiftLog",
    names: [
      .start: ["timestamp"],
      .workout: ["sessionid"],
      .exercise: ["exercise"],
      .weight: ["weight"],
      .unit: ["weightunit"],
      .reps: ["reps"],
      .note: ["notes"],
    ],
    required: [.workout, .start, .exercise, .reps])
}
