import Lifting
import RealModule

extension Study {
  /// What an inertial sensor shows of the exercise.
  func inertial(_ attitude: Attitude) -> Explained? {
    let found = worn(attitude)
    guard takesWhatRepeats, isHeldOn, let held = held(attitude),
      held.score > (found?.score ?? 0) + parameters.preferenceForLargeMotion
    else { return found }
    return held
  }

  /// What a sensor shows that is worn on the working limb.
  private func worn(_ attitude: Attitude) -> Explained? {
    switch exercise.geometry.worn {
    case .vertical(let direction):
      heightOrWhatRepeats(attitude, direction)
    case .inclination(let direction):
      inclination(attitude, direction).map { withoutAnotherKind($0, attitude) }
    case .swing: posture(attitude)
    case .level: level(attitude)
    }
  }

  /// The explanation without what is done before and after the set, where that goes on long enough to tell.
  private func withoutAnotherKind(_ found: Explained, _ attitude: Attitude) -> Explained {
    guard found.reps.count > 3 else { return found }
    var found = found
    let signature = Signature(
      attitude, attitude.level(on: timeline), step: timeline.step, parameters)
    let set = signature.set(among: found.reps)
    found.explanation.score *= Double(set.count) / Double(found.reps.count)
    found.explanation.reps = Array(found.reps[set])
    return found
  }

  /// The height, unless a limb swings against the load, up while the body goes down: then the height
  /// shows nothing or the opposite, and the posture's way to and fro tells how often, though not which
  /// way was up.
  private func heightOrWhatRepeats(
    _ attitude: Attitude, _ direction: Geometry.Direction
  ) -> Explained? {
    let height = vertical(attitude, direction).flatMap { $0.score > 0 ? $0 : nil }
    // Hands that hold a bar don't swing against it.
    if height != nil, exercise.equipment.contains(.barbell) { return height }
    guard takesWhatRepeats, var swing = posture(attitude),
      swing.reps.count >= parameters.leastRepeats,
      swing.score >= parameters.leastScoreOfWhatRepeats
    else { return height }
    if var height {
      let turns = swing.reps.map { attitude.posture.angle($0.leaves, $0.middle.place) }.sorted()
      guard turns[turns.count / 2] >= parameters.leastSwingRadians else { return height }
      guard swing.score > height.score + parameters.preferenceForHeight else {
        // What swings so far may well go up while the body goes down.
        height.line.agreement = 0
        return height
      }
    }
    swing.line.agreement = 0
    return swing
  }

  /// The drift of what is accelerated upward, or along another direction that is given in the sensor's frame.
  func drift(
    _ attitude: Attitude, of along: [Double]? = nil, _ axis: Axes? = nil
  ) -> Drift {
    let upward = along ?? attitude.upward
    let still = parameters.accelerationNoise * parameters.accelerationNoise
    let share = parameters.accelerationNoiseShare * parameters.accelerationNoiseShare
    // Trembling goes to and fro, and so do its errors.
    var noise = Filters.lowPass(upward, cutoffHz: 2, step: timeline.step)
      .map { still + share * $0 * $0 }
    for place in noise.indices {
      noise[place] += attitude.jolts[place]
      if attitude.clipped[place] { noise[place] += parameters.clippedNoise }
    }
    for gap in timeline.gaps {
      let from = max(0, Int(saturating: gap.start))
      let to = min(noise.count - 1, Int(saturating: gap.end + 1))
      guard from <= to else { continue }
      for place in from...to { noise[place] += parameters.gapNoise }
    }
    for hole in timeline.holes {
      let size = parameters.accelerationInAHole * parameters.accelerationInAHole
      let seconds = (hole.upperBound - hole.lowerBound) * timeline.step
      for place in places(of: hole, in: noise) { noise[place] += size * seconds }
    }
    // What isn't constant of the sensor's error shows when the sensor turns.
    let base = parameters.accelerationWander * parameters.accelerationWander * timeline.step
    let travel = attitude.posture.travel
    var wander = [Double](repeating: base, count: travel.count)
    for place in travel.indices.dropFirst() {
      let turned =
        parameters.accelerationErrorPerRadian * (travel[place] - travel[place - 1])
      wander[place] += turned * turned
    }
    let axes = axis ?? attitude.posture.direction
    let up = axes.x.indices.map { DriftFilter.Triple(axes.x[$0], axes.y[$0], axes.z[$0], 0) }
    return Drift(
      upward, up: up, noise: noise, wander: wander, step: timeline.step, parameters)
  }

