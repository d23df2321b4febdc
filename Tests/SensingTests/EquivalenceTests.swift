import Lifting
import Sensing
import Simulation
import Testing

@Suite("What must not matter")
struct EquivalenceTests {
  private let lift = made {
    $0.surroundings = .rack(riseMeters: 0.06, walkSeconds: 3)
    $0.approachMeters = 0.4
  }

  private func expectAlike(
    _ one: MeasuredSet, _ other: MeasuredSet, within seconds: Double, later shift: Double = 0
  ) {
    #expect(one.reps.count == other.reps.count)
    #expect(!one.reps.isEmpty)
    for (a, b) in zip(one.times, other.times) { #expect(abs(a + shift - b) <= seconds) }
  }

  @Test("when the clock started")
  func shift() throws {
    var later = lift.recording
    later.seconds = later.seconds.map { $0 + 4096 }
    expectAlike(
      try measured(lift.recording, "squat"), try measured(later, "squat"), within: 1e-6, later: 4096
    )
  }

  @Test("which way round the sensor is mounted", arguments: SyntheticRecording.Trial.all.indices)
  func mounting(_ index: Int) throws {
    let trial = SyntheticRecording.Trial.all[index]
    guard trial.name.hasPrefix("IMU") else { return }
    let straight = SyntheticRecording(trial.parameters).recording
    let expected = try measured(straight, trial.exercise)
    // Turns by quaternions, whose elements nobody would mount a sensor by.
    for (w, x, y, z) in [(0.5, 0.5, 0.5, 0.5), (0.1, -0.7, 0.5, 0.5), (0.8, 0.2, -0.4, 0.4)] {
      func turn(_ v: Recording.Vectors?) -> Recording.Vectors? {
        v.map { v in
          let s = w * w + x * x + y * y + z * z
          func row(_ a: Double, _ b: Double, _ c: Double) -> [Double] {
            v.x.indices.map { (a * v.x[$0] + b * v.y[$0] + c * v.z[$0]) / s }
          }
          return Recording.Vectors(
            x: row(w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)),
            y: row(2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x)),
            z: row(2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z))
        }
      }
      var turned = straight
      turned.acceleration = turn(straight.acceleration)
      turned.angularRate = turn(straight.angularRate)
      let found = try measured(turned, trial.exercise)
      #expect(found.reps.count == expected.reps.count)
      for (a, b) in zip(found.times, expected.times) {
        #expect(abs(a - b) <= 1e-6 * max(1, abs(b)), "\(trial.name)")
      }
    }
  }

  @Test("which sign the accelerometer has")
  func sign() throws {
    var other = lift.recording
    let reading = try #require(lift.recording.acceleration)
    other.acceleration = Recording.Vectors(
      x: reading.x.map { -$0 }, y: reading.y.map { -$0 }, z: reading.z.map { -$0 })
    expectAlike(try measured(lift.recording, "squat"), try measured(other, "squat"), within: 1e-6)
  }

  @Test("whether the reading is whole or split into gravity and the rest")
  func split() throws {
    let reading = try #require(lift.recording.acceleration)
    var other = lift.recording
    other.acceleration = nil
    other.gravity = Recording.Vectors(
      x: reading.x.map { 0.3 * $0 }, y: reading.y.map { 0.3 * $0 }, z: reading.z.map { 0.3 * $0 })
    other.userAcceleration = Recording.Vectors(
      x: reading.x.map { 0.7 * $0 }, y: reading.y.map { 0.7 * $0 }, z: reading.z.map { 0.7 * $0 })
    let set = try measured(other, "squat")
    #expect(set.recording.kind == .imu)
    #expect(set.reps.count == lift.truth.count)
  }

  @Test("how often it is sampled, from 200 to 50 Hz", arguments: ["squat", "biceps-curl"])
  func rate(_ id: String) throws {
    let fine = made {
      $0.rateHz = 200
      $0.flaws.jitter = 0
      if id == "biceps-curl" {
        $0.sensor = .limb(meters: 0.22)
        $0.begins = .concentric
        $0.rangeMeters = 0.4
        $0.sway = 0.005
      }
    }.recording
    var coarse = fine
    let kept = stride(from: 0, to: fine.seconds.count, by: 4)
    coarse.seconds = kept.map { fine.seconds[$0] }
    func thin(_ v: Recording.Vectors?) -> Recording.Vectors? {
      v.map { v in
        Recording.Vectors(x: kept.map { v.x[$0] }, y: kept.map { v.y[$0] }, z: kept.map { v.z[$0] })
      }
    }
    coarse.acceleration = thin(fine.acceleration)
    coarse.angularRate = thin(fine.angularRate)
    let one = try measured(fine, Exercise.ID(rawValue: id))
    let other = try measured(coarse, Exercise.ID(rawValue: id))
    #expect(one.reps.count == other.reps.count)
    for phase in [Phase.eccentric, .concentric] {
      for (a, b) in zip(one.spans(phase), other.spans(phase)) {
        #expect(abs(a.seconds - b.seconds) <= 0.05)
      }
    }
  }

  @Test("which side a landmark is on, and how it is spelled")
  func names() throws {
    let plain = made {
      $0.sensor = .keypoints
      $0.begins = .concentric
    }.recording
    let expected = try measured(plain, "biceps-curl")
    for spelling in ["right_%", "%", "L%", "Right%", "%_left", "r_%", "left%"] {
      var other = plain
      other.keypoints = [:]
      for (name, point) in plain.keypoints {
        var part = String(name.dropFirst("left_".count))
        if spelling == "L%" || spelling == "Right%" {
          part = part.prefix(1).uppercased() + part.dropFirst()
        }
        other.keypoints[
          spelling.split(separator: "%", omittingEmptySubsequences: false)
            .joined(separator: part)] = point
      }
      expectAlike(expected, try measured(other, "biceps-curl"), within: 1e-6)
    }
  }
}
