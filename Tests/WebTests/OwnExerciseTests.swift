import Foundation
import Lifting
import Testing

@testable import Web

@Suite("Exercises of one’s own") struct OwnExercisePageTests {
  @Test("what nobody knows is said on Today, named once, and planned from then on")
  func named() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let rows = (0..<6).map { index in
        "\"A\",\"\(18 + index % 3) Feb 2026, 18:00\",\"\",\"\",\"Zercher Carousel\",,\"\",\(index),\"normal\",60,8,,,8"
      }
      _ = try await ada.upload(
        "/import", Array(([Visitor.hevyHeader] + rows).joined(separator: "\n").utf8))
      let program = "## A\n- Zercher carousel: 3 x 8 @ 70%\n- Squat: 3 x 5 @ 60 kg\n"
      _ = try await ada.post("/program", [("text", program)])
      let before = try await ada.get("/today").text
      #expect(before.contains("“Zercher carousel” is planned too, but nobody knows how it moves"))
      #expect(before.contains("/exercises?name=Zercher%20carousel"))
      #expect(!before.contains("<h3>Zercher"))
      #expect(
        try await ada.get("/program").text.contains("Nobody knows how it moves"))

      let asked = try await ada.get("/exercises?name=Zercher%20carousel").text
      #expect(asked.contains("6 sets"))
      var fields = LoopTests.fields(of: asked).filter { $0.0 != "like" }
      fields.append(("like", "front-squat"))
      fields.append(("parts", "quadriceps"))
      fields.append(("parts", "core"))
      #expect(try await ada.post("/exercises", fields).location == "/exercises")

      let after = try await ada.get("/today").text
      #expect(after.contains("<h3>Zercher carousel") && !after.contains("nobody knows"))
      #expect(after.contains("Core"))
      let own = try await ada.get("/exercises").text
      #expect(own.contains("like front squat") && !own.contains("Not known yet"))
      #expect(try await !ada.get("/program").text.contains("Nobody knows how it moves"))
      #expect(try await ada.get("/train").text.contains("Zercher carousel"))
      #expect(try await ada.get("/measure").text.contains("Zercher carousel"))
      #expect(try await ada.get("/history").text.contains("Zercher carousel"))
      let check = try await ada.post("/program/check", [("text", program)]).text
      #expect(check.contains("Nothing to remark"))
    }
  }

  @Test("a form that can’t be says why beside its field, and keeps what was typed")
  func refused() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      for (form, sentence) in [
        ([("name", ""), ("like", "squat")], "What do you call it?"),
        ([("name", "Zercher <b>"), ("like", "")], "What does it move like?"),
        ([("name", "Squats"), ("like", "squat")], "The catalog knows it already, as squat."),
        ([("name", String(repeating: "z", count: 600)), ("like", "squat")], "name"),
      ] {
        let page = try await ada.post("/exercises", form)
        #expect(page.status == 422 && page.text.contains(sentence), "\(sentence)")
        #expect(!page.text.contains("<b>"))
      }
      #expect(
        try await ada.get("/exercises?name=%22%3E%3Cb%3E").text.contains("&quot;&gt;&lt;b&gt;"))
    }
  }
}
