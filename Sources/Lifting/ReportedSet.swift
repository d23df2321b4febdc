/// A set as a velocity tracker reports it: numbers a repetition, without the motion they were taken from.
///
/// It is kept as the device says it and nothing is added: there are no times at which phases began, no
/// pauses unless they are reported, and no trust in a repetition, as nobody here saw it move. What the
/// table doesn't say is nil.
public struct ReportedSet: Sendable, Hashable, Codable {
  /// Whose table it was, as in “Vitruve”; nil where the columns are nobody's that is known.
  public var device: String?
  /// As it is written in the table.
  public var athlete: String?
  public var day: Day?
  /// On the wall clock, as in `15:52:37`.
  public var time: String?
  /// nil where the table names none.
  public var exercise: Exercise.ID?
  /// What the table calls it.
  public var nameAsWritten: String?
  public var load: Mass?
  /// Which set it was of its exercise, as the device counts.
  public var number: Int?
  /// In the order of the table; empty where a row of the table was a whole set.
  public var reps: [ReportedRep]
  public var set: Summary

  /// The set at a glance: what adds up of what was reported.
  public struct Summary: Sendable, Hashable, Codable {
    public var reps: Int
    /// Over all repetitions, where each has a reported time.
    public var eccentricSeconds: Double?
    public var concentricSeconds: Double?
    /// How much slower the slowest lift was than the fastest, of the mean concentric velocities; where there
    /// are two repetitions or more and each has one.
    public var velocityLossPercent: Double?
    /// What a table with a row a set says of its repetitions together.
    public var phases: [ReportedPhase]?
    public var rangeOfMotionMeters: Double?

    public init(reps: Int) { self.reps = reps }
  }

  public init(reps: [ReportedRep]) {
    self.reps = reps
    set = Summary(of: reps)
  }
}

/// One repetition as a device reports it.
public struct ReportedRep: Sendable, Hashable, Codable {
  /// As the device counts, from 1.
  public var index: Int
  /// The lowering before the lifting, whichever came first.
  public var phases: [ReportedPhase]
  public var rangeOfMotionMeters: Double?
  /// From its beginning to its end, where the device doesn't say of which phase.
  public var seconds: Double?

  public init(index: Int, phases: [ReportedPhase] = []) {
    self.index = index
    self.phases = phases
  }

  public func phase(_ phase: Phase) -> ReportedPhase? { phases.first { $0.phase == phase } }
}

/// What a device reports of one phase. Displacement and speeds are magnitudes; the phase says which way.
public struct ReportedPhase: Sendable, Hashable, Codable {
  public var phase: Phase
  public var seconds: Double?
  public var displacementMeters: Double?
  public var meanVelocityMetersPerSecond: Double?
  /// The mean over the part of the lift in which it was pushed, not braked.
  public var meanPropulsiveVelocityMetersPerSecond: Double?
  public var peakVelocityMetersPerSecond: Double?
  public var meanPowerWatts: Double?
  public var peakPowerWatts: Double?

  public init(_ phase: Phase) { self.phase = phase }
}

extension ReportedSet.Summary {
  /// What adds up of repetitions: of a quantity that one of them lacks, nothing does.
  public init(of reps: [ReportedRep]) {
    self.reps = reps.count
    func all<Value>(_ value: (ReportedRep) -> Value?) -> [Value]? {
      let values = reps.compactMap(value)
      return values.count == reps.count && !values.isEmpty ? values : nil
    }
    eccentricSeconds = all { $0.phase(.eccentric)?.seconds }?.reduce(0, +)
    concentricSeconds = all { $0.phase(.concentric)?.seconds }?.reduce(0, +)
    let lifts = all { $0.phase(.concentric)?.meanVelocityMetersPerSecond }
    if reps.count > 1, let fastest = lifts?.max(), let slowest = lifts?.min(), fastest > 0 {
      velocityLossPercent = 100 * (1 - slowest / fastest)
    }
  }
}

extension ReportedSet {
  /// As it is written down: what was converted to SI units has no more decimals than it had before.
  public var rounded: ReportedSet {
    var set = self
    set.reps = reps.map { rep in
      var rep = rep
      rep.rangeOfMotionMeters = rep.rangeOfMotionMeters?.rounded(toDecimals: 4)
      rep.seconds = rep.seconds?.rounded(toDecimals: 3)
      rep.phases = rep.phases.map(\.rounded)
      return rep
    }
    set.set.eccentricSeconds = set.set.eccentricSeconds?.rounded(toDecimals: 3)
    set.set.concentricSeconds = set.set.concentricSeconds?.rounded(toDecimals: 3)
    set.set.velocityLossPercent = set.set.velocityLossPercent?.rounded(toDecimals: 1)
    set.set.phases = set.set.phases?.map(\.rounded)
    set.set.rangeOfMotionMeters = set.set.rangeOfMotionMeters?.rounded(toDecimals: 4)
    return set
  }
}

extension ReportedPhase {
  fileprivate var rounded: ReportedPhase {
    var phase = self
    phase.seconds = seconds?.rounded(toDecimals: 3)
    phase.displacementMeters = displacementMeters?.rounded(toDecimals: 4)
    phase.meanVelocityMetersPerSecond = meanVelocityMetersPerSecond?.rounded(toDecimals: 3)
    phase.meanPropulsiveVelocityMetersPerSecond =
      meanPropulsiveVelocityMetersPerSecond?.rounded(toDecimals: 3)
    phase.peakVelocityMetersPerSecond = peakVelocityMetersPerSecond?.rounded(toDecimals: 3)
    phase.meanPowerWatts = meanPowerWatts?.rounded(toDecimals: 1)
    phase.peakPowerWatts = peakPowerWatts?.rounded(toDecimals: 1)
    return phase
  }

  /// Whether nothing is said of it.
  public var isEmpty: Bool { self == ReportedPhase(phase) }
}
