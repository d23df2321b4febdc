/// A group of muscles that is loaded, gets sore and recovers together.
public enum BodyPart: String, Sendable, Hashable, Codable, CaseIterable, CodingKeyRepresentable {
  case elbowFlexors, elbowExtensors, chest, lats, upperBack, shoulders, forearms
  case core, lowerBack, glutes, quadriceps, hamstrings, calves

  /// The name an athlete knows it by.
  public var name: String {
    switch self {
    case .elbowFlexors: "Biceps"
    case .elbowExtensors: "Triceps"
    case .chest: "Chest"
    case .lats: "Lats"
    case .upperBack: "Upper back"
    case .shoulders: "Shoulders"
    case .forearms: "Forearms"
    case .core: "Core"
    case .lowerBack: "Lower back"
    case .glutes: "Glutes"
    case .quadriceps: "Quadriceps"
    case .hamstrings: "Hamstrings"
    case .calves: "Calves"
    }
  }

  /// Upper-body lifts progress in smaller steps than lower-body ones.
  public enum Region: String, Sendable, Hashable, Codable { case upper, lower }

  public var region: Region {
    switch self {
    case .elbowFlexors, .elbowExtensors, .chest, .lats, .upperBack, .shoulders, .forearms, .core:
      .upper
    case .lowerBack, .glutes, .quadriceps, .hamstrings, .calves: .lower
    }
  }
}

extension BodyPart: Comparable {
  private static let ranks = Dictionary(
    uniqueKeysWithValues: BodyPart.allCases.enumerated().map { ($1, $0) })

  /// The order in which they are listed everywhere: arms, trunk, legs.
  public static func < (left: BodyPart, right: BodyPart) -> Bool {
    (ranks[left] ?? 0) < (ranks[right] ?? 0)
  }
}
