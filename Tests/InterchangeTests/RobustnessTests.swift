import Foundation
import Interchange
import Lifting
import Simulation
import TestSupport
import Testing

/// Whatever the bytes, reading ends, without a trap and with places that are in the file.
@Suite("Bytes that nobody meant")
struct RobustnessTests {
  static let fixtures: [String] = ["histories", "recordings"].flatMap { folder in
    ((try? Fixture.files(in: "Interchange/\(folder)", ending: "")) ?? []).map(\.lastPathComponent)
      .filter { !$0.hasSuffix(Golden.expectation(of: "")) }.map { "\(folder)/\($0)" }
  }

  /// A fixture with exercises that the catalog knows: thousands of searches for what may have been
  /// meant would take most of the time, and are tested elsewhere.
  private func bytes(of fixture: String) throws -> [UInt8] {
    let bytes = try Fixture.bytes("Interchange/\(fixture)")
    guard var text = String(validating: bytes, as: UTF8.self) else { return bytes }
    for name in ["Smith hip Thrast ", "Bankdrücken", "Klimmzug"] {
      text = text.split(separator: name, omittingEmptySubsequences: false)
        .joined(separator: "Squat")
    }
    return Array(text.utf8)
  }

  private func readAsHistory(_ bytes: [UInt8], _ what: @autoclosure () -> String) {
    let history = HistoryFormat.read(bytes, options: .greenwich(.kilograms))
    check(history.problems, in: bytes, what())
    // An archive may say the same fact twice; rows are told apart.
    let ids = history.format == "Eccentric" ? [] : history.facts.map(\.id)
    if Set(ids).count != ids.count { Issue.record("an id occurs twice: \(what())") }
  }

  private func readAsRecording(_ bytes: [UInt8], _ what: @autoclosure () -> String) {
    let (recording, problems) = RecordingFormat.read(bytes)
    check(problems, in: bytes, what())
    let seconds = recording?.seconds ?? []
    if !zip(seconds, seconds.dropFirst()).allSatisfy({ $0 < $1 }) {
      Issue.record("the time doesn't rise: \(what())")
    }
  }

  private func check(
    _ problems: [Diagnostic], in bytes: [UInt8], _ what: @autoclosure () -> String
  ) {
    // A line can't be further down than the file has line ends of any kind.
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    for problem in problems
    where !(1...lines).contains(problem.line) || problem.column < 1 || problem.message.isEmpty {
      Issue.record("\(problem.text) in a file of \(lines) lines: \(what())")
    }
  }

  @Test("there are fixtures") func some() { #expect(Self.fixtures.count > 30) }

  @Test("every beginning of a file can be read", arguments: fixtures)
  func beginnings(_ fixture: String) throws {
    let bytes = try bytes(of: fixture)
    for count in stride(from: 0, through: bytes.count, by: Effort.cases(7, thorough: 1)) {
      let beginning = Array(bytes.prefix(count))
      if fixture.hasPrefix("histories") {
        readAsHistory(beginning, "\(fixture), the first \(count) bytes")
      } else {
        readAsRecording(beginning, "\(fixture), the first \(count) bytes")
      }
    }
  }

  @Test("a file that was damaged anyhow can be read", arguments: fixtures)
  func mutations(_ fixture: String) throws {
    let original = try bytes(of: fixture)
    for seed in 1...UInt64(Effort.cases(10, thorough: 100)) {
      var generator = SeededGenerator(seed: seed)
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
        Self.damage(&bytes, using: &generator)
      }
      readAsHistory(bytes, "\(fixture), seed \(seed)")
      readAsRecording(bytes, "\(fixture), seed \(seed)")
    }
  }

  private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    let start = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, start + Int.random(in: 1...80, using: &generator))
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 2: bytes[start] ^= UInt8.random(in: 1...255, using: &generator)
    case 3: bytes.reverse(start..<end)
    case 4:
      let special = Array("\",;\n\r\t-0e9:{}[]\\ ".utf8)
      bytes[start] = special[Int.random(in: 0..<special.count, using: &generator)]
    default:
      let junk = (start..<end).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      bytes.replaceSubrange(start..<end, with: junk)
    }
  }

  @Test("files that are all of one thing end soon")
  func monotonous() {
    let pieces = [
      "\"", "\"\n", ",\"", "x\",y,\"\n", "\"\"\"", ",", "\n", "\r", "a,\"b\n", "\",\n", "{", "[",
      "{\"format\":\"eccentric-archive\",\"version\":1}\n", "\u{0}", "é",
    ]
    let headers = [
      "", "time_s,position_m\n", "Date,Exercise,Weight (kg),Reps\n",
      "title,start_time,exercise_title,set_type,weight_kg,reps\n",
    ]
    for piece in pieces {
      for header in headers {
        let text = header + String(repeating: piece, count: 20_000 / piece.utf8.count)
        let what = "\(header.debugDescription) and \(piece.debugDescription)"
        readAsHistory(Array(text.utf8), what)
        readAsRecording(Array(text.utf8), what)
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func reverse(_ range: Range<Int>) {
    replaceSubrange(range, with: self[range].reversed())
  }
}
