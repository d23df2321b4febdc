import Coaching
import Foundation
import Interchange
import Lifting

extension Page {
  static let imports = Page(
    path: "/import", largestForm: Coach.largestImport,
    show: { _ in .page(importForm(problem: nil)) },
    take: { visit in
      let pasted = visit.form["text"].flatMap { $0.isEmpty ? nil : Array($0.utf8) }
      guard let bytes = visit.form.file("file") ?? pasted else {
        return .page(importForm(problem: "Choose a file first."))
      }
      let unit = Mass.Unit(rawValue: visit.form["unit"] ?? "")
      let report = try await visit.coach.importHistory(bytes, unit: unit, into: visit.member)
      return .page(importReport(report, account: try visit.member))
    })

  static let undoImport = Page(
    path: "/import/undo", largestForm: 8 << 20,
    show: { _ in .redirect("/import") },
    take: { visit in
      let ids = (visit.form["ids"] ?? "").split(separator: " ").compactMap {
        UUID(uuidString: String($0))
      }
      try await visit.coach.retract(ids, of: visit.member)
      return .page(
        PageContent(
          title: "Taken back", place: .settings,
          body: """
            <h1>Taken back</h1>
            <p>It no longer counts.</p>
            <p><a class="button" href="/today">Today</a></p>
            """))
    })

  private static func importForm(problem: String?) -> PageContent {
    PageContent(
      title: "Bring your history", place: .settings,
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
        <p><a class="button quiet" href="/today">Go on without</a></p>
        """,
      status: problem == nil ? 200 : 422)
  }

  private static func importReport(
    _ report: Coach.ImportReport, account: Member
  ) -> PageContent {
    let imported = report.imported
    let days = imported.days { Day($0, utcOffsetSeconds: account.utcOffsetSeconds(at: $0)) }
    let errors = imported.problems.filter { $0.severity == .error }
    let warnings = imported.problems.filter { $0.severity == .warning }
    let understood: HTML =
      imported.sets == 0
      ? "<p>No sets were understood.</p>"
      : """
      <p class="big">\(imported.workouts) workouts, \(imported.sets) sets, \
      \(imported.exercises) exercises</p>
      <p>\(days.map { "From \(Words.day($0.lowerBound)) \($0.lowerBound.year) to \(Words.day($0.upperBound)) \($0.upperBound.year)." } ?? "")
      \(report.saved.known.isEmpty
          ? ""
          : "\(report.saved.known.count) entries were here already; they count once.")</p>
      """
    let undo: HTML =
      report.saved.new.isEmpty
      ? .empty
      : """
      <form method="post" action="/import/undo">
      <input type="hidden" name="ids" \
      value="\(report.saved.new.map(\.uuidString).joined(separator: " "))">
      <button class="quiet">Take it back</button>
      </form>
      """
    return PageContent(
      title: "What was understood", place: .settings,
      body: """
        <h1>What was understood</h1>
        <section class="card">
        <p class="hint">\(imported.format.map { "A file of \($0)." } ?? "No program we know writes such files.")</p>
        \(understood)
        </section>
        \(problems("Not understood", errors))
        \(problems("Understood, but look", warnings))
        <p><a class="button" href="/today">To today</a></p>
        \(undo)
        """,
      status: imported.sets == 0 && !errors.isEmpty ? 422 : 200)
  }

  private static func problems(_ title: String, _ problems: [Diagnostic]) -> HTML {
    guard !problems.isEmpty else { return .empty }
    return """
      <section class="card"><h2>\(title) (\(problems.count))</h2>
      \(Parts.diagnostics(problems))</section>
      """
  }
}
