import Lifting
import Sensing
import Simulation

/// A set that is followed while it is lifted: what it is, what happens to the sensor, how slowly it is
/// lowered.
struct FollowedSet: Sendable {
  var name: String
  var exercise: Exercise.ID
  var change: @Sendable (inout SyntheticRecording.Parameters) -> Void

  /// A sensor of which everything is a little wrong, then one thing after the other much.
  static let disturbed: [FollowedSet] = [
    FollowedSet("phone") { _ in },
    FollowedSet("offset 0.2 m/s²") { $0.flaws.accelerationBias = 0.2 },
    FollowedSet("gyro offset 0.02 rad/s") { $0.flaws.turningBias = 0.02 },
    FollowedSet("noise") {
      $0.flaws.accelerationNoise = 0.06
      $0.flaws.turningNoise = 0.02
    },
    FollowedSet("roll") {
      $0.flaws.accelerationBias = 0.2
      $0.disturbance.rollRadians = 0.5
    },
    FollowedSet("drift") { $0.disturbance.driftPerMinute = 0.05 },
    FollowedSet("holes") { $0.disturbance.holesPerSecond = 0.3 },
    FollowedSet("packets") { $0.disturbance.samplesPerPacket = 6 },
    FollowedSet("racked and walked") {
      $0.surroundings = .rack(riseMeters: 0.06, walkSeconds: 2)
    },
    onTheFloor("floor") { _ in },
    onTheFloor("floor, bangs") { $0.disturbance.bangMetersPerSecondSquared = 10 },
    FollowedSet("all of it", all),
    onTheFloor("floor, all of it") {
      all(&$0)
      $0.disturbance.bangMetersPerSecondSquared = 8
    },
  ]

  @Sendable private static func all(_ parameters: inout SyntheticRecording.Parameters) {
    parameters.flaws.accelerationBias = 0.2
    parameters.flaws.turningBias = 0.02
    parameters.flaws.jitter = 0.2
    parameters.disturbance.rollRadians = 0.3
    parameters.disturbance.holesPerSecond = 0.1
    parameters.disturbance.samplesPerPacket = 4
    parameters.disturbance.scaleError = 0.02
    parameters.disturbance.driftPerMinute = 0.03
  }

  private static func onTheFloor(
    _ name: String, _ change: @escaping @Sendable (inout SyntheticRecording.Parameters) -> Void
  ) -> FollowedSet {
    FollowedSet(name, of: "deadlift") {
      $0.begins = .concentric
      $0.pauseTopSeconds = 1
      $0.pauseBottomSeconds = 3
      $0.disturbance.liesOnFloor = true
      change(&$0)
    }
  }

  init(
    _ name: String, of exercise: Exercise.ID = "bench-press",
    _ change: @escaping @Sendable (inout SyntheticRecording.Parameters) -> Void
  ) {
    self.name = name
    self.exercise = exercise
    self.change = change
  }

  /// How long the sensor lies or is held still before and after, s.
  static let leadSeconds = 4.0

  func made(loweringSeconds: Double, seed: Int) -> SyntheticRecording {
    SyntheticRecording(parameters(loweringSeconds: loweringSeconds, seed: seed))
  }

  func parameters(loweringSeconds: Double, seed: Int) -> SyntheticRecording.Parameters {
    var parameters = SyntheticRecording.Parameters()
    parameters.seed = UInt64(seed)
    parameters.rateHz = seed % 2 == 0 ? 100 : 50
    parameters.readsUpAtRest = seed % 3 != 0
    parameters.eccentricSeconds = loweringSeconds
    parameters.pauseBottomSeconds = [0, 0.5, 1][seed % 3]
    parameters.pauseTopSeconds = 1.5
    parameters.variation = 0.1
    parameters.leadSeconds = Self.leadSeconds
    change(&parameters)
    return parameters
  }
}

/// How far what is told of a set by the time each of its repetitions ends is what is known of it in the
/// end.
struct LiveAgreement {
  /// A repetition is to be settled so long after its last move ended.
  static let patience = 0.6
  static let tolerance = 0.1

  private(set) var sets = 0
  /// Ends of lowerings and lifts, and those that were told in time and right.
  private(set) var boundaries = 0
  private(set) var agreeing = 0
  /// The same against what was really done.
  private(set) var trueBoundaries = 0
  private(set) var trueAgreeing = 0
  /// Of the whole set, measured when it was over.
  private(set) var trueMeasured = 0
  private(set) var reps = 0
  private(set) var missed = 0
  private(set) var late = 0
  private(set) var ghosts = 0
  /// From a repetition's end until it is settled, s.
  private(set) var settling: [Double] = []
  /// Lowerings, and of those that were told while they lasted the delay, as seconds and as a share.
  private(set) var lowerings = 0
  private(set) var delays: [Double] = []
  private(set) var shares: [Double] = []
  /// Moves that began, told within the set though nothing of the kind began.
  private(set) var surplus = 0

  private struct Edge {
    var phase: Phase
    var isStart: Bool
    var seconds: Double
  }

