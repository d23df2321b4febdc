import Interchange
public import Lifting
public import Sensing

/// What this version measures in a recording that is kept.
public struct MeasuredRecording: Sendable {
  /// nil where nothing could be measured; then ``refusal`` says why.
  public private(set) var measured: Measured?
  /// The set as a device reports it, where its bytes are a table of repetitions; then nothing is measured.
  public private(set) var reported: ReportedSet?
  /// What the file's lines say.
  public private(set) var problems: [Diagnostic] = []
  public private(set) var refusal: String?

  /// Measures on a thread where others aren't kept waiting: an hour's recording takes a second.
  @concurrent static func measured(
    _ recording: KeptRecording, _ bytes: [UInt8]
  ) async -> MeasuredRecording {
    MeasuredRecording(recording, bytes)
  }

  /// The sets of a long recording, likewise on a thread of its own; nil where it can't be measured.
  @concurrent static func sets(_ kept: KeptRecording, _ bytes: [UInt8]) async -> [FoundSet]? {
    guard let recording = RecordingFormat.read(bytes).recording else { return nil }
    return try? Sensing.sets(
      in: kept.stretch.map(recording.within) ?? recording,
      as: kept.exercise.flatMap { Exercise.with($0) })
  }

  /// Whether there may be more sets in it than the one that was measured.
  public var isLong: Bool {
    (measured?.set.recording.durationSeconds ?? 0)
      > SensingParameters().longestRecordingOfASet
  }

  init(_ kept: KeptRecording, _ bytes: [UInt8]) {
    let (file, problems) = SensorFile.read(bytes)
    self.problems = problems
    if case .reps(let sets)? = file, let place = kept.reportedSet, sets.indices.contains(place) {
      reported = sets[place].rounded
      return
    }
    guard case .recording(let recording)? = file else {
      refusal = "This can’t be read as a recording."
      return
    }
    do throws(SensingError) {
      var measured = try Sensing.measure(
        kept.stretch.map(recording.within) ?? recording,
        as: kept.exercise.flatMap { Exercise.with($0) }, load: kept.load,
        correctedBy: kept.corrections)
      measured.set.set.adherence = kept.tempo.map(measured.set.adherence)
      measured.set.set.stop = kept.stopAtLossPercent.flatMap(measured.set.stop)
      self.measured = measured
    } catch {
      refusal = error.sentence
    }
  }

  init(missing: String) { refusal = missing }

  /// The set as a fact for the history, of what was said of the recording; nil where there is no repetition.
  public func workSet(of recording: KeptRecording, load: Load) -> WorkSet? {
    if let reported { return reported.workSet(as: recording.exercise, load: load) }
    guard var set = measured?.set.rounded.workSet(load: load) else { return nil }
    if let exercise = recording.exercise { set.exercise = exercise }
    return set
  }

  public var glance: KeptRecording.Glance? { measured.map { KeptRecording.Glance($0.set) } }

  /// That it isn't measured as it was when somebody last looked, as a sentence; nil where it is.
  public func change(from seen: KeptRecording.Glance?) -> String? {
    guard let seen, let glance, !seen.agrees(with: glance) else { return nil }
    return "Measured now it has \(glance.words); when it was last looked at it had \(seen.words)."
  }
}
