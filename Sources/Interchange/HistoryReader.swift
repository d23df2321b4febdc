internal import Lifting

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Turns the rows of a ``HistoryTable`` into facts.
struct HistoryReader {
  enum Kind: Hashable {
    case brokenQuote, width, date, exercise, repetitions, weight, unit, effort, unknownExercise
    case noRepetitions, manner, setCount, warmUp, comma
  }

  /// Why a row was left out.
  struct Mistake: Error {
    var kind: Kind
    var diagnostic: Diagnostic
  }

  /// So many problems of a kind are shown one by one.
  static let shownProblems = 100
  /// In bytes; a longer name is a text that got into the wrong column.
  private static let longestName = 200
  /// In bytes; a set may collect several, and what it has in all must be plausible.
  static let longestNote = 5_000

  var csv: CSV
  var columns: [HistoryTable.Column: Int]
  let sets: [SetColumns]
  private let table: HistoryTable
  let options: ImportOptions

  private var workouts = ImportedWorkouts()
  var readings: [String: NameReading] = [:]
  var namesPutTogether: Set<String> = []
  var namesSaid: Set<String> = []
  /// Of days and months in the whole file, found out when a date needs it.
  var order: WallClock.Order?
  private var hasLookedForOrder = false
  private let beginning: CSV
  /// Said in place of everything else.
  private var refusal: Diagnostic?
  private var lastTime: (text: String, time: ImportedWorkouts.Time)?
  var withoutRepetitions: [String: (first: Diagnostic, count: Int)] = [:]
  var problems = Problems<Kind>(showing: Self.shownProblems)
  private var rowsNotUnderstood = 0

  init(
    _ csv: CSV, columns: [HistoryTable.Column: Int], sets: [SetColumns], of table: HistoryTable,
    options: ImportOptions
  ) {
    self.csv = csv
    self.columns = columns
    self.table = table
    self.options = options
    self.sets = sets
    // A row of a few sets may end where its sets do.
    if sets.isEmpty { self.csv.width = csv.fieldCount }
    if table.quotesNothing { self.csv.mostSurplus = Self.mostCommas }
    beginning = self.csv
  }

  mutating func read() -> ImportedHistory {
    if let problem = missingUnit {
      return ImportedHistory(format: table.name, facts: [], problems: [problem])
    }
    reading: while true {
      switch csv.next() {
      case .end: break reading
      case .broken(let problem, let fault):
        leaveOut(Mistake(kind: fault == .quote ? .brokenQuote : .width, diagnostic: problem))
      case .row:
        do throws(Mistake) { try readRow() } catch { leaveOut(error) }
        if let refusal {
          return ImportedHistory(format: table.name, facts: [], problems: [refusal])
        }
      }
    }
    warnOfRowsWithoutRepetitions()
    return ImportedHistory(
      format: table.name, facts: workouts.facts(of: table.id), problems: problems.found,
      rowsNotUnderstood: rowsNotUnderstood)
  }

  private mutating func leaveOut(_ mistake: Mistake) {
    rowsNotUnderstood += 1
    problems.add(mistake.kind, onLine: mistake.diagnostic.line, mistake.diagnostic)
  }

  /// Said instead of guessing, when neither the file nor its reader was told the unit.
  private var missingUnit: Diagnostic? {
    guard options.unit == nil, sets.isEmpty, let weight = columns[.weight], columns[.unit] == nil,
      columns[.weightKilograms] == nil, columns[.weightPounds] == nil
    else { return nil }
    return csv.diagnostic(
      at: weight, "the file doesn't say whether its weights are kilograms or pounds",
      hint: "choose kg or lb, then read it again")
  }

  // MARK: - A row

  private mutating func readRow() throws(Mistake) {
    try putTogether()
    let mark = SetMark(text(.mark))
    let exercise = text(.exercise)
    if mark == .rest || SetMark(exercise) == .rest || (mark == .note && exercise.isEmpty) { return }
    guard !exercise.isEmpty else {
      throw mistake(.exercise, at: .exercise, "there is no exercise here; the row was left out")
    }
    guard exercise.utf8.count <= Self.longestName else {
      throw mistake(
        .exercise, at: .exercise,
        "this is too long to be the name of an exercise; the row was left out")
    }
    let time = try time()
    try checkPlausible(time)
    let workout = workouts.index(
      named: text(.workout), title: text(.title), time: time, note: text(.workoutNote))
    if mark == .note {
      workouts.addNote(text(.note), on: exercise, to: workout)
      return
    }
    if sets.isEmpty {
      for _ in 0..<(try setCount()) { try readSet(mark, of: exercise, at: time, in: workout) }
      return
    }
    for set in sets where !csv.isBlank(set.reps) {
      columns[.reps] = set.reps
      columns[.weight] = nil
      columns[set.isPounds ? .weightPounds : .weightKilograms] = set.weight
      columns[set.isPounds ? .weightKilograms : .weightPounds] = nil
      do throws(Mistake) {
        try readSet(mark, of: exercise, at: time, in: workout)
      } catch {
        leaveOut(error)
      }
    }
  }

