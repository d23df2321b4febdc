/// An exercise, as far as training its eccentric needs to know it.
///
/// Exercises are rows of ``catalog``. To add one, add a row.
public struct Exercise: Sendable, Hashable {
  /// A short readable name in kebab case, such as `bench-press`. It never changes once released.
  public struct ID: Sendable, Hashable, Comparable, RawRepresentable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
  }

  public let id: ID
  public let name: String
  /// Other names it goes by; word order, plurals, hyphens and brackets don't matter.
  public let aliases: [String]
  /// How much of the exercise's stress each body part takes: 1 for what it is done for.
  public let shares: [BodyPart: Double]
  public let equipment: Set<Equipment>
  /// The phase a repetition begins with: a squat begins by lowering, a pull-up by lifting.
  public let begins: Phase
  /// What moves which way, for whoever measures it.
  public let geometry: Geometry
  /// How the weight comes back up when only the lowering is the athlete's. Empty: no negatives.
  public let waysUp: [WayUp]
  public let safety: Safety
  /// The share of body mass that counts as load: 1 in a pull-up, 0 where only the bar is counted.
  public let bodyMassFraction: Double
  /// Eccentric one-rep maximum ÷ concentric one-rep maximum.
  public let eccentricRatio: EccentricRatio
  /// The length at which the main muscle is loaded most.
  public let muscleLength: MuscleLength
  /// Which arms or legs the load is for.
  public let limbs: Limbs
  /// Whether it is held for seconds: a plank, a hang.
  public let isHeld: Bool
  /// Whether a weight is carried over metres.
  public let isCarried: Bool
  /// Whether the weight that is set helps, as an assisted pull-up's does.
  public let isAssisted: Bool
  /// Whether a recording may be proposed to be of it. Variants move as what they vary does, and
  /// motion can't tell them apart: the more there are, the less sure each proposal.
  public let isProposed: Bool
  /// Easier relatives that lead to it, the nearest first.
  public let easier: [ID]

  /// The share of an exercise's stress from which on it counts as work of a body part.
  public static let countingShare = 0.5

  /// The body parts the exercise is done for.
  public var primeMovers: [BodyPart] { shares.filter { $0.value >= 1 }.keys.sorted() }

  /// The body parts it counts for: those it is done for, and those that take ``countingShare`` of it.
  public var countedParts: [BodyPart] {
    shares.filter { $0.value >= Self.countingShare }.keys.sorted()
  }

  /// Whether both arms or legs move one load, so that one of them alone gets twice as much. Where each
  /// has its own (dumbbells, one-legged lifts) it doesn't.
  public var isSharedByTwoLimbs: Bool { limbs == .both }
}

extension Exercise.ID: Codable {
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// What an exercise is done with.
public enum Equipment: String, Sendable, Hashable, Codable, CaseIterable {
  case barbell, dumbbells, kettlebell, bench, rack, cable, machine, pullUpBar, dipBars, rings
  case band, box

  public var name: String {
    switch self {
    case .barbell: "Barbell"
    case .dumbbells: "Dumbbells"
    case .kettlebell: "Kettlebell"
    case .bench: "Bench"
    case .rack: "Rack with safeties"
    case .cable: "Cable"
    case .machine: "Machines"
    case .pullUpBar: "Pull-up bar"
    case .dipBars: "Dip bars"
    case .rings: "Rings"
    case .band: "Bands"
    case .box: "Box or step"
    }
  }
}

/// What stands for the load when the exercise is recorded, and which way it goes.
public struct Geometry: Sendable, Hashable {
  public enum Direction: String, Sendable, Hashable { case up, down }

  /// What a sensor shows that is worn on the working limb (the wrist, the ankle) or clipped to what
  /// the hands hold.
  public enum Worn: Sendable, Hashable {
    /// The limb turns, and its inclination stands for the load. The direction is that of the limb's
    /// far end while the muscle shortens.
    case inclination(Direction)
    /// The hand travels with the load; the direction is the hand's while the muscle shortens.
    case vertical(Direction)
    /// The hand holds something fixed and the forearm swings out and in again in each phase.
    case swing
    /// The pull is level: gravity hardly tells anything, the turning of the limb a little.
    case level
  }

  /// The joint whose angle shows the phase, and whether shortening closes it.
  public struct Joint: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable { case closes, opens }
    public let name: String
    public let shortening: Action
  }

  public let worn: Worn
  public let joint: Joint
}

/// How the weight gets back to the top of a negative.
public enum WayUp: String, Sendable, Hashable, Codable, CaseIterable {
  case jump, feet, hands, otherLimb, partner, machine, lighter

  /// As it is written in a program.
  public var phrase: String {
    switch self {
    case .jump: "jump up"
    case .feet: "feet up"
    case .hands: "hands up"
    case .otherLimb: "two up"
    case .partner: "help up"
    case .machine: "machine up"
    case .lighter: "light up"
    }
  }

  /// How to do it, for whoever reads it for the first time.
  public var explanation: String {
    switch self {
    case .jump: "Jump to the top, or step up from a box."
    case .feet: "Push yourself back up with your feet or from your knees."
    case .hands: "Push yourself back up with your hands."
    case .otherLimb: "Go up with both arms or legs, down with one."
    case .partner: "A partner lifts; you only lower."
    case .machine: "The machine or the weight releasers take the way up."
    case .lighter: "Get it up the easy way: a little swing, or the lighter version of the lift."
    }
  }
}

/// Which arms or legs a load is for.
public enum Limbs: String, Sendable, Hashable, Codable, CaseIterable {
  /// One load that both share, the body's included: a bar, a stack, a push-up.
  case both
  /// A load for each, moved together or in turns within a set: two dumbbells, lunges.
  case each
  /// One limb at a time, a set for each side: a dumbbell row, a step-down.
  case one
}

/// What has to be there before somebody lowers a weight that they may not be able to lift.
public enum Safety: String, Sendable, Hashable, Codable {
  /// The weight can simply be put down or let go.
  case none
  /// A failed rep pins you: safeties set, or a spotter.
  case spotterOrSafeties
}

/// Eccentric one-rep maximum ÷ concentric one-rep maximum, with where it was read.
public struct EccentricRatio: Sendable, Hashable {
  public let value: Double
  public let source: Source
}

public enum MuscleLength: String, Sendable, Hashable, Codable, CaseIterable {
  case long, short, full
}

/// Where a figure comes from, and how far it can be trusted.
public struct Source: Sendable, Hashable, Codable {
  /// A: read in the paper or its abstract. B: well-known, recalled. C: a recollected magnitude or
  /// an engineering margin; used inside, never shown to users as evidence.
  public enum Confidence: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"
    public static func < (left: Confidence, right: Confidence) -> Bool {
      left.rawValue > right.rawValue
    }
  }

  public let citation: String
  public let confidence: Confidence

  public init(_ citation: String, _ confidence: Confidence) {
    self.citation = citation
    self.confidence = confidence
  }
}
