internal import Lifting

/// A date and time as it was written down: what a clock on the wall showed.
struct WallClock: Sendable, Hashable {
  /// Seconds since 1 January 1970, 00:00, on that clock.
  var localSeconds: Int
  /// How far east of Greenwich the clock hung, where the text says it.
  var utcOffsetSeconds: Int?

  enum Unreadable: Error, Hashable {
    case unknown
    case noSuchTime
    /// The day and the month can't be told apart.
    case ambiguous
    /// All is there, but the month is in a language that isn't known.
    case unknownMonth
  }

  /// Which comes first where the year comes last.
  enum Order: Sendable, Hashable {
    case dayFirst, monthFirst

    /// As a column's name has it: `date (dd/mm/yyyy)`.
    init?(header: String) {
      if header.contains("dd/mm") {
        self = .dayFirst
      } else if header.contains("mm/dd") {
        self = .monthFirst
      } else {
        return nil
      }
    }
  }

  /// The order that a date such as `13/09/2021` can only have; nil where it says nothing.
  static func order(of text: String) -> Order? {
    guard (try? WallClock(text)) != nil, let tokens = try? Token.split(text),
      case .number(let first, ...2)? = tokens.first, tokens.count > 4,
      case .number(let second, ...2) = tokens[2], case .number(_, 4) = tokens[4],
      tokens[1] != .mark(".")
    else { return nil }
    if first > 12 { return .dayFirst }
    return second > 12 ? .monthFirst : nil
  }

  /// A day without a time counts as its noon, which is the same day in every time zone nearby.
  static let secondsOfNoon = 43_200

  /// Training further back was not written down by these programs.
  private static let years = 1970...2100

  /// Reads `2024-02-01 07:00:00`, `2024-02-01T07:00:00+01:00`, `05.06.2026, 07:30`, `22 Dec 2025,
  /// 08:00`, `Jan 1, 2024, 10:00 AM`, `27 de jul. de 2026, 19:00`; with the months of
  /// ``MonthName``.
  ///
  /// - Parameters:
  ///   - text: What stands in the file.
  ///   - order: Of dates like `03/04/2025`; without it they are ambiguous.
  /// - Throws: ``Unreadable`` where it is no date, or none that is certain.
  init(_ text: String, order: Order? = nil) throws(Unreadable) {
    let tokens = try Token.split(text)
    // The time begins with the number before the first colon.
    let colon = tokens.firstIndex(of: .mark(":"))
    if colon == 0 { throw .unknown }
    let day = try Self.day(tokens[..<(colon.map { $0 - 1 } ?? tokens.count)], order)
    guard let colon else {
      localSeconds = day.number * 86_400 + Self.secondsOfNoon
      return
    }
    let time = try Time(tokens[(colon - 1)...])
    localSeconds = day.number * 86_400 + time.seconds
    utcOffsetSeconds = time.utcOffsetSeconds
  }

  // MARK: - The day

  /// Words between the parts of a date.
  private static let filling: Set<String> = [
    "de", "del", "di", "of", "à", "a", "às", "as", "at", "um", "alle", "t", "st", "nd", "rd", "th",
    "er", "º", "年", "日", "년", "일", "г",
  ]

  private static let marks: Set<Character> = ["-", "/", ".", ","]

  private static func day(
    _ tokens: ArraySlice<Token>, _ order: Order?
  ) throws(Unreadable) -> Day {
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var unknownMonths = 0
    var separator: Character?
    for token in tokens {
      switch token {
      case .number(let value, let digits): numbers.append((value, digits))
      case .mark(let mark):
        guard marks.contains(mark) else { throw .unknown }
        if numbers.count == 1 { separator = mark }
      case .word(let word) where filling.contains(word): break
      case .word(let word):
        if MonthName.signs.contains(word), month == nil, let last = numbers.popLast() {
          month = last.value
          continue
        }
        guard month == nil, unknownMonths == 0, let number = MonthName.number(of: word) else {
          unknownMonths += 1
          continue
        }
        month = number
      }
    }
    if unknownMonths > 0 {
      let isWhole =
        numbers.count == 2 && numbers.contains { $0.digits == 4 }
        && numbers.contains { $0.digits <= 2 }
      throw month == nil && unknownMonths == 1 && isWhole ? .unknownMonth : .unknown
    }
    if let month {
      guard numbers.count == 2, let year = numbers.first(where: { $0.digits == 4 }),
        let day = numbers.first(where: { $0.digits <= 2 })
      else { throw .unknown }
      return try self.day(year.value, month, day.value)
    }
    guard numbers.count == 3 else { throw .unknown }
    return try day(numbers, separatedBy: separator, order)
  }

