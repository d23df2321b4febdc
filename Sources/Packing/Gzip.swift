import CZlib

/// Why packed bytes can't be unpacked.
public enum PackingError: Error, Sendable, Hashable {
  /// The bytes aren't what they say they are, or were cut off.
  case damaged
  /// Unpacked they would be more than was allowed, in bytes.
  case tooLarge(limit: Int)
}

/// Bytes packed as gzip (RFC 1952), by zlib: any program unpacks them.
public enum Gzip {
  /// The bytes, packed. The same bytes give the same packed ones.
  ///
  /// - Throws: ``PackingError/damaged`` where zlib has no memory.
  public static func pack(_ bytes: [UInt8]) throws(PackingError) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, and 16 for gzip's own frame.
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(clamping: MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { deflateEnd(&stream) }
    return try run(&stream, over: bytes[...], upTo: Int.max) { deflate($0, Z_FINISH) }
  }

  /// What was packed.
  ///
  /// - Parameters:
  ///   - packed: A gzip file of one member.
  ///   - limit: The most that it may unpack to, in bytes: a few kilobytes can hold gigabytes.
  /// - Returns: The bytes that were packed.
  /// - Throws: ``PackingError``.
  public static func unpack(
    _ packed: [UInt8], upTo limit: Int
  ) throws(PackingError) -> [UInt8] {
    try inflated(packed[...], windowBits: 15 + 16, upTo: limit)
  }

  /// A stream of zlib's, unpacked; negative bits of window for one without a frame.
  static func inflated(
    _ packed: ArraySlice<UInt8>, windowBits: Int32, upTo limit: Int
  ) throws(PackingError) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(clamping: MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }
    return try run(&stream, over: packed, upTo: limit) { inflate($0, Z_NO_FLUSH) }
  }

  /// What zlib takes in one go.
  private static let largest = Int(clamping: UInt32.max)

  /// So many bytes at a time.
  private static let slice = 1 << 18

  /// Puts bytes through a stream until it has ended.
  private static func run(
    _ stream: inout z_stream, over bytes: ArraySlice<UInt8>, upTo limit: Int,
    _ step: (z_streamp) -> Int32
  ) throws(PackingError) -> [UInt8] {
    guard bytes.count <= largest else { throw .tooLarge(limit: largest) }
    var output: [UInt8] = []
    var room = [UInt8](repeating: 0, count: slice)
    // zlib reads from where it is pointed to and writes nothing there.
    var input = Array(bytes)
    let status: Result<Void, PackingError> = input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let (status, written) = room.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(clamping: room.count)
          let status = step(&stream)
          return (status, room.count - Int(clamping: stream.avail_out))
        }
        guard status == Z_OK || status == Z_STREAM_END else { return .failure(.damaged) }
        guard output.count + written <= limit else { return .failure(.tooLarge(limit: limit)) }
        output += room[..<written]
        if status == Z_STREAM_END { return .success(()) }
        // Nothing more to read, and nothing came of it: it was cut off.
        if written == 0, stream.avail_in == 0 { return .failure(.damaged) }
      }
    }
    try status.get()
    return output
  }
}
