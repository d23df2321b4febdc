import Coaching
import Lifting
import ProgramText

extension Page {
  static let program = Page(
    path: "/program",
    show: { visit in
      let today = try await visit.coach.today(visit.member)
      return .page(
        programPage(chosen: today.history.program?.text ?? "", draft: nil, problems: []))
    },
    take: { visit in
      let text = try chosenText(visit.form)
      let (program, diagnostics) = Program.parse(text)
      let isUsable =
        text.isEmpty
        || (!diagnostics.hasErrors && program.days.contains { !program.exercises(of: $0).isEmpty })
      guard isUsable else {
        let problems =
          diagnostics.isEmpty
          ? [
            Diagnostic(
              .error, line: 1, column: 1, "there is no exercise line under a “## ” heading",
              hint: "write for example “- Biceps curl: 3 x 8 @ 10 kg”")
          ] : diagnostics
        return .page(programPage(chosen: text, draft: text, problems: problems))
      }
      try await visit.coach.record(.program(ProgramChoice(text: text)), of: visit.member)
      return .redirect("/today")
    })

  private static func chosenText(_ form: Form) throws -> String {
    if form["none"] != nil { return "" }
    if let id = form["builtIn"] {
      guard let program = BuiltInProgram.all.first(where: { $0.id == id }) else {
        throw WebError.badRequest("There is no program of that name.")
      }
      return program.text
    }
    return form["text"] ?? ""
  }

  private static func programPage(
    chosen: String, draft: String?, problems: [Diagnostic]
  ) -> PageContent {
    let title = Program.parse(chosen).program.frontMatter.title ?? "Your program"
    let current: HTML =
      chosen.isEmpty
      ? "<p>You follow no program: each session comes from how you’ve trained of late.</p>"
      : draft == nil
        ? """
        <section class="card"><h2>\(title)</h2><pre class="post" tabindex="0">\(chosen)</pre>
        <form method="post" action="/program"><button class="quiet" name="none" value="1">\
        Train without a program</button></form></section>
        """
        : .empty
    let builtIn = BuiltInProgram.all.map { program -> HTML in
      """
      <section class="card"><h3>\(program.title)</h3><p>\(program.summary)</p>
      <details><summary>Read it</summary><pre class="post" tabindex="0">\(program.text)</pre></details>
      <form method="post" action="/program">\
      <button class="quiet" name="builtIn" value="\(program.id)">Use this one</button></form>
      </section>
      """
    }
    let found: HTML =
      problems.isEmpty
      ? .empty
      : "<div class=\"problem\" role=\"alert\">Not saved.\(Parts.diagnostics(problems))</div>"
    return PageContent(
      title: "Program", place: .program,
      body: """
        <h1>Program</h1>
        \(current)
        <section class="card"><h2>Your own</h2>
        \(found)
        <form method="post" action="/program">
        <label>A post in Markdown; exercise lines are understood
        <textarea name="text" rows="12" spellcheck="false">\(draft ?? "")</textarea></label>
        <p class="hint">For example: - Biceps curl: 3 x 8 @ 70%, tempo 2-0-1-0, then 1 x 4 \
        negative @ 100%, 5 s, two up</p>
        <button>Save</button></form></section>
        <h2>Ready to use</h2>
        \(builtIn)
        """,
      status: problems.isEmpty ? 200 : 422)
  }
}
