import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

@Suite("One call measures all") struct MeasuredTests {
  @Test("what is said of a set is what its parts say by themselves") func parts() throws {
    let synthetic = SyntheticRecording(SyntheticRecording.Parameters())
    let bench = try exercise("bench-press")
    let all = try measure(synthetic.recording, as: bench, load: .kilograms(60))
    #expect(
      all.set == (try phases(of: synthetic.recording, exercise: bench, load: .kilograms(60))))
    #expect(all.motion == (try motion(of: synthetic.recording, exercise: bench)))
    #expect(all.proposals.isEmpty && all.exercise.id == "bench-press")
    #expect(all.notices == notices(on: all.set, of: synthetic.recording, exercise: bench))
  }

  @Test(
    "without an exercise what repeats is counted, and hardly a phase is surely the wrong way round")
  func nobodySaid() throws {
    var (exact, all, opposite, sure) = (0, 0, 0, 0)
    let sensors: [SyntheticRecording.Parameters.Sensor] = [
      .riding, .limb(meters: 0.3), .joint, .encoder(resolutionMeters: 0.001),
    ]
    for sensor in sensors {
      for begins in [Phase.eccentric, .concentric] {
        for seed in 1...Effort.cases(3, thorough: 20) {
          var parameters = SyntheticRecording.Parameters()
          parameters.seed = UInt64(seed)
          parameters.sensor = sensor
          parameters.begins = begins
          parameters.reps = 4 + seed % 5
          let synthetic = SyntheticRecording(parameters)
          let found = try measure(synthetic.recording)
          #expect(found.proposals.sentence != nil)
          all += 1
          exact += found.set.reps.count == synthetic.truth.count ? 1 : 0
          for rep in found.set.reps where rep.trust.level == .high {
            for span in rep.phases where span.phase == .eccentric {
              sure += 1
              let middle = (span.startSeconds + span.endSeconds) / 2
              let isLift = synthetic.truth.contains {
                $0.concentric.startSeconds < middle && middle < $0.concentric.endSeconds
              }
              opposite += isLift ? 1 : 0
            }
          }
        }
      }
    }
    print(
      "without an exercise: exact \(exact) of \(all); opposite \(opposite) of \(sure) sure ones")
    #expect(exact * 100 >= 90 * all, "\(exact) of \(all)")
    #expect(opposite * 50 <= sure, "\(opposite) of \(sure)")
  }

  @Test("a recording of nothing says why") func nothing() throws {
    var still = Recording(seconds: (0..<500).map { Double($0) / 50 })
    still.positionMeters = [Double](repeating: 0.4, count: 500)
    let found = try measure(still)
    #expect(found.set.reps.isEmpty && !found.notices.isEmpty)
  }
}
