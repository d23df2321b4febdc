import Coaching
import Community
import Lifting
import Physiology
import Pictures
import Prescribing

extension Page {
  static let today = Page(
    path: "/today",
    show: { visit in
      let chosen = visit.query["workout"]
      let today = try await visit.place.today(visit.member, workout: chosen)
      return .page(
        content(today, chosen: chosen, posts: try await PostCard.of(visit, today)))
    })

  private static func content(
    _ today: Place.Today, chosen: String?, posts: HTML
  ) -> PageContent {
    PageContent(
      title: "Today", section: .today,
      body: """
        <h1>Today <small>\(Words.day(today.day))</small></h1>
        <div class="beside-one-another">
        \(changes(today))
        \(begun(today))
        \(checkInCard(today))
        \(posts)
        \(today.prescription.refusal.map { refusal($0, today) })
        \(today.prescription.session.map { session($0, today, chosen: chosen) })
        \(otherWays(today))
        \(why(today.prescription))
        \(PathCards.all(today.outlook))
        \(ForecastView.card(today.prescription.forecast, offsetDay: today.day, title: "What to expect", history: today.history))
        <p><a href="/tests">Enter a test: a maximum, a slow lowering, a hold</a></p>
        <p><a href="/learn">Why lower slowly? Try it on an arm</a></p>
        </div>
        """)
  }

  private static func changes(_ today: Place.Today) -> HTML {
    guard !today.changes.isEmpty else { return .empty }
    return """
      <section class="card changed" id="changes"><h2>Since your check-in</h2>
      \(Parts.list(today.changes))</section>
      """
  }

  private static func begun(_ today: Place.Today) -> HTML {
    guard let begun = today.begun else { return .empty }
    return """
      <section class="card next"><h2>\(begun.session.title)</h2>
      <p>You’ve done \(begun.doneSets) of \(begun.done.count) sets.</p>
      <a class="button" href="/train">Go on</a></section>
      """
  }

  private static func checkInCard(_ today: Place.Today) -> HTML {
    guard !today.toRate.isEmpty else { return .empty }
    if let checkIn = today.checkIn {
      let ratings = checkIn.soreness.sorted { $0.key < $1.key }
        .map { "\($0.key.name) \($0.value)" }.joined(separator: ", ")
      return """
        <p class="hint">Soreness today: \(ratings.isEmpty ? "not rated" : ratings). \
        <a href="/soreness">Change</a></p>
        """
    }
    return """
      <section class="card ask"><h2>How sore are you?</h2>
      <p>A tap for each muscle, and today fits you better.</p>
      <a class="button quiet" href="/soreness">Rate it</a></section>
      """
  }

  /// Why nothing is prescribed; for whoever doesn't train themselves there is nothing to press in it.
  static func refusal(_ refusal: Refusal, _ today: Place.Today, isOwn: Bool = true) -> HTML {
    // A session that is under way explains itself.
    if today.begun != nil { return .empty }
    let title =
      switch refusal.when {
      case .notYet: "Not yet"
      case .notToday: today.doneSets.isEmpty ? "Not today" : "Done for today"
      case .seekCare: "Stop, and see a doctor today"
      }
    let ways: HTML =
      switch refusal.when {
      case _ where !isOwn: .empty
      case .seekCare:
        "<a class=\"button quiet\" href=\"/clearance\">A clinician has cleared me</a>"
      case .notYet:
        "<a class=\"button\" href=\"/about\">Your answers</a>"
      case .notToday: .empty
      }
    let change: HTML =
      refusal.changes.isEmpty
      ? .empty
      : "<h3>What would change it</h3>\(Parts.list(Array(Set(refusal.changes)).sorted()))"
    return """
      <section class="card refusal \(refusal.when.rawValue)"><h2>\(title)</h2>
      \(Parts.list(refusal.because))\(change)\(ways)</section>
      """
  }

  private static func session(
    _ session: PrescribedSession, _ today: Place.Today, chosen: String?
  ) -> HTML {
    let asked = chosen.map { "?workout=\(Words.encoded($0))" } ?? ""
    return """
      <section class="card next"><p class="hint">\(session.program ?? "Your next session")</p>
      <h2>\(session.title)</h2>
      <ol class="exercises">\(session.exercises.map { exercise($0, today) })</ol>
      <a class="button" href="/train\(asked)">Start</a>
      <p><a href="/log\(asked)">Log it without the player</a></p>
      </section>
      """
  }