  mutating func add(
    _ recording: Recording, _ exercise: Exercise, truth: [SyntheticRecording.Truth]? = nil,
    news: [LiveNews]
  ) {
    guard let set = try? phases(of: recording, exercise: exercise) else { return }
    sets += 1
    let settled = news.compactMap(\.rep)
    let changes = news.compactMap(\.change)
    for rep in set.reps {
      let moves = rep.phases.filter(\.phase.isMove)
      let match = settled.first { Self.overlap($0.rep.phases, moves) >= 0.5 }
      let end = moves.last?.endSeconds ?? 0
      reps += 1
      if let match {
        settling.append(match.announcedSeconds - end)
        if match.announcedSeconds > end + Self.patience { late += 1 }
      } else {
        missed += 1
      }
      let edges = Self.edges(moves)
      boundaries += edges.count
      agreeing += told(edges, by: end + Self.patience, match, changes)
    }
    ghosts += settled.count { rep in
      !set.reps.contains { Self.overlap($0.phases, rep.rep.phases.filter(\.phase.isMove)) >= 0.5 }
    }
    addLowerings(set, changes)
    for rep in truth ?? [] {
      let moves = [(Phase.eccentric, rep.eccentric), (.concentric, rep.concentric)].map {
        PhaseSpan($0.0, startSeconds: $0.1.startSeconds, endSeconds: $0.1.endSeconds)
      }.sorted { $0.startSeconds < $1.startSeconds }
      let end = moves.last?.endSeconds ?? 0
      let match = settled.first { Self.overlap($0.rep.phases, moves) >= 0.5 }
      let edges = Self.edges(moves)
      trueBoundaries += edges.count
      trueAgreeing += told(edges, by: end + Self.patience, match, changes)
      let measured = set.reps.first { Self.overlap($0.phases, moves) >= 0.5 }
      trueMeasured += told(
        edges, by: .infinity, measured.map { LiveRep(rep: $0, announcedSeconds: end) }, [])
    }
  }

  /// Follows a recording and adds what came of it.
  mutating func follow(
    _ recording: Recording, _ exercise: Exercise, truth: [SyntheticRecording.Truth]? = nil
  ) {
    var live = LivePhases(exercise: exercise)
    add(recording, exercise, truth: truth, news: live.append(recording))
  }

  mutating func follow(_ set: FollowedSet, loweringSeconds: Double, seed: Int) throws {
    let made = set.made(loweringSeconds: loweringSeconds, seed: seed)
    guard let exercise = Exercise.with(set.exercise) else { return }
    follow(made.recording, exercise, truth: made.truth)
  }

  private static func edges(_ moves: [PhaseSpan]) -> [Edge] {
    moves.flatMap {
      [
        Edge(phase: $0.phase, isStart: true, seconds: $0.startSeconds),
        Edge(phase: $0.phase, isStart: false, seconds: $0.endSeconds),
      ]
    }
  }

  /// How many of the edges were told by a time: of the settled repetition or, while it isn't settled,
  /// of the moves as they were announced.
  private func told(
    _ edges: [Edge], by deadline: Double, _ match: LiveRep?, _ changes: [PhaseChange]
  ) -> Int {
    edges.count { edge in
      func isRight(_ seconds: Double) -> Bool { abs(seconds - edge.seconds) <= Self.tolerance }
      if let match, match.announcedSeconds <= deadline {
        return match.rep.phases.contains {
          $0.phase.way == edge.phase.way && isRight(edge.isStart ? $0.startSeconds : $0.endSeconds)
        }
      }
      return changes.contains {
        $0.announcedSeconds <= deadline && ($0.phase.way == edge.phase.way) == edge.isStart
          && isRight($0.startSeconds)
      }
    }
  }

  private mutating func addLowerings(_ set: MeasuredSet, _ changes: [PhaseChange]) {
    let moves = set.reps.flatMap(\.phases).filter(\.phase.isMove)
    var left = changes.filter(\.phase.isMove)
    for span in moves {
      if span.phase == .eccentric { lowerings += 1 }
      let match = left.firstIndex {
        ($0.phase == .eccentric) == (span.phase == .eccentric)
          && (span.startSeconds - 0.15...span.endSeconds).contains($0.announcedSeconds)
      }
      guard let match else { continue }
      let delay = left.remove(at: match).announcedSeconds - span.startSeconds
      if span.phase == .eccentric {
        delays.append(delay)
        shares.append(delay / span.seconds)
      }
    }
    guard let first = moves.first, let last = moves.last else { return }
    surplus += left.count { (first.startSeconds...last.endSeconds).contains($0.announcedSeconds) }
  }

  private static func overlap(_ one: [PhaseSpan], _ other: [PhaseSpan]) -> Double {
    let one = one.filter(\.phase.isMove)
    let other = other.filter(\.phase.isMove)
    guard let a = one.first, let b = one.last, let c = other.first, let d = other.last else {
      return 0
    }
    let common = min(b.endSeconds, d.endSeconds) - max(a.startSeconds, c.startSeconds)
    let all = max(b.endSeconds, d.endSeconds) - min(a.startSeconds, c.startSeconds)
    return common / max(all, 1e-9)
  }

  static let header =
    "| boundaries | within 0.1 s | of the truth | all at once | reps | missed | late | ghosts | settled after, nine of ten"
    + " | lowerings told | middle delay | nine of ten | surplus |"

  var row: String {
    func at(_ share: Double, _ values: [Double]) -> String {
      let sorted = values.sorted()
      return sorted.isEmpty
        ? "–" : "\(sorted[Int(share * Double(sorted.count - 1))].hundredths) s"
    }
    func percent(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "–" : "\((1000 * part / whole).tenths) %"
    }
    return "| \(boundaries) | \(percent(agreeing, boundaries))"
      + " | \(percent(trueAgreeing, trueBoundaries))"
      + " | \(percent(trueMeasured, trueBoundaries)) | \(reps) | \(missed) | \(late) | \(ghosts)"
      + " | \(at(0.9, settling)) | \(delays.count) of \(lowerings) | \(at(0.5, delays))"
      + " | \(at(0.9, delays)) | \(surplus) |"
  }
}

extension Int {
  fileprivate var tenths: String { "\(self / 10).\(self % 10)" }
}

extension Phase {
  /// Whether the load moves in it.
  var isMove: Bool { self == .concentric || self == .eccentric || self == .assisted }

  /// Whoever lifts.
  fileprivate var way: Phase { self == .assisted ? .concentric : self }
}
