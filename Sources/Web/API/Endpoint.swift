import Community
import Foundation
import HTTPTypes
import Lifting

/// Something that programs can ask for below `/api/v1`. What isn't a row of ``all`` isn't served, and
/// the description at `/api/v1/openapi.json` is made from the same rows.
struct Endpoint: Sendable {
  static let base = "/api/v1"

  let method: HTTPRequest.Method
  /// Below ``base``, with names of parameters in braces, all of which are ids: `/posts/{post}`.
  let path: String
  /// In a line, for the description.
  let summary: String
  /// What a token needs; nil for what anybody may read.
  let scope: Scope?
  var query: [Parameter] = []
  /// The schema of what it takes; nil where it takes nothing.
  var takes: JSONValue?
  /// The most that it takes, in bytes.
  var largest = 256 << 10
  /// Its answers by status, besides problems.
  var answers: [Answer]
  /// Problems it may have, besides those that every endpoint may.
  var problems: Set<APIProblem.Kind> = []
  let handle: @Sendable (Call) async throws -> Given

  /// A parameter of the query.
  struct Parameter: Sendable {
    let name: String
    let schema: JSONValue
    let description: String

    static func text(_ name: String, _ description: String, most: Int = 200) -> Parameter {
      Parameter(
        name: name, schema: ["type": "string", "maxLength": .integer(most)],
        description: description)
    }

    static func integer(
      _ name: String, _ range: ClosedRange<Int>, default value: Int?, _ description: String
    ) -> Parameter {
      var schema: JSONValue = [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
      if let value { schema = schema.merging(["default": .integer(value)]) }
      return Parameter(name: name, schema: schema, description: description)
    }

    static func id(_ name: String, _ description: String) -> Parameter {
      Parameter(name: name, schema: JSONSchema.uuid, description: description)
    }

    /// Where a list goes on, and how much of it is given.
    static func page(default value: Int, most: Int) -> [Parameter] {
      [
        text("after", "`next` of the page before", most: 400),
        integer("limit", 1...most, default: value, "How many at most"),
      ]
    }
  }

  /// What it answers.
  struct Answer: Sendable {
    var status = 200
    var type = "application/json"
    /// Nil where the answer has no body.
    var schema: JSONValue?
    var description = "As asked"

    static let nothing = Answer(status: 204, schema: nil, description: "Done")
  }

  /// What was asked for.
  struct Given: Sendable {
    var status = 200
    var type = "application/json"
    var body: [UInt8] = []
    var headers: HTTPFields = [:]

    static let nothing = Given(status: 204)

    static func json(_ value: some Encodable, status: Int = 200) throws -> Given {
      Given(status: status, body: Array(try JSONEncoder.eccentric.encode(value)))
    }
  }
}

// MARK: - Typed rows

extension Endpoint {
  /// One that gives a value: its description is that of the value's type.
  static func get<Value: Codable & Sendable>(
    _ path: String, _ summary: String, scope: Scope = .read, query: [Parameter] = [],
    handle: @escaping @Sendable (Call) async throws -> Value
  ) -> Endpoint {
    Endpoint(
      method: .get, path: path, summary: summary, scope: scope, query: query,
      answers: [Answer(schema: JSONSchema.of(Value.self))],
      handle: { try .json(try await handle($0)) })
  }

  /// One that takes a value and gives one.
  static func put<Body: Codable & Sendable, Value: Codable & Sendable>(
    _ path: String, _ summary: String, scope: Scope, problems: Set<APIProblem.Kind> = [],
    mayMake: Bool = false,
    handle: @escaping @Sendable (Call, Body) async throws -> (Value, isNew: Bool)
  ) -> Endpoint {
    let schema = JSONSchema.of(Value.self)
    let made = Answer(status: 201, schema: schema, description: "It is new")
    return Endpoint(
      method: .put, path: path, summary: summary, scope: scope, takes: JSONSchema.of(Body.self),
      answers: [Answer(schema: schema)] + (mayMake ? [made] : []), problems: problems,
      handle: { call in
        let (value, isNew) = try await handle(call, try call.body(Body.self))
        return try .json(value, status: isNew ? 201 : 200)
      })
  }