  /// Another workout of the program, or something that nobody planned.
  private static func otherWays(_ today: Place.Today) -> HTML {
    let title = today.prescription.session?.title
    let workouts = today.workouts.filter { $0 != title && !$0.isEmpty }.map { workout -> HTML in
      "<li><a href=\"/today?workout=\(Words.encoded(workout))\">\(workout)</a></li>"
    }
    let canChoose = today.begun == nil && today.prescription.session != nil && !workouts.isEmpty
    let choose: HTML =
      canChoose
      ? "<details><summary>Another workout of the program</summary><ul>\(workouts)</ul></details>"
      : .empty
    return "\(choose)<p><a href=\"/log/free\">Log something that wasn’t planned</a></p>"
  }

  /// What one exercise asks; for whoever doesn't train themselves there is nothing to press in it.
  static func exercise(
    _ prescribed: PrescribedExercise, _ today: Place.Today, isOwn: Bool = true
  ) -> HTML {
    guard let exercise = Exercise.with(prescribed.exercise) else { return .empty }
    var said: Set<WorkSet.Kind> = []
    let doses = prescribed.doses.map { dose -> HTML in
      let isNegative = dose.kind == .negative
      let badge: HTML = isNegative ? "<span class=\"badge eccentric\">Negatives</span> " : .empty
      let percent = dose.percentOfMaximum.map { " (\($0.short) %)" } ?? ""
      let lower = dose.tempo.eccentric.seconds.map { "lower for \($0.short) s" } ?? "lower slowly"
      let how =
        dose.holdSeconds != nil
        ? "hold it still"
        : isNegative
          ? "\(lower), \(dose.wayUp?.phrase ?? "help up")"
          : "\(Words.tempo(dose.tempo)) · keep \(dose.repsInReserve) in reserve"
            + (dose.velocityLossPercent.map { " · \(Words.stop(atLossPercent: $0))" } ?? "")
      let side = dose.isEachSide ? " each side" : ""
      let cue: HTML =
        dose.cue.map { "<br><span class=\"hint\">\(Markdown.inline($0[...]))</span>" } ?? .empty
      let before =
        Words.lastTime(
          today.history.lastTime(
            exercise.id, dose.kind, utcOffsetSeconds: today.utcOffsetSeconds),
          today: today.day, utcOffsetSeconds: today.utcOffsetSeconds)
      // Once for the normal sets, once for the negatives.
      let isFirst = said.insert(dose.kind).inserted
      let last: HTML =
        !isFirst ? .empty : before.map { "<br><span class=\"hint\">\($0)</span>" } ?? .empty
      return """
        <p class="dose\(isNegative ? " negative" : "")">\(badge)\
        <strong>\(Words.setsAndReps(dose))\(side)</strong> · \
        <strong>\(Words.load(dose, of: exercise))</strong>\(percent)<br>
        <span class="how">\(how)</span>\(last)\(cue)</p>
        """
    }
    let turn = prescribed.superset.map { "\($0). " } ?? ""
    let note: HTML =
      prescribed.note.map { "<p class=\"hint\">\(Markdown.inline($0[...]))</p>" } ?? .empty
    let exchange: HTML =
      !isOwn
      ? .empty
      : """
      <a class="exchange" href="/exchange?exercise=\(Words.encoded(exercise.id.rawValue))">Exchange\
      <span class="hidden"> \(prescribed.name)</span></a>
      """
    return "<li><h3>\(turn)\(prescribed.name) \(exchange)</h3>\(note)\(doses)</li>"
  }

  /// Why it is this session; without the ways to change it for whoever doesn't train themselves.
  static func why(_ prescription: Prescription, isOwn: Bool = true) -> HTML {
    guard prescription.refusal == nil, !prescription.reasons.isEmpty else { return .empty }
    func item(_ reason: Reason) -> HTML {
      let change: HTML = reason.change.map { " <span class=\"hint\">\($0)</span>" } ?? .empty
      if isOwn, let name = reason.unknownName {
        return """
          <li>\(reason.sentence)\(change) <a href="\(OwnExerciseForm.address(name))">Say it</a></li>
          """
      }
      // A sentence that asks for a figure leads to where it is entered.
      if isOwn, reason.change?.contains("test") == true, let exercise = reason.exercise {
        return """
          <li>\(reason.sentence)\(change) <a href="/tests?exercise=\(exercise.rawValue)">Enter it</a></li>
          """
      }
      return "<li>\(reason.sentence)\(change)</li>"
    }
    // What was taken away goes before what was added: it has the last word.
    let order: [Reason.Kind] = [.plan, .limit, .advice]
    let reasons = order.flatMap { kind in prescription.reasons.filter { $0.kind == kind } }
    let shown = reasons.prefix(3).map(item)
    let rest = reasons.dropFirst(3).map(item)
    let more: HTML =
      rest.isEmpty
      ? .empty
      : "<details><summary>All \(reasons.count) reasons</summary><ul>\(rest)</ul></details>"
    return "<section class=\"card why\"><h2>Why</h2><ul>\(shown)</ul>\(more)</section>"
  }
}
