import Foundation
import Interchange
import Lifting
import TestSupport
import Testing

@Suite("Histories from other programs")
struct HistoryFixtureTests {
  static let sound = [
    "strong-ios-classic.csv", "strong-ios-units.csv", "strong-android.csv", "strong-2025.csv",
    "strong-german.csv", "hevy-kg.csv", "hevy-lbs.csv", "hevy-languages.csv", "fitnotes.csv",
    "fitnotes-utf16.csv", "fitnotes-latin1.csv", "liftlog.csv", "archive.jsonl",
  ]

  static let broken = [
    "hevy-bad-values.csv", "hevy-broken-quotes.csv", "hevy-truncated.csv",
    "strong-unknown-unit.csv", "strong-pipes.csv", "strong-missing-columns.csv",
    "archive-damaged.jsonl", "junk.bin",
  ]

  @Test(
    "a file gives what its expectation says",
    arguments: sound)
  func understood(_ file: String) throws {
    try expectGolden(file)
  }

  @Test(
    "a damaged file gives its good rows and a sentence for every bad one",
    arguments: broken)
  func damaged(_ file: String) throws {
    try expectGolden(file)
  }

  @Test("every fixture has an expectation, and every expectation a fixture")
  func complete() throws {
    let names = try Set(
      Fixture.files(in: "Interchange/histories", ending: "").map(\.lastPathComponent))
    let fixtures = Self.sound + Self.broken
    #expect(names == Set(fixtures + fixtures.map(Golden.expectation)))
  }

  private func expectGolden(_ file: String) throws {
    let bytes = try Fixture.bytes("Interchange/histories/\(file)")
    // The classic and the German export of Strong are the ones that don't name a unit.
    let history = HistoryFormat.read(bytes, options: .greenwich(.kilograms))
    try Golden.expect(history.report, in: "histories/\(Golden.expectation(of: file))")
  }
}
