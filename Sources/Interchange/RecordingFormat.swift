public import Lifting

/// A kind of file that holds a recording. To add one, write a file with its reader and add a line to
/// ``all``.
public struct RecordingFormat: Sendable {
  public let id: String
  public let name: String
  let recognizes: @Sendable (_ bytes: [UInt8]) -> Bool
  let read: @Sendable (_ bytes: [UInt8]) -> (recording: Recording?, problems: [Diagnostic])

  public static let all: [RecordingFormat] = [.archive, .chronojump, .separatedValues]

  /// Reads a recording of any known format.
  ///
  /// - Returns: The recording, without the rows that could not be read; nil where nothing could. The
  ///   problems are in the order of the file; many of a kind are counted rather than listed.
  public static func read(_ bytes: [UInt8]) -> (recording: Recording?, problems: [Diagnostic]) {
    let bytes = SourceText.unmarked(bytes)
    if bytes.allSatisfy({ $0 <= 0x20 }) {
      return (nil, [Diagnostic(.error, line: 1, column: 1, "the file is empty")])
    }
    guard let format = all.first(where: { $0.recognizes(bytes) }) else {
      return (nil, [unknown(bytes)])
    }
    return format.read(bytes)
  }

  private static func unknown(_ bytes: [UInt8]) -> Diagnostic {
    if RepTable.recognizes(bytes) {
      return Diagnostic(
        .error, line: 1, column: 1,
        "this is a table of repetitions as a device reports them, not a recording of their motion")
    }
    if let history = HistoryFormat.of(SourceText(bytes)) {
      return Diagnostic(
        .error, line: 1, column: 1,
        "this is a training history from \(history.name), not a recording",
        hint: "import it as a history")
    }
    return Diagnostic(
      .error, line: 1, column: 1,
      "this isn't a recording: its first line names none of the columns that are read",
      hint: "name them as in “time_s,position_m” or “time_s,accel_x_g,accel_y_g,accel_z_g”")
  }
}
