import Coaching
import Foundation
import Lifting

extension Page {
  /// `GET` gives all facts; `POST` adds some. Sending a fact twice is the same as sending it once.
  ///
  /// Each fact gets its own receipt: its id is in `new`, `known` or `conflicting` where it is kept, and
  /// in `refused` with the reasons where it can't be read, or can't be true; the others are kept all the
  /// same. Where nothing is kept the status is 400. `problems` has every reason with its place.
  static let apiFacts = Page(
    path: "/api/v1/facts", largestForm: 4 << 20,
    show: { visit in
      let facts = try await visit.place.facts(of: visit.member)
      return try .encoded(["facts": facts])
    },
    take: { visit in
      let sent = SentFacts(JSONText(visit.body), now: visit.place.now())
      guard !sent.facts.isEmpty else {
        let problems = sent.problems.isEmpty ? [noFacts] : sent.problems
        return try .encoded(FactsAnswer(refused: sent.refused, problems: problems), status: 400)
      }
      let receipt = try await visit.place.record(sent.facts, of: visit.member)
      return try .encoded(
        FactsAnswer(
          new: receipt.new, known: receipt.known, conflicting: receipt.conflicting,
          refused: sent.refused, problems: sent.problems))
    })

  private static let noFacts = Diagnostic(.error, line: 1, column: 1, "“facts” is empty")
}

/// What became of each fact that was sent.
private struct FactsAnswer: Encodable {
  struct Refused: Encodable {
    /// Nil where not even that can be read.
    var id: String?
    /// Where it stood in the list, from 0.
    var index: Int
    var because: [String]
  }

  var new: [UUID] = []
  var known: [UUID] = []
  var conflicting: [UUID] = []
  var refused: [Refused]
  var problems: [Diagnostic]
}

/// Facts as they were sent: those that can be kept, and why the others can't.
private struct SentFacts {
  private struct Body: Decodable {
    var facts: Lenient<Fact>
  }

  private struct Ids: Decodable {
    struct Named: Decodable {
      var id: String?
      init(from decoder: any Decoder) throws {
        let container = try? decoder.container(keyedBy: JSONKey.self)
        id = try? container?.decode(String.self, forKey: "id")
      }
    }
    var facts: [Named]
  }

  private(set) var facts: [Fact] = []
  private(set) var refused: [FactsAnswer.Refused] = []
  private(set) var problems: [Diagnostic]

  init(_ text: JSONText, now: Date) {
    let (body, mistakes) = text.decode(Body.self)
    problems = mistakes
    let ids = text.decode(Ids.self).value?.facts ?? []
    let starts = ids.indices.map { text.diagnostic(at: ["facts", JSONKey($0)], "") }
    var because: [Int: [String]] = [:]
    for mistake in mistakes {
      let isBehind: (Diagnostic) -> Bool = {
        ($0.line, $0.column) <= (mistake.line, mistake.column)
      }
      if let index = starts.lastIndex(where: isBehind) {
        because[index, default: []].append(mistake.message)
      }
    }
    if let sent = body?.facts {
      for (index, fact) in zip(sent.indices, sent.elements) {
        let wrong = fact.problems(now: now)
        guard wrong.isEmpty else {
          because[index, default: []] += wrong.map(\.message)
          problems += wrong.map {
            text.diagnostic(at: ["facts", JSONKey(index)] + $0.path, $0.message)
          }
          continue
        }
        facts.append(fact)
      }
    }
    problems = problems.inOrder()
    refused = because.sorted { $0.key < $1.key }.map { index, reasons in
      FactsAnswer.Refused(id: ids[index].id, index: index, because: reasons)
    }
  }
}
