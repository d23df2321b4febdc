import Lifting
import RealModule
import Sensing
import Simulation
import TestSupport
import Testing

@Suite("Control, sticking, work and power")
struct MeasuresTests {
  /// The least control of each true lowering, from the load's exact position, a thousand times a
  /// second: the same seed moves the load alike whatever the sensor.
  private func leastControl(_ parameters: SyntheticRecording.Parameters) throws -> [Double] {
    var exact = parameters
    exact.sensor = .encoder(resolutionMeters: 0)
    exact.rateHz = 1000
    exact.flaws = SyntheticRecording.Flaws(
      accelerationNoise: 0, turningNoise: 0, accelerationBias: 0, turningBias: 0,
      positionNoise: 0, jitter: 0, gapsPerMinute: 0, rangeInGravities: 100)
    let synthetic = SyntheticRecording(exact)
    let x = try #require(synthetic.recording.positionMeters)
    return synthetic.truth.map { rep in
      let places = Int(rep.eccentric.startSeconds * 1000)...Int(rep.eccentric.endSeconds * 1000)
      return places.map { 1 + (x[$0 + 1] - 2 * x[$0] + x[$0 - 1]) * 1e6 / 9.80665 }.min() ?? 1
    }
  }

  @Test(
    "control is right within 0.05 at 50 Hz: a phone on the bar, an encoder of a millimetre",
    arguments: [
      ("encoder", 1), ("encoder", 2), ("encoder", 5), ("bar", 0.8), ("bar", 1.2), ("bar", 3),
      ("bar", 10),
    ])
  func control(_ sensor: String, _ seconds: Double) throws {
    try expectControl(within: 0.05) {
      if sensor == "encoder" {
        $0.sensor = .encoder(resolutionMeters: 0.001)
        $0.flaws = .good
      }
      $0.eccentricSeconds = seconds
    }
  }

  @Test("and within 0.12 by a position that jitters by 2 mm", arguments: [1.0, 2, 5])
  func jitter(_ seconds: Double) throws {
    try expectControl(within: 0.12) {
      $0.sensor = .encoder(resolutionMeters: 0.001)
      $0.eccentricSeconds = seconds
    }
  }

  private func expectControl(
    within limit: Double, _ change: (inout SyntheticRecording.Parameters) -> Void
  ) throws {
    var (lowerings, misses) = (0, 0)
    for seed in 1...Effort.cases(2, thorough: 100) {
      var parameters = SyntheticRecording.Parameters()
      parameters.seed = UInt64(seed)
      parameters.rateHz = 50
      parameters.readsUpAtRest = seed % 2 == 0
      change(&parameters)
      let truth = try leastControl(parameters)
      let set = try measured(SyntheticRecording(parameters).recording, "bench-press")
      try #require(set.reps.count == truth.count)
      for (rep, least) in zip(set.reps, truth) {
        let control = try #require(rep.control)
        lowerings += 1
        misses += abs(control.minimum - least) < limit ? 0 : 1
        #expect(abs(control.minimum - least) < 1.5 * limit, "seed \(seed): \(least)")
        #expect(abs(control.mean - 1) < 0.05)
      }
    }
    // Trembling and jitter are random: one lowering in a hundred may be further off.
    #expect(misses * 100 <= lowerings)
  }

  /// A position drawn by hand and what an inertial sensor on it reads, at 100 Hz.
  private func riding(_ position: (Double) -> Double, seconds: Double) -> Recording {
    let times = stride(from: 0, to: seconds, by: 0.01).map { $0 }
    let up = times.map { time in
      // No real sensor reads the same three times in a row.
      9.80665 + (position(time + 0.005) - 2 * position(time) + position(time - 0.005)) / 2.5e-5
        + 0.02 * Double.sin(97 * time)
    }
    let still = times.map { _ in 0.0 }
    return Recording(
      seconds: times, acceleration: Recording.Vectors(x: still, y: still, z: up),
      angularRate: Recording.Vectors(x: still, y: still, z: still))
  }

