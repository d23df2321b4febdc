import Lifting
import RealModule

extension Curl {
  /// Simulates the repetition: the muscle keeps to the tempo as far as it can, and what it can't hold
  /// falls.
  ///
  /// Steps of 2 ms by the midpoint rule, so that work, height and motion balance. The cost is that of
  /// moving only: what holding still costs isn't known well enough to be counted.
  public func simulated(_ parameters: CurlParameters = CurlParameters()) -> CurlRep {
    var simulation = CurlSimulation(self, parameters)
    return simulation.run()
  }

  /// The heaviest load that can be lowered at this curl's tempo and range without being lost, in kg,
  /// to a hundredth of the best curl.
  public func heaviestLowering(_ parameters: CurlParameters = CurlParameters()) -> Double {
    var negative = self
    negative.tempo = Tempo(
      eccentric: tempo.eccentric, pauseBottom: 0, concentric: .assisted, pauseTop: 0)
    var held = 0.0
    var lost = 3 * oneRepMaxKilograms
    while lost - held > oneRepMaxKilograms / 100 {
      negative.loadKilograms = (held + lost) / 2
      if negative.simulated(parameters).outcome == .controlled {
        held = negative.loadKilograms
      } else {
        lost = negative.loadKilograms
      }
    }
    return held
  }

  /// The heaviest load that can be lifted at this curl's tempo and range, in kg.
  public func heaviestLifting(_ parameters: CurlParameters = CurlParameters()) -> Double {
    CurlArm(self, parameters).heaviestLoad(
      on: CurlWay(from: bottom, to: top, seconds: Self.seconds(tempo.concentric)), effort: effort)
  }

  fileprivate var bottom: Double { bottomDegrees * .pi / 180 }
  fileprivate var top: Double { topDegrees * .pi / 180 }
}

/// The motion while it goes on.
private struct CurlSimulation {
  private static let step = 0.002
  private static let stepsPerSample = 10

  private let curl: Curl
  private let arm: CurlArm
  private let parameters: CurlParameters
  private var seconds = 0.0
  private var angle: Double
  private var velocity = 0.0
  private var steps = 0
  private var rep = CurlRep()

  init(_ curl: Curl, _ parameters: CurlParameters) {
    self.curl = curl
    self.parameters = parameters
    arm = CurlArm(curl, parameters)
    angle = curl.bottom
  }

  mutating func run() -> CurlRep {
    lift()
    if case .notLifted = rep.outcome { return finished() }
    hold(.pauseTop, seconds: curl.tempo.pauseTop)
    lower()
    hold(.pauseBottom, seconds: curl.tempo.pauseBottom)
    return finished()
  }

  private mutating func finished() -> CurlRep {
    rep.kineticJoules = arm.inertia * velocity * velocity / 2
    return rep
  }

  private mutating func lift() {
    let way = CurlWay(
      from: curl.bottom, to: curl.top, seconds: Curl.seconds(curl.tempo.concentric))
    let isHelped = curl.tempo.concentric == .assisted
    var span = CurlRep.Span(
      phase: isHelped ? .assisted : .concentric, startSeconds: seconds)
    var time = 0.0
    // Who falls behind the tempo goes on as hard as they can, until nothing moves upward any more.
    while time < way.seconds {
      let isWhole = advance(
        to: way.point(after: time), helped: isHelped, &span)
      time = isWhole ? min(time, way.time(at: angle)) + Self.step : time + Self.step
      if isWhole, velocity < 0.02, seconds - span.startSeconds > 0.3 {
        rep.outcome = .notLifted(atDegrees: angle * 180 / .pi)
        break
      }
    }
    close(&span)
  }

  private mutating func lower() {
    let way = CurlWay(
      from: curl.top, to: curl.bottom, seconds: Curl.seconds(curl.tempo.eccentric))
    var span = CurlRep.Span(phase: .eccentric, startSeconds: seconds)
    // What couldn't be held at the top is on its way already.
    var time = way.time(at: angle)
    var wholeFrom: Double?
    while time < way.seconds, angle > curl.bottom {
      let isWhole = advance(to: way.point(after: time), helped: false, &span)
      if isWhole { wholeFrom = wholeFrom ?? angle }
      // What has fallen isn't pulled up again: the athlete goes on from where it is.
      time = max(time + Self.step, isWhole ? way.time(at: angle) : 0)
    }
    let carried = span.control ?? 1
    if seconds - span.startSeconds < parameters.lostTimeShare * way.seconds
      || carried < parameters.lostControl
    {
      rep.outcome = .lost(fromDegrees: (wholeFrom ?? angle) * 180 / .pi)
    }
    close(&span)
    if angle <= curl.bottom {
      rep.impactJoules = arm.inertia * velocity * velocity / 2
      velocity = 0
    }
  }

  private mutating func hold(_ phase: Phase, seconds wait: Double) {
    let wait = Muscle.clamped(wait, to: 0...60)
    guard wait > 0 else { return }
    let end = seconds + wait
    let point = CurlWay.Point(angle: angle, velocity: 0, acceleration: 0)
    var span = CurlRep.Span(phase: phase, startSeconds: seconds)
    // What sinks by two degrees isn't held: the lowering has begun.
    while seconds < end, angle > point.angle - 0.035 {
      _ = advance(to: point, helped: false, &span)
    }
    close(&span)
  }

  private mutating func close(_ span: inout CurlRep.Span) {
    span.endSeconds = seconds
    rep.spans.append(span)
  }

  /// One step toward where the arm is meant to be; whether all of the muscle was needed for it.
  private mutating func advance(
    to meant: CurlWay.Point, helped isHelped: Bool, _ span: inout CurlRep.Span
  ) -> Bool {
    let middle = angle + velocity * Self.step / 2
    let gravity = arm.gravityTorque(at: middle)
    let whole = curl.effort * arm.greatestTorque(at: middle, radiansPerSecond: velocity)
    let quick = parameters.correctionsPerSecond
    let wanted =
      gravity + arm.inertia
      * (meant.acceleration + 2 * quick * (meant.velocity - velocity)
        + quick * quick * (meant.angle - angle))
    let torque = isHelped ? wanted : min(whole, max(0, wanted))
    let next = velocity + (torque - gravity) / arm.inertia * Self.step
    let turned = (velocity + next) / 2 * Self.step
    sample(span.phase, torque: isHelped ? 0 : torque, whole: whole, gravity: gravity)
    span.heightJoules += arm.heightJoules(at: angle + turned) - arm.heightJoules(at: angle)
    if isHelped {
      span.helpJoules += torque * turned
    } else {
      let work = torque * turned
      span.workJoules += work
      span.metabolicJoules +=
        work > 0 ? work / parameters.concentricEfficiency : -work / parameters.eccentricEfficiency
      if whole > 0 { span.greatestEffort = max(span.greatestEffort, curl.effort * torque / whole) }
    }
    angle += turned
    velocity = next
    seconds += Self.step
    return !isHelped && wanted >= whole
  }

  private mutating func sample(_ phase: Phase, torque: Double, whole: Double, gravity: Double) {
    if steps % Self.stepsPerSample == 0 {
      rep.samples.append(
        CurlRep.Sample(
          seconds: seconds, phase: phase, elbowDegrees: angle * 180 / .pi,
          elbowDegreesPerSecond: velocity * 180 / .pi,
          fibreVelocity: CurlArm.fibreVelocity(
            at: angle, radiansPerSecond: velocity, parameters),
          torque: torque, greatestTorque: whole, gravityTorque: gravity))
    }
    steps += 1
  }
}
