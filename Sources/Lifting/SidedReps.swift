/// Repetitions where left and right may be done one after the other: what one side has had of them.
///
/// A body part is counted by its busier side. Eight with the left arm and eight with the right are
/// eight, as if both had been done at once; eight with the left alone are eight too.
public struct SidedReps: Sendable, Hashable {
  private var together = 0
  private var left = 0
  private var right = 0

  public init() {}

  public mutating func add(_ reps: Int, _ side: Side?) {
    switch side {
    case nil: together &+= reps
    case .left?: left &+= reps
    case .right?: right &+= reps
    }
  }

  /// Of the side that has had more.
  public var reps: Int { together &+ max(left, right) }
}

extension Sequence<WorkSet> {
  /// The repetitions of sets of any exercises, each counted by its busier side.
  public var repsOfASide: Int {
    var byExercise: [Exercise.ID: SidedReps] = [:]
    for set in self { byExercise[set.exercise, default: SidedReps()].add(set.reps, set.side) }
    return byExercise.values.reduce(0) { $0 &+ $1.reps }
  }
}
