import Lifting
import RealModule

extension SyntheticMachineSet {
  /// Makes a set from its parameters, drawing everything random from one seed.
  struct Maker {
    let parameters: Parameters
    var random: SeededGenerator
    /// The script's clock, s.
    var now = 0.0
    /// What the hand does besides repetitions: forward, left, up, m; pitch, roll, yaw, rad.
    var tracks = [Track](repeating: Track(), count: 6)
    /// What goes to and fro for a while.
    var rhythms: [Rhythm] = []
    var impacts: [Impact] = []
    /// The share of the way that is gone.
    var share = Track()
    /// The ways out and back, from, to, s.
    var outs: [(from: Double, to: Double)] = []
    var backs: [(from: Double, to: Double)] = []
    var way = Way(straight: [0, 0, 0, 0, 0, 0])
    /// Whether the hands hold on to the machine while the legs work.
    var isHeldOn = false

    struct Rhythm: Sendable {
      var line: Int
      var from: Double
      var to: Double
      var hertz: Double
      var amplitude: Double
      var phase = 0.0

      /// It begins and ends softly.
      func value(at time: Double) -> Double {
        guard time > from, time < to else { return 0 }
        let edge = min(time - from, to - time, 0.5) / 0.5
        let soft = edge * edge * edge * (10 - 15 * edge + 6 * edge * edge)
        return soft * amplitude * Double.sin(2 * .pi * hertz * (time - from) + phase)
      }
    }

    init(_ parameters: Parameters) {
      self.parameters = parameters
      let lift = UInt64(truncatingIfNeeded: Lift.allCases.firstIndex(of: parameters.lift) ?? 0)
      // Neighbouring seeds of a generator give the same numbers a step later; numbers it drew don't.
      var first = SeededGenerator(seed: 32 &* parameters.seed &+ lift)
      random = SeededGenerator(seed: first.next())
    }

    mutating func make() -> (Recording, [SyntheticRecording.Truth]) {
      way = drawnWay()
      // How much is left of what goes on around the set when the recording is cut.
      let cut = uniform(0...1)
      if cut < 0.3 {
        now += uniform(0.2...1.5)
      } else {
        if cut > 0.65 { business(uniform(4...20)) }
        now += uniform(0.3...1)
        takeHold()
      }
      perform()
      if cut < 0.3 {
        now += uniform(0.2...1.5)
      } else {
        letGo()
        if cut > 0.65 { business(uniform(3...15)) }
        now += uniform(0.5...2)
      }
      return (observe(), truth())
    }

    // MARK: Randomness

    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &random)
    }

    mutating func gaussian() -> Double {
      let radius = (-2 * Double.log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
      return radius * Double.cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }

    mutating func happens(_ share: Double) -> Bool { uniform(0...1) < share }

    /// A value as people vary it, by a factor whose logarithm has this deviation.
    mutating func varied(_ value: Double, _ spread: Double) -> Double {
      value * Double.exp(spread * gaussian())
    }

    // MARK: Truth

    private func truth() -> [SyntheticRecording.Truth] {
      zip(outs, backs).map { out, back in
        let (first, second) = (span(out), span(back))
        return parameters.lift.beginsLifting
          ? SyntheticRecording.Truth(concentric: first, eccentric: second)
          : SyntheticRecording.Truth(concentric: second, eccentric: first)
      }
    }

    private func span(_ move: (from: Double, to: Double)) -> SyntheticRecording.Span {
      func speed(_ time: Double) -> Double {
        abs(share.motion(at: time + 0.001).position - share.motion(at: time - 0.001).position)
          / 0.002
      }
      let speeds = stride(from: move.from, through: move.to, by: 0.01).map { ($0, speed($0)) }
      let least = 0.1 * (speeds.map(\.1).max() ?? 0)
      let start = speeds.first { $0.1 >= least }?.0 ?? move.from
      let end = speeds.last { $0.1 >= least }?.0 ?? move.to
      func place(_ time: Double) -> [Double] {
        way.pose(at: share.motion(at: time).position)
      }
      let (one, other) = (place(start), place(end))
      let meters = (0..<3).reduce(0.0) { sum, axis in
        sum + (one[axis] - other[axis]) * (one[axis] - other[axis])
      }.squareRoot()
      return SyntheticRecording.Span(
        startSeconds: start, endSeconds: end, displacementMeters: meters)
    }
  }
}
