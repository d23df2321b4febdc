import Coaching
import Community
import Foundation
import HTTPTypes
import Lifting

extension Endpoint {
  /// All facts, in the order in which they came in.
  static let facts = get(
    "/facts", "Your facts, in the order in which they came in",
    query: Parameter.page(default: 2_000, most: 2_000)
  ) { call in
    let after = try call.after("facts").map { parts in
      guard let entry = Int(parts[0], radix: 10) else { throw Cursor.bad }
      return entry
    }
    let (facts, last, hasMore) = try await call.visit.place.facts(
      of: call.member, after: after ?? 0, most: call.limit)
    let end = Cursor("facts", "\(last)").text
    return FactsPage(facts: facts, next: hasMore ? end : nil, upTo: end)
  }

  /// Adds some. Sending a fact twice is the same as sending it once.
  ///
  /// Each fact gets its own receipt: its id is in `new`, `known` or `conflicting` where it is kept, and
  /// in `refused` with the reasons where it can't be read, or can't be true; the others are kept all the
  /// same. Where nothing is kept the status is 400. `problems` has every reason with its place.
  static let addFacts = Endpoint(
    method: .post, path: "/facts",
    summary: "Add facts; the same id again changes nothing", scope: .write,
    takes: JSONSchema.of(SomeFacts.self), largest: 4 << 20,
    answers: [Answer(schema: JSONSchema.of(FactsAnswer.self), description: "What became of each")],
    handle: { call in
      let sent = SentFacts(JSONText(call.visit.body), now: call.visit.place.now())
      guard !sent.facts.isEmpty else {
        let problems = sent.problems.isEmpty ? [noFacts] : sent.problems
        var given = try Given.json(
          NothingKept(refused: sent.refused, problems: problems),
          status: APIProblem.Kind.badRequest.status)
        given.type = APIProblem.type
        return given
      }
      let receipt = try await call.visit.place.record(sent.facts, of: call.member)
      return try .json(
        FactsAnswer(
          new: receipt.new, known: receipt.known, conflicting: receipt.conflicting,
          refused: sent.refused, problems: sent.problems))
    })

  private static let noFacts = Diagnostic(.error, line: 1, column: 1, "“facts” is empty")
}

private struct FactsPage: Codable {
  var facts: [Fact]
  /// Nil where there are no more.
  var next: String?
  /// Behind the last one: what comes in later stands after it.
  var upTo: String
}

private struct SomeFacts: Codable {
  var facts: [Fact]
}

/// A problem that tells of each fact why it wasn't kept.
private struct NothingKept: Encodable {
  var type = APIProblem.Kind.badRequest.uri
  var title = APIProblem.Kind.badRequest.title
  var status = APIProblem.Kind.badRequest.status
  var detail = "Nothing was kept."
  var refused: [FactsAnswer.Refused]
  var problems: [Diagnostic]
}

/// What became of each fact that was sent.
private struct FactsAnswer: Codable {
  struct Refused: Codable {
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
      FactsAnswer.Refused(
        id: ids.indices.contains(index) ? ids[index].id : nil, index: index, because: reasons)
    }
  }
}

extension Endpoint {
  static let recordings = get(
    "/recordings", "Your recordings as they stand, the newest first",
    query: Parameter.page(default: 50, most: 200)
  ) { call in
    let page = try Paged(
      try await call.visit.place.recordings(of: call.member),
      after: try call.after("recordings")?[0], limit: try call.limit
    ) { $0.id.uuidString }
    return RecordingsPage(
      recordings: page.elements.map { Told(id: $0.id, at: $0.fact.at, recording: $0.recording) },
      next: page.last.map { Cursor("recordings", $0.id.uuidString).text })
  }

  /// Everything that is somebody's, to take along.
  static let archive = Endpoint(
    method: .get, path: "/archive",
    summary: "Everything that is yours, as an archive that any installation reads back",
    scope: .read,
    answers: [
      Answer(
        type: "application/x-ndjson", schema: ["type": "string"],
        description: "A JSON object on each line")
    ],
    handle: { call in
      var given = Given(
        type: "application/x-ndjson", body: try await call.visit.place.archive(of: call.member))
      given.headers[.contentDisposition] = "attachment; filename=\"eccentric.jsonl\""
      return given
    })

  private struct RecordingsPage: Codable {
    var recordings: [Told]
    var next: String?
  }

  private struct Told: Codable {
    /// Stays the same whatever is said of the recording.
    var id: UUID
    var at: Date
    var recording: KeptRecording
  }
}
