public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What was understood of a file, and what wasn't.
public struct ImportedHistory: Sendable {
  /// The format's name; nil when none recognizes the file.
  public var format: String?
  /// Sessions and sets, in the order of time; an archive's facts in its own order. Their ids follow
  /// from what the file says, so reading the same file twice gives the same facts.
  public var facts: [Fact]
  /// The bytes of recordings that an archive brings along.
  public var recordings: [PackedRecording] = []
  /// One for every row that wasn't understood, and for every name the catalog doesn't know, in the
  /// order of the file. Where one kind of problem fills the file, most of it is counted in one.
  public var problems: [Diagnostic]
  /// How many rows were left out because something in them was wrong.
  public var rowsNotUnderstood: Int

  public init(
    format: String?, facts: [Fact], problems: [Diagnostic], rowsNotUnderstood: Int = 0
  ) {
    self.format = format
    self.facts = facts
    self.problems = problems
    self.rowsNotUnderstood = rowsNotUnderstood
  }
}

extension ImportedHistory {
  /// Takes out what no store keeps, and says so. Readers refuse it at its row; what only comes about
  /// when rows are put together, such as the notes of many rows, has none.
  mutating func leaveOutImplausible(now: Date?) {
    facts.removeAll { fact in
      guard let problem = fact.problems(now: now).first else { return false }
      rowsNotUnderstood += 1
      problems.append(
        Diagnostic(
          .error, line: 1, column: 1,
          "an entry of \(Day(fact.at, utcOffsetSeconds: 0)) was left out: \(problem.message)"))
      return true
    }
    problems = problems.inOrder()
  }

  public var workouts: Int {
    facts.count { if case .session = $0.body { true } else { false } }
  }

  public var sets: Int {
    facts.count { if case .workSet = $0.body { true } else { false } }
  }

  /// The different exercises of the sets, known to the catalog or not.
  public var exercises: Int {
    Set(facts.compactMap { if case .workSet(let set) = $0.body { set.exercise } else { nil } })
      .count
  }

  /// The first and the last day of which there is a fact.
  ///
  /// - Parameter day: The civil day of an instant where the athlete lives.
  /// - Returns: nil where there isn't a fact.
  public func days(_ day: (Date) -> Day) -> ClosedRange<Day>? {
    let instants = facts.map(\.at)
    guard let first = instants.min(), let last = instants.max() else { return nil }
    let (start, end) = (day(first), day(last))
    return min(start, end)...max(start, end)
  }
}
