import Lifting
import RealModule

extension SyntheticRecording {
  /// Makes a recording from its parameters, drawing everything random from one seed.
  struct Maker {
    let parameters: Parameters
    var random: SeededGenerator
    var course = Course(level: 0)
    /// How far a worn sensor is turned away from how it sits in the set, rad.
    var gesture = Course(level: 0)
    var truth: [Truth] = []
    /// Stretches of steps: from, to, cadence in Hz, rise of each in meters.
    var walks: [(from: Double, to: Double, hertz: Double, rise: Double)] = []

    init(_ parameters: Parameters) {
      self.parameters = parameters
      random = SeededGenerator(seed: parameters.seed &* 2_654_435_761 &+ 97)
    }

    mutating func make() -> (Recording, [Truth]) {
      planCourse()
      let seconds = sampleTimes()
      var recording = Recording(seconds: seconds)
      switch parameters.sensor {
      case .encoder(let resolution):
        recording.positionMeters = seconds.map { time in
          let exact = position(at: time) + gaussian() * parameters.flaws.positionNoise
          return resolution > 0 ? (exact / resolution).rounded() * resolution : exact
        }
      case .riding, .limb, .swinging:
        observe(&recording)
      case .joint:
        recording.anglesDegrees["elbow"] = seconds.map { time in
          elbow(at: time) + gaussian() * parameters.flaws.positionNoise * 300
        }
      case .keypoints:
        recording.keypoints = landmarks(seconds)
      }
      return (received(recording), truth)
    }

