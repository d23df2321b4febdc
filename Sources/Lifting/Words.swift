extension Int {
  /// `1 month`, `3 months`: with a noun whose plural ends in s.
  public func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension Collection<String> {
  /// `a`, `a and b`, `a, b and c`
  public var listed: String {
    guard count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + suffix(1).joined()
  }
}
