public import Lifting
import RealModule

extension SyntheticRecording {
  /// A set as an encoder, a cable motor or a tracker of the bar's path sees it, with all that such
  /// recordings hold besides repetitions.
  public struct Cable: Sendable, Hashable {
    public var seed: UInt64 = 1
    public var begins: Phase = .eccentric
    public var reps = 5
    public var rangeMeters = 0.5
    public var eccentricSeconds = 2.0
    public var concentricSeconds = 1.0
    public var pauseTopSeconds = 1.0
    public var pauseBottomSeconds = 0.2
    /// The share by which each repetition differs from the plan, one standard deviation.
    public var variation = 0.05
    /// How far the load sways while it is held at the top, m, at `swayHz`.
    public var swayMeters = 0.0
    public var swayHz = 0.4
    /// How far the load springs back where it touches down, m.
    public var bounceMeters = 0.0
    /// Unracking: how far it rises, how long walking out takes.
    public var rackMeters = 0.0
    public var walkSeconds = 0.0
    /// How far a cable is pulled out before the set and let in after it, m.
    public var slackMeters = 0.0
    /// How far the zero wanders, m a minute.
    public var driftMetersPerMinute = 0.0
    public var noiseMeters = 0.0005
    public var resolutionMeters = 0.001
    public var rateHz = 100.0
    /// Whether a sample comes only where the reading has changed.
    public var onlyWhereItMoves = false
    /// Whether velocity is given in place of position.
    public var givesVelocity = false

    public init() {}
  }

  /// A cable's recording with its truth.
  public init(_ cable: Cable) {
    var pulley = Pulley(cable)
    (recording, truth) = pulley.record()
  }
}

extension SyntheticRecording.Cable {
  /// A set as anyone might lift it, drawn at random.
  public static func anyone(seed: UInt64) -> SyntheticRecording.Cable {
    var random = SeededGenerator(seed: seed &* 69_621 &+ 5)
    func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    func sometimes(_ share: Double, _ range: ClosedRange<Double>) -> Double {
      draw(0...1) < share ? draw(range) : 0
    }
    var cable = SyntheticRecording.Cable()
    cable.seed = seed
    cable.begins = draw(0...1) < 0.5 ? .eccentric : .concentric
    cable.reps = Int(saturating: draw(1...12.99))
    cable.rangeMeters = draw(0.25...1.2)
    cable.eccentricSeconds = draw(0...1) < 0.4 ? draw(3...30) : draw(0.5...3)
    cable.concentricSeconds = draw(0.5...2.5)
    cable.pauseTopSeconds = draw(0...1) < 0.3 ? draw(10...30) : draw(0...4)
    cable.pauseBottomSeconds = draw(0...1) < 0.3 ? draw(10...30) : draw(0...2)
    cable.swayMeters = sometimes(0.5, 0.003...0.015)
    cable.swayHz = draw(0.15...0.8)
    cable.bounceMeters = sometimes(0.2, 0.005...0.02)
    cable.rackMeters = sometimes(0.4, 0.03...0.12)
    cable.walkSeconds = cable.rackMeters > 0 ? sometimes(0.5, 1...4) : 0
    cable.slackMeters = cable.rackMeters > 0 ? 0 : sometimes(0.3, 0.1...0.6)
    cable.driftMetersPerMinute = sometimes(0.3, -0.03...0.03)
    cable.noiseMeters = draw(0...1) < 0.5 ? 0 : draw(0.0003...0.003)
    cable.resolutionMeters = draw(0...1) < 0.3 ? 0 : draw(0.0005...0.005)
    cable.rateHz = [20, 30, 50, 100, 200, 500, 1000][Int(saturating: draw(0...6.99))]
    cable.onlyWhereItMoves = cable.resolutionMeters > 0 && draw(0...1) < 0.3
    cable.givesVelocity = !cable.onlyWhereItMoves && draw(0...1) < 0.1
    return cable
  }
}

extension SyntheticRecording {
  /// The course of a load on a cable, and what its sensor tells of it.
  private struct Pulley {
    let cable: Cable
    var random: SeededGenerator
    var course: Course
    var truth: [Truth] = []
    var holds: [(from: Double, to: Double)] = []
    var walks: [(from: Double, to: Double)] = []

    init(_ cable: Cable) {
      self.cable = cable
      random = SeededGenerator(seed: cable.seed &* 2_654_435_761 &+ 389)
      let base = cable.begins == .eccentric ? cable.rangeMeters : 0
      course = Course(level: base - cable.rackMeters - cable.slackMeters)
    }

