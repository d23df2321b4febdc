internal import Lifting

/// Collects the sets of a table of repetitions row by row.
struct RepTableReader {
  enum Kind: Hashable { case row, value, range, zero, exercise, day, load }

  /// In bytes; a longer name is a text that got into the wrong column.
  private static let longestName = 200
  /// What devices write where they have nothing.
  static let nothing: Set<String> = ["n/a", "na", "nan", "-", "--", "null", "none"]

  var csv: CSV
  var tracker: VelocityTracker?
  var headings: [RepColumn: (index: Int, heading: RepColumn.Heading)] = [:]
  var order: WallClock.Order?
  /// What stands before the header, as GymAware writes it: `exercise: Bench press`.
  var facts: [String: String] = [:]
  /// How many headers there were, each of which begins another block.
  private var block = 0
  private(set) var headerLine = 1
  private var sets: [Building] = []
  private var latest: [Key: Int] = [:]
  private var lastKey: Key?
  var exercises: [String: Exercise.ID] = [:]
  private var problems = Problems<Kind>(showing: RepTable.shownProblems)
  /// What costs a value rather than its row.
  var valueProblems = Problems<Kind>(showing: RepTable.shownProblems, of: "values")
  /// What is said of the header.
  private var doubts: [Diagnostic] = []

  /// What the rows of a set have in common.
  private struct Key: Hashable {
    var block: Int
    var athlete: String
    var day: String
    var exercise: String
    var number: String
  }

  private struct Building {
    var set: ReportedSet
    /// Which phases each repetition has its row of.
    var rows: [Int: Set<Phase?>] = [:]
    var loads: Set<Mass> = []
  }

  init(_ bytes: [UInt8], _ header: RepTable.Header) {
    csv = CSV(bytes, separator: header.separator)
    var passed = 0
    while passed <= header.row {
      switch csv.next() {
      case .end: return
      case .broken: break
      case .row where passed == header.row: readHeader()
      case .row: facts.merge(Self.facts(in: csv)) { $1 }
      }
      passed += 1
    }
    // Blocks of a device have lines of their own between them.
    if facts.isEmpty { csv.width = csv.fieldCount }
    order = tracker?.order ?? orderOfFile
  }

  mutating func read() -> (sets: [ReportedSet], problems: [Diagnostic]) {
    reading: while true {
      switch csv.next() {
      case .end: break reading
      case .broken(let problem, _): problems.add(.row, onLine: problem.line, problem)
      case .row: readRow()
      }
    }
    return (sets.map(finished), doubts + problems.found + valueProblems.found)
  }

  // MARK: - The header

  private mutating func readHeader() {
    block += 1
    if block == 1 { headerLine = csv.line }
    let names = csv.fields.indices.map { csv.text($0) }
    tracker = VelocityTracker.of(names)
    headings = [:]
    var notRead: [Int] = []
    var withoutUnit: [Int] = []
    for index in names.indices {
      guard let heading = RepColumn.heading(names[index]), headings[heading.column] == nil else {
        notRead.append(index)
        continue
      }
      if case .measure(let measure, _) = heading.column, heading.factor == nil {
        guard measure.unit == "m/s" else {
          withoutUnit.append(index)
          continue
        }
      }
      headings[heading.column] = (index, heading)
    }
    guard block == 1 else { return }
    sayDoubts(names, notRead: notRead, withoutUnit: withoutUnit)
  }

  private mutating func sayDoubts(_ names: [String], notRead: [Int], withoutUnit: [Int]) {
    func quoted(_ indices: [Int]) -> String {
      let shown = indices.prefix(10).map { index in
        names[index].isEmpty
          ? "column \(index + 1), which has no name" : "“\(names[index].shortened)”"
      }.joined(separator: ", ")
      return shown + (indices.count > 10 ? " and \(indices.count - 10) more" : "")
    }
    if let first = withoutUnit.first {
      doubts.append(
        csv.diagnostic(
          .warning, at: first,
          "nothing says in what unit this is, so it isn't read: \(quoted(withoutUnit))",
          hint: "write the unit behind the name, as in “ROM (cm)”"))
    }
    if let load = headings[.load], load.heading.unit == nil, headings[.loadUnit] == nil {
      headings[.load] = nil
      doubts.append(
        csv.diagnostic(
          .warning, at: load.index,
          "nothing says whether these weights are kilograms or pounds; they aren't read",
          hint: "write the unit behind the name, as in “Load (kg)”"))
    }
    guard tracker == nil else { return }
    let plain = headings.compactMap { column, found -> Int? in
      // Ways and times without a phase are the repetition's.
      guard case .measure(let measure, nil) = column, measure.unit == "m/s" || measure.unit == "W"
      else { return nil }
      return found.index
    }.sorted()
    if let first = plain.first {
      doubts.append(
        csv.diagnostic(
          .warning, at: first,
          "whose table this is isn't known; what doesn't name its phase was taken for the lifting: \(quoted(plain))"
        ))
    }
    let bare = headings.values.filter { found in
      if case .measure = found.heading.column { return found.heading.factor == nil }
      return false
    }.map(\.index).sorted()
    if let first = bare.first {
      doubts.append(
        csv.diagnostic(
          .warning, at: first,
          "nothing says in what unit this is; it was taken for m/s: \(quoted(bare))"))
    }
    if let first = notRead.first {
      doubts.append(
        csv.diagnostic(
          .warning, at: first,
          "\(notRead.count == 1 ? "this column isn't" : "these columns aren't") read: \(quoted(notRead))"
        ))
    }
  }

