internal import Lifting

/// What a row says of its sets beside their weight and repetitions.
extension HistoryReader {
  /// How many equal sets the row stands for.
  func setCount() throws(Mistake) -> Int {
    switch csv.amount(columns[.sets]) {
    case .none: return 1
    case .number(let number) where number == number.rounded() && (0...100).contains(number):
      return Int(saturating: number)
    default:
      throw mistake(
        .setCount, at: .sets,
        "“\(text(.sets).shortened)” is not a number of sets; the row was left out")
    }
  }

  /// How long what is held was held, and how far what is carried was carried.
  struct Endurance {
    var seconds: Double?
    var meters: Double?
  }

  /// Nil where the exercise is done in repetitions, or the row says neither.
  func endurance(of exercise: Exercise?) throws(Mistake) -> Endurance? {
    guard let exercise, exercise.isHeld || exercise.isCarried else { return nil }
    var endurance = Endurance()
    if exercise.isCarried { endurance.meters = try meters() }
    // A carry may be timed; where it is measured too, the way says more.
    if endurance.meters == nil { endurance.seconds = try seconds() }
    return endurance.seconds == nil && endurance.meters == nil ? nil : endurance
  }

  private func seconds() throws(Mistake) -> Double? {
    let written = text(.seconds)
    let parts = written.split(separator: ":", omittingEmptySubsequences: false)
    let beats = parts.compactMap { Int($0, radix: 10) }.filter { (0...86_400).contains($0) }
    if (2...3).contains(parts.count), beats.count == parts.count {
      return try plausible(
        Double(beats.reduce(0) { $0 * 60 + $1 }), in: WorkSet.holdSecondsRange, at: .seconds)
    }
    return try plausible(amount(at: .seconds), in: WorkSet.holdSecondsRange, at: .seconds)
  }

  private func meters() throws(Mistake) -> Double? {
    for (column, size) in [
      (HistoryTable.Column.meters, 1.0), (.kilometers, 1000), (.miles, Self.metersOfAMile),
    ] {
      let meters = try amount(at: column).map { $0 * size }
      if let meters = try plausible(meters, in: WorkSet.carriedMetersRange, at: column) {
        return meters
      }
    }
    guard let distance = try amount(at: .distance), distance != 0 else { return nil }
    let size: Double? =
      switch text(.distanceUnit).lowercased() {
      case "m", "meter", "meters", "metres": 1
      case "km", "kilometers", "kilometres": 1000
      case "mi", "mile", "miles": Self.metersOfAMile
      case "ft", "feet": 0.3048
      case "yd", "yards": 0.9144
      default: nil
      }
    guard let size else {
      throw mistake(
        .unit, at: .distance,
        "nothing says in what unit “\(text(.distance).shortened)” is; the row was left out")
    }
    return try plausible(distance * size, in: WorkSet.carriedMetersRange, at: .distance)
  }

  /// The international mile, 1959.
  private static var metersOfAMile: Double { 1609.344 }

  private func amount(at column: HistoryTable.Column) throws(Mistake) -> Double? {
    switch csv.amount(columns[column]) {
    case .none: return nil
    case .number(let number): return number
    case .ambiguous, .unreadable:
      throw mistake(
        .repetitions, at: column,
        "“\(text(column).shortened)” is not a number; the row was left out")
    }
  }

  /// Nothing is nothing; what no set lasts or goes is a mistake.
  private func plausible(
    _ value: Double?, in range: ClosedRange<Double>, at column: HistoryTable.Column
  ) throws(Mistake) -> Double? {
    guard let value, value != 0 else { return nil }
    guard range.contains(value) else {
      throw mistake(
        .repetitions, at: column,
        "“\(text(column).shortened)” can’t be: it goes from \(range.lowerBound.short) to \(range.upperBound.short); the row was left out"
      )
    }
    return value
  }

  func isWarmUp() throws(Mistake) -> Bool {
    switch text(.warmUp).lowercased() {
    case "", "false", "no", "0", "n": return false
    case "true", "yes", "1", "y", "x": return true
    default:
      throw mistake(
        .warmUp, at: .warmUp,
        "“\(text(.warmUp).shortened)” doesn't say whether this is a warm-up; the row was left out",
        hint: "write true or false")
    }
  }
}
