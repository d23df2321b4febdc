public import Lifting

/// Why a recording can't be measured.
public enum SensingError: Error, Sendable, Hashable {
  /// Fewer samples than one repetition could have.
  case tooShort(samples: Int)
  /// Its samples are farther apart than two a phase, seconds.
  case tooSparse(stepSeconds: Double)
  /// No channel that shows the exercise's motion.
  case nothingToMeasure
}

extension SensingError {
  /// Why, for whoever handed the recording in.
  public var sentence: String {
    switch self {
    case .tooShort(let samples):
      "This is too short to measure: it has \(samples) usable \(samples == 1 ? "sample" : "samples")."
    case .tooSparse(let step):
      step > 4
        ? "Its samples are \(step.short(decimals: 1)) s apart, too far to measure: is the time in ms?"
        : "Its samples are \(step.short(decimals: 1)) s apart, too far to measure: there must be two or more a phase."
    case .nothingToMeasure: "Nothing in it shows how this exercise moves."
    }
  }

  /// What is wrong with a recording's times, where no grid can be laid over them.
  init(_ seconds: [Double], _ parameters: SensingParameters) {
    let steps = zip(seconds.dropFirst(), seconds).map { $0 - $1 }.filter { $0 > 0 && $0.isFinite }
      .sorted()
    if steps.count > 3, steps[steps.count / 2] >= parameters.longestUsualStepSeconds {
      self = .tooSparse(stepSeconds: steps[steps.count / 2])
    } else {
      self = .tooShort(samples: seconds.count)
    }
  }
}

/// The repetitions and phases of a recording.
///
/// The whole recording is explained at once: the sensor's channels are reduced to the motion of the
/// load along a line, rising while the muscle shortens as the exercise's geometry has it; the chain
/// of alike repetitions is found that explains the motion best; and each repetition's phases are cut
/// where their speed passes a tenth of its peak. `docs/Sensing.md` tells how and how well.
///
/// - Parameters:
///   - recording: Any channels; samples that aren't finite and times that don't rise are left out.
///   - exercise: Its geometry says what stands for the load, and which phase begins a repetition.
///   - load: What was moved, for work and power; nil where it isn't known.
///   - parameters: The constants of the method.
/// - Returns: The set; without repetitions where there are none.
/// - Throws: ``SensingError`` where the recording can't show a repetition.
public func phases(
  of recording: Recording, exercise: Exercise, load: Mass? = nil,
  parameters: SensingParameters = SensingParameters()
) throws(SensingError) -> MeasuredSet {
  guard let timeline = Timeline(recording.seconds, parameters) else {
    throw SensingError(recording.seconds, parameters)
  }
  let study = Study(recording, exercise, timeline, parameters)
  guard study.isMeasurable else { throw .nothingToMeasure }
  return try study.set(study.explained().map { Measurement(study, $0) }, load: load)
}

extension Study {
  /// The set that was measured; without repetitions where there is none.
  func set(_ measurement: Measurement?, load: Mass?) throws(SensingError) -> MeasuredSet {
    guard let kind = recording.kind else { throw .nothingToMeasure }
    let reps = measurement.map { measures($0, load: load) } ?? []
    return MeasuredSet(
      recording: MeasuredSet.Source(
        kind: kind, samples: recording.seconds.count, durationSeconds: recording.durationSeconds,
        sampleRateHz: recording.sampleRateHz),
      exercise: exercise.id, reps: reps, set: MeasuredSet.Summary(of: reps).detailed(by: reps))
  }
}
