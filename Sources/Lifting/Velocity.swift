/// How fast a load moves along its line, as a magnitude.
public struct Velocity: Sendable, Hashable, Comparable {
  public let metersPerSecond: Double

  /// What a lifted load can have; anything else is a mistake.
  public static let range = 0.0...5.0

  /// - Parameter metersPerSecond: 0 to 5.
  public init?(metersPerSecond: Double) {
    guard Self.range.contains(metersPerSecond) else { return nil }
    self.metersPerSecond = metersPerSecond
  }

  public static func < (left: Velocity, right: Velocity) -> Bool {
    left.metersPerSecond < right.metersPerSecond
  }
}

extension Velocity: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = try container.decode(Double.self)
    guard let velocity = Velocity(metersPerSecond: number) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(number) m/s is no velocity of a lift; it is from 0 to 5"
      )
    }
    self = velocity
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(metersPerSecond)
  }
}
