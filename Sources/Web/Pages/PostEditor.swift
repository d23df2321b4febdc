import Coaching
import Community
import Foundation
import Lifting
import Pictures
import ProgramText

extension Page {
  /// Where a coach writes. Sending the form saves a draft or has the post appear.
  static let postEditor = Page(
    path: "/posts/write",
    show: { visit in
      let member = try visit.member
      var version: Post.Version?
      let id = visit.query["post"].flatMap(UUID.init)
      if let id {
        guard try await visit.place.post(id, for: member).author.id == member.id else {
          throw Place.Refused.noSuchPost
        }
        // The newest, whether or not it has appeared: a draft is gone on with.
        version = try await visit.place.versions(of: id, for: member).first
      }
      return .page(
        try await PostEditor(
          id: id ?? UUID(), text: version?.text ?? PostEditor.example,
          audience: version.map { PostEditor.word(of: $0.audience) } ?? "members",
          version: version
        ).page(visit, problem: nil))
    },
    take: { visit in
      let member = try visit.member
      guard let id = visit.form["id"].flatMap(UUID.init) else { throw WebError.notFound }
      let word = visit.form["audience"] ?? ""
      let text = visit.form["text"] ?? ""
      let editor = PostEditor(id: id, text: text, audience: word, version: nil)
      do {
        guard let audience = PostEditor.audience(word) else {
          throw Place.Refused.badPost("Say for whom it is.")
        }
        let appearance = try editor.appearance(visit.form, member)
        let number = try await visit.place.save(
          text, as: id, for: audience, appearance, by: member)
        let address = "/posts/read?post=\(id.uuidString)"
        return .redirect(appearance == .now ? address : "\(address)&version=\(number)")
      } catch let refused as Place.Refused where refused != .noSuchPost {
        // Nothing that was typed is lost.
        return .page(try await editor.page(visit, problem: refused.sentence, form: visit.form))
      }
    })

  /// What the editor's script asks for: what was understood, how it reads, and for whom limits change it.
  static let postCheck = Page(
    path: "/posts/check", show: { _ in .redirect("/posts/write") },
    take: { visit in
      let text = visit.form["text"] ?? ""
      let html =
        visit.form["effects"] != nil
        ? PostEditor.effects(try await visit.place.effects(of: text, by: visit.member))
        : PostEditor.findings(text)
      return .file(Array(html.text.utf8), type: "text/html; charset=utf-8", name: nil)
    })
}

/// The form in which a post is written.
struct PostEditor {
  let id: UUID
  let text: String
  let audience: String
  let version: Post.Version?

  static let example = """
    ---
    title: This week
    week: 1
    ---
    What this week is for, and why.

    What to expect: legs like jelly right after, and sore for a day or two.

    ## A
    - Squat: 3 x 8 @ 70%, tempo 3-0-1-0, keep 2 in reserve, rest 2 min
    - Biceps curl: 3 x 8, then 1 x 4 negative @ 60%, 4 s, help up

    """

  // MARK: For whom and when

  static func word(of audience: Post.Audience) -> String {
    switch audience {
    case .members: "members"
    case .group(let id): id?.uuidString ?? ""
    case .place: "place"
    case .web: "web"
    }
  }

  static func audience(_ word: String) -> Post.Audience? {
    switch word {
    case "members": .members
    case "place": .place
    case "web": .web
    default: UUID(uuidString: word).map { .group($0) }
    }
  }

  func appearance(_ form: Form, _ member: Member) throws -> Place.Appearance {
    switch form["do"] {
    case "publish": return .now
    case "later":
      guard let day = form["day"].flatMap(Day.init) else {
        throw Place.Refused.badPost("Say on which day it appears, as in 2026-03-02.")
      }
      let hour = form.integer("hour").flatMap { (0...23).contains($0) ? $0 : nil } ?? 6
      return .at(member.instant(localSeconds: day.number * 86_400 + hour * 3600))
    default: return .draft
    }
  }

  private func audiences(_ visit: Visit) async throws -> HTML {
    let member = try visit.member
    var choices: [(value: String, text: String)] = [("members", "Those I coach")]
    choices += try await visit.place.groups(of: member).map {
      ($0.id.uuidString, "Group: \($0.name)")
    }
    if member.role >= .coach {
      choices.append(("place", "Everybody here"))
      if try await visit.place.hasOpenPosts() {
        choices.append(("web", "Everybody, on the web too"))
      }
    }
    return """
      <label>For whom <select name="audience">\(Parts.options(choices, chosen: audience))</select>\
      </label>
      """
  }

