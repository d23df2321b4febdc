import Coaching
import Foundation
import Interchange
import Lifting
import Pictures

extension Page {
  /// Sets that nobody planned, of today or of an earlier day.
  static let freeLog = Page(
    path: "/log/free",
    show: { visit in
      let today = try await visit.place.today(visit.member)
      return .page(FreeLogForm(visit.query, today, account: try visit.member).page())
    },
    take: { visit in
      let today = try await visit.place.today(visit.member)
      let form = FreeLogForm(visit.form, today, account: try visit.member)
      let (facts, problems) = form.read(now: visit.saidAt)
      guard problems.isEmpty, !facts.isEmpty else { return .page(form.page(problems)) }
      _ = try await visit.place.record(facts, of: visit.member)
      return .redirect(form.address(saved: facts.count { $0.body.kind == .workSet }))
    })
}

/// One exercise that wasn't planned: first which, then its sets.
struct FreeLogForm {
  let answers: Form
  let today: Place.Today
  let account: Member
  /// Nil until it is known which.
  let exercise: Exercise?
  let kind: WorkSet.Kind
  let day: Day

  static let mostSets = 20

  init(_ answers: Form, _ today: Place.Today, account: Member) {
    self.answers = answers
    self.today = today
    self.account = account
    let name = (answers["exercise"] ?? "").trimmingCharacters(in: .whitespaces)
    exercise = Exercise.with(Exercise.ID(rawValue: name)) ?? today.history.exercise(named: name)
    kind = WorkSet.Kind(rawValue: answers["kind"] ?? "") ?? .normal
    day = answers["day"].flatMap(Day.init) ?? today.day
  }

  /// The session that the day's unplanned sets belong to.
  private var session: Session.ID {
    let parts = ["free", account.athlete.uuidString, day.description]
    return Session.ID(rawValue: UUID(following: parts).uuidString)
  }

  func address(saved: Int) -> String {
    "/log/free?day=\(day.description)&saved=\(saved)"
      + (exercise.map { "&last=\(Words.encoded($0.id.rawValue))" } ?? "")
  }

  private func instant(now: Date, _ problems: inout FieldProblems) -> Date? {
    if day == today.day { return now }
    guard day < today.day else {
      problems["day"] = "That day is still to come."
      return nil
    }
    // Nobody asks for the hour of an earlier day: noon is on that day everywhere.
    let at = account.instant(localSeconds: day.number * 86_400 + 43_200)
    if let problem = Implausible(instant: at, now: now, key: "day") {
      problems["day"] = problem.message + "."
      return nil
    }
    return at
  }

  func read(now: Date) -> ([Fact], FieldProblems) {
    var problems = FieldProblems()
    guard exercise != nil else {
      problems["exercise"] = Words.noSuchExercise(answers["exercise"] ?? "")
      return ([], problems)
    }
    guard let id = answers["id"].flatMap(UUID.init), let at = instant(now: now, &problems) else {
      return ([], problems)
    }
    let sets = answers.whole(
      "sets", in: 1...Self.mostSets, &problems,
      else: "How many sets? A whole number, \(Self.mostSets) at most.")
    guard var set = SetForm.read("", answers, &problems) else { return ([], problems) }
    if set.reps == 0 { problems["reps"] = "How many reps?" }
    guard problems.isEmpty, let sets else { return ([], problems) }
    set.session = session
    let title = "\(day.weekday.name)’s own"
    var facts: [Fact] = []
    if let sessionID = UUID(uuidString: session.rawValue),
      !today.history.sessions.contains(where: { $0.value.id == session })
    {
      facts.append(
        Fact(
          id: sessionID, at: at.addingTimeInterval(-Double(sets)),
          .session(Session(id: session, title: title))))
    }
    for place in 0..<sets {
      facts.append(
        Fact(
          id: UUID(following: [id.uuidString, String(place)]),
          at: at.addingTimeInterval(Double(place - sets + 1)), .workSet(set)))
    }
    // All that wasn't planned is over when it is logged.
    facts.append(
      Fact(
        id: UUID(following: [id.uuidString, "end"]), at: at,
        .sessionEnd(SessionEnd(session: session))))
    return (facts, problems)
  }

  func page(_ problems: FieldProblems = FieldProblems()) -> PageContent {
    PageContent(
      title: "Log something", section: .today,
      body: """
        <h1>What did you do?</h1>
        \(saved)\(problems.summary)
        \(exercise.map { sets(of: $0, problems) } ?? choice(problems))
        <p><a href="/today">Back to today</a></p>
        """,
      status: problems.isEmpty ? 200 : 422)
  }

  private var saved: HTML {
    guard let count = answers.integer("saved") else { return .empty }
    let name =
      answers["last"].flatMap { Exercise.with(Exercise.ID(rawValue: $0)) }
      .map { " of \($0.name)" } ?? ""
    return """
      <p class="said" role="status">\(count.counted("set"))\(name) kept, \(Words.day(day)). \
      <a href="/history">History</a></p>
      """
  }

  /// Which exercise, on which day, how.
  private func choice(_ problems: FieldProblems) -> HTML {
    """
    <form method="get" action="/log/free" class="card">
    <label>Exercise <input name="exercise" list="exercises" autocomplete="off" required \
    value="\(answers["exercise"] ?? "")"\(problems.attributes("exercise"))>\
    \(problems.beside("exercise"))</label>
    \(Parts.exerciseNames(today.history))
    <label>Done as <select name="kind">\(Parts.options(
      [("normal", "Lifted and lowered"), ("negative", "Negative: only lowered"), ("warmUp", "To warm up")],
      chosen: kind.rawValue))</select></label>
    <label>Day <input type="date" name="day" value="\(day.description)" \
    max="\(today.day.description)"></label>
    <button>On to the sets</button></form>
    """
  }

  private func sets(of exercise: Exercise, _ problems: FieldProblems) -> HTML {
    let history = today.history
    let last = history.lastTime(exercise.id, kind, utcOffsetSeconds: today.utcOffsetSeconds)
    let before =
      Words.lastTime(last, today: today.day, utcOffsetSeconds: today.utcOffsetSeconds)
      .map { said -> HTML in "<p class=\"hint\">\(said)</p>" }
    let set = WorkSet(
      exercise: exercise.id, kind: kind, load: last.last?.value.load ?? .body, reps: 0)
    let form = SetForm(
      key: "", set: set, exercise: exercise, unit: Words.unit(of: history),
      isByFeel: exercise.bodyMassFraction == 0 && last.isEmpty)
    return """
      <form method="post" action="/log/free" class="card" data-waits="log">
      <h2>\(exercise.name)\(kind == .negative ? ", negatives" : kind == .warmUp ? ", to warm up" : "")</h2>
      <p class="hint">\(Words.day(day)). <a href="/log/free?day=\(day.description)">Another exercise or day</a></p>
      \(before)
      <input type="hidden" name="id" value="\(answers["id"] ?? UUID().uuidString)">
      <input type="hidden" name="exercise" value="\(exercise.id.rawValue)">
      <input type="hidden" name="kind" value="\(kind.rawValue)">
      <input type="hidden" name="day" value="\(day.description)">\(problems.beside("day"))
      <label>Sets, each like this <input name="sets" inputmode="numeric" autocomplete="off" \
      value="\(answers["sets"] ?? "1")"\(problems.attributes("sets"))>\(problems.beside("sets"))</label>
      <div class="fields">\(form.html(problems.isEmpty ? nil : answers, problems))</div>
      <button>Save</button></form>
      """
  }
}
