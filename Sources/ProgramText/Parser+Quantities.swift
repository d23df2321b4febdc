import Lifting

// Numbers, times and masses, each held to its bounds.
extension Parser {
  /// That something else stands here than it should.
  func expected(_ what: String, hint: String) -> Problem {
    let token = peek()
    return switch token.kind {
    case .end, .comma: .error(token.range, "\(what) is missing here", hint: hint)
    default: .error(token.range, "\(token.text.quoted) isn't \(what)", hint: hint)
    }
  }

  /// The number a token is.
  func number(_ token: Token) throws(Problem) -> Double {
    if let value = token.value, value.isFinite { return value }
    if token.text.utf8.count > Token.longestNumber {
      throw .error(token.range, "\(token.text.quoted) has more digits than a number needs")
    }
    let parts = token.text.split(separator: ",")
    guard parts.count == 2 else {
      throw .error(token.range, "\(token.text.quoted) isn't a number")
    }
    throw .error(
      token.range, "\(token.text.quoted) can be read in two ways",
      hint: "write “\(parts[0]).\(parts[1])” for one number, “\(parts[0]), \(parts[1])” for two")
  }

  /// A whole number.
  ///
  /// - Returns: The number, or the nearest within bounds beside a problem.
  mutating func whole(_ bound: Bound, _ what: String, hint: String) throws(Problem) -> Int {
    let token = peek()
    guard token.kind == .number else { throw expected(what, hint: hint) }
    let start = position
    let value = held(try number(take()), to: bound, since: start)
    guard value == value.rounded() else {
      throw .error(token.range, "\(token.text.quoted) isn't a whole number")
    }
    return Int(saturating: value)
  }

  /// The value, or the nearest within bounds beside a problem.
  mutating func held(_ value: Double, to bound: Bound, since start: Int) -> Double {
    guard !bound.range.contains(value) else { return value }
    let place = range(since: start)
    let written = tokens[start].text.base[place]
    report(.error(place, "\(written.quoted) is out of bounds: \(bound.sentence)"))
    return max(bound.range.lowerBound, min(bound.range.upperBound, value))
  }

  // MARK: Sets

  /// Whether the next tokens are meant as `3 x 8`.
  var isAtSets: Bool { kind() == .number && kind(1) == .times }

  /// `3 x 8`, `3 x 8-12`
  mutating func setsAndReps() throws(Problem) -> PlannedSets {
    guard !peek().isEmphasis else {
      throw .error(
        peek().range, "the name's bold or italics end behind the colon",
        hint: "write “**Name**: 3 x 8”")
    }
    let hint = "write “3 x 8”"
    let sets = try whole(.sets, "a number of sets", hint: hint)
    guard accept(.times) else {
      throw .error(
        peek().range, "“x” and the repetitions come after the number of sets",
        hint: "\(hint); if this isn't an exercise, leave out the colon")
    }
    if isAtHold {
      return PlannedSets(sets: sets, reps: 1...1, holdSeconds: try holdSeconds())
    }
    let what = "a number of repetitions"
    let start = position
    let first = try whole(.reps, what, hint: hint)
    let last = accept(.dash) ? try whole(.reps, what, hint: "write “3 x 8-12”") : first
    let reps = rising(first, last, of: "repetitions", "", since: start)
    _ = accept(word: "reps") || accept(word: "rep")
    return PlannedSets(sets: sets, reps: reps)
  }

  /// The range, and a problem where it falls.
  private mutating func rising(
    _ first: Int, _ last: Int, of what: String, _ unit: String, since start: Int
  ) -> ClosedRange<Int> {
    if last < first {
      report(
        .error(
          range(since: start), "the range of \(what) begins with the larger number",
          hint: "write “\(last)-\(first)\(unit)”"))
    }
    return min(first, last)...max(first, last)
  }

  /// Whether seconds stand where repetitions are expected: `30 s`, `1:30`, `20-40 s`.
  private var isAtHold: Bool {
    timeLength() > 0
      || (kind() == .number && kind(1) == .dash && timeLength(2) == 2)
  }

