import Lifting

// Progressions: one row for each quantity, so that each is said once at most.
extension Clause {
  static let progressions = Progression.Quantity.allCases.map { quantity in
    Clause(
      name: quantity.name,
      openings: quantity == .easyWeek ? ["easy every 4 weeks"] : ["add 2.5% a week"],
      starts: [.word],
      begins: { $0.progressionQuantity == quantity },
      read: { (parser, sets) throws(Problem) in
        let progression = try parser.progression(quantity)
        sets.progressions.removeAll { $0.quantity == quantity }
        sets.progressions.append(progression)
        sets.progressions.sort { $0.quantity < $1.quantity }
      },
      text: { sets in
        sets.progressions.first { $0.quantity == quantity }.map { ", \($0.text)" }
      })
  }
}

extension Progression.Quantity {
  fileprivate var name: String {
    switch self {
    case .load: "the weekly step of the load"
    case .reps: "the weekly step of the repetitions"
    case .sets: "the weekly step of the sets"
    case .seconds: "the weekly step of the seconds"
    case .easyWeek: "the easy week"
    }
  }
}

extension Parser {
  private static let repWords: Set = ["rep", "reps", "repetition", "repetitions"]
  private static let setWords: Set = ["set", "sets"]
  private static let weeklyHint = "write “add 2.5% a week”, or kg, lb, reps, a set or s"

  /// What the progression here is about; nil where none begins.
  fileprivate var progressionQuantity: Progression.Quantity? {
    switch key() {
    case "easy", "deload": return .easyWeek
    case "add":
      let unit = key(2)
      if Parser.repWords.contains(unit) { return .reps }
      if Parser.setWords.contains(unit) { return .sets }
      return Parser.timeUnits[unit] == nil ? .load : .seconds
    default: return nil
    }
  }

  fileprivate mutating func progression(
    _ quantity: Progression.Quantity
  ) throws(Problem) -> Progression {
    skip()
    let hint = Parser.weeklyHint
    switch quantity {
    case .easyWeek: return try easyWeek()
    case .reps:
      let step = try whole(.repsStep, "a number", hint: hint)
      skip()
      return .reps(step, upTo: try end { parser throws(Problem) in try parser.endingReps() })
    case .sets:
      let step = try whole(.setsStep, "a number", hint: hint)
      skip()
      return .sets(step, upTo: try end { parser throws(Problem) in try parser.endingSets() })
    case .seconds:
      let step = try time(.secondsStep)
      return .seconds(step, upTo: try end { parser throws(Problem) in try parser.time(.hold) })
    case .load:
      if kind() == .number, kind(1) == .percent {
        let step = try percent(.percentStep)
        return .percent(
          step, upTo: try end { parser throws(Problem) in try parser.percent(.percent) })
      }
      guard kind() == .number else { throw expected("a step", hint: hint) }
      let step = try mass(.massStep)
      return .mass(step, upTo: try end { parser throws(Problem) in try parser.mass() })
    }
  }

  /// `easy every 4 weeks`, `deload every 4th week`
  private mutating func easyWeek() throws(Problem) -> Progression {
    let hint = "write “easy every 4 weeks”"
    guard accept(word: "every") else { throw expected("“every”", hint: hint) }
    let weeks = try whole(.easyWeek, "a number of weeks", hint: hint)
    _ = accept(word: "th") || accept(word: "nd") || accept(word: "rd")
    guard accept(word: "weeks") || accept(word: "week") else {
      throw expected("“weeks”", hint: hint)
    }
    return .easyWeek(every: weeks)
  }

  /// `a week`, then perhaps `up to …`.
  private mutating func end<Value>(
    _ value: (inout Parser) throws(Problem) -> Value
  ) throws(Problem) -> Value? {
    if !accept(word: "weekly") {
      guard ["a", "per", "each", "every"].contains(key()), key(1) == "week" else {
        throw expected("“a week”", hint: Parser.weeklyHint)
      }
      skip(2)
    }
    guard key() == "up", key(1) == "to" else { return nil }
    skip(2)
    return try value(&self)
  }

  private mutating func endingReps() throws(Problem) -> Int {
    let reps = try whole(.reps, "a number of repetitions", hint: "write “up to 12”")
    if Parser.repWords.contains(key()) { skip() }
    return reps
  }

  private mutating func endingSets() throws(Problem) -> Int {
    let sets = try whole(.sets, "a number of sets", hint: "write “up to 5”")
    if Parser.setWords.contains(key()) { skip() }
    return sets
  }

  private mutating func percent(_ bound: Bound) throws(Problem) -> Double {
    let start = position
    guard kind() == .number, kind(1) == .percent else {
      throw expected("a percentage", hint: "write “up to 85%”")
    }
    let percent = try number(take())
    skip()
    return held(percent, to: bound, since: start)
  }
}
