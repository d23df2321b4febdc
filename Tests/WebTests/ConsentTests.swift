import Coaching
import Foundation
import Testing

@testable import Web

@Suite("What a coach sees") struct ConsentTests {
  /// Every page about a member, as their coach asks for it.
  static func pages(_ id: String) -> [String] {
    [
      "/members/member", "/members/sessions", "/members/measurements", "/physio",
      "/members/messages", "/members/limits",
    ].map { "\($0)?member=\(id)" }
  }

  /// The list, when all of it has been worked out.
  static func roster(_ visitor: inout Visitor, _ query: String = "") async throws -> String {
    var page = ""
    for _ in 0..<100 {
      page = try await visitor.get("/members\(query)").text
      if !page.contains("being worked out") { break }
    }
    return page
  }

  static func sore(_ visitor: inout Visitor) async throws {
    let at = TestSite.start.formatted(.iso8601)
    let answer = try await visitor.post(
      "/api/v1/facts",
      json: """
        {"facts":[{"id":"\(UUID())","at":"\(at)","kind":"checkIn","version":1,"body":{"soreness":{"lats":7},\
        "symptoms":[],"pains":[{"bodyPart":"elbowFlexors","quality":"sharp","tissue":"joint"}]}}]}
        """)
    #expect(answer.status == 200, "\(answer.text)")
  }

