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
    let (parsed, diagnostics) = Program.parse(program.text)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.text))")
    #expect(parsed.canonicalText == program.text)
    #expect(!parsed.days.isEmpty && !program.summary.isEmpty && program.title != id)
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
    #expect(BuiltInProgram.all.count >= 3 && BuiltInProgram.starter != nil)
  }
}
