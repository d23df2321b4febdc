import Lifting

/// The repetitions of a study, measured: phases with their times, ways and speeds.
struct Measurement {
  /// A phase on the grid.
  struct Move: Sendable {
    var phase: Phase
    var start: Double
    var end: Double
    /// A second, in the line's unit.
    var peakSpeed: Double
    /// With its slow ends, in the line's unit.
    var way: Double
  }

  let study: Study
  let explained: Study.Explained
  /// The moves of each repetition, in the order of time: one or two.
  private(set) var moves: [[Move]] = []

  /// Moved boundaries that nothing answers to.
  private(set) var missed: [SetCorrection] = []

  init(_ study: Study, _ explained: Study.Explained, moving: [SetCorrection] = []) {
    self.study = study
    self.explained = explained
    findMoves()
    joinMoves()
    findAssistance()
    for correction in moving where !move(by: correction) { missed.append(correction) }
  }

  private var parameters: SensingParameters { study.parameters }
  private var shortestPause: Double { parameters.shortestPauseSeconds / study.timeline.step }

  private mutating func findMoves() {
    let line = explained.line
    let boundaries = Boundaries(line, step: study.timeline.step, parameters)
    let beginsLifting = study.beginsLifting != explained.isReversed
    let first: Phase = beginsLifting ? .concentric : .eccentric
    let second: Phase = beginsLifting ? .eccentric : .concentric
    for rep in explained.reps {
      // A repetition goes out from where it comes back to; what moved before that was not it.
      let start = line.values[rep.start.place]
      let middle = line.values[rep.middle.place]
      let end = rep.end.map { line.values[$0.place] } ?? start
      let home = abs(middle - start) < abs(middle - end) ? start : end
      var found: [Move] = []
      if let span = boundaries.span(
        from: rep.start.place, to: rep.middle.place, fromLevel: home, toLevel: middle,
        nearest: .end)
      {
        found.append(Move(first, span, way: way(span, from: rep.start.place, to: rep.middle.place)))
      }
      if let end = rep.end,
        let span = boundaries.span(
          from: rep.middle.place, to: end.place, fromLevel: middle, toLevel: home, nearest: .start)
      {
        found.append(Move(second, span, way: way(span, from: rep.middle.place, to: end.place)))
      }
      moves.append(found)
    }
  }

  /// The way of a move with its slow ends, but without what went on before and after.
  private func way(_ span: Boundaries.Span, from: Int, to: Int) -> Double {
    let start = max(Double(from), span.start - shortestPause)
    let end = min(Double(to), span.end + shortestPause)
    return abs(value(at: end) - value(at: start))
  }

  /// Two phases with hardly a wait between them meet where the motion turns.
  private mutating func joinMoves() {
    for index in moves.indices {
      if moves[index].count == 2, moves[index][1].start - moves[index][0].end < shortestPause {
        let turn = Double(explained.reps[index].middle.place)
        moves[index][0].end = turn
        moves[index][1].start = turn
      }
      guard index > 0, let last = moves[index - 1].indices.last, !moves[index].isEmpty,
        moves[index][0].start - moves[index - 1][last].end < shortestPause
      else { continue }
      let turn = Double(explained.reps[index].start.place)
      moves[index - 1][last].end = turn
      moves[index][0].start = turn
    }
  }

  /// A way up many times faster than a slow lowering is somebody's help or a jump.
  private mutating func findAssistance() {
    guard !study.exercise.waysUp.isEmpty else { return }
    let helpsItself = !study.exercise.waysUp.filter { [.jump, .feet, .hands].contains($0) }.isEmpty
    func middle(_ phase: Phase) -> Double? {
      let seconds = moves.joined().filter { $0.phase == phase }
        .map { ($0.end - $0.start) * study.timeline.step }.sorted()
      return seconds.isEmpty ? nil : seconds[seconds.count / 2]
    }
    guard let lowering = middle(.eccentric), let lifting = middle(.concentric) else { return }
    let least =
      helpsItself ? parameters.selfAssistedLoweringSeconds : parameters.assistedLoweringSeconds
    let ratio = helpsItself ? parameters.selfAssistedRatio : parameters.assistedRatio
    guard lowering >= least, lowering >= ratio * lifting else { return }
    for index in moves.indices {
      for place in moves[index].indices where moves[index][place].phase == .concentric {
        moves[index][place].phase = .assisted
      }
    }
  }

  // MARK: By hand

  /// A boundary nearer than this to the moment that was pointed at is meant, in seconds.
  private static let reach = 0.75

