/// JSON as a value: for documents that no type of ours describes.
indirect enum JSONValue: Sendable, Hashable, Encodable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// An object with the keys of both; those of the other win.
  func merging(_ other: [String: JSONValue]) -> JSONValue {
    guard case .object(let mine) = self else { return .object(other) }
    return .object(mine.merging(other) { $1 })
  }

  subscript(_ key: String) -> JSONValue? {
    if case .object(let entries) = self { entries[key] } else { nil }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  init(dictionaryLiteral entries: (String, JSONValue)...) {
    self = .object(Dictionary(entries) { $1 })
  }
}
