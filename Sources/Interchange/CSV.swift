internal import Lifting

/// Reads rows of separated values from bytes, one at a time, as RFC 4180 has it: quotes, doubled
/// quotes and line breaks within quotes; lines may end in either or both of CR and LF.
///
/// It makes no text of a field until one is asked for, keeps the fields of one row only, and knows
/// where each of them stands. What is broken costs its own line and never the next one.
struct CSV: Sendable {
  struct Field: Sendable {
    /// Where the value stands, its quotes left out.
    var range: Range<Int>
    var hasDoubledQuotes: Bool
  }

  enum Step: Sendable {
    /// ``fields`` are those of the next row.
    case row
    /// A line that isn't a row; reading goes on behind it.
    case broken(Diagnostic, Fault)
    case end
  }

  enum Fault: Sendable, Hashable { case quote, width }

  static let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// Rows hold notes of a few lines; a quote that runs on further was never closed.
  static let mostLinesInARow = 200
  private var mostLines = mostLinesInARow
  /// Fields beyond these are counted, not kept.
  static let mostFields = 2000

  /// Contiguous, as the span of an ordinary array is younger than the systems we build for.
  let bytes: ContiguousArray<UInt8>
  let separator: UInt8
  /// How many fields a row has to have; nil takes any. An empty one too many, as behind a trailing
  /// separator, is forgiven.
  var width: Int?

  /// How many fields too many a row may have, for whoever puts them together with ``join(_:_:)``.
  var mostSurplus = 0

  private(set) var fields: [Field] = []
  /// The line on which the row begins, counted from 1.
  private(set) var line = 1
  private var rowStart = 0
  /// How many fields the row has, of which ``fields`` are the first.
  private(set) var fieldCount = 0
  /// Where the quote opened that was the first to run on to another line.
  private var runOn: Place?

