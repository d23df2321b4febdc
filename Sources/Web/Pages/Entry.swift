import Coaching
import Foundation
import Lifting
import Pictures

extension Page {
  /// Something that was entered: to change, to delete, to bring back.
  static let entry = Page(
    path: "/history/entry",
    show: { visit in
      guard let id = visit.query["id"].flatMap(UUID.init),
        let entry = try await visit.place.entry(id, of: visit.member)
      else { throw WebError.notFound }
      return .page(EntryForm(entry, account: try visit.member).page())
    },
    take: { visit in
      guard let id = visit.form["id"].flatMap(UUID.init),
        let entry = try await visit.place.entry(id, of: visit.member)
      else { throw WebError.notFound }
      let form = EntryForm(entry, account: try visit.member)
      let mend: Place.Mend
      switch visit.form["what"] {
      case "delete": mend = .takeBack
      case "bring-back": mend = .bringBack
      default:
        let (corrected, problems) = form.read(visit.form, now: visit.place.now())
        guard let corrected else { return .page(form.page(visit.form, problems)) }
        mend = corrected
      }
      let changes = try await visit.place.mend(id, mend, of: visit.member)
      return .page(EntryForm.done(mend, changes))
    })
}

/// An entry as a form.
struct EntryForm {
  var entry: Place.Entry
  var account: Member
  /// The entry as a phone sent it, where it couldn't be kept.
  var refused: String?

  init(_ entry: Place.Entry, account: Member, refused: String? = nil) {
    self.entry = entry
    self.account = account
    self.refused = refused
  }

  /// The civil day and the time of day on the athlete's clock, as a form holds them.
  private var local: (day: String, clock: String) {
    let at = entry.fact.at
    let offset = account.utcOffsetSeconds(at: at)
    let day = Day(at, utcOffsetSeconds: offset)
    let seconds = at.timeIntervalSince1970 + Double(offset) - Double(day.number) * 86_400
    let minutes = Int(saturating: (seconds / 60).rounded(.down))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return (day.description, "\(two(minutes / 60)):\(two(minutes % 60))")
  }

