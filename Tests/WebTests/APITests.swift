import Foundation
import HTTPTypes
import Lifting
import Testing

@testable import Web

/// A program that calls the API with a token, and nothing else.
struct TokenHolder: Sendable {
  let site: TestSite
  var token: String

  func send(
    _ method: HTTPRequest.Method, _ path: String, json: String? = nil, headers: HTTPFields = [:]
  ) async throws -> Visitor.Answer {
    var headers = headers
    headers[.authorization] = "Bearer \(token)"
    if json != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
    var nobody = Visitor(site: site)
    return try await nobody.send(
      Endpoint.base + path, method, headers: headers, body: json.map { Array($0.utf8) })
  }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Visitor.Answer {
    try await send(.get, path, headers: headers)
  }
}

extension Visitor {
  mutating func makeToken(_ scopes: [String], named name: String = "A script") async throws
    -> TokenHolder
  {
    let page = try await post(
      "/settings/tokens", [("name", name)] + scopes.map { ("scope", $0) })
    let secret = page.text.split(separator: "<p class=\"code\">").dropFirst().first?
      .prefix { $0 != "<" }
    return TokenHolder(site: site, token: String(try #require(secret)))
  }
}

extension Visitor.Answer {
  func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder.eccentric.decode(type, from: Data(text.utf8))
  }

  /// A problem of the kind, in the one shape that problems have.
  func isProblem(_ kind: APIProblem.Kind) throws -> Bool {
    guard header("Content-Type") == "application/problem+json" else { return false }
    let problem = try decoded(APIProblem.Document.self)
    return status == kind.status && problem.status == status && problem.type == kind.uri
      && !problem.detail.isEmpty
  }
}

@Suite("Tokens") struct TokenTests {
  private static let fact =
    #"{"facts":[{"id":"0F0E0D0C-0B0A-4908-8706-050403020100","at":"2026-03-02T16:00:00Z","kind":"workSet","version":1,"body":{"exercise":"squat","reps":5}}]}"#

  @Test("a token opens what its scopes say, without cookie or origin, until it is revoked")
  func scopes() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let reader = try await ada.makeToken(["read"], named: "Reader")
      let writer = try await ada.makeToken(["write"], named: "Writer")
      #expect(try await reader.get("/facts").status == 200)
      #expect(try await writer.send(.post, "/facts", json: Self.fact).status == 200)
      #expect(try await reader.get("/facts").text.contains("0F0E0D0C"))
      let refused = try await reader.send(.post, "/facts", json: Self.fact)
      #expect(try refused.isProblem(.insufficientScope))
      #expect(refused.header("WWW-Authenticate")?.contains("scope=\"write\"") == true)
      #expect(try await writer.get("/facts").isProblem(.insufficientScope))
      #expect(try await reader.get("/members").isProblem(.insufficientScope))

      let page = try await ada.get("/settings/tokens").text
      #expect(page.contains("Reader") && page.contains("last used on"))
      #expect(!page.contains(reader.token))
      let id = page.split(separator: "value=\"").compactMap {
        UUID(uuidString: String($0.prefix(36)))
      }
      for id in id { _ = try await ada.post("/settings/tokens", [("revoke", id.uuidString)]) }
      for holder in [reader, writer, TokenHolder(site: site, token: "eccentric_made-up")] {
        let answer = try await holder.get("/me")
        #expect(try answer.isProblem(.logInFirst))
        #expect(answer.header("WWW-Authenticate")?.hasPrefix("Bearer ") == true)
      }
    }
  }

  @Test("a token can't make tokens, change the password or erase, and opens no page")
  func limits() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let all = try await ada.makeToken(["read", "write", "coach"])
      var headers = Visitor.sameOrigin
      headers[.authorization] = "Bearer \(all.token)"
      for (path, fields) in [
        ("/settings/tokens", [("name", "More"), ("scope", "read")]),
        ("/settings/password", [("old", Visitor.password), ("new", "another long one")]),
        ("/settings/delete", [("password", Visitor.password), ("what", "account")]),
        ("/settings", [("timeZone", "UTC")]),
      ] {
        var nobody = Visitor(site: site)
        let answer = try await nobody.post(path, form: fields, headers: headers)
        #expect(answer.location == "/login", "\(path)")
      }
      #expect(try await all.get("/me").status == 200)
    }
  }

  @Test("only the hash is kept; a new password and erasing revoke all of them")
  func gone() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let first = try await ada.makeToken(["read"])
      let secret = Array(first.token.utf8)
      for name in try FileManager.default.contentsOfDirectory(
        at: site.file.deletingLastPathComponent(), includingPropertiesForKeys: nil)
      {
        let bytes = try Data(contentsOf: name)
        #expect(bytes.range(of: Data(secret)) == nil, "\(name.lastPathComponent)")
      }
      #expect(try await ada.get("/settings/delete").text.contains("1 token of a program"))
      _ = try await ada.post(
        "/settings/password", [("old", Visitor.password), ("new", "another long one")])
      #expect(try await first.get("/me").status == 401)
      let second = try await ada.makeToken(["read"])
      _ = try await ada.post(
        "/settings/delete", [("password", "another long one"), ("what", "data")])
      #expect(try await second.get("/me").status == 401)
    }
  }

  @Test("a token needs a name and a scope, and there are so many at most") func refused()
    async throws
  {
    try await TestSite.run { site in
      var ada = try await site.owner()
      for fields in [[("name", ""), ("scope", "read")], [("name", "A"), ("scope", "x")]] {
        #expect(try await ada.post("/settings/tokens", fields).status == 422)
      }
      for _ in 0..<20 { _ = try await ada.makeToken(["read"]) }
      let more = try await ada.post("/settings/tokens", [("name", "A"), ("scope", "read")])
      #expect(more.status == 422 && more.text.contains("20 tokens"))
    }
  }
}

