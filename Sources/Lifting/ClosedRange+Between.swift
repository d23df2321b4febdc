extension ClosedRange<Double> {
  /// The range between two numbers, whichever is the larger; what isn't finite counts as 0, so that
  /// no numbers stop the program.
  ///
  /// ```swift
  /// ClosedRange(between: 3, and: 1)       // 1...3
  /// ClosedRange(between: .nan, and: 1)    // 0...1
  /// ```
  public init(between one: Double, and other: Double) {
    let (one, other) = (one.isFinite ? one : 0, other.isFinite ? other : 0)
    self = Swift.min(one, other)...Swift.max(one, other)
  }
}