  /// Moves the boundary that a correction points at, as far as its neighbours let it.
  ///
  /// - Returns: Whether there is such a boundary.
  private mutating func move(by correction: SetCorrection) -> Bool {
    guard case .move(let from, let to) = correction, let old = study.timeline.place(at: from),
      let new = study.timeline.place(at: to)
    else { return false }
    let all = moves.joined().flatMap { [$0.start, $0.end] }
    guard let nearest = all.min(by: { abs($0 - old) < abs($1 - old) }),
      abs(nearest - old) * study.timeline.step <= Self.reach
    else { return false }
    let before = all.filter { $0 < nearest }.max() ?? 0
    let after = all.filter { $0 > nearest }.min() ?? Double(study.timeline.count - 1)
    // A phase takes time.
    guard before + 1 <= after - 1 else { return false }
    let moved = min(max(new, before + 1), after - 1)
    for index in moves.indices {
      for place in moves[index].indices {
        let move = moves[index][place]
        guard move.start == nearest || move.end == nearest else { continue }
        if move.start == nearest { moves[index][place].start = moved }
        if move.end == nearest { moves[index][place].end = moved }
        measureAgain(&moves[index][place])
      }
    }
    return true
  }

  /// The way and the speed of a move whose ends were moved.
  private func measureAgain(_ move: inout Move) {
    let line = explained.line
    move.way = abs(value(at: move.end) - value(at: move.start))
    let velocity = line.velocity
    var peak = 0.0
    let first = max(1, Int(saturating: move.start.rounded()))
    let last = min(line.values.count - 1, Int(saturating: move.end.rounded()))
    guard first <= last else { return }
    for place in first...last {
      let speed =
        velocity.map { $0[place] }
        ?? (line.values[place] - line.values[place - 1]) / study.timeline.step
      peak = max(peak, abs(speed))
    }
    move.peakSpeed = peak
  }

  // MARK: Results

  var reps: [Rep] {
    let reasons = Doubts(self).reasons
    return moves.indices.map { index in
      rep(index, trust: Trust(reasons: reasons[index]))
    }
  }

  private func rep(_ index: Int, trust: Trust) -> Rep {
    let next = moves.indices.contains(index + 1) ? moves[index + 1].first : nil
    var spans: [PhaseSpan] = []
    for (place, move) in moves[index].enumerated() {
      spans.append(span(move))
      let following = place + 1 < moves[index].count ? moves[index][place + 1] : next
      if let following, following.start - move.end >= shortestPause {
        spans.append(
          PhaseSpan(
            move.phase == .eccentric ? .pauseBottom : .pauseTop,
            startSeconds: study.timeline.seconds(at: move.end),
            endSeconds: study.timeline.seconds(at: following.start)))
      }
    }
    // A tempo is said in tenths.
    func seconds(_ phase: Phase) -> Double {
      (spans.reduce(0) { $1.phase == phase ? $0 + $1.seconds : $0 } * 10).rounded() / 10
    }
    let isAssisted = spans.contains { $0.phase == .assisted }
    let ways = explained.line.tellsMeters ? moves[index].map(\.way) : []
    return Rep(
      index: index + 1, phases: spans,
      tempo: Tempo(
        eccentric: .seconds(seconds(.eccentric)), pauseBottom: seconds(.pauseBottom),
        concentric: isAssisted ? .assisted : .seconds(seconds(.concentric)),
        pauseTop: seconds(.pauseTop)),
      rangeOfMotionMeters: ways.max(), trust: trust)
  }

  private func span(_ move: Move) -> PhaseSpan {
    var span = PhaseSpan(
      move.phase, startSeconds: study.timeline.seconds(at: move.start),
      endSeconds: study.timeline.seconds(at: move.end))
    guard explained.line.tellsMeters, span.seconds > 0 else { return span }
    let way = abs(value(at: move.end) - value(at: move.start))
    span.displacementMeters = way
    span.meanVelocityMetersPerSecond = way / span.seconds
    span.peakVelocityMetersPerSecond = move.peakSpeed
    return span
  }

  private func value(at place: Double) -> Double {
    let values = explained.line.values
    let index = min(max(0, Int(saturating: place)), values.count - 1)
    let next = min(index + 1, values.count - 1)
    return values[index] + (place - Double(index)) * (values[next] - values[index])
  }
}

extension Measurement.Move {
  init(_ phase: Phase, _ span: Boundaries.Span, way: Double) {
    self.init(
      phase: phase, start: span.start, end: span.end, peakSpeed: span.peakSpeed, way: way)
  }
}

extension MeasuredSet.Summary {
  /// The sums over measured repetitions.
  init(of reps: [Rep]) {
    let lifts = reps.compactMap { rep in
      rep.phases.first { $0.phase == .concentric }?.meanVelocityMetersPerSecond
    }
    var loss: Double?
    if let fastest = lifts.max(), let slowest = lifts.min(), lifts.count > 1, fastest > 0 {
      loss = (1 - slowest / fastest) * 100
    }
    self.init(
      reps: reps.count,
      eccentricSeconds: reps.reduce(0) { $0 + $1.seconds(in: .eccentric) },
      concentricSeconds: reps.reduce(0) { $0 + $1.seconds(in: .concentric) },
      timeUnderTensionSeconds: reps.reduce(0) { sum, rep in
        sum + ((rep.endSeconds ?? 0) - (rep.startSeconds ?? 0))
      }, velocityLossPercent: loss)
  }
}