  private func places(of hole: ClosedRange<Double>, in values: [Double]) -> ClosedRange<Int> {
    let from = min(max(0, Int(saturating: hole.lowerBound)), values.count - 1)
    return from...min(values.count - 1, max(from, Int(saturating: hole.upperBound + 1)))
  }

  // MARK: Rest that the sensor shows

  /// The waits that come after something that left a false speed behind: a bang, a clipped reading, or
  /// samples that are missing.
  private func waits(_ attitude: Attitude) -> [Range<Int>] {
    var doubtful = zip(attitude.shaken(parameters), attitude.clipped).map { $0 || $1 }
    for hole in timeline.holes + timeline.gaps.map({ $0.start...$0.end }) {
      for place in places(of: hole, in: attitude.upward) { doubtful[place] = true }
    }
    guard doubtful.contains(true) else { return [] }
    let least = Int(saturating: 0.5 / timeline.step)
    // A move ends softly, so the ends of a wait may be the move's.
    let soft = Int(saturating: 0.2 / timeline.step)
    var waits: [Range<Int>] = []
    var isInDoubt = false
    var start = 0
    for place in doubtful.indices {
      // Samples may be missing in a wait, too; still before and after, it is still.
      if doubtful[place] { isInDoubt = true }
      let isLast = place + 1 == doubtful.count
      if attitude.quiet[place], !isLast { continue }
      let end = attitude.quiet[place] ? place + 1 : place
      if isInDoubt, end - start >= least {
        waits.append((start + soft)..<(end - soft))
        isInDoubt = doubtful[place]
      }
      start = place + 1
    }
    return waits
  }

  // MARK: Riding on the load

  /// The load's rise and fall: repetitions and drift are found in turn, each with the help of the
  /// other, once with rest as the rule and once without.
  private func vertical(_ attitude: Attitude, _ direction: Geometry.Direction) -> Explained? {
    let drift = drift(attitude)
    let sign = direction == .up ? 1.0 : -1.0
    var best: Explained?
    let rest = drift.rest()
    let waits = waits(attitude)
    var ways = [Way(rest: rest), Way(cost: parameters.preferenceForRest)]
    if isCutTight(attitude) {
      ways.append(Way(rest: rest, isStillAtEnds: true, cost: parameters.costOfStillEnds))
    }
    // A bar rolls in its sleeves or in the hands, and a clip on it with it.
    if exercise.equipment.contains(.barbell),
      let axis = attitude.posture.axisOfRolling(parameters)
    {
      ways.append(
        Way(
          rest: rest, posture: attitude.posture.tilt(about: axis, step: timeline.step),
          cost: parameters.costOfRolling))
    }
    for way in ways {
      guard let found = alternated(drift, way, waits: waits, sign: sign) else { continue }
      guard let sofar = best else {
        best = found
        continue
      }
      if found.score > sofar.score + way.cost { best = found }
    }
    return best
  }

  /// Whether the recording begins or ends with hardly any rest, so that rest can't hold the drift.
  func isCutTight(_ attitude: Attitude) -> Bool {
    // In a long recording one rep at an end isn't worth explaining all of it once more.
    guard Double(timeline.count) * timeline.step <= parameters.longestTightSeconds else {
      return false
    }
    let least = Int(saturating: 1 / timeline.step)
    return attitude.quiet.prefix(least).contains(false)
      || attitude.quiet.suffix(least).contains(false)
  }