    // MARK: Randomness

    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &random)
    }

    mutating func gaussian() -> Double {
      let radius = (-2 * Double.log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
      return radius * Double.cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }

    mutating func varied(_ value: Double) -> Double {
      value * max(0.4, 1 + parameters.variation * gaussian())
    }

    // MARK: The course of the load

    private mutating func planCourse() {
      let lifts = parameters.begins == .concentric
      let base = lifts ? 0.0 : parameters.rangeMeters
      var racked = base
      if case .rack(let rise, _) = parameters.surroundings { racked -= rise }
      course = Course(level: racked)
      if parameters.approachMeters != 0 {
        course = Course(level: racked - parameters.approachMeters)
        gesture = Course(level: parameters.approachRadians)
      }
      wait(parameters.leadSeconds)
      takeUp(racked)
      for index in 0..<max(0, parameters.reps) {
        let tired =
          1 + parameters.fatigue * Double(index) / Double(max(1, parameters.reps - 1))
        let bottom = 0.03 * parameters.rangeMeters * gaussian() * (lifts ? 0 : 1)
        let top = parameters.rangeMeters * (lifts ? varied(1) : 1)
        if lifts {
          let lift = phase(to: top, in: varied(parameters.concentricSeconds) * tired)
          wait(varied(parameters.pauseTopSeconds))
          let lower = phase(to: 0, in: varied(parameters.eccentricSeconds))
          truth.append(Truth(concentric: lift, eccentric: lower))
          if index + 1 < parameters.reps { wait(varied(parameters.pauseBottomSeconds)) }
        } else {
          let lower = phase(to: bottom, in: varied(parameters.eccentricSeconds))
          wait(varied(parameters.pauseBottomSeconds))
          let lift = phase(to: top, in: varied(parameters.concentricSeconds) * tired)
          truth.append(Truth(concentric: lift, eccentric: lower))
          if index + 1 < parameters.reps { wait(varied(parameters.pauseTopSeconds)) }
        }
      }
      putBack()
      wait(parameters.leadSeconds)
    }

    private mutating func wait(_ seconds: Double) { course.wait(seconds) }

    private mutating func phase(to level: Double, in seconds: Double) -> Span {
      // Slow moves are not slower to start: they get to their speed within half a second or so.
      let rise = min(uniform(0.3...0.5), uniform(0.4...0.7) / seconds)
      let fall = min(uniform(0.35...0.5), uniform(0.4...0.7) / seconds)
      let move = course.move(to: level, in: seconds, rise: rise, fall: fall)
      let (start, end) = move.tenth
      let way = abs(course.motion(at: end).position - course.motion(at: start).position)
      return Span(startSeconds: start, endSeconds: end, displacementMeters: way)
    }

    private mutating func takeUp(_ racked: Double) {
      if parameters.approachMeters != 0 {
        gesture.wait(course.end)
        let seconds = uniform(0.8...1.6)
        gesture.move(to: 0, in: seconds, rise: 0.4, fall: 0.4)
        course.move(to: racked, in: seconds, rise: 0.4, fall: 0.4)
        wait(uniform(0.5...3))
      }
      guard case .rack(let rise, let walking) = parameters.surroundings else { return }
      course.move(to: racked + rise, in: uniform(0.5...1), rise: 0.4, fall: 0.4)
      wait(uniform(0.3...1))
      walk(walking)
      wait(uniform(0.5...2.5))
    }

    private mutating func putBack() {
      if case .rack(let rise, let walking) = parameters.surroundings {
        wait(uniform(0.4...2))
        walk(walking)
        course.move(to: course.level - rise, in: uniform(0.3...0.8), rise: 0.4, fall: 0.2)
      }
      guard parameters.approachMeters != 0 else { return }
      wait(uniform(0.3...1.5))
      gesture.wait(course.end - gesture.end)
      let seconds = uniform(0.6...1.4)
      gesture.move(
        to: parameters.approachRadians / 1.3 * uniform(0.8...1.6), in: seconds, rise: 0.4, fall: 0.4
      )
      course.move(
        to: course.level - parameters.approachMeters * uniform(0.6...1.2), in: seconds, rise: 0.4,
        fall: 0.4)
    }

    private mutating func walk(_ seconds: Double) {
      guard seconds > 0 else { return }
      let hertz = uniform(1.2...2)
      let whole = (seconds * hertz).rounded(.up) / hertz
      walks.append(
        (from: course.end, to: course.end + whole, hertz: hertz, rise: uniform(0.01...0.025)))
      wait(whole)
    }

    /// Position of the load, its walking included.
    func position(at time: Double) -> Double {
      var position = course.motion(at: time).position
      for walk in walks where time > walk.from && time < walk.to {
        position += 0.5 * walk.rise * (1 - Double.cos(2 * .pi * walk.hertz * (time - walk.from)))
      }
      return position
    }

    /// Acceleration of the load, its walking included.
    func acceleration(at time: Double) -> Double {
      var acceleration = course.motion(at: time).acceleration
      for walk in walks where time > walk.from && time < walk.to {
        let rate = 2 * .pi * walk.hertz
        acceleration += 0.5 * walk.rise * rate * rate * Double.cos(rate * (time - walk.from))
      }
      return acceleration
    }

    // MARK: The recording's clock

    private mutating func sampleTimes() -> [Double] {
      let step = 1 / max(1, parameters.rateHz)
      var times: [Double] = []
      var gapUntil = -1.0
      let gapChance = parameters.flaws.gapsPerMinute / 60 * step
      let count = Int(saturating: min(1e7, course.end / step))
      for index in 0..<count {
        let even = Double(index) * step
        if uniform(0...1) < gapChance { gapUntil = even + uniform(0.1...0.6) }
        let shift = parameters.flaws.jitter * step * uniform(-0.49...0.49)
        if even > gapUntil || index == 0 { times.append(max(0, even + shift)) }
      }
      return times
    }

    // MARK: Joints and pictures

    private func elbow(at time: Double) -> Double {
      170 - 110 * position(at: time) / max(parameters.rangeMeters, 1e-6)
    }

    private mutating func landmarks(_ seconds: [Double]) -> [String: Recording.Keypoint] {
      var shoulder = Recording.Keypoint(x: [], y: [])
      var elbow = shoulder
      var wrist = shoulder
      let jitter = parameters.flaws.positionNoise * 400
      for time in seconds {
        let lost = uniform(0...1) < parameters.flaws.gapsPerMinute / 100
        func noisy(_ value: Double) -> Double { lost ? .nan : value + gaussian() * jitter }
        let angle = self.elbow(at: time) * .pi / 180
        shoulder.x.append(noisy(300))
        shoulder.y.append(noisy(200))
        elbow.x.append(noisy(300))
        elbow.y.append(noisy(320))
        wrist.x.append(noisy(300 + 110 * Double.sin(angle)))
        wrist.y.append(noisy(320 - 110 * Double.cos(angle)))
      }
      return ["left_shoulder": shoulder, "left_elbow": elbow, "left_wrist": wrist]
    }
  }
}
