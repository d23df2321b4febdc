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

/// A recording turned into repetitions.
public struct MeasuredSet: Sendable, Hashable, Codable {
  public struct Source: Sendable, Hashable, Codable {
    public var kind: Recording.Kind
    public var samples: Int
    public var durationSeconds: Double
    public var sampleRateHz: Double?

    public init(kind: Recording.Kind, samples: Int, durationSeconds: Double, sampleRateHz: Double?)
    {
      self.kind = kind
      self.samples = samples
      self.durationSeconds = durationSeconds
      self.sampleRateHz = sampleRateHz
    }
  }

  /// The set at a glance.
  public struct Summary: Sendable, Hashable, Codable {
    public var reps: Int
    public var eccentricSeconds: Double
    public var concentricSeconds: Double
    public var timeUnderTensionSeconds: Double
    /// How much slower the slowest lift was than the fastest, of mean concentric velocity.
    public var velocityLossPercent: Double?

    public init(
      reps: Int, eccentricSeconds: Double, concentricSeconds: Double,
      timeUnderTensionSeconds: Double, velocityLossPercent: Double?
    ) {
      self.reps = reps
      self.eccentricSeconds = eccentricSeconds
      self.concentricSeconds = concentricSeconds
      self.timeUnderTensionSeconds = timeUnderTensionSeconds
      self.velocityLossPercent = velocityLossPercent
    }
  }

  public var recording: Source
  public var exercise: Exercise.ID
  public var reps: [Rep]
  public var set: Summary

  public init(recording: Source, exercise: Exercise.ID, reps: [Rep], set: Summary) {
    self.recording = recording
    self.exercise = exercise
    self.reps = reps
    self.set = set
  }
}

extension MeasuredSet {
  /// As it is written down: milliseconds, tenths of millimetres, millimetres a second. What lies
  /// below that is the computer's, not the sensor's.
  public var rounded: MeasuredSet {
    var set = self
    set.recording.durationSeconds = set.recording.durationSeconds.rounded(toDecimals: 3)
    set.recording.sampleRateHz = set.recording.sampleRateHz?.rounded(toDecimals: 2)
    set.set.eccentricSeconds = set.set.eccentricSeconds.rounded(toDecimals: 3)
    set.set.concentricSeconds = set.set.concentricSeconds.rounded(toDecimals: 3)
    set.set.timeUnderTensionSeconds = set.set.timeUnderTensionSeconds.rounded(toDecimals: 3)
    set.set.velocityLossPercent = set.set.velocityLossPercent?.rounded(toDecimals: 1)
    set.reps = set.reps.map(\.rounded)
    return set
  }
}

extension Rep {
  fileprivate var rounded: Rep {
    var rep = self
    rep.rangeOfMotionMeters = rep.rangeOfMotionMeters?.rounded(toDecimals: 4)
    rep.phases = rep.phases.map(\.rounded)
    return rep
  }
}

extension PhaseSpan {
  fileprivate var rounded: PhaseSpan {
    PhaseSpan(
      phase, startSeconds: startSeconds.rounded(toDecimals: 3),
      endSeconds: endSeconds.rounded(toDecimals: 3),
      displacementMeters: displacementMeters?.rounded(toDecimals: 4),
      meanVelocityMetersPerSecond: meanVelocityMetersPerSecond?.rounded(toDecimals: 3),
      peakVelocityMetersPerSecond: peakVelocityMetersPerSecond?.rounded(toDecimals: 3))
  }
}
