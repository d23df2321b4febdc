public import Lifting

extension Program {
  /// Reads a program.
  ///
  /// Every text is a program: what isn't an exercise, or can't be understood as one, is kept as it
  /// is. The time this takes grows with the length of the text and no faster.
  ///
  /// - Parameters:
  ///   - text: The program's text.
  ///   - exercises: What else than the catalog's exercises it may name, as ``History/exercises``.
  /// - Returns: The program, and all that is wrong or doubtful in it, in the order of the text.
  public static func parse(
    _ text: String, exercises: [String: OwnExercise] = [:]
  ) -> (program: Program, diagnostics: [Diagnostic]) {
    var text = text
    text.makeContiguousUTF8()
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    var reader = ProgramReader(exercises)
    let frontMatterLength = reader.readFrontMatter(of: lines)
    for line in lines.dropFirst(frontMatterLength) { reader.read(line) }
    return reader.finish()
  }
}

/// Reads a program line by line.
struct ProgramReader {
  private var program = Program(lines: [], frontMatter: .init(), days: [], weeks: [])
  private var diagnostics: [Diagnostic] = []
  private var outline = Outline()
  private var names: Names
  private var heading: Heading?
  private var weeks = Weeks()
  private var supersets = Supersets()

  /// The second-level heading that was read last.
  private struct Heading {
    let title: String
    let place: Substring
    let line: Substring
    let number: Int
    /// Whether there is an exercise under it.
    var isDay = false
  }

  init(_ exercises: [String: OwnExercise]) { names = Names(own: exercises) }

  /// - Returns: How many lines belong to it.
  mutating func readFrontMatter(of lines: [Substring]) -> Int {
    let (frontMatter, length, problems) = Program.FrontMatter.parse(lines)
    program.frontMatter = frontMatter
    program.lines = lines.prefix(length).map { .verbatim(String($0)) }
    diagnostics = problems
    weeks.begin(weeks: frontMatter.weeks)
    return length
  }

  mutating func read(_ line: Substring) {
    let number = program.lines.count + 1
    let content = number == 1 ? line.withoutByteOrderMark : line
    switch outline.shape(of: content, number: number) {
    case .prose: break
    case .heading(let title, let place):
      heading = Heading(title: title, place: place, line: content, number: number)
    case .week(let week, let place):
      heading = nil
      let problem = weeks.begin(
        week, line: number - 1, at: place.startIndex..<place.endIndex)
      report(problem.map { [$0] } ?? [], of: content, number: number)
    case .almost(let place, let message, let hint):
      let problem = Problem.warning(place.startIndex..<place.endIndex, message, hint: hint)
      report([problem], of: content, number: number)
    case .item(let item):
      if let planned = exercise(item, of: content, number: number) {
        enterDay()
        if let superset = planned.superset {
          supersets.add(superset, item, of: content, number: number)
        }
        program.lines.append(.exercise(ExerciseLine(line, item, planned)))
        return
      }
    }
    program.lines.append(.verbatim(String(line)))
  }

  /// The exercise an item asks for; nil where it is prose, and where there are errors.
  private mutating func exercise(
    _ item: Outline.Item, of line: Substring, number: Int
  ) -> PlannedExercise? {
    guard let text = ExerciseText(pieces: item.pieces) else {
      if let almost = ExerciseText.withoutColon(pieces: item.pieces) {
        let problem = Problem.warning(
          almost.sets.range,
          "without a colon behind the name this isn't an exercise, and is left as prose",
          hint: "write “\(almost.name): …”")
        report([problem], of: line, number: number)
      }
      return nil
    }
    var parser = Parser(text.tokens, from: text.start)
    let groups = parser.groups()
    var problems = parser.problems
    let exercise = names.exercise(text.name)
    let video = text.video
    if let problem = video.problem { problems.append(problem) }
    if !groups.isEmpty {
      if exercise == nil { problems.append(names.problem(text.name, at: text.place)) }
      problems += groups.flatMap { $0.problems(in: exercise, parser) }
      if !weeks.isCounting {
        problems += groups.lazy.compactMap { $0.uncountedProgression(parser) }.prefix(1)
      }
    }
    report(problems, of: line, number: number)
    guard !problems.contains(where: { $0.severity == .error }) else { return nil }
    return PlannedExercise(
      name: text.name, exercise: exercise?.id, groups: groups.map(\.sets),
      superset: text.label?.superset, video: video.address)
  }

  /// Puts the line that comes next into the day it stands under.
  private mutating func enterDay() {
    if !weeks.hasDays || heading?.isDay == false {
      heading?.isDay = true
      let isNew = weeks.beginDay(heading?.title ?? "")
      if let heading, !isNew { reportTitle(heading) }
      diagnostics += supersets.finishDay()
    }
    weeks.add(exerciseLine: program.lines.count)
  }

  private mutating func reportTitle(_ heading: Heading) {
    let problem = Problem.warning(
      heading.place.startIndex..<heading.place.endIndex,
      "another workout is called \(heading.title.quoted) too",
      hint: "give each its own name, to tell which one was done")
    report([problem], of: heading.line, number: heading.number)
  }

  private mutating func report(_ problems: [Problem], of line: Substring, number: Int) {
    guard !problems.isEmpty else { return }
    diagnostics += problems.diagnostics(of: line, number: number)
  }

  consuming func finish() -> (program: Program, diagnostics: [Diagnostic]) {
    if let unclosed = outline.unclosed { diagnostics.append(unclosed) }
    diagnostics += supersets.finishDay()
    program.days = weeks.days
    program.weeks = weeks.headings(end: program.lines.count)
    return (program, diagnostics.inOrder())
  }
}

extension ExerciseLine {
  fileprivate init(_ line: Substring, _ item: Outline.Item, _ planned: PlannedExercise) {
    let comments = item.comments.map { " \($0)" }.joined()
    let carriageReturn = line.utf8.last == UInt8(ascii: "\r") ? "\r" : ""
    self.init(
      source: String(line), planned: planned,
      lead: String(line.prefix(upTo: item.lead.endIndex)) + " ",
      tail: comments + carriageReturn)
  }
}

extension Substring {
  /// Without the U+FEFF that some editors begin a file with.
  var withoutByteOrderMark: Substring {
    utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Substring(utf8.dropFirst(3)) : self
  }
}
