public import Lifting

/// The phases of a set, told while it is lifted, for guidance.
///
/// Each sample is taken in once and forgotten: ``State`` has the same few hundred bytes after an hour
/// as at the start, is a value, and can be stored and taken up again at any sample. Announced are moves
/// and waits of the load, whatever they belong to: only ``LiveSet/measured()``, which knows the whole
/// set, tells repetitions from unracking and walking. Positions, velocities, joint angles and inertial
/// sensors on the load or on a limb that turns are followed; of pictures, and of a wrist at a fixed hand
/// or in a level pull, nothing is announced.
///
///     var live = LivePhases(exercise: squat)
///     for change in live.append(chunk) { show(change.phase) }
public struct LivePhases: Sendable {
  /// All that is kept between samples.
  public struct State: Sendable, Hashable, Codable {
    fileprivate var packets = LivePackets()
    fileprivate var settling = LiveSettling()
    fileprivate var seconds: Double?
    fileprivate var motion: LiveMotion?
    fileprivate var attitude: LiveAttitude?
    fileprivate var inclination: LiveInclination?
    fileprivate var height: LiveHeight?
    /// Summed up from velocity.
    fileprivate var sum = 0.0
    fileprivate var least: Double?
    fileprivate var most: Double?
    /// Announced last.
    fileprivate var phase: Phase?
    /// A move whose direction wasn't known yet.
    fileprivate var pending: LiveMotion.Change?

    public init() {}
  }

  public let exercise: Exercise
  public let parameters: SensingParameters
  public private(set) var state: State

  /// - Parameters:
  ///   - exercise: Its geometry says what stands for the load.
  ///   - parameters: The constants of the method.
  ///   - state: Where an earlier one stopped.
  public init(
    exercise: Exercise, parameters: SensingParameters = SensingParameters(), state: State = State()
  ) {
    self.exercise = exercise
    self.parameters = parameters
    self.state = state
  }

  /// Takes in the next samples, one or many.
  ///
  /// - Parameter chunk: Later than all before; samples whose time is not, or isn't finite, are left
  ///   out. It needs the same channels each time.
  /// - Returns: The phases that have begun, in the order of time.
  public mutating func append(_ chunk: Recording) -> [LiveNews] {
    let joint = exercise.geometry.joint.name
    return chunk.seconds.indices.flatMap { index in
      guard let sample = LiveSample(chunk, index, joint: joint) else { return [LiveNews]() }
      return state.packets.add(sample).flatMap { take($0) }
    }
  }

  private mutating func take(_ sample: LiveSample) -> [LiveNews] {
    state.settling.add(sample, parameters)
    let change = followed(sample)
    let hasSettled = state.height?.unrest.hasSettled ?? false
    if change != nil || hasSettled { state.settling.expect(at: sample.seconds, parameters) }
    let settled = state.settling.settled(at: sample.seconds, exercise, parameters)
    if let start = settled.last?.rep.startSeconds { state.height?.settle(since: start, parameters) }
    return (change.map { [.began($0)] } ?? []) + settled.map { .settled($0) }
  }

  /// What has begun with a sample, as far as the motion up to now can tell.
  private mutating func followed(_ sample: LiveSample) -> PhaseChange? {
    let elapsed = sample.seconds - (state.seconds ?? sample.seconds)
    if case .vertical(let direction) = exercise.geometry.worn, let force = sample.standingForce {
      state.seconds = sample.seconds
      let change = riding(sample, force, over: elapsed)
      return announced(change, at: sample.seconds, sign: direction == .up ? 1 : -1)
    }
    guard let place = place(sample) else { return nil }
    state.seconds = sample.seconds
    guard elapsed < parameters.longestBridgedGapSeconds, var motion = state.motion else {
      state.motion = LiveMotion(place.value, at: sample.seconds, unit: place.unit)
      return nil
    }
    let change = motion.add(place.value, at: sample.seconds, unit: place.unit, parameters)
    state.motion = motion
    return announced(change, at: sample.seconds, sign: place.sign)
  }