  // MARK: The page

  func page(_ visit: Visit, problem: String?, form: Form = Form()) async throws -> PageContent {
    let member = try visit.member
    let version = version.map { version -> HTML in
      let state =
        version.isPublished(at: visit.place.now())
        ? "What you publish becomes its next version; earlier ones stay."
        : "Nobody has seen it yet."
      return "<p class=\"hint\">Version \(version.number). \(state)</p>"
    }
    let hours = (0...23).map { (value: "\($0)", text: "\($0):00") }
    return PageContent(
      title: "Write a post", section: .posts,
      body: """
        <h1>Write a post</h1>\(version)
        \(Parts.problem(problem))
        <form method="post" action="/posts/write" id="editor" class="editor" \
        data-check="/posts/check">
        <input type="hidden" name="id" value="\(id.uuidString)">
        <div><label for="text">In Markdown; exercise lines are understood</label>
        <textarea id="text" name="text" rows="22" spellcheck="true" \
        aria-describedby="findings">\(text)</textarea></div>
        <section class="card" id="findings" aria-live="polite" aria-label="How it reads">\
        \(Self.findings(text))</section>
        <div>\(try await audiences(visit))
        <div class="row"><button class="quiet" name="do" value="draft">Save as a draft</button>\
        <button name="do" value="publish">Publish</button></div>
        <details\(.open, if: form["do"] == "later")><summary>Publish on a day</summary>
        <div class="pair"><label>Day <input type="date" name="day" value="\(form["day"] ?? "")"></label>
        <label>At <select name="hour">\(Parts.options(hours, chosen: form["hour"] ?? "6"))</select></label>\
        </div><p class="hint">By your clock, \(member.timeZone).</p>
        <button class="quiet" name="do" value="later">Publish then</button></details></div>
        </form>
        <section class="card" id="effects"><h2>Your members</h2>
        <p>Whose limits would take something away from these workouts.</p>
        <button class="quiet" type="button" data-effects hidden>Look</button>
        <noscript><p class="hint">This needs JavaScript.</p></noscript>
        <div id="effect-list" aria-live="polite"></div></section>
        \(Self.help)
        """,
      status: problem == nil ? 200 : 422, scripts: ["editor.js", "video.js"])
  }

  /// What is wrong or doubtful, and how the post reads.
  static func findings(_ text: String) -> HTML {
    let problems = ProgramEditor.problems(text, [:]).filter { $0.message != ProgramEditor.nothing }
    let program = Program.parse(text).program
    let title: HTML =
      program.frontMatter.title == nil
      ? "<p class=\"problem\">It has no title yet: write “title: …” between the first “---” lines.</p>"
      : .empty
    let read = Place.ReadProgram(plain: program, week: nil)
    return """
      \(title)\(ProgramEditor.list(problems, program))
      <details class="preview"><summary>How it reads</summary>\
      \(ProgramPost.html(read, address: "#"))</details>
      """
  }

  static func effects(_ effects: [Place.Effect]) -> HTML {
    guard !effects.isEmpty else {
      return """
        <p class="hint">Nobody whom you coach lets you see both sessions and soreness, so there is nothing \
        to say about them.</p>
        """
    }
    let rows = effects.map { effect -> HTML in
      effect.taken.isEmpty
        ? "<li><strong>\(effect.person.name)</strong>: all of it as it is written</li>"
        : "<li><strong>\(effect.person.name)</strong>\(Parts.list(effect.taken))</li>"
    }
    return "<ul>\(rows)</ul>"
  }

  private static let help: HTML = """
    <details class="card"><summary>How to write it</summary>
    <p>Between the first lines “---” stand its title, and if you like week, video and tags. Then say what \
    the week is for, why, and what to expect; “## ” begins a workout, and lines with “- ”, a name, a colon \
    and a number are exercises.</p>
    <pre class="post" tabindex="0">---
    title: Strength With Weights, negatives
    week: 6
    video: https://www.youtube.com/watch?v=…
    ---
    Slow lowering builds strength well [in a review of trials](https://…).

    ## A
    - [Pull-up](https://youtu.be/…): 3 x 2 negative, 4 s, jump up, rest 2 min
      Indented lines are notes.</pre>
    <p>Say where a claim comes from with a link. A video is a link to YouTube, Vimeo or any other \
    address; nothing of it loads before somebody taps it.</p></details>
    """
}
