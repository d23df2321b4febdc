import Coaching
import Foundation
import Lifting
import Pictures
import ProgramText

extension Page {
  /// The program somebody follows, or one of those they could; `?read=` names which.
  static let program = Page(
    path: "/program",
    show: { visit in
      let week = visit.query.integer("week")
      if let id = visit.query["read"] {
        let text = try await programText(id, visit)
        guard let read = try await visit.place.read(text, week: week, by: visit.member) else {
          throw WebError.notFound
        }
        return .page(readingPage(read, id: id))
      }
      return .page(
        try await programPage(
          try await visit.place.read(nil, week: week, by: visit.member),
          own: try await visit.place.ownPrograms(visit.member)))
    },
    take: { visit in
      let text = try await chosenText(visit)
      let own = try await visit.place.today(visit.member).history.exercises
      let problems = ProgramEditor.problems(text, own)
      guard text.isEmpty || !problems.hasErrors else {
        return .page(ProgramEditor.page(text: text, isRefused: true, own))
      }
      try await visit.place.record(.program(ProgramChoice(text: text)), of: visit.member)
      return .redirect("/today")
    })

  private static func chosenText(_ visit: Visit) async throws -> String {
    if visit.form["none"] != nil { return "" }
    if let id = visit.form["builtIn"] ?? visit.form["program"] {
      return try await programText(id, visit)
    }
    return visit.form["text"] ?? ""
  }

  /// A program by what addresses call it: a built-in one's file, or the fact of one's own.
  static func programText(_ id: String, _ visit: Visit) async throws -> String {
    if let program = BuiltInProgram.all.first(where: { $0.id == id }) { return program.text }
    let own = try await visit.place.ownPrograms(visit.member)
    guard let program = own.first(where: { $0.id.uuidString == id }) else {
      throw WebError.badRequest("There is no program of that name.")
    }
    return program.text
  }

  private static func readingPage(_ read: Place.ReadProgram, id: String) -> PageContent {
    PageContent(
      title: read.program.frontMatter.title ?? "Program", section: .program,
      body: """
        <h1 class="quiet"><a href="/program">Programs</a></h1>
        <section class="card">\(ProgramPost.html(read, address: "/program?read=\(id)"))
        <form method="post" action="/program">\
        <button name="program" value="\(id)">Use this one</button></form>
        <p><a class="button quiet" href="/program/edit?from=\(id)">Change it to your own</a></p>
        </section>
        \(ProgramPost.refusal(read))
        """)
  }

  private static func programPage(
    _ read: Place.ReadProgram?, own: [Place.OwnProgram]
  ) async throws -> PageContent {
    PageContent(
      title: "Program", section: .program,
      body: """
        <h1>Program</h1>
        \(read.map(current) ?? "<p>You follow no program: each session comes from how you’ve trained of late.</p>")
        <h2>Your own</h2>
        \(own.map { card(title: $0.title, summary: "", id: $0.id.uuidString, isOwn: true) })
        <p><a class="button quiet" href="/program/edit">Write one</a></p>
        <h2>Ready to use</h2>
        \(BuiltInProgram.all.map { card(title: $0.title, summary: $0.summary, id: $0.id, isOwn: false) })
        """)
  }

  private static func current(_ read: Place.ReadProgram) -> HTML {
    let next: HTML =
      read.next.map { "<p class=\"hint\">Next: \($0.isEmpty ? "the workout" : $0)</p>" } ?? .empty
    return """
      <section class="card" id="current">\(next)\(ProgramPost.html(read, address: "/program"))
      <p><a class="button quiet" href="/program/edit?from=current">Edit</a></p>
      <form method="post" action="/program"><button class="quiet" name="none" value="1">\
      Train without a program</button></form></section>
      \(ProgramPost.refusal(read))
      """
  }

  private static func card(title: String, summary: String, id: String, isOwn: Bool) -> HTML {
    let edit: HTML = "<a class=\"button quiet\" href=\"/program/edit?from=\(id)\">Edit</a>"
    return """
      <section class="card program"><h3><a href="/program?read=\(id)">\(title)</a></h3>
      \(summary.isEmpty ? .empty : "<p>\(summary)</p>")
      <form method="post" action="/program" class="row">\
      <button class="quiet" name="program" value="\(id)">Use this one</button>\
      \(isOwn ? edit : "<a class=\"button quiet\" href=\"/program?read=\(id)\">Read it</a>")</form>
      </section>
      """
  }
}
