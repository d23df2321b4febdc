public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Everything a prescription depends on. The clock is one of the inputs.
///
/// In JSON an entry of the history is dated by `at` or by `daysAgo`, and `times` repeats a set:
///
/// ```json
/// {
///   "now": "2026-03-02T17:00:00Z",
///   "athlete": { "birthYear": 1990, "bodyMass": "80 kg", "trainingMonths": 30 },
///   "screening": { "yes": [] },
///   "program": "## A\n- Bench press: 3 x 5 @ 80%, keep 2 in reserve\n",
///   "history": {
///     "sets": [
///       { "daysAgo": 7, "times": 3, "exercise": "bench-press", "load": { "external": "80 kg" },
///         "reps": 5, "repsInReserve": 2 }
///     ],
///     "checkIns": [{ "daysAgo": 0, "soreness": { "chest": 2 } }]
///   }
/// }
/// ```
public struct Scenario: Sendable, Hashable {
  public var now: Date
  /// How far east of Greenwich the athlete's clock is; it decides what “today” is.
  public var utcOffsetMinutes: Int
  /// Athlete, screening and program as they stand, and at least the last year's facts; what is
  /// dated after ``now`` is not looked at.
  public var history: History
  /// The workout of the program to do; nil for the one whose turn it is.
  public var day: String?
  /// How sore the athlete is willing to be at the next session of a body part, 0 to 10; nil where
  /// they didn't say.
  public var tolerableSoreness: Int?
  /// The coach's own limits: they make ours stricter, never looser.
  public var coach: CoachLimits?
  /// The weekdays on which there is time, in place of those that the athlete said; nil for theirs.
  public var freeDays: Set<Day.Weekday>?
  /// Where lifts slow down on their way up, of the exercises where that was measured.
  public var sticking: [Exercise.ID: StickingRange]

  public init(
    now: Date, utcOffsetMinutes: Int = 0, history: History, day: String? = nil,
    tolerableSoreness: Int? = nil, coach: CoachLimits? = nil,
    freeDays: Set<Day.Weekday>? = nil, sticking: [Exercise.ID: StickingRange] = [:]
  ) {
    self.now = now
    self.utcOffsetMinutes = utcOffsetMinutes
    self.history = history
    self.day = day
    self.tolerableSoreness = tolerableSoreness
    self.coach = coach
    self.freeDays = freeDays
    self.sticking = sticking
  }

  public var today: Day { Day(now, utcOffsetSeconds: utcOffsetMinutes * 60) }
}

extension Scenario {
  /// Reads a scenario, with all its problems at their places.
  ///
  /// A set of an unknown exercise, a key that nobody reads, or an entry that can't be read, is an error; the rest is still
  /// read, so that all errors come at once. Without `now` there is no scenario.
  public static func read(_ bytes: some Sequence<UInt8>) -> (
    scenario: Scenario?, problems: [Diagnostic]
  ) {
    let text = JSONText(bytes)
    let (file, problems) = text.decode(ScenarioFile.self)
    guard let file else { return (nil, problems) }
    let own = Set(file.history.exercises.map { Exercise.key(of: $0.name) })
    let unknown = file.history.named.compactMap { place, id -> Diagnostic? in
      let name = OwnExercise.name(in: id) ?? id.rawValue
      guard Exercise.with(id) == nil, !own.contains(Exercise.key(of: name)) else { return nil }
      let similar = Exercise.suggestions(for: id.rawValue).map(\.id.rawValue)
      return text.diagnostic(
        at: place, "there is no exercise “\(id.rawValue)”",
        hint: similar.isEmpty ? nil : "did you mean \(similar.joined(separator: " or "))?")
    }
    let implausible = file.implausible.map { text.diagnostic(at: $0.path, $0.message) }
    return (
      file.scenario,
      (problems + unknown + implausible + text.unknownKeys(shape)).inOrder()
    )
  }
}

extension Scenario: Codable {
  public init(from decoder: any Decoder) throws {
    self = try ScenarioFile(from: decoder).scenario
  }

  public func encode(to encoder: any Encoder) throws {
    try ScenarioFile(self).encode(to: encoder)
  }
}

/// A scenario as it is written in JSON.
private struct ScenarioFile: Codable {
  var now: Date
  var utcOffsetMinutes: Int?
  var athlete: Athlete?
  var screening: Screening?
  var program: String?
  var day: String?
  var tolerableSoreness: Int?
  var coach: CoachLimits?
  var freeDays: [Day.Weekday]?
  var sticking: [String: StickingRange]?
  var history = Lists()

