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
  public static let repsRange = 0...1000
  public static let repsInReserveRange = 0...20
  public static let holdSecondsRange = 0.0...3600.0
  public static let carriedMetersRange = 0.0...5000.0

  /// Whether it was done in repetitions, and not held or carried.
  public var isRepetitions: Bool { holdSeconds == nil && carriedMeters == nil }

  /// Whether its lowering was stressed on purpose: a negative, or slow enough (4 s and more).
  public var emphasizesEccentric: Bool {
    isRepetitions
      && (kind == .negative || (kind == .normal && (tempo?.eccentric.seconds ?? 0) >= 4))
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

/// A visit to the gym, or its equivalent at home.
public struct Session: Sendable, Hashable, Codable {
  public struct ID: Sendable, Hashable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public var id: ID
  /// What it was called: a program's day, or a workout's name.
  public var title: String
  /// The title of the program it belongs to, where it does.
  public var program: String?

  public init(id: ID, title: String, program: String? = nil) {
    self.id = id
    self.title = title
    self.program = program
  }
}

extension Session.ID: Codable {
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension KeyedDecodingContainer {
  /// Decodes a number and holds it to its range, with a sentence for who wrote it.
  func decode<Number: Decodable & Comparable>(
    _ type: Number.Type, forKey key: Key, in range: ClosedRange<Number>
  ) throws -> Number {
    let number = try decode(type, forKey: key)
    guard range.contains(number) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription:
          "\(key.stringValue) is \(number), but must be from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  func decodeIfPresent<Number: Decodable & Comparable>(
    _ type: Number.Type, forKey key: Key, in range: ClosedRange<Number>
  ) throws -> Number? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    return try decode(type, forKey: key, in: range)
  }
}
