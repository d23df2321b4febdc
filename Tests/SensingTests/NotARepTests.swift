import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

@Suite("What isn't a repetition")
struct NotARepTests {
  @Test("a single squat is one rep, whatever the unracking, walking and racking around it")
  func singles() throws {
    for seed in 1...12 {
      let synthetic = made {
        $0.seed = UInt64(seed)
        $0.reps = 1
        $0.rangeMeters = 0.6
        $0.surroundings = .rack(riseMeters: 0.08, walkSeconds: 4)
        $0.approachMeters = 0.5
        $0.readsUpAtRest = seed % 2 == 0
      }
      let set = try measured(synthetic.recording, "squat")
      #expect(set.reps.count == 1, "seed \(seed)")
      let lowering = try #require(set.spans(.eccentric).first)
      #expect(abs(lowering.startSeconds - synthetic.truth[0].eccentric.startSeconds) < 0.3)
    }
  }

  @Test("standing up from the bar after a set of deadlifts is no rep, or seldom")
  func standingUp() throws {
    var wrong = 0
    let sets = Effort.cases(12, thorough: 100)
    for seed in 1...sets {
      let synthetic = made {
        $0.seed = UInt64(seed)
        $0.begins = .concentric
        $0.reps = 1 + seed % 6
        $0.rangeMeters = 0.4 + 0.02 * Double(seed % 10)
        $0.eccentricSeconds = 1
        $0.pauseBottomSeconds = 0.3 * Double(seed % 9)
        $0.surroundings = .floor
        $0.approachMeters = -0.85 * $0.rangeMeters
        $0.approachRadians = 0.2 + 0.1 * Double(seed % 8)
        $0.rateHz = seed % 2 == 0 ? 100 : 200
        $0.readsUpAtRest = seed % 3 == 0
      }
      let set = try measured(synthetic.recording, "deadlift")
      if set.reps.count != synthetic.truth.count { wrong += 1 }
    }
    #expect(wrong * 10 <= sets, "\(wrong) of \(sets)")
  }

  @Test("walking about with the load is no rep")
  func walking() throws {
    let synthetic = made {
      $0.reps = 0
      $0.surroundings = .rack(riseMeters: 0.08, walkSeconds: 20)
    }
    #expect(try measured(synthetic.recording, "squat").reps.isEmpty)
  }

  @Test("stillness is no rep", arguments: ["squat", "biceps-curl", "pull-up", "seated-cable-row"])
  func stillness(_ id: String) throws {
    let synthetic = made {
      $0.reps = 0
      $0.leadSeconds = 20
    }
    #expect(try measured(synthetic.recording, Exercise.ID(rawValue: id)).reps.isEmpty)
  }

  @Test("pulling out a cable and letting it back is no rep of the set between")
  func cable() throws {
    var moves: [(to: Double, seconds: Double)] = [(0, 2), (0.8, 2), (0.8, 3)]
    for _ in 0..<4 { moves += [(1.3, 1), (0.8, 4), (0.8, 0.5)] }
    moves += [(0.8, 2), (0, 1.5), (0, 2)]
    let set = try measured(drawn(from: 0, moves), "seated-cable-row")
    #expect(set.reps.count == 4)
    #expect(set.spans(.eccentric).allSatisfy { (3...4.2).contains($0.seconds) })
  }
}
