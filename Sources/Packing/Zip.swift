/// The files of a zip archive, as phones share them.
///
/// Its directory at the end is read (PKWARE's APPNOTE 6.3, sections 4.3 and 4.4): files stored as they are
/// or deflated, not encrypted, below 4 GB.
public struct Zip: Sendable {
  public struct Entry: Sendable, Hashable {
    /// With its folders.
    public var name: String
    var isPacked: Bool
    var start: Int
    var packedSize: Int
  }

  public let entries: [Entry]
  private let bytes: [UInt8]

  /// Whether bytes begin as an archive with a file in it does.
  public static func recognizes(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4])
  }

  /// Reads an archive's directory.
  ///
  /// - Throws: ``PackingError/damaged`` where there is none, or it says what can't be.
  public init(_ bytes: [UInt8]) throws(PackingError) {
    self.bytes = bytes
    let scan = Scan(bytes: bytes)
    // The directory's end is the last thing in the file, but for a comment of up to 64 kB.
    let earliest = max(0, bytes.count - 22 - 0xFFFF)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: earliest, by: -1)
        .first(where: { scan.number($0, 4) == 0x0605_4B50 }),
      let count = scan.number(end + 10, 2), var at = scan.number(end + 16, 4)
    else { throw .damaged }
    var found: [Entry] = []
    for _ in 0..<count {
      guard scan.number(at, 4) == 0x0201_4B50, let flags = scan.number(at + 8, 2),
        let method = scan.number(at + 10, 2), let packed = scan.number(at + 20, 4),
        let nameLength = scan.number(at + 28, 2),
        let extraLength = scan.number(at + 30, 2), let commentLength = scan.number(at + 32, 2),
        let header = scan.number(at + 42, 4), let name = scan.text(at + 46, nameLength),
        scan.number(header, 4) == 0x0403_4B50, let ownName = scan.number(header + 26, 2),
        let ownExtra = scan.number(header + 28, 2)
      else { throw .damaged }
      at += 46 + nameLength + extraLength + commentLength
      let start = header + 30 + ownName + ownExtra
      guard flags & 1 == 0, method == 0 || method == 8, start + packed <= bytes.count else {
        throw .damaged
      }
      if name.hasSuffix("/") { continue }
      found.append(
        Entry(name: name, isPacked: method == 8, start: start, packedSize: packed))
    }
    entries = found
  }

  /// One of its files.
  ///
  /// - Throws: ``PackingError``.
  public func content(of entry: Entry, upTo limit: Int) throws(PackingError) -> [UInt8] {
    let packed = bytes[entry.start..<(entry.start + entry.packedSize)]
    guard entry.isPacked else {
      guard packed.count <= limit else { throw .tooLarge(limit: limit) }
      return Array(packed)
    }
    return try Gzip.inflated(packed, windowBits: -15, upTo: limit)
  }
}

/// Little-endian numbers and texts at places that may not be there.
private struct Scan {
  let bytes: [UInt8]

  func number(_ at: Int, _ count: Int) -> Int? {
    guard at >= 0, at <= bytes.count - count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(truncatingIfNeeded: bytes[at + $1]) << (8 * $1) }
  }

  func text(_ at: Int, _ count: Int) -> String? {
    guard at >= 0, at <= bytes.count - count else { return nil }
    return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
  }
}
