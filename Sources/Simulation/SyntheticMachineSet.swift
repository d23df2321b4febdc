public import Lifting

/// A set on a machine or a cable as a watch on the wrist records it in a gym.
///
/// The hand goes along an arc and turns, often level, so that gravity hardly tells anything, and at leg
/// machines it holds on and is only shaken. Repetitions get slower and shorter, stick, wait at one end;
/// before and after them somebody walks, puts the pin in, wipes and reaches for a phone. Everything is
/// drawn from the seed; the truth is known.
public struct SyntheticMachineSet: Sendable {
  /// What is done; the name is the exercise's in the catalog.
  public enum Lift: String, Sendable, Hashable, CaseIterable {
    case chestPress = "machine-chest-press"
    case inclinePress = "machine-incline-press"
    case shoulderPress = "machine-shoulder-press"
    case cableRow = "seated-cable-row"
    case machineRow = "machine-row"
    case pulldown = "lat-pulldown"
    case straightArmPulldown = "straight-arm-pulldown"
    case pushdown = "triceps-pushdown"
    case curl = "cable-curl"
    case lateralRaise = "machine-lateral-raise"
    case pecDeck = "pec-deck"
    case reverseFly = "machine-reverse-fly"
    case cableFly = "cable-fly"
    case facePull = "face-pull"
    case legPress = "leg-press"
    case legExtension = "leg-extension"
    case legCurl = "seated-leg-curl"

    public var exercise: Exercise.ID { Exercise.ID(rawValue: rawValue) }

    /// Whether the hands only hold on, so that hardly anything shows at the wrist.
    public var isOfTheLegs: Bool {
      self == .legPress || self == .legExtension || self == .legCurl
    }

    var beginsLifting: Bool { self != .legPress }
  }

  public struct Parameters: Sendable, Hashable {
    public var seed: UInt64 = 1
    public var lift: Lift = .chestPress
    public var hasGyroscope = true

    public init(_ lift: Lift = .chestPress, seed: UInt64 = 1) {
      self.lift = lift
      self.seed = seed
    }
  }

  public let recording: Recording
  public let truth: [SyntheticRecording.Truth]

  public init(_ parameters: Parameters) {
    var maker = Maker(parameters)
    (recording, truth) = maker.make()
  }
}