  /// What is taken for granted of the motion while repetitions and drift are looked for.
  struct Way {
    /// How nearly the load stands still, by statements of the drift.
    var rest: [Double] = []
    /// In place of the sensor's.
    var posture: Posture?
    /// Whether the recording begins and ends as a set does: with the load still, whatever lies before
    /// and behind.
    var isStillAtEnds = false
    /// How much better its explanation has to be.
    var cost = 0.0
  }

  func alternated(
    _ drift: Drift, _ way: Way, waits: [Range<Int>], sign: Double, signature: Signature? = nil
  ) -> Explained? {
    var rest = way.rest
    var anchors = withEnds([], way)
    var found: Explained?
    for round in 0..<parameters.rounds {
      let motion = drift.motion(anchors: anchors, rest: rest)
      let line = Line(
        values: motion.position.map { $0 * sign }, unit: .meters,
        velocity: motion.velocity.map { $0 * sign }, drifts: true)
      found = explain(
        line,
        looseness: round == 0 ? parameters.firstLoosenessMeters : parameters.loosenessMeters,
        posture: way.posture, signature: signature)
      guard var reps = found?.reps, let first = reps.first, let last = reps.last else { return nil }
      reps[0].start.place = departure(first, line.values)
      reps[reps.count - 1].end?.place = arrival(last, line.values)
      anchors = withEnds(self.anchors(reps), way)
      guard let first = anchors.first, let last = anchors.last else { return found }
      // Within the set the turns say what is at rest; a slow lowering isn't.
      rest = drift.rest(after: motion.velocity)
      for index in rest.indices
      where (first.place...last.place).contains(index * drift.statementEvery) { rest[index] = 1e6 }
      // But for what the sensor shows.
      let still = parameters.quietMetersPerSecond * parameters.quietMetersPerSecond
      for wait in waits {
        let least = (wait.lowerBound + drift.statementEvery - 1) / drift.statementEvery
        for place in stride(
          from: least * drift.statementEvery, to: wait.upperBound, by: drift.statementEvery)
        where abs(motion.velocity[place]) < parameters.falseMetersPerSecond
          && (first.place...last.place).contains(place)
        {
          rest[place / drift.statementEvery] = still
        }
      }
    }
    return found
  }

  private func withEnds(_ anchors: [Drift.Anchor], _ way: Way) -> [Drift.Anchor] {
    guard way.isStillAtEnds else { return anchors }
    let near = Int(saturating: parameters.shortestPhaseSeconds / timeline.step)
    func end(_ place: Int) -> Drift.Anchor {
      Drift.Anchor(place: place, stillness: parameters.restMetersPerSecond, levelWithin: nil)
    }
    let last = timeline.count - 1
    let isFree = (anchors.first?.place ?? last) > near
    let isOpen = (anchors.last?.place ?? 0) < last - near
    return (isFree ? [end(0)] : []) + anchors + (isOpen ? [end(last)] : [])
  }

  /// What repetitions say of the motion: it stands still at their turns, and where they begin and
  /// end it is where it was.
  private func anchors(_ reps: [RepSearch.Candidate]) -> [Drift.Anchor] {
    var anchors: [Drift.Anchor] = []
    for rep in reps {
      for (turn, isEnd) in [(rep.start, true), (rep.middle, false), (rep.end ?? rep.middle, true)] {
        if let last = anchors.last, last.place >= turn.place { continue }
        anchors.append(
          Drift.Anchor(
            place: turn.place, stillness: parameters.stillnessAtTurns,
            levelWithin: isEnd ? parameters.returnMeters : nil))
      }
    }
    return anchors
  }

  /// Where the load begins to leave its place for good: the set's first anchor, after whatever goes on
  /// before the set.
  private func departure(_ rep: RepSearch.Candidate, _ values: [Double]) -> Int {
    let span = max(rep.middle.place - rep.leaves, 1)
    let window = max(Int(saturating: 0.2 / timeline.step), span / 10)
    let usual = abs(values[rep.middle.place] - values[rep.leaves]) / Double(span)
    guard usual > parameters.surelyMovingMetersPerSecond * timeline.step else {
      return rep.start.place
    }
    var place = rep.leaves
    while place - window > rep.start.place {
      let speed = abs(values[place] - values[place - window]) / Double(window)
      if speed < parameters.departureShare * usual { break }
      place -= 1
    }
    return max(rep.start.place, place - window)
  }

