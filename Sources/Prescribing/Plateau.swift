public import Lifting
public import Physiology

/// Somebody has stopped getting stronger in an exercise, or seems to: what is seen, what may explain
/// it, and what negatives can do about it.
///
/// There is no accepted definition of a plateau. Ours: over the last four to eight weeks, with enough
/// sessions, strength rose by less than half a percent a week, and by less than before, more surely
/// than chance allows; or in ten weeks and more it rose by less than a quarter of a percent a week.
public struct Plateau: Sendable, Hashable, Codable {
  /// What would make strength stand still without anybody being stuck.
  public enum Explanation: String, Sendable, Hashable, Codable {
    /// Fewer sessions than before, or a long gap.
    case missedSessions
    /// The sets were light on purpose: a deload, or many reps left in reserve.
    case lighterSets
    /// The body part is still weak from its last sessions.
    case notRecovered
  }

  public var exercise: Exercise.ID
  public var name: String
  /// How long it has stood still, in weeks, about.
  public var weeks: Int
  /// Sessions of the exercise in these weeks that told something about strength.
  public var sessions: Int
  /// Change of strength in these weeks, in percent a week, with the range that holds 90 %.
  public var percentPerWeek: Interval
  /// The same for the weeks before; nil where it never rose while anybody looked.
  public var earlierPercentPerWeek: Interval?
  /// Why it isn't a plateau, where something else explains it; nil where nothing does.
  public var explanation: Explanation?
  /// What is seen, in sentences.
  public var evidence: [String]
  /// What negatives can do, in sentences; empty where something explains the standstill.
  public var offer: [String]
}

extension Plateau {
  /// When a standstill is called one.
  public struct Parameters: Sendable, Hashable {
    /// The lengths of the standstills looked for, in weeks. Short ones are found sooner and are more
    /// often chance.
    public var recentWeeks: [Double] = [4, 5, 6, 8]
    /// How far back the weeks before are looked at, in weeks: long enough for a slope, short enough
    /// that it is still this year's.
    public var earlierWeeks = 16.0
    /// Sessions needed in the recent weeks. Small: a few odd days are a plateau.
    public var leastSessions = 5
    /// Sessions and weeks needed before them, so that there is a slope to fall behind.
    public var leastEarlierSessions = 8
    public var leastEarlierWeeks = 5.0
    /// The share of the earlier gain that the recent one is held against. 1: any slowing down, if it
    /// is sure; 0: only getting weaker.
    public var keptShare = 1.0
    /// How many standard errors the recent gain has to lie below that share. Larger: fewer false
    /// alarms, later ones too. Chosen on simulated athletes; see docs/Weeks.md.
    public var certainty = 2.0
    /// How many more are asked of whoever hardly gained before; none from ``clearGain`` on. Many looks at
    /// several lengths find two somewhere by chance, and only a clear gain before makes that chance
    /// small. Larger: fewer false alarms of slow gainers, who are told later.
    public var certaintyOfSlowGainers = 2.0
    /// The earlier gain that is a clear one, in percent a week.
    public var clearGain = 1.0
    /// The recent gain above which nobody is called stuck, in percent a week.
    public var stillGaining = 0.5
    /// Standard errors by which the earlier gain has to be one.
    public var earlierCertainty = 3.0
    /// Without an earlier gain: weeks of standstill, and the gain in percent a week that its 95th
    /// percentile has to stay below. Steele 2022: years after the first gain 2–4 % a year.
    public var flatWeeks = 10.0
    public var flatPercentPerWeek = 0.25
    /// What is believed of one person's scatter from session to session before it is seen, as a
    /// fraction, and for how many sessions the belief counts (Grgic 2020: tests differ by 2–4 %).
    public var priorScatter = 0.025
    public var priorScatterSessions = 8.0
    /// Sessions in the recent weeks ÷ those expected from before, below which they were missed.
    public var adherence = 0.8
    /// A gap this long, in days, is a layoff.
    public var longestGapDays = 12.0
    /// A session this far below its neighbours, as a fraction, was light on purpose.
    public var lightSession = 0.08
    /// Reps in reserve from which a set says little about strength.
    public var lightReserve = 6
    /// Strength of a prime mover, relative to rested, below which it isn't recovered.
    public var recovered = 0.9

    public init() {}

    /// The standard errors asked for after an earlier gain, a fraction a week.
    func certainty(after gain: Double) -> Double {
      certainty + certaintyOfSlowGainers * max(0, 1 - 100 * gain / clearGain)
    }
  }

  /// What strength in one exercise did, session by session: what a standstill is looked for in.
  struct Course {
    /// Weeks before now (negative), rising, and the logarithm of the one-rep maximum.
    var points: [(weeks: Double, log: Double)]
    /// Sessions that were light on purpose, in weeks before now (negative).
    var light: [Double]
  }

  /// A standstill in a course, by the numbers alone; nil where none is seen.
  static func find(in course: Course, _ parameters: Parameters) -> Standstill? {
    // A course that ended is another exercise's time, not a plateau.
    guard let newest = course.points.last?.weeks, newest * -7 <= parameters.longestGapDays else {
      return nil
    }
    let turns = parameters.recentWeeks.compactMap {
      stalled(course.points, weeks: $0, parameters)
    }
    return turns.max { $0.certainty < $1.certainty } ?? flat(course.points, parameters)
  }

  /// It rose before and doesn't any more.
  private static func stalled(
    _ points: [(weeks: Double, log: Double)], weeks: Double, _ parameters: Parameters
  ) -> Standstill? {
    let seen = points.filter { $0.weeks >= -weeks - parameters.earlierWeeks }
    let recent = seen.filter { $0.weeks > -weeks }
    let earlier = seen.count - recent.count
    guard recent.count >= parameters.leastSessions, earlier >= parameters.leastEarlierSessions,
      let first = seen.first, -weeks - first.weeks >= parameters.leastEarlierWeeks,
      let line = BrokenLine(seen, turn: -weeks, parameters),
      line.before.mean > parameters.earlierCertainty * line.before.standardError,
      line.after.mean < parameters.stillGaining / 100
    else { return nil }
    let shortfall = line.shortfall(share: parameters.keptShare)
    guard shortfall > parameters.certainty(after: line.before.mean) else { return nil }
    return Standstill(
      weeks: weeks, sessions: recent.count, certainty: shortfall, recent: line.after,
      earlier: line.before, sessionsBefore: earlier, weeksBefore: -weeks - first.weeks)
  }

  /// It hasn't risen in all the weeks that there are.
  private static func flat(
    _ points: [(weeks: Double, log: Double)], _ parameters: Parameters
  ) -> Standstill? {
    let seen = points.filter { $0.weeks >= -parameters.flatWeeks - parameters.earlierWeeks }
    guard let first = seen.first, -first.weeks >= parameters.flatWeeks,
      seen.count >= 2 * parameters.leastSessions,
      let slope = BrokenLine.slope(seen, parameters),
      slope.mean + 1.645 * slope.standardError < parameters.flatPercentPerWeek / 100
    else { return nil }
    return Standstill(
      weeks: -first.weeks, sessions: seen.count, certainty: 0, recent: slope, earlier: nil,
      sessionsBefore: seen.count, weeksBefore: -first.weeks)
  }

  /// What the numbers say, before anybody asks why.
  struct Standstill {
    var weeks: Double
    var sessions: Int
    /// Standard errors below the share of the earlier gain.
    var certainty: Double
    var recent: Estimate
    var earlier: Estimate?
    /// How often it was trained when it still rose.
    var sessionsBefore: Int
    var weeksBefore: Double
  }
}
