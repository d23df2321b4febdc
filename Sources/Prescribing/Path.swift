public import Lifting
public import Physiology

/// The way to the first repetition of a bodyweight exercise: the steps, where somebody stands, and an
/// estimate of when, with its range.
public struct Path: Sendable, Hashable, Codable {
  public struct Step: Sendable, Hashable, Codable {
    public enum State: String, Sendable, Hashable, Codable { case done, now, later }

    public var title: String
    /// What has to be shown before the next step, in a sentence.
    public var criterion: String
    public var state: State

    public init(title: String, criterion: String, state: State) {
      self.title = title
      self.criterion = criterion
      self.state = state
    }
  }

  public var exercise: Exercise.ID
  public var name: String
  /// In order; exactly one is ``Step/State/now`` unless all are done.
  public var steps: [Step]
  /// How much of the first repetition's strength is there, in percent of what it takes, with the
  /// range that holds 90 %; nil where nothing tells.
  public var strengthPercent: Interval?
  /// Weeks until the first repetition, with the range that holds 90 %; 104 means two years or more.
  /// Nil where nothing tells how strong they are.
  public var weeks: Interval?
  /// Whether an attempt is due: cheap, and none in the last six days.
  public var testIsDue: Bool
  /// In sentences: where they stand, what comes now, when.
  public var sentences: [String]
}

extension Path {
  /// What the steps ask for, and what is believed of strength and its gain.
  public struct Parameters: Sendable, Hashable {
    /// Months of training before negatives; the hard limit's own figure.
    public var beginnerMonths = 6
    /// Repetitions of the easier relative in each of as many sets to work up to meanwhile.
    public var easierReps = 8
    public var easierSets = 3
    /// Seconds of controlled lowering from which no foot has to help (S32).
    public var unassistedSeconds = 3.0
    /// Seconds from which an attempt once a week is cheap.
    public var attemptSeconds = 15.0
    /// Seconds beyond which a longer lowering says nothing more about strength.
    public var longestSeconds = 30.0
    /// What an assisted repetition says about an unassisted one: bands and machines err.
    public var assistanceSpread = 0.06
    /// Gain a week of somebody who trains it twice, from strength per body mass well below one repetition to
    /// it: the median, as a fraction. Dayton: 36 % in twelve weeks, of weights and assisted pulls
    /// three times a week; half of that for whoever has trained half a year already.
    public var gainPerWeek = 0.0125
    /// How much people differ in what they gain: the standard deviation of the logarithm.
    public var gainSpread = 0.6
    /// Sessions a week that the gain is for, and the most that count.
    public var usualSessions = 2.0
    public var mostSessions = 3.0
    /// Gains shrink: weeks after which the weekly gain has halved.
    public var halvingWeeks = 26.0
    /// Where no estimate is given beyond, in weeks.
    public var horizonWeeks = 104.0

    public init() {}
  }

  /// What a path leads to; the exercises that come before its negatives are its ``Exercise/easier``.
  struct Goal: Sendable {
    let exercise: Exercise.ID
    /// How the foot, hand or box takes part of the weight in the first lowerings.
    let help: String
    /// How uncertain eccentric ÷ concentric strength is, as a standard deviation of the logarithm.
    /// For pulls 1.20 to 1.45 around 1.32 holds 90 %; where nobody measured it, more.
    let ratioSpread: Double
  }

  /// To add a path, add a row.
  static let goals: [Goal] = [
    Goal(
      exercise: "pull-up", help: "with a foot on a box", ratioSpread: 0.0575),
    Goal(
      exercise: "chin-up", help: "with a foot on a box", ratioSpread: 0.0575),
    Goal(
      exercise: "push-up", help: "from your knees",
      ratioSpread: 0.09),
    Goal(
      exercise: "dip", help: "with a foot on a box", ratioSpread: 0.09),
    Goal(
      exercise: "pistol-squat", help: "holding on to something", ratioSpread: 0.09),
    Goal(
      exercise: "nordic-curl", help: "with your hands or a band taking part of the weight",
      ratioSpread: 0.09),
  ]
}
