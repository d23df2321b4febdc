/// The left side of a lifter against the right.
public struct SideComparison: Sendable, Hashable, Codable {
  /// One side's means over its repetitions; absent where its sensor couldn't tell.
  public struct Side: Sendable, Hashable, Codable {
    public var reps: Int
    public var eccentricSeconds: Double?
    public var concentricSeconds: Double?
    public var rangeOfMotionMeters: Double?
    public var concentricVelocityMetersPerSecond: Double?
    public var eccentricVelocityMetersPerSecond: Double?
    public var minimumControl: Double?

    public init(_ set: MeasuredSet) {
      func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      }
      func velocity(_ phase: Phase) -> Double? {
        mean(
          set.reps.flatMap(\.phases).filter { $0.phase == phase }
            .compactMap(\.meanVelocityMetersPerSecond))
      }
      func seconds(_ phase: Phase) -> Double? {
        mean(set.reps.map { $0.seconds(in: phase) }.filter { $0 > 0 })
      }
      reps = set.reps.count
      eccentricSeconds = seconds(.eccentric)
      concentricSeconds = seconds(.concentric)
      rangeOfMotionMeters = mean(set.reps.compactMap(\.rangeOfMotionMeters))
      concentricVelocityMetersPerSecond = velocity(.concentric)
      eccentricVelocityMetersPerSecond = velocity(.eccentric)
      minimumControl = mean(set.reps.compactMap { $0.control?.minimum })
    }

    var rounded: Side {
      var side = self
      side.eccentricSeconds = eccentricSeconds?.rounded(toDecimals: 3)
      side.concentricSeconds = concentricSeconds?.rounded(toDecimals: 3)
      side.rangeOfMotionMeters = rangeOfMotionMeters?.rounded(toDecimals: 4)
      side.concentricVelocityMetersPerSecond =
        concentricVelocityMetersPerSecond?.rounded(toDecimals: 3)
      side.eccentricVelocityMetersPerSecond =
        eccentricVelocityMetersPerSecond?.rounded(toDecimals: 3)
      side.minimumControl = minimumControl?.rounded(toDecimals: 3)
      return side
    }
  }

  public var left: Side
  public var right: Side

  public init(left: MeasuredSet, right: MeasuredSet) {
    self.left = Side(left)
    self.right = Side(right)
  }

  /// Right less left as a share of their mean, percent; nil where one of them isn't known.
  public func differencePercent(_ quantity: KeyPath<Side, Double?>) -> Double? {
    guard let one = left[keyPath: quantity], let other = right[keyPath: quantity], one + other > 0
    else { return nil }
    return 200 * (other - one) / (one + other)
  }

  var rounded: SideComparison {
    var comparison = self
    comparison.left = left.rounded
    comparison.right = right.rounded
    return comparison
  }
}
