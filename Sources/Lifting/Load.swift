/// What is to be moved: body mass × the exercise's fraction + external − assistance.
///
/// Assistance (a band, a counterweight, a helper) is its own positive mass that is taken away. It is
/// never a negative external load, and a heavier assistance is never a record.
public struct Load: Sendable, Hashable {
  /// What is held, worn or stacked, beside the body.
  public var external: Mass
  /// What takes weight off the body.
  public var assistance: Mass

  public init(external: Mass = .zero, assistance: Mass = .zero) {
    self.external = external
    self.assistance = assistance
  }

  /// Nothing but the body.
  public static let body = Load()

  public static func external(_ mass: Mass) -> Load { Load(external: mass) }

  /// The load in kilograms that counts when this exercise is done by somebody of this body mass.
  public func kilograms(in exercise: Exercise, bodyMass: Mass) -> Double {
    max(
      0,
      bodyMass.kilograms * exercise.bodyMassFraction + external.kilograms - assistance.kilograms)
  }

  /// The load for people: `20 kg`, `body`, `body + 10 kg`, `body − 15 kg`.
  public func text(in exercise: Exercise) -> String {
    guard exercise.bodyMassFraction > 0 else {
      return external.amount > 0 ? external.description : "no weight"
    }
    var text = "body weight"
    if external.amount > 0 { text += " + \(external)" }
    if assistance.amount > 0 { text += " − \(assistance)" }
    return text
  }
}

extension Load: Codable {
  private enum CodingKeys: String, CodingKey { case external, assistance }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    external = try container.decodeIfPresent(Mass.self, forKey: .external) ?? .zero
    assistance = try container.decodeIfPresent(Mass.self, forKey: .assistance) ?? .zero
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if external.amount > 0 { try container.encode(external, forKey: .external) }
    if assistance.amount > 0 { try container.encode(assistance, forKey: .assistance) }
  }
}
