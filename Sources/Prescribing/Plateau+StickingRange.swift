/// Where a lift slows down on its way up: from the first peak of velocity to the minimum after it.
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

  var lowPercent: Int { Int((low * 100).rounded()) }
  var highPercent: Int { Int((high * 100).rounded()) }

  /// Looks for it in one concentric phase; nil where the lift has none.
  ///
  /// - Parameters:
  ///   - heights: Of the load along its way, in meters; as many as velocities.
  ///   - velocities: In m/s, up positive, smoothed.
  ///   - leastDip: How much of the peak velocity has to be lost and regained, 0 to 1. Small values
  ///     take noise for a sticking region.
  public init?(heights: [Double], velocities: [Double], leastDip: Double = 0.1) {
    guard heights.count == velocities.count, heights.allSatisfy(\.isFinite),
      velocities.allSatisfy(\.isFinite), let bottom = heights.first, let top = heights.last,
      top > bottom
    else { return nil }
    var peak = 0
    var valley: Int?
    for i in velocities.indices {
      if let lowest = valley {
        if velocities[i] < velocities[lowest] { valley = i }
        if velocities[i] >= velocities[valley ?? lowest] + leastDip * velocities[peak] { break }
      } else if velocities[i] > velocities[peak] {
        peak = i
      } else if velocities[i] <= (1 - leastDip) * velocities[peak] {
        valley = i
      }
    }
    guard let valley, peak > 0,
      velocities[valley...].contains(where: {
        $0 >= velocities[valley] + leastDip * velocities[peak]
      })
    else { return nil }
    self.init(
      low: (heights[peak] - bottom) / (top - bottom),
      high: (heights[valley] - bottom) / (top - bottom))
  }
}
