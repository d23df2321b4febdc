#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Something that happened or was said, kept for ever.
///
/// Facts are only ever added. A correction is a new fact that ``supersedes`` the old one; a deletion
/// is a ``Body/retraction`` that does, and a ``Body/restoration`` brings back what was deleted.
/// Whoever makes a fact makes its id, so that a phone can work
/// offline and repeat itself safely: the same id is the same fact.
public struct Fact: Sendable, Hashable, Identifiable {
  public enum Body: Sendable, Hashable {
    case athlete(Athlete)
    case screening(Screening)
    case clearance(Clearance)
    case session(Session)
    case sessionEnd(SessionEnd)
    case workSet(WorkSet)
    case checkIn(CheckIn)
    case strengthTest(StrengthTest)
    case program(ProgramChoice)
    /// An exercise that the catalog doesn't know.
    case exercise(OwnExercise)
    case recording(KeptRecording)
    /// Takes back the fact that it ``supersedes``, with every correction of that.
    case retraction
    /// Brings back the fact that it ``supersedes``, as it last stood.
    case restoration
  }

  public let id: UUID
  /// When it happened, not when it was saved; to the second.
  public var at: Date
  public var body: Body
  /// The fact this one takes the place of.
  public var supersedes: UUID?

  public init(id: UUID, at: Date, _ body: Body, supersedes: UUID? = nil) {
    self.id = id
    let seconds = at.timeIntervalSince1970.rounded(.down)
    self.at = Date(timeIntervalSince1970: seconds.isFinite ? seconds : 0)
    self.body = body
    self.supersedes = supersedes
  }
}

extension Fact {
  /// What became of facts that were to be kept.
  public struct Receipt: Sendable, Hashable, Codable {
    /// Ids that are new.
    public var new: [UUID] = []
    /// Ids that were there already, with the same content: sent twice, kept once.
    public var known: [UUID] = []
    /// Ids that were there already with other content. The first one stands.
    public var conflicting: [UUID] = []

    public init() {}

    public static func += (all: inout Receipt, more: Receipt) {
      all.new += more.new
      all.known += more.known
      all.conflicting += more.conflicting
    }
  }
}

/// A clinician's word that hard training is all right, after a red flag.
///
/// It counts for flags that were reported up to the day on which it was given.
public struct Clearance: Sendable, Hashable, Codable {
  /// Who said so: a name, a practice.
  public var by: String?
  /// The day on which they said so; nil in what was kept before that was asked: the day of the fact.
  public var on: Day?
  public var note: String?

  public init(by: String? = nil, on: Day? = nil, note: String? = nil) {
    self.by = by
    self.on = on
    self.note = note
  }
}

/// The program somebody follows from now on, as its text.
public struct ProgramChoice: Sendable, Hashable, Codable {
  public var text: String
  /// The post it was taken from; nil for a program that came some other way. What its numbers have
  /// moved on to since then is still that post's program.
  public var source: Source?

  public init(text: String, source: Source? = nil) {
    self.text = text
    self.source = source
  }

  /// A version of a post.
  public struct Source: Sendable, Hashable, Codable {
    public var post: UUID
    public var version: Int

    public init(post: UUID, version: Int) {
      self.post = post
      self.version = version
    }
  }
}

extension Fact.Body {
  /// The kinds as they are stored. Released names never change.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case athlete, screening, clearance, session, sessionEnd, workSet, checkIn, strengthTest, program
    case exercise, recording, retraction, restoration
  }

  public var kind: Kind {
    switch self {
    case .athlete: .athlete
    case .screening: .screening
    case .clearance: .clearance
    case .session: .session
    case .sessionEnd: .sessionEnd
    case .workSet: .workSet
    case .checkIn: .checkIn
    case .strengthTest: .strengthTest
    case .program: .program
    case .exercise: .exercise
    case .recording: .recording
    case .retraction: .retraction
    case .restoration: .restoration
    }
  }

  /// The version of the body's JSON that this release writes, for every kind.
  public static let version = 1

  /// Reads a body of this kind.
  public init(kind: Kind, from decoder: any Decoder) throws {
    switch kind {
    case .athlete: self = .athlete(try Athlete(from: decoder))
    case .screening: self = .screening(try Screening(from: decoder))
    case .clearance: self = .clearance(try Clearance(from: decoder))
    case .session: self = .session(try Session(from: decoder))
    case .sessionEnd: self = .sessionEnd(try SessionEnd(from: decoder))
    case .workSet: self = .workSet(try WorkSet(from: decoder))
    case .checkIn: self = .checkIn(try CheckIn(from: decoder))
    case .strengthTest: self = .strengthTest(try StrengthTest(from: decoder))
    case .program: self = .program(try ProgramChoice(from: decoder))
    case .exercise: self = .exercise(try OwnExercise(from: decoder))
    case .recording: self = .recording(try KeptRecording(from: decoder))
    case .retraction: self = .retraction
    case .restoration: self = .restoration
    }
  }
}

extension Fact.Body: Encodable {
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .athlete(let value): try value.encode(to: encoder)
    case .screening(let value): try value.encode(to: encoder)
    case .clearance(let value): try value.encode(to: encoder)
    case .session(let value): try value.encode(to: encoder)
    case .sessionEnd(let value): try value.encode(to: encoder)
    case .workSet(let value): try value.encode(to: encoder)
    case .checkIn(let value): try value.encode(to: encoder)
    case .strengthTest(let value): try value.encode(to: encoder)
    case .program(let value): try value.encode(to: encoder)
    case .exercise(let value): try value.encode(to: encoder)
    case .recording(let value): try value.encode(to: encoder)
    case .retraction, .restoration:
      _ = encoder.container(keyedBy: Fact.CodingKeys.self)
    }
  }
}

extension Fact: Codable {
  enum CodingKeys: String, CodingKey { case id, at, kind, version, body, supersedes }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decode(Body.Kind.self, forKey: .kind)
    let version = try container.decodeIfPresent(Int.self, forKey: .version) ?? 1
    guard version == Body.version else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: container,
        debugDescription: "version \(version) of \(kind.rawValue) is newer than this program")
    }
    self.init(
      id: try container.decode(UUID.self, forKey: .id),
      at: try container.decode(Date.self, forKey: .at),
      try Body(kind: kind, from: container.superDecoder(forKey: .body)),
      supersedes: try container.decodeIfPresent(UUID.self, forKey: .supersedes))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(at, forKey: .at)
    try container.encode(body.kind, forKey: .kind)
    try container.encode(Body.version, forKey: .version)
    try container.encode(body, forKey: .body)
    try container.encodeIfPresent(supersedes, forKey: .supersedes)
  }
}
