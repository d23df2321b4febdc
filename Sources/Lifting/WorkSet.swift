/// A set that was done: the fact everything else is derived from.
public struct WorkSet: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable {
    case warmUp
    /// Lifted and lowered by the athlete.
    case normal
    /// Only the lowering is the athlete's; the way up is assisted.
    case negative
  }

  /// Why a set, or all that was to come of its exercise's eccentric work, was over early.
  public enum Ending: String, Sendable, Hashable, Codable, CaseIterable {
    /// A lowering got away: the set is over.
    case controlLost
    /// Lowerings grew short: the exercise's eccentric work is over.
    case loweringsShort
    /// Something hurt.
    case pain
    /// A sign that stops training: dizziness, pain in the chest.
    case symptom

    public var text: String {
      switch self {
      case .controlLost: "control was lost"
      case .loweringsShort: "the lowerings grew short"
      case .pain: "it hurt"
      case .symptom: "you didn’t feel well"
      }
    }
  }

  public var exercise: Exercise.ID
  /// The name the athlete or their old program used, where the exercise came in by name.
  public var nameAsWritten: String?
  public var kind: Kind
  public var load: Load
  /// Repetitions, at least 0.
  public var reps: Int
  /// How the weight got back to the top of a negative; nil where nobody said.
  public var wayUp: WayUp?
  /// The tempo that was followed or measured; nil where nobody looked.
  public var tempo: Tempo?
  /// Repetitions lowered under control to the end; nil where nobody looked.
  public var controlledReps: Int?
  /// Repetitions that would still have gone, 0 to 20; nil where nobody said.
  public var repsInReserve: Int?
  /// The mean velocity of its fastest way up, of a set that was lifted as fast as it would go; nil
  /// where that wasn't measured, or wasn't meant.
  public var fastestLift: Velocity?
  /// Which arm or leg did it; nil where both did, or nobody said.
  public var side: Side?
  /// How many seconds it was held, where it was; ``reps`` is 1 then.
  public var holdSeconds: Double?
  /// How many metres a weight was carried, where it was; ``reps`` is 1 then.
  public var carriedMeters: Double?
  /// Why it was over before its time; nil where it wasn't.
  public var ended: Ending?
  /// The session it belongs to, so that what was done together stays together.
  public var session: Session.ID?
  public var note: String?
  /// Where the lift slowed down in each of the measured repetitions that can be believed and did;
  /// nil where nobody measured, or none did.
  public var stickingRegions: [StickingRegion]?

  public init(
    exercise: Exercise.ID, nameAsWritten: String? = nil, kind: Kind = .normal, load: Load = .body,
    reps: Int, wayUp: WayUp? = nil, tempo: Tempo? = nil, controlledReps: Int? = nil,
    repsInReserve: Int? = nil,
    fastestLift: Velocity? = nil, side: Side? = nil, holdSeconds: Double? = nil,
    carriedMeters: Double? = nil, ended: Ending? = nil, session: Session.ID? = nil,
    note: String? = nil, stickingRegions: [StickingRegion]? = nil
  ) {
    self.exercise = exercise
    self.nameAsWritten = nameAsWritten
    self.kind = kind
    self.load = load
    self.reps = reps
    self.wayUp = wayUp
    self.tempo = tempo
    self.controlledReps = controlledReps
    self.repsInReserve = repsInReserve
    self.fastestLift = fastestLift
    self.side = side
    self.holdSeconds = holdSeconds
    self.carriedMeters = carriedMeters
    self.ended = ended
    self.session = session
    self.note = note
    self.stickingRegions = stickingRegions
  }

  /// What can have been done. Push-ups go on for long; more than this is a slip of the finger.
  public static let repsRange = Plausible.reps
  public static let repsInReserveRange = Plausible.repsInReserve
  public static let holdSecondsRange = Plausible.secondsOfASet
  public static let carriedMetersRange = Plausible.carriedMeters

  /// Whether it was done in repetitions, and not held or carried.
  public var isRepetitions: Bool { holdSeconds == nil && carriedMeters == nil }

  /// The same of a set whose seconds or metres may not have been said yet.
  private func isRepetitions(of exercise: Exercise?) -> Bool {
    guard let exercise else { return isRepetitions }
    return isRepetitions && !exercise.isHeld && !exercise.isCarried
  }

  /// From so many seconds on a lowering is stressed on purpose; below it is an ordinary one
  /// (Schoenfeld 2015, A).
  public static let emphasisSeconds = 4.0

  /// Whether its lowering was stressed on purpose: a negative, or slow enough.
  public var emphasizesEccentric: Bool {
    isRepetitions
      && (kind == .negative
        || (kind == .normal && (tempo?.eccentric.seconds ?? 0) >= Self.emphasisSeconds))
  }

  /// Whether one limb lowered what two share on the way up, and had twice as much of it.
  public func isOneLimb(of exercise: Exercise) -> Bool {
    kind == .negative && wayUp == .otherLimb && exercise.isSharedByTwoLimbs
  }
}

