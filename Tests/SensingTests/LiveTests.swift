import Foundation
import Interchange
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

extension Recording {
  /// The samples of a range, all channels.
  fileprivate func part(_ range: Range<Int>) -> Recording {
    func cut(_ channel: [Double]?) -> [Double]? { channel.map { Array($0[range]) } }
    func cut(_ v: Vectors?) -> Vectors? {
      v.map { Vectors(x: Array($0.x[range]), y: Array($0.y[range]), z: Array($0.z[range])) }
    }
    return Recording(
      seconds: Array(seconds[range]), positionMeters: cut(positionMeters),
      acceleration: cut(acceleration), angularRate: cut(angularRate),
      anglesDegrees: anglesDegrees.mapValues { Array($0[range]) },
      keypoints: keypoints.mapValues {
        Keypoint(x: Array($0.x[range]), y: Array($0.y[range]), score: cut($0.score))
      })
  }
}

@Suite("A set told while it is lifted")
struct LiveTests {
  private static let trials = SyntheticRecording.Trial.all

  private func recording(
    _ trial: SyntheticRecording.Trial, seed: Int, loweringSeconds: Double = 2
  ) -> Recording {
    var parameters = trial.parameters
    parameters.seed = UInt64(seed)
    parameters.eccentricSeconds = loweringSeconds
    parameters.readsUpAtRest = seed % 2 == 0
    return SyntheticRecording(parameters).recording
  }

