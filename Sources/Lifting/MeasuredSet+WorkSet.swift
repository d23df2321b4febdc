extension MeasuredSet {
  /// How most of its repetitions went, in tenths of a second: of every beat the median. nil where
  /// nothing was measured.
  public var usualTempo: Tempo? {
    guard !reps.isEmpty else { return nil }
    func usual(_ phase: Phase) -> Double {
      let seconds = reps.filter { isComparable(phase, in: $0) }.map { $0.seconds(in: phase) }
        .sorted()
      guard !seconds.isEmpty else { return 0 }
      let median = (seconds[(seconds.count - 1) / 2] + seconds[seconds.count / 2]) / 2
      return min(Tempo.longestBeat, median.rounded(toDecimals: 1))
    }
    return Tempo(
      eccentric: .seconds(usual(.eccentric)), pauseBottom: usual(.pauseBottom),
      concentric: isMostlyAssisted ? .assisted : .seconds(usual(.concentric)),
      pauseTop: usual(.pauseTop))
  }

  /// The set as a fact for the history; nil where no repetition was found.
  ///
  /// Where most ways up were somebody else's it is a negative set. A lowering counts as controlled
  /// where the load didn't fall freely; where the sensor can't tell, nobody has looked. The velocity is
  /// kept of sets that were lifted as fast as they would go.
  public func workSet(load: Load, repsInReserve: Int? = nil) -> WorkSet? {
    guard let tempo = usualTempo else { return nil }
    let looked = reps.contains { $0.control != nil }
    let slowed = reps.trustedStickingRegions
    let fallen = reps.filter { $0.control?.freeFalls != nil }
    return WorkSet(
      exercise: exercise, kind: isMostlyAssisted ? .negative : .normal, load: load,
      reps: reps.count, tempo: tempo, controlledReps: looked ? reps.count - fallen.count : nil,
      repsInReserve: repsInReserve, fastestLift: fastestLift,
      stickingRegions: slowed.isEmpty ? nil : slowed)
  }

  /// Ways up that take longer than this, in seconds, aren't taken for fast unless that was asked.
  static let longestFastLift = 0.8

  /// The mean velocity of the fastest trusted way up, to the hundredth; nil where the sensor gives
  /// none, and of sets that weren't lifted as fast as they would go: a slow way up says nothing of
  /// strength. A set counts where its tempo asked for that (`X`), or where its usual way up took
  /// 0.8 s at most without a slower one being asked for.
  public var fastestLift: Velocity? {
    guard isLiftedFast else { return nil }
    let velocities = reps.filter { $0.trust.level == .high && $0.seconds(in: .assisted) == 0 }
      .flatMap(\.phases).filter { $0.phase == .concentric }
      .compactMap(\.meanVelocityMetersPerSecond)
      .compactMap { Velocity(metersPerSecond: $0.rounded(toDecimals: 2)) }
    return velocities.max()
  }

  private var isLiftedFast: Bool {
    if let asked = set.adherence?.asked.concentric {
      guard let seconds = asked.seconds else { return asked == .fast }
      if seconds > 1 { return false }
    }
    guard let usual = usualTempo?.concentric.seconds else { return false }
    return usual > 0 && usual <= Self.longestFastLift
  }

  private var isMostlyAssisted: Bool {
    2 * reps.filter { $0.seconds(in: .assisted) > 0 }.count > reps.count
  }
}

extension [Rep] {
  /// Where those slowed down that can be believed.
  public var trustedStickingRegions: [StickingRegion] {
    filter { $0.trust.level == .high }.compactMap(\.stickingRegion)
  }
}