  /// Five reps of a bench press; from 0.3 s into each lowering the bar falls for 0.2 s and is caught.
  private func dropped(at time: Double) -> Double {
    let cycle = 5.0
    let inside = (time - 2).truncatingRemainder(dividingBy: cycle)
    guard time > 2, time < 2 + 5 * cycle else { return 0.6 }
    // m, m/s and s at the ends of the stretches of even acceleration.
    let stretches: [(seconds: Double, acceleration: Double)] = [
      (0.3, -0.5), (0.2, -9.80665), (0.2, 9.80665), (1.5, 0), (0.3, 0.5),
    ]
    var (x, v, left) = (0.6, 0.0, inside)
    for stretch in stretches {
      let seconds = min(left, stretch.seconds)
      x += v * seconds + 0.5 * stretch.acceleration * seconds * seconds
      v += stretch.acceleration * seconds
      left -= seconds
      if left <= 0 { return x }
    }
    let bottom = x
    left -= 0.2
    guard left > 0 else { return bottom }
    let share = min(1, left / 1.0)
    return bottom + (0.6 - bottom) * share * share * share * (10 - 15 * share + 6 * share * share)
  }

  @Test(
    "a bar that falls for 0.2 s and is caught: found and placed", arguments: ["encoder", "bar"])
  func freeFall(_ sensor: String) throws {
    let recording: Recording
    if sensor == "bar" {
      recording = riding(dropped, seconds: 29)
    } else {
      let times = stride(from: 0, to: 29, by: 0.02).map { $0 }
      recording = Recording(seconds: times, positionMeters: times.map(dropped))
    }
    let set = try measured(recording, "bench-press")
    try #require(set.reps.count == 5)
    for (index, rep) in set.reps.enumerated() {
      let control = try #require(rep.control)
      let falls = try #require(control.freeFalls)
      try #require(falls.count == 1)
      let start = 2 + 5 * Double(index) + 0.3
      #expect(abs(falls[0].startSeconds - start) < 0.05)
      #expect(abs(falls[0].endSeconds - start - 0.2) < 0.05)
      #expect(control.minimum < 0.15)
    }
  }

  @Test("an even lowering is no fall, however slow") func noFall() throws {
    for seconds in [0.8, 2, 10] {
      let set = try measured(
        made {
          $0.sensor = .encoder(resolutionMeters: 0.001)
          $0.flaws = .good
          $0.eccentricSeconds = seconds
        }.recording, "squat")
      #expect(set.reps.count == 5)
      #expect(set.reps.allSatisfy { $0.control?.freeFalls == nil })
    }
  }

  @Test("a lift that slows down half-way has a sticking region there; a smooth one has none")
  func sticking() throws {
    let set = try measured(
      drawn(
        from: 1,
        [
          (1, 1), (0.5, 1.5), (1, 1), (1, 0.6), (0.5, 1.5), (0.73, 0.8), (0.77, 0.6), (1, 1),
          (1, 1),
        ]), "squat")
    try #require(set.reps.count == 2)
    #expect(set.reps[0].stickingRegion == nil)
    let region = try #require(set.reps[1].stickingRegion)
    // Peak speed in the middle of the first move; slowest about where it meets the second.
    let start = set.reps[1].phases.first { $0.phase == .concentric }?.startSeconds ?? 0
    #expect((0.15...0.4).contains(region.startSeconds - start))
    #expect((0.5...0.9).contains(region.endSeconds - start))
    #expect((0.1...0.35).contains(region.startShare) && (0.4...0.55).contains(region.endShare))
    #expect(region.minimumVelocityMetersPerSecond < 0.15)
    #expect(region.minimumVelocityMetersPerSecond >= 0)
  }

