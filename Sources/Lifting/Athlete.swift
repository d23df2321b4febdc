/// Who trains, as far as a prescription needs to know.
public struct Athlete: Sendable, Hashable {
  public enum Sex: String, Sendable, Hashable, Codable, CaseIterable { case female, male }

  /// Who is there to help with the way up.
  public enum Company: String, Sendable, Hashable, Codable, CaseIterable {
    case alone, partner

    public var name: String {
      switch self {
      case .alone: "Alone"
      case .partner: "With a partner"
      }
    }
  }

  public var birthYear: Int
  public var sex: Sex?
  public var bodyMass: Mass
  /// Months of resistance training without a break of nine months or more.
  public var trainingMonths: Int
  public var equipment: Set<Equipment>
  public var company: Company
  /// The step in which loads can be changed, where ``weights`` doesn't say more.
  public var loadStep: Mass
  /// The weights there are; nil where they weren't listed.
  public var weights: Weights?
  /// The weekdays on which there is time; nil where nothing was said.
  public var freeDays: Set<Day.Weekday>?
  /// How sore they are willing to be at the next session of a body part, 0 to 10; nil where they
  /// didn't say.
  public var tolerableSoreness: Int?

  public init(
    birthYear: Int, sex: Sex? = nil, bodyMass: Mass, trainingMonths: Int,
    equipment: Set<Equipment> = Set(Equipment.allCases), company: Company = .alone,
    loadStep: Mass = .kilograms(2.5), weights: Weights? = nil,
    freeDays: Set<Day.Weekday>? = nil, tolerableSoreness: Int? = nil
  ) {
    self.birthYear = birthYear
    self.sex = sex
    self.bodyMass = bodyMass
    self.trainingMonths = trainingMonths
    self.equipment = equipment
    self.company = company
    self.loadStep = loadStep
    self.weights = weights
    self.freeDays = freeDays
    self.tolerableSoreness = tolerableSoreness
  }

  /// The youngest the athlete can be on a day of that year: a birthday still to come counts.
  public func youngestAge(in year: Int) -> Int { year - birthYear - 1 }

  /// The oldest the athlete can be on a day of that year.
  public func oldestAge(in year: Int) -> Int { year - birthYear }

  public static let bodyMassRange = Mass.kilograms(25)...Mass.kilograms(350)
}

extension Athlete: Codable {
  private enum CodingKeys: String, CodingKey {
    case birthYear, sex, bodyMass, trainingMonths, equipment, company, loadStep
    case weights, freeDays, tolerableSoreness
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    birthYear = try container.decode(Int.self, forKey: .birthYear, in: 1900...2100)
    sex = try container.decodeIfPresent(Sex.self, forKey: .sex)
    bodyMass = try container.decode(Mass.self, forKey: .bodyMass, in: Self.bodyMassRange)
    trainingMonths = try container.decode(Int.self, forKey: .trainingMonths, in: 0...1200)
    equipment =
      try container.decodeIfPresent(Set<Equipment>.self, forKey: .equipment)
      ?? Set(Equipment.allCases)
    company = try container.decodeIfPresent(Company.self, forKey: .company) ?? .alone
    loadStep = try container.decodeIfPresent(Mass.self, forKey: .loadStep) ?? .kilograms(2.5)
    weights = try container.decodeIfPresent(Weights.self, forKey: .weights)
    freeDays = try container.decodeIfPresent(Set<Day.Weekday>.self, forKey: .freeDays)
    tolerableSoreness = try container.decodeIfPresent(
      Int.self, forKey: .tolerableSoreness, in: 0...10)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(birthYear, forKey: .birthYear)
    try container.encodeIfPresent(sex, forKey: .sex)
    try container.encode(bodyMass, forKey: .bodyMass)
    try container.encode(trainingMonths, forKey: .trainingMonths)
    if equipment != Set(Equipment.allCases) {
      try container.encode(equipment.sorted { $0.rawValue < $1.rawValue }, forKey: .equipment)
    }
    try container.encode(company, forKey: .company)
    try container.encode(loadStep, forKey: .loadStep)
    try container.encodeIfPresent(weights, forKey: .weights)
    try container.encodeIfPresent(freeDays?.inOrder, forKey: .freeDays)
    try container.encodeIfPresent(tolerableSoreness, forKey: .tolerableSoreness)
  }
}

extension Set<Day.Weekday> {
  /// From Monday on.
  public var inOrder: [Day.Weekday] { Day.Weekday.allCases.filter(contains) }
}
