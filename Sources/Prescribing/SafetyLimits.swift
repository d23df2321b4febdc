import Lifting

/// The figures of the limits: each stands here once, with its unit and where it is from. Rules, the plan
/// of the week, the player and the documentation read them.
///
/// The independent check (``Violation``) keeps figures of its own on purpose: a slip here would otherwise
/// pass unseen.
public enum SafetyLimits {
  // MARK: The first times

  /// Lowerings in the first eccentric session of a body part (S02; B).
  public static let firstSessionLowerings = 15
  /// Body parts with eccentric work in the first session (S04; Chen 2019, A).
  public static let firstSessionBodyParts = 3
  /// Of the one-rep maximum, what negatives of the first weeks start at (S03; Chen 2013, A).
  public static let firstIntensity = 0.5
  /// By how much of the one-rep maximum they grow in a week (S05; Chen 2017, A).
  public static let intensityStepAWeek = 0.1
  /// Days without eccentric work after which the first session is a first one again: what a maximal bout
  /// protects lasts about six months (S27; Nosaka 2001, A).
  public static let firstAgainDays = 180.0
  /// Negative pull-ups of the first session, of those of the first two weeks, and the seconds they take
  /// at most (S32; A).
  public static let firstPullUps = 6
  public static let pullUpsOfTwoWeeks = 10
  public static let firstPullUpSeconds = 5.0

  // MARK: How heavy

  /// Of the one-rep maximum, the most that anybody lowers (S08; Kelly 2015, A).
  public static let ceiling = 1.2
  /// Of the eccentric maximum, the most that anybody lowers (S08; Hollander 2007, A).
  public static let ceilingOfEccentric = 0.95
  /// Of the one-rep maximum, what is lowered without a spotter and safeties where it could pin (S09; B).
  public static let unspotted = 0.95
  /// Lowerings above the one-rep maximum in a session (S10; NSCA 2015, B).
  public static let supramaximalLowerings = 15
  /// Weeks of negatives at ``heavyShare`` of the maximum before one goes above it (S07; B).
  public static let heavyWeeks = 4
  public static let heavyShare = 0.8
  /// Days after which a one-rep maximum is old, and what an old one still counts (S33; B).
  public static let maximumStaleDays = 56.0
  public static let staleMaximumShare = 0.95
  /// By how much a load grows from one session to the next (S26; ACSM 2009, A).
  public static let loadStep = 1.1
  /// What is left of a load whose lowering lost control (S18; C).
  public static let afterLostControl = 0.95

  // MARK: How much

  /// Negative sets of a body part in a session (B).
  public static let negativeSets = 3
  /// By how much the lowerings of a body part grow from week to week (S06; C).
  public static let weeklyGrowth = 1.3

  // MARK: How often

  /// Hours between two eccentric sessions of a body part, after a hard one, and how much more from
  /// sixty on (S13, S28; A, B).
  public static let hoursBetween = 48.0
  public static let hoursAfterAHardOne = 72.0
  public static let moreHoursFromSixty = 24.0
  /// What makes a session a hard one: soreness above this, or less than this of the strength a day later
  /// (S13; A).
  public static let hardSoreness = 5
  public static let hardStrength = 0.85
  /// Days a week with eccentric work of a body part; for the advanced (S23; B).
  public static let daysAWeek = 2
  public static let daysAWeekOfTheAdvanced = 3

  // MARK: How slow

  /// From so many seconds on a lowering is stressed on purpose; below it is an ordinary one (S21; A).
  public static let emphasisSeconds = WorkSet.emphasisSeconds
  /// Lowerings in seconds: of normal sets, and the longest of negatives (S21; Schoenfeld 2015, A).
  public static let loweringSeconds = 2.0...6.0
  public static let longestNegative = 10.0

  // MARK: When not

  /// Soreness above which there are no negatives, below which they come back, and the days after which
  /// it has lasted too long (S15; B).
  public static let stopSoreness = 7
  public static let freeSoreness = 3
  public static let longSorenessDays = 5.0
  /// From this on a body part isn't trained at all (B).
  public static let restSoreness = 8
  /// What is left of the load while a body part is sore (S14; Chen 2006, A).
  public static let whileSore = 0.85
  /// Days off after which work comes back smaller, and what is left of its load (S27; Chen 2012, A).
  public static let layoffDays = 21.0
  public static let afterLayoff = 0.8
  /// Days in which a pain that was told still counts, where no check-in has said otherwise (C).
  public static let painDays = 14.0
  /// Days in which the first session after a fever is a gentle one (C).
  public static let illnessDays = 21.0
  /// Days of a fever's rest, where no check-in has said that it is over (B).
  public static let feverDays = 7.0

  // MARK: While it goes on

  /// Of the time a lowering should take: less isn't lowered (S18; Hollander 2007, A).
  public static let leastOfTarget = 0.6
  /// Of the way: more that fell freely wasn't lowered (S18; Hollander 2007, A).
  public static let mostFreeFall = 0.25
  /// Of the first lowering: two that are shorter on average end the exercise (S19; C).
  public static let leastOfFirst = 0.75
  /// How hard it may feel, 0 to 10, before the exercise ends; in the first year (S19; C).
  public static let mostExertion = 9.5
  public static let mostExertionAtFirst = 8.0
}
