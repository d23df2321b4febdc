import Lifting
import RealModule

/// Rise and fall of a load from its acceleration, forward in time only: which way it goes, and since
/// when.
///
/// The sensor's error is followed as ``Drift`` has it, a vector in the sensor's frame. While the load
/// rests, rest is said five times a second; but a slow lowering looks like rest and the rule would
/// flatten it. So every half second of rest somebody is sent off who doesn't believe in it: a doubt,
/// which takes what is known by then and only sums up. As long as it stays where it was, within what it
/// can't know, the load rests; once one is surely away, the load moves, and the doubt was right all
/// along. While the load moves nothing is said but what the sensor shows. Doubts go on meanwhile, the
/// older the fewer: when a repetition has settled, the one that was sent off before it is told that the
/// load has come back, and from that knows the sensor's error better than anybody.
struct LiveHeight: Sendable, Hashable, Codable {
  /// The motion without rest since a moment.
  private struct Doubt: Sendable, Hashable, Codable {
    var state: DriftState
    var since: Double
  }

  private(set) var way = LiveMotion.Way.still
  private var state: DriftState
  private var doubts: [Doubt] = []
  private(set) var unrest = LiveUnrest()
  /// How fast what rests sways, as a variance.
  private var sway = 0.02 * 0.02
  private var seconds: Double
  /// When the present rest began: older doubts have seen moves.
  private var restedSeconds: Double
  private var last: Double?
  private var up: Vector?
  private var statedSeconds: Double
  /// Of the present move: the furthest place and when it was there, the fastest and when it last was
  /// clearly moving.
  private var furthest = 0.0
  private var furthestSeconds = 0.0
  private var peak = 0.0
  private var movedSeconds = 0.0

  init(at seconds: Double, _ p: SensingParameters) {
    self.seconds = seconds
    statedSeconds = seconds
    restedSeconds = seconds
    state = DriftState(
      biasVariance: p.liveErrorMetersPerSecondSquared * p.liveErrorMetersPerSecondSquared)
    state.now.pp = 0
  }

  /// Takes in the acceleration upward and where up is in the sensor's frame; what it changes, if
  /// anything.
  mutating func add(
    _ upward: Double, up: Vector, at now: Double, _ p: SensingParameters
  ) -> LiveMotion.Change? {
    let elapsed = now - seconds
    guard elapsed > 0 else { return nil }
    seconds = now
    predict(upward, up, over: elapsed, p)
    let isStated = now - statedSeconds >= Self.statementSeconds
    if isStated { statedSeconds = now }
    guard way == .still else { return endedOrTurned(isStated, p) }
    return begun(isStated, p)
  }

  private static let statementSeconds = 0.2

  private mutating func predict(
    _ upward: Double, _ up: Vector, over elapsed: Double, _ p: SensingParameters
  ) {
    let mean = 0.5 * (upward + (last ?? upward))
    let turned = self.up.map { Vector.cross($0, up).length } ?? 0
    let share = p.accelerationNoiseShare * p.accelerationNoiseShare
    // Trembling goes to and fro, and so do its errors.
    var noise = unrest.noise(of: upward, over: elapsed, p)
    noise += share * unrest.mean * unrest.mean
    let perRadian = p.accelerationErrorPerRadian * turned
    let wander = p.accelerationWander * p.accelerationWander * elapsed + perRadian * perRadian
    let along = DriftState.Triple(up.x, up.y, up.z, 0)
    state.predict(mean, along: along, over: elapsed, noise: noise, wander: wander)
    for index in doubts.indices {
      doubts[index].state.predict(mean, along: along, over: elapsed, noise: noise, wander: wander)
    }
    last = upward
    self.up = up
  }

  // MARK: At rest

  private mutating func begun(_ isStated: Bool, _ p: SensingParameters) -> LiveMotion.Change? {
    let right = doubts.first { $0.since >= restedSeconds && $0.state.isAway(sway: sway, p) }
    if let doubt = right {
      let (place, speed) = (doubt.state.now.p, doubt.state.now.v)
      // A speed that rises evenly from nothing covers half of what it would cover from the start.
      let ago = min(p.liveLongestDelaySeconds, 2 * abs(place / speed))
      state = doubt.state
      return start(place > 0 ? .up : .down, since: max(doubt.since, seconds - ago))
    }
    guard isStated else { return nil }
    let least = p.liveRestMetersPerSecond * p.liveRestMetersPerSecond
    sway = max(least, sway + 0.15 * (min(state.now.v * state.now.v, 0.01) - sway))
    state.takeVelocity(0, variance: 2 * sway)
    guard seconds - (doubts.last?.since ?? 0) >= p.liveDoubtEverySeconds else { return nil }
    doubt(p)
    return nil
  }

