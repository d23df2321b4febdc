/// What somebody who was there says of a measured set, on the recording's own clock.
///
/// It says where in the recording something is or isn't, not which number it has: so it still holds when
/// a better version measures the recording again.
public enum SetCorrection: Sendable, Hashable {
  /// What goes on at this moment is no repetition.
  case drop(at: Double)
  /// From here to there somebody did one repetition.
  case add(from: Double, to: Double)
  /// The repetition of this moment is two: one before it, one after.
  case split(at: Double)
  /// The repetition of this moment and the one behind it are one.
  case join(at: Double)
  /// The boundary of phases nearest to the first moment is at the second.
  case move(from: Double, to: Double)
  /// What was taken for the lowering is the lifting, in the whole set.
  case reverse
}

extension SetCorrection: Codable {
  /// The kinds as they are stored. Released names never change.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case drop, add, split, join, move, reverse
  }

  private enum CodingKeys: String, CodingKey { case kind, at, from, to }

  public var kind: Kind {
    switch self {
    case .drop: .drop
    case .add: .add
    case .split: .split
    case .join: .join
    case .move: .move
    case .reverse: .reverse
    }
  }

  /// The moments it speaks of.
  public var moments: [Double] {
    switch self {
    case .drop(let at), .split(let at), .join(let at): [at]
    case .add(let from, let to), .move(let from, let to): [from, to]
    case .reverse: []
    }
  }

  /// nil where a moment is missing.
  public init?(_ kind: Kind, at: Double?, from: Double?, to: Double?) {
    switch (kind, at, from, to) {
    case (.drop, let at?, _, _): self = .drop(at: at)
    case (.split, let at?, _, _): self = .split(at: at)
    case (.join, let at?, _, _): self = .join(at: at)
    case (.add, _, let from?, let to?): self = .add(from: from, to: to)
    case (.move, _, let from?, let to?): self = .move(from: from, to: to)
    case (.reverse, _, _, _): self = .reverse
    default: return nil
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decode(Kind.self, forKey: .kind)
    func moment(_ key: CodingKeys) throws -> Double? {
      try container.decodeIfPresent(Double.self, forKey: key)
    }
    guard let value = Self(kind, at: try moment(.at), from: try moment(.from), to: try moment(.to))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: container,
        debugDescription: "a correction of kind \(kind.rawValue) doesn’t say when")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    switch self {
    case .drop(let at), .split(let at), .join(let at): try container.encode(at, forKey: .at)
    case .add(let from, let to), .move(let from, let to):
      try container.encode(from, forKey: .from)
      try container.encode(to, forKey: .to)
    case .reverse: break
    }
  }

  /// What it says, for whoever may take it back.
  public var sentence: String {
    switch self {
    case .drop(let at): "No rep at \(at.short(decimals: 1)) s."
    case .add(let from, let to):
      "A rep from \(from.short(decimals: 1)) to \(to.short(decimals: 1)) s."
    case .split(let at): "Two reps, apart at \(at.short(decimals: 1)) s."
    case .join(let at): "The rep at \(at.short(decimals: 1)) s and the next are one."
    case .move(let from, let to):
      "The boundary at \(from.short(decimals: 2)) s is at \(to.short(decimals: 2)) s."
    case .reverse: "Lowering and lifting are the other way round."
    }
  }
}
