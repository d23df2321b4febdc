import Foundation
import Interchange
import Lifting
import Simulation
import Testing

@Suite("The archive")
struct ArchiveTests {
  private func facts(seed: UInt64) -> [Fact] {
    var generator = SeededGenerator(seed: seed)
    return (0..<5).flatMap { _ in
      Fact.Body.Kind.allCases.map { Fact.random($0, using: &generator) }
    }
  }

  @Test("facts of every kind come back as they went", arguments: 1...20)
  func roundTrip(_ seed: UInt64) throws {
    let facts = facts(seed: seed)
    let history = HistoryFormat.read(try Archive.write(facts), options: .greenwich())
    #expect(history.format == "Eccentric")
    #expect(history.problems.isEmpty, "seed \(seed): \(history.problems.first?.text ?? "")")
    #expect(history.facts == facts, "seed \(seed)")
  }

  @Test("an archive of nothing is a header")
  func empty() throws {
    let bytes = try Archive.write([Fact]())
    #expect(
      String(decoding: bytes, as: UTF8.self) == "{\"format\":\"eccentric-archive\",\"version\":1}\n"
    )
    let history = HistoryFormat.read(bytes, options: .greenwich())
    #expect(history.format == "Eccentric")
    #expect(history.facts.isEmpty && history.problems.isEmpty)
  }

  @Test("a damaged line costs itself and is shown at its place", arguments: 1...10)
  func damage(_ seed: UInt64) throws {
    let facts = facts(seed: seed)
    var lines = String(decoding: try Archive.write(facts), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var generator = SeededGenerator(seed: seed)
    let damaged = Set((0..<5).map { _ in Int.random(in: 1...facts.count, using: &generator) })
    for line in damaged { lines[line] = String(lines[line].dropLast()) }
    let history = HistoryFormat.read(
      Array(lines.joined(separator: "\n").utf8), options: .greenwich())
    let expected = facts.enumerated().filter { !damaged.contains($0.offset + 1) }.map(\.element)
    #expect(history.facts == expected, "seed \(seed)")
    #expect(history.problems.map(\.line) == damaged.sorted().map { $0 + 1 }, "seed \(seed)")
    #expect(history.rowsNotUnderstood == damaged.count, "seed \(seed)")
  }

  @Test("what can't be true is refused at its place, and the rest is kept")
  func implausible() throws {
    let facts = facts(seed: 4)
    let set =
      #"{"id":"6F0D18FD-6CE4-44B3-A0B6-BABC91D069CB","at":"2026-11-17T18:40:12Z","kind":"workSet","version":1,"body":{"exercise":"squat","reps":5,"load":{"external":"100 kg"}}}"#
    let impossible = [
      (set.replacing("100 kg", with: "99999999999999999999 kg"), "more than anyone can lift"),
      (set.replacing("\"reps\":5", with: "\"reps\":99999999999999999999"), "more digits"),
      (set.replacing("2026-11-17T", with: "0000-01-01T"), "from 1950 to 2100"),
      (set.replacing("2026-11-17T", with: "99999-01-01T"), "at is 99999-01-01"),
      (set.replacing("2026-11-17T", with: "2026-11-19T"), "more than a day after now"),
    ]
    let bytes = try Archive.write(facts) + Array(impossible.map(\.0).joined(separator: "\n").utf8)
    var options = ImportOptions.greenwich()
    options.now = try Date("2026-11-17T19:00:00Z", strategy: .iso8601)
    let history = HistoryFormat.read(bytes, options: options)
    let now = options.now ?? .distantPast
    #expect(history.facts == facts.filter { $0.at <= now.addingTimeInterval(86_400) })
    let told = history.problems.filter { $0.line > facts.count + 1 }
    #expect(told.map(\.line) == (1...impossible.count).map { facts.count + 1 + $0 })
    for (problem, (line, words)) in zip(told, impossible) {
      #expect(problem.message.contains(words), "\(problem.text)")
      let rest = line.dropFirst(problem.column - 1)
      if words.contains("lift") { #expect(rest.hasPrefix("\"99999"), "\(rest)") }
      if words.contains("1950") { #expect(rest.hasPrefix("\"0000-01-01"), "\(rest)") }
    }
  }

  @Test("lines may end in CRLF, and blank ones don't matter")
  func lineEnds() throws {
    let facts = facts(seed: 3)
    let text = String(decoding: try Archive.write(facts), as: UTF8.self)
      .split(separator: "\n").joined(separator: "\r\n\r\n")
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(history.facts == facts)
    #expect(history.problems.isEmpty)
  }

  @Test("a later version is refused with a sentence")
  func laterVersion() {
    let text = "{\"format\":\"eccentric-archive\",\"version\":2}\n{}\n"
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(history.facts.isEmpty)
    #expect(
      history.problems.map(\.text) == [
        "1:1: error: the archive is of version 2; this program reads version 1 (read it with a newer release)"
      ])
  }

  @Test("a damaged header is said to be one")
  func damagedHeader() {
    let text = "{\"format\":\"eccentric-archive\",\"version\":\"one\"}\n{}\n"
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(history.format == "Eccentric")
    #expect(history.problems.map(\.text) == ["1:41: error: “version” must be a whole number"])
  }

  @Test("what JSON can't say isn't written as something else")
  func infinite() {
    let test = StrengthTest(exercise: "pull-up", result: .lowering(seconds: .infinity, .body))
    let fact = Fact(id: UUID(), at: Date(timeIntervalSince1970: 0), .strengthTest(test))
    #expect(throws: EncodingError.self) { try Archive.write([fact]) }
  }
}
