internal import Lifting

/// What a column of a table of repetitions says, found out by the words of its name and its unit.
///
/// Trackers let people choose their columns and units, and so a list of names would never end: `Avg. ecc.
/// velocity [m/s]`, `Eccentric Avg Velocity (m/s)` and `Ecc Mean Velocity` are the same.
enum RepColumn: Sendable, Hashable {
  case athlete, lastName, exercise, day, clock, set, rep
  /// How many repetitions the row stands for, where it is a set.
  case reps
  /// Of which phase the row is.
  case type
  /// Whether the row is a repetition or sums some up.
  case rowType
  case load, loadUnit
  /// A quantity, and the phase that the name says it is of.
  case measure(Measure, Phase?)

  enum Measure: Sendable, Hashable {
    case meanVelocity, propulsiveVelocity, peakVelocity, meanPower, peakPower
    case seconds
    /// How far the load went.
    case distance
    /// How far it went, of the repetition rather than of a phase.
    case range

    /// What it can be, in SI units; anything else is a mistake.
    var plausible: ClosedRange<Double> {
      switch self {
      case .meanVelocity, .propulsiveVelocity, .peakVelocity: Velocity.range
      case .meanPower, .peakPower: 0...50_000
      case .seconds: 0...Tempo.longestBeat
      case .distance, .range: 0...5
      }
    }

    var unit: String {
      switch self {
      case .meanVelocity, .propulsiveVelocity, .peakVelocity: "m/s"
      case .meanPower, .peakPower: "W"
      case .seconds: "s"
      case .distance, .range: "m"
      }
    }
  }

  /// A column's name, understood.
  struct Heading: Sendable, Hashable {
    var column: RepColumn
    /// By what its values are multiplied; nil where the name says no unit.
    var factor: Double?
    /// Of a load.
    var unit: Mass.Unit?
  }

  /// What a name says; nil where it is nothing that is read.
  static func heading(_ name: String) -> Heading? {
    let (words, unit) = parts(of: name)
    let phrase = words.joined(separator: " ")
    if unit == nil, let text = texts[phrase] { return Heading(column: text) }
    guard words.allSatisfy({ !foreign.contains($0) }) else { return nil }
    let said = Set(words)
    if let measure = measure(said, phrase) {
      // A unit of another kind makes it another quantity: W/kg is no power.
      guard unit == nil || units[unit ?? ""]?[measure.unit] != nil else { return nil }
      return Heading(
        column: .measure(measure, phase(said)), factor: unit.flatMap { units[$0]?[measure.unit] })
    }
    guard !said.isDisjoint(with: ["load", "weight", "kg", "lb", "lbs"]) else { return nil }
    if let unit {
      guard let mass = massUnit(unit) else { return nil }
      return Heading(column: .load, unit: mass)
    }
    return loads.contains(phrase) ? Heading(column: .load) : nil
  }

  /// The unit of a weight, as people write it.
  static func massUnit(_ text: String) -> Mass.Unit? {
    switch text.lowercased() {
    case "kg", "kgs", "kilogram", "kilograms": .kilograms
    case "lb", "lbs", "pound", "pounds": .pounds
    default: nil
    }
  }

  // MARK: - Words

