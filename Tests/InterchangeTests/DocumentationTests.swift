import Foundation
import Interchange
import Lifting
import TestSupport
import Testing

@Suite("What the documentation says of formats")
struct DocumentationTests {
  private func documentation() throws -> String {
    String(
      decoding: try Data(contentsOf: Fixture.repository.appending(path: "docs/Formats.md")),
      as: UTF8.self)
  }

  @Test("every history format is in it")
  func formats() throws {
    let text = try documentation()
    for format in HistoryFormat.all {
      #expect(text.contains(format.name) && text.contains("`\(format.id)`"), "\(format.id)")
    }
  }

  @Test("every tracker whose tables are known is in it, with the columns it is known by")
  func trackers() throws {
    let text = try documentation()
    for file in ["vitruve.csv", "enode.tsv", "repone.csv", "gymaware.csv"] {
      let (sets, _) = try #require(RepTable.read(try Fixture.bytes("Interchange/reps/\(file)")))
      let device = try #require(sets.first?.device)
      #expect(text.contains("\n| \(device) "))
    }
  }

  @Test("every message it quotes with a place is one that a fixture gets")
  func messages() throws {
    let quoted = try documentation().split(separator: "`").filter { part in
      part.contains(": error: ") || part.contains(": warning: ")
    }
    #expect(quoted.count > 30)
    let fixtures = try ["histories", "recordings", "reps"].flatMap { folder in
      try Fixture.files(in: "Interchange/\(folder)", ending: Golden.expectation(of: ""))
        .map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    }
    let known = (fixtures + Self.others.map { Self.problems(of: $0) }).joined(separator: "\n")
    // A vertical bar has to be escaped within a table.
    let messages = quoted.map { $0.split(separator: "\\").joined() }
    #expect(messages.filter { !known.contains($0) } == [])
  }

  /// Files for what no fixture shows.
  private static let others = [
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps\n",
    "Date,Exercise,Weight,Weight Unit,Reps\n2024-02-01,Squat,80,kgs,5\n2024-02-01,Squat,80,,5\n",
    "Date,Workout Name,Exercise Name,Weight,Reps\n",
    "time_s,time_ms,position_m\n0,0,1\n",
    "time_s,user_accel_x_g,user_accel_y_g,user_accel_z_g\n0,1,1,1\n",
    "time_s,position_m\n0,1\n0.1,2\n9000,3\n0.3,4\n",
  ]

  private static func problems(of text: String) -> String {
    let bytes = Array(text.utf8)
    let problems =
      HistoryFormat.read(bytes, options: .greenwich()).problems
      + RecordingFormat.read(bytes).problems
    return problems.map(\.text).joined(separator: "\n")
  }
}
