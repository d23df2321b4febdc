import Coaching
import Foundation
import HTTPTypes
import Lifting
import TestSupport
import Testing

@testable import Web

@Suite("Bringing a history") struct ImportTests {
  static let files: [String] =
    (try? FileManager.default.contentsOfDirectory(
      atPath: Fixture.url("Interchange/histories").path))?
    .filter { !$0.hasSuffix(".expected.txt") }.sorted() ?? []

  @Test("every export that is known is taken, and bad ones are said to be bad")
  func everyFile() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      for name in Self.files {
        let bytes = try Fixture.bytes("Interchange/histories/\(name)")
        let answer = try await ada.upload("/import", bytes, fields: [("unit", "kg")])
        #expect([200, 422].contains(answer.status), "\(name)")
        #expect(answer.text.contains("What was understood"), "\(name)")
        if answer.status == 422 { #expect(answer.text.contains("Line "), "\(name)") }
        #expect(try await ada.get("/today").status == 200, "\(name)")
        #expect(try await ada.get("/history").status == 200, "\(name)")
      }
    }
  }

  @Test("bad rows are shown with their line, good ones are kept") func badRows() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let rows = [
        Visitor.hevyHeader,
        "\"A\",\"20 Feb 2026, 18:00\",\"20 Feb 2026, 19:00\",\"\",\"Squat (Barbell)\",,\"\",0,\"normal\",100,5,,,",
        "\"A\",\"20 Feb 2026, 18:00\",\"20 Feb 2026, 19:00\",\"\",\"Squat (Barbell)\",,\"\",1,\"normal\",abc,5,,,",
        "\"A\",\"20 Feb 2026, 18:00\",\"20 Feb 2026, 19:00\",\"\",\"Zercher Carousel\",,\"\",2,\"normal\",20,5,,,",
      ]
      let answer = try await ada.upload("/import", Array(rows.joined(separator: "\n").utf8))
      #expect(answer.text.contains("2 sets"))
      #expect(answer.text.contains("Line 3, column"))
      #expect(answer.text.contains("Not understood (1)"))
      #expect(try await ada.get("/history").text.contains("Zercher Carousel"))
      // The same file again adds nothing.
      let again = try await ada.upload("/import", Array(rows.joined(separator: "\n").utf8))
      #expect(again.text.contains("3 entries were here already"))
      #expect(!again.text.contains("new."))
    }
  }

  @Test("an import is taken back and brought back on its line, and by bringing the file again")
  func undo() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      func line() async throws -> String {
        let text = try await ada.get("/import").text
        return String(text[(text.range(of: "What you brought")?.lowerBound ?? text.endIndex)...])
      }
      _ = try await ada.bringHistory()
      let history = try await ada.get("/history").text
      #expect(try await line().contains("Hevy, a.csv"))
      #expect(try await line().contains("21 entries"))
      let id = try #require(LoopTests.fields(of: try await line()).first { $0.0 == "id" }?.1)
      for round in 0..<2 {
        let gone = try await ada.post("/import/undo", [("id", id), ("what", "take-back")])
        #expect(gone.status == 200 && gone.text.contains("no longer counts"))
        #expect(try await !ada.get("/history").text.contains("estimated from your sets"))
        #expect(try await line().contains("21 entries, all taken back"))
        if round == 0 {
          let back = try await ada.post("/import/undo", [("id", id), ("what", "bring-back")])
          #expect(back.text.contains("It counts again"))
        } else {
          let again = try await ada.bringHistory().text
          #expect(again.contains("21 entries that had been deleted are back."))
        }
        #expect(try await ada.get("/history").text.count > history.count / 2)
        #expect(try await ada.get("/history").text.contains("estimated from your sets"))
        #expect(try await !line().contains("taken back"))
      }
      #expect(try await ada.post("/import/undo", [("id", "none")]).status == 404)
    }
  }

  @Test("what a file says otherwise is asked, and taken over when that is the answer")
  func otherwise() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      func rows(_ unit: String) -> [UInt8] {
        let text = [
          Visitor.hevyHeader.replacing("weight_kg", with: "weight_\(unit)"),
          "\"A\",\"20 Feb 2026, 18:00\",\"20 Feb 2026, 19:00\",\"\",\"Squat (Barbell)\",,\"\",0,\"normal\",100,5,,,",
        ]
        return Array(text.joined(separator: "\n").utf8)
      }
      _ = try await ada.upload("/import", rows("kg"))
      let asked = try await ada.upload("/import", rows("lbs")).text
      #expect(asked.contains("Which is right?") && asked.contains("100 lb"))
      #expect(try await !ada.get("/history").text.contains("100 lb"))
      let facts = try #require(LoopTests.fields(of: asked).first { $0.0 == "facts" }?.1)
      let taken = try await ada.post("/import/differences", [("facts", facts)])
      #expect(taken.text.contains("One entry now says"))
      let history = try await ada.get("/history").text
      #expect(history.contains("100 lb") && !history.contains("100 kg"))
      // Once is enough.
      #expect(try await !ada.upload("/import", rows("lbs")).text.contains("Which is right?"))
    }
  }

  @Test("what is taken along comes back whole on another installation") func archive() async throws
  {
    try await TestSite.run { here in
      var ada = try await here.owner()
      _ = try await ada.bringHistory()
      let archive = try await ada.get("/settings/archive")
      #expect(archive.headers[.contentDisposition]?.contains("eccentric.jsonl") == true)
      let bytes = Array(archive.text.utf8)
      try await TestSite.run { there in
        var bob = Visitor(site: there)
        try await bob.signUp("Bob")
        _ = try await bob.upload("/import", bytes)
        #expect(try await bob.get("/settings/archive").text == archive.text)
      }
    }
  }

  @Test("no file, an empty one and one that is too large get a sentence") func odd() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      #expect(try await ada.post("/import", []).text.contains("Choose a file first"))
      #expect(try await ada.upload("/import", []).text.contains("Choose a file first"))
      let tooMuch = [UInt8](repeating: 65, count: Place.largestImport + 1)
      let large = try await ada.upload("/import", tooMuch)
      #expect(large.status == 413 && large.text.contains("\(Place.largestImport >> 20) MB"))
    }
  }
}
