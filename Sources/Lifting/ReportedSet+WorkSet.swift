extension ReportedSet {
  /// How long a phase took in most of its repetitions, in tenths of a second; nil where one has no time of it.
  ///
  /// A way and a mean velocity are a time, too: that is what a mean velocity is.
  public func usualSeconds(of phase: Phase) -> Double? {
    let seconds =
      reps.isEmpty ? [set.phases?.seconds(of: phase)] : reps.map { $0.seconds(of: phase) }
    let known = seconds.compactMap(\.self).sorted()
    guard known.count == seconds.count, !known.isEmpty else { return nil }
    let median = (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
    return min(Tempo.longestBeat, median.rounded(toDecimals: 1))
  }

  /// The mean velocity of the fastest way up, to the hundredth, of a set that was lifted as fast as it would
  /// go, as with ``MeasuredSet/fastestLift``; nil where that isn't reported, or wasn't meant.
  public var fastestLift: Velocity? {
    guard let usual = usualSeconds(of: .concentric), usual > 0,
      usual <= MeasuredSet.longestFastLift
    else { return nil }
    let phases = reps.isEmpty ? set.phases ?? [] : reps.flatMap(\.phases)
    // A mean over a whole set is no velocity of its fastest lift.
    guard !reps.isEmpty else { return nil }
    return phases.filter { $0.phase == .concentric }.compactMap(\.meanVelocityMetersPerSecond)
      .compactMap { Velocity(metersPerSecond: $0.rounded(toDecimals: 2)) }.max()
  }

  /// The set as a fact for the history; nil where nobody says of which exercise, or there is no repetition.
  ///
  /// It has no tempo: that would need the pauses, which no table has.
  public func workSet(as exercise: Exercise.ID?, load: Load) -> WorkSet? {
    guard let exercise = exercise ?? self.exercise, set.reps > 0 else { return nil }
    return WorkSet(exercise: exercise, load: load, reps: set.reps, fastestLift: fastestLift)
  }

  /// A tempo that was followed, with the times of lowering and lifting as they are reported; its pauses
  /// stay.
  public func taking(_ tempo: Tempo) -> Tempo {
    var tempo = tempo
    if let lowered = usualSeconds(of: .eccentric) { tempo.eccentric = .seconds(lowered) }
    if tempo.concentric != .assisted, let lifted = usualSeconds(of: .concentric) {
      tempo.concentric = .seconds(lifted)
    }
    return tempo
  }
}

extension ReportedRep {
  fileprivate func seconds(of phase: Phase) -> Double? { phases.seconds(of: phase) }
}

extension [ReportedPhase] {
  fileprivate func seconds(of phase: Phase) -> Double? {
    guard let found = first(where: { $0.phase == phase }) else { return nil }
    if let seconds = found.seconds { return seconds }
    guard let way = found.displacementMeters, let mean = found.meanVelocityMetersPerSecond,
      mean > 0
    else { return nil }
    return way / mean
  }
}
