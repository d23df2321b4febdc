import Lifting

/// A size of ``QRCode``, with how its bytes are split into blocks (ISO/IEC 18004, tables 1, 7 and 9, level M).
struct QRVersion: Sendable {
  let number: Int
  /// Error-correcting bytes of each block.
  let correction: Int
  /// Blocks, and how many bytes of data each has.
  let blocks: [(count: Int, bytes: Int)]

  var size: Int { 17 + 4 * number }
  var dataBytes: Int { blocks.reduce(0) { $0 + $1.count * $1.bytes } }
  /// Bytes of a text at most: four bits say that it is bytes, eight or sixteen how many.
  var capacity: Int { dataBytes - (number < 10 ? 2 : 3) }

  static let all: [QRVersion] = [
    (10, [(1, 16)]), (16, [(1, 28)]), (26, [(1, 44)]), (18, [(2, 32)]), (24, [(2, 43)]),
    (16, [(4, 27)]), (18, [(4, 31)]), (22, [(2, 38), (2, 39)]), (22, [(3, 36), (2, 37)]),
    (26, [(4, 43), (1, 44)]), (30, [(1, 50), (4, 51)]), (22, [(6, 36), (2, 37)]),
    (22, [(8, 37), (1, 38)]), (24, [(4, 40), (5, 41)]), (24, [(5, 41), (5, 42)]),
    (28, [(7, 45), (3, 46)]), (28, [(10, 46), (1, 47)]), (26, [(9, 43), (4, 44)]),
    (26, [(3, 44), (11, 45)]), (26, [(3, 41), (13, 42)]),
  ].enumerated().map { index, row in
    QRVersion(
      number: index + 1, correction: row.0,
      blocks: row.1.map { (count: $0.0, bytes: $0.1) })
  }

  /// Where alignment patterns have their centers, along either edge.
  var alignment: [Int] {
    guard number > 1 else { return [] }
    let count = number / 7 + 2
    // Even steps, as wide as they get without the first being wider.
    let step = (number * 8 + count * 3 + 5) / (count * 4 - 4) * 2
    return [6] + (0..<(count - 1)).map { size - 7 - $0 * step }.reversed()
  }

  /// The bytes of a text as they are placed: padded, in blocks, each with its correction, interleaved.
  func codewords(of text: [UInt8]) -> [UInt8] {
    var bits: [Bool] = []
    func add(_ value: Int, _ count: Int) {
      for index in (0..<count).reversed() { bits.append((value >> index) & 1 == 1) }
    }
    add(0b0100, 4)
    add(text.count, number < 10 ? 8 : 16)
    for byte in text { add(Int(truncatingIfNeeded: byte), 8) }
    add(0, min(4, dataBytes * 8 - bits.count))
    add(0, (8 - bits.count % 8) % 8)
    var data = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<(start + 8)].reduce(0 as UInt8) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var padding: UInt8 = 0xEC
    while data.count < dataBytes {
      data.append(padding)
      padding ^= 0xEC ^ 0x11
    }
    var split: [[UInt8]] = []
    var rest = data[...]
    for (count, bytes) in blocks {
      for _ in 0..<count {
        split.append(Array(rest.prefix(bytes)))
        rest = rest.dropFirst(bytes)
      }
    }
    let corrections = split.map { ReedSolomon.correction(of: $0, count: correction) }
    func interleaved(_ blocks: [[UInt8]]) -> [UInt8] {
      (0..<(blocks.map(\.count).max() ?? 0)).flatMap { index in
        blocks.filter { index < $0.count }.map { $0[index] }
      }
    }
    return interleaved(split) + interleaved(corrections)
  }
}

/// Error correction over the field of 256 elements with the polynomial 0x11D.
enum ReedSolomon {
  /// The remainder of a block's division by the generator of so many bytes.
  static func correction(of block: [UInt8], count: Int) -> [UInt8] {
    let generator = generator(count)
    var rest = [UInt8](repeating: 0, count: count)
    for byte in block {
      let factor = byte ^ (rest.first ?? 0)
      rest.removeFirst()
      rest.append(0)
      for index in rest.indices { rest[index] ^= product(generator[index], factor) }
    }
    return rest
  }

  /// The product of (x − 2ⁿ), without its leading one.
  private static func generator(_ count: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: count)
    result[count - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<count {
      for index in result.indices {
        result[index] = product(result[index], root)
        if index + 1 < count { result[index] ^= result[index + 1] }
      }
      root = product(root, 2)
    }
    return result
  }

  private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
    var result: UInt8 = 0
    for index in (0..<8).reversed() {
      result = (result << 1) ^ ((result >> 7) * 0x1D)
      result ^= ((other >> UInt8(truncatingIfNeeded: index)) & 1) * one
    }
    return result
  }
}
