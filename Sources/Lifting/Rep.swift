/// One phase of a measured repetition, on the recording's own clock.
///
/// Displacement and speeds are magnitudes along the line of the load; the phase says which way. What
/// the sensor can't give is absent.
public struct PhaseSpan: Sendable, Hashable, Codable {
  public var phase: Phase
  public var startSeconds: Double
  public var endSeconds: Double
  public var displacementMeters: Double?
  public var meanVelocityMetersPerSecond: Double?
  public var peakVelocityMetersPerSecond: Double?
  /// What the muscle did to the load or, lowering, took from it; where the load or its force is known.
  public var workJoules: Double?
  public var meanPowerWatts: Double?
  public var peakPowerWatts: Double?

  public init(
    _ phase: Phase, startSeconds: Double, endSeconds: Double, displacementMeters: Double? = nil,
    meanVelocityMetersPerSecond: Double? = nil, peakVelocityMetersPerSecond: Double? = nil
  ) {
    self.phase = phase
    self.startSeconds = startSeconds
    self.endSeconds = endSeconds
    self.displacementMeters = displacementMeters
    self.meanVelocityMetersPerSecond = meanVelocityMetersPerSecond
    self.peakVelocityMetersPerSecond = peakVelocityMetersPerSecond
  }

  public var seconds: Double { endSeconds - startSeconds }
}

/// How far a measured repetition can be believed.
public struct Trust: Sendable, Hashable, Codable {
  public enum Level: String, Sendable, Hashable, Codable { case high, low }
  public var level: Level
  /// Why it is low, in sentences; empty when it is high.
  public var reasons: [String]

  public init(reasons: [String] = []) {
    level = reasons.isEmpty ? .high : .low
    self.reasons = reasons
  }
}

/// One measured repetition.
public struct Rep: Sendable, Hashable, Codable {
  /// Counted from 1.
  public var index: Int
  /// In the order of time.
  public var phases: [PhaseSpan]
  /// As performed.
  public var tempo: Tempo
  public var rangeOfMotionMeters: Double?
  /// How much of the load was carried on the way down.
  public var control: Control?
  /// Where the lift slowed down on its way, if it did.
  public var stickingRegion: StickingRegion?
  public var trust: Trust

  public init(
    index: Int, phases: [PhaseSpan], tempo: Tempo, rangeOfMotionMeters: Double? = nil, trust: Trust
  ) {
    self.index = index
    self.phases = phases
    self.tempo = tempo
    self.rangeOfMotionMeters = rangeOfMotionMeters
    self.trust = trust
  }

  public var startSeconds: Double? { phases.first?.startSeconds }
  public var endSeconds: Double? { phases.last?.endSeconds }

  /// The time spent in a phase, summed over its spans.
  public func seconds(in phase: Phase) -> Double {
    phases.reduce(0) { $1.phase == phase ? $0 + $1.seconds : $0 }
  }
}

extension Rep {
  var rounded: Rep {
    var rep = self
    rep.rangeOfMotionMeters = rep.rangeOfMotionMeters?.rounded(toDecimals: 4)
    rep.phases = rep.phases.map(\.rounded)
    rep.control = rep.control?.rounded
    rep.stickingRegion = rep.stickingRegion?.rounded
    return rep
  }
}

extension PhaseSpan {
  fileprivate var rounded: PhaseSpan {
    var span = self
    span.startSeconds = startSeconds.rounded(toDecimals: 3)
    span.endSeconds = endSeconds.rounded(toDecimals: 3)
    span.displacementMeters = displacementMeters?.rounded(toDecimals: 4)
    span.meanVelocityMetersPerSecond = meanVelocityMetersPerSecond?.rounded(toDecimals: 3)
    span.peakVelocityMetersPerSecond = peakVelocityMetersPerSecond?.rounded(toDecimals: 3)
    span.workJoules = workJoules?.rounded(toDecimals: 1)
    span.meanPowerWatts = meanPowerWatts?.rounded(toDecimals: 1)
    span.peakPowerWatts = peakPowerWatts?.rounded(toDecimals: 1)
    return span
  }
}