  private mutating func readSet(
    _ mark: SetMark, of exercise: String, at time: ImportedWorkouts.Time, in workout: Int
  ) throws(Mistake) {
    let name = workouts.nextName(exercise, at: time, in: workout)
    let reading = self.reading(of: exercise)
    let reps = try repetitions()
    let endurance = reps == nil ? try endurance(of: reading.exercise) : nil
    guard let reps = reps ?? endurance.map({ _ in 1 }) else {
      countWithoutRepetitions(exercise)
      return
    }
    let isMarked = try isWarmUp()
    var set = WorkSet(
      exercise: reading.exercise?.id ?? OwnExercise.unlisted(exercise),
      nameAsWritten: exercise,
      kind: mark == .warmUp || isMarked
        ? .warmUp : reading.isNegative ? .negative : .normal,
      load: try load(in: reading), reps: reps, holdSeconds: endurance?.seconds,
      carriedMeters: endurance?.meters)
    set.repsInReserve = mark == .failure ? 0 : repsInReserve()
    workouts.add(set, of: exercise, name, note: text(.note), to: workout)
    say(reading, of: exercise)
  }

  func text(_ column: HistoryTable.Column) -> String {
    columns[column].map { csv.text($0) } ?? ""
  }

  func mistake(
    _ kind: Kind, at column: HistoryTable.Column, _ message: String, hint: String? = nil
  ) -> Mistake {
    Mistake(
      kind: kind, diagnostic: csv.diagnostic(at: columns[column] ?? 0, message, hint: hint))
  }

  /// All rows of a workout say the same, so the last answer is mostly the next one.
  private mutating func time() throws(Mistake) -> ImportedWorkouts.Time {
    let text = [text(.start), text(.clock)].filter { !$0.isEmpty }.joined(separator: " ")
    if let lastTime, lastTime.text == text { return lastTime.time }
    do throws(WallClock.Unreadable) {
      let clock = try clock(text)
      let time = ImportedWorkouts.Time(
        seconds: clock.localSeconds,
        instant: clock.utcOffsetSeconds.map {
          Date(timeIntervalSince1970: Double(clock.localSeconds - $0))
        } ?? options.instant(clock.localSeconds))
      lastTime = (text, time)
      return time
    } catch {
      throw unreadable(text, error)
    }
  }

  /// A date like `03/04/2025` has the order that others in the file can only have.
  private mutating func clock(_ text: String) throws(WallClock.Unreadable) -> WallClock {
    do throws(WallClock.Unreadable) {
      return try WallClock(text, order: order)
    } catch {
      guard error == .ambiguous, !hasLookedForOrder else { throw error }
      hasLookedForOrder = true
      order = orderOfFile
      return try WallClock(text, order: order)
    }
  }

  /// Nil where no date shows it, or where they contradict each other.
  private var orderOfFile: WallClock.Order? {
    var rows = beginning
    var found: Set<WallClock.Order> = []
    var last = ""
    while true {
      switch rows.next() {
      case .end: return found.count == 1 ? found.first : nil
      case .broken: continue
      case .row:
        let text = columns[.start].map { rows.text($0) } ?? ""
        if text == last { continue }
        last = text
        if let order = WallClock.order(of: text) { found.insert(order) }
      }
    }
  }

  private mutating func unreadable(_ text: String, _ reason: WallClock.Unreadable) -> Mistake {
    let quoted = "“\(text.shortened)”"
    return switch reason {
    case .unknown where text.isEmpty:
      mistake(.date, at: .start, "there is no date here; the row was left out")
    case .unknown:
      mistake(
        .date, at: .start, "\(quoted) is not a date that can be read; the row was left out",
        hint: "export it again with the app's language set to English")
    case .unknownMonth: refused(text)
    case .noSuchTime:
      mistake(
        .date, at: .start, "\(quoted) is a day or time that doesn't exist; the row was left out")
    case .ambiguous:
      mistake(
        .date, at: .start,
        "which number of \(quoted) is the day and which the month can't be told; the row was left out",
        hint: "write dates as 2026-04-03")
    }
  }

