import Coaching
import Lifting
import Pictures
import ProgramText

extension Page {
  /// Where programs are written. Sending the form checks it; with a script that happens as one types.
  static let programEditor = Page(
    path: "/program/edit",
    show: { visit in
      let text =
        switch visit.query["from"] {
        case nil: ProgramEditor.example
        case "current": try await visit.place.today(visit.member).history.program?.text ?? ""
        case let id?: try await programText(id, visit)
        }
      return .page(
        ProgramEditor.page(
          text: text, isRefused: false, try await visit.place.today(visit.member).history.exercises)
      )
    },
    take: { visit in
      .page(
        ProgramEditor.page(
          text: visit.form["text"] ?? "", isRefused: false,
          try await visit.place.today(visit.member).history.exercises))
    })

  /// What the editor's script asks for: what is wrong with a text, as a piece of the page.
  static let programCheck = Page(
    path: "/program/check", show: { _ in .redirect("/program/edit") },
    take: { visit in
      let html = ProgramEditor.findings(
        visit.form["text"] ?? "",
        try await visit.place.today(visit.member).history.exercises)
      return .file(Array(html.text.utf8), type: "text/html; charset=utf-8", name: nil)
    })
}

enum ProgramEditor {
  /// What the editor begins with: enough to see how it goes.
  static let example = """
    ---
    title: My program
    ---
    A word to whoever trains.

    ## Day 1
    - Squat: 3 x 8 @ 70%, tempo 3-0-1-0, keep 2 in reserve, rest 2 min
    - Biceps curl: 3 x 8, then 1 x 4 negative @ 60%, 4 s, help up

    """

  /// A text of more isn't checked while one types.
  private static let mostBytes = 80_000

  /// What is wrong or doubtful, with an error where a text has no workout.
  static func problems(_ text: String, _ own: [String: OwnExercise]) -> [Diagnostic] {
    guard text.utf8.count <= mostBytes else {
      return [Diagnostic(.error, line: 1, column: 1, "this is longer than a program can be here")]
    }
    let (program, diagnostics) = Program.check(text, exercises: own)
    guard program.days.isEmpty, !diagnostics.hasErrors else { return diagnostics }
    let nothing = Diagnostic(
      .error, line: 1, column: 1, "there is no exercise in it",
      hint: "write for example “- Biceps curl: 3 x 8 @ 10 kg”")
    return [nothing] + diagnostics
  }

  /// What was understood, and what wasn't, line by line.
  static func findings(_ text: String, _ own: [String: OwnExercise]) -> HTML {
    let problems = problems(text, own)
    let program = Program.parse(text, exercises: own).program
    let exercises = program.days.reduce(0) { $0 + $1.exerciseLines.count }
    let weeks = Set(program.days.compactMap(\.week)).count
    let counts = [
      weeks > 0 ? count(weeks, "week") : nil, count(program.days.count, "workout"),
      count(exercises, "exercise"),
    ].compactMap { $0 }.joined(separator: ", ")
    // Errors keep a program from being saved, so they come first.
    let ordered =
      problems.filter { $0.severity == .error } + problems.filter { $0.severity == .warning }
    let rows = ordered.prefix(100).map { problem -> HTML in
      """
      <li class="\(problem.severity.rawValue)"><a href="#text" data-line="\(problem.line)" \
      data-column="\(problem.column)" data-length="\(problem.length)">Line \(problem.line)</a> \
      <span class="kind">\(problem.severity == .error ? "Error" : "Note")</span> \(problem.message)\
      \(problem.hint.map { hint -> HTML in " <span class=\"hint\">\(hint)</span>" })</li>
      """
    }
    let list: HTML =
      rows.isEmpty ? "<p>Nothing to remark.</p>" : "<ul class=\"diagnostics\">\(rows)</ul>"
    return "<p class=\"hint\">Understood: \(counts).</p>\(list)"
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  static func page(
    text: String, isRefused: Bool, _ own: [String: OwnExercise]
  ) -> PageContent {
    let refused: HTML =
      isRefused
      ? "<p class=\"problem\" role=\"alert\">Not saved: there are errors in it.</p>" : .empty
    return PageContent(
      title: "Write a program", section: .program,
      body: """
        <h1>Write a program</h1>
        \(refused)
        <form method="post" action="/program" id="editor" class="editor">
        <div><label for="text">A post in Markdown; exercise lines are understood</label>
        <textarea id="text" name="text" rows="22" spellcheck="false" autocapitalize="off" \
        aria-describedby="findings">\(text)</textarea></div>
        <section class="card" id="findings" aria-live="polite" aria-label="What was understood">\
        \(findings(text, own))</section>
        <div class="row"><button formaction="/program/edit" class="quiet">Check</button>\
        <button>Save and use</button></div>
        </form>
        \(help)
        """,
      status: isRefused ? 422 : 200, scripts: ["editor.js"])
  }

  private static let help: HTML = """
    <details class="card"><summary>How to write it</summary>
    <p>Everything is a post as you would write it for your members. Lines that begin with “- ”, a \
    name, a colon and a number are exercises.</p>
    <pre class="post" tabindex="0"># Weeks 1-3: Slower
    ## Day 1
    - Squat: 3 x 8 @ 70%, tempo 4-1-1-0, add 2.5% a week up to 75%
    - Pull-up: 3 x 2 negative, 4 s, jump up, rest 2 min
    - A1. [Bench press](https://example.org/bench): 3 x 6-8, keep 2 in reserve
      Indented lines are notes.
    - A2. Dumbbell row: 3 x 10 @ 20 kg, then 1 x 5 negative, 5 s, help up</pre>
    <p>A tempo is seconds down, pause, up, pause. Only you see what you write here.</p>
    </details>
    """
}
