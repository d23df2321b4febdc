extension Double {
  /// The decimal number written in these bytes, correctly rounded; nil unless they are one from end
  /// to end, spaces around it aside. Infinities and “not a number” aren't numbers here.
  init?(decimal bytes: borrowing Span<UInt8>, in range: Range<Int>) {
    var at = max(0, range.lowerBound)
    var end = min(bytes.count, range.upperBound)
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    while at < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard let value = Self.decimal(bytes, from: &at, to: end), at == end else { return nil }
    self = value
  }

  /// Reads the decimal number that begins at a place, as far as it goes, and steps behind it.
  ///
  /// Files hold millions of these, so the usual ones are read without making a string: up to 19
  /// digits and 27 decimals. Everything else goes to the standard library.
  static func decimal(
    _ bytes: borrowing Span<UInt8>, from at: inout Int, to end: Int
  ) -> Double? {
    let start = at
    var isNegative = false
    if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }

    var digits: UInt64 = 0
    let wholeStart = at
    while at < end, bytes[at] &- 0x30 < 10 {
      digits = digits &* 10 &+ UInt64(truncatingIfNeeded: bytes[at] &- 0x30)
      at += 1
    }
    var count = at - wholeStart
    var decimals = 0
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      let fractionStart = at
      while at < end, bytes[at] &- 0x30 < 10 {
        digits = digits &* 10 &+ UInt64(truncatingIfNeeded: bytes[at] &- 0x30)
        at += 1
      }
      decimals = at - fractionStart
      count += decimals
    }
    guard count > 0 else { return nil }

    var exponent = 0
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      guard let written = Self.exponent(bytes, from: &at, to: end) else { return nil }
      exponent = written
    }

    // Twenty digits and more may have overflowed; most of them have leading zeros and didn't.
    let overflowed = count > 19 && significantDigits(bytes, from: wholeStart, to: at) > 19
    guard !overflowed, let magnitude = exactly(digits, tenTo: exponent - decimals) else {
      let text = String(decoding: (start..<at).map { bytes[$0] }, as: UTF8.self)
      return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
    return isNegative ? -magnitude : magnitude
  }

  private static func exponent(_ bytes: borrowing Span<UInt8>, from at: inout Int, to end: Int)
    -> Int?
  {
    var isNegative = false
    if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    let start = at
    var exponent = 0
    while at < end, bytes[at] &- 0x30 < 10 {
      exponent = min(100_000, exponent * 10 + Int(truncatingIfNeeded: bytes[at] &- 0x30))
      at += 1
    }
    guard at > start else { return nil }
    return isNegative ? -exponent : exponent
  }

  private static func significantDigits(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var count = 0
    for at in start..<end {
      let byte = bytes[at]
      if byte | 0x20 == UInt8(ascii: "e") { break }
      if byte &- 0x30 < 10, count > 0 || byte != UInt8(ascii: "0") { count += 1 }
    }
    return count
  }

  /// digits × 10^exponent, correctly rounded; nil outside the range this is worth doing for.
  private static func exactly(_ digits: UInt64, tenTo exponent: Int) -> Double? {
    if digits == 0 { return 0 }
    if digits <= 1 << 53, (-22...22).contains(exponent) {
      // Both operands are exact, so the one operation rounds correctly: W. D. Clinger, “How to read
      // floating point numbers accurately”, 1990, doi:10.1145/93542.93557.
      return exponent < 0
        ? Double(digits) / powersOfTen[-exponent] : Double(digits) * powersOfTen[exponent]
    }
    guard (-27...0).contains(exponent) else { return nil }
    return quotient(digits, by: powersOfFive[-exponent], halved: -exponent)
  }

  /// digits ÷ divisor ÷ 2^halvings, correctly rounded by dividing whole numbers: of the quotient's 63
  /// or 64 bits a double keeps 53, and the lowest stands in for all that the division left over.
  private static func quotient(_ digits: UInt64, by divisor: UInt64, halved halvings: Int) -> Double
  {
    let up = digits.leadingZeroBitCount
    let divisorUp = divisor.leadingZeroBitCount
    let dividend = digits << UInt64(truncatingIfNeeded: up)
    let (quotient, remainder) = (divisor << UInt64(truncatingIfNeeded: divisorUp))
      .dividingFullWidth((dividend >> 1, dividend << 63))
    let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
    return Double(
      sign: .plus, exponent: divisorUp - up - 63 - halvings, significand: rounded)
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static let powersOfFive: [UInt64] = {
    var powers: [UInt64] = [1]
    for _ in 0..<27 { powers.append(powers[powers.count - 1] * 5) }
    return powers
  }()
}
