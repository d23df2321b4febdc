import Lifting

extension Scenario {
  /// The keys that a scenario may have. A test holds it against what is written of a full one.
  static let shape: JSONShape = .object([
    "now": .any, "utcOffsetMinutes": .any, "program": .any, "day": .any,
    "tolerableSoreness": .any, "freeDays": .any, "sticking": .any,
    "athlete": .keys(
      "birthYear", "sex", "bodyMass", "trainingMonths", "equipment", "company", "loadStep",
      "freeDays", "tolerableSoreness"
    ).with(["weights": .keys("bar", "plates", "dumbbells", "machines")]),
    "screening": .keys("yes", "clearedOn"),
    "coach": .keys(
      "negativeSets", "percentOfMaximum", "eccentricDaysPerWeek", "repsInReserve",
      "withoutNegatives"),
    "history": .object([
      "sets": entries(
        .keys(
          "exercise", "nameAsWritten", "kind", "reps", "wayUp", "tempo", "controlledReps",
          "repsInReserve", "side", "holdSeconds", "carriedMeters", "ended", "session", "note",
          "fastestLiftMetersPerSecond", "stickingRegions"
        ).with(["load": load])),
      "checkIns": entries(
        .keys("soreness", "symptoms").with([
          "pains": .list(.keys("bodyPart", "quality", "tissue"))
        ])),
      "tests": entries(
        .keys("exercise", "reps", "loweringSeconds", "holdSeconds").with(["load": load])),
      "clearances": entries(.keys("by", "on", "note")),
      "sessions": entries(.keys("id", "title", "program")),
      "exercises": .list(.keys("name", "like", "bodyParts", "equipment", "begins", "liftsBody")),
    ]),
  ])

  private static let load = JSONShape.keys("external", "assistance")

  private static func entries(_ value: JSONShape) -> JSONShape {
    .list(value.with(["at": .any, "daysAgo": .any, "times": .any]))
  }
}
