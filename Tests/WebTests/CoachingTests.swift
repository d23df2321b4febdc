import Coaching
import Foundation
import Lifting
import Testing

@testable import Web

@Suite("A coach's own limits") struct CoachLimitsTests {
  /// An owner with a coach, and somebody who has nothing to do with either.
  static func run(
    sees: [String] = [],
    _ test:
      @escaping @Sendable (
        _ ada: inout Visitor, _ ben: inout Visitor, _ eve: inout Visitor, _ id: String
      ) async throws -> Void
  ) async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      _ = try await ada.bringHistory()
      var ben = try await invited("Ben", by: &ada)
      var eve = try await invited("Eve", by: &ada)
      let code = try code(
        in: try await ada.post("/coach/invite", sees.map { ("sees", $0) }).text,
        after: "/members/take?code=")
      #expect(try await ada.post("/members/take", [("code", code)]).status == 422)
      #expect(try await ben.post("/members/take", [("code", " \(code) ")]).location == "/members")
      #expect(try await eve.post("/members/take", [("code", code)]).status == 422)
      let members = try await ben.get("/members").text
      let id = try self.code(in: members, after: "/members/member?member=")
      try await test(&ada, &ben, &eve, id)
    }
  }

  static func invited(_ name: String, by owner: inout Visitor) async throws -> Visitor {
    let page = try await owner.post("/settings/invitation", []).text
    var visitor = Visitor(site: owner.site)
    try await visitor.signUp(name, invitation: try code(in: page, after: "?invitation="))
    return visitor
  }

  static func code(in page: String, after start: String) throws -> String {
    let rest = try #require(page.components(separatedBy: start).dropFirst().first)
    return String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }

  @Test("they shape the member's session, and Today says whose they are") func shape() async throws
  {
    try await Self.run {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, id: String) async throws -> Void in
      #expect(try await ada.get("/today").text.contains("badge eccentric"))
      let saved = try await ben.post(
        "/members/limits", [("member", id), ("negativeSets", "0"), ("repsInReserve", "4")])
      #expect(saved.status == 303)
      let form = try await ben.get("/members/limits?member=\(id)").text
      #expect(form.contains("<option value=\"0\" selected>0") && form.contains("What you set"))
      let today = try await ada.get("/today").text
      #expect(today.contains("says your coach") && !today.contains("badge eccentric"))
      #expect(today.contains("keep 4 in reserve"))
      let settings = try await ada.get("/settings").text
      #expect(settings.contains("0 negative sets of a body part at most; 4 reps in reserve"))
      // Without the coach, as before.
      let coach = try Self.code(
        in: try await ada.get("/coach").text, after: "name=\"coach\" value=\"")
      #expect(try await ada.post("/coach/end", [("coach", coach)]).status == 303)
      #expect(try await ada.get("/today").text.contains("badge eccentric"))
      #expect(try await ben.post("/members/limits", [("member", id)]).status == 403)
    }
  }

  @Test("nobody else sets or sees them: not another, not the member") func others() async throws {
    try await Self.run {
      (ada: inout Visitor, ben: inout Visitor, eve: inout Visitor, id: String) async throws -> Void
      in
      for path in ["/members/limits?member=\(id)"] {
        #expect(try await ada.get(path).status == 403)
        #expect(try await eve.get(path).status == 403)
      }
      let fields = [("member", id), ("negativeSets", "0")]
      #expect(try await ada.post("/members/limits", fields).status == 403)
      #expect(try await eve.post("/members/limits", fields).status == 403)
      #expect(try await ada.get("/today").text.contains("badge eccentric"))
      #expect(try await ben.get("/members/limits?member=nobody").status == 404)
      var stranger = Visitor(site: ada.site)
      #expect(try await stranger.post("/members/limits", fields).location == "/login")
    }
  }

  @Test("a percentage that is none is handed back, and an empty form lifts them")
  func problems() async throws {
    try await Self.run {
      (ada: inout Visitor, ben: inout Visitor, _: inout Visitor, id: String) async throws -> Void in
      for wrong in ["-1", "121", "nan", "viel", "1e400"] {
        let answer = try await ben.post(
          "/members/limits", [("member", id), ("percentOfMaximum", wrong)])
        #expect(answer.status == 422 && answer.text.contains("from 0 to 120"))
      }
      _ = try await ben.post(
        "/members/limits",
        [
          ("member", id), ("percentOfMaximum", "62,5"), ("withoutNegatives", "lats"),
          ("withoutNegatives", "nonsense"), ("negativeSets", "900"),
        ])
      #expect(
        try await ada.get("/settings").text.contains("62.5 % at most; no negatives for lats<"))
      _ = try await ben.post("/members/limits", [("member", id)])
      #expect(try await ada.get("/settings").text.contains("no limits"))
    }
  }
}
