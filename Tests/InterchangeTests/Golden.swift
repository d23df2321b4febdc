import Foundation
import Interchange
import Lifting
import TestSupport
import Testing

/// Expected results that stand in files beside the fixtures, to be read by people.
///
/// `ECCENTRIC_GOLDEN=rewrite` rewrites them; read the difference as you would read code.
enum Golden {
  static func expect(
    _ text: String, in path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = "Interchange/\(path)"
    if ProcessInfo.processInfo.environment["ECCENTRIC_GOLDEN"] == "rewrite" {
      try Data(text.utf8).write(to: Fixture.url(path))
    }
    let expected = (try? Fixture.text(path)) ?? ""
    #expect(text == expected, "see \(path)", sourceLocation: sourceLocation)
  }

  /// The name of the file with what is expected of a fixture.
  static func expectation(of fixture: String) -> String { fixture + ".expected.txt" }
}

extension ImportedHistory {
  /// Everything that was understood, a line a fact.
  var report: String {
    var lines = [
      "format: \(format ?? "none")",
      "workouts \(workouts), sets \(sets), exercises \(exercises), rows not understood \(rowsNotUnderstood)",
      "days: \(days { Day($0, utcOffsetSeconds: 0) }.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "none")",
      "",
    ]
    lines += facts.map { "\($0.at.ISO8601Format()) \($0.body.line)" }
    lines += [""] + problems.map(\.text)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Fact.Body {
  fileprivate var line: String {
    switch self {
    case .session(let session): "session “\(session.title)”"
    case .workSet(let set):
      [
        "  \(set.reps) × \(set.load.line), \(set.exercise.rawValue)",
        set.kind == .normal ? nil : "(\(set.kind.rawValue))",
        set.repsInReserve.map { "RIR \($0)" },
        set.nameAsWritten.map { "“\($0)”" },
        set.holdSeconds.map { "held \($0.short) s" },
        set.carriedMeters.map { "carried \($0.short) m" },
        set.note.map { "note “\($0)”" },
      ].compactMap { $0 }.joined(separator: " ")
    default: "\(kind.rawValue)"
    }
  }
}

extension Load {
  fileprivate var line: String {
    var parts: [String] = []
    if external.amount > 0 { parts.append("\(external)") }
    if assistance.amount > 0 { parts.append("− \(assistance)") }
    return parts.isEmpty ? "no weight" : parts.joined(separator: " ")
  }
}

extension ImportOptions {
  /// Reads local times as if everybody lived in Greenwich.
  static func greenwich(_ unit: Mass.Unit? = nil) -> ImportOptions {
    ImportOptions(unit: unit) { Date(timeIntervalSince1970: Double($0)) }
  }
}
