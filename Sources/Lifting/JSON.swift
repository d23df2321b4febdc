#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension JSONEncoder {
  /// How everything of ours is written: keys in order, dates in ISO 8601, readable.
  public static var eccentric: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// The same on one line.
  public static var eccentricCompact: JSONEncoder {
    let encoder = eccentric
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}

extension Encodable {
  /// JSON to be read by people: keys in order, and whatever fits on a line on one line.
  public func readableJSON() throws -> String {
    let text = String(decoding: try JSONEncoder.eccentric.encode(self), as: UTF8.self)
    return JSONText.folded(text.split(separator: "\n")) + "\n"
  }
}

extension JSONText {
  private static let widest = 100

  /// Joins lists and objects that fit on a line. It relies on the encoder's layout: a line that
  /// opens one ends with its bracket, a line that closes one begins with it.
  fileprivate static func folded(_ lines: [Substring]) -> String {
    var done: [String] = []
    /// Where the containers that are still open begin in `done`.
    var open: [Int] = []
    for line in lines {
      done.append(String(line))
      let content = line.drop { $0 == " " }
      if content.hasSuffix("{") || content.hasSuffix("[") {
        open.append(done.count - 1)
      } else if content.hasPrefix("}") || content.hasPrefix("]"), let start = open.popLast() {
        let inside = done[(start + 1)..<(done.count - 1)].map { $0.drop { $0 == " " } }
        let one = done[start] + inside.joined(separator: " ") + content
        if inside.count < widest, one.count <= widest { done[start...] = [one] }
      }
    }
    return done.joined(separator: "\n")
  }
}

extension JSONDecoder {
  public static var eccentric: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }
}

/// A JSON text that knows where everything stands, so that a problem can be shown at its place.
public struct JSONText: Sendable {
  private let bytes: [UInt8]

  public init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  public init(_ text: String) { self.init(text.utf8) }

  /// Decodes a value, with every problem found on the way.
  ///
  /// What can't do without a missing or wrong entry is nil. Elements of a ``Lenient`` array are left
  /// out one by one instead, so that several problems are found in one go.
  public func decode<Value: Decodable>(_ type: Value.Type) -> (
    value: Value?, problems: [Diagnostic]
  ) {
    var scanner = JSONScanner(bytes)
    if let error = scanner.firstError() {
      return (nil, [diagnostic(at: error.offset, error.message)])
    }
    let problems = JSONProblems()
    let decoder = JSONDecoder.eccentric
    problems.collect(from: decoder)
    do {
      let value = try decoder.decode(Value.self, from: Data(bytes))
      return (value, problems.found.map(diagnostic(for:)).inOrder())
    } catch {
      return (nil, (problems.found + [error]).map(diagnostic(for:)).inOrder())
    }
  }

  /// A problem with the value that stands at this path.
  public func diagnostic(
    _ severity: Diagnostic.Severity = .error, at path: [any CodingKey], _ message: String,
    hint: String? = nil
  ) -> Diagnostic {
    var scanner = JSONScanner(bytes)
    return diagnostic(severity, at: scanner.offset(of: path), message, hint: hint)
  }

  private func diagnostic(
    _ severity: Diagnostic.Severity = .error, at offset: Int, _ message: String,
    hint: String? = nil
  ) -> Diagnostic {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    return Diagnostic(severity, line: line, column: column, message, hint: hint)
  }

  private func diagnostic(for error: any Error) -> Diagnostic {
    guard let error = error as? DecodingError else {
      return diagnostic(at: 0, "this can't be read: \(error)")
    }
    func name(_ path: [any CodingKey]) -> String {
      path.last { $0.intValue == nil }.map { "“\($0.stringValue)” " } ?? "this "
    }
    switch error {
    case .keyNotFound(let key, let context):
      return diagnostic(at: context.codingPath, "“\(key.stringValue)” is missing")
    case .valueNotFound(_, let context):
      return diagnostic(at: context.codingPath, "\(name(context.codingPath))must not be null")
    case .typeMismatch(let type, let context):
      return diagnostic(
        at: context.codingPath, "\(name(context.codingPath))must be \(Self.name(of: type))")
    case .dataCorrupted(let context):
      var scanner = JSONScanner(bytes)
      guard context.isOfNumbers, let number = scanner.tooLarge(within: context.codingPath) else {
        return diagnostic(at: context.codingPath, context.debugDescription)
      }
      return diagnostic(at: number, "this number has more digits than any that is needed here")
    @unknown default:
      return diagnostic(at: 0, "this can't be read")
    }
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Bool.Type: "true or false"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is any Collection.Type: "an object or a list, as in the documentation"
    default: "a \(type)"
    }
  }
}

/// An array that leaves out the elements it can't read and reports each of them.
public struct Lenient<Element: Decodable & Sendable>: Decodable, Sendable {
  public var elements: [Element] = []
  /// Where each element stood in the list, so that later problems can be shown at their place.
  public var indices: [Int] = []

  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd {
      let index = container.currentIndex
      // A super-decoder steps over the element whether or not it can be decoded.
      let element = try container.superDecoder()
      do {
        elements.append(try Element(from: element))
        indices.append(index)
      } catch {
        guard let problems = JSONProblems.collecting(decoder) else { throw error }
        problems.found.append(error.placed(at: element.codingPath))
      }
    }
  }
}

