import Simulation
import Testing

@testable import Interchange

@Suite("Decimal numbers")
struct DecimalNumberTests {
  private func read(_ text: String) -> Double? {
    let bytes = ContiguousArray(text.utf8)
    return Double(decimal: bytes.span, in: bytes.indices)
  }

  @Test(
    "a number is read as the standard library reads it",
    arguments: [
      "0", "-0", "1", "-1", "+1", "00012", "0.5", ".5", "5.", "-.25", "12.125", "1e3", "1E-3",
      "1.5e+10", "9007199254740992", "9007199254740993", "9007199254740995", "9.80665",
      "9.806650000000001", "0.30000000000000004", "0.0008983612060546875", "123456789.123456789",
      "1234567890123456789", "12345678901234567890", "0.00000000000000000000000000000001",
      "000000000000000000000000000000000001.5", "1e22", "1e23", "1e-22", "1e-23", "8.5e-27",
      "2.2250738585072014e-308", "4.9e-324", "1.7976931348623157e308", "18446744073709551615",
      "18446744073709551616", "99999999999999999999e-20", "5e-324", "1e-400",
    ])
  func examples(_ text: String) throws {
    let expected = try #require(Double(text))
    #expect(read(text)?.bitPattern == expected.bitPattern)
    #expect(read(" \(text)\t")?.bitPattern == expected.bitPattern)
  }

  @Test(
    "what isn't a number from end to end isn't one",
    arguments: [
      "", " ", "-", "+", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "1_000", "nan",
      "NaN", "inf", "-infinity", "1e400", "-1e400", "1 2", "1e5e5", "--1", "１",
    ])
  func notANumber(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test("any decimal is rounded correctly, whatever its digits and exponent", arguments: 1...8)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      let digits = Int.random(in: 1...20, using: &generator)
      var text = generator.next() % 2 == 0 ? "-" : ""
      let point = Int.random(in: 0...digits, using: &generator)
      for index in 0..<digits {
        if index == point { text += "." }
        text += String(Int.random(in: 0...9, using: &generator))
      }
      if generator.next() % 3 == 0 { text += "e\(Int.random(in: -30...30, using: &generator))" }
      #expect(read(text)?.bitPattern == Double(text)?.bitPattern, "\(text), seed \(seed)")
    }
  }

  @Test("what a double prints as reads back as the same double", arguments: 1...4)
  func roundTrip(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(read("\(number)")?.bitPattern == number.bitPattern, "\(number), seed \(seed)")
    }
  }

  @Test("numbers are read within their range only")
  func ranges() {
    let bytes = ContiguousArray("12,34".utf8)
    #expect(Double(decimal: bytes.span, in: 0..<2) == 12)
    #expect(Double(decimal: bytes.span, in: 3..<5) == 34)
    #expect(Double(decimal: bytes.span, in: 3..<500) == 34)
    #expect(Double(decimal: bytes.span, in: 0..<5) == nil)
  }
}
