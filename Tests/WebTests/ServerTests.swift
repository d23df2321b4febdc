import Foundation
import HTTPTypes
import HummingbirdTesting
import Lifting
import NIOCore
import Packing
import Simulation
import Testing

@testable import Web

@Suite("The server") struct ServerTests {
  @Test("facts are kept once, and bad ones are refused with their place") func facts() async throws
  {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let id = "0F0E0D0C-0B0A-4908-8706-050403020100"
      let fact =
        #"{"id":"\#(id)","at":"2026-03-02T16:00:00Z","kind":"workSet","version":1,"body":{"exercise":"squat","reps":5}}"#
      let first = try await ada.post("/api/v1/facts", json: #"{"facts":[\#(fact)]}"#)
      #expect(first.status == 200 && first.text.contains(id))
      let second = try await ada.post("/api/v1/facts", json: #"{"facts":[\#(fact),\#(fact)]}"#)
      #expect(second.text.contains("\"new\" : [\n\n  ]") || second.text.contains("\"new\" : []"))
      let other = fact.replacing("\"reps\":5", with: "\"reps\":6")
      #expect(
        try await ada.post("/api/v1/facts", json: #"{"facts":[\#(other)]}"#).text
          .contains("\"conflicting\" : [\n    \"\(id)\""))

      for (json, sentence) in [
        ("", "ends too early"), ("{}", "missing"), (#"{"facts":[]}"#, "empty"),
        (#"{"facts":[{"id":"x"}]}"#, "missing"),
        (#"{"facts":[\#(fact.replacing("\"reps\":5", with: "\"reps\":-5"))]}"#, "reps is -5"),
        (#"{"facts":[\#(fact.replacing("workSet", with: "wrokSet"))]}"#, "wrokSet"),
        (#"{"facts":[\#(fact.replacing("\"version\":1", with: "\"version\":2"))]}"#, "newer"),
      ] {
        let answer = try await ada.post("/api/v1/facts", json: json)
        #expect(answer.status == 400 && answer.text.contains(sentence), "\(json): \(answer.text)")
      }
      let future = fact.replacing("2026-03-02", with: "2027-03-02").replacing(
        id, with: UUID().uuidString)
      let answer = try await ada.post("/api/v1/facts", json: #"{"facts":[\#(future)]}"#)
      #expect(answer.status == 400 && answer.text.contains("clock"))
      let all = try await ada.get("/api/v1/facts").text
      #expect(all.components(separatedBy: "workSet").count == 2)
    }
  }

  @Test("a session that is on its way can be gone on with") func begun() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      let facts = """
        {"facts":[
        {"id":"\(UUID())","at":"2026-03-02T17:00:00Z","kind":"session","version":1,
         "body":{"id":"S1","title":"Pull"}},
        {"id":"\(UUID())","at":"2026-03-02T17:00:00Z","kind":"workSet","version":1,
         "body":{"exercise":"lat-pulldown","reps":8,"session":"S1"}}]}
        """
      _ = try await ada.post("/api/v1/facts", json: facts)
      site.clock.advance(hours: 0.1)
      #expect(try await ada.get("/today").text.contains("You’ve done 1 of 7 sets."))
      let player = try await ada.get("/train").text
      #expect(player.contains(#""done":[true,false"#) && player.contains(#""session":"S1""#))
      site.clock.advance(hours: 5)
      #expect(try await ada.get("/today").text.contains("Done for today"))
    }
  }

  @Test("assets come with their type and aren't sent twice") func assets() async throws {
    try await TestSite.run { site in
      var stranger = Visitor(site: site)
      for (path, type) in [
        ("/assets/style.css", "text/css"), ("/assets/player.js", "text/javascript"),
        ("/worker.js", "text/javascript"), ("/assets/icon.svg", "image/svg+xml"),
      ] {
        let answer = try await stranger.get(path)
        #expect(answer.status == 200 && answer.headers[.contentType]?.hasPrefix(type) == true)
        let tag = try #require(answer.headers[.eTag])
        let again = try await stranger.send(
          path, .get, headers: [.ifNoneMatch: tag], body: nil)
        #expect(again.status == 304 && again.text.isEmpty)
      }
      for path in ["/assets/", "/assets/../Server.swift", "/assets/%2e%2e/x", "/worker.js/x"] {
        #expect(try await stranger.get(path).status == 404)
      }
    }
  }

  @Test("what isn't there is said to be not there") func notFound() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      #expect(try await ada.get("/nowhere").status == 404)
      #expect(try await ada.post("/today", []).status == 404)
      #expect(
        try await ada.send("/today", .delete, headers: Visitor.sameOrigin, body: nil).status == 404)
      let head = try await ada.send("/today", .head, headers: [:], body: nil)
      #expect(head.status == 200 && head.text.isEmpty)
    }
  }

  @Test("nothing that is sent can bring the server down") func noise() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      var random = SeededGenerator(seed: 42)
      let types = [
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json",
        "multipart/form-data; boundary=", "text/plain", "multipart/form-data",
      ]
      let pieces = [
        "--x\r\n", "Content-Disposition: form-data; name=\"", "\"; filename=\"", "\r\n\r\n",
        "--x--",
        "count=", "=999999999999999999999", "reps0=1e999", "%", "%zz", "&", "\0", "ä", "{", "[",
        "s-chest=3", "id=", "bodyMass=NaN", "birthYear=-1", "loadStep=0", "symptom=x",
      ]
      for page in Page.all
      where page.take != nil
        && !["/logout", "/signup", "/login", "/look/leave"].contains(page.path)
      {
        for _ in 0..<20 {
          let body = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
            Bool.random(using: &random)
              ? Array((pieces.randomElement(using: &random) ?? "").utf8)
              : (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }
          }
          var headers = Visitor.sameOrigin
          headers[.contentType] = types.randomElement(using: &random)
          let answer = try await ada.send(page.path, .post, headers: headers, body: body)
          #expect(answer.status < 500, "\(page.path): \(String(decoding: body, as: UTF8.self))")
        }
      }
      #expect(try await ada.get("/today").status == 200)
    }
  }

  @Test("texts go out as gzip to whoever takes it, and are the same") func packed() async throws {
    try await TestSite.run { site in
      for path in ["/learn", "/assets/style.css", "/manifest.webmanifest"] {
        let (plain, packed) = try await (
          Self.bytes(of: path, [:], site), Self.bytes(of: path, [.acceptEncoding: "br, gzip"], site)
        )
        #expect(plain.headers[.contentEncoding] == nil)
        guard plain.bytes.count > 1_000 else { continue }
        #expect(packed.headers[.contentEncoding] == "gzip", "\(path)")
        #expect(packed.headers[.vary] == "Accept-Encoding")
        #expect(packed.bytes.count * 2 < plain.bytes.count, "\(path)")
        #expect(try Gzip.unpack(packed.bytes, upTo: 1 << 20) == plain.bytes, "\(path)")
      }
      let picture = try await Self.bytes(
        of: "/assets/icon-192.png", [.acceptEncoding: "gzip"], site)
      #expect(picture.headers[.contentEncoding] == nil && picture.bytes.starts(with: [0x89, 0x50]))
    }
  }

  private static func bytes(
    of path: String, _ headers: HTTPFields, _ site: TestSite
  ) async throws -> (headers: HTTPFields, bytes: [UInt8]) {
    try await site.client.execute(uri: path, method: .get, headers: headers, body: nil) {
      ($0.headers, Array($0.body.readableBytesView))
    }
  }
}