  @Test("sessions alone: what was trained, but nothing of pain, soreness or why it is held back")
  func sessions() async throws {
    try await CoachLimitsTests.run(sees: ["sessions"]) {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, id: String) async throws -> Void in
      try await Self.sore(&ada)
      let sessions = try await ben.get("/members/sessions?member=\(id)")
      #expect(sessions.status == 200 && sessions.text.contains("Lat pulldown"))
      #expect(try await ben.get("/physio?member=\(id)").status == 403)
      #expect(try await ben.get("/members/measurements?member=\(id)").status == 403)
      let roster = try await Self.roster(&ben)
      #expect(roster.contains("not shared") && roster.contains("0 of 1"))
      let file = try await ben.get("/members/file").text
      for page in [
        roster, file, sessions.text, try await ben.get("/members/member?member=\(id)").text,
      ] {
        for word in ["Sharp", "sharp", "7 of 10", "Lats 7", "class=\"key soreness\""] {
          #expect(!page.contains(word), "\(word)")
        }
      }
    }
  }

  @Test("soreness alone: pain and how sore, but nothing of what was trained")
  func soreness() async throws {
    try await CoachLimitsTests.run(sees: ["soreness"]) {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, id: String) async throws -> Void in
      try await Self.sore(&ada)
      let roster = try await Self.roster(&ben)
      #expect(roster.contains("Sharp pain in a joint") && roster.contains("Lats 7"))
      let physio = try await ben.get("/physio?member=\(id)")
      #expect(physio.status == 200 && physio.text.contains("Sharp pain in a joint"))
      #expect(physio.text.contains("aren’t shared"))
      #expect(try await ben.get("/members/sessions?member=\(id)").status == 403)
      let member = try await ben.get("/members/member?member=\(id)").text
      #expect(member.contains("Lats 7") && member.contains("key soreness"))
      for page in [roster, physio.text, member, try await ben.get("/members/file").text] {
        for word in ["ulldown", "Curl", "60 kg", "0 of 1", "key strength"] {
          #expect(!page.contains(word), "\(word)")
        }
      }
      // The first one to have a word with.
      #expect(try await Self.roster(&ben, "?show=pain").contains("Ada"))
      #expect(try await Self.roster(&ben, "?show=stuck").contains("Nobody of whom that holds"))
    }
  }

  @Test("narrowed it is gone at once, ended all of it, and the athlete saw who looked")
  func ended() async throws {
    try await CoachLimitsTests.run(sees: ["sessions", "soreness", "measurements", "notes"]) {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, id: String) async throws -> Void in
      try await Self.sore(&ada)
      for page in Self.pages(id) { #expect(try await ben.get(page).status == 200, "\(page)") }
      _ = try await Self.roster(&ben)
      let page = try await ada.get("/coach").text
      #expect(page.contains("the page for a physiotherapist") && page.contains("your sessions"))
      #expect(page.contains("your line in the list") && !page.contains("taken along as a file"))
      let coach = try CoachLimitsTests.code(in: page, after: "name=\"coach\" value=\"")

      #expect(
        try await ada.post(
          "/coach", [("coach", coach), ("sees", "sessions"), ("sees", "nonsense")]
        )
        .location == "/coach")
      #expect(try await ben.get("/physio?member=\(id)").status == 403)
      #expect(try await !Self.roster(&ben).contains("Sharp"))
      #expect(try await !ben.get("/members/file").text.contains("Sharp"))

      #expect(try await ada.post("/coach/end", [("coach", coach)]).status == 303)
      for page in Self.pages(id) { #expect(try await ben.get(page).status == 403, "\(page)") }
      #expect(try await !Self.roster(&ben).contains("Ada"))
      #expect(try await !ben.get("/members/file").text.contains("Ada"))
      #expect(
        try await ben.post("/members/notes", [("member", id), ("text", "Hello")]).status == 403)
      #expect(
        try await ben.post("/members/messages", [("member", id), ("text", "Hello")]).status == 403)
    }
  }

  @Test("nobody else gets in: another coach, the member as their own coach, a stranger")
  func others() async throws {
    try await CoachLimitsTests.run(sees: ["sessions", "soreness", "measurements"]) {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, id: String) async throws -> Void
      in
      var stranger = Visitor(site: ada.site)
      for page in Self.pages(id) {
        #expect(try await eve.get(page).status == 403, "\(page)")
        #expect(try await ada.get(page).status == 403, "\(page)")
        #expect(try await stranger.get(page).location == "/login", "\(page)")
      }
      for page in ["/members", "/members/file", "/coach", "/physio", "/members/groups"] {
        #expect(try await stranger.get(page).location == "/login", "\(page)")
      }
      // Eve coaches somebody, too; of Ada she has nothing by it.
      #expect(try await !Self.roster(&eve).contains("Ada"))
      #expect(
        try await eve.get("/members/session?member=\(id)&id=x").status == 403)
      #expect(
        try await eve.get("/members/measured?member=\(id)&id=\(UUID())").status == 403)
      #expect(try await ben.get("/members/session?member=\(id)&id=x").status == 404)
    }
  }

  @Test("two coaches of one athlete see what each was given, and one ends without the other")
  func severalCoaches() async throws {
    try await CoachLimitsTests.run(sees: ["sessions"]) {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, id: String) async throws -> Void
      in
      try await Self.sore(&ada)
      // Eve offers it herself, and Ada chooses.
      let offer = try await eve.post("/members/invite", []).text
      #expect(offer.contains("http://") && offer.contains("class=\"qr\""))
      let code = try CoachLimitsTests.code(in: offer, after: "/coach/take?code=")
      var stranger = Visitor(site: ada.site)
      let asked = try await stranger.get("/coach/take?code=\(code)").text
      #expect(asked.contains("Log in") && asked.contains("Eve invites you"))
      let form = try await ada.get("/coach/take?code=\(code)").text
      #expect(form.contains("Eve offers to coach you") && !form.contains("checked"))
      #expect(
        try await ada.post("/coach/take", [("code", code), ("sees", "soreness")]).location
          == "/coach")
      #expect(try await ada.post("/coach/take", [("code", code)]).status == 422)
      #expect(try await eve.get("/physio?member=\(id)").status == 200)
      #expect(try await eve.get("/members/sessions?member=\(id)").status == 403)
      #expect(try await ben.get("/physio?member=\(id)").status == 403)
      #expect(try await ben.get("/members/sessions?member=\(id)").status == 200)
      let page = try await ada.get("/coach").text
      let ids = page.components(separatedBy: "action=\"/coach/end\">").dropFirst()
      #expect(ids.count == 2)
      // Ben is the first by name.
      let first = try CoachLimitsTests.code(
        in: String(try #require(ids.first)), after: "name=\"coach\" value=\"")
      _ = try await ada.post("/coach/end", [("coach", first)])
      #expect(try await ben.get("/members/sessions?member=\(id)").status == 403)
      #expect(try await eve.get("/physio?member=\(id)").status == 200)
    }
  }

  @Test("messages go both ways, notes stay with the coach, and the athlete keeps the thread")
  func messages() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, id: String) async throws -> Void
      in
      let write = try await ben.post(
        "/members/messages", [("member", id), ("text", "  How is the <elbow>? ")])
      #expect(write.location == "/members/messages?member=\(id)")
      #expect(
        try await ben.post("/members/messages", [("member", id), ("text", " ")]).status == 422)
      _ = try await ben.post("/members/notes", [("member", id), ("text", "Secretive about it")])
      #expect(try await ben.get("/members/member?member=\(id)").text.contains("Secretive"))
      #expect(try await ada.get("/settings").text.contains("1 new message"))
      let coach = try CoachLimitsTests.code(
        in: try await ada.get("/coach").text, after: "/coach/messages?coach=")
      let thread = try await ada.get("/coach/messages?coach=\(coach)").text
      #expect(thread.contains("How is the &lt;elbow&gt;?") && !thread.contains("Secretive"))
      #expect(try await !ada.get("/settings").text.contains("new message"))
      _ = try await ada.post("/coach/messages", [("coach", coach), ("text", "Better, thanks")])
      #expect(try await Self.roster(&ben).contains("1 unread message"))
      #expect(
        try await ben.get("/members/messages?member=\(id)").text.contains("Better, thanks"))
      #expect(try await !Self.roster(&ben).contains("unread"))
      #expect(try await eve.get("/coach/messages?coach=\(coach)").status == 404)
      #expect(
        try await eve.post("/coach/messages", [("coach", coach), ("text", "Hi")]).status == 403)
      _ = try await ada.post("/coach/end", [("coach", coach)])
      #expect(try await ada.get("/coach/messages?coach=\(coach)").text.contains("Better, thanks"))
      #expect(
        try await ada.post("/coach/messages", [("coach", coach), ("text", "x")]).status == 403)
    }
  }

  @Test("groups are made, renamed, filled and removed by their coach alone")
  func groups() async throws {
    try await CoachLimitsTests.run(sees: ["sessions"]) {
      (_: inout Visitor, ben: inout Visitor, eve: inout Visitor, id: String) async throws -> Void in
      let made = try await ben.post("/members/groups", [("name", "=Team \"A\"")])
      let group = try #require(made.location?.split(separator: "=").last.map(String.init))
      #expect(try await ben.post("/members/groups", [("name", "=Team \"A\"")]).status == 422)
      #expect(try await ben.post("/members/groups", [("name", " ")]).status == 422)
      #expect(
        try await Self.roster(&ben, "?group=\(group)").contains("Nobody of whom that holds"))
      let fields = [("id", group), ("name", "=Team B"), ("members", id), ("what", "save")]
      #expect(try await eve.post("/members/group", fields).status == 404)
      #expect(
        try await ben.post("/members/group", fields).location == "/members?group=\(group)")
      #expect(try await Self.roster(&ben, "?group=\(group)").contains(">Ada</a>"))
      // A spreadsheet takes no cell for a formula.
      let file = try await ben.get("/members/file").text
      #expect(file.contains(",'=Team B\r\n") && !file.contains(",=Team"))
      #expect(
        try await ben.post("/members/group", [("id", group), ("what", "remove")]).location
          == "/members/groups")
      #expect(try await !Self.roster(&ben).contains("Team B"))
    }
  }

  @Test("what a session asked for stands beside what was done") func askedAndDone() async throws {
    try await CoachLimitsTests.run(sees: ["sessions", "notes"]) {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, id: String) async throws -> Void in
      let today = try await ada.get("/today").text
      #expect(today.contains("Start"))
      let session = UUID()
      let at = TestSite.start.addingTimeInterval(60).formatted(.iso8601)
      let answer = try await ada.post(
        "/api/v1/facts",
        json: """
          {"facts":[{"id":"\(UUID())","at":"\(at)","kind":"session","version":1,\
          "body":{"id":"\(session)","title":"Pull"}},\
          {"id":"\(UUID())","at":"\(at)","kind":"workSet","version":1,"body":{"exercise":"lat-pulldown",\
          "kind":"normal","load":{"external":"60 kg"},"reps":7,"session":"\(session)",\
          "note":"felt heavy"}}]}
          """)
      #expect(answer.status == 200, "\(answer.text)")
      let list = try await ben.get("/members/sessions?member=\(id)").text
      #expect(list.contains("sets done"))
      let page = try await ben.get("/members/session?member=\(id)&id=\(session)").text
      #expect(page.contains("not done") && page.contains("felt heavy"))
      #expect(page.contains("1 × 7, 60 kg"))
      // Without the notes, the same without what was written.
      let coach = try CoachLimitsTests.code(
        in: try await ada.get("/coach").text, after: "name=\"coach\" value=\"")
      _ = try await ada.post("/coach", [("coach", coach), ("sees", "sessions")])
      let without = try await ben.get("/members/session?member=\(id)&id=\(session)").text
      #expect(without.contains("not done") && !without.contains("felt heavy"))
    }
  }

  @Test("a recording is seen rep by rep where measurements are shared, with nothing to press")
  func measurements() async throws {
    try await CoachLimitsTests.run(sees: ["sessions", "measurements"]) {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, id: String) async throws -> Void in
      let (session, set) = (UUID(), UUID())
      let at = TestSite.start.addingTimeInterval(60).formatted(.iso8601)
      let answer = try await ada.post(
        "/api/v1/facts",
        json: """
          {"facts":[{"id":"\(UUID())","at":"\(at)","kind":"session","version":1,\
          "body":{"id":"\(session)","title":"Push"}},\
          {"id":"\(set)","at":"\(at)","kind":"workSet","version":1,"body":{"exercise":"bench-press",\
          "load":{"external":"60 kg"},"reps":5,"session":"\(session)"}}]}
          """)
      #expect(answer.status == 200, "\(answer.text)")
      let kept = try await ada.upload(
        "/measure", MeasureTests.recording, fields: [("exercise", "bench-press"), ("load", "60")])
      let recording = try #require(kept.location?.split(separator: "=").last.map(String.init))
      _ = try await ada.post(
        "/measure/set", [("id", recording), ("what", "attach"), ("set", set.uuidString)])
      let list = try await ben.get("/members/measurements?member=\(id)").text
      #expect(list.contains("/members/measured?member=\(id)&amp;id=\(recording)"))
      let page = try await ben.get("/members/measured?member=\(id)&id=\(recording)").text
      #expect(page.contains("<h1>Bench press, 5 reps") && page.contains("<svg"))
      #expect(!page.contains("<form"))
      let shown = try await ben.get("/members/session?member=\(id)&id=\(session)").text
      #expect(shown.contains("lowered for 4, 4, 4, 4, 4 s"))
      // Without them the set is there, and the recording isn't.
      let coach = try CoachLimitsTests.code(
        in: try await ada.get("/coach").text, after: "name=\"coach\" value=\"")
      _ = try await ada.post("/coach", [("coach", coach), ("sees", "sessions")])
      #expect(try await ben.get("/members/measured?member=\(id)&id=\(recording)").status == 403)
      let without = try await ben.get("/members/session?member=\(id)&id=\(session)").text
      #expect(without.contains("1 × 5, 60 kg") && !without.contains(recording))
    }
  }

  @Test("one’s own page for a physiotherapist") func ownPhysio() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner(yes: ["joint"])
      _ = try await ada.bringHistory()
      try await Self.sore(&ada)
      let page = try await ada.get("/physio").text
      #expect(page.contains("Sharp pain in a joint (biceps)") && page.contains("Lowerings"))
      #expect(page.contains("Said yes: an injury, surgery or joint problem"))
    }
  }
}
