import Lifting
import Testing

@Suite("A set that ends at a loss of velocity") struct VelocityStopTests {
  private func set(_ velocities: [Double?], doubtful: Set<Int> = []) -> MeasuredSet {
    let reps = velocities.enumerated().map { place, velocity in
      Rep(
        index: place + 1,
        phases: [
          PhaseSpan(.eccentric, startSeconds: 0, endSeconds: 1),
          PhaseSpan(
            .concentric, startSeconds: 1, endSeconds: 2, meanVelocityMetersPerSecond: velocity),
        ], tempo: .ordinary,
        trust: Trust(reasons: doubtful.contains(place + 1) ? ["the sensor drifted"] : []))
    }
    return MeasuredSet(
      recording: MeasuredSet.Source(
        kind: .encoder, samples: 1, durationSeconds: 1, sampleRateHz: 1),
      exercise: "squat", reps: reps,
      set: MeasuredSet.Summary(
        reps: reps.count, eccentricSeconds: 0, concentricSeconds: 0, timeUnderTensionSeconds: 0,
        velocityLossPercent: nil))
  }

  @Test("the first rep so much slower than the fastest before it ends it") func stop() throws {
    // The second is the fastest; of the fifth on each is slower than 80 % of it.
    let set = set([0.50, 0.60, 0.55, 0.50, 0.47, 0.40])
    let stop = try #require(set.stop(atLossPercent: 20))
    #expect(stop.index == 5 && stop.lossPercent == 21.7 && stop.repsAfter == 1)
    #expect(
      stop.sentence.contains("Rep 5 was 22 % slower") && stop.sentence.contains("1 rep earlier"))
    #expect(try #require(set.stop(atLossPercent: 33)).sentence.contains("ended there, as asked"))
    let never = try #require(set.stop(atLossPercent: 50))
    #expect(never.index == nil && never.sentence.contains("No rep was 50 % slower"))
  }

  @Test("a rep that can't be believed ends nothing, and without a velocity nothing is said")
  func doubtful() throws {
    let slow = set([0.5, 0.1, 0.49], doubtful: [2])
    #expect(try #require(slow.stop(atLossPercent: 20)).index == nil)
    #expect(set([nil, nil]).stop(atLossPercent: 20) == nil)
    #expect(set([]).stop(atLossPercent: 20) == nil)
  }
}
