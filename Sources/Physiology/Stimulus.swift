public import Lifting

/// What a set asks of the body parts that do it.
public struct Stimulus: Sendable, Hashable {
  public let exercise: Exercise
  /// Lowerings; at least 0.
  public let reps: Double
  /// Load ÷ concentric one-rep maximum.
  public let intensity: Intensity

  public init(exercise: Exercise, reps: Double, intensity: Intensity) {
    self.exercise = exercise
    self.reps = reps
    self.intensity = intensity
  }

  /// The stimulus of a set that was done.
  ///
  /// Where the one-rep maximum isn't known, the intensity follows from the reps: so many, with those
  /// in reserve (two, where nobody said), can be done with such a load. A negative of unknown
  /// intensity counts as one at the concentric maximum, which is what negatives are mostly done with.
  public init(
    of set: WorkSet, exercise: Exercise, bodyMass: Mass, oneRepMaxKilograms: Double?
  ) {
    let load = set.load.kilograms(in: exercise, bodyMass: bodyMass)
    self.init(
      exercise: exercise, reps: Double(set.reps),
      intensity: Intensity(
        fractionOfMaximum: Self.intensity(
          of: set, exercise, kilograms: load, oneRepMaxKilograms: oneRepMaxKilograms)))
  }

  /// Load ÷ concentric one-rep maximum of the limbs that lower it, 1.5 at most.
  static func intensity(
    of set: WorkSet, _ exercise: Exercise, kilograms load: Double, oneRepMaxKilograms: Double?
  ) -> Double {
    if let oneRepMaxKilograms, oneRepMaxKilograms > 0, load > 0 {
      return min(1.5, load / oneRepMaxKilograms * (set.isOneLimb(of: exercise) ? 2 : 1))
    }
    if set.kind == .negative { return 1 }
    return OneRepMaxFormula.fraction(
      forReps: Double(set.reps) + Double(set.repsInReserve ?? 2))
  }

  /// The stress and work of one rep, at full length and for a body part that takes all of it.
  func perRep(_ parameters: ModelParameters) -> (stress: Double, work: Double) {
    Bout.perRep(
      intensity: intensity.fractionOfMaximum / exercise.eccentricRatio.value,
      parameters: parameters)
  }

  /// Adds what one body part has of it to a bout.
  func add(to bout: inout Bout, of part: BodyPart, _ parameters: ModelParameters) {
    guard let share = exercise.shares[part] else { return }
    let perRep = perRep(parameters)
    bout.add(
      reps: reps * share, stress: perRep.stress * length(parameters), work: perRep.work)
  }

  private func length(_ parameters: ModelParameters) -> Double {
    exercise.muscleLength == .short ? parameters.shortLengthFactor : 1
  }
}
