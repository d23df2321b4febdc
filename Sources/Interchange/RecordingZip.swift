internal import Lifting
import Packing

extension RecordingFormat {
  /// The zip that a phone shares: a file a sensor, each with its own clock.
  static let archive = RecordingFormat(
    id: "zip", name: "Zip of recordings",
    recognizes: { Zip.recognizes($0) },
    read: { RecordingZip.read($0) })
}

/// Reads the tables of an archive.
enum RecordingZip {
  /// The most that an archive's tables may unpack to, in bytes.
  private static let largest = 256 << 20
  /// So many names are said one by one.
  private static let shownNames = 10

  private struct Refusal: Error { let why: String }

  static func read(_ bytes: [UInt8]) -> (recording: Recording?, problems: [Diagnostic]) {
    let files: [(name: String, bytes: [UInt8])]
    let all: [String]
    do throws(Refusal) { (files, all) = try unpacked(bytes) } catch {
      return (nil, [Diagnostic(.error, line: 1, column: 1, error.why)])
    }
    guard let joined = SensorFiles.joined(files) else {
      let names = all.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
      return (
        nil,
        [
          Diagnostic(
            .error, line: 1, column: 1,
            "no table in this archive holds a motion; it has \(names.isEmpty ? "no files" : names)")
        ]
      )
    }
    return (joined.recording, [said(read: joined.used, of: all)] + joined.problems)
  }

  /// The sets of an archive whose tables are of repetitions; nil where it has none.
  static func tables(in bytes: [UInt8]) -> (sets: [ReportedSet], problems: [Diagnostic])? {
    guard let (files, all) = try? unpacked(bytes) else { return nil }
    var sets: [ReportedSet] = []
    var problems: [Diagnostic] = []
    var read: [String] = []
    for file in files {
      guard let (found, said) = RepTable.read(file.bytes), !found.isEmpty else { continue }
      sets += found
      read.append(file.name)
      problems += said.map { $0.inFile(file.name) }
    }
    return sets.isEmpty ? nil : (sets, [said(read: read, of: all)] + problems)
  }

  /// Its tables, and what all its files are called.
  private static func unpacked(
    _ bytes: [UInt8]
  ) throws(Refusal) -> (files: [(name: String, bytes: [UInt8])], all: [String]) {
    guard let zip = try? Zip(bytes) else {
      throw Refusal(why: "this zip archive is damaged or locked")
    }
    var left = largest
    var files: [(name: String, bytes: [UInt8])] = []
    for entry in zip.entries where isTable(entry.name) {
      do throws(PackingError) {
        let content = try zip.content(of: entry, upTo: left)
        left -= content.count
        files.append((entry.name, content))
      } catch {
        throw Refusal(
          why: error == .damaged
            ? "“\(entry.name)” in this archive is damaged"
            : "the tables in this archive are more than \(largest >> 20) MB")
      }
    }
    return (files, zip.entries.map(\.name).filter { !$0.hasSuffix("/") })
  }

  private static func isTable(_ name: String) -> Bool {
    let lower = name.lowercased()
    return (lower.hasSuffix(".csv") || lower.hasSuffix(".txt") || lower.hasSuffix(".tsv"))
      && !lower.contains("__macosx") && !lower.contains("meta")
  }

  private static func said(read: [String], of all: [String]) -> Diagnostic {
    let rest = all.filter { !read.contains($0) }
    func quoted(_ names: [String]) -> String {
      let shown = names.prefix(shownNames).map { "“\($0.shortened)”" }.joined(separator: ", ")
      return shown + (names.count > shownNames ? " and \(names.count - shownNames) more" : "")
    }
    return Diagnostic(
      .warning, line: 1, column: 1,
      "of this zip \(quoted(read)) \(read.count == 1 ? "was" : "were") read"
        + (rest.isEmpty ? "" : ", \(quoted(rest)) \(rest.count == 1 ? "wasn't" : "weren't")"))
  }
}

extension Diagnostic {
  /// The same, saying of which file it is.
  func inFile(_ path: String) -> Diagnostic {
    var named = self
    named.message = "in “\(SensorFiles.stem(path))”: \(message)"
    return named
  }
}
