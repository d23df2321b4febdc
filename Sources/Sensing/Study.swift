import Lifting

/// One recording under study: the lines along which its motion can be seen, and the repetitions that
/// explain it best.
struct Study: Sendable {
  /// A line of motion with its repetitions.
  struct Explained: Sendable {
    var line: Line
    var explanation: RepSearch.Explanation
    /// Whether the other direction would explain the motion clearly better.
    var contradicted = false
    /// Whether somebody said that lowering and lifting are the other way round than the exercise has them.
    var isReversed = false

    var score: Double { explanation.score }
    var reps: [RepSearch.Candidate] { explanation.reps }
  }

  let recording: Recording
  let exercise: Exercise
  let timeline: Timeline
  let parameters: SensingParameters
  let attitude: Attitude?
  /// The load's position, where that is measured.
  private(set) var positions: [Line] = []
  /// Whether what repeats counts though it doesn't show as the exercise's motion; not where the motion
  /// is to tell which exercise it is.
  let takesWhatRepeats: Bool

  init(
    _ recording: Recording, _ exercise: Exercise, _ timeline: Timeline,
    _ parameters: SensingParameters,
    takesWhatRepeats: Bool = true
  ) {
    self.takesWhatRepeats = takesWhatRepeats
    self.recording = recording.withoutSlips(timeline, parameters)
    self.exercise = exercise
    self.timeline = timeline
    self.parameters = parameters
    attitude =
      recording.kind == .imu ? Attitude(recording, on: timeline, parameters) : nil
    positions = measuredPositions
  }

  /// Whether the hand is fixed and the posture has to tell where the body is.
  private var postureTells: Bool {
    attitude != nil && exercise.geometry.worn == .swing
  }

  /// Whether the hand goes level: then a way out that doesn't come back is rather the hand's own.
  private var isLevel: Bool { attitude != nil && exercise.geometry.worn == .level }

  var beginsLifting: Bool { exercise.begins == .concentric }

  /// Whether any channel holds something that can be measured.
  var isMeasurable: Bool {
    attitude != nil || !positions.isEmpty || !angleLines.isEmpty || !landmarkLines.isEmpty
  }

  /// The best explanation of the motion; nil where there is no set in it.
  func explained() -> Explained? {
    let found: Explained?
    if let first = positions.first {
      found = explained(first, orElse: positions.dropFirst())
    } else if let attitude {
      found = inertial(attitude)
    } else {
      found = best(angleLines.isEmpty ? landmarkLines : angleLines)
    }
    guard let found, found.score > 0 else { return nil }
    return found
  }

  /// The first line's explanation, unless another's is clearly better.
  private func explained(_ first: Line, orElse others: some Sequence<Line>) -> Explained? {
    var best = explainedAlong(first)
    for other in others {
      guard let found = explainedAlong(other) else { continue }
      if found.score > (best?.score ?? 0) + parameters.contradiction { best = found }
    }
    return best
  }

  /// The line whose motion is explained best.
  func best(_ lines: [Line]) -> Explained? {
    func value(_ found: Explained) -> Double {
      found.score - (found.line.unit == .bodyLengths ? parameters.preferenceForAngles : 0)
    }
    return lines.compactMap { explainedAlong($0) }.max { value($0) < value($1) }
  }

  /// A line's explanation, and whether the line the other way round would do clearly better.
  func explainedAlong(_ line: Line) -> Explained? {
    let against = explain(line.reversed)
    guard var found = explain(line) else { return nil }
    if let against, against.reps.count > found.reps.count,
      against.score > found.score + parameters.contradiction
    {
      found.contradicted = true
    }
    return found
  }

  /// The repetitions along a line, of which drift may have bent each by the looseness, in its unit.
  func explain(
    _ line: Line, looseness: Double = 0, posture: Posture? = nil, signature: Signature? = nil
  ) -> Explained? {
    let search = search(
      along: line, looseness: looseness, posture: posture, signature: signature)
    return search.explanation().map { Explained(line: line, explanation: $0) }
  }

  /// The search for repetitions along a line.
  func search(
    along line: Line, looseness: Double = 0, posture: Posture? = nil, signature: Signature? = nil
  ) -> RepSearch {
    var values = line.values
    if !beginsLifting {
      for place in values.indices { values[place] = -values[place] }
    }
    return RepSearch(
      parameters: parameters, step: timeline.step,
      motion: RepSearch.Motion(
        values: values, unit: line.unit, looseness: looseness, rides: line.drifts,
        posture: posture ?? attitude?.posture, postureTells: postureTells,
        beginsLifting: beginsLifting && !isLevel,
        leastWay: line.leastWay, whereabouts: line.whereabouts, pose: line.pose,
        signature: signature))
  }
}

extension Recording {
  /// The same without readings of its position that no load can have had.
  fileprivate func withoutSlips(_ timeline: Timeline, _ parameters: SensingParameters) -> Recording
  {
    guard let positionMeters else { return self }
    var cleaned = self
    cleaned.positionMeters = timeline.withoutSlips(
      positionMeters, least: parameters.leastSlipMeters)
    return cleaned
  }
}