  /// One that does something and has nothing to say of it.
  static func delete(
    _ path: String, _ summary: String, scope: Scope,
    handle: @escaping @Sendable (Call) async throws -> Void
  ) -> Endpoint {
    Endpoint(
      method: .delete, path: path, summary: summary, scope: scope, answers: [.nothing],
      handle: { call in
        try await handle(call)
        return .nothing
      })
  }
}

// MARK: - A call

/// One call of an endpoint, by somebody who may.
struct Call: Sendable {
  let visit: Visit
  /// What may be done in it.
  let scopes: Set<Scope>
  /// The ids in its path, by name.
  let ids: [String: UUID]
  let endpoint: Endpoint

  var member: Member { get throws { try visit.member } }

  /// An id of the path.
  func id(_ name: String) throws -> UUID {
    guard let id = ids[name] else { throw WebError.notFound }
    return id
  }

  /// A whole number of the query, held to its range.
  func integer(_ name: String) throws -> Int? {
    guard let text = visit.query[name] else { return nil }
    let schema = endpoint.query.first { $0.name == name }?.schema
    guard case .integer(let least)? = schema?["minimum"],
      case .integer(let most)? = schema?["maximum"]
    else { return nil }
    guard let number = Int(text, radix: 10), (least...most).contains(number) else {
      throw APIProblem(
        .badRequest, field: name, "“\(name)” is a whole number from \(least) to \(most).")
    }
    return number
  }

  /// How many entries of a list are asked for.
  var limit: Int {
    get throws {
      if let limit = try integer("limit") { return limit }
      guard
        case .integer(let usual)? = endpoint.query.first(where: { $0.name == "limit" })?
          .schema["default"]
      else { return 50 }
      return usual
    }
  }

  /// Where a list goes on; nil for its beginning.
  func after(_ list: String, parts: Int = 1) throws -> [String]? {
    try visit.query["after"].map { try Cursor.read($0, of: list, parts: parts) }
  }

  /// An id of the query.
  func queryID(_ name: String) throws -> UUID? {
    guard let text = visit.query[name] else { return nil }
    guard let id = UUID(uuidString: text) else {
      throw APIProblem(.badRequest, field: name, "“\(name)” is no id.")
    }
    return id
  }

  /// What was sent, with everything that is wrong about it said at once.
  func body<Body: Decodable>(_ type: Body.Type) throws -> Body {
    let text = JSONText(visit.body)
    let (body, problems) = text.decode(type)
    let unknown = endpoint.takes.map { text.unknownKeys(JSONShape($0)) } ?? []
    guard let body, problems.isEmpty, unknown.isEmpty else {
      throw APIProblem((problems + unknown).inOrder())
    }
    return body
  }
}

extension JSONShape {
  /// Which keys a schema of ours knows.
  init(_ schema: JSONValue) {
    if case .object(let properties)? = schema["properties"] {
      self = .object(properties.mapValues(JSONShape.init))
    } else if let items = schema["items"] {
      self = .list(JSONShape(items))
    } else {
      self = .any
    }
  }
}

/// A list that goes on.
struct Paged<Element: Sendable>: Sendable {
  var elements: [Element]
  /// The last element where there are more.
  var last: Element?

  /// So many of them, from behind the one that a cursor names.
  init(_ all: [Element], after: String?, limit: Int, by key: (Element) -> String) throws {
    var rest = all[...]
    if let after {
      guard let place = all.firstIndex(where: { key($0) == after }) else { throw Cursor.bad }
      rest = all[(place + 1)...]
    }
    elements = Array(rest.prefix(limit))
    last = rest.count > limit ? elements.last : nil
  }
}
