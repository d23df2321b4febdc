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
      #expect(again.text.contains("were here already"))
      #expect(!again.text.contains("Take it back"))
    }
  }

  @Test("an import can be taken back") func undo() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let report = try await ada.bringHistory().text
      let ids = LoopTests.fields(of: report).first { $0.0 == "ids" }?.1 ?? ""
      #expect(ids.split(separator: " ").count == 21)
      #expect(try await ada.post("/import/undo", [("ids", ids)]).status == 200)
      #expect(try await ada.get("/history").text.contains("Nothing yet"))
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
      let large = try await ada.upload("/import", Array(repeating: 65, count: 33 << 20))
      #expect(large.status == 413 && large.text.contains("32 MB"))
    }
  }
}
