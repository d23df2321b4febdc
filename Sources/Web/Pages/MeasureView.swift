import Foundation
import Lifting
import Pictures
import Sensing

/// How the page of measured sets shows what it has to say.
enum MeasureView {
  static func form(
    _ question: MeasureQuestion, problem: String?, found: [Diagnostic] = []
  ) -> PageContent {
    PageContent(
      title: "Measure a set", place: .history,
      body: """
        <h1>Measure a set</h1>
        <p>A recording of one set shows every rep: how slowly it was lowered, where it waited, how \
        it was lifted.</p>
        \(upload(question, problem: problem ?? question.problem))
        \(diagnostics(found))
        <section class="card"><h2>What can be read</h2>
        <p>A CSV file with the time and one of these:</p>
        <ul>
        <li>acceleration, with or without the gyroscope, of a watch on the wrist or a phone or \
        sensor on the bar, 10 to 200 times a second;</li>
        <li>the position of the bar or the cable, from an encoder or a tracker;</li>
        <li>a joint’s angle, or the body’s joints in a video’s frames.</li>
        </ul>
        <p class="hint">The columns’ names say what they are, as in “time_s,accel_x_g,accel_y_g,\
        accel_z_g” or “time_s,position_m”. The file isn’t kept; what you keep of the set is.</p>
        </section>
        """,
      status: problem == nil && question.problem == nil ? 200 : 422)
  }

  private static func upload(_ question: MeasureQuestion, problem: String?) -> HTML {
    let exercises = (Exercise.catalog + question.own).sorted { $0.name < $1.name }
      .map { ($0.id.rawValue, $0.name) }
    return """
      <form method="post" action="/measure" enctype="multipart/form-data" class="card">
      \(Parts.problem(problem))
      <label>Recording <input type="file" name="file" accept=".csv,.txt,text/csv,text/plain">
      </label>
      <label>Exercise <select name="exercise">\(Parts.options(
        [("", "find out from the motion")] + exercises,
        chosen: question.exercise?.id.rawValue ?? ""))</select></label>
      \(weight("Weight, if any", question.load))
      <label>Tempo asked for <input name="tempo" placeholder="4-1-2-0" autocomplete="off" \
      value="\(question.tempo?.description ?? "")"></label>
      <button>Measure it</button>
      </form>
      """
  }

  static func page(_ answer: MeasureAnswer, _ question: MeasureQuestion) -> PageContent {
    guard let entry = answer.entry else {
      return form(question, problem: answer.refusal, found: answer.problems)
    }
    return PageContent(
      title: PhasePicture.title(entry), place: .history,
      body: """
        <h1>\(PhasePicture.title(entry))</h1>
        \(proposed(answer))
        \(answer.notices.map { "<p class=\"problem\">\($0)</p>" as HTML })
        <section class="card">\(set(entry))</section>
        \(keep(entry.set, question))
        \(diagnostics(answer.problems))
        <p><a class="button quiet" href="/measure?exercise=\(entry.set.exercise.rawValue)">Another \
        recording</a></p>
        """)
  }

  private static func set(_ entry: PhasePicture.Entry) -> HTML {
    guard !entry.set.reps.isEmpty else { return "<p>0 reps.</p>" }
    let sentences = PhasePicture.sentences(entry.set)
    return """
      <p><strong>\(entry.set.usualTempo.map { Words.tempo($0).capitalizedFirst } ?? "")</strong> \
      in the usual rep.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Picture of the set">\
      \(PhasePicture.figureInPage(entry))</div>
      \(sentences.isEmpty ? .empty : Parts.list(sentences.map(\.capitalizedFirst)))
      \(PhasePicture.repTable(entry.set))
      <p class="hint">Control is the least share of the weight that was carried on the way down: 1 \
      is all of it, 0 a free fall. What the sensor can’t tell is left out.</p>
      """
  }

  /// What it may be of, where nobody said.
  private static func proposed(_ answer: MeasureAnswer) -> HTML {
    guard let first = answer.proposals.first else { return .empty }
    let alike = answer.proposals.filter { $0.confidence == first.confidence }.dropFirst()
    let names = alike.prefix(5).compactMap { Exercise.with($0.exercise)?.name.lowercased() }
    let others: HTML =
      names.isEmpty
      ? .empty
      : " It moves like \(names.joined(separator: ", "))\(alike.count > 5 ? " and others" : "") too."
    return """
      <p class="hint">Nobody said what it is; this is a guess from the motion.\(others) If it is \
      wrong, choose the exercise and measure again.</p>
      """
  }

  private static func keep(_ set: MeasuredSet, _ question: MeasureQuestion) -> HTML {
    guard let fact = set.workSet(load: Load(external: question.load ?? .zero)) else {
      return .empty
    }
    let exercise = Exercise.with(fact.exercise)
    return keep(
      SetForm(
        key: "", set: fact, exercise: exercise,
        isByFeel: question.load == nil && exercise?.bodyMassFraction == 0),
      UUID())
  }

  private static func keep(
    _ form: SetForm, _ id: UUID, _ typed: Form? = nil, _ problems: FieldProblems = FieldProblems()
  ) -> HTML {
    let way = form.set.kind == .negative ? ": negatives, as the way up was assisted" : ""
    return """
      <form method="post" action="/measure/keep" class="card">
      <h2>Keep it</h2>
      <p class="hint">It goes into your history as a set done now, with its tempo\(way). What you \
      leave open stays unsaid.</p>
      <input type="hidden" name="id" value="\(id.uuidString)">
      <div class="fields">\(form.html(typed, problems))</div>
      <button>Keep it</button>
      </form>
      """
  }

  /// The set as it was typed, to be put right.
  static func again(
    _ form: SetForm, _ id: UUID, _ typed: Form, _ problems: FieldProblems
  ) -> PageContent {
    PageContent(
      title: "Keep it", place: .history,
      body: """
        <h1>\(form.exercise?.name ?? "The set")</h1>
        \(problems.summary)
        \(keep(form, id, typed, problems))
        """, status: 422)
  }

  private static func weight(_ title: String, _ load: Mass?) -> HTML {
    """
    <div class="pair"><label>\(title) <input name="load" inputmode="decimal" \
    value="\(load.map { $0.amount > 0 ? $0.amount.short : "" } ?? "")"></label>\
    \(Parts.unitChoice("unit", chosen: load?.unit))</div>
    """
  }

  private static func diagnostics(_ problems: [Diagnostic]) -> HTML {
    guard !problems.isEmpty else { return .empty }
    return """
      <section class="card"><h2>What the file says</h2>\(Parts.diagnostics(problems))\
      </section>
      """
  }
}

extension String {
  /// With a capital at its beginning, as a sentence has.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
