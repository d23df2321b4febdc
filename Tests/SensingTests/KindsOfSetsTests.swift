import Lifting
import Sensing
import Simulation
import Testing

@Suite("Kinds of sets")
struct KindsOfSetsTests {
  @Test("a squat begins with the lowering, a deadlift with the lift")
  func order() throws {
    let squat = drawn(
      from: 1, [(1, 1), (0.5, 1.5), (1, 1), (1, 0.6), (0.5, 1.5), (1, 1), (1, 1)])
    let deadlift = drawn(
      from: 0, [(0, 1), (0.5, 1), (0, 1.5), (0, 0.6), (0.5, 1), (0, 1.5), (0, 1)])
    let lowered = try measured(squat, "squat")
    let lifted = try measured(deadlift, "deadlift")
    #expect(lowered.reps.map { $0.phases.first?.phase } == [.eccentric, .eccentric])
    #expect(lifted.reps.map { $0.phases.first?.phase } == [.concentric, .concentric])
  }

  @Test("displacement, speeds and range are those of the load")
  func speeds() throws {
    let set = try measured(
      drawn(from: 1, [(1, 1), (0.5, 2), (1, 1), (1, 1), (0.5, 2), (1, 1.25), (1, 1)]), "squat")
    let lift = try #require(set.spans(.concentric).first)
    #expect(abs((set.reps[0].rangeOfMotionMeters ?? 0) - 0.5) < 0.005)
    #expect(abs((lift.peakVelocityMetersPerSecond ?? 0) - 1.875 * 0.5) < 0.03)
    let mean = try #require(lift.meanVelocityMetersPerSecond)
    let way = try #require(lift.displacementMeters)
    #expect(abs(mean - way / lift.seconds) < 1e-9)
    #expect(abs((set.set.velocityLossPercent ?? 0) - 20) < 2)
    #expect(
      abs(set.set.eccentricSeconds - set.spans(.eccentric).reduce(0) { $0 + $1.seconds }) < 1e-9)
  }

  @Test("an angle gives times, but no meters")
  func angles() throws {
    let set = try measured(
      made {
        $0.sensor = .joint
        $0.begins = .concentric
      }.recording, "biceps-curl")
    #expect(set.reps.count == 5)
    #expect(set.recording.kind == .angle)
    #expect(set.reps.allSatisfy { $0.rangeOfMotionMeters == nil })
    #expect(set.spans(.concentric).allSatisfy { $0.meanVelocityMetersPerSecond == nil })
    #expect(set.set.velocityLossPercent == nil)
  }

  @Test("a pause at the bottom and at the top is a phase of its own")
  func pauses() throws {
    let set = try measured(
      drawn(
        from: 1,
        [(1, 1), (0.5, 1.5), (0.5, 2), (1, 1), (1, 3), (0.5, 1.5), (0.5, 2), (1, 1), (1, 1)]),
      "bench-press")
    #expect(set.reps.count == 2)
    #expect(
      set.reps[0].phases.map(\.phase) == [.eccentric, .pauseBottom, .concentric, .pauseTop])
    #expect(abs(set.spans(.pauseBottom)[0].seconds - 2.4) < 0.3)
    #expect(abs(set.reps[0].tempo.pauseTop - 3.3) < 0.4)
  }

  @Test("touch and go: phases meet where the bar turns")
  func touchAndGo() throws {
    let set = try measured(
      drawn(
        from: 0,
        [(0, 1), (0.5, 0.8), (0, 0.8), (0.5, 0.8), (0, 0.8), (0.5, 0.8), (0, 0.8), (0, 1)]),
      "deadlift")
    #expect(set.reps.count == 3)
    let phases = set.reps.flatMap(\.phases)
    #expect(phases.allSatisfy { $0.phase == .concentric || $0.phase == .eccentric })
    for (one, next) in zip(phases, phases.dropFirst()) {
      #expect(abs(one.endSeconds - next.startSeconds) < 1e-9)
    }
  }

  @Test("a stand at the top is not part of the lowering")
  func stand() throws {
    for seconds in [2.0, 8, 25] {
      let set = try measured(
        drawn(
          from: 1, [(1, seconds), (0.5, 2), (1, 1), (1, seconds), (0.5, 2), (1, 1), (1, 2)]),
        "squat")
      #expect(set.spans(.eccentric).allSatisfy { (1.5...2.1).contains($0.seconds) })
    }
  }

  @Test("rest-pause and cluster sets are one set")
  func cluster() throws {
    var moves: [(to: Double, seconds: Double)] = [(1, 2)]
    for cluster in 0..<3 {
      for _ in 0..<2 { moves += [(0.5, 1.5), (1, 1), (1, 0.3)] }
      if cluster < 2 { moves.append((1, 20)) }
    }
    #expect(try measured(drawn(from: 1, moves), "bench-press").reps.count == 6)
  }

  @Test("between clusters the bar may be racked")
  func rackedBetween() throws {
    var moves: [(to: Double, seconds: Double)] = [(0.92, 2)]
    for _ in 0..<3 {
      moves += [(1, 0.7), (1, 1)]
      for _ in 0..<2 { moves += [(0.5, 1.5), (1, 1), (1, 0.4)] }
      moves += [(0.92, 0.6), (0.92, 20)]
    }
    let set = try measured(drawn(from: 0.92, moves), "bench-press")
    #expect(set.reps.count == 6)
    #expect(set.spans(.eccentric).allSatisfy { (1.2...1.6).contains($0.seconds) })
  }

  @Test("a rep that sticks halfway up is said to have failed")
  func failed() throws {
    let set = try measured(
      drawn(
        from: 1,
        [
          (1, 1), (0.5, 1.5), (1, 1), (1, 0.6), (0.5, 1.5), (1, 1), (1, 0.6), (0.5, 1.5),
          (0.75, 1.5), (0.75, 0.3), (0.45, 1), (0.45, 2),
        ]), "bench-press")
    let last = try #require(set.reps.last)
    #expect(set.reps.count == 3)
    #expect(last.trust.level == .low)
    #expect(last.trust.reasons.contains { $0.hasSuffix("of the way down: it failed.") })
    #expect(set.reps.dropLast().allSatisfy { $0.trust.level == .high })
  }

  @Test("a slow lowering after a quick help up is a negative; its way up is assisted")
  func negatives() throws {
    let jump: (to: Double, seconds: Double) = (0.5, 0.6)
    let set = try measured(
      drawn(
        from: 0, [(0, 1), jump, (0.5, 0.5), (0, 8), (0, 3), jump, (0.5, 0.5), (0, 8), (0, 2)]),
      "pull-up")
    #expect(set.reps.count == 2)
    #expect(set.spans(.assisted).count == 2)
    #expect(set.spans(.concentric).isEmpty)
    #expect(set.reps.allSatisfy { $0.tempo.concentric == .assisted })
    #expect(set.set.velocityLossPercent == nil)
    #expect(set.spans(.eccentric).allSatisfy { (6...8).contains($0.seconds) })
  }

  @Test("a rep of half the way counts, and is said to be partial")
  func partial() throws {
    let set = try measured(
      drawn(
        from: 1,
        [
          (1, 1), (0.5, 1.5), (1, 1), (1, 0.6), (0.5, 1.5), (1, 1), (1, 0.6), (0.72, 1), (1, 0.8),
          (1, 0.6), (0.5, 1.5), (1, 1), (1, 1),
        ]), "squat")
    #expect(set.reps.count == 4)
    #expect(set.reps.map(\.trust.level) == [.high, .high, .low, .high])
    #expect(set.reps[2].trust.reasons == ["A partial rep: it went 56 % of the way of the others."])
  }

  @Test("a lift that isn't lowered again is a rep; a lowering that isn't lifted again is none")
  func unfinished() throws {
    let lifted = try measured(
      drawn(
        from: 0,
        [(0, 1), (0.5, 1), (0, 1.5), (0, 0.5), (0.5, 1), (0, 1.5), (0, 0.5), (0.5, 1), (0.45, 2)]),
      "dumbbell-shoulder-press")
    #expect(lifted.reps.count == 3)
    #expect(lifted.reps[2].phases.map(\.phase) == [.concentric])
    #expect(lifted.reps[2].trust.level == .low)
    let lowered = try measured(
      drawn(
        from: 1,
        [(1, 1), (0.5, 2), (1, 1), (1, 0.5), (0.5, 2), (1, 1), (1, 0.5), (0.4, 2), (0.4, 2)]),
      "preacher-curl")
    #expect(lowered.reps.count == 2)
  }

  @Test("a grinding rep with a stop on its way stays one rep")
  func grinding() throws {
    let set = try measured(
      drawn(
        from: 1,
        [(1, 1), (0.5, 1.5), (1, 1), (1, 0.6), (0.5, 1.5), (0.75, 1), (0.75, 1), (1, 1), (1, 1)]),
      "squat")
    #expect(set.reps.count == 2)
    #expect(abs(set.spans(.concentric)[1].seconds - 2.6) < 0.3)
  }

  @Test("a recording upside down is measured, and doubted")
  func upsideDown() throws {
    let moves: [(to: Double, seconds: Double)] = [
      (1, 3), (0.5, 1.5), (1, 1), (1, 3), (0.5, 1.5), (1, 1), (1, 3), (0.5, 1.5), (1, 1), (1, 3),
    ]
    var recording = drawn(from: 1, moves)
    let upright = try measured(recording, "squat")
    #expect(upright.reps.count == 3)
    #expect(upright.reps.allSatisfy { $0.trust.level == .high })
    recording.positionMeters = recording.positionMeters?.map { -$0 }
    let reversed = try measured(recording, "squat")
    #expect(!reversed.reps.isEmpty)
    #expect(
      reversed.reps.allSatisfy {
        $0.trust.reasons.contains("The motion looks upside down for this exercise.")
      })
  }
}
