import Foundation
import Lifting
import TestSupport
import Testing

@testable import Calibration
@testable import Physiology

/// `docs/Muscle.md` holds tables that are calculated: `ECCENTRIC_GOLDEN=rewrite` writes them anew.
@Suite("The documentation of muscle and curl") struct MuscleDocumentationTests {
  private static let file = Fixture.repository.appending(path: "docs/Muscle.md")

  @Test(
    "its tables are the program’s own", arguments: ["parameters", "lowering", "cost", "growth"])
  func tables(_ name: String) throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let parts = text.components(separatedBy: "<!-- \(name) -->\n")
    try #require(parts.count == 3)
    let table = try Self.table(name)
    if ProcessInfo.processInfo.environment["ECCENTRIC_GOLDEN"] == "rewrite" {
      let new = [parts[0], table, parts[2]].joined(separator: "<!-- \(name) -->\n")
      try new.write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(parts[1] == table)
    }
  }

  private static func table(_ name: String) throws -> String {
    let lines: [[String]] =
      switch name {
      case "parameters": parameters
      case "lowering": lowering
      case "cost": try cost()
      default: growth
      }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static var parameters: [[String]] {
    [["parameter", "default", "unit", "meaning", "source", "confidence"]]
      + [Array(repeating: "---", count: 6)]
      + CurlParameters.table.map {
        [
          "`\($0.name)`", $0.value(CurlParameters()).short, $0.unit, $0.meaning,
          $0.source.citation, $0.source.confidence.rawValue,
        ]
      }
  }

  private static var lowering: [[String]] {
    [["lowered in", "heaviest ÷ best curl"], ["---", "---"]]
      + [1.0, 2, 3, 4, 6, 10, 20].map { seconds in
        let curl = Curl(
          loadKilograms: 0, oneRepMaxKilograms: 20, tempo: .negative(seconds: seconds))
        return ["\(seconds.short) s", (curl.heaviestLowering() / 20).short(decimals: 2)]
      }
  }

  private static func cost() throws -> [[String]] {
    [["load", "lifting", "lowering", "ratio"], Array(repeating: "---", count: 4)]
      + (try [5.0, 10, 15].map { load in
        let rep = Curl(
          loadKilograms: load, oneRepMaxKilograms: 20, tempo: try #require(Tempo("4-0-2-0"))
        ).simulated()
        let up = try #require(rep.span(.concentric)).metabolicJoules
        let down = try #require(rep.span(.eccentric)).metabolicJoules
        return [
          "\(load.short) kg", "\(up.short(decimals: 0)) J", "\(down.short(decimals: 0)) J",
          (up / down).short(decimals: 1),
        ]
      })
  }

  private static var growth: [[String]] {
    [["work", "model", "Schoenfeld 2017"], ["---", "---", "---"]]
      + [(SizeSignal.Mode.eccentric, "eccentric", "10.0 %"), (.concentric, "concentric", "6.8 %")]
      .map { mode, name, seen in
        var size = SizeGrowth()
        for session in 0..<30 { size.train(atHours: Double(session) * 56, mode: mode, hardSets: 3) }
        return [name, "\((100 * size.gain).short(decimals: 1)) %", seen]
      }
  }
}
