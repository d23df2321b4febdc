import Foundation
import Interchange
import Lifting
import TestSupport
import Testing

@Suite("Tables of repetitions") struct RepTableTests {
  static let fixtures = [
    "vitruve.csv", "enode.tsv", "repone.csv", "repone-eccentric.csv", "gymaware.csv",
    "nobodys.csv", "sets.csv", "uncounted.csv", "bad-values.csv", "header-only.csv",
    "nothing-read.csv",
  ]

  @Test("a table gives what its expectation says", arguments: fixtures)
  func understood(_ file: String) throws {
    let result = try #require(RepTable.read(try Fixture.bytes("Interchange/reps/\(file)")))
    let text =
      result.sets.map(\.report).joined() + result.problems.map { "\n" + $0.text }.joined() + "\n"
    try Golden.expect(text, in: "reps/\(Golden.expectation(of: file))")
  }

  @Test("every fixture has an expectation, and every expectation a fixture")
  func complete() throws {
    let names = try Set(Fixture.files(in: "Interchange/reps", ending: "").map(\.lastPathComponent))
    #expect(names == Set(Self.fixtures + Self.fixtures.map(Golden.expectation)))
  }
}

extension ReportedSet {
  /// Everything that was understood, a line a repetition.
  fileprivate var report: String {
    let set = rounded
    let head = [
      "set \(number.map(String.init) ?? "?") of \(nameAsWritten ?? "?") (\(exercise?.rawValue ?? "?"))",
      device.map { "by \($0)" }, athlete.map { "of \($0)" },
      day.map { "on \($0)" }, time.map { "at \($0)" }, load.map { "with \($0)" },
      "\(set.set.reps) reps", set.set.eccentricSeconds.map { "lowered \($0.short) s" },
      set.set.concentricSeconds.map { "lifted \($0.short) s" },
      set.set.velocityLossPercent.map { "loss \($0.short) %" },
      set.set.rangeOfMotionMeters.map { "range \($0.short) m" },
    ].compactMap(\.self).joined(separator: ", ")
    let reps = set.reps.map { rep in
      let parts = [
        rep.rangeOfMotionMeters.map { "range \($0.short) m" }, rep.seconds.map { "\($0.short) s" },
      ].compactMap(\.self)
      return "  \(rep.index): " + (rep.phases.map(\.report) + parts).joined(separator: "; ")
    }
    let together = (set.set.phases ?? []).map { "  together: " + $0.report }
    return ([head] + reps + together).joined(separator: "\n") + "\n"
  }
}

extension ReportedPhase {
  fileprivate var report: String {
    let values = [
      seconds.map { "\($0.short) s" }, displacementMeters.map { "\($0.short) m" },
      meanVelocityMetersPerSecond.map { "mean \($0.short) m/s" },
      meanPropulsiveVelocityMetersPerSecond.map { "propulsive \($0.short) m/s" },
      peakVelocityMetersPerSecond.map { "peak \($0.short) m/s" },
      meanPowerWatts.map { "mean \($0.short) W" }, peakPowerWatts.map { "peak \($0.short) W" },
    ]
    return "\(phase.rawValue) " + values.compactMap(\.self).joined(separator: ", ")
  }
}
