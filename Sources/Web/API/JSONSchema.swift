import Foundation
import Lifting
import Prescribing

/// JSON Schemas (2020-12) of our own types, as OpenAPI 3.1 carries them.
///
/// They aren't written down: a type is asked to decode itself from a decoder that only notes what it
/// asks for. So what the document says is what is read and written.
enum JSONSchema {
  /// The schema of what a type reads and writes.
  static func of<Value: Decodable>(_ type: Value.Type) -> JSONValue {
    if let known = known[ObjectIdentifier(type)] { return known.schema }
    let node = SchemaNode()
    // What stops it halfway has been noted as far as it went.
    _ = try? node.fill(type)
    return node.schema
  }

  /// A type whose text or number has rules of its own, with a value that keeps them.
  struct Known: Sendable {
    var schema: JSONValue
    /// JSON.
    var sample: String
  }

  static func text(_ pattern: String, _ description: String, like example: String) -> JSONValue {
    [
      "type": "string", "pattern": .text(pattern), "description": .text(description),
      "examples": [.text(example)],
    ]
  }

  static let uuid: JSONValue = ["type": "string", "format": "uuid"]
  static let instant: JSONValue = ["type": "string", "format": "date-time"]
  static let day = text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "A day", like: "2026-03-02")

  static let known: [ObjectIdentifier: Known] = {
    let mass = text("^[0-9]+([.][0-9]+)? ?(kg|lb)$", "A mass with its unit", like: "62.5 kg")
    let tempo = text(
      "^([0-9.]+|X)-[0-9.]+-([0-9.]+|X|A)-[0-9.]+$",
      "Seconds down, pause, up, pause; X as fast as possible, A assisted", like: "4-1-X-0")
    return [
      ObjectIdentifier(UUID.self): Known(
        schema: uuid, sample: "\"0F0E0D0C-0B0A-4908-8706-050403020100\""),
      ObjectIdentifier(Date.self): Known(schema: instant, sample: "\"2026-03-02T17:00:00Z\""),
      ObjectIdentifier(Day.self): Known(schema: day, sample: "\"2026-03-02\""),
      ObjectIdentifier(Mass.self): Known(schema: mass, sample: "\"80 kg\""),
      ObjectIdentifier(Tempo.self): Known(schema: tempo, sample: "\"4-1-2-0\""),
      ObjectIdentifier([BodyPart: Int].self): Known(
        schema: [
          "type": "object", "additionalProperties": ["type": "integer"],
          "propertyNames": ["enum": .list(BodyPart.allCases.map { .text($0.rawValue) })],
        ], sample: "{}"),
      ObjectIdentifier(Fact.self): Known(
        schema: ["$ref": "#/components/schemas/Fact"],
        sample:
          #"{"id":"0F0E0D0C-0B0A-4908-8706-050403020100","at":"2026-03-02T17:00:00Z","kind":"retraction","body":{}}"#
      ),
      ObjectIdentifier(Prescription.self): Known(
        schema: ["$ref": "#/components/schemas/Prescription"],
        sample: #"{"reasons":[],"forecast":{"parts":[]},"exercises":[],"bodyParts":[]}"#),
      ObjectIdentifier(Diagnostic.self): Known(
        schema: ["$ref": "#/components/schemas/Diagnostic"],
        sample: #"{"severity":"error","line":1,"column":1,"length":1,"message":""}"#),
    ]
  }()

  /// What was reached is one of three things.
  private static var strengthTest: JSONValue {
    [
      "type": "object", "required": ["exercise"], "additionalProperties": false,
      "properties": [
        "exercise": ["type": "string"], "load": of(Load.self),
        "reps": ["type": "integer", "minimum": 0, "maximum": 1000],
        "holdSeconds": ["type": "number", "minimum": 0, "maximum": 600],
        "loweringSeconds": ["type": "number", "minimum": 0, "maximum": 600],
      ],
      "anyOf": [
        ["required": ["reps"]], ["required": ["holdSeconds"]], ["required": ["loweringSeconds"]],
      ],
    ]
  }

  // MARK: What has a name of its own

  /// `components/schemas` of what several endpoints speak of.
  static var components: [String: JSONValue] {
    [
      "Fact": fact,
      "Prescription": inline(Prescription.self),
      "Diagnostic": inline(Diagnostic.self),
      "Problem": APIProblem.schema,
    ]
  }

  private static func inline<Value: Decodable>(_ type: Value.Type) -> JSONValue {
    let node = SchemaNode()
    _ = try? type.init(from: SchemaDecoder(node: node))
    return node.schema
  }

  /// Each kind of fact with its body.
  static var fact: JSONValue {
    let kinds = Fact.Body.Kind.allCases.map { kind -> JSONValue in
      let body = SchemaNode()
      _ = try? Fact.Body(kind: kind, from: SchemaDecoder(node: body))
      let schema: JSONValue =
        switch kind {
        case .strengthTest: strengthTest
        case .retraction, .restoration: ["type": "object"]
        default: body.schema
        }
      return [
        "title": .text(kind.rawValue), "type": "object", "additionalProperties": false,
        "required": ["id", "at", "kind", "body"],
        "properties": [
          "id": uuid, "at": instant, "kind": ["const": .text(kind.rawValue)],
          "version": ["const": .integer(Fact.Body.version)], "body": schema,
          "supersedes": uuid,
        ],
      ]
    }
    return [
      "description":
        "Something that happened or was said. Whoever makes it makes its id; facts are never changed, a correction supersedes.",
      "oneOf": .list(kinds),
    ]
  }
}

/// What a decoding asked for at one place.
final class SchemaNode {
  private enum Shape {
    case anything
    case value(JSONValue)
    case list(SchemaNode)
    case object
  }

  private struct Unknown: Error {}

  private var shape = Shape.anything
  private var properties: [String: SchemaNode] = [:]
  private var required: Set<String> = []
  /// What was asked whether it is there.
  private var optional: Set<String> = []
  /// Whether its keys are data.
  private var isMap = false

  var schema: JSONValue {
    switch shape {
    case .anything: return [:]
    case .value(let schema): return schema
    case .list(let element): return ["type": "array", "items": element.schema]
    case .object:
      if isMap { return ["type": "object"] }
      var schema: JSONValue = [
        "type": "object", "additionalProperties": false,
        "properties": .object(properties.mapValues(\.schema)),
      ]
      let needed = required.subtracting(optional).sorted()
      if !needed.isEmpty {
        schema = schema.merging(["required": .list(needed.map { .text($0) })])
      }
      return schema
    }
  }

  func beginObject() { shape = .object }
  func beginMap() { isMap = true }
  func mayLack(_ name: String) { optional.insert(name) }

  func beginList() -> SchemaNode {
    let element = SchemaNode()
    shape = .list(element)
    return element
  }

  func property(_ name: String, isRequired: Bool) -> SchemaNode {
    let node = properties[name] ?? SchemaNode()
    properties[name] = node
    if isRequired { required.insert(name) }
    return node
  }

  /// Notes what a type asks for, and gives a value of it, so that whoever asked can go on.
  func fill<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let known = JSONSchema.known[ObjectIdentifier(type)] {
      shape = .value(known.schema)
      return try Self.value(known.sample)
    }
    if let simple = Self.simple[ObjectIdentifier(type)] {
      shape = .value(simple.schema)
      if let value = simple.sample as? Value { return value }
      throw Unknown()
    }
    if let words = Self.words(of: type), let first = words.first {
      shape = .value(["type": "string", "enum": .list(words.map { .text($0) })])
      return try Self.value("\"\(first)\"")
    }
    return try Value(from: SchemaDecoder(node: self))
  }

  private static func value<Value: Decodable>(_ json: String) throws -> Value {
    guard
      let value = try JSONDecoder.eccentric.decode([Value].self, from: Data("[\(json)]".utf8)).first
    else { throw Unknown() }
    return value
  }

  /// The words of an enumeration that is written as one.
  private static func words(of type: Any.Type) -> [String]? {
    func words<Cases: CaseIterable>(_ type: Cases.Type) -> [String] {
      type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    }
    return (type as? any CaseIterable.Type).map { words($0) }
  }

  /// Of numbers whose range 1 isn't in.
  static let numbers = ["birthYear": 1990]

  private static let simple: [ObjectIdentifier: (schema: JSONValue, sample: any Sendable)] = [
    ObjectIdentifier(Bool.self): (["type": "boolean"], true),
    ObjectIdentifier(String.self): (["type": "string"], "x"),
    ObjectIdentifier(Int.self): (["type": "integer"], 1),
    ObjectIdentifier(Double.self): (["type": "number"], 1.0),
  ]
}

