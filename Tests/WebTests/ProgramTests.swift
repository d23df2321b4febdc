import Coaching
import Foundation
import Pictures
import Testing

@testable import Web

@Suite("Programs on pages") struct ProgramTests {
  @Test("Markdown becomes HTML, and nothing else does", arguments: Case.all)
  func markdown(_ example: Case) {
    let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(Markdown.html(lines.map(String.init)).text == example.html)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let html: String
    var testDescription: String { text }

    init(_ text: String, _ html: String) {
      self.text = text
      self.html = html
    }

    static let all = [
      Case("One\ntwo\n\nthree", "<p>One\ntwo</p><p>three</p>"),
      Case("# A\n### B ", "<h2>A</h2><h4>B </h4>"),
      Case("- a\n- b\n  and c\n\nd", "<ul><li>a</li><li>b and c</li></ul><p>d</p>"),
      Case(
        "**bold**, *it*, `co*de*`, a_b_c",
        "<p><strong>bold</strong>, <em>it</em>, <code>co*de*</code>, a_b_c</p>"),
      Case(
        "<script>alert(1)</script> & \"so\"",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;</p>"),
      Case(
        "[x](https://example.org/?a=1&b=2\")",
        "<p><a href=\"https://example.org/?a=1&amp;b=2&quot;\" rel=\"noopener nofollow\">x</a></p>"),
      Case("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
      Case("[x](/logout) ![y](z)", "<p>[x](/logout) ![y](z)</p>"),
      Case("a <!-- not\nthis --> b", "<p>a \n b</p>"),
      Case(
        "```\n# no\n<b>\n```\nyes",
        "<pre tabindex=\"0\"><code># no\n&lt;b&gt;</code></pre><p>yes</p>"),
      Case("a\n---\nb", "<p>a</p><hr><p>b</p>"),
      Case("** * _ ` [", "<p>** * _ ` [</p>"),
    ]
  }

  @Test("whatever stands in a post, no markup of its own gets through", arguments: 0..<200)
  func hostile(seed: Int) {
    let scraps = [
      "<", ">", "\"", "'", "&", "[", "](", ")", "https://", "javascript:", "*", "**", "_", "`",
      "```",
      "<!--", "-->", "\n", "# ", "- ", " ", "a", "<img src=x onerror=y>",
    ]
    var number = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var text = ""
    for _ in 0..<60 {
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += scraps[Int((number >> 33) % UInt64(scraps.count))]
    }
    let html = Markdown.html(text.split(separator: "\n").map(String.init)).text
    let tags = html.matches(of: /<\/?([a-z0-9]+)([^>]*)>/)
    let known: Set = ["p", "h2", "ul", "li", "em", "strong", "code", "pre", "a", "hr"]
    #expect(html.filter { $0 == "<" }.count == tags.count)
    for tag in tags {
      #expect(known.contains(String(tag.1)))
      let attributes = String(tag.2)
      #expect(
        attributes.isEmpty || attributes == " tabindex=\"0\""
          || attributes.hasPrefix(" href=\"https://"), "\(html)")
    }
  }

  @Test("a program shows the week asked for, with what limits take and why") func week()
    async throws
  {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let text = """
        ---
        title: Mine
        weeks: 3
        ---
        Hello *there*.
        ## A
        - Biceps curl: 3 x 8 @ 20 kg, add 1 kg a week, then 4 x 4 negative, 5 s, help up
        """
      #expect(try await ada.post("/program", [("text", text)]).location == "/today")
      let second = try await ada.get("/program?week=2").text
      #expect(second.contains("<em>there</em>"))
      #expect(second.contains("3 x 8 @ 21 kg, then 4 x 4 negative, 5 s, help up"))
      #expect(second.contains("one negative set instead of 4"))
      #expect(second.contains("aria-current=\"true\">2</a>"))
      #expect(try await ada.get("/program?week=99").text.contains("3 x 8 @ 20 kg, then"))
      #expect(try await ada.get("/program?read=nothing").status == 400)
    }
  }

  @Test("a velocity loss that a program asks for is said on Today and in the player")
  func velocityLoss() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let text = "## A\n- Biceps curl: 3 x 8 @ 10 kg, stop at 25% velocity loss\n"
      #expect(try await ada.post("/program", [("text", text)]).location == "/today")
      let said = "stop when a rep is 25 % slower than the fastest"
      #expect(try await ada.get("/today").text.contains(said))
      #expect(try await ada.get("/train").text.contains("\"velocityLossPercent\":25"))
      #expect(try await ada.get("/program").text.contains("stop at 25% velocity loss"))
    }
  }

  @Test("the editor's fragment is for members, and says each line") func fragment() async throws {
    try await TestSite.run { site in
      var nobody = Visitor(site: site)
      #expect(try await nobody.post("/program/check", [("text", "")]).location == "/login")
      var ada = try await site.owner()
      let answer = try await ada.post(
        "/program/check", [("text", "## A\n- Squat: 3 x 8, tmepo 4-1-1-0 <b>\n")])
      #expect(answer.status == 200)
      #expect(answer.text.contains("data-line=\"2\" data-column=\"17\" data-length=\"5\""))
      #expect(!answer.text.contains("<b>") && !answer.text.contains("<html"))
      let long = try await ada.post(
        "/program/check", [("text", String(repeating: "- Squat: 3 x 8\n", count: 6_000))])
      #expect(long.text.contains("longer than a program can be"))
    }
  }

  @Test("programs of one's own are one's own, each title once") func own() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      for load in [20, 30] {
        site.clock.advance(hours: 1)
        _ = try await ada.post(
          "/program", [("text", "---\ntitle: Mine\n---\n## A\n- Squat: 3 x 8 @ \(load) kg\n")])
      }
      site.clock.advance(hours: 1)
      _ = try await ada.post("/program", [("program", "start-here")])
      let list = try await ada.get("/program").text
      let ids = list.matches(of: /edit\?from=([0-9A-F-]{36})/).map { String($0.1) }
      #expect(ids.count == 1)
      let id = try #require(ids.first)
      #expect(try await ada.get("/program/edit?from=\(id)").text.contains("3 x 8 @ 30 kg"))
      let invitation = try await ada.post("/settings/invitation", []).text
      let code = try #require(
        invitation.split(separator: "invitation=").dropFirst().first?.prefix { $0 != "<" })
      var other = Visitor(site: site)
      try await other.signUp("Bo", invitation: String(code))
      #expect(try await other.get("/program/edit?from=\(id)").status == 400)
      #expect(try await other.get("/program?read=\(id)").status == 400)
    }
  }
}