extension WorkSet: Codable {
  private enum CodingKeys: String, CodingKey {
    case exercise, nameAsWritten, kind, load, reps, wayUp, tempo, controlledReps, repsInReserve
    case side, holdSeconds, carriedMeters, ended, session, note, stickingRegions
    case fastestLift = "fastestLiftMetersPerSecond"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    exercise = try container.decode(Exercise.ID.self, forKey: .exercise)
    nameAsWritten = try container.decodeIfPresent(String.self, forKey: .nameAsWritten)
    kind = try container.decodeIfPresent(Kind.self, forKey: .kind) ?? .normal
    load = try container.decodeIfPresent(Load.self, forKey: .load) ?? .body
    reps = try container.decode(Int.self, forKey: .reps, in: Self.repsRange)
    wayUp = try container.decodeIfPresent(WayUp.self, forKey: .wayUp)
    tempo = try container.decodeIfPresent(Tempo.self, forKey: .tempo)
    controlledReps = try container.decodeIfPresent(
      Int.self, forKey: .controlledReps, in: Self.repsRange)
    repsInReserve = try container.decodeIfPresent(
      Int.self, forKey: .repsInReserve, in: Self.repsInReserveRange)
    fastestLift = try container.decodeIfPresent(Velocity.self, forKey: .fastestLift)
    side = try container.decodeIfPresent(Side.self, forKey: .side)
    holdSeconds = try container.decodeIfPresent(
      Double.self, forKey: .holdSeconds, in: Self.holdSecondsRange)
    carriedMeters = try container.decodeIfPresent(
      Double.self, forKey: .carriedMeters, in: Self.carriedMetersRange)
    ended = try container.decodeIfPresent(Ending.self, forKey: .ended)
    session = try container.decodeIfPresent(Session.ID.self, forKey: .session)
    note = try container.decodeIfPresent(String.self, forKey: .note)
    stickingRegions = try container.decodeIfPresent(
      [StickingRegion].self, forKey: .stickingRegions)
  }
}

/// The arm or leg that worked alone.
public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
  case left, right
}

