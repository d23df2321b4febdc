import Lifting
import Simulation
import Testing

@Suite("A measured set against its plan")
struct MeasuredSetTests {
  private func rep(_ index: Int, _ seconds: [(Phase, Double)]) -> Rep {
    var at = Double(index) * 20
    let spans = seconds.map { phase, seconds in
      defer { at += seconds }
      return PhaseSpan(phase, startSeconds: at, endSeconds: at + seconds)
    }
    return Rep(index: index, phases: spans, tempo: .ordinary, trust: Trust())
  }

  private func set(_ reps: [Rep]) -> MeasuredSet {
    MeasuredSet(
      recording: MeasuredSet.Source(
        kind: .encoder, samples: 1, durationSeconds: 1, sampleRateHz: 50), exercise: "squat",
      reps: reps,
      set: MeasuredSet.Summary(
        reps: reps.count, eccentricSeconds: 0, concentricSeconds: 0, timeUnderTensionSeconds: 0,
        velocityLossPercent: nil))
  }

  @Test("asked, done and the difference, phase by phase; the last wait isn't compared")
  func adherence() throws {
    let measured = set([
      rep(1, [(.eccentric, 4), (.pauseBottom, 1), (.concentric, 1), (.pauseTop, 0.5)]),
      rep(2, [(.eccentric, 3), (.concentric, 1)]),
    ])
    let tempo = try #require(Tempo("4-1-1-0"))
    let adherence = measured.adherence(to: tempo)
    #expect(adherence.reps[0].beats.map(\.differenceSeconds) == [0, 0, 0, 0.5])
    #expect(adherence.reps[1].beats.map(\.phase) == [.eccentric, .pauseBottom, .concentric])
    #expect(adherence.reps[1].beats.map(\.differenceSeconds) == [-1, -1, 0])
    // 0.5 of 6 asked seconds off, 2 of 6, 2.5 of 12.
    #expect(abs((adherence.reps[0].scorePercent ?? 0) - 100 * 5.5 / 6) < 1e-9)
    #expect(abs((adherence.reps[1].scorePercent ?? 0) - 100 * 4 / 6.0) < 1e-9)
    #expect(abs((adherence.scorePercent ?? 0) - 100 * 9.5 / 12) < 1e-9)
    #expect(adherence.phases.map(\.phase) == [.eccentric, .pauseBottom, .concentric, .pauseTop])
    #expect(adherence.phases[0].doneSeconds == 3.5 && adherence.phases[1].doneSeconds == 0.5)
  }

  @Test("a negative is held against its lowering alone; X asks for no time")
  func noTime() throws {
    let negative = set([rep(1, [(.assisted, 1), (.eccentric, 8)])])
    let asked = negative.adherence(to: .negative(seconds: 8))
    #expect(
      asked.reps[0].beats.map(\.phase) == [.eccentric, .pauseTop] && asked.scorePercent == 100)
    let fast = try #require(Tempo("X-0-X-0"))
    #expect(negative.adherence(to: fast).scorePercent == nil)
  }

  @Test("a score is never below 0") func floor() throws {
    let slow = set([rep(1, [(.eccentric, 30), (.concentric, 1)])])
    #expect(slow.adherence(to: .ordinary).scorePercent == 0)
  }

  @Test("a lowering that gets half a second shorter a rep says so; two reps are no trend")
  func trend() throws {
    let reps = (1...4).map { rep($0, [(.eccentric, 5 - 0.5 * Double($0)), (.concentric, 1)]) }
    let trend = try #require(LoweringTrend(of: reps))
    #expect(abs(trend.secondsPerRep + 0.5) < 1e-12 && trend.minimumControlPerRep == nil)
    #expect(LoweringTrend(of: Array(reps.prefix(2))) == nil)
    var controlled = reps
    for index in controlled.indices {
      controlled[index].control = Control(mean: 1, minimum: 0.9 - 0.1 * Double(index))
    }
    #expect(abs((LoweringTrend(of: controlled)?.minimumControlPerRep ?? 0) + 0.1) < 1e-12)
  }

  @Test("a difference between sides is a share of their mean") func sides() {
    let compared = SideComparison(
      left: set([rep(1, [(.eccentric, 3)])]), right: set([rep(1, [(.eccentric, 2)])]))
    #expect(abs((compared.differencePercent(\.eccentricSeconds) ?? 0) + 40) < 1e-9)
    #expect(compared.differencePercent(\.concentricSeconds) == nil)
  }

  @Test("a recording's rate is that of its middle step, whatever the order of steps")
  func sampleRate() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let count = Int.random(in: 2...60, using: &random)
      var times = [0.0]
      for _ in 1..<count {
        times.append((times.last ?? 0) + Double(Int.random(in: 1...9, using: &random)) / 64)
      }
      let steps = zip(times.dropFirst(), times).map { $0 - $1 }.sorted()
      #expect(Recording(seconds: times).sampleRateHz == 1 / steps[steps.count / 2])
    }
    #expect(Recording(seconds: [1]).sampleRateHz == nil)
    #expect(Recording(seconds: [1, 1]).sampleRateHz == nil)
    // A clock that is no clock may have any rate, but is asked for it without harm.
    _ = Recording(seconds: [0, .nan, 1, .infinity, 2]).sampleRateHz
  }
}
