import Coaching
import Foundation
import Lifting
import Pictures
import Sensing

/// How the page of a measured recording shows what it has to say.
struct MeasuredView {
  let recorded: Place.Recorded
  let measured: MeasuredRecording
  /// When it was handed in.
  let day: String
  let around: Place.Surroundings
  /// The recording of the same exercise before.
  let before: (day: String, measured: MeasuredRecording)?
  let utcOffsetSeconds: Int

  private var recording: KeptRecording { recorded.recording }

  static func address(of id: UUID) -> String { "/measure/set?id=\(id.uuidString)" }

  static func name(_ recording: KeptRecording) -> String {
    recording.exercise.map { Words.name(of: $0) } ?? recording.name ?? "A recording"
  }

  /// The set as a fact, and whether its weight has still to be said; nil where there is no rep in it.
  static func set(
    of measured: MeasuredRecording, _ recording: KeptRecording
  ) -> (WorkSet, isByFeel: Bool)? {
    guard
      let set = measured.workSet(of: recording, load: Load(external: recording.load ?? .zero))
    else { return nil }
    let lifts = Exercise.with(set.exercise)?.bodyMassFraction ?? 0
    return (set, recording.load == nil && lifts == 0)
  }

  var entry: PhasePicture.Entry? {
    measured.measured.map { measured in
      PhasePicture.Entry(
        name: recording.name ?? "", set: measured.set.rounded, motion: measured.motion)
    }
  }

  func page(
    focus: Double?, typed: Form?, _ problems: FieldProblems, problem: String?
  ) -> PageContent {
    let title = entry.map(heading) ?? measured.reported.map(heading) ?? Self.name(recording)
    let isRefused = problem != nil || !problems.isEmpty
    return PageContent(
      title: title, section: .history,
      body: """
        <h1>\(title)</h1>
        <p class="hint">\([recording.name, stretch, day].compactMap(\.self).joined(separator: " · "))</p>
        \(Parts.problem(problem))\(problems.summary)
        \(changed)
        \(proposed)
        \(notices.map { "<p class=\"problem\">\($0)</p>" as HTML })
        \(measured.isLong && recording.stretch == nil
          ? form("sets", "<button class=\"quiet\">Find all its sets</button>") : .empty)
        \(entry.map { entry in
          """
          <section class="card">\(set(entry))</section>
          \(CorrectionForm(recorded: recorded, entry: entry, missed: measured.measured?.missed ?? [], focus: focus, typed: typed).html)
          """ as HTML
        })
        \(measured.reported.map { ReportedView(set: $0).html } ?? .empty)
        \(belongs(typed, problems))
        \(compared)
        \(question(typed))
        \(MeasureView.diagnostics(measured.problems))
        \(ending)
        """,
      status: isRefused ? 422 : 200, scripts: ["correct.js"])
  }

  func heading(_ entry: PhasePicture.Entry) -> String {
    let name = recording.exercise.map { Words.name(of: $0) } ?? Words.name(of: entry.set.exercise)
    return "\(name), \(entry.set.reps.count.counted("rep"))"
  }

  private func heading(_ set: ReportedSet) -> String {
    "\(Self.name(recording)), \(set.set.reps.counted("rep"))"
  }

  /// Which part of a longer recording it is.
  var stretch: String? {
    recording.stretch.map { stretch in
      "from \(stretch.lowerBound.short(decimals: 0)) to \(stretch.upperBound.short(decimals: 0)) s"
    }
  }

  var notices: [String] {
    var sentences = [measured.refusal].compactMap(\.self)
    if let exercise = recording.exercise, Exercise.with(exercise) == nil, measured.measured != nil {
      sentences.append(
        "Nobody knows “\(Words.name(of: exercise))”, so it was measured by what repeats.")
    }
    return sentences + (measured.measured?.notices ?? [])
  }

  /// That this version sees it otherwise than an earlier one did.
  private var changed: HTML {
    guard let change = measured.change(from: recording.seen) else { return .empty }
    return """
      <section class="card changed"><p>\(change)</p>\(form("look", "<button class=\"quiet\">Take it over</button>"))</section>
      """
  }