extension WorkSet {
  /// What people say of a set: a row a field, in the order in which it is asked.
  ///
  /// Forms, the player and the history are made from these rows, so a new field is a property above and
  /// a row here. What is empty is unsaid, and stays so.
  public static let fields: [Field] = [
    .whole(
      "reps", "Reps", repsRange, { $0.reps }, { $0.reps = $1 ?? 0 },
      isAsked: { $0.isRepetitions(of: $1) }, words: { _ in nil }),
    .decimal(
      "holdSeconds", "Held for", unit: "s", holdSecondsRange, { $0.holdSeconds },
      { $0.holdSeconds = $1 },
      isAsked: { set, exercise in set.holdSeconds != nil || exercise?.isHeld ?? false },
      words: { $0.holdSeconds.map { "held \($0.short) s" } }),
    .decimal(
      "carriedMeters", "Carried for", unit: "m", carriedMetersRange, { $0.carriedMeters },
      { $0.carriedMeters = $1 },
      isAsked: { set, exercise in set.carriedMeters != nil || exercise?.isCarried ?? false },
      words: { $0.carriedMeters.map { "carried \($0.short) m" } }),
    Field(
      "load", "Weight", .load, { $0.load.typed },
      amend: { set, text throws(Field.Problem) in set.load = try Load(typed: text) },
      isAsked: { _, _ in true }, words: { _ in nil }),
    .choice(
      "side", "Side", { $0.side }, { $0.side = $1 }, \.rawValue,
      isAsked: { set, exercise in set.side != nil || exercise?.limbs == .one },
      words: { $0.side?.rawValue }),
    Field(
      "controlledReps", "Lowered under control", .choice,
      { set in set.controlledReps.map { $0 >= set.reps ? "kept" : String($0) } ?? "" },
      amend: { set, text throws(Field.Problem) in try set.amendControl(text) },
      choices: { set in
        [Field.Choice("", "Didn’t look"), Field.Choice("kept", "Kept to the end")]
          + (0..<min(set.reps, 50)).map { Field.Choice(String($0), "Lost from rep \($0 + 1)") }
      },
      isAsked: { $0.kind != .warmUp && $0.isRepetitions(of: $1) },
      words: { set in
        set.controlledReps.flatMap { $0 < set.reps ? "control lost from rep \($0 + 1)" : nil }
      }),
    Field(
      "repsInReserve", "How many more would have gone?", .choice,
      { $0.repsInReserve.map(String.init) ?? "" },
      amend: { set, text throws(Field.Problem) in
        set.repsInReserve = try Field.number(text, in: repsInReserveRange) { Int($0, radix: 10) }
      },
      choices: { set in
        [Field.Choice("", "Not said")]
          + (0...max(5, min(set.repsInReserve ?? 0, repsInReserveRange.upperBound))).map {
            Field.Choice(String($0), String($0))
          }
      },
      isAsked: { $0.kind == .normal && $0.isRepetitions(of: $1) },
      words: { $0.repsInReserve.map { "\($0) in reserve" } }),
    .choice(
      "kind", "Kind", { $0.kind }, { $0.kind = $1 ?? .normal }, \.words,
      isAsked: { _, _ in false }, words: { _ in nil }),
    .choice(
      "wayUp", "Way up", { $0.wayUp }, { $0.wayUp = $1 }, \.phrase, isAsked: { _, _ in false },
      words: { $0.wayUp?.phrase }),
    Field(
      "tempo", "Tempo", .text(most: 30), { $0.tempo?.description ?? "" },
      amend: { set, text throws(Field.Problem) in
        guard !text.isEmpty else {
          set.tempo = nil
          return
        }
        guard let tempo = Tempo(text) else {
          throw Field.Problem("“\(text.prefix(30))” is not a tempo; write it as 4-1-2-0.")
        }
        set.tempo = tempo
      }, isAsked: { _, _ in false }, words: { $0.tempo.map { "tempo \($0)" } }),
    .choice(
      "ended", "Over early, because", { $0.ended }, { $0.ended = $1 }, \.text,
      isAsked: { _, _ in false }, words: { $0.ended.map { "over early: \($0.text)" } }),
    Field(
      "note", "Note", .text(most: noteLength), { $0.note ?? "" },
      amend: { set, text throws(Field.Problem) in set.note = text.isEmpty ? nil : text },
      isAsked: { _, _ in false }, words: { $0.note }),
  ]

  /// The longest note, in characters.
  public static let noteLength = 1000

  private mutating func amendControl(_ text: String) throws(Field.Problem) {
    switch text {
    case "": controlledReps = nil
    case "kept": controlledReps = reps
    default:
      guard let kept = try Field.number(text, in: Self.repsRange, { Int($0, radix: 10) }) else {
        return
      }
      guard kept < reps else {
        throw Field.Problem("Control can’t be lost in rep \(kept + 1) of \(reps).")
      }
      controlledReps = kept
    }
  }
}

extension WorkSet.Kind: CaseIterable {
  var words: String {
    switch self {
    case .warmUp: "To warm up"
    case .normal: "Lifted and lowered"
    case .negative: "Negative: only lowered"
    }
  }
}
