import Foundation
import HTTPTypes
import Lifting
import Testing

@testable import Web

@Suite("Accounts and closed doors") struct AccountTests {
  @Test("who isn't logged in gets no member's page and no data")
  func closed() async throws {
    try await TestSite.run { site in
      _ = try await site.owner()
      for path in Page.all.filter({ $0.access == .member }).map(\.path) {
        var stranger = Visitor(site: site)
        for answer in [try await stranger.get(path), try await stranger.post(path, [])] {
          #expect(answer.status == 303 && answer.location == "/login", "\(path)")
        }
        stranger.cookie = "eccentric=made-up-token"
        #expect(try await stranger.get(path).status != 200, "\(path)")
      }
    }
  }

  @Test("the first account needs no invitation, every other one does, once")
  func invitations() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      var eve = Visitor(site: site)
      #expect(try await eve.get("/signup").status == 403)
      let refused = try await eve.post(
        "/signup", [("name", "Eve"), ("password", Visitor.password), ("invitation", "guess")])
      #expect(refused.status == 422 && eve.cookie == nil)

      let page = try await ada.post("/settings/invitation", []).text
      let code = try #require(
        page.split(separator: "invitation=").dropFirst().first?.prefix { $0 != "<" })
      #expect(try await eve.get("/signup?invitation=\(code)").status == 200)
      var bob = Visitor(site: site)
      try await bob.signUp("Bob", invitation: String(code))
      let again = try await eve.post(
        "/signup", [("name", "Eve"), ("password", Visitor.password), ("invitation", String(code))])
      #expect(again.status == 422)
      // Only the owner invites.
      #expect(try await bob.post("/settings/invitation", []).status == 403)
      #expect(try await !bob.get("/settings").text.contains("Invite somebody"))
    }
  }

  @Test("one member never sees or touches another's data") func separate() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let page = try await ada.post("/settings/invitation", []).text
      let code = page.split(separator: "invitation=").dropFirst().first?.prefix { $0 != "<" } ?? ""
      var bob = Visitor(site: site)
      try await bob.signUp("Bob", invitation: String(code))
      try await bob.answerQuestions(trainingMonths: 30)

      #expect(try await ada.bringHistory().text.contains("3 workouts, 18 sets"))
      let id = UUID().uuidString
      func fact(_ reps: Int) -> String {
        """
        {"facts":[{"id":"\(id)","at":"2026-03-02T16:00:00Z","kind":"workSet","version":1,
        "body":{"exercise":"squat","reps":\(reps),"note":"adas own"}}]}
        """
      }
      #expect(try await ada.post("/api/v1/facts", json: fact(5)).text.contains(id))
      for path in ["/history", "/api/v1/facts", "/settings/archive", "/today", "/api/v1/today"] {
        let text = try await bob.get(path).text
        #expect(!text.contains("Pulldown") && !text.contains(id) && !text.contains("adas own"))
      }
      // The same id from another member is their own fact, and leaves the first one alone.
      #expect(try await bob.post("/api/v1/facts", json: fact(9)).status == 200)
      #expect(try await ada.get("/api/v1/facts").text.contains("\"reps\" : 5"))
      #expect(try await !ada.get("/api/v1/facts").text.contains("\"reps\" : 9"))
      // Taking back somebody else's import does nothing.
      _ = try await ada.bringHistory()
      let fields = LoopTests.fields(of: try await ada.get("/import").text)
      let brought = try #require(fields.first { $0.0 == "id" }?.1)
      #expect(try await bob.post("/import/undo", [("id", brought)]).status == 404)
      #expect(try await ada.get("/history").text.contains("Lat pulldown"))
    }
  }

  @Test("passwords are asked for, and guessing is slowed down") func passwords() async throws {
    try await TestSite.run { site in
      _ = try await site.owner()
      var ada = Visitor(site: site)
      let short = try await ada.post("/signup", [("name", "x"), ("password", "short")])
      #expect(short.status == 422 && short.text.contains("at least 10"))
      for _ in 0..<8 {
        let wrong = try await ada.post("/login", [("name", "Ada"), ("password", "wrong")])
        #expect(wrong.status == 422 && wrong.text.contains("don’t go together"))
      }
      let right = [("name", "ada"), ("password", Visitor.password)]
      #expect(try await ada.post("/login", right).text.contains("too often"))
      site.clock.advance(hours: 0.3)
      let answer = try await ada.post("/login", right)
      #expect(answer.status == 303 && answer.location == "/today")
      #expect(try await ada.get("/today").status == 200)
    }
  }

  @Test("logging out, a new password and time end a login") func logins() async throws {
    try await TestSite.run { site in
      var phone = try await site.owner()
      var laptop = Visitor(site: site)
      _ = try await laptop.post("/login", [("name", "Ada"), ("password", Visitor.password)])
      #expect(try await laptop.get("/today").status == 200)
      let old = laptop.cookie
      #expect(try await laptop.post("/logout", []).location == "/login")
      laptop.cookie = old
      #expect(try await laptop.get("/today").location == "/login")

      let wrong = try await phone.post(
        "/settings/password", [("old", "nonsense"), ("new", "another good one")])
      #expect(wrong.status == 422)
      let stolen = phone.cookie
      let changed = try await phone.post(
        "/settings/password", [("old", Visitor.password), ("new", "another good one")])
      #expect(changed.status == 303)
      #expect(try await phone.get("/today").status == 200)
      var thief = Visitor(site: site)
      thief.cookie = stolen
      #expect(try await thief.get("/today").location == "/login")

      site.clock.advance(hours: 91 * 24)
      #expect(try await phone.get("/today").location == "/login")
    }
  }

  @Test("forms of other sites do nothing", arguments: ["cross-site", "same-site", "none of these"])
  func crossSite(_ from: String) async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      var headers = HTTPFields()
      headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = from
      #expect(try await ada.post("/logout", form: [], headers: headers).status == 403)
      #expect(try await ada.post("/logout", form: [], headers: [:]).status == 403)
      let foreign: HTTPFields = [.origin: "https://evil.example"]
      #expect(try await ada.post("/logout", form: [], headers: foreign).status == 403)
      #expect(try await ada.post("/logout", form: [], headers: [.origin: "null"]).status == 403)
      #expect(try await ada.get("/today").status == 200)
    }
  }

  @Test("cookies are for the server only, and for https where there is https")
  func cookies() async throws {
    for isSecure in [false, true] {
      try await TestSite.run(isSecure: isSecure) { site in
        var ada = Visitor(site: site)
        let answer = try await ada.post(
          "/signup", [("name", "Ada"), ("password", Visitor.password), ("timeZone", "UTC")])
        let cookie = try #require(answer.headers[.setCookie])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
        #expect(cookie.contains("Secure") == isSecure)
        #expect(cookie.contains("Path=/"))
      }
    }
  }

  @Test("every answer forbids foreign scripts, frames and guesses of type")
  func headers() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      for path in Page.all.map(\.path) + ["/nowhere", "/assets/style.css", "/assets/nothing.js"] {
        let headers = try await ada.get(path).headers
        let policy = headers[try #require(HTTPField.Name("Content-Security-Policy"))] ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
        #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
        #expect(headers[try #require(HTTPField.Name("X-Content-Type-Options"))] == "nosniff")
      }
    }
  }

  @Test("no page holds a style or a script of its own") func strictPages() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      for path in ["/today", "/train", "/log", "/soreness", "/history", "/program", "/settings"] {
        let answer = try await ada.get(path)
        #expect(answer.status == 200, "\(path)")
        #expect(!answer.text.contains(" style="), "\(path)")
        #expect(!answer.text.contains("<style"), "\(path)")
        #expect(!answer.text.contains(" onclick="), "\(path)")
        for script in answer.text.components(separatedBy: "<script").dropFirst() {
          #expect(
            script.hasPrefix(" type=\"module\" src=")
              || script.hasPrefix(" type=\"application/json\""))
        }
      }
    }
  }

  @Test("weights that can't be understood are all named, none is dropped") func weights()
    async throws
  {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let fields = [
        ("birthYear", "1990"), ("bodyMass", "80"), ("bodyMassUnit", "kg"),
        ("trainingMonths", "30"), ("loadStep", "2.5"), ("loadStepUnit", "kg"), ("bar", "twenty"),
        ("plates", "some kg"), ("dumbbells", "2 to 30 by 2 kg"),
      ]
      let page = try await ada.post("/about", fields).text
      #expect(page.contains("The empty bar is a weight with its unit"))
      #expect(page.contains("“some kg” is not a list of weights"))
      #expect(!page.contains("“2 to 30 by 2 kg” is not"))
    }
  }
}
