/// A set as performed against the tempo that was asked for.
public struct TempoAdherence: Sendable, Hashable, Codable {
  /// One phase of one repetition, in seconds.
  public struct Beat: Sendable, Hashable, Codable {
    public var phase: Phase
    public var askedSeconds: Double
    public var doneSeconds: Double
    /// Done less asked: above 0 is slower than asked.
    public var differenceSeconds: Double
  }

  public struct OfRep: Sendable, Hashable, Codable {
    /// The repetition's.
    public var index: Int
    public var beats: [Beat]
    public var scorePercent: Double?
  }

  public var asked: Tempo
  public var reps: [OfRep]
  /// The mean over the repetitions, phase by phase.
  public var phases: [Beat]
  /// Of the seconds asked for, how many were done as asked: 100 less the seconds off, too long or too
  /// short, as a share of the seconds asked; never below 0. Absent where no time was asked for.
  public var scorePercent: Double?
}

extension MeasuredSet {
  /// The set against a tempo.
  ///
  /// `X` and `A` ask for no time and are not compared, nor is the wait after the last repetition,
  /// which nothing ends. A pause that wasn't made counts as 0 s.
  public func adherence(to tempo: Tempo) -> TempoAdherence {
    let asked: [(phase: Phase, seconds: Double?)] = [
      (.eccentric, tempo.eccentric.seconds), (.pauseBottom, tempo.pauseBottom),
      (.concentric, tempo.concentric.seconds), (.pauseTop, tempo.pauseTop),
    ]
    let ofReps = reps.map { rep -> TempoAdherence.OfRep in
      let beats = asked.compactMap { phase, seconds -> TempoAdherence.Beat? in
        guard let seconds, isComparable(phase, in: rep) else { return nil }
        return TempoAdherence.Beat(phase, asked: seconds, done: rep.seconds(in: phase))
      }
      return TempoAdherence.OfRep(
        index: rep.index, beats: beats, scorePercent: TempoAdherence.score(beats))
    }
    let all = ofReps.flatMap(\.beats)
    let phases = asked.compactMap { phase, _ -> TempoAdherence.Beat? in
      let beats = all.filter { $0.phase == phase }
      guard let first = beats.first else { return nil }
      let done = beats.reduce(0) { $0 + $1.doneSeconds } / Double(beats.count)
      return TempoAdherence.Beat(phase, asked: first.askedSeconds, done: done)
    }
    return TempoAdherence(
      asked: tempo, reps: ofReps, phases: phases, scorePercent: TempoAdherence.score(all))
  }

  /// Whether a repetition says how long a phase was: it has it, or could have had it and ended.
  func isComparable(_ phase: Phase, in rep: Rep) -> Bool {
    switch phase {
    case .eccentric, .concentric: return rep.phases.contains { $0.phase == phase }
    case .pauseBottom, .pauseTop:
      let moves = rep.phases.map(\.phase).filter { $0 != .pauseBottom && $0 != .pauseTop }
      let before: Phase = phase == .pauseBottom ? .eccentric : .concentric
      guard let last = moves.last, moves.contains(before) || before == .concentric else {
        return false
      }
      // The wait behind a set's last move has no end.
      let closes = (last == .eccentric) == (phase == .pauseBottom)
      return !(closes && rep.index == reps.last?.index)
    case .assisted: return false
    }
  }
}

extension TempoAdherence.Beat {
  init(_ phase: Phase, asked: Double, done: Double) {
    self.init(
      phase: phase, askedSeconds: asked, doneSeconds: done, differenceSeconds: done - asked)
  }

  fileprivate var rounded: TempoAdherence.Beat {
    TempoAdherence.Beat(
      phase: phase, askedSeconds: askedSeconds.rounded(toDecimals: 3),
      doneSeconds: doneSeconds.rounded(toDecimals: 3),
      differenceSeconds: differenceSeconds.rounded(toDecimals: 3))
  }
}

extension TempoAdherence {
  fileprivate static func score(_ beats: [Beat]) -> Double? {
    let asked = beats.reduce(0) { $0 + $1.askedSeconds }
    guard asked > 0 else { return nil }
    let off = beats.reduce(0) { $0 + abs($1.differenceSeconds) }
    return max(0, 100 * (1 - off / asked))
  }

  var rounded: TempoAdherence {
    var adherence = self
    adherence.phases = phases.map(\.rounded)
    adherence.scorePercent = scorePercent?.rounded(toDecimals: 1)
    adherence.reps = reps.map {
      OfRep(
        index: $0.index, beats: $0.beats.map(\.rounded),
        scorePercent: $0.scorePercent?.rounded(toDecimals: 1))
    }
    return adherence
  }
}