@Suite("The API") struct APITests {
  @Test("every endpoint is closed to strangers, and every problem has one shape")
  func closed() async throws {
    try await TestSite.run { site in
      _ = try await site.owner()
      var stranger = Visitor(site: site)
      for endpoint in Endpoint.all where endpoint.scope != nil {
        let path = Endpoint.base + Self.filled(endpoint.path)
        for cookie in [nil, "eccentric=made-up-token"] {
          stranger.cookie = cookie
          let answer = try await stranger.send(
            path, endpoint.method, headers: Visitor.sameOrigin, body: nil)
          #expect(try answer.isProblem(.logInFirst), "\(endpoint.method) \(path)")
          #expect(answer.header("WWW-Authenticate")?.hasPrefix("Bearer ") == true)
        }
      }
      for path in ["/api", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/facts"] {
        #expect(try await stranger.get(path).isProblem(.notFound), "\(path)")
      }
      #expect(try await stranger.get("/api/v1/openapi.json").status == 200)
    }
  }

  /// A path with some id in each place.
  private static func filled(_ path: String) -> String {
    path.split(separator: "/").map {
      "/" + ($0.hasPrefix("{") ? "0F0E0D0C-0B0A-4908-8706-050403020100" : $0)
    }.joined()
  }

  @Test("what isn't allowed says what is; what is too large, of another kind or unknown is refused")
  func refusals() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let holder = try await ada.makeToken(["read", "write", "coach"])
      let deleted = try await holder.send(.delete, "/facts")
      #expect(try deleted.isProblem(.methodNotAllowed))
      #expect(deleted.header("Allow") == "GET, HEAD, POST")
      let large = "{\"text\":\"" + String(repeating: "a", count: 300 << 10) + "\"}"
      #expect(try await holder.send(.put, "/program", json: large).isProblem(.tooLarge))
      let plain = try await holder.send(
        .put, "/program", json: "{\"text\":\"\"}", headers: [.contentType: "text/plain"])
      #expect(try plain.isProblem(.unsupportedType))
      for path in [
        "/facts?since=1", "/facts?limit=0", "/facts?limit=x", "/facts?after=x",
        "/posts?after=ZmFjdHMgMQ", "/posts?author=x", "/today?workout=Nothing", "/forecast?days=99",
      ] {
        let answer = try await holder.get(path)
        #expect(try answer.isProblem(.badRequest), "\(path): \(answer.text)")
        #expect(try answer.decoded(APIProblem.Document.self).problems.first?.field != nil)
      }
      #expect(try await holder.get("/posts/7").isProblem(.notFound))
      // With a cookie, another site's script gets nowhere.
      var headers: HTTPFields = [.contentType: "application/json"]
      headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
      let foreign = try await ada.send("/api/v1/program", .delete, headers: headers, body: nil)
      #expect(try foreign.isProblem(.forbidden))
    }
  }

  @Test("a program with errors is refused with line and column, and nothing changes")
  func program() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let holder = try await ada.makeToken(["read", "write"])
      let text = "## A\\n- Squat: 3 x 5 @ 60 kg\\n- Squat: 3 y 5\\n"
      let refused = try await holder.send(.put, "/program", json: "{\"text\":\"\(text)\"}")
      #expect(try refused.isProblem(.invalid))
      let problem = try #require(try refused.decoded(APIProblem.Document.self).problems.first)
      #expect(problem.field == "text" && problem.line == 3 && (problem.column ?? 0) > 1)
      let slip = try await holder.send(.put, "/program", json: "{\n\"txet\":\"\"}")
      let slips = try slip.decoded(APIProblem.Document.self).problems
      #expect(slips.contains { $0.message.contains("txet") && $0.line == 2 })

      let good = text.replacing("y", with: "x")
      let taken = try await holder.send(.put, "/program", json: "{\"text\":\"\(good)\"}")
      #expect(taken.status == 200 && taken.text.contains("3 x 5 @ 60 kg"))
      // Again changes nothing.
      let facts = try await holder.get("/facts").text
      _ = try await holder.send(.put, "/program", json: "{\"text\":\"\(good)\"}")
      #expect(try await holder.get("/facts").text == facts)
      #expect(try await holder.get("/today").text.contains("\"squat\""))
      #expect(try await holder.send(.delete, "/program").status == 204)
      #expect(try await holder.get("/program").text.contains("\"text\" : \"\""))
    }
  }

  @Test("a list goes on where it ended, and what is unchanged isn't sent again")
  func paging() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      let holder = try await ada.makeToken(["read", "write"])
      struct Page: Decodable {
        var facts: [Fact]
        var next: String?
      }
      let all = try await holder.get("/facts").decoded(Page.self)
      #expect(all.next == nil && all.facts.count > 20)
      var walked: [Fact] = []
      var next: String?
      repeat {
        let after = next.map { "&after=\($0)" } ?? ""
        let page = try await holder.get("/facts?limit=7\(after)").decoded(Page.self)
        #expect(page.facts.count <= 7)
        walked += page.facts
        next = page.next
      } while next != nil
      #expect(walked == all.facts)

      for path in ["/facts", "/me", "/today", "/archive", "/openapi.json"] {
        let first = try await holder.get(path)
        let tag = try #require(first.headers[.eTag])
        let again = try await holder.get(path, headers: [.ifNoneMatch: tag])
        #expect(again.status == 304 && again.text.isEmpty && again.headers[.eTag] == tag)
        #expect(try await holder.get(path, headers: [.ifNoneMatch: "\"x\""]).status == 200)
      }
      let before = try #require(try await holder.get("/facts").headers[.eTag])
      _ = try await holder.send(.delete, "/program")
      _ = try await holder.send(
        .put, "/program", json: ###"{"text":"## A\n- Squat: 3 x 5 @ 60 kg\n"}"###)
      #expect(
        try await holder.get("/facts", headers: [.ifNoneMatch: before]).status == 200)
    }
  }

  @Test("a post is written, found, followed, discussed and removed by programs alone")
  func posts() async throws {
    try await CoachLimitsTests.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, _: String) async throws -> Void
      in
      let reader = try await ada.makeToken(["read", "write"])
      let coach = try await ben.makeToken(["read", "write", "coach"])
      let stranger = try await eve.makeToken(["read", "write", "coach"])
      let id = UUID().uuidString
      let text = #"---\ntitle: Slower\n---\n## A\n- Lat pulldown: 3 x 8 @ 40 kg\n"#
      let draft = #"{"text":"\#(text)","audience":"members","publish":false}"#
      #expect(try await coach.send(.put, "/posts/\(id)", json: draft).status == 200)
      #expect(try await coach.get("/drafts").text.contains(id))
      #expect(try await reader.get("/posts/\(id)").isProblem(.notFound))
      let broken = draft.replacing("3 x 8", with: "3 y 8").replacing("false", with: "true")
      let refused = try await coach.send(.put, "/posts/\(UUID())", json: broken)
      #expect(try refused.decoded(APIProblem.Document.self).problems.first?.line == 5)
      let published = draft.replacing("false", with: "true")
      #expect(try await coach.send(.put, "/posts/\(id)", json: published).status == 200)
      #expect(try await reader.get("/posts?search=SLOWER").text.contains(id))
      #expect(try await !reader.get("/posts?search=faster").text.contains(id))
      #expect(try await stranger.get("/posts/\(id)").isProblem(.notFound))
      #expect(
        try await stranger.send(.put, "/posts/\(id)", json: published).isProblem(.notFound))
      let followed = try await reader.send(.post, "/posts/\(id)/follow")
      #expect(followed.status == 200 && followed.text.contains("\"version\" : 1"))

      let comment = "/posts/\(id)/comments/\(UUID())"
      let said = #"{"text":"How slow?"}"#
      #expect(try await reader.send(.put, comment, json: said).status == 201)
      #expect(try await reader.send(.put, comment, json: said).status == 200)
      #expect(try await coach.send(.put, comment, json: said).isProblem(.conflict))
      #expect(
        try await reader.send(.put, comment, json: #"{"text":"How slow, then?"}"#).status == 200)
      let answer = #"{"text":"No parent","answering":"\#(UUID())"}"#
      #expect(
        try await coach.send(.put, "/posts/\(id)/comments/\(UUID())", json: answer)
          .isProblem(.invalid))
      let list = try await coach.get("/posts/\(id)/comments").text
      #expect(
        list.contains("How slow, then?") && list.components(separatedBy: "writtenAt").count == 2)
      #expect(
        try await stranger.send(.post, comment + "/report", json: #"{"reason":"x"}"#)
          .isProblem(.notFound))
      #expect(
        try await coach.send(.post, comment + "/report", json: #"{"reason":"x"}"#).status == 204)
      #expect(try await coach.send(.delete, comment).status == 204)
      #expect(try await coach.send(.delete, comment).isProblem(.notFound))

      struct Members: Decodable {
        struct One: Decodable { var id: UUID }
        var members: [One]
      }
      let member = try #require(
        try await coach.get("/members").decoded(Members.self).members.first?.id)
      let limits = "/members/\(member)/limits"
      #expect(try await coach.send(.put, limits, json: #"{"negativeSets":1}"#).status == 200)
      #expect(try await coach.get(limits).text.contains("\"negativeSets\" : 1"))
      #expect(try await stranger.get(limits).isProblem(.forbidden))
      let wrong = try await coach.send(.put, limits, json: #"{"repsInReserve":11}"#)
      #expect(try wrong.isProblem(.invalid) && wrong.text.contains("from 0 to 10"))
      #expect(try await coach.send(.delete, "/posts/\(id)").status == 204)
      #expect(try await coach.send(.delete, "/posts/\(id)").isProblem(.notFound))
    }
  }

  @Test("posts of one second are neither lost nor told twice from page to page")
  func samePosts() async throws {
    try await CoachLimitsTests.run {
      (_: inout Visitor, ben: inout Visitor, _: inout Visitor, _: String) async throws -> Void in
      let coach = try await ben.makeToken(["read", "coach"])
      var made: Set<UUID> = []
      for number in 0..<7 {
        let id = UUID()
        made.insert(id)
        let json =
          #"{"text":"---\ntitle: T\#(number)\n---\nx","audience":"members","publish":true}"#
        #expect(try await coach.send(.put, "/posts/\(id)", json: json).status == 200)
      }
      struct Page: Decodable {
        struct One: Decodable { var id: UUID }
        var posts: [One]
        var next: String?
      }
      var walked: [UUID] = []
      var next: String?
      repeat {
        let after = next.map { "&after=\($0)" } ?? ""
        let page = try await coach.get("/posts?limit=2\(after)").decoded(Page.self)
        walked += page.posts.map(\.id)
        next = page.next
      } while next != nil
      #expect(walked.count == 7 && Set(walked) == made)
    }
  }

  @Test("the description has every row, and each type's schema asks for what the type reads")
  func description() throws {
    let paths = try #require(OpenAPI.document["paths"])
    for endpoint in Endpoint.all {
      #expect(paths[endpoint.path]?[endpoint.method.rawValue.lowercased()] != nil)
    }
    #expect(Set(Endpoint.all.map { "\($0.method) \($0.path)" }).count == Endpoint.all.count)
    // A type that stopped halfway would lack what comes last.
    let facts = paths["/facts"]?["get"]?["responses"]?["200"]?["content"]?["application/json"]
    #expect(facts?["schema"]?["properties"]?["upTo"] == ["type": "string"])
    guard case .list(let kinds)? = JSONSchema.fact["oneOf"] else {
      Issue.record("facts have kinds")
      return
    }
    #expect(kinds.count == Fact.Body.Kind.allCases.count)
    func body(_ kind: Fact.Body.Kind) -> JSONValue? {
      kinds.first { $0["title"] == .text(kind.rawValue) }?["properties"]?["body"]
    }
    #expect(body(.workSet)?["required"] == ["exercise", "reps"])
    #expect(body(.workSet)?["properties"]?["stickingRegions"]?["type"] == "array")
    #expect(body(.athlete)?["required"] == ["birthYear", "bodyMass", "trainingMonths"])
    #expect(body(.recording)?["properties"]?["corrections"]?["type"] == "array")
    #expect(JSONSchema.components["Prescription"]?["properties"]?["bodyParts"] != nil)
  }
}
