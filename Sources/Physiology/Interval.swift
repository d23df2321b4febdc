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

  /// The 5th percentile, the median and the 95th of weighted points.
  init(of points: [(value: Double, weight: Double)]) {
    let sorted = points.filter { $0.value.isFinite && $0.weight > 0 }.sorted { $0.value < $1.value }
    let total = sorted.reduce(0) { $0 + $1.weight }
    func quantile(_ q: Double) -> Double {
      // Each point stands for the middle of its weight; between two of them the line is straight.
      var below = 0.0
      var previous: (value: Double, at: Double)?
      for point in sorted {
        let at = (below + point.weight / 2) / total
        if at >= q {
          guard let previous, at > previous.at else { return point.value }
          return previous.value + (point.value - previous.value) * (q - previous.at)
            / (at - previous.at)
        }
        previous = (point.value, at)
        below += point.weight
      }
      return sorted.last?.value ?? 0
    }
    self.init(low: quantile(0.05), expected: quantile(0.5), high: quantile(0.95))
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
