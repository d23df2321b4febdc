import Foundation
import Lifting
import Testing

@testable import Web

@Suite("Mending what was entered") struct MendingTests {
  /// The id of the first entry of the history whose line has this text.
  static func entry(_ text: String, in page: String) throws -> String {
    let line = try #require(
      page.components(separatedBy: "<li><a href=\"/history/entry?id=").dropFirst()
        .first { $0.prefix { $0 != "<" }.contains(text) })
    return String(line.prefix(36))
  }

  @Test("a set is changed, deleted and brought back, and Today says what that does")
  func set() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      let before = try await ada.get("/api/v1/today").text
      let id = try Self.entry("Lat pulldown: 1 × 8, 60 kg", in: try await ada.get("/history").text)
      let form = try await ada.get("/history/entry?id=\(id)")
      #expect(form.status == 200)
      var fields = LoopTests.fields(of: form.text).filter { $0.0 != "what" }
      // What can't be is refused, and what was typed stays.
      func with(_ name: String, _ value: String) -> [(String, String)] {
        fields.map { $0.0 == name ? (name, value) : $0 }
      }
      let bad = try await ada.post("/history/entry", with("reps", "5000"))
      #expect(bad.status == 422 && bad.text.contains("5000 can’t be: it goes from 0 to 1000"))
      #expect(bad.text.contains("value=\"5000\""))
      let future = try await ada.post("/history/entry", with("day", "2031-01-01"))
      #expect(future.status == 422 && future.text.contains("more than a day after now"))
      // Untouched it stays as it was, but for what was changed.
      fields = with("reps", "3")
      let changed = try await ada.post("/history/entry", fields)
      #expect(changed.text.contains("<h1>Changed</h1>"))
      let facts = try await Self.sets(&ada)
      #expect(facts.filter { $0.exercise == "lat-pulldown" }.map(\.reps).contains(3))
      #expect(facts.count == 18)

      let page = try await ada.get("/history").text
      let corrected = try Self.entry("Lat pulldown: 1 × 3, 60 kg", in: page)
      _ = try await ada.post("/history/entry", [("id", corrected), ("what", "delete")])
      #expect(try await Self.sets(&ada).count == 17)
      let deleted = try await ada.get("/history").text
      #expect(deleted.contains("Deleted (1)"))
      _ = try await ada.post("/history/entry", [("id", corrected), ("what", "bring-back")])
      #expect(try await Self.sets(&ada).count == 18)
      // Changed back, Today is what it was.
      var again = LoopTests.fields(of: try await ada.get("/history/entry?id=\(corrected)").text)
        .filter { $0.0 != "what" }
      again = again.map { $0.0 == "reps" ? ("reps", "8") : $0 }
      _ = try await ada.post("/history/entry", again)
      #expect(try await ada.get("/api/v1/today").text == before)
    }
  }

  static func sets(_ ada: inout Visitor) async throws -> [WorkSet] {
    struct Answer: Decodable { var facts: [Fact] }
    let text = try await ada.get("/api/v1/facts").text
    let facts = try JSONDecoder.eccentric.decode(Answer.self, from: Data(text.utf8)).facts
    return History(facts).sets.map(\.value)
  }

  @Test("two phones that delete one set end alike") func twoPhones() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let set = UUID()
      func fact(_ id: UUID, _ kind: String, _ body: String, _ supersedes: UUID? = nil) -> String {
        """
        {"id":"\(id)","at":"2026-03-02T16:00:00Z","kind":"\(kind)","version":1,"body":\(body)\
        \(supersedes.map { ",\"supersedes\":\"\($0)\"" } ?? "")}
        """
      }
      let squat = fact(set, "workSet", #"{"exercise":"squat","reps":5}"#)
      let facts = [
        squat, fact(UUID(), "retraction", "{}", set), fact(UUID(), "retraction", "{}", set),
      ]
      for phone in facts {
        #expect(try await ada.post("/api/v1/facts", json: "{\"facts\":[\(phone)]}").status == 200)
      }
      #expect(try await Self.sets(&ada).isEmpty)
    }
  }

  @Test("a red flag deleted no longer stops; brought back it does") func redFlag() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      _ = try await ada.post("/soreness", [("id", UUID().uuidString), ("symptom", "darkUrine")])
      let id = try Self.entry("Dark, cola-coloured", in: try await ada.get("/history").text)
      let gone = try await ada.post("/history/entry", [("id", id), ("what", "delete")])
      #expect(gone.text.contains("There is a session for you after all"))
      let back = try await ada.post("/history/entry", [("id", id), ("what", "bring-back")])
      #expect(back.text.contains("is off for today"))
      #expect(try await ada.get("/today").text.contains("Stop, and see a doctor today"))
    }
  }

  @Test("another's entry isn't there") func others() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      let id = try Self.entry("Lat pulldown", in: try await ada.get("/history").text)
      let invitation = try await ada.post("/settings/invitation", []).text
      let code = try #require(
        invitation.components(separatedBy: "invitation=").dropFirst().first?.prefix { $0 != "<" })
      var bob = Visitor(site: site)
      try await bob.signUp("Bob", invitation: String(code))
      #expect(try await bob.get("/history/entry?id=\(id)").status == 404)
      #expect(
        try await bob.post("/history/entry", [("id", id), ("what", "delete")]).status == 404)
      #expect(try await Self.sets(&ada).count == 18)
    }
  }

  @Test("everything is deleted only with the password, and then it is gone")
  func erase() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      let page = try await ada.get("/settings/delete").text
      #expect(page.contains("entries: sets, check-ins"))
      let wrong = try await ada.post("/settings/delete", [("password", "wrong"), ("what", "data")])
      #expect(wrong.status == 422 && wrong.text.contains("nothing was deleted"))
      #expect(try await Self.sets(&ada).count == 18)
      let gone = try await ada.post(
        "/settings/delete", [("password", Visitor.password), ("what", "data")])
      #expect(gone.location == "/login")
      ada.cookie = nil
      let login = try await ada.post(
        "/login", [("name", "Ada"), ("password", Visitor.password)])
      #expect(login.status == 303)
      #expect(try await Self.sets(&ada).isEmpty)
      #expect(try await ada.get("/today").text.contains("we don’t know enough about you"))
      _ = try await ada.post(
        "/settings/delete", [("password", Visitor.password), ("what", "account")])
      ada.cookie = nil
      #expect(
        try await ada.post("/login", [("name", "Ada"), ("password", Visitor.password)]).status
          != 303)
    }
  }
}
