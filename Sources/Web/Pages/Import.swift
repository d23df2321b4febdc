import Coaching
import Foundation
import Interchange
import Lifting
import Pictures

extension Page {
  static let imports = Page(
    path: "/import", largestForm: Place.largestImport,
    show: { visit in .page(try await importForm(visit, problem: nil)) },
    take: { visit in
      let pasted = visit.form["text"].flatMap { $0.isEmpty ? nil : Array($0.utf8) }
      guard let bytes = visit.form.file("file") ?? pasted else {
        return .page(try await importForm(visit, problem: "Choose a file first."))
      }
      let unit = Mass.Unit(rawValue: visit.form["unit"] ?? "")
      let report = try await visit.place.importHistory(
        bytes, named: visit.form.fileName("file"), unit: unit, into: visit.member)
      return .page(try importReport(report, account: try visit.member))
    })

  /// Deletes all that an import brought, or brings it back.
  static let mendImport = Page(
    path: "/import/undo",
    show: { _ in .redirect("/import") },
    take: { visit in
      let bringBack = visit.form["what"] == "bring-back"
      guard let id = visit.form["id"].flatMap(UUID.init),
        let changes = try await visit.place.mend(
          import: id, bringBack: bringBack, of: visit.member)
      else { throw WebError.notFound }
      let title = bringBack ? "Brought back" : "Taken back"
      let changed: HTML =
        changes.isEmpty ? "<p>Today’s session stays the same.</p>" : Parts.list(changes)
      return .page(
        PageContent(
          title: title, section: .settings,
          body: """
            <h1>\(title)</h1>
            <p>\(bringBack ? "It counts again." : "It no longer counts. It can be brought back at any time.")</p>
            \(changed)
            <p><a class="button" href="/today">Today</a> \
            <a class="button quiet" href="/import">All imports</a></p>
            """))
    })

  /// Takes over what a file said otherwise.
  static let takeOver = Page(
    path: "/import/differences", largestForm: Place.largestImport,
    show: { _ in .redirect("/import") },
    take: { visit in
      let text = Array((visit.form["facts"] ?? "").utf8)
      let file = HistoryFormat.read(text, options: ImportOptions { _ in .distantPast }).facts
      let count = try await visit.place.takeOver(file, of: visit.member)
      return .page(
        PageContent(
          title: "Taken over", section: .settings,
          body: """
            <h1>Taken over</h1>
            <p>\(count == 1 ? "One entry now says" : "\(count) entries now say") what the file does. \
            What they said before stays known.</p>
            <p><a class="button" href="/today">Today</a> \
            <a class="button quiet" href="/history">History</a></p>
            """))
    })

  private static func importForm(_ visit: Visit, problem: String?) async throws -> PageContent {
    let account = try visit.member
    let imports = try await visit.place.imports(of: account)
    let brought: HTML =
      imports.isEmpty
      ? "<p><a class=\"button quiet\" href=\"/today\">Go on without</a></p>"
      : """
      <section class="card"><h2>What you brought</h2>\(imports.map { line($0, account) })</section>
      """
    return PageContent(
      title: "Bring your history", section: .settings,
      body: """
        <h1>Bring your history</h1>
        <p>An export of Strong, Hevy, Fitbod, StrongLifts, FitNotes or LiftLog, or an archive of Eccentric. With it the \
        first session fits you; without it we start carefully.</p>
        <form method="post" action="/import" enctype="multipart/form-data" class="card">
        \(Parts.problem(problem))
        <label>File <input type="file" name="file" accept=".csv,.txt,.jsonl,text/csv,text/plain">
        </label>
        <label>Weights are in <select name="unit">
        \(Parts.options(
          [("", "what the file says"), ("kg", "kg"), ("lb", "lb")], chosen: ""))
        </select></label>
        <button>Read it</button>
        </form>
        \(brought)
        """,
      status: problem == nil ? 200 : 422)
  }

