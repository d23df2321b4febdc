/// How the athlete says they are: soreness by body part, and whether anything is wrong.
///
/// Soreness is asked as “when you use it”, 0 (none) to 10 (worst imaginable). A body part that isn't
/// in the answer wasn't asked about; it isn't zero.
public struct CheckIn: Sendable, Hashable, Codable {
  public var soreness: [BodyPart: Int]
  public var symptoms: Set<Symptom>
  /// What hurts otherwise than a muscle that is sore from training; empty where nothing was said.
  public var pains: [Pain]

  public init(
    soreness: [BodyPart: Int] = [:], symptoms: Set<Symptom> = [], pains: [Pain] = []
  ) {
    self.soreness = soreness.mapValues { min(10, max(0, $0)) }
    self.symptoms = symptoms
    self.pains = pains
  }

  private enum CodingKeys: String, CodingKey { case soreness, symptoms, pains }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    soreness = try container.decodeIfPresent([BodyPart: Int].self, forKey: .soreness) ?? [:]
    symptoms = try container.decodeIfPresent(Set<Symptom>.self, forKey: .symptoms) ?? []
    pains = try container.decodeIfPresent([Pain].self, forKey: .pains) ?? []
    for (part, rating) in soreness.sorted(by: { $0.key < $1.key })
    where !(0...10).contains(rating) {
      throw DecodingError.dataCorruptedError(
        forKey: .soreness, in: container,
        debugDescription: "soreness of \(part.rawValue) is \(rating), but must be from 0 to 10")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(soreness, forKey: .soreness)
    if !symptoms.isEmpty {
      try container.encode(symptoms.sorted { $0.rawValue < $1.rawValue }, forKey: .symptoms)
    }
    if !pains.isEmpty { try container.encode(pains, forKey: .pains) }
  }
}

/// Pain that isn't soreness: where, what it feels like, and in what.
public struct Pain: Sendable, Hashable, Codable {
  public enum Quality: String, Sendable, Hashable, Codable, CaseIterable {
    case sharp, dull
  }

  public enum Tissue: String, Sendable, Hashable, Codable, CaseIterable {
    case joint, muscle
  }

  public var bodyPart: BodyPart
  public var quality: Quality
  public var tissue: Tissue

  public init(_ bodyPart: BodyPart, _ quality: Quality, in tissue: Tissue) {
    self.bodyPart = bodyPart
    self.quality = quality
    self.tissue = tissue
  }

  /// `Sharp pain in a joint: quadriceps`.
  public var text: String {
    "\(quality == .sharp ? "sharp" : "dull") pain in a \(tissue.rawValue) (\(bodyPart.name.lowercased()))"
  }
}

/// Signs that stop training, whatever the plan says.
public enum Symptom: String, Sendable, Hashable, Codable, CaseIterable {
  case darkUrine, markedSwelling, weaknessOutOfProportion, nauseaOrConfusion
  case painWorseningAfterThreeDays, cannotBendOrStraighten
  case chestPain, dizziness
  case fever

  public var text: String {
    switch self {
    case .darkUrine: "Dark, cola-coloured urine"
    case .markedSwelling: "Marked swelling of a limb"
    case .weaknessOutOfProportion: "Weakness out of proportion to the training"
    case .nauseaOrConfusion: "Nausea or confusion"
    case .painWorseningAfterThreeDays: "Pain still getting worse after three days"
    case .cannotBendOrStraighten: "A joint that won't bend or straighten"
    case .chestPain: "Pain or pressure in the chest"
    case .dizziness: "Dizziness, or nearly fainting"
    case .fever: "Fever or a viral illness"
    }
  }

  /// Signs of muscle breakdown, and of a heart that isn't well, need care the same day; a fever needs
  /// rest.
  public var needsCareToday: Bool { self != .fever }
}
