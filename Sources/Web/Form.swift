import Foundation

/// What a form sent, by field name.
struct Form: Sendable {
  private var fields: [String: [String]] = [:]
  private var files: [String: [UInt8]] = [:]
  private var fileNames: [String: String] = [:]

  /// A form that holds these values, to be shown.
  init(_ values: [String: [String]]) { fields = values }

  /// The first value of a field; nil where the form has none.
  subscript(_ name: String) -> String? { fields[name]?.first }

  /// A number in a field; nil where there is none, or where it isn't one.
  func integer(_ name: String) -> Int? {
    self[name].flatMap { Int($0.trimmingCharacters(in: .whitespaces), radix: 10) }
  }

  /// A decimal number, with a point or a comma.
  func number(_ name: String) -> Double? {
    self[name].flatMap {
      Double($0.trimmingCharacters(in: .whitespaces).replacing(",", with: "."))
    }
    .flatMap { $0.isFinite ? $0 : nil }
  }

  /// All values of a field, as several ticked boxes send them.
  func all(_ name: String) -> [String] { fields[name] ?? [] }

  var names: [String] { fields.keys.sorted() }

  /// The content of a file; nil where none was chosen.
  func file(_ name: String) -> [UInt8]? {
    files[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What a file is called where it comes from.
  func fileName(_ name: String) -> String? { fileNames[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// Reads `application/x-www-form-urlencoded`, which is also how a query looks.
  ///
  /// Foundation's `URLComponents` traps on a percent sign that encodes nothing, so it isn't asked.
  init(urlEncoded text: String) {
    for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      fields[Self.decoded(parts[0]), default: []].append(
        parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  /// A plus is a space, `%C3` a byte; whatever else is itself.
  private static func decoded(_ encoded: Substring.UTF8View) -> String {
    var bytes: [UInt8] = []
    var rest = encoded
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = rest.prefix(2)
        if digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads `multipart/form-data` (RFC 7578). What isn't well formed is left out.
  init(multipart bytes: [UInt8], boundary: String) {
    let delimiter = Array("--\(boundary)".utf8)
    let parts = Self.ranges(of: delimiter, in: bytes)
    for (start, end) in zip(parts, parts.dropFirst()) {
      // Between two delimiters: line break, headers, empty line, content, line break.
      let part = bytes[(start + delimiter.count)..<end].dropFirst(2)
      guard let split = Self.ranges(of: Array("\r\n\r\n".utf8), in: Array(part)).first else {
        continue
      }
      let headers = String(decoding: part.prefix(split), as: UTF8.self)
      let content = Array(part.dropFirst(split + 4).dropLast(2))
      guard let name = Self.parameter("name", of: headers) else { continue }
      if let fileName = Self.parameter("filename", of: headers) {
        files[name] = content
        fileNames[name] = fileName
      } else {
        fields[name, default: []].append(String(decoding: content, as: UTF8.self))
      }
    }
  }

  init() {}

  /// Where a pattern begins, everywhere.
  private static func ranges(of pattern: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard let first = pattern.first, bytes.count >= pattern.count else { return [] }
    var found: [Int] = []
    var at = 0
    while let next = bytes[at...].firstIndex(of: first), next + pattern.count <= bytes.count {
      if bytes[next..<(next + pattern.count)].elementsEqual(pattern) {
        found.append(next)
        at = next + pattern.count
      } else {
        at = next + 1
      }
    }
    return found
  }

  private static func parameter(_ name: String, of headers: String) -> String? {
    guard let start = headers.range(of: "; \(name)=\"") else { return nil }
    return headers[start.upperBound...].split(separator: "\"", omittingEmptySubsequences: false)
      .first.map(String.init)
  }
}
