import Foundation
import Lifting
import TestSupport
import Testing

@testable import Interchange

@Suite("Ids that follow from a file")
struct StableIDTests {
  @Test("an id never changes from one release to the next")
  func pinned() {
    // Computed with another implementation of the same hash.
    let known: [([String], String)] = [
      ([], "6C62272E-07BB-8142-A2B8-21756295C58D"),
      (["a", "bc"], "350AF1EE-DE4F-878C-9C7D-3D2672323B26"),
      (["ab", "c"], "3009DB68-4E4F-878C-A9BD-8DE4B8B53D76"),
      (
        ["set", "strong", "1706770800", "Push Day", "Übung 💪", "1"],
        "ECCF4E84-4F11-827B-AEC8-9D8F68AF17D4"
      ),
    ]
    for (parts, id) in known { #expect(UUID(following: parts).uuidString == id) }
  }

  @Test("ids say that they are version 8")
  func version() {
    for number in 0..<200 {
      let text = UUID(following: [String(number)]).uuidString
      #expect(Array(text)[14] == "8")
      #expect("89AB".contains(Array(text)[19]))
    }
  }

  private static let files = [
    "strong-ios-classic.csv", "strong-ios-units.csv", "strong-android.csv", "strong-2025.csv",
    "hevy-kg.csv", "hevy-lbs.csv", "fitnotes.csv", "liftlog.csv",
  ]

  private func read(_ text: String, unit: Mass.Unit = .kilograms, hoursEast: Int = 0) -> [Fact] {
    let options = ImportOptions(unit: unit) {
      Date(timeIntervalSince1970: Double($0 - hoursEast * 3600))
    }
    return HistoryFormat.read(Array(text.utf8), options: options).facts
  }

  @Test("importing twice gives the same facts", arguments: files)
  func twice(_ file: String) throws {
    let text = try Fixture.text("Interchange/histories/\(file)")
    let facts = read(text)
    #expect(read(text) == facts)
    #expect(Set(facts.map(\.id)).count == facts.count)
  }

  @Test("a shorter export is part of the longer one", arguments: files)
  func longer(_ file: String) throws {
    let text = try Fixture.text("Interchange/histories/\(file)")
    let all = Set(read(text).map(\.id))
    let lines = text.split(whereSeparator: \.isNewline)
    for count in 2..<lines.count {
      let some = Set(read(lines.prefix(count).joined(separator: "\n")).map(\.id))
      #expect(some.isSubset(of: all), "the first \(count) lines")
    }
  }

  @Test("neither the unit nor the time zone of the reader changes an id", arguments: files)
  func surroundings(_ file: String) throws {
    let text = try Fixture.text("Interchange/histories/\(file)")
    #expect(Set(read(text).map(\.id)) == Set(read(text, unit: .pounds, hoursEast: 5).map(\.id)))
  }

  @Test("the same history in kilograms and in pounds is the same history")
  func kilogramsAndPounds() throws {
    let text = try Fixture.text("Interchange/histories/hevy-kg.csv")
    let inPounds = text.split(separator: "weight_kg").joined(separator: "weight_lbs")
    #expect(inPounds != text)
    #expect(read(text).map(\.id) == read(inPounds).map(\.id))
  }

  @Test("a weight corrected later is still the same set")
  func corrected() {
    let header = "Date,Exercise,Weight (kg),Reps\n"
    let before = read(header + "2024-02-01,Squat,80,5\n2024-02-01,Squat,80,5\n")
    let after = read(header + "2024-02-01,Squat,80,5\n2024-02-01,Squat,85,4\n")
    #expect(before.map(\.id) == after.map(\.id))
    #expect(before != after)
  }

  @Test("a row that can't be read doesn't change the ids of the others")
  func badRow() {
    let header = "Date,Exercise,Weight (kg),Reps\n"
    let good = read(
      header + "2024-02-01,Squat,80,5\n2024-02-01,Squat,80,6\n2024-02-01,Squat,80,7\n")
    let bad = read(
      header + "2024-02-01,Squat,80,5\n2024-02-01,Squat,heavy,6\n2024-02-01,Squat,80,7\n")
    #expect(good.count == 4)
    #expect(bad.count == 3)
    #expect(Set(bad.map(\.id)).isSubset(of: Set(good.map(\.id))))
  }

  @Test("the same rows from two programs are two histories")
  func programs() {
    let fitNotes = read("Date,Exercise,Weight (kg),Reps\n2024-02-01,Squat,80,5\n")
    let strong = read("Date,Exercise Name,Set Order,Weight (kg),Reps\n2024-02-01,Squat,1,80,5\n")
    #expect(fitNotes.count == 2 && strong.count == 2)
    #expect(Set(fitNotes.map(\.id)).isDisjoint(with: strong.map(\.id)))
  }
}