  @Test("work is weight times way, power is work over time; without a load there is neither")
  func work() throws {
    let recording = drawn(from: 1, [(1, 1), (0.5, 2), (1, 1), (1, 1), (0.5, 2), (1, 1), (1, 1)])
    let squat = try exercise("squat")
    let set = try phases(of: recording, exercise: squat, load: .kilograms(100))
    for span in set.spans(.concentric) + set.spans(.eccentric) {
      let work = try #require(span.workJoules)
      let way = try #require(span.displacementMeters)
      #expect(abs(work - 100 * 9.80665 * way) < 15)
      #expect(abs((span.meanPowerWatts ?? 0) - work / span.seconds) < 1e-9)
      #expect((span.peakPowerWatts ?? 0) > (span.meanPowerWatts ?? 0))
    }
    #expect(abs((set.set.concentricWorkJoules ?? 0) - 2 * 100 * 9.80665 * 0.49) < 30)
    let bare = try phases(of: recording, exercise: squat)
    #expect(bare.reps.flatMap(\.phases).allSatisfy { $0.workJoules == nil })
    #expect(bare.set.eccentricWorkJoules == nil)
  }

  @Test("a measured force gives work without a load") func force() throws {
    var recording = drawn(from: 0, [(0, 1), (0.5, 1), (0, 2), (0, 1), (0.5, 1), (0, 2), (0, 1)])
    recording.forceNewtons = recording.seconds.map { _ in 200 }
    let set = try measured(recording, "deadlift")
    let lift = try #require(set.spans(.concentric).first)
    #expect(abs((lift.workJoules ?? 0) - 200 * (lift.displacementMeters ?? 0)) < 2)
  }

  @Test("an angle gives no control, no sticking region and no power") func angles() throws {
    let curl = try exercise("biceps-curl")
    let recording = made {
      $0.sensor = .joint
      $0.begins = .concentric
    }.recording
    let set = try phases(of: recording, exercise: curl, load: .kilograms(10))
    #expect(set.reps.count == 5)
    #expect(set.reps.allSatisfy { $0.control == nil && $0.stickingRegion == nil })
    #expect(set.spans(.concentric).allSatisfy { $0.meanPowerWatts == nil })
  }

  @Test("a silent sensor leaves out the rep it was silent in, and no other") func gap() throws {
    var recording = drawn(
      from: 1,
      (0..<4).flatMap { _ in [(1, 1), (0.5, 2), (1, 1)] as [(to: Double, seconds: Double)] })
    let kept = recording.seconds.indices.filter { !(5.5...6.2).contains(recording.seconds[$0]) }
    recording.positionMeters = kept.compactMap { recording.positionMeters?[$0] }
    recording.seconds = kept.map { recording.seconds[$0] }
    let set = try measured(recording, "squat")
    try #require(set.reps.count == 4)
    #expect(set.reps.map { $0.control != nil } == [true, false, true, true])
  }

  @Test("left against right: the side that lowers faster is told") func leftAndRight() throws {
    func side(_ seconds: Double) -> SyntheticRecording {
      made {
        $0.sensor = .keypoints
        $0.begins = .concentric
        $0.eccentricSeconds = seconds
        $0.pauseTopSeconds = 4.0 - seconds
        $0.variation = 0
        $0.rateHz = 50
        $0.flaws = .good
      }
    }
    let (left, right) = (side(3).recording, side(2).recording)
    var both = left
    let count = min(left.seconds.count, right.seconds.count)
    both.seconds = Array(left.seconds.prefix(count))
    for (name, points) in right.keypoints {
      let other = name.replacing("left", with: "right")
      both.keypoints[other] = Recording.Keypoint(
        x: Array(points.x.prefix(count)), y: Array(points.y.prefix(count)))
    }
    for (name, points) in left.keypoints {
      both.keypoints[name] = Recording.Keypoint(
        x: Array(points.x.prefix(count)), y: Array(points.y.prefix(count)))
    }
    let curl = try exercise("biceps-curl")
    let compared = try #require(sides(of: both, exercise: curl))
    #expect(compared.left.reps == 5 && compared.right.reps == 5)
    #expect(
      abs((compared.left.eccentricSeconds ?? 0) - (compared.right.eccentricSeconds ?? 0) - 0.8)
        < 0.3)
    #expect((compared.differencePercent(\.eccentricSeconds) ?? 0) < -20)
    #expect(compared.differencePercent(\.rangeOfMotionMeters) == nil)
    #expect(sides(of: left, exercise: curl) == nil)
  }
}
