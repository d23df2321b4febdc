import Foundation
import Lifting
import Storage
import Testing

@testable import Web

@Suite("What can't be true") struct PlausibleTests {
  private static func set(
    _ id: UUID = UUID(), at: String = "2026-03-02T16:00:00Z", load: String = "100 kg",
    reps: String = "5"
  ) -> String {
    #"{"id":"\#(id)","at":"\#(at)","kind":"workSet","version":1,"body":{"exercise":"squat","load":{"external":"\#(load)"},"reps":\#(reps)}}"#
  }

  private static let twentyDigits = "99999999999999999999"

  @Test("is refused by the API, by fact, with the reason and its place") func api() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let facts = [
        Self.set(), Self.set(load: "\(Self.twentyDigits) kg"), Self.set(at: "0000-01-01T00:00:00Z"),
        Self.set(at: "99999-01-01T00:00:00Z"), Self.set(reps: Self.twentyDigits),
      ]
      let answer = try await ada.post(
        "/api/v1/facts", json: "{\"facts\":[\n\(facts.joined(separator: ",\n"))]}")
      #expect(answer.status == 200)
      struct Refused: Decodable { var problems: [Diagnostic] }
      let problems = try JSONDecoder().decode(Refused.self, from: Data(answer.text.utf8)).problems
      #expect(problems.map(\.line) == [3, 4, 5, 6], "\(problems)")
      #expect(problems.first?.message.contains("more than anyone can lift") == true)
      let column = facts[1].components(separatedBy: "\"\(Self.twentyDigits)")[0].count + 1
      #expect(problems.first?.column == column)
      #expect(problems.last?.message.contains("more digits") == true)
      // The good one is kept all the same, and each of the others has its reason.
      #expect(
        try await ada.get("/api/v1/facts").text.components(separatedBy: "workSet").count == 2)
      struct Answer: Decodable {
        struct Refused: Decodable {
          var id: String?
          var index: Int
          var because: [String]
        }
        var new: [UUID]
        var refused: [Refused]
      }
      let receipts = try JSONDecoder().decode(Answer.self, from: Data(answer.text.utf8))
      #expect(receipts.new.count == 1 && receipts.refused.map(\.index) == [1, 2, 3, 4])
      #expect(receipts.refused.allSatisfy { $0.id != nil && !$0.because.isEmpty })
    }
  }

  @Test("is refused by an import, by line, and the rest is kept") func imports() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let lines = [
        #"{"format":"eccentric-archive","version":1}"#,
        Self.set(load: "\(Self.twentyDigits) kg"), Self.set(), Self.set(at: "2026-03-09T00:00:00Z"),
        Self.set(at: "0000-01-01T00:00:00Z"),
      ]
      let answer = try await ada.upload("/import", Array(lines.joined(separator: "\n").utf8))
      #expect(answer.status == 200 && answer.text.contains("Not understood (3)"))
      for words in ["more than anyone can lift", "more than a day after now", "1950 to 2100"] {
        #expect(answer.text.contains(words))
      }
      #expect(try await ada.get("/history").status == 200)
      let kept = try await ada.get("/api/v1/facts").text
      #expect(kept.components(separatedBy: "workSet").count == 2)
      let row =
        "\"Pull\",\"27 Feb 2025, 18:00\",\"27 Feb 2025, 19:00\",\"\",\"Squat (Barbell)\",,\"\",0,\"normal\",\(Self.twentyDigits),8,,,8"
      let hevy = try await ada.upload("/import", Array("\(Visitor.hevyHeader)\n\(row)".utf8))
      #expect(hevy.text.contains("more than anyone can lift"))
    }
  }

  @Test("where it was kept before, costs itself, and can be taken away") func kept() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      let database = try SQLiteDatabase(path: site.file.path)
      let athlete = try await database.read { try $0.rows("SELECT id FROM athlete")[0].text("id") }
      let rows: [(Int64, String)] = [
        (1_772_000_000, "{\"external\":\"\(Self.twentyDigits) kg\"}"), (-62_167_219_200, "{}"),
        (3_093_527_980_800, "{}"), (1_772_000_000, "[]"),
      ]
      for (index, (at, load)) in rows.enumerated() {
        try await database.write { connection in
          try connection.run(
            """
            INSERT INTO fact (athlete, id, at, kind, version, body, saved_at, entry)
            VALUES ($1, $2, $3, 'workSet', 1, $4, 1, $5)
            """, .text(athlete), .text(UUID().uuidString), .integer(at),
            .text("{\"exercise\":\"squat\",\"reps\":5,\"load\":\(load)}"), .integer(9000 + index))
        }
      }
      for path in [
        "/today", "/settings/archive", "/api/v1/facts", "/api/v1/today", "/program", "/train",
      ] {
        #expect(try await ada.get(path).status == 200, "\(path)")
      }
      let history = try await ada.get("/history")
      #expect(
        history.status == 200 && history.text.contains("4 entries are kept but can’t be true"))
      #expect(
        history.text.contains("more than anyone can lift") && history.text.contains("Lat pull"))
      _ = try await ada.post("/history/unreadable", [])
      #expect(try await !ada.get("/history").text.contains("can’t be true"))
    }
  }
}