  struct Lists {
    var sets = Entries<WorkSet>()
    var checkIns = Entries<CheckIn>()
    var tests = Entries<StrengthTest>()
    var clearances = Entries<Clearance>()
    var sessions = Entries<Session>()
    var exercises: [OwnExercise] = []
  }

  init(_ scenario: Scenario) {
    now = scenario.now
    utcOffsetMinutes = scenario.utcOffsetMinutes == 0 ? nil : scenario.utcOffsetMinutes
    athlete = scenario.history.athlete
    screening = scenario.history.screening
    program = scenario.history.program?.text
    day = scenario.day
    tolerableSoreness = scenario.tolerableSoreness
    coach = scenario.coach
    freeDays = scenario.freeDays?.inOrder
    sticking =
      scenario.sticking.isEmpty
      ? nil
      : Dictionary(
        scenario.sticking.map { ($0.key.rawValue, $0.value) },
        uniquingKeysWith: { first, _ in first })
    history.sets = Entries(scenario.history.sets)
    history.checkIns = Entries(scenario.history.checkIns)
    history.tests = Entries(scenario.history.tests)
    history.clearances = Entries(scenario.history.clearances)
    history.sessions = Entries(scenario.history.sessions)
    history.exercises = scenario.history.exercises.values.sorted { $0.name < $1.name }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    now = try container.decode(Date.self, forKey: .now)
    utcOffsetMinutes = try container.decodeIfPresent(Int.self, forKey: .utcOffsetMinutes)
    guard (-1080...1080).contains(utcOffsetMinutes ?? 0) else {
      throw DecodingError.dataCorruptedError(
        forKey: .utcOffsetMinutes, in: container,
        debugDescription: "utcOffsetMinutes must be from -1080 to 1080")
    }
    athlete = try container.decodeIfPresent(Athlete.self, forKey: .athlete)
    screening = try container.decodeIfPresent(Screening.self, forKey: .screening)
    program = try container.decodeIfPresent(String.self, forKey: .program)
    day = try container.decodeIfPresent(String.self, forKey: .day)
    tolerableSoreness = try container.decodeIfPresent(Int.self, forKey: .tolerableSoreness)
    guard (0...10).contains(tolerableSoreness ?? 0) else {
      throw DecodingError.dataCorruptedError(
        forKey: .tolerableSoreness, in: container,
        debugDescription: "tolerableSoreness must be from 0 to 10")
    }
    coach = try container.decodeIfPresent(CoachLimits.self, forKey: .coach)
    freeDays = try container.decodeIfPresent([Day.Weekday].self, forKey: .freeDays)
    sticking = try container.decodeIfPresent([String: StickingRange].self, forKey: .sticking)
    history = try container.decodeIfPresent(Lists.self, forKey: .history) ?? Lists()
  }

  var scenario: Scenario {
    var facts = History()
    facts.athlete = athlete
    facts.screening = screening
    facts.program = program.map { ProgramChoice(text: $0) }
    facts.sets = history.sets.dated(now)
    facts.checkIns = history.checkIns.dated(now)
    facts.tests = history.tests.dated(now)
    facts.clearances = history.clearances.dated(now)
    facts.sessions = history.sessions.dated(now)
    facts.exercises = Dictionary(
      history.exercises.map { (Exercise.key(of: $0.name), $0) }, uniquingKeysWith: { $1 })
    facts.nameExercises()
    return Scenario(
      now: now, utcOffsetMinutes: utcOffsetMinutes ?? 0, history: facts, day: day,
      tolerableSoreness: tolerableSoreness, coach: coach, freeDays: freeDays.map(Set.init),
      sticking: Dictionary(
        (sticking ?? [:]).map { (Exercise.ID(rawValue: $0.key), $0.value) },
        uniquingKeysWith: { first, _ in first }))
  }
}

extension ScenarioFile {
  /// What can't be true, as of the facts that are kept.
  var implausible: [Implausible] {
    var found = [Implausible(instant: now, key: "now")].compactMap { $0 }
    found += (athlete?.problems ?? []).map { $0.under("athlete") }
    found += (screening?.problems ?? []).map { $0.under("screening") }
    let lists =
      history.sets.implausible("sets", now, \.problems)
      + history.checkIns.implausible("checkIns", now, \.problems)
      + history.tests.implausible("tests", now, \.problems)
      + history.clearances.implausible("clearances", now, \.problems)
      + history.sessions.implausible("sessions", now, \.problems)
    let own = history.exercises.enumerated().flatMap { place, own in
      own.problems.map { $0.under(JSONKey(place)).under("exercises") }
    }
    return found + (lists + own).map { $0.under("history") }
  }
}

