/// A step on the way to a value in JSON: a name in an object, or a place in a list, counted from 0.
///
/// ```swift
/// text.diagnostic(at: ["facts", 3, "body", "reps"], "…")
/// ```
public struct JSONKey: CodingKey, Sendable, Hashable, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral
{
  public let stringValue: String
  public let intValue: Int?

  public init(_ name: String) {
    stringValue = name
    intValue = nil
  }

  public init(_ place: Int) {
    stringValue = String(place)
    intValue = place
  }

  public init(stringLiteral name: String) { self.init(name) }
  public init(integerLiteral place: Int) { self.init(place) }
  public init?(stringValue: String) { self.init(stringValue) }
  public init?(intValue: Int) { self.init(intValue) }
}
