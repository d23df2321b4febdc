/// What becomes of the lowering over a set: the slope of the straight line that fits best, a rep.
public struct LoweringTrend: Sendable, Hashable, Codable {
  /// Above 0: each lowering took longer than the one before; below, it got away from the lifter.
  public var secondsPerRep: Double
  /// Of the minimum of control, where it is known: below 0, ever less of the load was carried.
  public var minimumControlPerRep: Double?

  /// Over these repetitions; nil for fewer than three lowerings.
  public init?(of reps: [Rep]) {
    let lowered = reps.filter { $0.seconds(in: .eccentric) > 0 }
    guard
      let seconds = Self.slope(lowered.map { ($0.index, $0.seconds(in: .eccentric)) })
    else { return nil }
    secondsPerRep = seconds
    minimumControlPerRep = Self.slope(
      lowered.compactMap { rep in rep.control.map { (rep.index, $0.minimum) } })
  }

  private static func slope(_ points: [(index: Int, value: Double)]) -> Double? {
    guard points.count > 2 else { return nil }
    let count = Double(points.count)
    let x = points.reduce(0) { $0 + Double($1.index) } / count
    let y = points.reduce(0) { $0 + $1.value } / count
    var (both, square) = (0.0, 0.0)
    for point in points {
      both += (Double(point.index) - x) * (point.value - y)
      square += (Double(point.index) - x) * (Double(point.index) - x)
    }
    return square > 0 ? both / square : nil
  }

  var rounded: LoweringTrend {
    var trend = self
    trend.secondsPerRep = secondsPerRep.rounded(toDecimals: 3)
    trend.minimumControlPerRep = minimumControlPerRep?.rounded(toDecimals: 3)
    return trend
  }
}
