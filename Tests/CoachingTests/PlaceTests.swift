import Foundation
import Lifting
import Logging
import Prescribing
import ProgramText
import Testing

@testable import Coaching
@testable import Storage

@Suite("The coach") struct CoachTests {
  @Test("a password matches its record and no other") func passwords() async throws {
    let passwords = Passwords()
    let record = try await passwords.record(of: "Grüße, correct horse")
    #expect(record.hasPrefix("scrypt$15$8$3$"))
    #expect(try await passwords.record(of: "Grüße, correct horse") != record)
    #expect(await passwords.matches("Grüße, correct horse", record: record))
    // The same letters typed on another keyboard: u and e with separate marks.
    #expect(await passwords.matches("Gru\u{308}ße, correct horse", record: record))
    #expect(await !passwords.matches("Grüße, correct horse ", record: record))
    #expect(await !passwords.matches("", record: record))
    #expect(await !passwords.matches("Grüße, correct horse", record: nil))
    for broken in ["", "scrypt", "scrypt$99$8$3$AA$AA", "md5$15$8$3$AAAA$AAAA", "$$$$$"] {
      #expect(await !passwords.matches("x", record: broken))
    }
  }

  @Test("secrets are long, differ and survive an address") func secrets() {
    let secrets = (0..<100).map { _ in Passwords.secret() }
    #expect(Set(secrets).count == 100)
    #expect(
      secrets.allSatisfy {
        $0.count == 43
          && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
      })
    #expect(
      Passwords.hash(ofSecret: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("the clock on somebody's wall, summer and winter") func clock() {
    let member = Member(
      Account(
        id: UUID(), name: "Ada", passwordRecord: "", isOwner: true, athlete: UUID(),
        timeZone: "Europe/Berlin"))
    // 2026-07-01 12:00 and 2026-01-01 12:00 on the wall.
    for (local, utc) in [(1_782_907_200, 1_782_900_000), (1_767_268_800, 1_767_265_200)] {
      let instant = member.instant(localSeconds: local)
      #expect(instant.timeIntervalSince1970 == Double(utc))
      #expect(member.utcOffsetSeconds(at: instant) == local - utc)
    }
  }

  @Test("every built-in program is one", arguments: BuiltInProgram.all.map(\.id))
  func programs(_ id: String) throws {
    let program = try #require(BuiltInProgram.all.first { $0.id == id })
    let (parsed, diagnostics) = Program.check(program.text)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.text))")
    #expect(parsed.canonicalText == program.text)
    #expect(!parsed.days.isEmpty && !program.summary.isEmpty && program.title != id)
    for address in parsed.addresses { #expect(address.hasPrefix("https://example.org/")) }
    // Whoever may do negatives gets a session from each of its days.
    for day in parsed.days {
      var history = History()
      history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 30)
      history.screening = Screening()
      history.program = ProgramChoice(text: program.text)
      let prescription = prescribe(
        Scenario(
          now: Date(timeIntervalSince1970: 1_772_470_800), history: history, day: day.title))
      #expect(prescription.session?.title == day.title)
    }
  }

  @Test("there are built-in programs, and one to start with") func starter() {
    #expect(BuiltInProgram.all.count >= 9 && BuiltInProgram.starter != nil)
    #expect(Set(BuiltInProgram.all.map(\.title)).count == BuiltInProgram.all.count)
  }

  @Test(
    "a number that moves on is all that changes in a program",
    arguments: BuiltInProgram.all.map(\.id))
  func edits(_ id: String) throws {
    let builtIn = try #require(BuiltInProgram.all.first { $0.id == id })
    let original = Program.parse(builtIn.text).program
    let lines = builtIn.text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in Set(original.days.flatMap(\.exerciseLines)) {
      guard case .exercise(let line) = original.lines[index] else { continue }
      var planned = line.planned
      planned.groups[0].sets += 1
      if case .percent(let percent)? = planned.groups[0].load {
        planned.groups[0].load = .percent(percent + 2.5)
      }
      var program = original
      try program.replan(index, as: planned)
      let changed = program.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(changed.count == lines.count)
      for (number, (before, after)) in zip(lines, changed).enumerated() {
        #expect((before == after) == (number != index))
      }
      func words(_ line: Substring) -> [Substring] { line.split { $0.isNumber || $0 == "." } }
      #expect(words(changed[index]) == words(lines[index]))
      try program.replan(index, as: line.planned)
      #expect(program.text == builtIn.text)
    }
  }

  @Test("the check tells what limits take from everybody, at the line", arguments: Limited.all)
  func limits(_ limited: Limited) {
    let program = Program.parse("---\nweeks: 3\n---\n## A\n- \(limited.line)\n").program
    let warnings = program.limitWarnings()
    #expect(warnings.map(\.line) == (limited.says == nil ? [] : [5]), "\(warnings)")
    if let says = limited.says { #expect(warnings.first?.message.contains(says) == true) }
  }

  struct Limited: Sendable, CustomTestStringConvertible {
    let line: String
    let says: String?
    var testDescription: String { line }

    static let all = [
      Limited(line: "Squat: 3 x 8 @ 80%, keep 2 in reserve", says: nil),
      // Whose 500 kg they are isn't known.
      Limited(line: "Squat: 3 x 8 @ 500 kg", says: nil),
      Limited(line: "Pull-up: 3 x 3 negative, 5 s, jump up", says: nil),
      Limited(line: "Pull-up: 5 x 3 negative, 5 s, jump up", says: "three in a session"),
      Limited(
        line: "Biceps curl: 3 x 8, then 2 x 4 negative, 4 s, help up",
        says: "one negative set instead of 2"),
      Limited(line: "Biceps curl: 1 x 4 negative @ 140%, 4 s, help up", says: "ceiling"),
      Limited(
        line: "Biceps curl: 1 x 4 negative @ 110%, 4 s, help up, add 10% a week",
        says: "in week 2: "),
      Limited(line: "Squat: 3 x 8, tempo 8-0-1-0", says: "6 seconds at most"),
      Limited(line: "Squat: 3 x 8, keep 0 in reserve", says: "1 rep in reserve"),
      Limited(line: "Zercher carry: 3 x 8, keep 0 in reserve", says: nil),
    ]
  }
}

extension Program {
  /// Every address in the text.
  fileprivate var addresses: [String] {
    text.matches(of: /https?:\/\/[^ )\n]*/).map { String($0.0) }
  }
}
