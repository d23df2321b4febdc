import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

@Suite("Pictures and cables as people record them")
struct PictureTests {
  @Test("steps into the picture and out of it are no squats")
  func walking() throws {
    for seed in 1...Effort.cases(2, thorough: 40) {
      var picture = SyntheticRecording.Picture()
      picture.seed = UInt64(seed)
      picture.azimuth = 1.2
      picture.jitter = 0.004
      picture.walkSeconds = 4
      let synthetic = SyntheticRecording(picture)
      let set = try measured(synthetic.recording, picture.motion.exercise)
      #expect(set.reps.count == synthetic.truth.count, "seed \(seed)")
    }
  }

  @Test("the jitter of the arm that rests is no set")
  func restingArm() throws {
    for seed in 1...Effort.cases(2, thorough: 40) {
      var picture = SyntheticRecording.Picture()
      picture.seed = UInt64(seed)
      picture.motion = .lateralRaise
      picture.oneSide = true
      picture.pauseTopSeconds = 5
      picture.azimuth = 0.2
      let synthetic = SyntheticRecording(picture)
      let set = try measured(synthetic.recording, picture.motion.exercise)
      #expect(set.reps.count == synthetic.truth.count, "seed \(seed)")
    }
  }

  @Test("sways, bounces, slack, racks and long waits are no part of a cable's repetitions")
  func cables() throws {
    for seed in 1...Effort.cases(4, thorough: 100) {
      let cable = SyntheticRecording.Cable.anyone(seed: UInt64(seed))
      let synthetic = SyntheticRecording(cable)
      let id: Exercise.ID = cable.begins == .eccentric ? "squat" : "seated-cable-row"
      let set = try measured(synthetic.recording, id)
      #expect(set.reps.count == synthetic.truth.count, "seed \(seed)")
    }
  }
}
