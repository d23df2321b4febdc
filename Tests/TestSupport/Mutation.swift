extension String {
  /// What programs and people send instead of a number when something is wrong.
  private static let oddValues = [
    "1e308", "-1e308", "-1", "0", "1e-320", "99999999999999999999", "-99999999999999999999",
    "9223372036854775807", "-9223372036854775808", "4294967296", "0.5", "NaN", "null", "[]", "{}",
    "true", "\"NaN\"", "\"\"", "\"1e308 kg\"", "\"99999999999999999999 kg\"", "\"0 kg\"",
    "\"-5 kg\"",
    "\"0000-01-01T00:00:00Z\"", "\"99999-12-31T23:59:59Z\"", "\"-0001-01-01\"", "\"9999-12-31\"",
    "\"120-120-120-120\"", "\"inf-0-0-0\"", "\"\\u0000\"", "\"💪🏽\"",
  ]

  /// This JSON with one of its numbers or texts, though no name of an entry, replaced by an odd one.
  public func withOneOddValue(using random: inout some RandomNumberGenerator) -> String {
    let values = matches(of: /(?<quoted>"(?:[^"\\]|\\.)*")(?<name>\s*:)?|-?\d[\d.eE+-]*/)
      .filter { $0.output.name == nil }
    guard let value = values.randomElement(using: &random),
      let odd = Self.oddValues.randomElement(using: &random)
    else { return self }
    return replacingCharacters(in: value.range, with: odd)
  }

  private func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
