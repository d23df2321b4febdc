import Lifting

@testable import Sensing

/// The usual pipeline, for comparison: the same motion along the same reductions, then turns by one
/// threshold and each low-high-low a repetition.
///
/// It gets the attitude, the drift held loosely and the main plane of turning; what it lacks is the
/// explanation of the whole: alike repetitions, scales, directions, drift in turn with repetitions.
struct PeakCounter {
  /// The share of the motion's whole range by which it must go back to have turned.
  var share = 0.4

  /// The phases found, and how many repetitions they make; nil where the recording can't be read.
  func phases(of recording: Recording, exercise: Exercise) -> (reps: Int, spans: [PhaseSpan])? {
    let parameters = SensingParameters()
    guard let timeline = Timeline(recording.seconds, parameters) else { return nil }
    let study = Study(recording, exercise, timeline, parameters)
    guard let line = line(study) else { return nil }
    let sign = study.beginsLifting ? 1.0 : -1.0
    let values = line.values.map { $0 * sign }
    guard let low = values.min(), let high = values.max(), high > low else { return (0, []) }
    let turns = Turn.turns(of: values, reversal: share * (high - low))
    let boundaries = Boundaries(line, step: timeline.step, parameters)
    var spans: [PhaseSpan] = []
    var reps = 0
    for (turn, next) in zip(turns, turns.dropFirst()) {
      guard
        let span = boundaries.span(
          from: turn.place, to: next.place, fromLevel: line.values[turn.place],
          toLevel: line.values[next.place], nearest: next.isHigh ? .end : .start)
      else { continue }
      if next.isHigh { reps += 1 }
      spans.append(
        PhaseSpan(
          next.isHigh == study.beginsLifting ? .concentric : .eccentric,
          startSeconds: timeline.seconds(at: span.start),
          endSeconds: timeline.seconds(at: span.end)))
    }
    return (reps, spans)
  }

  /// The line that the exercise's geometry names, chosen without regard to repetitions.
  private func line(_ study: Study) -> Line? {
    if let position = study.positions.first { return position }
    guard let attitude = study.attitude else {
      return study.angleLines.first ?? study.landmarkLines.first
    }
    switch study.exercise.geometry.worn {
    case .vertical(let direction):
      let noise = [Double](repeating: 2.5e-5, count: attitude.upward.count)
      let drift = Drift(
        attitude.upward,
        up: noise.map { _ in [0, 0, 1, 0] }, noise: noise, wander: noise.map { _ in 2e-8 },
        step: study.timeline.step,
        study.parameters)
      let motion = drift.motion(anchors: [], rest: drift.rest())
      let sign = direction == .up ? 1.0 : -1.0
      return Line(values: motion.position.map { $0 * sign }, unit: .meters)
    case .inclination, .swing, .level:
      return attitude.posture.inclinations(step: study.timeline.step).first
        .map { Line(values: $0, unit: .radians) }
    }
  }
}
