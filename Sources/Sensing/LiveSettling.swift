import Lifting

/// Repetitions, measured as soon as they have ended.
///
/// What goes on is told from one sample to the next and can be wrong: of a move that has only begun,
/// nobody knows where it ends. So the last of what the sensor showed is kept, and some moments after
/// something has changed it is measured as a whole recording is, with all that a repetition says of
/// the sensor's error: that the load stood still where it turned, and came back.
struct LiveSettling: Sendable, Hashable, Codable {
  private var window = LiveWindow()
  /// When it is to be measured.
  private var due: [Double] = []
  /// When it is to be measured though nothing has changed, and when something last had.
  private var routine: Double?
  private var changed: Double?
  /// Where the repetitions began that were told last, and where the last of them ended.
  private var starts: [Double] = []
  private var end: Double?
  private var told = 0

  /// Takes in a sample.
  mutating func add(_ sample: LiveSample, _ parameters: SensingParameters) {
    window.add(sample, step: parameters.liveKeptStepSeconds)
    var oldest = sample.seconds - parameters.liveWindowSeconds
    if starts.count > parameters.liveKeptReps { oldest = max(oldest, starts[0]) }
    window.forget(before: oldest)
  }

  /// Something has changed: a repetition may have ended.
  mutating func expect(at now: Double, _ parameters: SensingParameters) {
    let next = parameters.liveLooksSeconds.map { now + $0 }
    changed = now
    guard let first = next.first, first < due.first ?? .infinity else { return }
    due = next
  }

  /// The repetitions that have ended and weren't told yet.
  mutating func settled(
    at now: Double, _ exercise: Exercise, _ parameters: SensingParameters
  ) -> [LiveRep] {
    guard let next = due.first ?? routine, next <= now else { return [] }
    due.removeAll { $0 <= now }
    let since = now - (changed ?? now)
    routine = now + max(parameters.liveLookEverySeconds, 0.1 * since)
    guard let set = try? phases(of: window.recording, exercise: exercise, parameters: parameters)
    else { return [] }
    let ended = set.reps.indices.filter { index in
      isNew(set.reps[index])
        && hasEnded(set.reps[index], at: now, isLast: index + 1 == set.reps.count, parameters)
    }
    return ended.map { tell(set.reps[$0], at: now, parameters) }
  }

  private func isNew(_ rep: Rep) -> Bool {
    let moves = rep.moves
    guard let first = moves.first, let last = moves.last else { return false }
    return 0.5 * (first.startSeconds + last.endSeconds) > end ?? -.infinity
  }

  private func hasEnded(
    _ rep: Rep, at now: Double, isLast: Bool, _ parameters: SensingParameters
  ) -> Bool {
    let moves = rep.moves
    guard let last = moves.last, moves.count > 1 || !isLast else { return false }
    return last.endSeconds <= now - parameters.liveEndedSeconds
  }

  private mutating func tell(
    _ rep: Rep, at now: Double, _ parameters: SensingParameters
  ) -> LiveRep {
    told += 1
    var rep = rep
    rep.index = told
    due = []
    end = rep.moves.last?.endSeconds ?? end
    let before = parameters.liveContextSeconds
    starts.append((rep.startSeconds ?? now) - before)
    if starts.count > parameters.liveKeptReps + 1 { starts.removeFirst() }
    return LiveRep(rep: rep, announcedSeconds: now)
  }
}

extension Rep {
  fileprivate var moves: [PhaseSpan] {
    phases.filter { $0.phase != .pauseTop && $0.phase != .pauseBottom }
  }
}
