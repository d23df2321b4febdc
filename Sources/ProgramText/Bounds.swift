public import Lifting

// What a program may ask for. Beyond these numbers stands a slip of the finger, not a workout: a
// line that goes beyond them gets a diagnostic and is never clamped.
extension PlannedSets {
  public static let setsRange = 1...20
  public static let repsRange = 1...100
  /// Of the concentric one-rep maximum.
  public static let percentRange = 1.0...150.0
  public static let massRange = Mass.zero...Mass.kilograms(1000)
  /// A lowering in seconds, on its own or as the first number of a tempo.
  public static let loweringRange = 0.5...60.0
  /// A rest in seconds.
  public static let restRange = 0.0...1800.0
  public static let repsInReserveRange = 0...10
}

extension Program.FrontMatter {
  public static let weekRange = 1...1000
}

/// A range with the sentence that says it.
struct Bound {
  let range: ClosedRange<Double>
  let sentence: String

  private init(
    _ words: String, _ range: ClosedRange<Double>, _ unit: String = "", of size: Double = 1
  ) {
    self.range = range
    let low = (range.lowerBound / size).plain
    let high = (range.upperBound / size).plain
    sentence = "\(words) from \(low) to \(high)" + (unit.isEmpty ? "" : " \(unit)")
  }

  private init(_ words: String, _ range: ClosedRange<Int>) {
    self.init(words, Double(range.lowerBound)...Double(range.upperBound))
  }

  static let sets = Bound("sets go", PlannedSets.setsRange)
  static let reps = Bound("repetitions go", PlannedSets.repsRange)
  static let percent = Bound("percentages go", PlannedSets.percentRange)
  static let kilograms = Bound(
    "loads go",
    PlannedSets.massRange.lowerBound.kilograms...PlannedSets.massRange.upperBound.kilograms, "kg")
  static let lowering = Bound("a lowering takes", PlannedSets.loweringRange, "s")
  static let beat = Bound("a beat takes", 0...Tempo.longestBeat, "s")
  static let rest = Bound("a rest takes", PlannedSets.restRange, "min", of: 60)
  static let reserve = Bound("repetitions in reserve go", PlannedSets.repsInReserveRange)
  /// Ten less what is kept in reserve.
  static let exertion = Bound("RPE goes", 0...10)
}
