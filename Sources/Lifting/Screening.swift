/// The health questions asked before anybody is prescribed anything, with the answers given.
public struct Screening: Sendable, Hashable, Codable {
  /// A question in the spirit of the PAR-Q+: yes means a clinician decides first.
  public struct Question: Sendable, Hashable {
    public let id: String
    /// Put so that “yes” is the answer that matters.
    public let text: String
    /// What the athlete is told when the answer is yes.
    public let because: String
    /// How long eccentric overload stays out after a clinician's clearance, in days.
    public let waitAfterClearanceDays: Int
  }

  /// The ids of the questions answered with yes.
  public var yes: Set<String>
  /// The day a clinician who knew the answers cleared the athlete for hard training.
  public var clearedOn: Day?

  public init(yes: Set<String> = [], clearedOn: Day? = nil) {
    self.yes = yes
    self.clearedOn = clearedOn
  }

  public static let questions: [Question] = [
    Question(
      id: "heart",
      text: "Has a doctor ever said that you have a heart condition or high blood pressure?",
      because: "a heart condition or high blood pressure"),
    Question(
      id: "chest-pain",
      text: "Do you feel pain in your chest at rest, in daily life, or when you exercise?",
      because: "chest pain"),
    Question(
      id: "dizziness",
      text: "Do you lose balance from dizziness, or have you fainted in the last 12 months?",
      because: "dizziness or fainting"),
    Question(
      id: "chronic",
      text:
        "Do you have another long-term condition (diabetes, kidneys, lungs, nerves, cancer) that a doctor treats?",
      because: "a long-term condition under treatment"),
    Question(
      id: "joint",
      text:
        "Do you have a bone, joint, muscle or tendon problem, an injury, or surgery in the last 6 months, that hard training could make worse?",
      because: "an injury, surgery or joint problem"),
    Question(
      id: "supervised",
      text: "Has a doctor said that you should only exercise under medical supervision?",
      because: "advice to exercise under supervision"),
    Question(
      id: "pregnant", text: "Are you pregnant, or have you given birth in the last 6 months?",
      because: "pregnancy or a recent birth"),
    Question(
      id: "muscle-disease",
      text: "Do you have a muscle disease, sickle cell trait, or someone in the family who has?",
      because: "a muscle disease or sickle cell trait"),
    Question(
      id: "statin",
      text: "Do you take statins or another medicine and have muscle pain from it?",
      because: "muscle pain with a medicine"),
    Question(
      id: "rhabdomyolysis",
      text: "Have you ever had rhabdomyolysis (muscle breakdown with dark urine)?",
      because: "rhabdomyolysis in the past", waitAfterClearanceDays: 90),
  ]

  /// The questions answered with yes, in the order they are asked.
  public var concerns: [Question] { Self.questions.filter { yes.contains($0.id) } }

  private enum CodingKeys: String, CodingKey { case yes, clearedOn }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    yes = try container.decodeIfPresent(Set<String>.self, forKey: .yes) ?? []
    clearedOn = try container.decodeIfPresent(Day.self, forKey: .clearedOn)
    let known = Set(Self.questions.map(\.id))
    if let unknown = yes.subtracting(known).sorted().first {
      throw DecodingError.dataCorruptedError(
        forKey: .yes, in: container,
        debugDescription:
          "there is no screening question “\(unknown)”; there are \(Self.questions.map(\.id).joined(separator: ", "))"
      )
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(yes.sorted(), forKey: .yes)
    try container.encodeIfPresent(clearedOn, forKey: .clearedOn)
  }
}

extension Screening.Question {
  init(id: String, text: String, because: String) {
    self.init(id: id, text: text, because: because, waitAfterClearanceDays: 0)
  }
}