  /// Where the load has come back for good: the set's last anchor.
  private func arrival(_ rep: RepSearch.Candidate, _ values: [Double]) -> Int {
    guard let end = rep.end else { return rep.middle.place }
    let span = max(rep.arrives - rep.middle.place, 1)
    let window = max(Int(saturating: 0.2 / timeline.step), span / 10)
    let usual = abs(values[rep.arrives] - values[rep.middle.place]) / Double(span)
    guard usual > parameters.surelyMovingMetersPerSecond * timeline.step else { return end.place }
    var place = rep.arrives
    while place + window < end.place {
      let speed = abs(values[place + window] - values[place]) / Double(window)
      if speed < parameters.departureShare * usual { break }
      place += 1
    }
    return min(end.place, place + window)
  }

  // MARK: On a limb that turns

  /// The limb's inclination, its sign by what must be: a limb's far end rises as the sensor on it
  /// rises.
  private func inclination(_ attitude: Attitude, _ direction: Geometry.Direction) -> Explained? {
    let drift = drift(attitude)
    let rising = drift.motion(anchors: [], rest: []).velocity
    let sign = direction == .up ? 1.0 : -1.0
    var best: Explained?
    for angles in attitude.posture.inclinations(step: timeline.step) {
      let line = Line(values: angles, unit: .radians)
      for candidate in [line, line.reversed] {
        guard var found = explain(candidate) else { continue }
        found.line.agreement = sign * agreement(of: found, with: rising)
        found.explanation.score +=
          parameters.meritOfAgreement * (found.line.agreement - parameters.neutralAgreement)
          * Double(found.reps.count)
        if found.score > best?.score ?? 0 { best = found }
      }
    }
    return best
  }

  /// How far the line rises and falls with a velocity while the repetitions last, −1 to 1.
  private func agreement(of found: Explained, with velocity: [Double]) -> Double {
    let rate = Filters.slope(of: found.line.values, step: timeline.step)
    var (both, one, other) = (0.0, 1e-12, 1e-12)
    for rep in found.reps {
      for place in rep.leaves...max(rep.arrives, rep.leaves) {
        both += rate[place] * velocity[place]
        one += rate[place] * rate[place]
        other += velocity[place] * velocity[place]
      }
    }
    return both / (one * other).squareRoot()
  }

  // MARK: Where only the posture tells

  /// The posture's way to and fro, along whichever direction shows the most alike repetitions.
  func posture(_ attitude: Attitude) -> Explained? {
    let swings = exercise.geometry.worn == .swing
    var best: Explained?
    for line in attitude.posture.projections(step: timeline.step) {
      for candidate in [line, line.reversed] {
        guard var found = explain(candidate) else { continue }
        if swings { retrace(&found, attitude.posture) }
        let restful = restsWhereItBegins(found, attitude.posture)
        found.explanation.score += restful
        found.line.agreement = min(1, max(-1, restful))
        if found.score > best?.score ?? 0 { best = found }
      }
    }
    return best.map { alongItsArc($0, attitude.posture) }
  }

  /// Whether the load waits where a repetition begins rather than where it turns: the athlete rests
  /// in the easier place. As a log-likelihood.
  func restsWhereItBegins(_ found: Explained, _ posture: Posture) -> Double {
    var atStart = 1.0
    var atMiddle = 1.0
    for rep in found.reps {
      guard let end = rep.end else { continue }
      let near = 0.2 * posture.angle(rep.start.place, rep.middle.place)
      for place in rep.start.place...end.place {
        if posture.angle(place, rep.start.place) < near { atStart += timeline.step }
        if posture.angle(place, rep.middle.place) < near { atMiddle += timeline.step }
      }
    }
    return parameters.meritOfRest * Double.log(atStart / atMiddle)
  }
}
