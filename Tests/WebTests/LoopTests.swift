import Foundation
import Lifting
import Prescribing
import TestSupport
import Testing

@testable import Web

@Suite("Once around the loop") struct LoopTests {
  @Test("import, today, log, soreness, changed today") func loop() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      #expect(try await ada.get("/today").text.contains("Start here") == true)
      let report = try await ada.bringHistory()
      #expect(report.text.contains("3 workouts, 18 sets, 2 exercises"))

      let today = try await ada.get("/today").text
      #expect(today.contains("<h2>Pull</h2>") && today.contains("Lat pulldown"))
      #expect(today.contains("Negatives") && today.contains("two up"))
      #expect(today.contains("What to expect") && today.contains("<svg class=\"chart\""))

      let form = try await ada.get("/log").text
      let fields = Self.fields(of: form)
      // Three sessions of eight left room, and the next weight isn't too far off.
      #expect(fields.contains { $0.0 == "load0" && $0.1 == "62.5" })
      #expect(fields.contains { $0.0 == "reps0" && $0.1 == "7" })
      #expect(try await ada.post("/log", fields).location == "/today")
      // Sent twice, saved once.
      #expect(try await ada.post("/log", fields).location == "/today")
      let after = try await ada.get("/today").text
      #expect(after.contains("Done for today") && after.contains("7 sets done"))

      site.clock.advance(hours: 24)
      let next = try await ada.get("/today").text
      #expect(next.contains("How sore are you?") && next.contains("Start"))
      let before = try await ada.get("/api/v1/today").text
      let checkIn = Self.fields(of: try await ada.get("/soreness").text).filter { $0.0 == "id" }
      let saved = try await ada.post(
        "/soreness", checkIn + [("s-lats", "9"), ("s-elbowFlexors", "8")])
      #expect(saved.location == "/today#changes")
      let changed = try await ada.get("/today").text
      #expect(changed.contains("Since your check-in"))
      #expect(changed.contains("Pull is off for today."))
      #expect(changed.contains("you rated your lats 9 of 10"))
      #expect(try await ada.get("/api/v1/today").text != before)

