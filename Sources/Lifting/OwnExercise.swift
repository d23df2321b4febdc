/// An exercise that the catalog doesn't know, as the athlete named it: like one that it knows, but for
/// what is said here.
///
/// ```swift
/// let own = OwnExercise(name: "Zercher carousel", like: "front-squat", bodyParts: [.quadriceps, .core])
/// own.id // own:front-squat;parts=quadriceps+core/Zercher carousel
/// ```
///
/// Its id says all of it, so whoever has the id knows the exercise (``Exercise/with(_:)``), without a
/// list of what anybody defined. What was defined last for a name counts for all sets under it
/// (``History``).
public struct OwnExercise: Sendable, Hashable {
  public var name: String
  /// The exercise of the catalog that it moves like.
  public var like: Exercise.ID
  /// What it is done for; nil where that is the same.
  public var bodyParts: [BodyPart]?
  public var equipment: [Equipment]?
  /// The phase a repetition begins with.
  public var begins: Phase?
  /// Whether the body is part of the load.
  public var liftsBody: Bool?

  public init(
    name: String, like: Exercise.ID, bodyParts: [BodyPart]? = nil, equipment: [Equipment]? = nil,
    begins: Phase? = nil, liftsBody: Bool? = nil
  ) {
    self.name = name
    self.like = like
    self.bodyParts = bodyParts
    self.equipment = equipment
    self.begins = begins
    self.liftsBody = liftsBody
  }

  private static let prefix = "own:"
  private static let unlistedPrefix = "unlisted:"

  public var id: Exercise.ID {
    let details = [
      bodyParts.map { "parts=" + $0.map(\.rawValue).joined(separator: "+") },
      equipment.map { "with=" + $0.map(\.rawValue).joined(separator: "+") },
      begins.map { "begins=\($0.rawValue)" }, liftsBody.map { "body=\($0)" },
    ].compactMap(\.self).map { ";\($0)" }.joined()
    return Exercise.ID(rawValue: "\(Self.prefix)\(like.rawValue)\(details)/\(name)")
  }

  /// Reads an id; nil where it isn't one of an own exercise.
  public init?(_ id: Exercise.ID) {
    guard id.rawValue.hasPrefix(Self.prefix), let slash = id.rawValue.firstIndex(of: "/") else {
      return nil
    }
    let head = id.rawValue[..<slash].dropFirst(Self.prefix.count)
    let parts = head.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    self.init(
      name: String(id.rawValue[id.rawValue.index(after: slash)...]),
      like: Exercise.ID(rawValue: parts.first ?? ""))
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      let values = pair.last.map { $0.split(separator: "+").map(String.init) } ?? []
      switch pair.first {
      case "parts": bodyParts = values.compactMap(BodyPart.init)
      case "with": equipment = values.compactMap(Equipment.init)
      case "begins": begins = values.first.flatMap(Phase.init)
      case "body": liftsBody = values.first.map { $0 == "true" }
      default: return nil
      }
    }
    guard !name.isEmpty, self.id == id else { return nil }
  }

  /// Whether a set under this id was done in an exercise that the catalog didn't know.
  static func isForeign(_ id: Exercise.ID) -> Bool {
    id.rawValue.hasPrefix(prefix) || id.rawValue.hasPrefix(unlistedPrefix)
  }

  /// The id of sets whose exercise nobody has told anything about but its name.
  public static func unlisted(_ name: String) -> Exercise.ID {
    Exercise.ID(rawValue: unlistedPrefix + name)
  }

  /// The name in the id of an exercise that the catalog doesn't know; nil in those of the catalog.
  public static func name(in id: Exercise.ID) -> String? {
    if id.rawValue.hasPrefix(unlistedPrefix) {
      return String(id.rawValue.dropFirst(unlistedPrefix.count))
    }
    return OwnExercise(id)?.name
  }

  /// As a row like those of the catalog; nil where the catalog hasn't what it is like.
  ///
  /// How much stronger it is on the way down nobody has measured: the cautious ratio counts.
  public var exercise: Exercise? {
    guard OwnExercise(like) == nil, let base = Exercise.with(like) else { return nil }
    let equipment = equipment.map(Set.init) ?? base.equipment
    return base.varied(
      id, name,
      shares: bodyParts.map { Dictionary($0.map { ($0, 1) }, uniquingKeysWith: max) },
      with: equipment, begins: begins,
      ratio: equipment.isDisjoint(with: [.machine, .cable]) ? .unstudied : .unstudiedMachine,
      body: liftsBody.map { !$0 ? 0 : base.bodyMassFraction > 0 ? base.bodyMassFraction : 1 })
  }

  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.text("name", id.rawValue, upTo: Plausible.longestName)
    if name.allSatisfy(\.isWhitespace) {
      plausibility.add(Implausible(at: ["name"], "an exercise has a name"))
    }
    if exercise == nil {
      plausibility.add(
        Implausible(at: ["like"], "there is no exercise “\(like.rawValue)” in the catalog"))
    }
    if bodyParts?.isEmpty == true {
      plausibility.add(Implausible(at: ["bodyParts"], "an exercise is done for some body part"))
    }
    if let begins, begins != .eccentric, begins != .concentric {
      plausibility.add(
        Implausible(at: ["begins"], "a repetition begins with lowering or with lifting"))
    }
    return plausibility.found
  }
}

extension OwnExercise: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, like, bodyParts, equipment, begins, liftsBody
  }
}
