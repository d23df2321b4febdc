public import Lifting
internal import Packing

/// A table of repetitions, as velocity trackers export them: a row a repetition, or a row a set.
///
/// It isn't a recording: what the device reports is kept as it reports it, see ``ReportedSet``.
public enum RepTable {
  /// So many problems of a kind are shown one by one.
  static let shownProblems = 3
  /// Rows that may stand before the header.
  private static let longestPreamble = 20
  /// In bytes; a recording of an hour isn't looked through for a header.
  private static let beginning = 1 << 16

  /// Where a header stands.
  struct Header: Sendable {
    let separator: UInt8
    /// How many rows stand before it.
    let row: Int
    let names: [String]
  }

  /// Whether a file is a table of repetitions, by its header.
  public static func recognizes(_ bytes: [UInt8]) -> Bool {
    !Zip.recognizes(bytes) && header(of: SourceText.unmarked(Array(bytes.prefix(beginning)))) != nil
  }

  /// Reads a table of repetitions.
  ///
  /// - Returns: Its sets in the order in which they begin in the table, and every problem; a value that is
  ///   wrong is left out and no other with it. nil where it is no such table.
  public static func read(_ bytes: [UInt8]) -> (sets: [ReportedSet], problems: [Diagnostic])? {
    guard recognizes(bytes) else { return nil }
    let text = SourceText(bytes)
    guard let header = header(of: text.bytes) else { return nil }
    var reader = RepTableReader(text.bytes, header)
    var (sets, problems) = reader.read()
    if let problem = text.problem { problems.append(problem) }
    if sets.isEmpty {
      problems.append(
        Diagnostic(
          .error, line: reader.headerLine, column: 1,
          problems.hasErrors
            ? "not one repetition could be read"
            : "there is a header, but not one repetition behind it"))
    }
    return (sets, problems.inOrder())
  }

  /// A header names a velocity and of what it is; one with a time of samples is a recording's.
  private static func header(of bytes: [UInt8]) -> Header? {
    for separator in CSV.separators {
      var csv = CSV(bytes, separator: separator)
      rows: for row in 0..<longestPreamble {
        switch csv.next() {
        case .end: break rows
        case .broken: continue
        case .row:
          let names = csv.fields.indices.map { csv.text($0) }
          if isHeader(names) { return Header(separator: separator, row: row, names: names) }
        }
      }
    }
    return nil
  }

  static func isHeader(_ names: [String]) -> Bool {
    let columns = Set(names.compactMap { RepColumn.heading($0)?.column })
    let isOfReps =
      columns.contains(.rep)
      || (columns.contains(.exercise) && !columns.isDisjoint(with: [.reps, .set]))
    return isOfReps && !names.contains(RecordingColumns.time)
      && columns.contains { column in
        if case .measure(let measure, _) = column { return measure.unit == "m/s" }
        return false
      }
  }
}
