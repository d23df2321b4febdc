import Foundation
import HTTPTypes
import Lifting
import Simulation
import Testing

@testable import Web

@Suite("The Learn page") struct LearnTests {
  func answer(_ query: String) -> LearnAnswer {
    LearnAnswer(LearnQuestion(Form(urlEncoded: query)))
  }

  @Test("strangers may read it, and it works without a script") func strangers() async throws {
    try await TestSite.run { site in
      var stranger = Visitor(site: site)
      let page = try await stranger.get("/learn?load=12&lower=5&best=20&training=years")
      #expect(page.status == 200)
      #expect(page.text.contains("Under control: 12 kg come down in 5 s"))
      #expect(page.text.contains(#"value="12""#) && page.text.contains(#"value="years" selected"#))
      for chapter in LearnText.chapters { #expect(page.text.contains(chapter.title)) }
      let fragment = try await stranger.get("/learn/curl?load=12&lower=5&best=20&training=years")
      #expect(fragment.text.contains("Under control: 12 kg"))
      #expect(!fragment.text.contains("<html"))
      #expect(fragment.headers[.contentType]?.hasPrefix("text/html") == true)
      for door in ["/signup", "/login"] {
        #expect(try await stranger.get(door).text.contains(#"href="/learn""#))
      }
      var ada = try await site.owner()
      for door in ["/today", "/about"] {
        #expect(try await ada.get(door).text.contains(#"href="/learn""#))
      }
    }
  }

  @Test("who is logged in begins with an arm of their own strength") func ownArm() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      #expect(
        try await ada.get("/learn").text.contains(#"name="best" inputmode="decimal" value="16""#))
      _ = try await ada.bringHistory()
      let page = try await ada.get("/learn").text
      let best = try #require(
        page.firstMatch(of: #/name="best" inputmode="decimal" value="([0-9.]+)"/#))
      #expect((16.5...22).contains(try #require(Double(best.1))))
      #expect(page.contains(#"value="years" selected"#))
      #expect(try await ada.get("/learn?best=30").text.contains(#"value="30""#))
    }
  }

  @Test("it says what the simulator found") func sentences() {
    #expect(answer("load=10&best=16&lower=4").sentence.hasPrefix("Under control"))
    #expect(answer("load=30&best=16&lower=4").sentence.contains("Lost"))
    #expect(answer("load=30&best=16&lower=4").sentence.hasPrefix("Too heavy to lift"))
    #expect(answer("load=18.5&best=16&lower=5").sentence.contains("Only just"))
    #expect(answer("load=10&best=16&lower=4").notes.contains { $0.contains("about a fifth") })
  }

  @Test("soreness is forecast for what can be done, and more load gives no less of it")
  func soreness() throws {
    #expect(answer("load=30&best=16&lower=4").peakSoreness == nil)
    func peak(_ query: String) throws -> Double { try #require(answer(query).peakSoreness) }
    let light = try peak("load=4&best=16")
    let heavy = try peak("load=12&best=16")
    #expect(light < heavy)
    #expect(try peak("load=12&best=16&training=years") < heavy)
  }

  @Test("every claim has its source, and none rests on a guess") func sources() {
    for claim in LearnText.chapters.flatMap(\.claims) {
      #expect(claim.source.confidence >= .b, "\(claim.text)")
      #expect(!claim.source.citation.isEmpty)
    }
  }

  @Test("whatever the address says, there is an answer") func hostile() async throws {
    try await TestSite.run { site in
      var stranger = Visitor(site: site)
      var random = SeededGenerator(seed: 844)
      let values = ["", "nan", "inf", "-1", "0", "1e999", "99999", "%zz", "<b>", "4,5", "new", "é"]
      for _ in 0..<40 {
        let query = ["load", "lower", "best", "training"]
          .map { "\($0)=\(values.randomElement(using: &random) ?? "")" }.joined(separator: "&")
        let page = try await stranger.get(
          "/learn/curl?\(query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? "")"
        )
        #expect(page.status == 200 && !page.text.contains("nan") && !page.text.contains("<b>"))
      }
    }
  }

  @Test("today shows what was said over what had been forecast") func lookBack() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      #expect(try await !ada.get("/today").text.contains("what you said"))
      let facts = """
        {"facts":[
        {"id":"\(UUID())","at":"2026-02-28T17:00:00Z","kind":"workSet","version":1,
         "body":{"exercise":"biceps-curl","kind":"negative","reps":20,
         "load":{"external":"14 kg"}}},
        {"id":"\(UUID())","at":"2026-03-01T17:00:00Z","kind":"checkIn","version":1,
         "body":{"soreness":{"elbowFlexors":6}}}]}
        """
      #expect(try await ada.post("/api/v1/facts", json: facts).status == 200)
      let today = try await ada.get("/today").text
      #expect(today.contains("what you said"))
      #expect(today.contains("What you said, the oldest first: 6"))
      #expect(today.contains("dot reported") && today.contains("band ordinary"))
    }
  }
}