  /// A month in a language that isn't known: others of the file may be spelled like known ones, and
  /// a history with holes is worse than none.
  private mutating func refused(_ text: String) -> Mistake {
    let mistake = mistake(
      .date, at: .start,
      "the month of “\(text.shortened)” is in a language that isn't known, so nothing of the file was read",
      hint: "export it again with the app's language set to English")
    refusal = mistake.diagnostic
    return mistake
  }

  // MARK: - Numbers

  /// The repetitions; nil where the row has none.
  private func repetitions() throws(Mistake) -> Int? {
    switch csv.amount(columns[.reps]) {
    case .none: return nil
    case .number(let number):
      guard number == number.rounded(), (0...1000).contains(number) else {
        throw mistake(
          .repetitions, at: .reps,
          "“\(text(.reps))” can't be a number of repetitions; the row was left out")
      }
      return number == 0 ? nil : Int(saturating: number)
    case .ambiguous, .unreadable:
      throw mistake(
        .repetitions, at: .reps,
        "“\(text(.reps).shortened)” is not a number of repetitions; the row was left out")
    }
  }

  /// Less than this, in any unit, is what converting units leaves of nothing.
  private static let lightest = 0.001

  private func load(in reading: NameReading) throws(Mistake) -> Load {
    let column =
      HistoryTable.weights.first { columns[$0].map { !csv.isBlank($0) } ?? false } ?? .weight
    let text = text(column)
    switch csv.amount(columns[column]) {
    case .none: return .body
    case .number(let number):
      guard abs(number) >= Self.lightest, let mass = Mass(abs(number), try unit(of: column)) else {
        return .body
      }
      guard mass <= Plausible.heaviestLoad else {
        throw mistake(
          .weight, at: column, "\(mass) is more than anyone can lift; the row was left out")
      }
      return try load(mass, isNegative: number < 0, in: reading, at: column)
    case .ambiguous:
      throw mistake(
        .weight, at: column,
        "“\(text)” may have a comma for the decimals or for the thousands; the row was left out",
        hint: "write decimals with a point")
    case .unreadable:
      throw mistake(
        .weight, at: column, "“\(text.shortened)” is not a weight; the row was left out")
    }
  }

  /// What helps is written as a negative weight, or as the weight of an exercise that is assisted.
  private func load(
    _ mass: Mass, isNegative: Bool, in reading: NameReading, at column: HistoryTable.Column
  ) throws(Mistake) -> Load {
    if reading.isAssisted || reading.exercise?.isAssisted == true {
      return Load(assistance: mass)
    }
    guard isNegative else { return .external(mass) }
    if let exercise = reading.exercise, exercise.bodyMassFraction == 0 {
      throw mistake(
        .weight, at: column,
        "a negative weight is help, and \(exercise.name.lowercased()) has no body weight to take it from; the row was left out"
      )
    }
    return Load(assistance: mass)
  }

  private func unit(of column: HistoryTable.Column) throws(Mistake) -> Mass.Unit {
    if column == .weightKilograms { return .kilograms }
    if column == .weightPounds { return .pounds }
    let text = text(.unit)
    switch text.lowercased() {
    case "kg", "kgs", "kilogram", "kilograms": return .kilograms
    case "lb", "lbs", "pound", "pounds": return .pounds
    case "":
      guard let unit = options.unit else {
        throw mistake(
          .unit, at: columns[.unit] == nil ? column : .unit,
          "the weight has no unit; the row was left out",
          hint: "choose kg or lb, then read it again")
      }
      return unit
    default:
      throw mistake(
        .unit, at: .unit, "“\(text.shortened)” is not a unit that is known; the row was left out",
        hint: "kg and lb are")
    }
  }

  /// Of ten, what the effort leaves; nil where it says nothing. Below 5 people don't rate how many
  /// repetitions are left, but how easy it was.
  private mutating func repsInReserve() -> Int? {
    switch csv.amount(columns[.effort]) {
    case .none: return nil
    case .number(let effort) where effort >= 0 && effort <= 10:
      return effort >= 5 ? Int(saturating: (10 - effort).rounded(.down)) : nil
    default:
      let text = text(.effort)
      problems.add(
        .effort, onLine: csv.line,
        csv.diagnostic(
          .warning, at: columns[.effort] ?? 0,
          "“\(text.shortened)” is not an effort from 0 to 10; the set was kept without it"))
      return nil
    }
  }
}
