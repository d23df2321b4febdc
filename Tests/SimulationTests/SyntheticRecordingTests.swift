import Lifting
import Simulation
import Testing

@Suite("Synthetic recordings")
struct SyntheticRecordingTests {
  private func made(
    _ change: (inout SyntheticRecording.Parameters) -> Void = { _ in }
  ) -> SyntheticRecording {
    var parameters = SyntheticRecording.Parameters()
    change(&parameters)
    return SyntheticRecording(parameters)
  }

  @Test("the same parameters give the same recording, another seed another one")
  func seeded() {
    #expect(made().recording == made().recording)
    #expect(made().truth == made().truth)
    #expect(made { $0.seed = 2 }.recording != made().recording)
  }

  @Test("as many repetitions are made as asked for, one after another, as long as planned")
  func repetitions() {
    let synthetic = made {
      $0.reps = 7
      $0.eccentricSeconds = 8
      $0.variation = 0
      $0.sensor = .encoder(resolutionMeters: 0)
    }
    #expect(synthetic.truth.count == 7)
    for truth in synthetic.truth {
      #expect(truth.eccentric.endSeconds <= truth.concentric.startSeconds)
      // The tenths of the peak speed lie a little inside the move.
      #expect((7.5...8).contains(truth.eccentric.seconds))
      #expect((0.49...0.55).contains(truth.eccentric.displacementMeters))
    }
    for (one, next) in zip(synthetic.truth, synthetic.truth.dropFirst()) {
      #expect(one.concentric.endSeconds < next.eccentric.startSeconds)
    }
  }

  @Test("an encoder shows the load where the truth has it")
  func encoder() throws {
    let synthetic = made {
      $0.sensor = .encoder(resolutionMeters: 0)
      $0.flaws = .good
      $0.flaws.positionNoise = 0
    }
    let positions = try #require(synthetic.recording.positionMeters)
    func position(at time: Double) -> Double {
      positions[synthetic.recording.seconds.firstIndex { $0 >= time } ?? 0]
    }
    for truth in synthetic.truth {
      let way =
        position(at: truth.eccentric.startSeconds) - position(at: truth.eccentric.endSeconds)
      #expect(abs(way - truth.eccentric.displacementMeters) < 0.02)
    }
  }

  @Test("an encoder moves in steps of its resolution")
  func resolution() throws {
    let positions = try #require(
      made { $0.sensor = .encoder(resolutionMeters: 0.005) }.recording.positionMeters)
    #expect(positions.allSatisfy { abs($0 / 0.005 - ($0 / 0.005).rounded()) < 1e-6 })
  }

  @Test("an inertial sensor reads one g at rest, of either sign, however it is mounted")
  func gravity() throws {
    for seed in 1...20 {
      for up in [true, false] {
        let synthetic = made {
          $0.seed = UInt64(seed)
          $0.readsUpAtRest = up
          $0.flaws = .good
          $0.leadSeconds = 3
        }
        let reading = try #require(synthetic.recording.acceleration)
        let still = synthetic.recording.seconds.indices.filter {
          synthetic.recording.seconds[$0] < 2.5
        }
        var mean = (x: 0.0, y: 0.0, z: 0.0)
        for index in still {
          mean.x += reading.x[index] / Double(still.count)
          mean.y += reading.y[index] / Double(still.count)
          mean.z += reading.z[index] / Double(still.count)
        }
        let size = (mean.x * mean.x + mean.y * mean.y + mean.z * mean.z).squareRoot()
        #expect(abs(size - 9.80665) < 0.15, "seed \(seed)")
      }
    }
  }

  @Test("the two sign conventions differ in nothing but the sign")
  func signs() throws {
    let quiet: (inout SyntheticRecording.Parameters) -> Void = {
      $0.flaws = .good
      $0.flaws.accelerationNoise = 0
      $0.flaws.accelerationBias = 0
    }
    let one = try #require(made(quiet).recording.acceleration)
    let other = try #require(
      made {
        quiet(&$0)
        $0.readsUpAtRest = false
      }.recording.acceleration)
    #expect(zip(one.x, other.x).allSatisfy { abs($0 + $1) < 1e-9 })
  }

  @Test("rate, gaps, uneven steps and the end of the range are as asked for")
  func flaws() throws {
    let even = made { $0.flaws.jitter = 0 }
    #expect(abs((even.recording.sampleRateHz ?? 0) - 100) < 1e-6)
    let broken = made {
      $0.flaws = .cheap
      $0.flaws.gapsPerMinute = 30
      $0.flaws.rangeInGravities = 1.02
      $0.tremor = 3
    }
    let seconds = broken.recording.seconds
    let steps = zip(seconds.dropFirst(), seconds).map { $0 - $1 }
    #expect(steps.allSatisfy { $0 > 0 })
    #expect(steps.contains { $0 > 0.1 })
    let reading = try #require(broken.recording.acceleration)
    #expect(reading.x.allSatisfy { abs($0) <= 1.02 * 9.80665 + 1e-9 })
  }

  @Test("a limb's gyroscope turns as far as the range")
  func turning() throws {
    let synthetic = made {
      $0.sensor = .limb(meters: 0.2)
      $0.rangeMeters = 0.4
      $0.begins = .concentric
      $0.flaws = .good
      $0.sway = 0
      $0.variation = 0
      $0.reps = 1
      $0.flaws.turningBias = 0
    }
    let rate = try #require(synthetic.recording.angularRate)
    let truth = synthetic.truth[0].concentric
    var turned = (x: 0.0, y: 0.0, z: 0.0)
    let seconds = synthetic.recording.seconds
    for index in seconds.indices.dropFirst()
    where seconds[index] > truth.startSeconds - 0.3 && seconds[index] < truth.endSeconds + 0.3 {
      let step = seconds[index] - seconds[index - 1]
      turned.x += rate.x[index] * step
      turned.y += rate.y[index] * step
      turned.z += rate.z[index] * step
    }
    let angle = (turned.x * turned.x + turned.y * turned.y + turned.z * turned.z).squareRoot()
    #expect(abs(angle - 2) < 0.05)
  }

  @Test("lost frames of a picture are not numbers")
  func landmarks() throws {
    let synthetic = made {
      $0.sensor = .keypoints
      $0.flaws = .cheap
      $0.flaws.gapsPerMinute = 10
    }
    let wrist = try #require(synthetic.recording.keypoints["left_wrist"])
    #expect(wrist.x.count == synthetic.recording.seconds.count)
    #expect(wrist.x.contains { $0.isNaN })
    #expect(wrist.x.contains { $0.isFinite })
  }

  @Test("the table of accuracy finds a perfect measurer perfect and a blind one blind")
  func accuracy() {
    let trials = SyntheticRecording.Trial.all.filter { $0.name == "encoder" }
    let blind = SyntheticRecording.accuracy(
      loweringSeconds: [2], ratesHz: [50], setsEach: 1, trials: trials
    ) { _, _ in nil }
    #expect(blind.count == 3)
    #expect(blind.allSatisfy { $0.repsMade == 5 && $0.repsFound == 0 && !$0.isWithinGoal })
  }
}
