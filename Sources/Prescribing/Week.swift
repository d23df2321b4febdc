public import Lifting

/// The next seven days: which workout on which day, and why there.
public struct Week: Sendable, Hashable, Codable {
  public struct Placed: Sendable, Hashable, Codable {
    public var day: Day
    /// The workout's title.
    public var title: String
    /// Body parts whose negatives or slow lowerings would come too soon there and are left out.
    public var withoutEmphasis: [BodyPart]
    /// Why on that day, in a sentence.
    public var because: String

    public init(day: Day, title: String, withoutEmphasis: [BodyPart], because: String) {
      self.day = day
      self.title = title
      self.withoutEmphasis = withoutEmphasis
      self.because = because
    }
  }

  /// In the order of the days, at most one a day.
  public var sessions: [Placed]
  /// What holds for the week as a whole, in sentences.
  public var sentences: [String]

  public init(sessions: [Placed], sentences: [String]) {
    self.sessions = sessions
    self.sentences = sentences
  }
}

extension Week {
  /// How workouts are spread.
  public struct Parameters: Sendable, Hashable {
    /// Days between two eccentric sessions of a body part, and after a hard one.
    public var gapDays = 2
    public var gapAfterHardDays = 3
    /// More for athletes of sixty and over.
    public var moreFromSixtyDays = 1
    /// What a session that is lost costs, against what a body part costs that loses its negatives,
    /// one that is trained on two days running, and a day of waiting.
    public var lostSession = 100.0
    public var lostEmphasis = 20.0
    public var sameNextDay = 5.0
    public var waiting = 0.1

    public init() {}
  }

  /// A workout as the placement sees it.
  struct Turn: Hashable {
    var title: String
    /// The program's week it belongs to; nil where weeks aren't counted.
    var week: Int?
    var trains: Set<BodyPart>
    var emphasizes: Set<BodyPart>
  }

  /// What has been and what may be.
  struct Situation {
    var today: Day
    var available: Set<Day.Weekday>
    /// In the order of their turns; the first is next.
    var workouts: [Turn]
    /// Workouts a week, as the program has it or as usual.
    var perWeek: Int
    /// The days on which each body part had eccentric work, of the last ten.
    var emphasized: [BodyPart: Set<Day>]
    var trainedToday: Bool
    /// Days that have to lie between two eccentric sessions of a body part.
    var gapDays: [BodyPart: Int]
    /// Days a week on which a body part may have eccentric work.
    var emphasisPerWeek: Int
  }

  /// The best of all ways to choose days for the workouts in the order of their turns: seven days
  /// have 128 subsets, so each is looked at.
  static func place(_ situation: Situation, _ parameters: Parameters) -> [Placed] {
    let first = situation.today.advanced(by: situation.trainedToday ? 1 : 0)
    let last = situation.today.advanced(by: 6)
    let days = (0...max(0, last - first)).map { first.advanced(by: $0) }
      .filter { situation.available.contains($0.weekday) }
    guard !situation.workouts.isEmpty, situation.perWeek > 0 else { return [] }
    var best: (cost: Double, placed: [(day: Day, workout: Turn, without: Set<BodyPart>)]) = (
      .infinity, []
    )
    for subset in 0..<(1 << days.count) {
      let chosen = days.indices.filter { subset & (1 << $0) != 0 }.map { days[$0] }
      guard chosen.count <= situation.perWeek else { continue }
      let tried = cost(of: chosen, situation, parameters)
      if tried.cost < best.cost - 1e-9 { best = tried }
    }
    return best.placed.enumerated().map { index, placed in
      Placed(
        day: placed.day, title: placed.workout.title, withoutEmphasis: placed.without.sorted(),
        because: because(
          placed.day, placed.workout, without: placed.without,
          after: index > 0 ? best.placed[index - 1].day : nil, situation))
    }
  }

  private static func cost(
    of days: [Day], _ situation: Situation, _ parameters: Parameters
  ) -> (cost: Double, placed: [(day: Day, workout: Turn, without: Set<BodyPart>)]) {
    var cost = parameters.lostSession * Double(situation.perWeek - days.count)
    var emphasized = situation.emphasized
    var placed: [(day: Day, workout: Turn, without: Set<BodyPart>)] = []
    for (turn, day) in days.enumerated() {
      let workout = situation.workouts[turn % situation.workouts.count]
      let tooSoon = workout.emphasizes.filter { part in
        let before = emphasized[part] ?? []
        let gap = situation.gapDays[part] ?? parameters.gapDays
        return before.contains { abs(day - $0) < gap }
          || before.filter { day - $0 < 7 }.count >= situation.emphasisPerWeek
      }
      for part in workout.emphasizes.subtracting(tooSoon) {
        emphasized[part, default: []].insert(day)
      }
      cost += parameters.lostEmphasis * Double(tooSoon.count)
      if let last = placed.last, day - last.day == 1 {
        cost +=
          parameters.sameNextDay * Double(last.workout.trains.intersection(workout.trains).count)
        // Even unlike workouts are better a day apart, where there is room.
        cost += 1
      }
      cost += parameters.waiting * Double(day - situation.today)
      placed.append((day, workout, tooSoon))
    }
    return (cost, placed)
  }

  private static func because(
    _ day: Day, _ workout: Turn, without: Set<BodyPart>, after: Day?, _ situation: Situation
  ) -> String {
    if !without.isEmpty {
      let parts = without.sorted().map { $0.name.lowercased() }.joined(separator: ", ")
      return "Without negatives for \(parts): it would be too soon after the last."
    }
    let waiting = workout.emphasizes.compactMap { part in
      (situation.emphasized[part] ?? []).filter { $0 < day }.max().map { (part, day - $0) }
    }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    if let (part, days) = waiting {
      return
        "\(days.counted("day")) after the last negatives for \(part.name.lowercased()): enough to go on."
    }
    if let after {
      let days = day - after
      return days == 1
        ? "The day after works, as it trains other body parts or there is no other day."
        : "\(days.counted("day")) after the session before."
    }
    return day == situation.today ? "Nothing speaks against today." : "Your first free day."
  }
}
