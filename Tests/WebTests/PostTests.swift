import Foundation
import Testing

@testable import Web

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Posts") struct PostTests {
  private static let text = """
    ---
    title: Strength With Weights
    week: 6
    video: https://www.youtube.com/watch?v=dQw4w9WgXcQ
    ---
    This week is about *lowering*. <script>alert(1)</script>

    ## A
    - Lat pulldown: 3 x 8 @ 70%, tempo 3-0-1-0, keep 2 in reserve
    """

  private static func write(
    _ text: String = text, id: UUID = UUID(), for audience: String = "members",
    _ button: String = "publish", more: [(String, String)] = [], as author: inout Visitor
  ) async throws -> (id: UUID, answer: Visitor.Answer) {
    let answer = try await author.post(
      "/posts/write",
      [("id", id.uuidString), ("text", text), ("audience", audience), ("do", button)] + more)
    return (id, answer)
  }

  private static func read(_ id: UUID) -> String { "/posts/read?post=\(id.uuidString)" }

  @Test("those who are coached read it, with its words kept harmless, and nobody else does")
  func members() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, _: String) async throws -> Void
      in
      let (id, written) = try await Self.write(as: &ben)
      #expect(written.location == Self.read(id))
      let page = try await ada.get(Self.read(id)).text
      #expect(page.contains("Week 6") && page.contains("Strength With Weights"))
      #expect(page.contains("<em>lowering</em>") && !page.contains("<script>alert"))
      #expect(page.contains("/video?of=") && !page.contains("<iframe"))
      #expect(try await ada.get("/posts").text.contains("Strength With Weights"))
      for stranger in [eve, Visitor(site: ada.site)] {
        var stranger = stranger
        let answer = try await stranger.get(Self.read(id))
        #expect(answer.status == 404 || answer.location == "/login")
        #expect(!answer.text.contains("Strength With Weights"))
      }
      #expect(try await !eve.get("/posts").text.contains("Strength With Weights"))
      // When coaching ends, so does the reading.
      let own = try await ada.get("/coach").text
      let coach = try CoachLimitsTests.code(in: own, after: "name=\"coach\" value=\"")
      _ = try await ada.post("/coach/end", [("coach", coach)])
      #expect(try await ada.get(Self.read(id)).status == 404)
    }
  }

  @Test("Today tells of this week's post until it is read, and it is new once")
  func today() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, _: String) async throws -> Void in
      let (id, _) = try await Self.write(as: &ben)
      let today = try await ada.get("/today").text
      #expect(today.contains("id=\"this-week\"") && today.contains("badge unread"))
      #expect(try await !ben.get("/today").text.contains("id=\"this-week\""))
      _ = try await ada.get(Self.read(id))
      let after = try await ada.get("/today").text
      #expect(after.contains("id=\"this-week\"") && !after.contains("badge unread"))
      ada.site.clock.advance(hours: 9 * 24)
      #expect(try await !ada.get("/today").text.contains("id=\"this-week\""))
    }
  }

  @Test("what is taken stays as it is until the new version is taken") func versions() async throws
  {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, _: String) async throws -> Void in
      let (id, _) = try await Self.write(as: &ben)
      let take = [("post", id.uuidString), ("version", "1"), ("do", "follow")]
      #expect(try await ada.post("/posts/do", take).location == "/today")
      #expect(try await ada.get("/program").text.contains("Lat pulldown"))
      #expect(try await ada.get(Self.read(id)).text.contains("You train this."))
      #expect(try await ben.get(Self.read(id)).text.contains("Read by 1 · taken by 1 · done by 0"))
      // The post has one workout, so a session begun since is it; one from before isn't.
      for (at, done) in [("2026-03-02T16:00:00Z", 0), ("2026-03-02T17:00:01Z", 1)] {
        let session = """
          {"facts":[{"id":"\(UUID())","at":"\(at)","kind":"session","version":1,\
          "body":{"id":"s-\(done)","title":"A"}}]}
          """
        #expect(try await ada.post("/api/v1/facts", json: session).status == 200)
        #expect(try await ben.get(Self.read(id)).text.contains("taken by 1 · done by \(done)"))
      }
      // Ada lets him see nothing, so she is a number.
      #expect(try await !ben.get(Self.read(id)).text.contains("Ada"))

      ada.site.clock.advance(hours: 1)
      let newer = Self.text.replacing("Lat pulldown", with: "Pull-up").replacing(
        "@ 70%, ", with: "")
      _ = try await Self.write(newer, id: id, as: &ben)
      #expect(try await ada.get("/program").text.contains("Lat pulldown"))
      #expect(try await ada.get("/today").text.contains("has a new version"))
      let page = try await ada.get(Self.read(id)).text
      #expect(page.contains("Take version 2") && page.contains("2 versions"))
      #expect(try await ada.get(Self.read(id) + "&version=1").text.contains("Lat pulldown"))
      _ = try await ada.post(
        "/posts/do", [("post", id.uuidString), ("version", "2"), ("do", "follow")])
      #expect(try await ada.get("/program").text.contains("Pull-up"))
      #expect(try await !ada.get("/today").text.contains("has a new version"))
      // The same text again is no new version, and removing the post leaves her the program.
      _ = try await Self.write(newer, id: id, as: &ben)
      #expect(try await !ben.get(Self.read(id)).text.contains("3 versions"))
      #expect(
        try await ada.post("/posts/do", [("post", id.uuidString), ("do", "remove")]).status == 404)
      #expect(
        try await ben.post("/posts/do", [("post", id.uuidString), ("do", "remove")]).status == 303)
      #expect(try await ada.get("/program").text.contains("Pull-up"))
      #expect(try await ada.get(Self.read(id)).status == 404)
    }
  }

  @Test("a draft is its author's, a day is waited for, and what can't appear is handed back whole")
  func drafts() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, _: String) async throws -> Void in
      let (id, _) = try await Self.write("no title yet", for: "members", "draft", as: &ben)
      #expect(try await ben.get(Self.read(id)).text.contains("is a draft"))
      #expect(try await ben.get("/posts").text.contains("In work"))
      #expect(try await ada.get(Self.read(id)).status == 404)
      #expect(try await ada.get("/posts/write?post=\(id.uuidString)").status == 404)
      let refused = try await Self.write("no title yet", id: id, as: &ben).answer
      #expect(refused.status == 422 && refused.text.contains("needs a title"))
      #expect(refused.text.contains("no title yet</textarea>"))
      let wrong = Self.text.replacing("3-0-1-0", with: "fast")
      #expect(try await Self.write(wrong, id: id, as: &ben).answer.text.contains("Line 9"))
      // On Thursday at six, by his clock.
      let day = [("day", "2026-03-05"), ("hour", "6")]
      #expect(try await Self.write(id: id, "later", more: day, as: &ben).answer.status == 303)
      #expect(try await ada.get(Self.read(id)).status == 404)
      ada.site.clock.advance(hours: 3 * 24)
      #expect(try await ada.get(Self.read(id)).status == 200)
      for wrong in ["", "2026-02-31", "2020-01-01", "soon"] {
        let answer = try await Self.write(
          Self.text + "\n- Dip: 3 x 5\n", id: id, "later", more: [("day", wrong)], as: &ben)
        #expect(answer.answer.status == 422)
      }
      // Somebody else's post isn't written over, whatever id is sent.
      #expect(
        try await Self.write("---\ntitle: Mine\n---\n", id: id, as: &ada).answer.status == 404)
      #expect(try await ada.get(Self.read(id)).text.contains("Strength With Weights"))
    }
  }

  @Test("a draft of what has appeared changes nothing for anybody, not for whom it is either")
  func draftOfAPost() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, _: String) async throws -> Void
      in
      // Ada owns the place, so she may write for everybody; she coaches nobody.
      let (id, _) = try await Self.write(for: "place", as: &ada)
      #expect(try await eve.get(Self.read(id)).status == 200)
      _ = try await ben.post(
        "/posts/comment",
        [("post", id.uuidString), ("do", "add"), ("text", "Well"), ("id", UUID().uuidString)])
      let narrower = Self.text.replacing("With Weights", with: "Without")
      let saved = try await Self.write(narrower, id: id, for: "members", "draft", as: &ada).answer
      #expect(saved.location == Self.read(id) + "&version=2")
      #expect(try await eve.get(Self.read(id)).text.contains("With Weights"))
      // She reads what the others read, with what they say; the editor goes on with the draft.
      let own = try await ada.get(Self.read(id)).text
      #expect(own.contains("With Weights") && own.contains("Well") && !own.contains("is a draft"))
      let editor = try await ada.get("/posts/write?post=\(id.uuidString)").text
      #expect(editor.contains("Strength Without") && editor.contains("\"members\" selected"))
      // For Thursday it is still so until Thursday, and then it is for those she coaches: nobody.
      let day = [("day", "2026-03-05"), ("hour", "6")]
      _ = try await Self.write(narrower, id: id, for: "members", "later", more: day, as: &ada)
      #expect(try await eve.get(Self.read(id)).status == 200)
      ada.site.clock.advance(hours: 3 * 24)
      #expect(try await eve.get(Self.read(id)).status == 404)
      #expect(try await eve.get(Self.read(id) + "&version=1").status == 404)
      #expect(try await ada.get(Self.read(id)).text.contains("Strength Without"))
      // The same text for others is a version of its own.
      _ = try await Self.write(narrower, id: id, for: "place", as: &ada)
      #expect(try await eve.get(Self.read(id)).text.contains("3 versions"))
    }
  }

  @Test(
    "everybody is written to by coaches of the place, the web only where its owner lets posts out")
  func audiences() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, id: String) async throws -> Void
      in
      for audience in ["place", "web", "", "nonsense", UUID().uuidString] {
        let answer = try await Self.write(for: audience, as: &ben).answer
        #expect(answer.status == 422)
      }
      // Ada owns the place; nobody else makes coaches or opens doors.
      let settings = try await ada.get("/settings").text
      let account = try CoachLimitsTests.code(in: settings, after: "name=\"account\" value=\"")
      for visitor in [ben, eve] {
        var visitor = visitor
        let fields = [("account", account), ("coach", "yes")]
        #expect(try await visitor.post("/settings/coaches", fields).status == 403)
        #expect(try await visitor.post("/settings/open-posts", [("open", "yes")]).status == 403)
      }
      #expect(settings.contains("Ben") && settings.contains("Make a coach"))
      _ = try await ada.post("/settings/coaches", [("account", account), ("coach", "yes")])
      #expect(try await Self.write(for: "web", as: &ben).answer.text.contains("stay inside"))
      let (inside, _) = try await Self.write(for: "place", as: &ben)
      #expect(try await eve.get(Self.read(inside)).status == 200)

      _ = try await ada.post("/settings/open-posts", [("open", "yes")])
      let (open, _) = try await Self.write(
        Self.text.replacing("With Weights", with: "in the Open"), for: "web", as: &ben)
      var stranger = Visitor(site: ada.site)
      let front = try await stranger.get("/").text
      #expect(front.contains("Strength in the Open") && !front.contains("With Weights"))
      #expect(front.contains("og:description") && front.contains("This week is about lowering"))
      #expect(try await stranger.get(Self.read(open)).text.contains("Lat pulldown"))
      #expect(try await stranger.get(Self.read(inside)).location == "/login")
      let feed = try await stranger.get("/feed.xml")
      #expect(feed.text.contains("Strength in the Open") && !feed.text.contains("With Weights"))
      _ = try XMLCheck(feed.text)
      // Three looks of one visitor on one day are one visit, and one more the day after.
      #expect(try await ben.get(Self.read(open)).text.contains("1 visit from the web"))
      ada.site.clock.advance(hours: 24)
      _ = try await stranger.get(Self.read(open))
      #expect(try await ben.get(Self.read(open)).text.contains("2 visits from the web"))
      _ = try await ada.post("/settings/open-posts", [("open", "no")])
      #expect(try await stranger.get("/").location == "/login")
      #expect(try await stranger.get("/feed.xml").status == 404)
      #expect(try await stranger.get(Self.read(open)).location == "/login")
    }
  }

  @Test("comments: answered, changed, reported and taken away by whom it behoves")
  func comments() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, _: String) async throws -> Void
      in
      let (id, _) = try await Self.write(as: &ben)
      _ = try await ada.get(Self.read(id))
      func fields(_ what: String, _ text: String, _ more: [(String, String)] = []) -> [(
        String, String
      )] {
        [("post", id.uuidString), ("do", what), ("text", text)] + more
      }
      let first = UUID().uuidString
      let said = fields("add", "@Ben **how** slow? <img src=x onerror=alert(1)>", [("id", first)])
      for _ in 0..<2 { #expect(try await ada.post("/posts/comment", said).status == 303) }
      let page = try await ben.get(Self.read(id)).text
      #expect(page.components(separatedBy: "<strong>how</strong>").count == 2)
      #expect(page.contains("&lt;img") && page.contains("badge unread"))
      #expect(try await !ben.get(Self.read(id)).text.contains("badge unread"))
      let answer = UUID().uuidString
      _ = try await ben.post(
        "/posts/comment", fields("add", "@Ada four seconds", [("id", answer), ("comment", first)]))
      #expect(try await ada.get("/today").text.contains("spoken to in a comment"))
      #expect(try await ada.get("/posts").text.contains("1 new comment"))
      #expect(
        try await ada.get(Self.read(id)).text.contains(
          "<ol class=\"deeper\"><li id=\"c-\(answer)\""))
      #expect(try await !ada.get("/today").text.contains("spoken to"))

      // Who can't read it says nothing under it.
      #expect(
        try await eve.post("/posts/comment", fields("add", "me too", [("id", UUID().uuidString)]))
          .status == 404)
      // Only who wrote it changes it.
      #expect(
        try await ben.post("/posts/comment", fields("edit", "x", [("comment", first)])).status
          == 422)
      _ = try await ada.post(
        "/posts/comment", fields("edit", "How slow, then?", [("comment", first)]))
      #expect(try await ben.get(Self.read(id)).text.contains("How slow, then?"))
      #expect(
        try await ada.post("/posts/comment", fields("remove", "", [("comment", answer)])).status
          == 303)
      for text in ["", "   ", String(repeating: "a", count: 4_001)] {
        #expect(
          try await ada.post("/posts/comment", fields("add", text, [("id", UUID().uuidString)]))
            .status == 422)
      }
      // A report is for the post's author.
      _ = try await ben.post("/posts/comment", fields("report", "rude", [("comment", first)]))
      #expect(try await !ada.get(Self.read(id)).text.contains("rude"))
      #expect(try await ben.get(Self.read(id)).text.contains("rude"))
      _ = try await ben.post("/posts/comment", fields("dismiss", "", [("comment", first)]))
      #expect(try await !ben.get(Self.read(id)).text.contains("rude"))
      _ = try await ben.post("/posts/comment", fields("remove", "", [("comment", first)]))
      let after = try await ada.get(Self.read(id)).text
      #expect(!after.contains("How slow") && after.contains("Taken away by a coach"))
    }
  }

  @Test("what the coach is working on stands beside her posts, her path only where she shows it")
  func working() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, _: String) async throws -> Void
      in
      #expect(try await !ben.get("/posts").text.contains("What you are working on"))
      let (id, _) = try await Self.write(as: &ben)
      let path = "/posts/path?post=\(id.uuidString)"
      #expect(try await ben.get("/posts").text.contains("What you are working on"))
      _ = try await ben.post("/posts", [("working", "my first <b>pull-up</b>")])
      #expect(try await ada.get(Self.read(id)).text.contains("my first &lt;b&gt;pull-up"))
      #expect(try await ada.get(path).status == 404)
      _ = try await ben.post("/posts", [("working", "a pull-up"), ("path", "on")])
      #expect(try await ada.get(Self.read(id)).text.contains(path))
      #expect(try await ada.get(path).text.contains("Ben’s path"))
      #expect(try await eve.get(path).status == 404)
      let long = String(repeating: "a", count: 121)
      #expect(try await ben.post("/posts", [("working", long)]).status == 422)
    }
  }

  @Test("a search finds words whatever their case and accents, and only in what one may read")
  func search() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, _: String) async throws -> Void
      in
      for week in 1...25 {
        ada.site.clock.advance(hours: 3 * 24)
        let title = week == 3 ? "Élan 100%_" : "Week \(week)"
        _ = try await Self.write("---\ntitle: \(title)\n---\nText \(week).\n", as: &ben)
      }
      for words in ["elan", "ÉLAN", "100%_", "text élan"] {
        let found = try await ada.get("/posts?search=\(Words.encoded(words))").text
        #expect(found.contains("Élan") && !found.contains("Week 2<"), "\(words)")
      }
      // Mended months later it stays where it was, and isn't this week's.
      let first = try await ada.get("/posts?search=text%201.").text
      let id = try #require(
        UUID(uuidString: try CoachLimitsTests.code(in: first, after: "/posts/read?post=")))
      _ = try await Self.write("---\ntitle: Week 1\n---\nText 1, mended.\n", id: id, as: &ben)
      #expect(try await !ada.get("/today").text.contains("Week 1</a>"))
      #expect(try await ada.get("/posts?search=nothing").text.contains("Nothing with"))
      #expect(try await eve.get("/posts?search=elan").text.contains("Nothing with"))
      let newest = try await ada.get("/posts").text
      #expect(newest.contains("Week 25<") && !newest.contains("Week 5<"))
      let last = try CoachLimitsTests.code(in: newest, after: "/posts?after=")
      let older = try await ada.get("/posts?after=\(last)").text
      #expect(older.contains("Week 5<") && older.contains("Week 1<") && !older.contains("Week 6<"))
    }
  }

  @Test(
    "which videos can be embedded",
    arguments: [
      (
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0"
      ),
      (
        "https://youtu.be/dQw4w9WgXcQ?t=1m30s",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0&start=90"
      ),
      (
        "https://m.youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0"
      ),
      ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"),
      (
        "https://vimeo.com/76979871/8272103f6e",
        "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=8272103f6e"
      ),
      ("https://youtube.com/watch?v=short", nil),
      ("https://youtube.com.evil.org/watch?v=dQw4w9WgXcQ", nil),
      ("https://example.org/film.mp4", nil), ("https://youtu.be/dQw4w9WgX%22Q", nil),
      ("https://vimeo.com/7697\u{0661}", nil),
    ] as [(String, String?)])
  func videos(address: String, embedded: String?) {
    #expect(Video(address)?.embed?.address == embedded)
  }

  @Test("only the page of a video lets another site in, and only that one") func policy()
    async throws
  {
    try await TestSite.run { site in
      var visitor = Visitor(site: site)
      let video = try await visitor.get("/video?of=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ")
      let policy = try #require(video.header("Content-Security-Policy"))
      #expect(policy.contains("frame-src https://www.youtube-nocookie.com;"))
      #expect(policy.contains("frame-ancestors 'self'") && !policy.contains("script-src"))
      #expect(video.header("Referrer-Policy") == "strict-origin-when-cross-origin")
      let other = try await visitor.get("/login")
      #expect(try #require(other.header("Content-Security-Policy")).contains("frame-src 'self'"))
      for bad in ["https://example.org/", "javascript:alert(1)", "", "//youtu.be/dQw4w9WgXcQ"] {
        #expect(try await visitor.get("/video?of=\(Words.encoded(bad))").status == 404)
      }
    }
  }
}

/// Reads XML with Foundation's parser, or throws.
struct XMLCheck {
  init(_ text: String) throws {
    let parser = XMLParser(data: Data(text.utf8))
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.featureUnsupported) }
  }
}