  /// A change in the words of the exercise; kept back while it isn't known which way is up.
  private mutating func announced(
    _ change: LiveMotion.Change?, at now: Double, sign: Double?
  ) -> PhaseChange? {
    if let change { state.pending = change }
    guard let pending = state.pending else { return nil }
    let phase: Phase
    switch pending.way {
    case .still:
      state.pending = nil
      guard state.phase == .concentric || state.phase == .eccentric else { return nil }
      phase = state.phase == .eccentric ? .pauseBottom : .pauseTop
    case .up, .down:
      guard let sign else { return nil }
      phase = Double(pending.way.rawValue) * sign > 0 ? .concentric : .eccentric
    }
    state.pending = nil
    guard phase != state.phase else { return nil }
    state.phase = phase
    return PhaseChange(phase: phase, startSeconds: pending.startSeconds, announcedSeconds: now)
  }

  // MARK: What stands for the load

  private typealias Reading = (value: Double, unit: Line.Unit, sign: Double?)

  private mutating func place(_ sample: LiveSample) -> Reading? {
    if let position = sample.position { return (position, .meters, 1) }
    if let velocity = sample.velocity {
      state.sum += velocity * min(0.5, sample.seconds - (state.seconds ?? sample.seconds))
      return (state.sum, .meters, 1)
    }
    if let force = sample.standingForce { return inertial(sample, force) }
    if let degrees = sample.degrees { return jointAngle(degrees) }
    return nil
  }

  private mutating func jointAngle(_ degrees: Double) -> Reading {
    let least = min(state.least ?? degrees, degrees)
    let most = max(state.most ?? degrees, degrees)
    (state.least, state.most) = (least, most)
    let joint = exercise.geometry.joint
    let isInterior =
      joint.name.hasPrefix("shoulder") || abs(180 - most) < abs(least)
    let sign = isInterior == (joint.shortening == .opens) ? 1.0 : -1.0
    return (degrees * .pi / 180, .radians, sign)
  }

  /// A sensor that rides on the load.
  private mutating func riding(
    _ sample: LiveSample, _ force: Vector, over elapsed: Double
  ) -> LiveMotion.Change? {
    let resting = turned(sample, force, over: elapsed)
    guard elapsed < parameters.longestBridgedGapSeconds, var height = state.height else {
      let wasMoving = state.height.map { $0.way != .still } ?? false
      state.height = LiveHeight(at: sample.seconds, parameters)
      return wasMoving ? LiveMotion.Change(way: .still, startSeconds: sample.seconds) : nil
    }
    let upward = Vector.dot(force, resting) - Attitude.standardGravity
    let change = height.add(upward, up: resting, at: sample.seconds, parameters)
    state.height = height
    return change
  }

  /// A sensor on a limb that turns.
  private mutating func inertial(_ sample: LiveSample, _ force: Vector) -> Reading? {
    guard case .inclination(let direction) = exercise.geometry.worn else { return nil }
    let elapsed = sample.seconds - (state.seconds ?? sample.seconds)
    let resting = turned(sample, force, over: elapsed)
    let upward = Vector.dot(force, resting) - Attitude.standardGravity
    var inclination = state.inclination ?? LiveInclination(resting)
    inclination.add(resting, upward: upward, over: min(elapsed, 0.5))
    state.inclination = inclination
    let agreement = inclination.agreement * (direction == .up ? 1 : -1)
    let sign: Double? =
      abs(agreement) < parameters.leastAgreement ? nil : (agreement > 0 ? 1 : -1)
    return (inclination.angle, .radians, sign)
  }

  /// Where up is for the sensor now.
  private mutating func turned(
    _ sample: LiveSample, _ force: Vector, over elapsed: Double
  ) -> Vector {
    var attitude = state.attitude ?? LiveAttitude(force)
    attitude.add(sample, force, over: elapsed, parameters)
    state.attitude = attitude
    return attitude.resting
  }
}