  private static func line(_ brought: Place.BroughtHistory, _ account: Member) -> HTML {
    let day = Day(brought.at, utcOffsetSeconds: account.utcOffsetSeconds(at: brought.at))
    let count =
      brought.standing == brought.entries
      ? "\(brought.entries) entries"
      : brought.standing == 0
        ? "\(brought.entries) entries, all taken back"
        : "\(brought.entries) entries, \(brought.entries - brought.standing) of them deleted"
    let takeBack: HTML =
      brought.standing == 0
      ? .empty : "<button name=\"what\" value=\"take-back\" class=\"quiet\">Take it back</button>"
    let bringBack: HTML =
      brought.standing == brought.entries
      ? .empty : "<button name=\"what\" value=\"bring-back\" class=\"quiet\">Bring it back</button>"
    return """
      <form method="post" action="/import/undo">
      <p>\(brought.source.isEmpty ? "A file" : brought.source)<br>\
      <span class="hint">\(Words.day(day)) \(String(day.year)): \(count)</span></p>
      <input type="hidden" name="id" value="\(brought.id.uuidString)">
      \(takeBack)\(bringBack)
      </form>
      """
  }

  private static func importReport(
    _ report: Place.ImportReport, account: Member
  ) throws -> PageContent {
    let imported = report.imported
    let days = imported.days { Day($0, utcOffsetSeconds: account.utcOffsetSeconds(at: $0)) }
    let errors = imported.problems.filter { $0.severity == .error }
    let warnings = imported.problems.filter { $0.severity == .warning }
    let understood: HTML =
      imported.sets == 0
      ? "<p>No sets were understood.</p>"
      : """
      <p class="big">\(imported.workouts.counted("workout")), \(imported.sets.counted("set")), \
      \(imported.exercises.counted("exercise"))</p>
      <p>\(days.map { "From \(Words.day($0.lowerBound)) \($0.lowerBound.year) to \(Words.day($0.upperBound)) \($0.upperBound.year)." } ?? "")</p>
      """
    return PageContent(
      title: "What was understood", section: .settings,
      body: """
        <h1>What was understood</h1>
        <section class="card">
        <p class="hint">\(imported.format.map { "A file of \($0)." } ?? "No program we know writes such files.")</p>
        \(understood)
        \(Parts.list(report.comparison.summary))
        </section>
        \(try differences(report.comparison.differing))
        \(problems("Not understood", errors))
        \(problems("Understood, but look", warnings))
        <p><a class="button" href="/today">To today</a> \
        <a class="button quiet" href="/import">Take it back, or see all imports</a></p>
        """,
      status: imported.sets == 0 && !errors.isEmpty ? 422 : 200)
  }

  /// What the file says otherwise, and the question which is to count.
  private static func differences(
    _ differing: [ImportComparison.Difference]
  ) throws -> HTML {
    guard !differing.isEmpty else { return .empty }
    let shown = differing.prefix(10).map { difference -> HTML in
      "<li>\(EntryForm.title(difference.kept)) <strong>or</strong> \(EntryForm.title(difference.file))</li>"
    }
    let rest: HTML =
      differing.count > 10 ? "<li>and \(differing.count - 10) more</li>" : .empty
    let facts = String(decoding: try Archive.write(differing.map(\.file)), as: UTF8.self)
    return """
      <section class="card"><h2>Which is right?</h2>
      <p>Here it says one thing, in the file another. What is here stands until you say otherwise.</p>
      <ul>\(shown)\(rest)</ul>
      <form method="post" action="/import/differences">
      <input type="hidden" name="facts" value="\(facts)">
      <button class="quiet">What the file says is right</button>
      </form></section>
      """
  }

  private static func problems(_ title: String, _ problems: [Diagnostic]) -> HTML {
    guard !problems.isEmpty else { return .empty }
    return """
      <section class="card"><h2>\(title) (\(problems.count))</h2>
      \(Parts.diagnostics(problems))</section>
      """
  }
}