  private var at = 0
  private var lineAt = 1

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = ContiguousArray(bytes)
    self.separator = separator
  }

  /// Goes on to the next row that isn't empty.
  mutating func next() -> Step {
    while at < bytes.count {
      let start = (at: at, line: lineAt)
      if let mistake = scanRow() {
        // The first quote that ran on is as likely the wrong one as what went wrong behind it, and
        // going on from there loses nothing.
        return skipLine(from: start, runOn.map { Mistake($0, .neverClosed) } ?? mistake)
      }
      if isEmpty { continue }
      guard let width, !fits(width) else { return .row }
      if let place = runOn, aLineFits(width, behind: place) {
        return skipLine(from: start, Mistake(place, .neverClosed))
      }
      return .broken(wrongWidth(width), .width)
    }
    return .end
  }

  /// Takes in a row of bare numbers, as nearly all rows of a recording are, without noting its fields.
  ///
  /// - Parameters:
  ///   - places: For each field of a row the place of its number in `numbers`; nil passes it over.
  ///   - numbers: What the row says; undefined when it is of another kind.
  /// - Returns: False for a row of any other kind, of which nothing is taken: ``next()`` reads it.
  mutating func nextNumbers(
    at places: ContiguousArray<Int?>, into numbers: inout ContiguousArray<Double>
  ) -> Bool {
    let bytes = self.bytes
    let text = bytes.span
    var end = at
    for column in places.indices {
      if column > 0 {
        guard end < text.count, text[end] == separator else { return false }
        end += 1
      }
      if let place = places[column] {
        guard let number = Double.decimal(text, from: &end, to: text.count) else { return false }
        numbers[place] = number
      } else {
        if end < text.count, text[end] == Self.quote { return false }
        while end < text.count, !isFieldEnd(text[end]) { end += 1 }
      }
    }
    guard end >= text.count || isLineEnd(text[end]) else { return false }
    rowStart = at
    line = lineAt
    at = end
    scanLineEnd()
    return true
  }

  /// Steps back to the beginning of the row read last, if it stood on one line.
  mutating func stepBack() {
    at = rowStart
    lineAt = line
  }

  // MARK: - Fields

  /// The text of a field, without spaces and line breaks around it.
  func text(_ index: Int) -> String {
    guard fields.indices.contains(index) else { return "" }
    var value = bytes[fields[index].range]
    while let first = value.first, first <= Self.space { value.removeFirst() }
    while let last = value.last, last <= Self.space { value.removeLast() }
    guard fields[index].hasDoubledQuotes else { return String(decoding: value, as: UTF8.self) }
    var single: [UInt8] = []
    var isSecond = false
    for byte in value {
      isSecond = byte == Self.quote && !isSecond
      if !isSecond { single.append(byte) }
    }
    return String(decoding: single, as: UTF8.self)
  }

  /// The decimal number in a field; nil where there is none.
  func number(_ index: Int) -> Double? {
    guard index < fields.count else { return nil }
    return Double(decimal: bytes.span, in: fields[index].range)
  }

  /// Whether nothing but spaces stands in a field.
  func isBlank(_ index: Int) -> Bool {
    guard fields.indices.contains(index) else { return true }
    return bytes[fields[index].range].allSatisfy { $0 <= Self.space }
  }

  /// A problem with a field, at its place.
  func diagnostic(
    _ severity: Diagnostic.Severity = .error, at index: Int, _ message: String,
    hint: String? = nil
  ) -> Diagnostic {
    let range = fields.indices.contains(index) ? fields[index].range : rowStart..<rowStart
    let place = place(of: range.lowerBound)
    return Diagnostic(
      severity, line: place.line, column: place.column, length: Self.characters(bytes[range]),
      message, hint: hint)
  }

  /// Makes one field of a field and so many behind it, with the separators between them.
  ///
  /// - Returns: False, with nothing done, where there are too few or where quotes stand between them.
  mutating func join(_ index: Int, _ surplus: Int) -> Bool {
    guard surplus > 0, fields.count == fieldCount, index + surplus < fields.count else {
      return false
    }
    let parts = fields[index...(index + surplus)]
    guard
      zip(parts, parts.dropFirst()).allSatisfy({ $0.range.upperBound + 1 == $1.range.lowerBound })
    else { return false }
    let whole = fields[index].range.lowerBound..<fields[index + surplus].range.upperBound
    fields.replaceSubrange(
      index...(index + surplus), with: [Field(range: whole, hasDoubledQuotes: false)])
    fieldCount -= surplus
    return true
  }

  /// The same row without what broke it apart, see ``mostSurplus``.
  func wrongWidth() -> Diagnostic { wrongWidth(width ?? 0) }

  // MARK: - Rows

  /// It and all below it is white space or nothing anybody would see.
  private static let space = UInt8(ascii: " ")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private struct Place {
    var offset: Int
    var line: Int
  }

  private struct Mistake {
    enum Kind { case neverClosed, textBehind }
    var place: Place
    var kind: Kind
    init(_ place: Place, _ kind: Kind) {
      self.place = place
      self.kind = kind
    }
  }

  private var isEmpty: Bool {
    fieldCount == fields.count && fields.indices.allSatisfy(isBlank)
  }

  private func fits(_ width: Int) -> Bool {
    if (width...(width + mostSurplus)).contains(fieldCount) { return true }
    guard fieldCount == width + 1, let last = fields.last else { return false }
    return last.range.isEmpty
  }

  /// Takes in one row and the end of its line.
  private mutating func scanRow() -> Mistake? {
    fields.removeAll(keepingCapacity: true)
    fieldCount = 0
    runOn = nil
    rowStart = at
    line = lineAt
    while true {
      scanPlain()
      guard at < bytes.count, bytes[at] == Self.quote else { break }
      if let mistake = scanQuoted() { return mistake }
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    scanLineEnd()
    return nil
  }

  /// Takes in fields without quotes, up to the end of the row or the first field with quotes.
  ///
  /// This is where the time goes in a long recording: hence the span, which is checked like an array
  /// but isn't counted, and the locals.
  private mutating func scanPlain() {
    let bytes = self.bytes
    let text = bytes.span
    var start = at
    var end = at
    while true {
      if end < text.count, end == start, text[end] == Self.quote { break }
      while end < text.count, !isFieldEnd(text[end]) { end += 1 }
      keep(start..<end, hasDoubledQuotes: false)
      guard end < text.count, text[end] == separator else { break }
      end += 1
      start = end
    }
    at = end
  }

  private mutating func scanQuoted() -> Mistake? {
    let opening = Place(offset: at, line: lineAt)
    var hasDoubledQuotes = false
    at += 1
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case Self.quote where at + 1 < bytes.count && bytes[at + 1] == Self.quote:
        hasDoubledQuotes = true
        at += 2
      case Self.quote:
        keep(start..<at, hasDoubledQuotes: hasDoubledQuotes)
        at += 1
        if at >= bytes.count || isFieldEnd(bytes[at]) { return nil }
        return opening.line == lineAt
          ? Mistake(Place(offset: at, line: lineAt), .textBehind) : Mistake(opening, .neverClosed)
      case Self.lineFeed, Self.carriageReturn:
        runOn = runOn ?? opening
        scanLineEnd()
        if lineAt - line > mostLines { return Mistake(opening, .neverClosed) }
      default:
        at += 1
      }
    }
    return Mistake(opening, .neverClosed)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private func isFieldEnd(_ byte: UInt8) -> Bool { byte == separator || isLineEnd(byte) }

  private mutating func scanLineEnd() {
    guard at < bytes.count else { return }
    let isPair =
      bytes[at] == Self.carriageReturn && at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed
    at += isPair ? 2 : 1
    lineAt += 1
  }

  private mutating func keep(_ range: Range<Int>, hasDoubledQuotes: Bool) {
    fieldCount += 1
    guard fields.count < Self.mostFields else { return }
    fields.append(Field(range: range, hasDoubledQuotes: hasDoubledQuotes))
  }

  // MARK: - What is broken

  /// Reports a broken quote and goes on at the line behind the one it stands on.
  private mutating func skipLine(from start: (at: Int, line: Int), _ mistake: Mistake) -> Step {
    rowStart = start.at
    line = start.line
    let (line, column) = place(of: mistake.place.offset)
    at = mistake.place.offset
    lineAt = mistake.place.line
    while at < bytes.count, !isLineEnd(bytes[at]) { at += 1 }
    scanLineEnd()
    let message =
      switch mistake.kind {
      case .neverClosed: "this quote is never closed; its line was left out"
      case .textBehind: "there is more text behind the closing quote; the line was left out"
      }
    let diagnostic = Diagnostic(
      .error, line: line, column: column, message,
      hint: "a quote within a quoted text is written twice: \"\"")
    return .broken(diagnostic, .quote)
  }

  /// Whether one of the lines that a quote ran over is a row of its own, so that the quote was never
  /// meant to run over it.
  private func aLineFits(_ width: Int, behind place: Place) -> Bool {
    var rest = self
    rest.mostLines = 0
    rest.at = place.offset
    while rest.at < at {
      while rest.at < at, !isLineEnd(bytes[rest.at]) { rest.at += 1 }
      rest.scanLineEnd()
      let start = rest.at
      if rest.at < at, rest.scanRow() == nil, rest.fits(width) { return true }
      rest.at = start
    }
    return false
  }

  private func wrongWidth(_ width: Int) -> Diagnostic {
    let end = fields.last?.range.upperBound ?? rowStart
    let row = bytes[rowStart..<max(rowStart, end)]
    let other = Self.separators.first { other in
      other != separator && row.count { $0 == other } + 1 == width
    }
    return Diagnostic(
      .error, line: line, column: 1, length: Self.characters(row),
      "this row has \(fieldCount == 1 ? "1 field" : "\(fieldCount) fields"), the header has \(width); it was left out",
      hint: other.map {
        "it is separated by \(Self.name(of: $0)), the header by \(Self.name(of: separator))"
      })
  }

  /// Where an offset in the row stands, in lines and characters.
  private func place(of offset: Int) -> (line: Int, column: Int) {
    var place = (line: line, column: 1)
    var start = rowStart
    while start < offset {
      let byte = bytes[start]
      if isLineEnd(byte) {
        let isPair =
          byte == Self.carriageReturn && start + 1 < offset && bytes[start + 1] == Self.lineFeed
        start += isPair ? 2 : 1
        place = (place.line + 1, 1)
      } else {
        if byte & 0b1100_0000 != 0b1000_0000 { place.column += 1 }
        start += 1
      }
    }
    return place
  }

  private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0b1100_0000 != 0b1000_0000 }
  }

  static func name(of separator: UInt8) -> String {
    switch separator {
    case UInt8(ascii: "\t"): "tabs"
    case UInt8(ascii: ","): "commas"
    case UInt8(ascii: ";"): "semicolons"
    case UInt8(ascii: " "): "spaces"
    default: "“\(Character(UnicodeScalar(separator)))”"
    }
  }
}