  /// `key: value` fields, of which a line before a header is made.
  private static func facts(in csv: CSV) -> [String: String] {
    var facts: [String: String] = [:]
    for index in csv.fields.indices {
      let text = csv.text(index)
      guard let colon = text.firstIndex(of: ":") else { continue }
      let value = text[text.index(after: colon)...].drop { $0 == " " }
      facts[text[..<colon].lowercased()] = String(value)
    }
    return facts.count > 2 ? facts : [:]
  }

  /// The order that the dates of the whole table can only have.
  private var orderOfFile: WallClock.Order? {
    guard let index = headings[.day]?.index else { return nil }
    var rest = csv
    var found: Set<WallClock.Order> = []
    while true {
      switch rest.next() {
      case .end: return found.count == 1 ? found.first : nil
      case .broken: continue
      case .row: if let order = WallClock.order(of: rest.text(index)) { found.insert(order) }
      }
    }
  }

  // MARK: - A row

  func text(_ column: RepColumn) -> String {
    guard let index = headings[column]?.index, index < csv.fields.count else { return "" }
    let text = csv.text(index)
    return Self.nothing.contains(text.lowercased()) ? "" : text
  }

  private mutating func readRow() {
    if !facts.isEmpty {
      if csv.text(0) == "Row Type" { return readHeader() }
      let more = Self.facts(in: csv)
      if more.count > 2 {
        facts = more
        return
      }
    }
    // What a device sums up isn't a repetition.
    if headings[.rowType] != nil, text(.rowType).lowercased() != "rep" { return }
    var phase: Phase?
    if tracker?.hasTypes == true {
      switch text(.type).lowercased() {
      case "concentric": phase = .concentric
      case "eccentric": phase = .eccentric
      default:
        return leaveOut(
          at: .type,
          "“\(text(.type).shortened)” is neither concentric nor eccentric; the row was left out")
      }
    }
    let exercise = text(.exercise).isEmpty ? facts["exercise"] ?? "" : text(.exercise)
    guard exercise.utf8.count <= Self.longestName else {
      return leaveOut(
        at: .exercise, "this is too long for the name of an exercise; the row was left out")
    }
    let values = measures(typed: phase)
    guard !values.isEmpty else {
      return leaveOut(at: .rep, "this row reports nothing of a repetition; it was left out")
    }
    let key = Key(
      block: facts.isEmpty ? 0 : block, athlete: athlete, day: text(.day), exercise: exercise,
      number: text(.set))
    if headings[.reps] != nil, headings[.rep] == nil {
      guard let count = whole(.reps, in: Plausible.reps) else {
        return leaveOut(
          at: .reps,
          "“\(text(.reps).shortened)” can't be a number of repetitions; the row was left out")
      }
      return keepSet(key, count, values)
    }
    keepRep(key, phase, values)
  }

  private mutating func leaveOut(at column: RepColumn, _ sentence: String) {
    problems.add(
      .row, onLine: csv.line, csv.diagnostic(at: headings[column]?.index ?? 0, sentence))
  }

  private var athlete: String {
    let names = [text(.athlete), text(.lastName)].filter { !$0.isEmpty }
    if !names.isEmpty { return names.joined(separator: " ") }
    return [facts["first name"], facts["last name"]].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private mutating func keepSet(_ key: Key, _ count: Int, _ values: Values) {
    var building = begun(key)
    building.set.set = ReportedSet.Summary(reps: count)
    building.set.set.phases = values.phases
    building.set.set.rangeOfMotionMeters = values.range
    if let load = load() { building.loads.insert(load) }
    sets.append(building)
  }

  private mutating func keepRep(_ key: Key, _ phase: Phase?, _ values: Values) {
    let said = whole(.rep, in: 1...Plausible.reps.upperBound)
    let isGoingOn = headings[.set] != nil || key == lastKey
    lastKey = key
    var place = isGoingOn ? latest[key] : nil
    let index = said ?? (place.map { (sets[$0].set.reps.last?.index ?? 0) + 1 } ?? 1)
    if let found = place {
      let isThere = sets[found].rows[index]?.contains(phase) == true
      // Counted on without a set's number, a smaller number begins another set.
      let isFalling = headings[.set] == nil && index < sets[found].set.reps.last?.index ?? 0
      if isThere || isFalling { place = nil }
    }
    if place == nil {
      sets.append(begun(key))
      place = sets.count - 1
      latest[key] = place
    }
    guard let place else { return }
    sets[place].rows[index, default: []].insert(phase)
    if let load = load() { sets[place].loads.insert(load) }
    let at =
      sets[place].set.reps.firstIndex { $0.index == index }
      ?? {
        sets[place].set.reps.append(ReportedRep(index: index))
        return sets[place].set.reps.count - 1
      }()
    sets[place].set.reps[at].phases += values.phases
    sets[place].set.reps[at].phases.sort { $0.phase == .eccentric && $1.phase != .eccentric }
    sets[place].set.reps[at].rangeOfMotionMeters =
      values.range ?? sets[place].set.reps[at].rangeOfMotionMeters
    sets[place].set.reps[at].seconds = values.seconds ?? sets[place].set.reps[at].seconds
  }

  /// A set with what the row says of it beside its repetitions.
  private mutating func begun(_ key: Key) -> Building {
    var set = ReportedSet(reps: [])
    set.device = tracker?.name
    set.athlete = key.athlete.isEmpty ? nil : key.athlete
    set.number = whole(.set, in: 1...Plausible.reps.upperBound)
    if !key.exercise.isEmpty {
      set.nameAsWritten = key.exercise
      set.exercise = exercise(key.exercise)
    }
    (set.day, set.time) = moment()
    return Building(set: set)
  }

  private func finished(_ building: Building) -> ReportedSet {
    var set = building.set
    if !set.reps.isEmpty { set.set = ReportedSet.Summary(of: set.reps) }
    if building.loads.count == 1 { set.load = building.loads.first }
    return set
  }
}