  private mutating func holdSeconds() throws(Problem) -> ClosedRange<Int> {
    let start = position
    guard kind(1) == .dash else {
      let seconds = try wholeSeconds(since: start)
      return seconds...seconds
    }
    let token = take()
    skip()
    let unit = Parser.timeUnits[key(1)] ?? 1
    let first = try whole(
      held(try number(token) * unit, to: .hold, since: start), token.range)
    let last = try wholeSeconds(since: start)
    return rising(first, last, of: "seconds", " s", since: start)
  }

  private mutating func wholeSeconds(since start: Int) throws(Problem) -> Int {
    let seconds = try time(.hold)
    return try whole(seconds, range(since: start))
  }

  private func whole(_ value: Double, _ place: Range<String.Index>) throws(Problem) -> Int {
    guard value == value.rounded(), abs(value) < 1e9 else {
      throw .error(place, "a set is held for whole seconds", hint: "write “3 x 30 s”")
    }
    return Int(saturating: value)
  }

  // MARK: Times

  static let timeUnits: [String: Double] = [
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
    "min": 60, "mins": 60, "minute": 60, "minutes": 60,
  ]

  /// How many tokens from there are a time: `8 s`, `2 min`, `2 min 30 s`, `1:30`; 0 if none.
  func timeLength(_ ahead: Int = 0) -> Int {
    guard kind(ahead) == .number else { return 0 }
    if kind(ahead + 1) == .colon, kind(ahead + 2) == .number { return 3 }
    guard let unit = Parser.timeUnits[key(ahead + 1)] else { return 0 }
    let isFollowedBySeconds =
      unit == 60 && kind(ahead + 2) == .number && Parser.timeUnits[key(ahead + 3)] == 1
    return isFollowedBySeconds ? 4 : 2
  }

  /// A time in seconds.
  mutating func time(_ bound: Bound) throws(Problem) -> Double {
    let start = position
    let seconds = try unboundedTime()
    return held(seconds, to: bound, since: start)
  }

  private mutating func unboundedTime() throws(Problem) -> Double {
    let length = timeLength()
    guard length > 0 else { throw unknownTime() }
    let first = try number(take())
    if length == 3 {
      skip()
      let token = take()
      guard let seconds = token.value, token.text.utf8.count == 2, seconds < 60 else {
        throw .error(token.range, "\(token.text.quoted) isn't a number of seconds from 00 to 59")
      }
      return first * 60 + seconds
    }
    let seconds = first * (Parser.timeUnits[take().key] ?? 1)
    guard length == 4 else { return seconds }
    let more = try number(take())
    skip()
    return seconds + more
  }

  /// What is wrong where no time stands.
  func unknownTime() -> Problem {
    let hint = "write “90 s” or “2 min”"
    guard kind() == .number else { return expected("a time", hint: hint) }
    guard kind(1) == .word else {
      return .error(peek().range, "\(peek().text.quoted) has no unit", hint: hint)
    }
    return .error(peek(1).range, "\(peek(1).text.quoted) isn't a unit of time", hint: hint)
  }

  // MARK: Masses

  static let massUnits: [String: Mass.Unit] = [
    "kg": .kilograms, "kgs": .kilograms, "lb": .pounds, "lbs": .pounds,
  ]

  /// `20 kg`, `45 lb`
  mutating func mass(_ bound: Bound = .kilograms) throws(Problem) -> Mass {
    let hint = "write “20 kg” or “45 lb”"
    let start = position
    guard kind() == .number else { throw expected("a load", hint: hint) }
    let token = take()
    let amount = try number(token)
    guard let unit = Parser.massUnits[key()] else {
      throw switch kind() {
      case .word: .error(peek().range, "\(peek().text.quoted) isn't a unit of weight", hint: hint)
      case .dash where kind(1) == .number:
        .error(peek().range, "a load is one number, not a range", hint: hint)
      default: .error(token.range, "\(token.text.quoted) has no unit", hint: hint)
      }
    }
    skip()
    guard let mass = Mass(amount, unit) else { throw expected("a load", hint: hint) }
    _ = held(mass.kilograms, to: bound, since: start)
    return mass
  }
}
