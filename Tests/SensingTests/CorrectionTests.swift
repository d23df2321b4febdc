import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

@Suite("A measured set corrected by hand") struct CorrectionTests {
  private static let sensors: [SyntheticRecording.Parameters.Sensor] = [
    .encoder(resolutionMeters: 0.001), .riding,
  ]

  private func synthetic(
    _ sensor: SyntheticRecording.Parameters.Sensor, _ seed: UInt64
  ) -> SyntheticRecording {
    var parameters = SyntheticRecording.Parameters()
    parameters.sensor = sensor
    parameters.seed = seed
    parameters.reps = 6
    return SyntheticRecording(parameters)
  }

  private func spans(_ set: MeasuredSet) -> [[Double]] {
    set.reps.flatMap(\.phases).filter { $0.phase == .eccentric || $0.phase == .concentric }
      .map { [$0.startSeconds, $0.endSeconds] }
  }

  /// The moment in the middle of a repetition.
  private func moment(_ rep: Rep) throws -> Double {
    (try #require(rep.startSeconds) + (try #require(rep.endSeconds))) / 2
  }

  @Test("a rep that is dropped and said again is measured as it was", arguments: sensors)
  func dropAndAdd(_ sensor: SyntheticRecording.Parameters.Sensor) throws {
    for seed in 1...UInt64(Effort.cases(3, thorough: 20)) {
      let recording = synthetic(sensor, seed).recording
      let bench = try exercise("bench-press")
      let whole = try measure(recording, as: bench, load: .kilograms(60))
      try #require(whole.set.reps.count == 6)
      let third = whole.set.reps[2]
      let drop = SetCorrection.drop(at: try moment(third))
      let without = try measure(
        recording, as: bench, load: .kilograms(60), correctedBy: [drop])
      #expect(without.set.reps.count == 5 && without.missed.isEmpty)
      #expect(without.set.reps.map(\.index) == [1, 2, 3, 4, 5])
      #expect(without.set.set.reps == 5)
      // Roughly from where to where is enough: the phases are cut where the motion has them.
      let add = SetCorrection.add(
        from: try #require(third.startSeconds) - 0.1,
        to: try #require(third.phases.last { $0.phase != .pauseTop }).endSeconds + 0.1)
      let again = try measure(
        recording, as: bench, load: .kilograms(60), correctedBy: [drop, add])
      #expect(again.missed.isEmpty)
      try #require(again.set.reps.count == 6)
      for (one, two) in zip(spans(again.set), spans(whole.set)) {
        #expect(abs(one[0] - two[0]) < 0.1 && abs(one[1] - two[1]) < 0.1)
      }
    }
  }

  @Test("two reps joined are one, split they are two again") func joinAndSplit() throws {
    let recording = synthetic(Self.sensors[0], 2).recording
    let bench = try exercise("bench-press")
    let whole = try measure(recording, as: bench)
    let join = SetCorrection.join(at: try moment(whole.set.reps[1]))
    let joined = try measure(recording, as: bench, correctedBy: [join])
    #expect(joined.set.reps.count == 5)
    #expect(joined.set.reps[1].startSeconds == whole.set.reps[1].startSeconds)
    let end = try #require(whole.set.reps[2].phases.last { $0.phase == .concentric }).endSeconds
    let joinedEnd = try #require(
      joined.set.reps[1].phases.last { $0.phase == .concentric }
    ).endSeconds
    #expect(abs(joinedEnd - end) < 0.1)
    let between = try #require(whole.set.reps[2].startSeconds)
    let split = try measure(
      recording, as: bench, correctedBy: [join, .split(at: between - 0.02)])
    #expect(split.set.reps.count == 6 && split.missed.isEmpty)
    for (one, two) in zip(spans(split.set), spans(whole.set)) {
      #expect(abs(one[0] - two[0]) < 0.12 && abs(one[1] - two[1]) < 0.12)
    }
  }

  @Test("a boundary goes where it is put, its neighbours hold it, and what follows from it follows")
  func move() throws {
    let recording = synthetic(Self.sensors[0], 3).recording
    let bench = try exercise("bench-press")
    let whole = try measure(recording, as: bench, load: .kilograms(60))
    let lowering = try #require(whole.set.reps[3].phases.first { $0.phase == .eccentric })
    let later = lowering.startSeconds + 0.4
    let moved = try measure(
      recording, as: bench, load: .kilograms(60),
      correctedBy: [.move(from: lowering.startSeconds + 0.05, to: later)])
    let shorter = try #require(moved.set.reps[3].phases.first { $0.phase == .eccentric })
    #expect(abs(shorter.startSeconds - later) < 0.02)
    #expect(shorter.endSeconds == lowering.endSeconds)
    #expect(try #require(shorter.displacementMeters) < (try #require(lowering.displacementMeters)))
    #expect(
      moved.set.set.eccentricSeconds < whole.set.set.eccentricSeconds - 0.3)
    // The work of what is cut off isn't the lowering's.
    #expect(try #require(shorter.workJoules) < (try #require(lowering.workJoules)))
    // Dragged over its neighbour it stops before it.
    let far = try measure(
      recording, as: bench,
      correctedBy: [.move(from: lowering.startSeconds, to: lowering.endSeconds + 30)])
    let least = try #require(far.set.reps[3].phases.first { $0.phase == .eccentric })
    #expect(least.seconds > 0 && least.endSeconds == lowering.endSeconds)
    #expect(far.set.reps.count == 6)
  }

