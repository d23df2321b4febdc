import Foundation
import Lifting
import Simulation
import TestSupport
import Testing

@testable import Web

@Suite("From what is accepted to every page") struct OddFactTests {
  /// Every page that can be looked at, and some with odd questions.
  private static let addresses =
    Page.all.map(\.path).filter { $0 != "/logout" } + [
      "/history?before=9999-12-31", "/history?before=0001-01-01", "/history?before=1950-01-01",
      "/program?week=99999999999999999999", "/program?week=-9223372036854775808",
      "/learn/curl?load=1e308&best=1e308&seconds=1e308", "/learn?best=nan&load=-1&seconds=0",
      "/members/limits?member=x", "/program/edit?from=x",
    ]

  /// No page of theirs fails, and none of anybody else's.
  private static func look(_ ada: Visitor, _ what: String) async throws {
    var ada = ada
    for address in addresses {
      let answer = try await ada.get(address)
      #expect(answer.status < 500, "\(what): \(address)")
    }
    var stranger = Visitor(site: ada.site)
    #expect(try await stranger.get("/login").status == 200, "\(what)")
  }

  @Test(
    "facts at the edges of what is accepted are shown by every page",
    arguments: 1...UInt64(Effort.cases(2, thorough: 40)))
  func edges(seed: UInt64) async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      var edges = EdgeFacts(seed: seed, now: site.clock.now)
      for round in 1...4 {
        let facts = (0..<40).map { _ in edges.one() }
        let json = String(
          decoding: try JSONEncoder.eccentricCompact.encode(["facts": facts]), as: UTF8.self)
        let answer = try await ada.post("/api/v1/facts", json: json)
        #expect(answer.status == 200, "seed \(seed): \(answer.text.prefix(500))")
        // Who is refused sees few numbers: in every other round they may train.
        if round.isMultiple(of: 2) { try await ada.answerQuestions(trainingMonths: 30) }
        try await Self.look(ada, "seed \(seed), round \(round)")
        site.clock.advance(hours: 31)
      }
    }
  }

  @Test(
    "odd values are refused or kept, and the pages go on",
    arguments: 1...UInt64(Effort.cases(1, thorough: 20)))
  func odd(seed: UInt64) async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      var random = SeededGenerator(seed: seed)
      var edges = EdgeFacts(seed: seed, now: site.clock.now)
      var kept = 0
      for _ in 0..<Effort.cases(300, thorough: 1000) {
        var json = String(
          decoding: try JSONEncoder.eccentricCompact.encode(["facts": [edges.one()]]),
          as: UTF8.self)
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          json = json.withOneOddValue(using: &random)
        }
        let answer = try await ada.post("/api/v1/facts", json: json)
        #expect(answer.status == 200 || answer.status == 400, "seed \(seed): \(json.prefix(500))")
        if answer.status == 200 { kept += 1 }
      }
      #expect(kept > 10)
      try await Self.look(ada, "seed \(seed)")
      try await ada.answerQuestions(trainingMonths: 30)
      try await Self.look(ada, "seed \(seed), answered")
    }
  }
}
