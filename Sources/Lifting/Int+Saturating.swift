extension Int {
  /// The whole part of a number, as near as an `Int` comes to it: no number stops the program.
  ///
  /// ```swift
  /// Int(saturating: 7.9)        // 7
  /// Int(saturating: -1e300)     // Int.min
  /// Int(saturating: .nan)       // 0
  /// ```
  public init(saturating number: Double) {
    // 2⁶³ is the first that is too large: `Double(Int.max)` is rounded up to it.
    self =
      number.isNaN
      ? 0
      : number >= 0x1p63
        ? .max : number < -0x1p63 ? .min : Int(exactly: number.rounded(.towardZero)) ?? 0
  }
}
