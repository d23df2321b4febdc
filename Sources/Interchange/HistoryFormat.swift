public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A program that people come from, and how its exports are read. To add one, write a file with its
/// reader and add a line to ``all``.
public struct HistoryFormat: Sendable {
  /// As it is named on the command line: `strong`.
  public let id: String
  public let name: String
  /// Judges a text by its first line.
  let recognize: @Sendable (_ text: SourceText) -> Recognition
  let read: @Sendable (_ text: SourceText, _ options: ImportOptions) -> ImportedHistory

  public static let all: [HistoryFormat] = [
    .strong, .hevy, .fitbod, .strongLifts, .fitNotes, .liftLog, .archive,
  ]

  /// Reads a file of any known format, found out by its header.
  ///
  /// - Returns: What was understood, together with every problem. A row that is wrong is left out,
  ///   and no other with it.
  public static func read(_ bytes: some Sequence<UInt8>, options: ImportOptions) -> ImportedHistory
  {
    let text = SourceText(Array(bytes))
    guard !text.bytes.allSatisfy({ $0 <= 0x20 }) else {
      return nothing(Diagnostic(.error, line: 1, column: 1, "the file is empty"))
    }
    guard let format = of(text) else { return nothing(unknown(text)) }
    var history = format.read(text, options)
    history.leaveOutImplausible(now: options.now)
    if let problem = text.problem { history.problems = (history.problems + [problem]).inOrder() }
    return history
  }

  /// The format of a text; nil where none recognizes it.
  static func of(_ text: SourceText) -> HistoryFormat? {
    all.first { $0.recognize(text) == .recognized }
  }

  private static func nothing(_ problem: Diagnostic) -> ImportedHistory {
    ImportedHistory(format: nil, facts: [], problems: [problem])
  }

  private static func unknown(_ text: SourceText) -> Diagnostic {
    for format in all {
      guard case .lacking(let columns) = format.recognize(text) else { continue }
      return Diagnostic(
        .error, line: 1, column: 1,
        "this looks like an export from \(format.name), but has no column \(columns.map { "“\($0)”" }.joined(separator: ", "))",
        hint: "export it again with the app's language set to English")
    }
    if let separator = wrongSeparator(of: text) {
      return Diagnostic(
        .error, line: 1, column: 1,
        "the columns are separated by \(CSV.name(of: separator)), which can't be read",
        hint: "save the file with commas, semicolons or tabs between them")
    }
    if RecordingCSV.isRecording(text.bytes) {
      return Diagnostic(
        .error, line: 1, column: 1, "this is a recording of one set, not a training history",
        hint: "measure it instead")
    }
    if RepTable.recognizes(text.bytes) {
      return Diagnostic(
        .error, line: 1, column: 1,
        "this is a table of repetitions as a device reports them, not a training history",
        hint: "measure it instead")
    }
    let names = all.map(\.name)
    return Diagnostic(
      .error, line: 1, column: 1,
      "this isn't an export that is known: \(names.dropLast().joined(separator: ", ")) and \(names.suffix(1).joined()) can be read",
      hint: "if it is one of theirs, export it again with the app's language set to English")
  }

  /// The separator whose place a comma would have to take for a format to recognize the first line.
  private static func wrongSeparator(of text: SourceText) -> UInt8? {
    let header = text.bytes.prefix { $0 != UInt8(ascii: "\n") }
    return Array("|:".utf8).first { separator in
      let changed = SourceText(header.map { $0 == separator ? UInt8(ascii: ",") : $0 })
      return of(changed) != nil
    }
  }
}

/// What a first line says about a file's format.
enum Recognition: Sendable, Hashable {
  case recognized
  /// Most of the columns are there, but some that are needed aren't.
  case lacking([String])
  case unknown
}

/// What a file doesn't say and its reader has to be told.
public struct ImportOptions: Sendable {
  /// The unit of weights where the file names none; nil asks for it.
  public var unit: Mass.Unit?
  /// The instant at which a wall clock showed these local seconds since 1 January 1970, 00:00.
  public var instant: @Sendable (_ localSeconds: Int) -> Date
  /// The clock of whoever reads: rows more than a day after it are left out; nil looks at no clock.
  public var now: Date?

  public init(
    unit: Mass.Unit? = nil, now: Date? = nil, instant: @escaping @Sendable (Int) -> Date
  ) {
    self.unit = unit
    self.now = now
    self.instant = instant
  }
}