  private static func day(
    _ numbers: [(value: Int, digits: Int)], separatedBy separator: Character?,
    _ order: Order?
  ) throws(Unreadable) -> Day {
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    if first.digits == 4 { return try day(first.value, second.value, third.value) }
    guard third.digits == 4, first.digits <= 2, second.digits <= 2 else { throw .unknown }
    // With dots the day comes first in every country that writes them.
    if separator == "." || first.value > 12 || first.value == second.value {
      return try day(third.value, second.value, first.value)
    }
    if second.value > 12 { return try day(third.value, first.value, second.value) }
    switch order {
    case .dayFirst: return try day(third.value, second.value, first.value)
    case .monthFirst: return try day(third.value, first.value, second.value)
    case nil: throw .ambiguous
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws(Unreadable) -> Day {
    guard years.contains(year), let day = Day(year: year, month: month, day: day) else {
      throw .noSuchTime
    }
    return day
  }

  // MARK: - The time

  private struct Time {
    var seconds: Int
    var utcOffsetSeconds: Int?

    /// Reads `7:30`, `07:30:15.25`, `4:30 PM`, `4:30 p. m.`, `07:30:00Z`, `07:30+01:00`.
    init(_ tokens: ArraySlice<Token>) throws(Unreadable) {
      var rest = tokens
      guard case .number(let hours, ...2)? = rest.popFirst(), rest.popFirst() == .mark(":"),
        case .number(let minutes, 2)? = rest.popFirst()
      else { throw .unknown }
      var secondsOfMinute = 0
      if rest.first == .mark(":") {
        guard rest.popFirst() != nil, case .number(let value, 2)? = rest.popFirst() else {
          throw .unknown
        }
        secondsOfMinute = value
        if rest.first == .mark("."), case .number? = rest.dropFirst().first {
          rest = rest.dropFirst(2)
        }
      }
      utcOffsetSeconds = try Self.offset(&rest)
      let half = try Self.half(rest)
      guard minutes < 60, secondsOfMinute < 60, half == nil ? hours < 24 : (1...12).contains(hours)
      else { throw .noSuchTime }
      let hoursOfDay = half.map { (hours % 12) + ($0 == .afternoon ? 12 : 0) } ?? hours
      seconds = hoursOfDay * 3600 + minutes * 60 + secondsOfMinute
    }

    private static func offset(_ rest: inout ArraySlice<Token>) throws(Unreadable) -> Int? {
      if rest.first == .word("z") {
        rest.removeFirst()
        return 0
      }
      guard let sign = rest.first, sign == .mark("+") || sign == .mark("-") else { return nil }
      rest.removeFirst()
      guard case .number(let value, let digits)? = rest.popFirst() else { throw .unknown }
      var (hours, minutes) = digits > 2 ? (value / 100, value % 100) : (value, 0)
      if digits <= 2, rest.first == .mark(":") {
        guard rest.popFirst() != nil, case .number(let value, 2)? = rest.popFirst() else {
          throw .unknown
        }
        minutes = value
      }
      guard hours <= 18, minutes < 60 else { throw .noSuchTime }
      hours = hours * 3600 + minutes * 60
      return sign == .mark("-") ? -hours : hours
    }

    private enum Half { case morning, afternoon }

    private static func half(_ rest: ArraySlice<Token>) throws(Unreadable) -> Half? {
      var letters = ""
      for token in rest {
        switch token {
        case .word(let word): letters += word
        case .mark(".") where !letters.isEmpty: break
        default: throw .unknown
        }
      }
      switch letters {
      case "", "uhr", "h": return nil
      case "am": return .morning
      case "pm": return .afternoon
      default: throw .unknown
      }
    }
  }

  // MARK: - Words and numbers

  private enum Token: Hashable {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)

    /// Nobody writes a date longer than this.
    private static let longest = 60

    static func split(_ text: String) throws(Unreadable) -> [Token] {
      guard text.utf8.count <= longest else { throw .unknown }
      var tokens: [Token] = []
      var rest = text.lowercased()[...]
      while let first = rest.first {
        if let digit = first.asciiDigit {
          var value = digit
          var digits = 1
          rest.removeFirst()
          while let next = rest.first?.asciiDigit {
            // Fractions of a second may have many digits, none of which matters.
            if digits < 9 { value = value * 10 + next }
            digits += 1
            rest.removeFirst()
          }
          tokens.append(.number(value, digits: digits))
        } else if first.isLetter {
          let word = rest.prefix { $0.isLetter }
          tokens.append(.word(String(word)))
          rest.removeFirst(word.count)
        } else {
          if !first.isWhitespace { tokens.append(.mark(first)) }
          rest.removeFirst()
        }
      }
      return tokens
    }
  }
}

extension Character {
  fileprivate var asciiDigit: Int? { isASCII ? wholeNumberValue : nil }
}
