import Coaching
import Foundation
import Lifting

extension Page {
  /// `GET` gives all facts; `POST` adds some. Sending a fact twice is the same as sending it once.
  static let apiFacts = Page(
    path: "/api/v1/facts", largestForm: 4 << 20,
    show: { visit in
      let facts = try await visit.coach.facts(of: visit.member)
      return try .encoded(["facts": facts])
    },
    take: { visit in
      let (sent, problems) = JSONText(visit.body).decode(SentFacts.self)
      let facts = sent?.facts.elements ?? []
      guard problems.isEmpty, !facts.isEmpty else {
        return try .encoded(
          ["problems": problems.isEmpty ? [noFacts] : problems], status: 400)
      }
      return try .encoded(try await visit.coach.record(facts, of: visit.member))
    })

  private struct SentFacts: Decodable {
    var facts: Lenient<Fact>
  }

  private static let noFacts = Diagnostic(.error, line: 1, column: 1, "“facts” is empty")
}
