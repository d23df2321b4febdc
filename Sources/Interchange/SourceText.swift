internal import Lifting

/// A file's text as UTF-8, whatever encoding it came in.
struct SourceText: Sendable {
  /// UTF-8 without a byte order mark.
  let bytes: [UInt8]
  /// Said when the encoding had to be guessed.
  let problem: Diagnostic?
  /// The first line as a header, by each separator there is.
  let headers: [Header]

  struct Header: Sendable {
    let separator: UInt8
    /// In small letters.
    let names: [String]
  }

  /// Understands UTF-8 and, behind a byte order mark, UTF-16; everything else is taken for Latin-1,
  /// in which every byte is a character.
  init(_ raw: [UInt8]) {
    let text = Self.unmarked(raw)
    if let strange = Self.firstNonUTF8(text) {
      bytes = Array(String(String.UnicodeScalarView(text.map { UnicodeScalar($0) })).utf8)
      problem = Diagnostic(
        .warning, line: text.prefix(strange).count { $0 == UInt8(ascii: "\n") } + 1, column: 1,
        "the file isn't UTF-8 and was read as Latin-1: letters with accents may be wrong",
        hint: "export it again, or save it as UTF-8")
    } else {
      bytes = text
      problem = nil
    }
    headers = Self.headers(of: bytes)
  }

  private static func headers(of bytes: [UInt8]) -> [Header] {
    CSV.separators.compactMap { separator in
      var csv = CSV(bytes, separator: separator)
      guard case .row = csv.next() else { return nil }
      return Header(
        separator: separator, names: csv.fields.indices.map { csv.text($0).lowercased() })
    }
  }

  /// The bytes behind a byte order mark, as UTF-8; without a mark, the bytes as they are.
  static func unmarked(_ raw: [UInt8]) -> [UInt8] {
    if let units = utf16(raw) { return Array(String(decoding: units, as: UTF16.self).utf8) }
    return raw.starts(with: utf8Mark) ? Array(raw.dropFirst(utf8Mark.count)) : raw
  }

  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The code units of a UTF-16 text that says by its first two bytes that it is one.
  private static func utf16(_ raw: [UInt8]) -> [UInt16]? {
    let isLittleEndian = raw.starts(with: [0xFF, 0xFE])
    guard isLittleEndian || raw.starts(with: [0xFE, 0xFF]) else { return nil }
    return stride(from: 2, to: raw.count - 1, by: 2).map { offset in
      let first = UInt16(truncatingIfNeeded: raw[offset])
      let second = UInt16(truncatingIfNeeded: raw[offset + 1])
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
  }

  private static func firstNonUTF8(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count)
  }
}