  /// What the form says the entry should have been; nil with the problems where that can't be.
  func read(_ form: Form, now: Date) -> (Place.Mend?, FieldProblems) {
    var problems = FieldProblems()
    let at = instant(form, now: now, &problems)
    let body: Fact.Body?
    switch entry.fact.body {
    case .workSet:
      body = SetForm.read("", form, &problems).map { .workSet($0) }
    case .session(var session):
      let title = (form["title"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
      if title.isEmpty { problems["title"] = "What was it called?" }
      if title.utf8.count > Plausible.longestName { problems["title"] = "That is too long." }
      session.title = title
      body = .session(session)
    case .checkIn:
      let (checkIn, wrong) = CheckInForm(answers: form, toRate: BodyPart.allCases).read()
      if !wrong.isEmpty { problems["s"] = "Soreness goes from 0 to 10; a pain is sharp or dull." }
      body = checkIn.map { .checkIn($0) }
    default: body = nil
    }
    guard problems.isEmpty, let at, let body else { return (nil, problems) }
    return (.correct(body, at: at), problems)
  }

  private func instant(_ form: Form, now: Date, _ problems: inout FieldProblems) -> Date? {
    // Untouched it stays what it was, to the second.
    if form["day"] == local.day, form["clock"] == local.clock {
      if let problem = Implausible(instant: entry.fact.at, now: now, key: "day") {
        problems["day"] = problem.message + "."
      }
      return entry.fact.at
    }
    guard let day = Day(form["day"] ?? "") else {
      problems["day"] = "On which day was it?"
      return nil
    }
    let clock = (form["clock"] ?? "").split(separator: ":").compactMap { Int($0, radix: 10) }
    guard clock.count >= 2, (0...23).contains(clock[0]), (0...59).contains(clock[1]) else {
      problems["day"] = "At what time was it, as in 18:30?"
      return nil
    }
    guard (1950...2100).contains(day.year) else {
      problems["day"] = "The day is from 1950 to 2100."
      return nil
    }
    let seconds = day.number * 86_400 + clock[0] * 3600 + clock[1] * 60
    let at = account.instant(localSeconds: seconds)
    if let problem = Implausible(instant: at, now: now, key: "day") {
      problems["day"] = problem.message + "."
      return nil
    }
    return at
  }

  func page(_ typed: Form? = nil, _ problems: FieldProblems = FieldProblems()) -> PageContent {
    let id = entry.fact.id.uuidString
    let fields = entry.isTakenBack ? nil : fields(typed, problems)
    let save: HTML =
      fields.map { fields -> HTML in
        """
        <form method="post" action="\(refused == nil ? "/history/entry" : "/history/refused")" class="card">
        <input type="hidden" name="id" value="\(id)">
        \(refused.map { fact -> HTML in "<input type=\"hidden\" name=\"fact\" value=\"\(fact)\">" })
        <div class="pair"><label>Day <input type="date" name="day" \
        value="\(typed?["day"] ?? local.day)"\(problems.attributes("day"))></label>
        <label>Time <input type="time" name="clock" value="\(typed?["clock"] ?? local.clock)"></label>\
        </div>\(problems.beside("day"))
        \(fields)
        <button>Save the change</button></form>
        """
      } ?? .empty
    let (what, button) =
      entry.isTakenBack ? ("bring-back", "Bring it back") : ("delete", "Delete it")
    let takeBack: HTML = """
      <form method="post" action="/history/entry">
      <input type="hidden" name="id" value="\(id)">
      <input type="hidden" name="what" value="\(what)">
      <button class="quiet">\(button)</button></form>
      """
    return PageContent(
      title: "Change an entry", section: .history,
      body: """
        <h1>\(refused == nil ? Self.title(entry.fact) : "Put it right: \(name)")</h1>
        <p class="hint">\(Words.day(Day(local.day) ?? Day(number: 0))), \(local.clock)\
        \(entry.isTakenBack ? " · deleted" : "")</p>
        \(problems.summary)
        \(save)
        \(refused == nil ? takeBack : .empty)
        <p><a href="/history">Back to the history</a></p>
        """,
      status: problems.isEmpty ? 200 : 422)
  }

  private var name: String {
    if case .workSet(let set) = entry.fact.body { Words.name(of: set) } else { "an entry" }
  }

  private func fields(_ typed: Form?, _ problems: FieldProblems) -> HTML? {
    switch entry.fact.body {
    case .workSet(let set):
      let form = SetForm(
        key: "", set: set, exercise: Exercise.with(set.exercise), isWhole: true)
      return "<div class=\"fields\">\(form.html(typed, problems))</div>"
    case .session(let session):
      return """
        <label>What it was called <input name="title" value="\(typed?["title"] ?? session.title)"\
        \(problems.attributes("title"))>\(problems.beside("title"))</label>
        """
    case .checkIn(let checkIn):
      let form = CheckInForm(answers: typed ?? Form(checkIn), toRate: BodyPart.allCases)
      return "\(problems.beside("s"))\(form.fields())"
    case .athlete, .screening:
      return nil
    default: return nil
    }
  }

  static func done(_ mend: Place.Mend, _ changes: [String]) -> PageContent {
    let title =
      switch mend {
      case .correct: "Changed"
      case .takeBack: "Deleted"
      case .bringBack: "Back again"
      }
    return PageContent(
      title: title, section: .history,
      body: """
        <h1>\(title)</h1>
        <section class="card changed"><h2>What it changes today</h2>
        \(changes.isEmpty ? "<p>Nothing.</p>" : Parts.list(changes))</section>
        <p><a class="button" href="/today">Today</a></p>
        <p><a class="button quiet" href="/history">History</a></p>
        """)
  }

  /// What an entry is, in a line.
  static func title(_ fact: Fact) -> String {
    switch fact.body {
    case .athlete(let athlete): "About you: \(athlete.bodyMass)"
    case .screening(let screening):
      screening.yes.isEmpty
        ? "Health questions: all no" : "Health questions: \(screening.yes.count) yes"
    case .clearance(let clearance):
      "Cleared to train" + (clearance.by.map { " by \($0)" } ?? "")
    case .session(let session): "Session “\(session.title)”"
    case .sessionEnd: "The session’s end"
    case .exercise(let own):
      "Exercise “\(own.name)”, like \(Exercise.with(own.like)?.name.lowercased() ?? own.like.rawValue)"
    case .workSet(let set): line(set)
    case .checkIn(let checkIn): line(checkIn)
    case .strengthTest(let test): "Test: \(line(test))"
    case .program(let program):
      program.text.allSatisfy(\.isWhitespace) ? "No program" : "A program chosen"
    case .recording(let recording):
      "Recording" + (recording.exercise.map { " of \(Words.name(of: $0).lowercased())" } ?? "")
        + (recording.name.map { ", \($0)" } ?? "")
    case .retraction, .restoration: "A deletion"
    }
  }

  private static func line(_ set: WorkSet) -> String {
    let said = WorkSet.fields.filter {
      ["side", "controlledReps", "repsInReserve", "ended"].contains($0.name)
    }
    .compactMap { $0.words(set) }
    return (["\(Words.name(of: set)): \(Words.done([set]))"] + said).joined(separator: ", ")
  }

  private static func line(_ checkIn: CheckIn) -> String {
    let said =
      checkIn.soreness.sorted { $0.key < $1.key }.map { "\($0.key.name) \($0.value)" }
      + checkIn.pains.map(\.text) + checkIn.symptoms.map(\.text).sorted()
    return "Check-in: " + (said.isEmpty ? "nothing" : said.joined(separator: ", "))
  }

  private static func line(_ test: StrengthTest) -> String {
    let name = Words.name(of: test.exercise)
    let (what, load): (String, Load) =
      switch test.result {
      case .repetitions(let reps, let load): ("\(reps) \(reps == 1 ? "rep" : "reps")", load)
      case .lowering(let seconds, let load): ("lowered in \(seconds.short) s", load)
      case .hold(let seconds, let load): ("held \(seconds.short) s", load)
      }
    return "\(name), \(what)" + (load == .body ? "" : ", \(load.typed)")
  }
}