      let history = try await ada.get("/history").text
      #expect(history.contains("Tuesday, 3 March") || history.contains("Monday, 2 March"))
      #expect(history.contains("Soreness: Biceps 8, Lats 9"))
    }
  }

  /// The fields of the page's main form, as a browser would send them untouched.
  static func fields(of page: String) -> [(String, String)] {
    page.split(separator: Character("<")).compactMap { piece -> (String, String)? in
      let isSelect = piece.hasPrefix("select ")
      guard isSelect || piece.hasPrefix("input ") else { return nil }
      let tag = piece.prefix { $0 != ">" }
      guard let name = attribute("name", of: tag), attribute("type", of: tag) != "radio",
        attribute("type", of: tag) != "checkbox" || tag.contains(" checked")
      else { return nil }
      guard isSelect else { return (name, attribute("value", of: tag) ?? "on") }
      let rest = page[piece.endIndex...]
      let options = rest[..<(rest.range(of: "</select>")?.lowerBound ?? rest.endIndex)]
        .components(separatedBy: "<option").dropFirst()
      let chosen = options.first { $0.prefix { $0 != ">" }.hasSuffix(" selected") } ?? options.first
      return (name, chosen.flatMap { attribute("value", of: $0.prefix { $0 != ">" }) } ?? "")
    }
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    tag.components(separatedBy: " \(name)=\"").dropFirst().first.map {
      String($0.prefix { $0 != "\"" }).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
  }

  @Test("a superset is shown and kept in turns") func supersets() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      let text = """
        ## A
        - A1. Lat pulldown: 2 x 8 @ 50 kg
        - A2. Biceps curl: 2 x 8 @ 14 kg
        - Squat: 1 x 5 @ 40 kg
        """
      #expect(try await ada.post("/program", [("text", text)]).status == 303)
      let form = try await ada.get("/log").text
      #expect(form.contains("<h2>A2 Biceps curl</h2>") && form.contains("<h2>Squat</h2>"))
      let fields = Self.fields(of: form)
      let turns = ["lat-pulldown", "biceps-curl", "lat-pulldown", "biceps-curl", "squat"]
      let sets = try fields.filter { $0.0.wholeMatch(of: /set\d+/) != nil }.map {
        try JSONDecoder.eccentric.decode(WorkSet.self, from: Data($0.1.utf8))
      }
      #expect(sets.map(\.exercise.rawValue) == turns)
      #expect(try await ada.post("/log", fields).location == "/today")
      let kept = try await ada.get("/settings/archive").text.split(separator: "\n")
        .filter { $0.contains("\"workSet\"") }.suffix(5)
      for (line, exercise) in zip(kept, turns) { #expect(line.contains(exercise)) }
    }
  }

  @Test("a beginner hears: negatives, not yet") func beginner() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner(trainingMonths: 1)
      _ = try await ada.post("/program", [("builtIn", "first-pull-up")])
      let today = try await ada.get("/today").text
      #expect(!today.contains("badge eccentric"))
      #expect(today.contains("for now, lowered calmly in 3 seconds"))
    }
  }

  @Test("a yes in the screening means not yet, and a clinician's word opens the door")
  func screening() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner(yes: ["heart"])
      let today = try await ada.get("/today").text
      #expect(today.contains("<h2>Not yet</h2>") && today.contains("a heart condition"))
      #expect(today.contains("What would change it"))
      #expect(try await ada.get("/train").location == "/today")
    }
  }

  @Test("a red flag stops everything until a clinician has cleared it") func redFlag() async throws
  {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      _ = try await ada.post("/soreness", [("id", UUID().uuidString), ("symptom", "darkUrine")])
      let today = try await ada.get("/today").text
      #expect(today.contains("Stop, and see a doctor today"))
      #expect(try await ada.post("/clearance", [("sure", "yes")]).status == 422)
      let early = try await ada.post(
        "/clearance", [("sure", "yes"), ("by", "Dr. Noor"), ("on", "2026-03-01")])
      #expect(early.status == 422 && early.text.contains("You reported the sign on 2026-03-02"))
      site.clock.advance(hours: 72)
      #expect(try await ada.get("/today").text.contains("Stop, and see a doctor today"))
      #expect(
        try await ada.post(
          "/clearance", [("sure", "yes"), ("by", "Dr. Noor"), ("on", "2026-03-04")]
        ).location == "/today")
      #expect(try await !ada.get("/today").text.contains("see a doctor today"))
    }
  }

  @Test("answers that make no sense are said, all at once, and nothing is saved")
  func nonsense() async throws {
    try await TestSite.run { site in
      var ada = Visitor(site: site)
      try await ada.signUp("Ada")
      let answer = try await ada.post(
        "/about",
        [
          ("birthYear", "2099"), ("bodyMass", "-4"), ("loadStep", "2.5"),
          ("clearedOn", "1950-01-01"),
          ("plates", "heavy ones"), ("trainingMonths", "30"), ("where", ""), ("company", "partner"),
          ("q-heart", "yes"),
        ])
      #expect(answer.status == 422)
      for sentence in [
        "“2099” can’t be. A year from 1926 to 2016", "“-4” is not a number such as 80",
        "1950-01-01 is more than five years ago", "is not a list of weights",
        "Choose what there is to train with", "Yes or no?",
      ] {
        #expect(answer.text.contains(sentence), "\(sentence)")
      }
      // What was typed stays typed, and what was chosen chosen.
      let again = Self.fields(of: answer.text)
      for (name, value) in [
        ("birthYear", "2099"), ("bodyMass", "-4"), ("plates", "heavy ones"),
        ("trainingMonths", "30"), ("company", "partner"), ("clearedOn", "1950-01-01"),
      ] {
        #expect(again.contains { $0 == (name, value) }, "\(name)")
      }
      #expect(answer.text.contains("name=\"q-heart\" value=\"yes\" required checked"))
      #expect(try await ada.get("/today").text.contains("we don’t know enough about you"))
    }
  }

  @Test("a program with mistakes isn't saved, and its mistakes are shown with their places")
  func program() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let bad = try await ada.post("/program", [("text", "## A\n- Squat: 3 x 5 @ 20 stone\n")])
      #expect(bad.status == 422 && bad.text.contains(">Line 2</a>"))
      #expect(try await ada.post("/program", [("text", "Only prose.")]).status == 422)
      let good = try await ada.post(
        "/program", [("text", "---\ntitle: Mine <b>\n---\n## A\n- Goblet squat: 3 x 5 @ 20 kg\n")])
      #expect(good.location == "/today")
      let today = try await ada.get("/today").text
      #expect(today.contains("Mine &lt;b&gt;") && today.contains("Goblet squat"))
      // Facts of the same instant have no order of their own.
      site.clock.advance(hours: 1)
      _ = try await ada.post("/program", [("none", "1")])
      #expect(try await ada.get("/program").text.contains("You follow no program"))
    }
  }

  @Test("what people type is never read as HTML") func escaping() async throws {
    try await TestSite.run { site in
      let attack = "<script>alert(1)</script>\"'&"
      var ada = Visitor(site: site)
      try await ada.signUp(attack)
      try await ada.answerQuestions(trainingMonths: 30)
      let row =
        "\"\(attack.replacing("\"", with: "\"\""))\",\"20 Feb 2026, 18:00\",\"20 Feb 2026, 19:00\",\"\",\"\(attack.replacing("\"", with: "\"\""))\",,\"\",0,\"normal\",10,8,,,"
      let known =
        "\"\(attack.replacing("\"", with: "\"\""))\",\"20 Feb 2026, 18:00\",\"20 Feb 2026, 19:00\",\"\",\"Squat (Barbell)\",,\"\",1,\"normal\",10,8,,,"
      let report = try await ada.upload(
        "/import", Array([Visitor.hevyHeader, row, known].joined(separator: "\n").utf8))
      #expect(report.text.contains("2 sets"))
      for answer in [
        report, try await ada.get("/history"), try await ada.get("/settings"),
        try await ada.get("/today"), try await ada.get("/train"), try await ada.get("/log"),
      ] {
        #expect(!answer.text.contains("<script>alert"))
        #expect(!answer.text.contains("</script>\"'&"))
      }
    }
  }
}
