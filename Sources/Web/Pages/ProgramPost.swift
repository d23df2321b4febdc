import Coaching
import Lifting
import Pictures
import Prescribing
import ProgramText

/// A program as the coach's post, with the athlete's own numbers beside the lines.
enum ProgramPost {
  static func html(_ read: Place.ReadProgram, address: String) -> HTML {
    """
    \(head(read.program.frontMatter))
    \(about(read))
    \(weeks(read, address: address))
    <div class="post-body">\(body(read))</div>
    """
  }

  private static func head(_ frontMatter: Program.FrontMatter) -> HTML {
    let author: HTML = frontMatter.author.map { "<p class=\"hint\">By \($0)</p>" } ?? .empty
    let video = frontMatter.video.flatMap { Markdown.link($0, "Watch the video") }
    let tags = frontMatter.tags.map { tag -> HTML in "<span class=\"tag\">\(tag)</span> " }
    let week = frontMatter.week.map { ", week \($0)" } ?? ""
    return """
      <h2>\(frontMatter.title ?? "Without a title")\(week)</h2>\(author)
      \(tags.isEmpty ? .empty : "<p>\(tags)</p>")
      \(video.map { link -> HTML in "<p>\(link)</p>" })
      """
  }

  /// What stands before the first week; it is opened where it is read first.
  private static func about(_ read: Place.ReadProgram) -> HTML {
    guard let first = read.program.weeks.first?.lines.lowerBound else { return .empty }
    let prose = Markdown.html(verbatim(read.program, start(of: read.program)..<first), level: 3)
    guard !prose.text.isEmpty else { return .empty }
    return """
      <details class="about"\(.open, if: read.week == read.weeks.first)>\
      <summary>About this program</summary>\(prose)</details>
      """
  }

  private static func weeks(_ read: Place.ReadProgram, address: String) -> HTML {
    guard read.weeks.count > 1 else { return .empty }
    let joint = address.contains("?") ? "&" : "?"
    let links = read.weeks.map { week -> HTML in
      let current: HTML = week == read.week ? " aria-current=\"true\"" : ""
      return "<a href=\"\(address)\(joint)week=\(week)\"\(current)>\(week)</a>"
    }
    return "<nav class=\"weeks\" aria-label=\"Weeks\"><span>Week</span>\(links)</nav>"
  }

  // MARK: The lines

  /// Where the post begins, behind the front matter.
  private static func start(of program: Program) -> Int {
    func isRule(_ line: Program.Line) -> Bool {
      if case .verbatim(let text) = line { return text.hasPrefix("---") }
      return false
    }
    guard let first = program.lines.first, isRule(first),
      let end = program.lines.dropFirst().firstIndex(where: isRule)
    else { return 0 }
    return end + 1
  }

  private static func verbatim(_ program: Program, _ lines: Range<Int>) -> [String] {
    program.lines[lines].map { line in
      if case .verbatim(let text) = line { text } else { "" }
    }
  }

  private static func body(_ read: Place.ReadProgram) -> HTML {
    let program = read.program
    let week = program.weeks.last { $0.numbers.contains(read.week ?? 0) }
    var lines = week?.lines ?? start(of: program)..<program.lines.count
    var html: HTML = .empty
    if let week, let number = read.week {
      html = "<h3>Week \(number)\(week.title.isEmpty ? "" : ": \(week.title)")</h3>"
      lines = lines.dropFirst().startIndex..<lines.upperBound
    }
    var prose: [String] = []
    var items: [HTML] = []
    func flushItems() {
      guard !items.isEmpty else { return }
      html = "\(html)<ul class=\"asked\">\(items)</ul>"
      items = []
    }
    var notes = 0
    for index in lines {
      switch program.lines[index] {
      case .verbatim(let text):
        if notes > 0 { notes -= 1; continue }
        if !text.allSatisfy(\.isWhitespace) { flushItems() }
        prose.append(text)
      case .exercise(let line):
        html = "\(html)\(Markdown.html(prose, level: 3))"
        prose = []
        let lineNotes = program.notes(below: index)
        notes = lineNotes.count
        items.append(exercise(line, index, notes: lineNotes, read))
      }
    }
    flushItems()
    return "\(html)\(Markdown.html(prose, level: 3))"
  }

