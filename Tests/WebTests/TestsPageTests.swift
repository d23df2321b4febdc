import Foundation
import Lifting
import Testing

@testable import Web

@Suite("Tests that were tried") struct TestsPageTests {
  @Test("a test is entered, and its number decides the next load") func maximum() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.post("/program", [("text", "## A\n- Bench press: 3 x 5 @ 80%\n")])
      func load() async throws -> String? {
        var visitor = ada
        let fields = LoopTests.fields(of: try await visitor.get("/log").text)
        return fields.first { $0.0 == "load0" }?.1
      }
      #expect(try await load() == "")
      let form = LoopTests.fields(of: try await ada.get("/tests?exercise=bench-press").text)
      #expect(form.contains { $0 == ("exercise", "Bench press") })
      func with(_ answers: [String: String]) -> [(String, String)] {
        form.map { ($0.0, answers[$0.0] ?? $0.1) }
      }
      let bad = try await ada.post(
        "/tests",
        with(["exercise": "Bench pres", "kind": "repetitions", "number": "2.5", "load": "-3"]))
      #expect(bad.status == 422)
      for sentence in ["Did you mean Bench press", "“2.5” can’t be", "A weight isn’t below 0"] {
        #expect(bad.text.contains(sentence), "\(sentence)")
      }
      let saved = try await ada.post(
        "/tests", with(["kind": "repetitions", "number": "1", "load": "100"]))
      #expect(saved.location == "/today")
      #expect(try await load() == "80")
      #expect(try await ada.get("/history").text.contains("Test: Bench press, 1 rep, 100 kg"))
    }
  }

  @Test("seconds of a lowering and of a hold are kept as they were said") func seconds()
    async throws
  {
    try await TestSite.run { site in
      var ada = try await site.owner()
      for (kind, number) in [("lowering", "12,5"), ("hold", "40")] {
        _ = try await ada.post(
          "/tests",
          [
            ("id", UUID().uuidString), ("exercise", "pull-up"), ("kind", kind), ("number", number),
            ("load", "10"), ("load-unit", "lb"), ("load-way", "help"),
          ])
      }
      let archive = try await ada.get("/settings/archive").text
      #expect(archive.contains("\"loweringSeconds\":12.5"))
      #expect(archive.contains("\"holdSeconds\":40"))
      #expect(archive.contains("\"load\":{\"assistance\":\"10 lb\"}"))
    }
  }
}
