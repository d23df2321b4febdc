public import Lifting
import Physiology

/// What a study did and saw, so that the model can be held against it.
public struct Trial: Sendable, Hashable, Codable {
  public struct Population: Sendable, Hashable, Codable {
    public enum Training: String, Sendable, Hashable, Codable, CaseIterable {
      case untrained, recreational, trained
    }
    public enum Sex: String, Sendable, Hashable, Codable, CaseIterable { case male, female, mixed }

    public var training: Training?
    public var sex: Sex?
    public var ageYears: Double?
    public var n: Int?
  }

  public struct Bout: Sendable, Hashable, Codable {
    /// Since the first bout.
    public var hours: Double
    public var bodyPart: BodyPart
    public var reps: Double?
    /// Stands in where the study did as many reps as made the group lose so much after a day, and
    /// doesn't say how many: the model then does the same.
    public var repsUntilStrengthLossPercent: Double?
    /// Relative to the maximal eccentric.
    public var intensity: Double?
    /// Relative to the concentric one-rep maximum; stands in where ``intensity`` isn't known.
    public var intensityOfConcentric1RM: Double?
    public var muscleLength: MuscleLength?
    public var loweringSeconds: Double?
    /// How often it was done in all, and how far apart; once, where nothing is said.
    public var times: Int?
    public var everyHours: Double?
    public var note: String?
  }

  public struct Observation: Sendable, Hashable, Codable {
    /// `strengthLossPercent`, `sorenessMillimetres`, `protectionFraction`, or
    /// `sorenessProtectionFraction` (the same of peak soreness); of weeks of training
    /// `strengthGainPercent` and `sizeGainPercent`, their hours counted from the first bout, and
    /// `proteinSynthesisRatio` (1 at rest). Others are skipped.
    public var outcome: String
    /// Counted from 1.
    public var bout: Int?
    /// Since its bout; nil for the peak.
    public var hours: Double?
    public var mean: Double
    public var sd: Double?
    public var note: String?
    public var predicted: Double?
    public var predictedLow: Double?
    public var predictedHigh: Double?
    /// Why there is no prediction.
    public var skipped: String?
  }

  public var id: String
  /// What trials of the same laboratory and people have in common; the ``id`` where nothing is said.
  public var study: String?
  public var source: String?
  /// A, B or C.
  public var confidence: String?
  public var population: Population?
  public var bouts: [Bout]
  public var observations: [Observation]
  public var note: String?
}
