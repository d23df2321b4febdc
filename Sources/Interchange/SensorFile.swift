public import Lifting
internal import Packing

/// What a file that is to be measured turns out to be: a recording, or a table in which a device reports
/// what it measured itself.
public enum SensorFile: Sendable, Hashable {
  case recording(Recording)
  case reps([ReportedSet])

  /// Reads a file of any kind that is known, found out by its content.
  ///
  /// - Returns: What it is, without what could not be read; nil where nothing could. The problems are in the
  ///   order of the file.
  public static func read(_ bytes: [UInt8]) -> (file: SensorFile?, problems: [Diagnostic]) {
    if let (sets, problems) = RepTable.read(bytes) {
      return (sets.isEmpty ? nil : .reps(sets), problems)
    }
    let (recording, problems) = RecordingFormat.read(bytes)
    if let recording { return (.recording(recording), problems) }
    if Zip.recognizes(bytes), let (sets, problems) = RecordingZip.tables(in: bytes) {
      return (.reps(sets), problems)
    }
    return (nil, problems)
  }
}
