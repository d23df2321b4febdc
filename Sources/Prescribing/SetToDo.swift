public import Lifting

/// A set to be done: the set it becomes if nothing is amended, and what is asked beside it.
///
/// The log, the player and whoever measures take ``set`` whole, amend what was otherwise, and send it
/// back. It holds nothing that only who did it can say: no reps in reserve, no control.
public struct SetToDo: Sendable, Hashable, Codable {
  /// Exercise, kind, load, reps, way up, tempo, side and seconds of holding, as asked for.
  public var set: WorkSet
  /// Where the reps are a range, its upper end.
  public var repsUpTo: Int?
  /// Where the seconds of holding are a range, its upper end.
  public var holdSecondsUpTo: Int?
  /// Whether the weight is left to whoever lifts it.
  public var isByFeel: Bool
  /// How many should be left, to be asked for; 0 where nothing is to be left.
  public var repsInReserve: Int
  public var restSeconds: Int
  /// How much slower than its fastest a repetition ends the set, in percent, where speed is measured.
  public var velocityLossPercent: Int?
  /// What to mind, in a sentence.
  public var cue: String?
}

extension Dose {
  /// What each of its sets asks, in the order they are done: of one arm or leg after the other, where
  /// it is done on each side.
  public func setsToDo(of exercise: Exercise.ID) -> [SetToDo] {
    let sides: [Side?] = isEachSide ? [.left, .right] : [nil]
    return (0..<max(0, sets)).flatMap { _ in
      sides.map { side in
        SetToDo(
          set: WorkSet(
            exercise: exercise, kind: kind, load: load ?? .body, reps: reps, wayUp: wayUp,
            tempo: holdSeconds == nil ? tempo : nil, side: side,
            holdSeconds: holdSeconds.map(Double.init)),
          repsUpTo: repsUpTo, holdSecondsUpTo: holdSecondsUpTo, isByFeel: load == nil,
          repsInReserve: repsInReserve, restSeconds: side == .left ? 0 : restSeconds,
          velocityLossPercent: velocityLossPercent, cue: cue)
      }
    }
  }
}
