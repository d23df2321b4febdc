import Lifting
import Sensing
import Simulation
import Testing

/// A synthetic set from its parameters' defaults, changed.
func made(
  _ change: (inout SyntheticRecording.Parameters) -> Void = { _ in }
) -> SyntheticRecording {
  var parameters = SyntheticRecording.Parameters()
  change(&parameters)
  return SyntheticRecording(parameters)
}

func exercise(_ id: Exercise.ID) throws -> Exercise { try #require(Exercise.with(id)) }

/// The measured set of a recording.
func measured(_ recording: Recording, _ id: Exercise.ID) throws -> MeasuredSet {
  try phases(of: recording, exercise: try exercise(id))
}

extension MeasuredSet {
  func spans(_ phase: Phase) -> [PhaseSpan] {
    reps.flatMap(\.phases).filter { $0.phase == phase }
  }

  /// Start and end of all phases, in the order of time.
  var times: [Double] { reps.flatMap(\.phases).flatMap { [$0.startSeconds, $0.endSeconds] } }
}

/// A position drawn by hand: levels and the seconds to reach each, at 50 Hz, rising and falling
/// smoothly.
func drawn(from start: Double, _ moves: [(to: Double, seconds: Double)]) -> Recording {
  var positions: [Double] = []
  var level = start
  for move in moves {
    let steps = max(1, Int((move.seconds * 50).rounded()))
    for step in 0..<steps {
      let share = Double(step) / Double(steps)
      let smooth = share * share * share * (10 - 15 * share + 6 * share * share)
      positions.append(level + (move.to - level) * smooth)
    }
    level = move.to
  }
  positions.append(level)
  return Recording(
    seconds: positions.indices.map { Double($0) * 0.02 }, positionMeters: positions)
}
