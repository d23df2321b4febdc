import Coaching
import Foundation
import Lifting

extension Page {
  /// `GET` gives all facts; `POST` adds some. Sending a fact twice is the same as sending it once.
  /// Where one can't be read, or can't be true, none is added, and every problem is answered with
  /// its place.
  static let apiFacts = Page(
    path: "/api/v1/facts", largestForm: 4 << 20,
    show: { visit in
      let facts = try await visit.coach.facts(of: visit.member)
      return try .encoded(["facts": facts])
    },
    take: { visit in
      let text = JSONText(visit.body)
      let (sent, mistakes) = text.decode(SentFacts.self)
      let facts = sent?.facts.elements ?? []
      let implausible = sent?.implausible(in: text, now: visit.coach.now()) ?? []
      let problems = (mistakes + implausible).inOrder()
      guard problems.isEmpty, !facts.isEmpty else {
        return try .encoded(
          ["problems": problems.isEmpty ? [noFacts] : problems], status: 400)
      }
      return try .encoded(try await visit.coach.record(facts, of: visit.member))
    })

  private struct SentFacts: Decodable {
    var facts: Lenient<Fact>

    /// What can't be true of them, each at its place in the text.
    func implausible(in text: JSONText, now: Date) -> [Diagnostic] {
      zip(facts.indices, facts.elements).flatMap { index, fact in
        fact.problems(now: now).map {
          text.diagnostic(at: ["facts", JSONKey(index)] + $0.path, $0.message)
        }
      }
    }
  }

  private static let noFacts = Diagnostic(.error, line: 1, column: 1, "“facts” is empty")
}
