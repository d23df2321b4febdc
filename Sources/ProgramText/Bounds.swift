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
  /// Below a twentieth the sensor is noise, and above three fifths nothing is left.
  public static let velocityLossRange = 5...60
  /// How long a set is held, in seconds.
  public static let holdRange = 1...300
}

// Science's limits on how fast training may grow, as the rules of prescribing have them too.
extension Progression {
  /// Points of the one-rep maximum a week.
  public static let percentRange = 0.5...10.0
  public static let massRange = Mass.kilograms(0.25)...Mass.kilograms(10)
  public static let repsRange = 1...3
  public static let setsRange = 1...1
  /// Seconds of lowering, or of holding.
  public static let secondsRange = 0.5...5.0
  /// Every how many weeks an easy one comes.
  public static let easyWeekRange = 2...8
}

extension Program.FrontMatter {
  public static let weekRange = 1...1000
  public static let weeksRange = 1...52
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
    let numbers = low == high ? "only \(low)" : "from \(low) to \(high)"
    sentence = "\(words) \(numbers)" + (unit.isEmpty ? "" : " \(unit)")
  }

  private init(_ words: String, _ range: ClosedRange<Int>, _ unit: String = "") {
    self.init(words, Double(range.lowerBound)...Double(range.upperBound), unit)
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
  static let velocityLoss = Bound("a velocity loss goes", PlannedSets.velocityLossRange, "%")
  static let hold = Bound("a set is held", PlannedSets.holdRange, "s")
  static let percentStep = Bound("a week adds", Progression.percentRange, "points")
  static let massStep = Bound(
    "a week adds",
    Progression.massRange.lowerBound.kilograms...Progression.massRange.upperBound.kilograms, "kg")
  static let repsStep = Bound("a week adds", Progression.repsRange, "repetitions")
  static let setsStep = Bound("a week adds", Progression.setsRange, "set")
  static let secondsStep = Bound("a week adds", Progression.secondsRange, "s")
  static let easyWeek = Bound("easy weeks are", Progression.easyWeekRange, "weeks apart")
  /// Ten less what is kept in reserve.
  static let exertion = Bound("RPE goes", 0...10)
}
