import Foundation
import Lifting
import Testing

@Suite("A measured set as a fact") struct MeasuredWorkSetTests {
  /// Lowers, waits, lifts, waits; each rep behind the other.
  func set(_ tempos: [[Double]], assisted: Set<Int> = []) -> MeasuredSet {
    var now = 0.0
    let reps = tempos.enumerated().map { place, seconds -> Rep in
      let up: Phase = assisted.contains(place) ? .assisted : .concentric
      let phases = zip([Phase.eccentric, .pauseBottom, up, .pauseTop], seconds)
        .filter { $0.1 > 0 }
        .map { phase, seconds -> PhaseSpan in
          defer { now += seconds }
          return PhaseSpan(phase, startSeconds: now, endSeconds: now + seconds)
        }
      return Rep(index: place + 1, phases: phases, tempo: .ordinary, trust: Trust())
    }
    return MeasuredSet(
      recording: MeasuredSet.Source(
        kind: .encoder, samples: 100, durationSeconds: now, sampleRateHz: 100),
      exercise: Exercise.ID(rawValue: "bench-press"), reps: reps,
      set: MeasuredSet.Summary(
        reps: reps.count, eccentricSeconds: 0, concentricSeconds: 0, timeUnderTensionSeconds: 0,
        velocityLossPercent: nil))
  }

  @Test("its tempo is that of the usual rep, and the wait that nothing ends isn't in it")
  func tempo() {
    let measured = set([[3.9, 0.5, 1, 1], [4.1, 0.5, 1.2, 1.2], [9, 0.5, 1, 0]])
    #expect(measured.usualTempo == Tempo("4.1-0.5-1-1.1"))
    #expect(set([]).usualTempo == nil && set([]).workSet(load: .body) == nil)
  }

  @Test("with most ways up assisted it is a set of negatives") func negatives() throws {
    let some = set([[8, 0, 1, 0], [8, 0, 1, 0], [8, 0, 1, 0]], assisted: [1])
    #expect(some.workSet(load: .body)?.kind == .normal)
    let most = set([[8, 0, 1, 0], [8, 0, 1, 0], [8, 0, 1, 0]], assisted: [0, 1])
    let fact = try #require(most.workSet(load: .body, repsInReserve: 2))
    #expect(fact.kind == .negative && fact.tempo == Tempo("8-0-A-0"))
    #expect(fact.reps == 3 && fact.repsInReserve == 2)
  }

  @Test("a load that fell wasn't controlled; where nothing tells, nobody has looked")
  func control() {
    var measured = set([[4, 0, 1, 0], [1, 0, 1, 0]])
    #expect(measured.workSet(load: .body)?.controlledReps == nil)
    measured.reps[0].control = Control(mean: 1, minimum: 0.9)
    measured.reps[1].control = Control(
      mean: 1, minimum: 0.1, freeFalls: [.init(startSeconds: 5.2, endSeconds: 5.5)])
    #expect(measured.workSet(load: .body)?.controlledReps == 1)
  }

  /// Three reps with such velocities, lifted in so many seconds.
  func lifted(_ velocities: [Double?], seconds: Double, asked: Tempo? = nil) -> MeasuredSet {
    var measured = set(velocities.map { _ in [2, 0, seconds, 0] })
    for (rep, velocity) in velocities.enumerated() {
      measured.reps[rep].phases[1].meanVelocityMetersPerSecond = velocity
    }
    if let asked { measured.set.adherence = measured.adherence(to: asked) }
    return measured
  }

  @Test("the velocity is that of the fastest trusted way up, where the lifts were meant to be fast")
  func velocity() throws {
    let velocities: [Double?] = [0.612, 0.583, 0.9]
    var fast = lifted(velocities, seconds: 0.7)
    fast.reps[2].trust = Trust(reasons: ["The sensor slipped."])
    #expect(fast.workSet(load: .body)?.fastestLift == Velocity(metersPerSecond: 0.61))
    #expect(lifted(velocities, seconds: 1.5).fastestLift == nil, "slow, and nobody asked for fast")
    let asked = try #require(Tempo("2-0-X-0"))
    #expect(lifted(velocities, seconds: 1.5, asked: asked).fastestLift != nil, "heavy")
    let slow = try #require(Tempo("2-0-3-0"))
    #expect(lifted(velocities, seconds: 0.7, asked: slow).fastestLift == nil)
    #expect(lifted([nil, nil], seconds: 0.7).fastestLift == nil, "the sensor gives none")
    #expect(lifted([.nan, .infinity, 80], seconds: 0.7).fastestLift == nil)
  }

  @Test("the velocity of a set is written, read, and held to its range") func velocityInJSON()
    throws
  {
    let set = WorkSet(
      exercise: "bench-press", reps: 3, fastestLift: Velocity(metersPerSecond: 0.55))
    let written = try JSONEncoder().encode(set)
    #expect(
      String(decoding: written, as: UTF8.self).contains("\"fastestLiftMetersPerSecond\":0.55"))
    #expect(try JSONDecoder().decode(WorkSet.self, from: written) == set)
    let old = #"{"exercise":"bench-press","reps":3}"#
    #expect(try JSONDecoder().decode(WorkSet.self, from: Data(old.utf8)).fastestLift == nil)
    for wrong in ["-1", "55", "\"fast\""] {
      let text = #"{"exercise":"bench-press","reps":3,"fastestLiftMetersPerSecond":"# + wrong + "}"
      #expect(throws: (any Error).self) {
        try JSONDecoder().decode(WorkSet.self, from: Data(text.utf8))
      }
    }
  }
}