  @Test("turned round, lowering is lifting, the picture is upside down, and nobody doubts it")
  func reverse() throws {
    for sensor in Self.sensors + [.joint] {
      let recording = synthetic(sensor, 4).recording
      let bench = try exercise("bench-press")
      let whole = try measure(recording, as: bench)
      let turned = try measure(recording, as: bench, correctedBy: [.reverse])
      #expect(spans(turned.set) == spans(whole.set))
      #expect(turned.set.set.eccentricSeconds == whole.set.set.concentricSeconds)
      #expect(turned.motion.values == whole.motion.values.map { -$0 })
      let twice = try measure(recording, as: bench, correctedBy: [.reverse, .reverse])
      #expect(twice.set == whole.set)
      // What is said after it counts too.
      let split = try measure(
        recording, as: bench,
        correctedBy: [
          .reverse, .join(at: try moment(whole.set.reps[0])),
          .split(at: try #require(whole.set.reps[1].startSeconds)),
        ])
      #expect(
        split.set.reps.count == whole.set.reps.count && split.missed.isEmpty, "\(split.missed)")
    }
    let anyone = try measure(synthetic(.riding, 4).recording, correctedBy: [.reverse])
    #expect(!anyone.set.reps.contains { $0.trust.reasons.contains { $0.contains("which way") } })
  }

  @Test("what answers to nothing is said, whatever it is") func missed() throws {
    let recording = synthetic(Self.sensors[0], 5).recording
    let bench = try exercise("bench-press")
    let whole = try measure(recording, as: bench)
    let nowhere: [SetCorrection] = [
      .drop(at: -50), .drop(at: 1e9), .split(at: .nan), .join(at: .infinity),
      .join(at: try moment(whole.set.reps[5])), .move(from: 1e6, to: 2), .move(from: 1, to: .nan),
      .add(from: 5, to: 5), .add(from: 9, to: 2), .add(from: -.infinity, to: .infinity),
      .add(from: 1e9, to: 2e9), .split(at: try #require(whole.set.reps[0].startSeconds)),
    ]
    for correction in nowhere {
      let found = try measure(recording, as: bench, correctedBy: [correction])
      #expect(found.missed == [correction] || found.missed.count == 1, "\(correction)")
      #expect(found.set == whole.set, "\(correction)")
    }
    var still = Recording(seconds: (0..<500).map { Double($0) / 50 })
    still.positionMeters = [Double](repeating: 0.4, count: 500)
    let found = try measure(still, as: bench, correctedBy: [.add(from: 2, to: 5), .drop(at: 1)])
    #expect(found.set.reps.isEmpty && found.missed.count == 2)
  }

  @Test("corrections come back from JSON, and one without its moment is refused") func json() throws
  {
    let all: [SetCorrection] = [
      .drop(at: 1.5), .add(from: 1, to: 2.25), .split(at: 3), .join(at: 4), .move(from: 5, to: 6),
      .reverse,
    ]
    #expect(Set(all.map(\.kind)).count == SetCorrection.Kind.allCases.count)
    let text = try all.readableJSON()
    #expect(JSONText(Array(text.utf8)).decode([SetCorrection].self).value == all)
    for wrong in [#"[{"kind":"drop"}]"#, #"[{"kind":"move","from":1}]"#, #"[{"kind":"turn"}]"#] {
      let (value, problems) = JSONText(Array(wrong.utf8)).decode([SetCorrection].self)
      #expect(value == nil && !problems.isEmpty)
    }
  }
}
