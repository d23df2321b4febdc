public import Lifting

/// What a coach allows an athlete at most. Each entry makes a limit stricter; none can lift one,
/// because they only take away.
public struct CoachLimits: Sendable, Hashable, Codable {
  /// Negative sets of a body part in a session, 0 and more.
  public var negativeSets: Int?
  /// Of the one-rep maximum, for everything that stresses the lowering, 0 to 120.
  public var percentOfMaximum: Double?
  /// Days a week on which a body part has eccentric work, 0 to 7.
  public var eccentricDaysPerWeek: Int?
  /// The fewest reps kept in reserve, 0 to 10.
  public var repsInReserve: Int?
  /// Body parts that have no negatives for now.
  public var withoutNegatives: Set<BodyPart>

  public init(
    negativeSets: Int? = nil, percentOfMaximum: Double? = nil, eccentricDaysPerWeek: Int? = nil,
    repsInReserve: Int? = nil, withoutNegatives: Set<BodyPart> = []
  ) {
    self.negativeSets = negativeSets
    self.percentOfMaximum = percentOfMaximum
    self.eccentricDaysPerWeek = eccentricDaysPerWeek
    self.repsInReserve = repsInReserve
    self.withoutNegatives = withoutNegatives
  }

  private enum CodingKeys: String, CodingKey {
    case negativeSets, percentOfMaximum, eccentricDaysPerWeek, repsInReserve, withoutNegatives
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func read<Number: Decodable & Comparable>(
      _ key: CodingKeys, _ range: ClosedRange<Number>
    ) throws -> Number? {
      guard let number = try container.decodeIfPresent(Number.self, forKey: key) else { return nil }
      guard range.contains(number) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container,
          debugDescription:
            "\(key.stringValue) is \(number), but must be from \(range.lowerBound) to \(range.upperBound)"
        )
      }
      return number
    }
    negativeSets = try read(.negativeSets, 0...100)
    percentOfMaximum = try read(.percentOfMaximum, 0...120)
    eccentricDaysPerWeek = try read(.eccentricDaysPerWeek, 0...7)
    repsInReserve = try read(.repsInReserve, 0...10)
    withoutNegatives =
      try container.decodeIfPresent(Set<BodyPart>.self, forKey: .withoutNegatives) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(negativeSets, forKey: .negativeSets)
    try container.encodeIfPresent(percentOfMaximum, forKey: .percentOfMaximum)
    try container.encodeIfPresent(eccentricDaysPerWeek, forKey: .eccentricDaysPerWeek)
    try container.encodeIfPresent(repsInReserve, forKey: .repsInReserve)
    if !withoutNegatives.isEmpty {
      try container.encode(withoutNegatives.sorted(), forKey: .withoutNegatives)
    }
  }
}