  private static func exercise(
    _ line: ExerciseLine, _ index: Int, notes: [String], _ read: Place.ReadProgram
  ) -> HTML {
    let workout = read.workouts.first { $0.day.exerciseLines.contains(index) }
    let planned = line.planned.after(weeks: workout?.day.weeksBefore ?? 0)
    let label: HTML =
      planned.superset.map { "<span class=\"badge superset\">\($0.text)</span> " } ?? .empty
    let video = planned.video.flatMap { Markdown.link($0, "Video") }
    let asked = planned.groups.map(\.withoutSteps).map(\.text)
      .joined(separator: ", then ")
    return """
      <li><h5>\(label)\(planned.name)\(video.map { link -> HTML in " <small>\(link)</small>" })</h5>
      <p class="asks">\(asked)</p>
      \(notes.isEmpty ? .empty : "<div class=\"notes\">\(Markdown.html(notes))</div>")
      \(workout.map { yours(planned, $0, index, read.program) })</li>
      """
  }

  // MARK: The athlete's numbers

  private static func yours(
    _ planned: PlannedExercise, _ workout: Place.ReadWorkout, _ line: Int, _ program: Program
  ) -> HTML {
    guard let id = planned.exercise, let exercise = Exercise.with(id) else {
      return """
        <p class="yours">Nobody knows how it moves, so there are no numbers for it. \
        <a href="\(OwnExerciseForm.address(planned.name))">Say what it is like</a></p>
        """
    }
    guard let session = workout.prescription.session else { return .empty }
    // The same exercise may stand in a workout twice.
    let before = workout.day.exerciseLines.prefix { $0 < line }.filter { index in
      guard program.lines.indices.contains(index), case .exercise(let other) = program.lines[index]
      else { return false }
      return other.planned.exercise == id
    }.count
    let prescribed = session.exercises.filter { $0.exercise == id }.dropFirst(before).first
    let when = workout.daysAhead == 0 ? "You today" : "You, from the day after tomorrow"
    let doses: HTML =
      prescribed.map { "\($0.doses.map { dose($0, exercise) })" } ?? .empty
    let because = workout.prescription.reasons.filter { $0.exercise == id && $0.kind != .plan }
    guard prescribed != nil else {
      // What has become of it stands in place of numbers.
      let said = because.isEmpty ? ["not today"] : because.map(\.sentence)
      return "<div class=\"yours\"><span class=\"hint\">\(when)</span>\(Parts.list(said))</div>"
    }
    return """
      <div class="yours"><span class="hint">\(when)</span><ul>\(doses)</ul>\
      \(because.isEmpty ? .empty : "<details><summary>Why</summary>\(Parts.list(because.map(\.sentence)))</details>")</div>
      """
  }

  private static func dose(_ dose: Dose, _ exercise: Exercise) -> HTML {
    let badge: HTML =
      dose.kind == .negative ? "<span class=\"badge eccentric\">Negatives</span> " : .empty
    let percent = dose.percentOfMaximum.map { " (\($0.short) %)" } ?? ""
    return """
      <li>\(badge)<strong>\(Words.setsAndReps(dose))</strong> · \
      <strong>\(Words.load(dose, of: exercise))</strong>\(percent)</li>
      """
  }

  /// Why no workout of this program has numbers; nothing where they have.
  static func refusal(_ read: Place.ReadProgram) -> HTML {
    guard let refusal = read.workouts.first?.prescription.refusal,
      read.workouts.allSatisfy({ $0.prescription.session == nil })
    else { return .empty }
    return """
      <div class="card refusal"><h3>No numbers yet</h3>\(Parts.list(refusal.because))</div>
      """
  }
}

extension PlannedSets {
  /// The week’s own numbers say what the steps came to.
  fileprivate var withoutSteps: PlannedSets {
    var plain = self
    plain.progressions = []
    return plain
  }
}
