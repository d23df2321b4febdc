import RealModule

/// What is believed of a person's own traits: how easily they are damaged, and how sore that feels.
///
/// A fixed grid of people drawn evenly from the population, each with a weight. Every soreness rating
/// shifts the weights by Bayes' rule; with no rating the belief is the population. The grid is fixed,
/// so the same facts always give the same belief.
struct PeopleBelief: Sendable, Hashable {
  /// Standard normal quantiles at the middles of equally likely slices.
  private static let nine = [
    -1.593, -0.967, -0.589, -0.282, 0, 0.282, 0.589, 0.967, 1.593,
  ]
  private static let seven = [-1.465, -0.792, -0.366, 0, 0.366, 0.792, 1.465]
  private static let five = [-1.282, -0.524, 0, 0.524, 1.282]

  /// By person, relative to the average.
  let susceptibilities: [Double]
  let sorenessGains: [Double]
  /// Factors of one person's soreness from one time to the next.
  let dayFactors: [Double]
  /// By susceptibility, then by soreness gain; they sum to 1.
  private(set) var weights: [[Double]]

  init(_ parameters: Parameters) {
    susceptibilities = Self.nine.map { Double.exp($0 * parameters.susceptibilitySpread) }
    sorenessGains = Self.seven.map { Double.exp($0 * parameters.sorenessSpread) }
    dayFactors = Self.five.map { Double.exp($0 * parameters.sorenessDayNoise) }
    let even = 1 / Double(Self.nine.count * Self.seven.count)
    weights = Array(
      repeating: Array(repeating: even, count: Self.seven.count), count: Self.nine.count)
  }

  /// The weight of each susceptibility.
  var susceptibilityWeights: [Double] { weights.map { $0.reduce(0, +) } }

  /// Takes in a rating.
  ///
  /// - Parameters:
  ///   - rating: 0 to 10.
  ///   - expected: What an average sufferer of each susceptibility would say, 0 to 100.
  mutating func observe(rating: Int, expectedMillimetres expected: [Double]) {
    var total = 0.0
    for (s, millimetres) in expected.enumerated() where weights.indices.contains(s) {
      for (g, gain) in sorenessGains.enumerated() {
        let mean = min(100, millimetres * gain) / 10
        // People rate in whole points and not always alike.
        let spread = 0.8 + 0.25 * mean
        let distance = (Double(rating) - mean) / spread
        // The floor keeps one odd rating from ruling a person out for good.
        weights[s][g] *= Double.exp(-distance * distance / 2) / spread + 1e-4
        total += weights[s][g]
      }
    }
    guard total > 0 else { return }
    for s in weights.indices { for g in weights[s].indices { weights[s][g] /= total } }
  }

  /// How sore an average sufferer would be where this person says so much, 0 to 100.
  func averageMillimetres(saying rating: Int) -> Double {
    var gain = 0.0
    for row in weights { for (g, weight) in row.enumerated() { gain += weight * sorenessGains[g] } }
    return gain > 0 ? min(100, Double(rating) * 10 / gain) : Double(rating) * 10
  }

  /// The belief about soreness, 0 to 10, when an average sufferer of each susceptibility has so much.
  func soreness(expectedMillimetres expected: [Double]) -> Interval {
    guard expected.contains(where: { $0 > 0.01 }) else {
      return Interval(low: 0, expected: 0, high: 0)
    }
    var points: [(value: Double, weight: Double)] = []
    points.reserveCapacity(expected.count * sorenessGains.count * dayFactors.count)
    for (s, millimetres) in expected.enumerated() where weights.indices.contains(s) {
      for (g, gain) in sorenessGains.enumerated() {
        for factor in dayFactors {
          points.append(
            (min(100, millimetres * gain * factor) / 10, weights[s][g] / Double(dayFactors.count)))
        }
      }
    }
    return Interval(of: points)
  }

  /// The belief about a quantity that depends on susceptibility alone.
  func interval(_ values: [Double]) -> Interval {
    Interval(of: zip(values, susceptibilityWeights).map { (value: $0, weight: $1) })
  }
}

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
