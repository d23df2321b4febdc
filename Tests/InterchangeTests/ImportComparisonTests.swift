import Foundation
import Lifting
import Testing

@testable import Interchange

@Suite("A file read again")
struct ImportComparisonTests {
  private static let header =
    "\"title\",\"start_time\",\"end_time\",\"exercise_title\",\"set_index\",\"set_type\",\"weight_kg\",\"reps\"\n"

  /// Three sets of an afternoon, as Hevy writes them.
  private static func afternoon(
    title: String = "Push day", start: String = "3 Mar 2025, 18:00",
    exercise: String = "Bench Press (Barbell)", loads: [Double] = [80, 82.5, 85],
    unit: String = "kg"
  ) -> [Fact] {
    let rows = loads.enumerated().map {
      "\"\(title)\",\"\(start)\",\"3 Mar 2025, 19:00\",\"\(exercise)\",\($0),\"normal\",\($1),8"
    }
    let text = header.replacing("weight_kg", with: "weight_\(unit)") + rows.joined(separator: "\n")
    let facts = read(text)
    #expect(facts.count == loads.count + 1)
    return facts
  }

  private static func read(_ text: String) -> [Fact] {
    HistoryFormat.read(
      Array(text.utf8), options: ImportOptions { Date(timeIntervalSince1970: Double($0)) }
    ).facts
  }

  private static func retractions(_ ids: [UUID]) -> [Fact] {
    ids.map {
      Fact(id: UUID(), at: Date(timeIntervalSince1970: 1_750_000_000), .retraction, supersedes: $0)
    }
  }

  @Test("the same file adds nothing") func same() {
    let facts = Self.afternoon()
    let comparison = ImportComparison(of: facts, with: facts)
    #expect(comparison.known == 4)
    #expect(comparison.new.isEmpty && comparison.differing.isEmpty && comparison.deleted.isEmpty)
  }

  @Test("a workout renamed in the other program adds nothing, and has the same ids") func renamed()
  {
    let (before, after) = (Self.afternoon(), Self.afternoon(title: "Chest and triceps"))
    #expect(before.map(\.id) == after.map(\.id))
    let comparison = ImportComparison(of: after, with: before)
    #expect(comparison.known == 4 && comparison.new.isEmpty && comparison.differing.isEmpty)
  }

  @Test(
    "a start mended by some minutes, or a name spelled anew, adds nothing",
    arguments: [
      afternoon(start: "3 Mar 2025, 17:45"), afternoon(exercise: "Barbell Bench Press"),
      afternoon(exercise: "Flat Barbell Bench Press"),
      afternoon(title: "Monday", start: "3 Mar 2025, 18:20", exercise: "Bench Press"),
    ])
  func mended(_ after: [Fact]) {
    let comparison = ImportComparison(of: after, with: Self.afternoon())
    #expect(comparison.recognized + comparison.known == 4)
    #expect(comparison.new.isEmpty && comparison.differing.isEmpty)
  }

  @Test(
    "what was lifted twice is kept twice", arguments: ["4 Mar 2025, 18:00", "3 Mar 2025, 09:00"])
  func twice(_ other: String) {
    let first = Self.afternoon()
    let second = Self.afternoon(start: other)
    // Also where both are in the file, however near.
    for file in [second, first + second] {
      #expect(ImportComparison(of: file, with: first).new == second)
    }
    let near = Self.afternoon(start: "3 Mar 2025, 18:30")
    #expect(ImportComparison(of: first + near, with: first).new == near)
  }

  @Test("another weight is no new name for the same workout") func heavier() {
    let comparison = ImportComparison(
      of: Self.afternoon(start: "3 Mar 2025, 17:45", loads: [80, 82.5, 90]), with: Self.afternoon())
    #expect(comparison.new.count == 4)
  }

  @Test("pounds after kilograms are asked about, set by set") func units() throws {
    let (kept, file) = (Self.afternoon(), Self.afternoon(unit: "lbs"))
    let comparison = ImportComparison(of: file, with: kept)
    #expect(comparison.new.isEmpty && comparison.known == 1)
    #expect(comparison.differing.map(\.kept) == Array(kept.dropFirst()))
    #expect(comparison.differing.map(\.file) == Array(file.dropFirst()))
  }

  @Test("what was deleted comes back; what was corrected by hand stays so")
  func deletedAndCorrected()
    throws
  {
    let facts = Self.afternoon()
    guard case .workSet(var set) = facts[2].body else { throw CancellationError() }
    set.reps = 5
    let correction = Fact(id: UUID(), at: facts[2].at, .workSet(set), supersedes: facts[2].id)
    let kept = facts + [correction] + Self.retractions([facts[1].id])
    let comparison = ImportComparison(of: facts, with: kept)
    #expect(comparison.deleted == [facts[1].id])
    #expect(comparison.known == 3)
    #expect(comparison.new.isEmpty && comparison.differing.isEmpty)
    // The file has another weight for what was corrected: the correction is what it is held against.
    let other = ImportComparison(of: Self.afternoon(loads: [80, 70, 85]), with: kept)
    #expect(other.differing.map(\.kept) == [correction])
  }

  @Test("an archive’s own deletions stay") func archive() {
    let facts = Self.afternoon()
    let archive = facts + Self.retractions([facts[3].id])
    let comparison = ImportComparison(of: archive, with: archive)
    #expect(comparison.deleted.isEmpty && comparison.new.isEmpty)
    #expect(comparison.known == 5)
  }

  @Test("two workouts of one minute stay two, and are known again") func oneMinute() {
    let both = Self.read(
      Self.header
        + """
        "A","3 Mar 2025, 18:00","","Bench Press (Barbell)",0,"normal",80,8
        "B","3 Mar 2025, 18:00","","Bench Press (Barbell)",0,"normal",80,8
        """)
    #expect(Set(both.map(\.id)).count == 4)
    #expect(ImportComparison(of: both, with: both).known == 4)
  }
}
