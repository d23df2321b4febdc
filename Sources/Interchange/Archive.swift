public import Lifting

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Our own export: a line that says what it is, then one fact a line as JSON, so that a damaged file
/// loses only the damaged lines. The bytes of recordings have lines of their own, packed as gzip, in Base64.
public enum Archive {
  /// How the line of a recording's bytes begins.
  private static let markOfBytes = Array("{\"gzip\":".utf8)

  static let format = "eccentric-archive"
  static let version = 1

  struct Header: Codable {
    var format: String
    var version: Int
  }

  /// The facts in the order given. Reading them gives the same facts.
  ///
  /// - Throws: `EncodingError` for a fact that JSON can't say, such as an infinite number.
  public static func write(
    _ facts: some Sequence<Fact>, with recordings: some Sequence<PackedRecording> = []
  ) throws -> [UInt8] {
    let encoder = JSONEncoder.eccentricCompact
    let newline = UInt8(ascii: "\n")
    var bytes = Array(try encoder.encode(Header(format: format, version: version)))
    bytes.append(newline)
    for fact in facts {
      bytes += try encoder.encode(fact)
      bytes.append(newline)
    }
    for recording in recordings {
      bytes += try encoder.encode(recording)
      bytes.append(newline)
    }
    return bytes
  }

  /// Reads the lines one by one; what is wrong with one costs that one.
  static func read(_ text: SourceText, _ options: ImportOptions) -> ImportedHistory {
    var history = ImportedHistory(format: HistoryFormat.archive.name, facts: [], problems: [])
    var problems = Problems<Bool>(showing: HistoryReader.shownProblems)
    var lines = Lines(text.bytes)
    guard let first = lines.next() else { return history }
    if let problem = headerProblem(first.bytes) {
      history.problems = [problem.onLine(first.number)]
      return history
    }
    let decoder = JSONDecoder.eccentric
    while let line = lines.next() {
      if line.bytes.starts(with: markOfBytes) {
        if let recording = try? decoder.decode(PackedRecording.self, from: Data(line.bytes)) {
          history.recordings.append(recording)
        } else {
          history.rowsNotUnderstood += 1
          problems.add(
            true, onLine: line.number,
            Diagnostic(.error, line: line.number, column: 1, "this recording can't be read"))
        }
        continue
      }
      // Going through the text once more to find the place of a problem is for bad lines only.
      if let fact = try? decoder.decode(Fact.self, from: Data(line.bytes)) {
        guard let problem = fact.problems(now: options.now).first else {
          history.facts.append(fact)
          continue
        }
        history.rowsNotUnderstood += 1
        problems.add(
          true, onLine: line.number,
          JSONText(line.bytes).diagnostic(at: problem.path, problem.message).onLine(line.number))
      } else {
        let found = JSONText(line.bytes).decode(Fact.self).problems.first
        history.rowsNotUnderstood += 1
        problems.add(
          true, onLine: line.number,
          (found ?? Diagnostic(.error, line: 1, column: 1, "this fact can't be read"))
            .onLine(line.number))
      }
    }
    history.problems = problems.found
    return history
  }

  static func recognizes(_ text: SourceText) -> Bool {
    var lines = Lines(text.bytes)
    guard let first = lines.next(), first.bytes.first == UInt8(ascii: "{") else { return false }
    return header(first.bytes).value?.format == format
      || String(decoding: first.bytes.prefix(200), as: UTF8.self).contains("\"\(format)\"")
  }

  private static func header(_ line: ArraySlice<UInt8>) -> (value: Header?, problems: [Diagnostic])
  {
    JSONText(line).decode(Header.self)
  }

  private static func headerProblem(_ line: ArraySlice<UInt8>) -> Diagnostic? {
    let (header, problems) = header(line)
    guard let header else {
      return problems.first ?? Diagnostic(.error, line: 1, column: 1, "this header can't be read")
    }
    guard header.version == version else {
      return Diagnostic(
        .error, line: 1, column: 1,
        "the archive is of version \(header.version); this program reads version \(version)",
        hint: "read it with a newer release")
    }
    return nil
  }
}

extension HistoryFormat {
  static let archive = HistoryFormat(
    id: "eccentric", name: "Eccentric",
    recognize: { Archive.recognizes($0) ? .recognized : .unknown },
    read: { Archive.read($0, $1) })
}

/// The lines of a text that aren't blank, with their numbers.
private struct Lines {
  private let bytes: [UInt8]
  private var at = 0
  private var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (number: Int, bytes: ArraySlice<UInt8>)? {
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      let line = bytes[start..<at]
      at += 1
      number += 1
      if !line.allSatisfy({ $0 <= 0x20 }) { return (number, line) }
    }
    return nil
  }
}

extension Diagnostic {
  /// The same in a text of which this one line was looked at alone.
  fileprivate func onLine(_ number: Int) -> Diagnostic {
    var moved = self
    moved.line += number - 1
    return moved
  }
}