    mutating func record() -> (Recording, [Truth]) {
      plan()
      let step = 1 / max(1, cable.rateHz)
      var seconds = (0..<Int(saturating: min(1e6, course.end / step))).map { Double($0) * step }
      var positions = seconds.map { time in
        let exact =
          position(at: time) + cable.driftMetersPerMinute * time / 60
          + gaussian() * cable.noiseMeters
        return cable.resolutionMeters > 0
          ? (exact / cable.resolutionMeters).rounded() * cable.resolutionMeters : exact
      }
      if cable.onlyWhereItMoves {
        let kept = positions.indices.filter { $0 == 0 || positions[$0] != positions[$0 - 1] }
        seconds = kept.map { seconds[$0] }
        positions = kept.map { positions[$0] }
      }
      guard cable.givesVelocity else {
        return (Recording(seconds: seconds, positionMeters: positions), truth)
      }
      let speeds = seconds.map { time in
        500 * (position(at: time + 0.001) - position(at: time - 0.001)) + 0.01 * gaussian()
      }
      return (Recording(seconds: seconds, velocityMetersPerSecond: speeds), truth)
    }

    private mutating func plan() {
      let lowersFirst = cable.begins == .eccentric
      let top = cable.rangeMeters
      course.wait(uniform(0.5...3))
      takeUp()
      if lowersFirst { hold(uniform(1...4)) }
      for index in 0..<max(0, cable.reps) {
        let isLast = index + 1 == cable.reps
        if lowersFirst {
          let lower = move(to: 0.02 * top * gaussian(), in: varied(cable.eccentricSeconds))
          bounce()
          course.wait(varied(cable.pauseBottomSeconds))
          let lift = move(to: top, in: varied(cable.concentricSeconds))
          truth.append(Truth(concentric: lift, eccentric: lower))
          hold(isLast ? uniform(1...4) : varied(cable.pauseTopSeconds))
        } else {
          let lift = move(to: top * varied(1), in: varied(cable.concentricSeconds))
          hold(varied(cable.pauseTopSeconds))
          let lower = move(to: 0, in: varied(cable.eccentricSeconds))
          truth.append(Truth(concentric: lift, eccentric: lower))
          bounce()
          if !isLast { course.wait(varied(cable.pauseBottomSeconds)) }
        }
      }
      putBack()
      course.wait(uniform(0.5...3))
    }

    private mutating func takeUp() {
      if cable.slackMeters > 0 {
        move(to: course.level + cable.slackMeters, in: uniform(0.8...2))
        course.wait(uniform(0.5...4))
      }
      guard cable.rackMeters > 0 else { return }
      move(to: course.level + cable.rackMeters, in: uniform(0.5...1.2))
      course.wait(uniform(0.3...1))
      walk()
    }

    private mutating func putBack() {
      course.wait(uniform(0.3...2))
      if cable.rackMeters > 0 {
        walk()
        move(to: course.level - cable.rackMeters, in: uniform(0.4...0.9))
      }
      if cable.slackMeters > 0 { move(to: course.level - cable.slackMeters, in: uniform(0.8...2)) }
    }

    private mutating func walk() {
      guard cable.walkSeconds > 0 else { return }
      walks.append((course.end, course.end + cable.walkSeconds))
      course.wait(cable.walkSeconds)
    }

    private mutating func hold(_ seconds: Double) {
      holds.append((course.end, course.end + max(0, seconds)))
      course.wait(seconds)
    }

    private mutating func bounce() {
      guard cable.bounceMeters > 0 else { return }
      let level = course.level
      course.move(to: level + cable.bounceMeters, in: 0.12, rise: 0.4, fall: 0.4)
      course.move(to: level, in: 0.12, rise: 0.4, fall: 0.4)
    }

    @discardableResult
    private mutating func move(to level: Double, in seconds: Double) -> Span {
      let rise = min(uniform(0.3...0.5), uniform(0.4...0.7) / seconds)
      let fall = min(uniform(0.35...0.5), uniform(0.4...0.7) / seconds)
      let move = course.move(to: level, in: seconds, rise: rise, fall: fall)
      let (start, end) = move.tenth
      let way = abs(course.motion(at: end).position - course.motion(at: start).position)
      return Span(startSeconds: start, endSeconds: end, displacementMeters: way)
    }

    private func position(at time: Double) -> Double {
      var position = course.motion(at: time).position
      for hold in holds where time > hold.from && time < hold.to {
        // The sway comes and goes within half a second.
        let strength = min(1, 2 * (time - hold.from), 2 * (hold.to - time))
        position +=
          cable.swayMeters * strength * Double.sin(2 * .pi * cable.swayHz * (time - hold.from))
      }
      for walk in walks where time > walk.from && time < walk.to {
        position += 0.01 * (1 - Double.cos(2 * .pi * 1.6 * (time - walk.from)))
      }
      return position
    }

    private mutating func uniform(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &random)
    }

    private mutating func gaussian() -> Double {
      let radius = (-2 * Double.log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
      return radius * Double.cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }

    private mutating func varied(_ value: Double) -> Double {
      value * max(0.4, 1 + cable.variation * gaussian())
    }
  }
}
