import Coaching
import Foundation
import Interchange
import Lifting
import Pictures
import Prescribing

extension Page {
  /// The session as a form, for whoever trains without the player or a script.
  static let log = Page(
    path: "/log",
    show: { visit in
      let today = try await visit.place.today(visit.member, workout: visit.query["workout"])
      guard let session = today.begun?.prescribed ?? today.prescription.session else {
        return .redirect("/today")
      }
      return .page(LogForm(session, today).page())
    },
    take: { visit in
      let (facts, problems) = LogForm.facts(visit.form, at: visit.saidAt)
      guard problems.isEmpty else {
        return .page(LogForm.again(visit.form, problems))
      }
      guard facts.count > 1 else {
        throw WebError.badRequest("No set was filled in, so nothing was saved.")
      }
      _ = try await visit.place.record(facts, of: visit.member)
      return .redirect("/today")
    })
}

/// The sets of a session as a form: what was asked for, to be amended.
struct LogForm {
  struct Row {
    /// The id of the fact that it becomes.
    var id: UUID
    /// The heading above it: an exercise's name, where another begins.
    var heading: String?
    /// What tells it from the others to whoever doesn't see where it stands.
    var name: String
    var form: SetForm
    /// What was asked for.
    var asked: String
    /// What was done last time.
    var lastTime: String?
  }

  var session: Session.ID
  var isBegun: Bool
  var title: String
  var program: String?
  var rows: [Row]

  /// The sets that are still to be done, with ids that follow from the session, so that sending the form
  /// twice, or opening it twice, keeps them once.
  init(_ session: PrescribedSession, _ today: Place.Today) {
    let begun = today.begun
    let history = today.history
    self.session = begun?.session.id ?? today.upcoming
    isBegun = begun != nil
    title = session.title
    program = session.program
    let unit = Words.unit(of: history)
    rows = []
    let left = zip(session.turns.indices, session.turns).filter { place, _ in
      begun?.done.indices.contains(place) != true || begun?.done[place] == false
    }
    for (place, set) in left {
      let exercise = Exercise.with(set.toDo.set.exercise)
      let label = "\(set.exercise.superset.map { "\($0) " } ?? "")\(set.exercise.name)"
      rows.append(
        Row(
          id: UUID(following: ["log", self.session.rawValue, String(place)]),
          heading: rows.last?.name.hasPrefix(label) == true ? nil : label,
          name: "\(label), set \(place + 1)",
          form: SetForm(
            key: String(rows.count), set: set.toDo.set, exercise: exercise, unit: unit,
            isByFeel: set.toDo.isByFeel && exercise?.bodyMassFraction == 0),
          asked: Words.asked(set.toDo, exercise: exercise),
          lastTime: rows.last?.name.hasPrefix(label) == true
            ? nil
            : Words.lastTime(
              history.lastTime(
                set.toDo.set.exercise, set.toDo.set.kind, besides: begun?.session.id,
                utcOffsetSeconds: today.utcOffsetSeconds),
              today: today.day, utcOffsetSeconds: today.utcOffsetSeconds)))
    }
  }

  /// The form as it was sent, to be put right.
  private init(_ form: Form) {
    session = Session.ID(rawValue: form["session"] ?? "")
    isBegun = form["isBegun"] == "yes"
    title = form["title"] ?? ""
    program = form["program"].flatMap { $0.isEmpty ? nil : $0 }
    rows = Self.keys(form).compactMap { key in
      guard let set = SetForm(key, of: form), let id = form["id\(key)"].flatMap(UUID.init) else {
        return nil
      }
      return Row(
        id: id, heading: form["heading\(key)"].flatMap { $0.isEmpty ? nil : $0 },
        name: form["name\(key)"] ?? "",
        form: set, asked: form["asked\(key)"] ?? "",
        lastTime: form["lastTime\(key)"].flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  private static func keys(_ form: Form) -> [String] {
    (0..<min(200, max(0, form.integer("count") ?? 0))).map(String.init)
  }

  static func again(_ form: Form, _ problems: FieldProblems) -> PageContent {
    LogForm(form).page(form, problems)
  }

  /// The sets whose reps weren't cleared, after the session they belong to; or what is wrong with them.
  static func facts(_ form: Form, at now: Date) -> ([Fact], FieldProblems) {
    var problems = FieldProblems()
    guard let session = form["session"], !session.isEmpty, let title = form["title"] else {
      return ([], problems)
    }
    let keys = keys(form)
    // A second apart and all of them over, so that they keep their order and count at once.
    func at(_ place: Int) -> Date { now.addingTimeInterval(Double(place - keys.count)) }
    var facts: [Fact] = []
    if form["isBegun"] != "yes", let id = UUID(uuidString: session) {
      facts.append(
        Fact(
          id: id, at: at(0),
          .session(
            Session(
              id: Session.ID(rawValue: session), title: title,
              program: form["program"].flatMap { $0.isEmpty ? nil : $0 }))))
    }
    for (place, key) in keys.enumerated() {
      let count = form["reps\(key)"] ?? form["holdSeconds\(key)"] ?? form["carriedMeters\(key)"]
      guard let count, !count.allSatisfy(\.isWhitespace),
        let id = form["id\(key)"].flatMap(UUID.init),
        var set = SetForm.read(key, form, &problems), set.reps > 0
      else { continue }
      set.session = Session.ID(rawValue: session)
      facts.append(Fact(id: id, at: at(place), .workSet(set)))
    }
    return (facts, problems)
  }

  func page(_ typed: Form? = nil, _ problems: FieldProblems = FieldProblems()) -> PageContent {
    PageContent(
      title: "Log \(title)", section: .today,
      body: """
        <h1>Log \(title)</h1>
        \(problems.summary)
        <p>Clear the reps of what you didn’t do. What you leave open stays unsaid.</p>
        <form method="post" action="/log" data-waits="log">
        <input type="hidden" name="session" value="\(session.rawValue)">
        <input type="hidden" name="isBegun" value="\(isBegun ? "yes" : "")">
        <input type="hidden" name="title" value="\(title)">
        <input type="hidden" name="program" value="\(program ?? "")">
        <input type="hidden" name="count" value="\(rows.count)">
        \(rows.map { row($0, typed, problems) })
        <div class="stay"><button>Save</button></div>
        </form>
        """,
      status: problems.isEmpty ? 200 : 422)
  }

  private func row(_ row: Row, _ typed: Form?, _ problems: FieldProblems) -> HTML {
    let key = row.form.key
    let isNegative = row.form.set.kind == .negative
    let heading = row.heading.map { name -> HTML in "<h2>\(name)</h2>" }
    let lastTime = row.lastTime.map { said -> HTML in "<p class=\"hint\">\(said)</p>" }
    return """
      \(heading)\(lastTime)
      <fieldset class="card set\(isNegative ? " negative" : "")">\
      <legend><span class="hidden">\(row.name)</span> \(row.asked)</legend>
      <input type="hidden" name="id\(key)" value="\(row.id.uuidString)">
      <input type="hidden" name="heading\(key)" value="\(row.heading ?? "")">
      <input type="hidden" name="name\(key)" value="\(row.name)">
      <input type="hidden" name="asked\(key)" value="\(row.asked)">
      <input type="hidden" name="lastTime\(key)" value="\(row.lastTime ?? "")">
      <div class="fields">\(row.form.html(typed, problems))</div></fieldset>
      """
  }
}
