import Lifting

/// How unquiet an accelerometer is: what jolts and missing samples leave behind, and whether it keeps
/// still.
struct LiveUnrest: Sendable, Hashable, Codable {
  private var old: Double?
  private var older: Double?
  private var usualStep = 0.0
  /// Of the acceleration upward, over the last tenths of a second.
  private(set) var mean = 0.0
  private var variance = 1.0
  /// For how long it has kept still.
  private(set) var quietSeconds = 0.0
  /// Whether a jolt or missing samples have left a false speed behind since it last rested.
  private var isDoubtful = false
  /// Whether with the last sample something has come to an end: it is quiet again, or was hit.
  private(set) var hasSettled = false

  /// Takes in a sample; what its step adds to the noise, m²/s³.
  mutating func noise(of upward: Double, over elapsed: Double, _ p: SensingParameters) -> Double {
    defer { (older, old) = (old, upward) }
    let missing = takeStep(elapsed, p)
    let missed = miss(upward)
    if missing > 0 || missed > p.shakenMetersPerSecondSquared { isDoubtful = true }
    listen(upward, over: elapsed, isHit: missed > 3 * p.shakenMetersPerSecondSquared, p)
    let jolt = p.joltShare * max(0, missed - p.leastJoltMetersPerSecondSquared)
    let white = p.liveAccelerationNoise * p.liveAccelerationNoise
    return white + missing + jolt * jolt * min(elapsed, 0.1)
  }

  private mutating func takeStep(_ elapsed: Double, _ p: SensingParameters) -> Double {
    guard usualStep > 0, elapsed > p.stepsOfAHole * usualStep else {
      usualStep = usualStep == 0 ? elapsed : usualStep + 0.05 * (elapsed - usualStep)
      return 0
    }
    let size = p.accelerationInAHole * p.accelerationInAHole
    return elapsed > p.shortestGapSeconds ? p.gapNoise : size * elapsed
  }

  /// How far the reading before was from the middle between its neighbours.
  private func miss(_ upward: Double) -> Double {
    guard let old, let older else { return 0 }
    return abs(old - 0.5 * (upward + older))
  }

  private mutating func listen(
    _ upward: Double, over elapsed: Double, isHit: Bool, _ p: SensingParameters
  ) {
    let share = min(1, elapsed / 0.1)
    let away = upward - mean
    mean += share * away
    variance += share * ((1 - share) * away * away - variance)
    let most = p.quietMetersPerSecondSquared * p.quietMetersPerSecondSquared
    let before = quietSeconds
    quietSeconds = variance <= most ? quietSeconds + elapsed : 0
    hasSettled = isHit || (before < 0.15 && quietSeconds >= 0.15)
  }

  /// Whether it has kept still for so long after a false speed was left behind that it must rest.
  func showsRest(_ p: SensingParameters) -> Bool { isDoubtful && quietSeconds >= 0.5 }

  /// It has rested: no false speed is left.
  mutating func rested() { isDoubtful = false }
}
