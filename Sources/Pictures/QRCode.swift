import Lifting

/// A text as a square of dark and light modules that a camera reads (ISO/IEC 18004): bytes of UTF-8, error
/// correction of level M, which stands 15 % of damage, versions 1 to 20.
public struct QRCode: Sendable, Hashable {
  /// Modules along an edge, without the quiet zone of four around it.
  public let size: Int
  /// Whether each module is dark, row by row.
  private var modules: [Bool]
  /// Modules that aren't data: finders, timing, alignment, format and version.
  private var isFunction: [Bool]

  /// The most bytes that a text may have.
  public static let longest = QRVersion.all.last?.capacity ?? 0

  /// - Returns: nil where the text is longer than ``longest``.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let version = QRVersion.all.first(where: { bytes.count <= $0.capacity }) else {
      return nil
    }
    size = version.size
    modules = Array(repeating: false, count: size * size)
    isFunction = modules
    drawFunctions(of: version)
    place(version.codewords(of: bytes))
    // The mask that leaves the least that could be mistaken.
    let masked = (0..<8).map { mask in
      var code = self
      code.apply(mask)
      code.drawFormat(mask)
      return code
    }
    if let best = masked.min(by: { $0.penalty < $1.penalty }) { modules = best.modules }
  }

  /// Whether the module is dark; outside none is.
  public subscript(x: Int, y: Int) -> Bool {
    (0..<size).contains(x) && (0..<size).contains(y) && modules[y * size + x]
  }

  /// Within a page: always dark on white, as cameras want it, with the quiet zone around it.
  public func html(_ label: String) -> HTML {
    var path = ""
    for y in 0..<size {
      for x in 0..<size where self[x, y] { path += "M\(x + 4),\(y + 4)h1v1h-1z" }
    }
    return """
      <svg class="qr" viewBox="0 0 \(size + 8) \(size + 8)" role="img" aria-label="\(label)" \
      shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#ffffff"/>\
      <path fill="#000000" d="\(path)"/></svg>
      """
  }

  // MARK: What is the same in every code

  private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
    guard (0..<size).contains(x), (0..<size).contains(y) else { return }
    modules[y * size + x] = isDark
    isFunction[y * size + x] = true
  }

  private mutating func drawFunctions(of version: QRVersion) {
    for index in 0..<size {
      set(6, index, index.isMultiple(of: 2))
      set(index, 6, index.isMultiple(of: 2))
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
    let centers = version.alignment
    for (row, y) in centers.enumerated() {
      for (column, x) in centers.enumerated() {
        let last = centers.count - 1
        // Three corners have their finders.
        if (row, column) == (0, 0) || (row, column) == (0, last) || (row, column) == (last, 0) {
          continue
        }
        for dy in -2...2 {
          for dx in -2...2 { set(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) }
        }
      }
    }
    drawFormat(0)
    drawVersion(version.number)
  }

  private mutating func drawFinder(_ x: Int, _ y: Int) {
    for dy in -4...4 {
      for dx in -4...4 {
        let distance = max(abs(dx), abs(dy))
        set(x + dx, y + dy, distance != 2 && distance != 4)
      }
    }
  }

  /// Level and mask, twice, with their own correction: a BCH code of 15 bits.
  private mutating func drawFormat(_ mask: Int) {
    // Level M is 00.
    let bits = QRCode.checked(mask, generator: 0x537, bits: 10) ^ 0x5412
    func bit(_ index: Int) -> Bool { (bits >> index) & 1 == 1 }
    for index in 0...5 { set(8, index, bit(index)) }
    set(8, 7, bit(6))
    set(8, 8, bit(7))
    set(7, 8, bit(8))
    for index in 9...14 { set(14 - index, 8, bit(index)) }
    for index in 0...7 { set(size - 1 - index, 8, bit(index)) }
    for index in 8...14 { set(8, size - 15 + index, bit(index)) }
    set(8, size - 8, true)
  }

  private mutating func drawVersion(_ number: Int) {
    guard number >= 7 else { return }
    let bits = QRCode.checked(number, generator: 0x1F25, bits: 12)
    for index in 0..<18 {
      let isDark = (bits >> index) & 1 == 1
      let (along, across) = (index / 3, size - 11 + index % 3)
      set(across, along, isDark)
      set(along, across, isDark)
    }
  }

  /// A number with the remainder of its division behind it.
  private static func checked(_ number: Int, generator: Int, bits: Int) -> Int {
    var rest = number
    for _ in 0..<bits { rest = (rest << 1) ^ ((rest >> (bits - 1)) & 1) * generator }
    return number << bits | rest
  }

  // MARK: The data

  /// Places bits in pairs of columns from the right, up and down in turns.
  private mutating func place(_ codewords: [UInt8]) {
    var next = 0
    var right = size - 1
    while right >= 1 {
      // The column of the timing pattern is no data.
      if right == 6 { right = 5 }
      let isUpward = (right + 1) & 2 == 0
      for step in 0..<size {
        let y = isUpward ? size - 1 - step : step
        for x in [right, right - 1] where !isFunction[y * size + x] {
          if next < codewords.count * 8 {
            modules[y * size + x] = (codewords[next / 8] >> (7 - next % 8)) & 1 == 1
            next += 1
          }
        }
      }
      right -= 2
    }
  }

  private mutating func apply(_ mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !isFunction[y * size + x] {
        let isTurned =
          switch mask {
          case 0: (x + y) % 2 == 0
          case 1: y % 2 == 0
          case 2: x % 3 == 0
          case 3: (x + y) % 3 == 0
          case 4: (x / 3 + y / 2) % 2 == 0
          case 5: x * y % 2 + x * y % 3 == 0
          case 6: (x * y % 2 + x * y % 3) % 2 == 0
          default: ((x + y) % 2 + x * y % 3) % 2 == 0
          }
        if isTurned { modules[y * size + x].toggle() }
      }
    }
  }

  /// How much of it could be mistaken: long runs, blocks, what looks like a finder, and more of one shade.
  private var penalty: Int {
    var total = 0
    for line in 0..<size {
      total += Self.penalty((0..<size).map { self[$0, line] })
      total += Self.penalty((0..<size).map { self[line, $0] })
    }
    for y in 0..<(size - 1) {
      for x in 0..<(size - 1)
      where self[x, y] == self[x + 1, y] && self[x, y] == self[x, y + 1]
        && self[x, y] == self[x + 1, y + 1]
      { total += 3 }
    }
    let dark = modules.count { $0 }
    return total + abs(dark * 20 - modules.count * 10) / modules.count * 10
  }

  private static func penalty(_ line: [Bool]) -> Int {
    var total = 0
    var run = 1
    for index in 1...line.count {
      if index < line.count, line[index] == line[index - 1] {
        run += 1
      } else {
        if run >= 5 { total += run - 2 }
        run = 1
      }
    }
    // 1:1:3:1:1 with four light ones at a side.
    let finder = [true, false, true, true, true, false, true]
    for start in 0...(line.count - 7) where Array(line[start..<(start + 7)]) == finder {
      func isLight(_ range: Range<Int>) -> Bool {
        range.allSatisfy { !line.indices.contains($0) || !line[$0] }
      }
      if isLight((start - 4)..<start) || isLight((start + 7)..<(start + 11)) { total += 40 }
    }
    return total
  }
}
