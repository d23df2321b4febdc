import RealModule

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// How strong somebody is in an exercise when nothing is damaged or tired, and where that is going: a
/// belief that sharpens with every set and fades with time.
public struct StrengthEstimate: Sendable, Hashable {
  /// When a set or a test last told something, in hours since 1970.
  public let observedHours: Double
  /// The change of the one-rep maximum in a week, as a fraction: 0.01 is 1 %.
  public let gainPerWeek: Interval
  /// When it was last shown; and its change in an hour.
  private let logKilograms: Double
  private let slope: Double
  private let covariance: TrendCovariance

  init(
    hours: Double, logKilograms: Double, slope: Double, covariance: TrendCovariance
  ) {
    observedHours = hours
    self.logKilograms = logKilograms
    self.slope = slope
    self.covariance = covariance
    let spread = covariance.slope.squareRoot()
    func gain(_ z: Double) -> Double {
      Double.expMinusOne((slope + z * spread) * RestedStrength.week)
    }
    gainPerWeek = Interval(low: gain(-1.645), expected: gain(0), high: gain(1.645))
  }

  /// The middle of what was believed when it was last shown.
  public var oneRepMaxKilograms: Double { Double.exp(logKilograms) }

  /// What holds 90 % of what is believed at an instant: the wider the longer nothing was shown. The
  /// middle goes on as it went for three weeks at most; nobody gains by waiting.
  public func oneRepMaxKilograms(at instant: Date) -> Interval {
    let elapsed = max(0, instant.hours - observedHours)
    let middle = logKilograms + slope * covariance.growingHours(of: elapsed)
    var covariance = covariance
    covariance.advance(by: elapsed)
    let spread = covariance.level.squareRoot()
    func kilograms(_ z: Double) -> Double { Double.exp(middle + z * spread) }
    return Interval(low: kilograms(-1.645), expected: kilograms(0), high: kilograms(1.645))
  }
}