extension ScenarioFile.Lists: Codable {
  private enum CodingKeys: String, CodingKey {
    case sets, checkIns, tests, clearances, sessions, exercises
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func entries<Value>(_ key: CodingKeys) throws -> Entries<Value> {
      try container.decodeIfPresent(Entries<Value>.self, forKey: key) ?? Entries()
    }
    sets = try entries(.sets)
    checkIns = try entries(.checkIns)
    tests = try entries(.tests)
    clearances = try entries(.clearances)
    sessions = try entries(.sessions)
    exercises = try container.decodeIfPresent([OwnExercise].self, forKey: .exercises) ?? []
  }

  /// Every exercise named, with the place where it stands.
  var named: [(place: [any CodingKey], id: Exercise.ID)] {
    sets.places("sets", \.exercise) + tests.places("tests", \.exercise)
  }
}

/// A list of dated entries, tolerant of single ones that can't be read.
private struct Entries<Value: Codable & Sendable>: Codable {
  struct Entry: Codable {
    var at: Date?
    var daysAgo: Double?
    var times: Int
    var value: Value

    private enum CodingKeys: String, CodingKey { case at, daysAgo, times }

    init(_ dated: Dated<Value>) {
      at = dated.at
      times = 1
      value = dated.value
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      at = try container.decodeIfPresent(Date.self, forKey: .at)
      daysAgo = try container.decodeIfPresent(Double.self, forKey: .daysAgo)
      times = try container.decodeIfPresent(Int.self, forKey: .times) ?? 1
      value = try Value(from: decoder)
      guard at != nil || daysAgo != nil else {
        throw DecodingError.dataCorrupted(
          DecodingError.Context(
            codingPath: decoder.codingPath, debugDescription: "“at” or “daysAgo” is missing"))
      }
      guard (1...100).contains(times) else {
        throw DecodingError.dataCorruptedError(
          forKey: .times, in: container, debugDescription: "times must be from 1 to 100")
      }
      guard abs(daysAgo ?? 0) <= 36_525 else {
        throw DecodingError.dataCorruptedError(
          forKey: .daysAgo, in: container, debugDescription: "daysAgo is more than a century")
      }
    }

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(at, forKey: .at)
    }
  }

  var list: [Entry] = []
  /// Where each entry stands in the text.
  var indices: [Int] = []

  init() {}

  init(_ values: [Dated<Value>]) { list = values.map(Entry.init) }

  init(from decoder: any Decoder) throws {
    let lenient = try Lenient<Entry>(from: decoder)
    list = lenient.elements
    indices = lenient.indices
  }

  func encode(to encoder: any Encoder) throws { try list.encode(to: encoder) }

  func dated(_ now: Date) -> [Dated<Value>] {
    let dated = list.flatMap { entry in
      let at =
        entry.at
        ?? Date(timeIntervalSince1970: now.timeIntervalSince1970 - (entry.daysAgo ?? 0) * 86_400)
      return (0..<entry.times).map { _ in Dated(at: at, entry.value) }
    }
    return dated.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  func implausible(
    _ list: JSONKey, _ now: Date, _ problems: (Value) -> [Implausible]
  ) -> [Implausible] {
    zip(indices, self.list).flatMap { index, entry in
      (problems(entry.value) + [Implausible(instant: entry.at ?? now)].compactMap { $0 })
        .map { $0.under(JSONKey(index)).under(list) }
    }
  }

  func places(_ list: String, _ exercise: (Value) -> Exercise.ID) -> [(
    place: [any CodingKey], id: Exercise.ID
  )] {
    zip(indices, self.list).map { index, entry in
      (
        [Place("history"), Place(list), Place(index), Place("exercise")], exercise(entry.value)
      )
    }
  }
}

/// A step on the way to a value in JSON.
private struct Place: CodingKey {
  var stringValue: String
  var intValue: Int?
  init(_ name: String) { stringValue = name }
  init(_ index: Int) {
    stringValue = String(index)
    intValue = index
  }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { self.init(intValue) }
}
