public import Lifting

/// Where a lift slows down on its way up, as the measured sticking regions of its reps have it.
///
/// It shows in near-maximal and in tired reps only. Source: van den Tillaar 2014, Kompf and
/// Arandjelović 2017 (a mechanical disadvantage, not a lack of drive).
public struct StickingRange: Sendable, Hashable, Codable {
  /// Shares of the way up, 0 to 1.
  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = min(1, max(0, low))
    self.high = min(1, max(self.low, high))
  }

  var lowPercent: Int { Int(saturating: (low * 100).rounded()) }
  var highPercent: Int { Int(saturating: (high * 100).rounded()) }

  /// The middle of what was measured; nil where fewer than two reps slowed down: one may be a wobble.
  ///
  /// - Parameter reps: Measured repetitions of one exercise; those with a low trust don't count.
  public init?(reps: [Rep]) {
    self.init(regions: reps.trustedStickingRegions)
  }

  /// The same from regions of believable repetitions, as kept sets carry them.
  public init?(regions: [StickingRegion]) {
    let regions = regions.filter { 0 <= $0.startShare && $0.startShare <= $0.endShare }
      .filter { $0.endShare <= 1 }
    guard regions.count >= 2 else { return nil }
    func middle(_ shares: [Double]) -> Double { shares.sorted()[shares.count / 2] }
    self.init(
      low: middle(regions.map(\.startShare)), high: middle(regions.map(\.endShare)))
  }
}

extension StickingRange {
  private enum CodingKeys: String, CodingKey { case low, high }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let (low, high) = (
      try container.decode(Double.self, forKey: .low),
      try container.decode(Double.self, forKey: .high)
    )
    guard low >= 0, low <= high, high <= 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .low, in: container,
        debugDescription: "low and high are shares of the way up, from 0 to 1, low first")
    }
    self.init(low: low, high: high)
  }
}
