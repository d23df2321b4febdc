import RealModule

/// A forecast number: the middle of what is believed, and the range that holds 90 % of it.
public struct Interval: Sendable, Hashable, Codable {
  public var low: Double
  public var expected: Double
  public var high: Double

  public init(low: Double, expected: Double, high: Double) {
    self.low = low
    self.expected = expected
    self.high = high
  }

  /// The 5th percentile, the middle and the 95th of weighted points: the means of the lowest tenth, the
  /// middle half and the highest tenth.
  ///
  /// Means of slices, because a percentile between two points jumps where they change places: a value
  /// could go up though every point went down.
  init(of points: [(value: Double, weight: Double)]) {
    let sorted = points.filter { $0.value.isFinite && $0.weight > 0 }.sorted { $0.value < $1.value }
    let total = sorted.reduce(0) { $0 + $1.weight }
    func mean(from low: Double, to high: Double) -> Double {
      var below = 0.0
      var sum = 0.0
      for point in sorted {
        let above = below + point.weight / total
        sum += point.value * max(0, min(above, high) - max(below, low))
        below = above
      }
      return sum / (high - low)
    }
    self.init(
      low: mean(from: 0, to: 0.1), expected: mean(from: 0.25, to: 0.75),
      high: mean(from: 0.9, to: 1))
  }

  /// The same rounded for people, so that nobody reads a digit that isn't known.
  public func rounded(decimals: Int) -> Interval {
    var scale = 1.0
    for _ in 0..<max(0, decimals) { scale *= 10 }
    return Interval(
      low: (low * scale).rounded() / scale, expected: (expected * scale).rounded() / scale,
      high: (high * scale).rounded() / scale)
  }
}