  /// The words of a name in small letters, and its unit: in brackets at the end, or the last word.
  private static func parts(of name: String) -> (words: [String], unit: String?) {
    var rest = name.trimmed[...]
    var unit: String?
    for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
      guard rest.last == close, let start = rest.lastIndex(of: open) else { continue }
      unit = rest[rest.index(after: start)..<rest.index(before: rest.endIndex)]
        .lowercased().filter { $0 != " " }
      rest = rest[..<start]
      break
    }
    var words: [String] = []
    var before: Character = " "
    for character in rest {
      if character.isLetter || character.isNumber {
        let begins =
          !(before.isLetter || before.isNumber) || (before.isLowercase && character.isUppercase)
        if begins { words.append("") }
        words[words.count - 1] += character.lowercased()
      }
      before = character
    }
    if unit == nil, words.count > 1, let last = words.last,
      units[last] != nil || massUnit(last) != nil
    {
      unit = last
      words.removeLast()
      // As in `mean_velocity_m_s`.
      if last == "s", words.last == "m", words.count > 1 {
        unit = "m/s"
        words.removeLast()
      }
    }
    return (words, unit)
  }

  private static let texts: [String: RepColumn] = {
    var texts: [String: RepColumn] = [:]
    let names: [(RepColumn, [String])] = [
      (.athlete, ["athlete", "athlete name", "user", "user name", "player", "first name"]),
      (.lastName, ["last name", "surname"]),
      (.exercise, ["exercise", "exercise name", "movement", "lift", "lift name"]),
      (.day, ["date", "workout date", "session date", "workout start time", "start time"]),
      (.clock, ["time", "repetition date", "session time", "workout time"]),
      (.set, ["set", "set number", "set no", "set num", "set order", "set index"]),
      (
        .rep,
        ["rep", "rep number", "rep no", "rep num", "rep order", "rep index", "repetition"]
      ),
      (.reps, ["reps", "rep count", "repetitions"]),
      (.type, ["type", "phase"]),
      (.rowType, ["row type"]),
      (.loadUnit, ["metric", "unit", "units", "weight unit", "load unit"]),
    ]
    for (column, phrases) in names { for phrase in phrases { texts[phrase] = column } }
    return texts
  }()

  private static let loads: Set<String> = [
    "load", "weight", "bar weight", "external load", "load weight",
  ]

  /// With these a name says something else than what is read: `Avg. velocity drop`, `Time to peak velocity`,
  /// `Peak Power / Body Weight`, `Maximum load`, `Velocity at 100ms`.
  private static let foreign: Set<String> = [
    "drop", "loss", "fatigue", "location", "loc", "target", "body", "bodyweight", "zone", "jump",
    "height", "acceleration", "force", "rfd", "rsi", "work", "index", "inertia", "volume", "total",
    "estimated", "1rm", "impulse", "overload", "best", "goal", "rest", "mov", "to", "at",
    "horizontal", "contact", "flight", "best", "minimum", "min", "threshold", "maximum", "relative",
  ]

  private static func measure(_ words: Set<String>, _ phrase: String) -> Measure? {
    func has(_ any: String...) -> Bool { !words.isDisjoint(with: any) }
    if has("mpv", "propulsive", "prop"), has("mpv", "velocity", "vel") {
      return has("power") ? nil : .propulsiveVelocity
    }
    let isMean = has("mean", "avg", "average")
    let isPeak = has("peak", "max")
    if has("mv", "mcv", "vmean") { return has("power") ? .meanPower : .meanVelocity }
    if has("pv", "pcv", "vpeak", "vmax") { return has("power") ? nil : .peakVelocity }
    if has("velocity", "vel", "speed") {
      return isMean == isPeak ? nil : isMean ? .meanVelocity : .peakVelocity
    }
    if has("power") { return isMean == isPeak ? nil : isMean ? .meanPower : .peakPower }
    if has("rom") || phrase.hasSuffix("range of motion") { return .range }
    if has("distance", "displacement") { return .distance }
    if has("duration") || (has("time") && phase(words) != nil) { return .seconds }
    return nil
  }

  private static func phase(_ words: Set<String>) -> Phase? {
    if !words.isDisjoint(with: ["ecc", "eccentric", "lowering", "descent"]) { return .eccentric }
    if !words.isDisjoint(with: ["con", "conc", "concentric", "lifting", "ascent", "mcv", "pcv"]) {
      return .concentric
    }
    return nil
  }

  /// For each unit what one of it is, in the SI unit of the quantities it may be of.
  private static let units: [String: [String: Double]] = [
    "m/s": ["m/s": 1], "mps": ["m/s": 1], "cm/s": ["m/s": 0.01], "mm/s": ["m/s": 0.001],
    "m": ["m": 1], "cm": ["m": 0.01], "mm": ["m": 0.001], "in": ["m": 0.0254],
    "inch": ["m": 0.0254], "inches": ["m": 0.0254],
    "s": ["s": 1], "sec": ["s": 1], "secs": ["s": 1], "seconds": ["s": 1], "ms": ["s": 0.001],
    "w": ["W": 1], "watt": ["W": 1], "watts": ["W": 1], "kw": ["W": 1000],
  ]
}

extension String {
  /// Without white space around it.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