  func set(_ entry: PhasePicture.Entry) -> HTML {
    guard !entry.set.reps.isEmpty else { return "<p>0 reps.</p>" }
    let sentences = PhasePicture.sentences(entry.set)
    let axis: HTML? = PhasePicture.axis(of: entry).map { axis in
      """
       data-from="\(axis.seconds.lowerBound.short(decimals: 4))" \
      data-to="\(axis.seconds.upperBound.short(decimals: 4))" \
      data-left="\(axis.left.short(decimals: 5))" data-right="\(axis.right.short(decimals: 5))"
      """
    }
    return """
      <p><strong>\(entry.set.usualTempo.map { Words.tempo($0).capitalizedFirst } ?? "")</strong> \
      in the usual rep.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Picture of the set">\
      <div class="axis"\(axis)>\(PhasePicture.figureInPage(entry))</div></div>
      \(sentences.isEmpty ? .empty : Parts.list(sentences.map(\.capitalizedFirst)))
      \(PhasePicture.repTable(entry.set))
      <p class="hint">Control is the least share of the weight that was carried on the way down: 1 \
      is all of it, 0 a free fall. What the sensor can’t tell is left out.</p>
      """
  }

  /// What it may be of, where nobody said.
  private var proposed: HTML {
    guard let proposals = measured.measured?.proposals, let first = proposals.first else {
      return .empty
    }
    let alike = proposals.filter { $0.confidence == first.confidence }.dropFirst()
    let names = alike.prefix(5).compactMap { Exercise.with($0.exercise)?.name.lowercased() }
    let others: HTML =
      names.isEmpty
      ? .empty
      : " It moves like \(names.joined(separator: ", "))\(alike.count > 5 ? " and others" : "") too."
    return """
      <p class="hint">Nobody said what it is; this is a guess from the motion.\(others) If it is \
      wrong, say below what it was.</p>
      """
  }

  // MARK: The log

  /// Which set of the log it is of, or may be.
  private func belongs(_ typed: Form?, _ problems: FieldProblems) -> HTML {
    if let attached = around.attached, case .workSet(let set) = attached.body {
      let count = entry?.set.reps.count ?? measured.reported?.set.reps ?? set.reps
      let verb = measured.reported == nil ? "measured" : "reported"
      let differs: HTML =
        count == set.reps
        ? .empty
        : """
        <p class="problem">You logged \(set.reps.counted("rep")); \(verb) \
        \(count == 1 ? "was" : "were") \(count). What you logged stands.</p>
        """
      return """
        <section class="card"><h2>In your log</h2>
        <p><a href="/history/entry?id=\(attached.id.uuidString)">\(EntryForm.title(attached))</a></p>
        \(differs)
        <p class="hint">\(measured.reported == nil
          ? "Its tempo, velocity and sticking regions are those measured here, and follow what you put right."
          : "Its velocity, and the lowering and lifting of the tempo you logged, are those reported here.")</p>
        \(form("detach", "<button class=\"quiet\">It isn’t of this set</button>"))</section>
        """
    }
    guard let (set, isByFeel) = Self.set(of: measured, recording) else { return .empty }
    return """
      \(attach)
      \(keep(set, isByFeel, typed, problems))
      """
  }

  private var attach: HTML {
    guard !around.candidates.isEmpty else { return .empty }
    let choices = around.candidates.prefix(40).map { id, set in
      let at = Day(set.at, utcOffsetSeconds: utcOffsetSeconds)
      return (
        id.uuidString, "\(Words.name(of: set.value)): \(Words.done([set.value])), \(Words.day(at))"
      )
    }
    return """
      <section class="card"><h2>Is it of a set you logged?</h2>
      \(form("attach", """
        <label>Set <select name="set">\(Parts.options(Array(choices), chosen: nil))</select></label>
        <button>It is of this set</button>
        """))
      <p class="hint">\(measured.reported == nil
        ? "The set takes on the tempo and the velocity that were measured."
        : "The set takes on the velocity that is reported, and the lowering and lifting where you logged a tempo.") \
      Your reps, weight and what you said of it stay.</p></section>
      """
  }