  private mutating func doubt(_ p: SensingParameters) {
    state.standHere()
    doubts.append(Doubt(state: state, since: seconds))
    guard doubts.count > p.liveDoubts else { return }
    // The one that is missed least: where its neighbours are near, for its age.
    let middle = doubts.indices.dropFirst().dropLast(4)
    let least = middle.min { gap(around: $0) < gap(around: $1) }
    doubts.remove(at: least ?? 0)
  }

  private func gap(around index: Int) -> Double {
    (doubts[index + 1].since - doubts[index - 1].since) / (seconds - doubts[index].since + 1)
  }

  /// A repetition is known by now, which began then and has brought the load back, where it rests.
  mutating func settle(since start: Double, _ p: SensingParameters) {
    doubts.removeAll { seconds - $0.since > p.liveWindowSeconds }
    guard way == .still, let before = doubts.last(where: { $0.since <= start }) else { return }
    state = before.state
    state.takePosition(0, variance: p.returnMeters * p.returnMeters)
    state.takeVelocity(0, variance: p.stillnessAtTurns * p.stillnessAtTurns)
    doubts.removeAll { $0.since > start }
    doubt(p)
  }

  private mutating func start(_ new: LiveMotion.Way, since: Double) -> LiveMotion.Change {
    way = new
    furthest = state.now.p
    furthestSeconds = seconds
    movedSeconds = seconds
    peak = abs(state.now.v)
    return LiveMotion.Change(way: new, startSeconds: since)
  }

  // MARK: On the move

  private mutating func endedOrTurned(
    _ isStated: Bool, _ p: SensingParameters
  ) -> LiveMotion.Change? {
    if isStated {
      let loose = p.restMetersPerSecond * p.liveDoubtOfRest
      state.takeVelocity(0, variance: loose * loose)
      let level = p.looseLevelMeters * p.looseLevelMeters / Self.statementSeconds
      state.takePosition(0, variance: level)
    }
    let sign = Double(way.rawValue)
    let (place, speed) = (state.now.p, state.now.v * sign)
    let doubt = state.now.vv.squareRoot()
    if (place - furthest) * sign > 0 {
      furthest = place
      furthestSeconds = seconds
    }
    peak = max(peak, speed)
    if (furthest - place) * sign > p.liveTurnMeters, speed < -max(0.1 * peak, 3 * doubt) {
      return start(way == .up ? .down : .up, since: furthestSeconds)
    }
    if unrest.showsRest(p), abs(speed) < p.falseMetersPerSecond {
      return rest(since: seconds - unrest.quietSeconds, p)
    }
    if speed > p.liveStillShare * peak + doubt || 2 * doubt > peak { movedSeconds = seconds }
    guard seconds - movedSeconds >= p.liveStillSeconds else { return nil }
    return rest(since: movedSeconds, p)
  }

  private mutating func rest(since: Double, _ p: SensingParameters) -> LiveMotion.Change {
    way = .still
    unrest.rested()
    restedSeconds = seconds
    state.takeVelocity(0, variance: 0.05 * 0.05)
    doubt(p)
    return LiveMotion.Change(way: .still, startSeconds: since)
  }
}

extension DriftState {
  /// Counts position from here.
  fileprivate mutating func standHere() {
    now.p = 0
    now.pp = 0
    now.pv = 0
    now.pb = .zero
  }

  /// Whether it has surely left where it stood, and goes on: by the likelihood of rest, where what rests
  /// sways so fast, as a variance.
  fileprivate func isAway(sway: Double, _ parameters: SensingParameters) -> Bool {
    guard abs(now.p) > parameters.liveLeastMeters, now.p * now.v > 0 else { return false }
    let pp = now.pp + parameters.liveSwaySeconds * parameters.liveSwaySeconds * sway
    let vv = now.vv + sway
    let determinant = pp * vv - now.pv * now.pv
    guard determinant > 0 else { return false }
    let (p, v) = (now.p, now.v)
    let distance = (p * p * vv - 2 * p * v * now.pv + v * v * pp) / determinant
    return distance > parameters.liveSureness * parameters.liveSureness
      && abs(now.p) > parameters.liveSureness * 0.5 * pp.squareRoot()
  }
}
