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
    /// The waits and the ways up that somebody else did, as the phases above: what the time under
    /// tension holds beside lowering and lifting.
    public var pauseBottomSeconds: Double?
    public var pauseTopSeconds: Double?
    public var assistedSeconds: Double?
    /// Over all repetitions, where the load or its force is known.
    public var eccentricWorkJoules: Double?
    public var concentricWorkJoules: Double?
    /// What becomes of the lowering from rep to rep; from three reps on.
    public var trend: LoweringTrend?
    /// Against the tempo that was asked for, if one was.
    public var adherence: TempoAdherence?
    /// Against the loss of velocity at which it was to end, if one was asked for.
    public var stop: VelocityStop?

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
  /// Left against right, where both were recorded.
  public var sides: SideComparison?

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
    set.set.pauseBottomSeconds = set.set.pauseBottomSeconds?.rounded(toDecimals: 3)
    set.set.pauseTopSeconds = set.set.pauseTopSeconds?.rounded(toDecimals: 3)
    set.set.assistedSeconds = set.set.assistedSeconds?.rounded(toDecimals: 3)
    set.set.eccentricWorkJoules = set.set.eccentricWorkJoules?.rounded(toDecimals: 1)
    set.set.concentricWorkJoules = set.set.concentricWorkJoules?.rounded(toDecimals: 1)
    set.set.trend = set.set.trend?.rounded
    set.set.adherence = set.set.adherence?.rounded
    set.sides = set.sides?.rounded
    set.reps = set.reps.map(\.rounded)
    return set
  }
}
