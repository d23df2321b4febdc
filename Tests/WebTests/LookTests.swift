import Foundation
import Testing

@testable import Web

@Suite("Looking around") struct LookTests {
  @Test("the made-up place is shown, says so, keeps nothing, and is left again") func look()
    async throws
  {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let own = ada.cookie
      let facts = try await ada.get("/api/v1/facts").text

      var guest = Visitor(site: site)
      #expect(try await guest.get("/login").text.contains("/look"))
      #expect(try await guest.post("/look", [("as", "Ada")]).status == 404)
      #expect(try await guest.post("/look", [("as", "Maria")]).location == "/today")
      let look = try #require(guest.cookie)
      #expect(look.hasPrefix("eccentric-look="))
      for path in ["/today", "/history", "/posts", "/program", "/members", "/settings"] {
        let page = try await guest.get(path)
        #expect(page.status == 200 && page.text.contains("made-up place"), "\(path)")
      }
      #expect(try await guest.get("/posts").text.contains("one negative"))
      #expect(try await guest.get("/members").text.contains("Bea"))
      // Nothing is kept, by any way in.
      for (path, fields) in [
        (
          "/posts/write",
          [("id", UUID().uuidString), ("text", "x"), ("audience", "web"), ("do", "draft")]
        ),
        ("/settings/invitation", []), ("/settings/open-posts", [("open", "no")]),
        ("/program", [("none", "1")]), ("/logout", []),
      ] as [(String, [(String, String)])] {
        #expect(try await guest.post(path, fields).status == 403, "\(path)")
      }
      #expect(try await guest.post("/api/v1/facts", json: "{\"facts\":[]}").status == 403)
      // Its login is worth nothing in the real place, nor the other way round.
      guest.cookie = look.replacing("eccentric-look=", with: "eccentric=")
      #expect(try await guest.get("/today").location == "/login")
      guest.cookie = own.map { $0.replacing("eccentric=", with: "eccentric-look=") }
      #expect(try await guest.get("/today").location == "/login")
      // Who is at home looks around and finds all as it was.
      ada.cookie = [own, look].compactMap { $0 }.joined(separator: "; ")
      #expect(try await ada.get("/posts").text.contains("made-up place"))
      ada.cookie = own
      #expect(try await !ada.get("/posts").text.contains("made-up place"))
      #expect(try await ada.get("/api/v1/facts").text == facts)
      guest.cookie = look
      let left = try await guest.post("/look/leave", [])
      #expect(left.location == "/" && guest.cookie == nil)
      #expect(try await guest.get("/today").location == "/login")
    }
  }
}