  private func keep(
    _ set: WorkSet, _ isByFeel: Bool, _ typed: Form?, _ problems: FieldProblems
  ) -> HTML {
    let fields = SetForm(
      key: "", set: set, exercise: Exercise.with(set.exercise), isByFeel: isByFeel, isSent: false)
    let way = set.kind == .negative ? ": negatives, as the way up was assisted" : ""
    let isTyped = typed?["what"] == "keep"
    let inside: HTML = """
      \(form("keep", """
        <div class="fields">\(fields.html(isTyped ? typed : nil, problems))</div>
        <button>Keep it</button>
        """))
      <p class="hint">It goes into your history as a set of \(day)\(measured.reported == nil
        ? ", with its tempo\(way)" : ", without a tempo, as no pauses are reported"). What you leave open \
      stays unsaid.</p>
      """
    return around.candidates.isEmpty
      ? "<section class=\"card\"><h2>Keep it as a set</h2>\(inside)</section>"
      : """
      <details class="card"\(.open, if: isTyped)><summary>It isn’t in the log yet: keep it as a set</summary>\
      \(inside)</details>
      """
  }

  static func attached(_ recorded: Place.Recorded, _ changes: [String]) -> PageContent {
    PageContent(
      title: "Attached", section: .history,
      body: """
        <h1>Attached</h1>
        <section class="card changed"><h2>What it changes today</h2>
        \(changes.isEmpty ? "<p>Nothing.</p>" : Parts.list(changes))</section>
        <p><a class="button" href="\(address(of: recorded.id))">Back to the set</a></p>
        <p><a class="button quiet" href="/history">History</a></p>
        """)
  }

  static let erasedButNotScrubbed = PageContent(
    title: "Erased", section: .history,
    body: """
      <h1>Erased</h1>
      <p>The recording is erased. But another program has the database open, so traces of it may be left in \
      its file until the file is rewritten.</p>
      <p><a class="button quiet" href="/measure">All recordings</a></p>
      """)

  // MARK: The rest

  private var compared: HTML {
    guard let before, let entry, var earlier = before.measured.measured, !entry.set.reps.isEmpty,
      !earlier.set.reps.isEmpty
    else { return .empty }
    earlier.set = earlier.set.rounded
    var now = entry
    now.name = day == before.day ? "this set" : day
    let then = PhasePicture.Entry(
      name: day == before.day ? "the set before" : before.day, set: earlier.set,
      motion: earlier.motion)
    return """
      <section class="card"><h2>Against last time</h2>\(PhasePicture.comparisonInPage([then, now]))</section>
      """
  }

  private func question(_ typed: Form?) -> HTML {
    let said = typed.flatMap { $0["what"] == "question" ? MeasureQuestion($0) : nil }
    return """
      <details class="card"\(.open, if: said != nil || recording.exercise == nil)>\
      <summary>What it is of</summary>
      \(form("question", """
        \(MeasureView.fields(
          said ?? MeasureQuestion(recording), around.own, isReported: measured.reported != nil))
        <button>\(measured.reported == nil ? "Measure it again" : "Say so")</button>
        """))</details>
      """
  }

  private var ending: HTML {
    """
    <p><a class="button quiet" href="/measure">All recordings</a></p>
    <details><summary>Delete this recording</summary>
    <p class="hint">Deleted, it can be brought back from the history. Erased, its bytes are gone for good. A set \
    of the log that it belongs to stays.</p>
    <div class="row">\(form("delete", "<button class=\"quiet\">Delete it</button>"))\
    \(form("erase", "<button class=\"quiet\">Erase it for good</button>"))</div></details>
    """
  }

  private func form(_ what: String, _ inside: HTML) -> HTML {
    Self.form(recorded.id, what, inside)
  }

  /// A form that does one thing to a recording.
  static func form(_ id: UUID, _ what: String, _ inside: HTML) -> HTML {
    """
    <form method="post" action="/measure/set">\
    <input type="hidden" name="id" value="\(id.uuidString)">\
    <input type="hidden" name="what" value="\(what)">\(inside)</form>
    """
  }
}