  /// Ranges of random lengths that cover a count.
  private func chunks(_ count: Int, seed: UInt64) -> [Range<Int>] {
    var random = SeededGenerator(seed: seed)
    var ranges: [Range<Int>] = []
    var start = 0
    while start < count {
      let end = min(count, start + Int.random(in: 1...400, using: &random))
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  @Test("its end is the whole set measured at once, whatever the chunks", arguments: trials.indices)
  func endsAsBatch(_ index: Int) throws {
    let trial = Self.trials[index]
    let exercise = try exercise(trial.exercise)
    for seed in 1...Effort.cases(1, thorough: 20) {
      let whole = recording(trial, seed: seed)
      let expected = try phases(of: whole, exercise: exercise)
      let changes = LivePhases(exercise: exercise).appending(whole)
      var live = LiveSet(exercise: exercise)
      var told: [LiveNews] = []
      for range in chunks(whole.seconds.count, seed: UInt64(seed)) {
        told += live.append(whole.part(range))
      }
      #expect(try live.measured() == expected, "\(trial.name), seed \(seed)")
      #expect(told == changes, "\(trial.name), seed \(seed)")
    }
  }

  @Test("recordings on file end alike")
  func fixture() throws {
    let bytes = try Fixture.bytes("Sensing/slow-bench-press.csv")
    let whole = try #require(RecordingFormat.read(bytes).recording)
    let bench = try exercise("bench-press")
    var live = LiveSet(exercise: bench)
    for range in chunks(whole.seconds.count, seed: 3) { _ = live.append(whole.part(range)) }
    #expect(try live.measured() == phases(of: whole, exercise: bench))
  }

  @Test("stored at any sample and taken up again, it goes on as if nothing had been")
  func resumes() throws {
    for trial in Self.trials {
      let whole = recording(trial, seed: 5)
      let exercise = try exercise(trial.exercise)
      let expected = LivePhases(exercise: exercise).appending(whole)
      var told: [LiveNews] = []
      var state = LivePhases.State()
      for range in chunks(whole.seconds.count, seed: 8) {
        var live = LivePhases(exercise: exercise, state: state)
        told += live.append(whole.part(range))
        state = try JSONDecoder().decode(
          LivePhases.State.self, from: JSONEncoder().encode(live.state))
      }
      #expect(told == expected, "\(trial.name)")
    }
  }

  @Test("what it keeps of an hour is no more than what it keeps of some minutes")
  func constantMemory() throws {
    // By default it is some minutes until the window is full.
    var parameters = SensingParameters()
    parameters.liveWindowSeconds = 20
    for (trial, most) in [(Self.trials[0], 80_000), (Self.trials[5], 400_000)] {
      var live = LivePhases(exercise: try exercise(trial.exercise), parameters: parameters)
      let set = recording(trial, seed: 2)
      var sizes: [Int] = []
      let rounds = Int((40 / set.durationSeconds).rounded(.up))
      for round in 0..<(2 * rounds) {
        var later = set
        later.seconds = set.seconds.map { $0 + Double(round) * (set.durationSeconds + 1) }
        _ = live.append(later)
        sizes.append(try JSONEncoder().encode(live.state).count)
      }
      let early = sizes.prefix(rounds).max() ?? 0
      let late = sizes.suffix(rounds).max() ?? 0
      #expect(late < most, "\(trial.name)")
      #expect(late <= early + early / 5, "\(trial.name): \(early), then \(late)")
    }
  }

  /// The phases of the whole set, and those of them told in time.
  private func told(
    _ trial: SyntheticRecording.Trial, loweringSeconds: Double, within delay: Double
  ) throws -> (all: Int, told: Int, surplus: Int) {
    var tally = (all: 0, told: 0, surplus: 0)
    let exercise = try exercise(trial.exercise)
    for seed in 1...Effort.cases(2, thorough: 40) {
      let whole = recording(trial, seed: seed, loweringSeconds: loweringSeconds)
      let set = try phases(of: whole, exercise: exercise)
      var left = LivePhases(exercise: exercise).appending(whole).compactMap(\.change)
        .filter(\.phase.isMove)
      for span in set.reps.flatMap(\.phases) {
        guard span.phase != .pauseTop, span.phase != .pauseBottom else { continue }
        tally.all += 1
        let isInTime = { (change: PhaseChange) in
          (change.phase == .eccentric) == (span.phase == .eccentric)
            && (-0.2...delay).contains(change.announcedSeconds - span.startSeconds)
        }
        guard let match = left.firstIndex(where: isInTime) else { continue }
        left.remove(at: match)
        tally.told += 1
      }
      let start = set.reps.first?.startSeconds ?? 0
      let end = set.reps.last?.endSeconds ?? 0
      tally.surplus += left.count { (start...end).contains($0.announcedSeconds) }
    }
    return tally
  }

  @Test(
    "phases are told within 0.3 s of where the whole set puts them",
    arguments: ["encoder", "joint angle", "IMU on a limb"])
  func inTime(_ name: String) throws {
    let trial = try #require(Self.trials.first { $0.name == name })
    for seconds in [0.7, 3] {
      let tally = try told(trial, loweringSeconds: seconds, within: 0.3)
      #expect(tally.told * 100 >= 95 * tally.all, "\(seconds) s: \(tally)")
      // One told too many in thirteen was the most in forty sets.
      #expect(tally.surplus * 10 <= tally.all, "\(seconds) s: \(tally)")
    }
    // Slower moves take longer to leave their place.
    let slow = try told(trial, loweringSeconds: 10, within: 0.6)
    #expect(slow.told * 100 >= 95 * slow.all, "\(slow)")
  }

  @Test("on the bar too, where lowering isn't slow")
  func inTimeOnTheBar() throws {
    let trial = try #require(Self.trials.first { $0.name == "IMU on the bar" })
    for seconds in [0.7, 1.5] {
      let tally = try told(trial, loweringSeconds: seconds, within: 0.3)
      #expect(tally.told * 100 >= 90 * tally.all, "\(seconds) s: \(tally)")
      #expect(tally.surplus * 20 <= tally.all, "\(seconds) s: \(tally)")
    }
  }

  @Test("bad samples, times that fall and gaps are left out, and what is told is finite")
  func damage() throws {
    for trial in Self.trials {
      let exercise = try exercise(trial.exercise)
      for value in [Double.nan, .infinity, -1e300] {
        var broken = recording(trial, seed: 4)
        for index in stride(from: 7, to: broken.seconds.count, by: 97) {
          broken.seconds[index] = value
          broken.positionMeters?[index - 3] = value
          broken.acceleration?.y[index - 3] = value
          broken.angularRate?.x[index - 2] = value
        }
        let changes = LivePhases(exercise: exercise).appending(broken)
        #expect(changes.compactMap(\.change).allSatisfy { $0.startSeconds.isFinite })
        #expect(
          zip(changes, changes.dropFirst())
            .allSatisfy { $0.announcedSeconds <= $1.announcedSeconds })
      }
    }
  }
}

extension LivePhases {
  /// What is told of samples that follow.
  func appending(_ recording: Recording) -> [LiveNews] {
    var live = self
    return live.append(recording)
  }
}