/// Notes what is asked of it.
struct SchemaDecoder: Decoder {
  let node: SchemaNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    node.beginObject()
    return KeyedDecodingContainer(Keyed<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer { Listed(element: node.beginList()) }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(node: node) }

  /// What no type of ours asks for.
  private struct NotAsked: Error {}

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let node: SchemaNode
    var codingPath: [any CodingKey] { [] }
    /// Only who takes keys as data asks which there are.
    var allKeys: [Key] {
      node.beginMap()
      return []
    }

    func contains(_ key: Key) -> Bool { true }

    func decodeNil(forKey key: Key) -> Bool {
      node.mayLack(key.stringValue)
      return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      let value = try node.property(key.stringValue, isRequired: true).fill(type)
      return SchemaNode.numbers[key.stringValue] as? Value ?? value
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) -> Value? {
      _ = try? node.property(key.stringValue, isRequired: false).fill(type)
      return nil
    }

    func superDecoder(forKey key: Key) -> any Decoder {
      SchemaDecoder(node: node.property(key.stringValue, isRequired: true))
    }

    func superDecoder() throws -> any Decoder { throw NotAsked() }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
      SchemaDecoder(node: node.property(key.stringValue, isRequired: true)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
      SchemaDecoder(node: node.property(key.stringValue, isRequired: true)).unkeyedContainer()
    }
  }

  /// A list of one element.
  private struct Listed: UnkeyedDecodingContainer {
    let element: SchemaNode
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var currentIndex = 0
    var isAtEnd: Bool { currentIndex > 0 }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      currentIndex += 1
      return try element.fill(type)
    }

    mutating func superDecoder() -> any Decoder {
      currentIndex += 1
      return SchemaDecoder(node: element)
    }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedDecodingContainer<Nested> {
      currentIndex += 1
      return SchemaDecoder(node: element).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
      currentIndex += 1
      return SchemaDecoder(node: element).unkeyedContainer()
    }
  }

  private struct Single: SingleValueDecodingContainer {
    let node: SchemaNode
    var codingPath: [any CodingKey] { [] }
    func decodeNil() -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try node.fill(type) }
  }
}
