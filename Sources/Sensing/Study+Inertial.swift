import Lifting
import RealModule

extension Study {
  /// What an inertial sensor shows of the exercise.
  func inertial(_ attitude: Attitude) -> Explained? {
    switch exercise.geometry.worn {
    case .vertical(let direction): vertical(attitude, direction)
    case .inclination(let direction): inclination(attitude, direction)
    case .swing, .level: posture(attitude)
    }
  }

  private func drift(_ attitude: Attitude) -> Drift {
    let still = parameters.accelerationNoise * parameters.accelerationNoise
    let share = parameters.accelerationNoiseShare * parameters.accelerationNoiseShare
    // Trembling goes to and fro, and so do its errors.
    var noise = Filters.lowPass(attitude.upward, cutoffHz: 2, step: timeline.step)
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
    // What isn't constant of the sensor's error shows when the sensor turns.
    let base = parameters.accelerationWander * parameters.accelerationWander * timeline.step
    let travel = attitude.posture.travel
    var wander = [Double](repeating: base, count: travel.count)
    for place in travel.indices.dropFirst() {
      let turned =
        parameters.accelerationErrorPerRadian * (travel[place] - travel[place - 1])
      wander[place] += turned * turned
    }
    let axes = attitude.posture.direction
    let up = axes.x.indices.map { DriftFilter.Triple(axes.x[$0], axes.y[$0], axes.z[$0], 0) }
    return Drift(
      attitude.upward, up: up, noise: noise, wander: wander, step: timeline.step, parameters)
  }

  // MARK: Riding on the load

  /// The load's rise and fall: repetitions and drift are found in turn, each with the help of the
  /// other, once with rest as the rule and once without.
  private func vertical(_ attitude: Attitude, _ direction: Geometry.Direction) -> Explained? {
    let drift = drift(attitude)
    let sign = direction == .up ? 1.0 : -1.0
    var best: Explained?
    for rule in [drift.rest(), []] {
      guard let found = alternated(drift, rest: rule, sign: sign) else { continue }
      guard let sofar = best else {
        best = found
        continue
      }
      if found.score > sofar.score + parameters.preferenceForRest { best = found }
    }
    return best
  }

  private func alternated(_ drift: Drift, rest: [Double], sign: Double) -> Explained? {
    var rest = rest
    var anchors: [Drift.Anchor] = []
    var found: Explained?
    for round in 0..<parameters.rounds {
      let motion = drift.motion(anchors: anchors, rest: rest)
      let line = Line(
        values: motion.position.map { $0 * sign }, unit: .meters,
        velocity: motion.velocity.map { $0 * sign }, drifts: true)
      found = explain(
        line,
        looseness: round == 0 ? parameters.firstLoosenessMeters : parameters.loosenessMeters)
      guard var reps = found?.reps, let first = reps.first, let last = reps.last else { return nil }
      reps[0].start.place = departure(first, line.values)
      reps[reps.count - 1].end?.place = arrival(last, line.values)
      anchors = self.anchors(reps)
      guard let first = anchors.first, let last = anchors.last else { return found }
      // Within the set the turns say what is at rest; a slow lowering isn't.
      rest = drift.rest(after: motion.velocity)
      for index in rest.indices
      where (first.place...last.place).contains(index * drift.statementEvery) { rest[index] = 1e6 }
    }
    return found
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
  private func posture(_ attitude: Attitude) -> Explained? {
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
  private func restsWhereItBegins(_ found: Explained, _ posture: Posture) -> Double {
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
