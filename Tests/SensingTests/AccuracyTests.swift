import Lifting
import Sensing
import Simulation
import Testing

@Suite("Accuracy on synthetic recordings")
struct AccuracyTests {
  /// Lowerings from one second to twenty, at 50 Hz, with a phone's noise.
  private func expectWithinGoal(_ sensor: String, seconds: [Double]) throws {
    let trials = SyntheticRecording.Trial.all.filter { $0.name == sensor }
    try #require(trials.count == 1)
    let rows = SyntheticRecording.accuracy(
      loweringSeconds: seconds, ratesHz: [50], setsEach: 1, flaws: [("phone", .phone)],
      trials: trials
    ) { recording, id in
      Exercise.with(id).flatMap { try? phases(of: recording, exercise: $0) }
    }
    #expect(rows.count == seconds.count)
    for row in rows { #expect(row.isWithinGoal, "\(row)") }
  }

  @Test(
    "lowering is timed within 3 % or 0.15 s from one second to thirty",
    arguments: ["encoder", "joint angle", "keypoints", "IMU on a limb"])
  func direct(_ sensor: String) throws {
    try expectWithinGoal(sensor, seconds: [1, 2, 5, 10, 20, 30])
  }

  @Test("and from one second to ten where speed has to be summed up from acceleration")
  func integrated() throws {
    try expectWithinGoal("IMU on the bar", seconds: [1, 2, 5, 10])
  }

  @Test(
    "lifts seen from the wrist, with all that goes on around a set: counts, speeds and ranges",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func wrist(_ seed: Int) throws {
    let synthetic = made {
      $0.seed = UInt64(seed)
      $0.reps = seed
      $0.rangeMeters = 0.3 + 0.05 * Double(seed)
      $0.surroundings = .rack(riseMeters: 0.07, walkSeconds: 3)
      $0.approachMeters = 0.5
      $0.tiltOverRange = 0.2
      $0.sway = 0.03
      $0.readsUpAtRest = seed % 2 == 0
      $0.fatigue = 0.4
    }
    let set = try measured(synthetic.recording, "squat")
    #expect(set.reps.count == seed)
    let count = Double(max(1, set.reps.count))
    var speedError = 0.0
    var rangeError = 0.0
    for ((rep, lift), truth) in zip(zip(set.reps, set.spans(.concentric)), synthetic.truth) {
      let speed = try #require(lift.meanVelocityMetersPerSecond)
      let range = try #require(rep.rangeOfMotionMeters)
      speedError += abs(speed - truth.concentric.meanVelocityMetersPerSecond) / count
      rangeError += abs(range - truth.concentric.displacementMeters) / count
    }
    #expect(speedError < 0.03)
    #expect(rangeError < 0.05)
  }
}