/// Collects what ``Lenient`` arrays left out, for as long as one decoding takes.
private final class JSONProblems: @unchecked Sendable {
  private static let key = CodingUserInfoKey(rawValue: "eccentric.problems")

  var found: [any Error] = []

  func collect(from decoder: JSONDecoder) {
    if let key = Self.key { decoder.userInfo[key] = self }
  }

  static func collecting(_ decoder: any Decoder) -> JSONProblems? {
    key.flatMap { decoder.userInfo[$0] as? JSONProblems }
  }
}

/// Walks over JSON without building anything.
private struct JSONScanner {
  struct Mistake: Error {
    var offset: Int
    var message: String
  }

  /// Deeper nesting than this is an attack, not a file.
  static let deepest = 200

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  /// Where the first whole number stands that isn't an `Int`.
  private var tooLarge: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the first whole number that is too large stands in the value at a path; nil without one.
  mutating func tooLarge(within path: [any CodingKey]) -> Int? {
    at = offset(of: path)
    tooLarge = nil
    try? value()
    return tooLarge
  }

  mutating func firstError() -> Mistake? {
    do throws(Mistake) {
      try value()
      space()
      guard at == bytes.count else { throw mistake("there is more text after the end") }
      return nil
    } catch {
      return error
    }
  }

  /// Where the value at a path begins; as near as it can be found where there is none.
  mutating func offset(of path: [any CodingKey]) -> Int {
    at = 0
    space()
    for key in path {
      let start = at
      do {
        if try !enter(key) { return start }
      } catch {
        return start
      }
    }
    return at
  }

  /// Steps from the start of a list or object to the start of one of its values.
  private mutating func enter(_ key: any CodingKey) throws(Mistake) -> Bool {
    guard at < bytes.count else { return false }
    if bytes[at] == UInt8(ascii: "["), let wanted = key.intValue {
      at += 1
      for _ in 0..<wanted {
        try value()
        space()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return false }
        at += 1
      }
      space()
      return at < bytes.count && bytes[at] != UInt8(ascii: "]")
    }
    guard bytes[at] == UInt8(ascii: "{") else { return false }
    at += 1
    while true {
      space()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return false }
      let start = at + 1
      try string()
      let name = String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
      space()
      at += 1
      space()
      if name == key.stringValue { return true }
      try value()
      space()
      guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return false }
      at += 1
    }
  }

  private mutating func space() {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  private func mistake(_ message: String) -> Mistake { Mistake(offset: at, message: message) }

  private mutating func value() throws(Mistake) {
    space()
    guard at < bytes.count else { throw mistake("the text ends too early") }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw mistake("this is nested too deeply") }
    switch bytes[at] {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: try word()
    }
  }

  private mutating func object() throws(Mistake) {
    at += 1
    space()
    if at < bytes.count, bytes[at] == UInt8(ascii: "}") {
      at += 1
      return
    }
    while true {
      space()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw mistake("expected a name in double quotes")
      }
      try string()
      space()
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw mistake("expected “:”") }
      at += 1
      try value()
      if try !comma(or: UInt8(ascii: "}")) { return }
    }
  }

  private mutating func array() throws(Mistake) {
    at += 1
    space()
    if at < bytes.count, bytes[at] == UInt8(ascii: "]") {
      at += 1
      return
    }
    repeat { try value() } while try comma(or: UInt8(ascii: "]"))
  }

  private mutating func comma(or end: UInt8) throws(Mistake) -> Bool {
    space()
    guard at < bytes.count else { throw mistake("the text ends too early") }
    guard bytes[at] == UInt8(ascii: ",") || bytes[at] == end else {
      throw mistake("expected “,” or “\(Character(UnicodeScalar(end)))”")
    }
    defer { at += 1 }
    return bytes[at] == UInt8(ascii: ",")
  }

  private mutating func string() throws(Mistake) {
    let start = at
    at += 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "\n"):
        throw Mistake(offset: start, message: "this text has no closing quote on its line")
      default: at += 1
      }
    }
    at = bytes.count
    throw Mistake(offset: start, message: "this text has no closing quote")
  }

  private mutating func number() throws(Mistake) {
    let start = at
    while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
    guard Double(String(decoding: bytes[start..<at], as: UTF8.self))?.isFinite == true else {
      throw Mistake(offset: start, message: "this is not a number")
    }
    let digits = bytes[start..<at]
    if tooLarge == nil, digits.count > 18, !digits.contains(where: ".eE".utf8.contains),
      Int(String(decoding: digits, as: UTF8.self), radix: 10) == nil
    {
      tooLarge = start
    }
  }

  private mutating func word() throws(Mistake) {
    for word in ["true", "false", "null"] where bytes[at...].starts(with: word.utf8) {
      at += word.utf8.count
      return
    }
    throw mistake("expected a value")
  }
}

extension RawRepresentable where Self: CaseIterable & Decodable, RawValue == String {
  /// As the standard library does, but with a sentence that names the choices.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(rawValue: text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription:
          "“\(text)” is none of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self = value
  }
}
