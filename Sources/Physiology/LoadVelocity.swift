public import Lifting
import RealModule

/// The one-rep maximum that somebody's own velocities at different loads speak for.
///
/// Velocity falls by a straight line with the load (Jidovtseff 2011: r = 0.95 between where it ends and
/// the one-rep maximum; García-Ramos 2024 for a review), to a minimal velocity at the maximum. Of the
/// three unknowns, minimal velocity and slope begin with what is known of people
/// (``VelocityProfile``), the maximum with nothing. For each of a row of maxima the other two are
/// linear and normal, so that how likely it makes what was measured is exact.
public struct LoadVelocity: Sendable, Hashable {
  /// One lift as fast as it would go.
  public struct Lift: Sendable, Hashable {
    public var kilograms: Double
    public var metersPerSecond: Double

    /// Nil for what no lift in earnest has: slower than 0.05 m/s or faster than 2.5, or no load.
    public init?(kilograms: Double, metersPerSecond: Double) {
      guard kilograms > 0, kilograms.isFinite, (0.05...2.5).contains(metersPerSecond) else {
        return nil
      }
      self.kilograms = kilograms
      self.metersPerSecond = metersPerSecond
    }
  }

  /// How long a lift counts: strength and form change.
  public static let windowDays = 28.0
  /// The heaviest load ÷ the lightest, from which two loads give a line.
  public static let clearlyDifferent = 1.15

  /// Of the one-rep maximum.
  public var kilograms: Interval {
    func value(_ z: Double) -> Double { Double.exp(logKilograms + z * variance.squareRoot()) }
    return Interval(low: value(-1.645), expected: value(0), high: value(1.645))
  }
  /// How many lifts it rests on.
  public let lifts: Int
  public let profile: VelocityProfile
  let logKilograms: Double
  let variance: Double

  /// How far a lift is from its line (sd, m/s): 0.06 in the full squat (Sánchez-Medina 2017, standard
  /// error of the estimate; A), sensor included.
  private static let noise = 0.06
  /// How far the maximum is from where the line ends, whatever the number of lifts (sd of the
  /// logarithm): 2.7–3.7 % with five loads (bench press, 16 men, IES 2021; A).
  private static let floor = 0.035
  /// Wider than this (sd of the logarithm) it says nothing.
  private static let widest = 0.2

  /// Nil where it would say next to nothing: an exercise without a profile, fewer than two clearly
  /// different loads, or velocities that fit many maxima.
  public init?(of lifts: [Lift], in exercise: Exercise.ID) {
    guard let profile = VelocityProfile.all[exercise], lifts.count > 1,
      let lightest = lifts.map(\.kilograms).min(), let heaviest = lifts.map(\.kilograms).max(),
      heaviest >= lightest * Self.clearlyDifferent
    else { return nil }
    // Who lifted it can lift it; who moves a load as if it were nothing has nothing to tell.
    let maxima = (0..<Self.steps).map {
      heaviest * Double.exp(Double($0) * Double.log(4) / Double(Self.steps - 1))
    }
    let likelihoods = maxima.map { Self.logLikelihood(of: lifts, maximum: $0, profile) }
    let most = likelihoods.max() ?? 0
    let weights = likelihoods.map { Double.exp($0 - most) }
    let total = weights.reduce(0, +)
    guard total > 0, total.isFinite else { return nil }
    let mean = zip(maxima, weights).reduce(0) { $0 + Double.log($1.0) * $1.1 } / total
    let spread =
      zip(maxima, weights).reduce(0) {
        $0 + (Double.log($1.0) - mean) * (Double.log($1.0) - mean) * $1.1
      } / total
    guard spread.squareRoot() <= Self.widest else { return nil }
    self.lifts = lifts.count
    self.profile = profile
    logKilograms = mean
    variance = spread + Self.floor * Self.floor
  }

  private static let steps = 140

  /// How likely such a maximum makes what was measured: each lift in turn is held against what those
  /// before it let expect, and moves the belief about minimal velocity and slope (Kalman 1960).
  private static func logLikelihood(
    of lifts: [Lift], maximum: Double, _ profile: VelocityProfile
  ) -> Double {
    var (minimal, slope) = (profile.minimal.mean, profile.perMaximum.mean)
    var minimalVariance = profile.minimal.spread * profile.minimal.spread
    var slopeVariance = profile.perMaximum.spread * profile.perMaximum.spread
    var both = 0.0
    var sum = 0.0
    for lift in lifts {
      let room = 1 - lift.kilograms / maximum
      let gainOfMinimal = minimalVariance + room * both
      let gainOfSlope = both + room * slopeVariance
      let total = gainOfMinimal + room * gainOfSlope + noise * noise
      let surprise = lift.metersPerSecond - minimal - slope * room
      sum -= (min(surprise * surprise / total, 9) + Double.log(total)) / 2
      // What is three spreads off is a mistake sooner than a lift.
      guard surprise * surprise < 9 * total else { continue }
      minimal += gainOfMinimal / total * surprise
      slope += gainOfSlope / total * surprise
      minimalVariance -= gainOfMinimal * gainOfMinimal / total
      slopeVariance -= gainOfSlope * gainOfSlope / total
      both -= gainOfMinimal * gainOfSlope / total
    }
    return sum
  }
}
