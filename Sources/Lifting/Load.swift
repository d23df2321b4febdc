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

extension Load {
  /// The heaviest that anybody moves, sleds and leg presses included.
  public static let plausible = Mass.zero...Plausible.heaviestLoad

  /// As a form holds it: `60 kg`, `help 20 kg`, `10 kg, help 5 kg`; empty for the body alone.
  public var typed: String {
    [
      external.amount > 0 ? external.description : nil,
      assistance.amount > 0 ? "help \(assistance)" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// Reads what ``typed`` writes.
  ///
  /// - Throws: a sentence for what isn't a weight, or more than anybody moves.
  public init(typed text: String) throws(WorkSet.Field.Problem) {
    self.init()
    for part in text.split(separator: ", ") {
      let isHelp = part.hasPrefix("help ")
      let mass = try Mass(typed: String(isHelp ? part.dropFirst(5) : part))
      if isHelp { assistance = mass } else { external = mass }
    }
  }
}

extension Mass {
  /// A weight as somebody typed it, with its unit, point or comma.
  ///
  /// - Throws: a sentence for what isn't one, is below 0, or is more than anybody moves.
  public init(typed text: String) throws(WorkSet.Field.Problem) {
    let number = text.prefix { !$0.isLetter && $0 != " " }
    guard let amount = Double(decimal: String(number)),
      let unit = Unit(rawValue: WorkSet.Field.trimmed(String(text.dropFirst(number.count))))
    else { throw WorkSet.Field.Problem("“\(text.prefix(30))” is not a weight, such as 20 kg.") }
    guard let mass = Mass(amount, unit) else {
      throw WorkSet.Field.Problem(
        "A weight isn’t below 0. What takes weight off you is help: choose that beside it.")
    }
    guard Load.plausible.contains(mass) else {
      let most = Load.plausible.upperBound.converted(to: unit)
      throw WorkSet.Field.Problem(
        "\(mass) is more than anybody moves: \(most.amount.short(decimals: 0)) \(unit.rawValue) is the most."
      )
    }
    self = mass
  }
}
