/// How heavy a load is for the one who moves it: the load as a fraction of the concentric one-rep
/// maximum. 1 is the most that can be lifted once; negatives can go beyond it.
public struct Intensity: Sendable, Hashable, Comparable {
  public var fractionOfMaximum: Double
  public init(fractionOfMaximum: Double) { self.fractionOfMaximum = fractionOfMaximum }
  public var percent: Double { fractionOfMaximum * 100 }
  public static func < (left: Intensity, right: Intensity) -> Bool {
    left.fractionOfMaximum < right.fractionOfMaximum
  }
}

extension Intensity: Codable {
  public init(from decoder: any Decoder) throws {
    fractionOfMaximum = try decoder.singleValueContainer().decode(Double.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fractionOfMaximum)
  }
}
