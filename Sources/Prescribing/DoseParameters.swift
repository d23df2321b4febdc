import Physiology

/// What the choice of a dose weighs, with meaning, unit, default and source.
struct DoseParameters: Sendable, Hashable {
  /// Soreness, 0 to 10, that an athlete who said nothing else puts up with at the next session of a
  /// body part. Small: smaller doses. 4 is the end of what people call mild to moderate; an
  /// engineering margin (C).
  var tolerableSoreness = 4.0
  /// How much sorer than that the days in between may be, when soreness is at its height. Small:
  /// smaller doses for the easily hurt. 1, so that it ends where soreness keeps people from training
  /// well (the safety table's 3 to 5); an engineering margin (C).
  var moreSorenessBetween = 1.0
  /// Of the rested strength, what should be there at the next session of a body part. Large: smaller
  /// doses. 0.9; an engineering margin (C), after Chen & Nosaka 2006, who repeated eccentric work
  /// three days after a hard bout.
  var leastStrength = 0.9
  /// The most acceptable probability of being sorer or weaker than that. Small: smaller doses. 0.1;
  /// an engineering margin (C).
  var mostRisk = 0.1
  /// Lowerings a week at the one-rep maximum that bring half of what a week can bring. Small: few
  /// reps are enough. 5; so many maximal ones a week already helped (Yoshida 2024, A), that it is
  /// half is an engineering margin (C).
  var usefulReps = 5.0
  /// How much of the best benefit may be given away for a smaller dose. 0.02; an engineering
  /// margin (C).
  var indifference = 0.02
  /// Days until a body part's next session where the history doesn't tell. 3.
  var usualGapDays = 3.0
  /// The week that is planned ahead, in days.
  var horizonDays = 7.0

  /// The most reps that a set of normal ones grows to while the next weight is too far off. Large:
  /// lighter loads for longer. 15; up to there strength can still be told from a set (C).
  var mostReps = 15
  /// The fewest reps that a heavier weight may leave. 5; where fewer were done, as many (C).
  var fewestReps = 5

  static let standard = DoseParameters()

  func readiness(tolerating soreness: Double?) -> Strain.Readiness {
    // What rounds to 0 is no soreness to somebody who wants none.
    let most = max(0.5, soreness ?? tolerableSoreness)
    return Strain.Readiness(
      mostSoreness: most, mostSorenessBetween: most + moreSorenessBetween,
      leastStrength: leastStrength)
  }
}
