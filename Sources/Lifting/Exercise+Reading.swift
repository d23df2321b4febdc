/// What the name of an exercise in somebody's diary says: which exercise, and how it was done.
public struct NameReading: Sendable, Hashable {
  /// The exercise of the catalog, found with or without the words that say how it was done; nil where
  /// the catalog has none.
  public var exercise: Exercise?
  /// Something takes weight off the body, so that the weight written is help.
  public var isAssisted: Bool
  /// Only the lowering is the athlete's.
  public var isNegative: Bool
}

extension Exercise {
  /// Reads a name such as `Chin Up (Assisted)`, `Band-assisted dip`, `Negative Pull Up` or
  /// `Bench Press, eccentric`: the words that say how stand anywhere in it.
  ///
  /// `unassisted` and `without help` aren't help. `Tempo squat (slow eccentric)` is lifted as well as
  /// lowered, and no negative.
  public static func reading(of name: String) -> NameReading {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    var roles = words.map(Role.init)
    for index in roles.indices where roles[index] == .help {
      if index > 0, denials.contains(words[index - 1]) { roles[index] = .denied }
    }
    if words.contains(where: emphases.contains) {
      for index in roles.indices where roles[index] == .eccentric { roles[index] = .denied }
    }
    let isAssisted = roles.contains(.help)
    let isNegative = roles.contains(.negative) || roles.contains(.eccentric)
    let exercise = named(name) ?? found(words, roles)
    return NameReading(
      exercise: exercise,
      isAssisted: isAssisted || exercise?.isAssisted == true,
      isNegative: isNegative)
  }

  /// The exercise that is left when words that say how are taken away, as few of them as will do.
  private static func found(_ words: [String], _ roles: [Role]) -> Exercise? {
    let ways: [Set<Role>] = [
      [.negative, .eccentric], [.help], [.denied], [.help, .negative, .eccentric, .denied],
      [.help, .negative, .eccentric, .denied, .detail],
    ]
    for left in ways where !left.isDisjoint(with: roles) {
      // A detail such as a band is part of a name unless it goes with one of the words.
      if left.contains(.detail), roles.allSatisfy({ $0 == .other || $0 == .detail }) { continue }
      let rest = zip(words, roles).filter { !left.contains($1) }.map(\.0)
      if let exercise = named(rest.joined(separator: " ")) { return exercise }
    }
    return nil
  }

  /// What a word of a name is there for.
  private enum Role: Hashable {
    case help, negative, eccentric
    /// Says what help or a negative is done with: `band` of `band assisted`, `only` of
    /// `eccentric only`.
    case detail
    /// A word of help or of lowering that its neighbours take back.
    case denied
    case other

    /// Programs translate names, so beginnings count: `assistida`, `assisté`, `exzentrisch`.
    init(_ word: String) {
      func begins(_ beginnings: [String]) -> Bool { beginnings.contains(where: word.hasPrefix) }
      self =
        switch word {
        case "help", "helped", "aided", "assist": .help
        case "assistant", "assistants": .other
        case "unassisted": .denied
        case "neg", "negs": .negative
        case "ecc": .eccentric
        case _ where Exercise.details.contains(word): .detail
        case _ where begins(["assisted", "assistance", "assistid", "assistit", "assisté"]): .help
        case _ where begins(["asistid", "unterstützt"]): .help
        case _ where begins(["negativ", "négati"]): .negative
        case _ where begins(["eccentri", "excentri", "excéntri", "exzentri"]): .eccentric
        case _ where Exercise.denials.contains(word) || Exercise.emphases.contains(word): .denied
        default: .other
        }
    }
  }

  private static let denials: Set<String> = ["non", "not", "no", "without"]

  /// With these a slow lowering is part of a whole repetition.
  private static let emphases: Set<String> = [
    "slow", "tempo", "accentuated", "emphasis", "emphasised", "emphasized", "focus", "focused",
    "bias",
  ]

  private static let details: Set<String> = [
    "band", "bands", "banded", "machine", "partner", "spotter", "self", "foot", "feet", "chair",
    "counterweight", "gravitron", "resistance", "only", "phase", "rep", "reps", "jump", "jumping",
  ]
}
