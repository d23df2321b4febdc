import Coaching
import Community
import Foundation
import Lifting
import Pictures
import Prescribing
import ProgramText

extension Page {
  /// A post: whole, with its comments for members; an open one for everybody.
  static let post = Page(
    path: "/posts/read", access: .anyone,
    show: { visit in
      guard let id = visit.query["post"].flatMap(UUID.init) else { throw WebError.notFound }
      let number = visit.query.integer("version")
      guard let member = visit.account else {
        // Who isn't logged in may be somebody for whom there is one.
        guard let post = try? await visit.place.post(id, for: nil) else {
          throw WebError.logInFirst
        }
        try await visit.place.countVisit(
          of: post, address: visit.caller.address, agent: visit.caller.agent)
        return .page(try await OpenPosts.page(post, visit))
      }
      let post = try await visit.place.post(id, version: number, for: member)
      let content = try await PostView(visit: visit, member: member, post: post).page()
      if post.version.isPublished(at: visit.place.now()) {
        try await visit.place.markRead(post, by: member)
      }
      return .page(content)
    })

  /// Takes a post's program, or removes a post of one's own.
  static let postFollow = Page(
    path: "/posts/do", show: { _ in .redirect("/posts") },
    take: { visit in
      let member = try visit.member
      guard let id = visit.form["post"].flatMap(UUID.init) else { throw WebError.notFound }
      switch visit.form["do"] {
      case "follow":
        let post = try await visit.place.post(
          id, version: visit.form.integer("version"), for: member)
        try await visit.place.adopt(post, by: member)
        return .redirect("/today")
      case "remove":
        try await visit.place.removePost(id, by: member)
        return .redirect("/posts")
      default: throw WebError.notFound
      }
    })
}

/// A post as a member reads it.
struct PostView {
  let visit: Visit
  let member: Member
  let post: Post
  private let program: Program

  init(visit: Visit, member: Member, post: Post) {
    self.visit = visit
    self.member = member
    self.post = post
    program = Program.parse(post.version.text).program
  }

  static func address(_ post: Post) -> String { "/posts/read?post=\(post.id.uuidString)" }

  private var isOwn: Bool { post.author.id == member.id }
  private var now: Date { visit.place.now() }

  func page() async throws -> PageContent {
    let wantsNumbers = visit.query["numbers"] != nil
    let week = visit.query.integer("week")
    let read =
      wantsNumbers
      ? try await visit.place.read(post.version.text, week: week, by: member)
      : Place.ReadProgram(plain: program, week: week)
    let address = Self.address(post) + (wantsNumbers ? "&numbers=1" : "")
    return PageContent(
      title: post.version.title, section: .posts,
      body: """
        \(head)\(try await AuthorCard.line(of: post, visit.place))
        \(read.map { ProgramPost.html($0, address: address, withHead: false, level: 2) })
        \(wantsNumbers ? read.map(ProgramPost.refusal) : .empty)
        \(try await actions(hasNumbers: wantsNumbers))
        \(try await reach)
        \(try await versions)
        \(try await PostComments(post: post, member: member, visit: visit).html())
        """,
      scripts: ["video.js"])
  }

  private var head: HTML {
    let at = post.version.publishAt ?? post.version.savedAt
    let front = program.frontMatter
    let week = front.week.map { "Week \($0) · " } ?? ""
    let state: HTML =
      post.version.isPublished(at: now)
      ? .empty
      : "<p class=\"problem\">Only you see this: it \(post.version.publishAt == nil ? "is a draft" : "appears later").</p>"
    return """
      <article class="post-head"><p class="hint">\(week)\(post.author.name) · \
      \(Words.day(Day(at, utcOffsetSeconds: member.utcOffsetSeconds(at: at))))</p>
      <h1>\(post.version.title)</h1>\(state)
      \(front.video.flatMap(Video.init).map { $0.poster(post.version.title) })</article>
      """
  }

  private func actions(hasNumbers: Bool) async throws -> HTML {
    guard !program.days.isEmpty else { return .empty }
    let source = try await visit.place.source(ofProgramOf: member)
    let follows = source?.post == post.id
    let isNewest = source.map { $0.version >= post.version.number } ?? false
    let words =
      !follows ? "Train this" : isNewest ? "" : "Take version \(post.version.number)"
    let take: HTML =
      words.isEmpty
      ? "<p><strong>You train this.</strong> Today has the next workout.</p>"
      : """
      <form method="post" action="/posts/do"><input type="hidden" name="post" \
      value="\(post.id.uuidString)"><input type="hidden" name="version" \
      value="\(post.version.number)"><button name="do" value="follow">\(words)</button></form>
      """
    let older: HTML =
      follows && !isNewest
      ? "<p class=\"hint\">You train version \(source?.version ?? 0). It stays as it is until you take the new one.</p>"
      : .empty
    let numbers: HTML =
      hasNumbers
      ? .empty
      : "<p><a href=\"\(Self.address(post))&numbers=1\">What it would be for you, with your numbers</a></p>"
    return "<section class=\"card\">\(older)\(take)\(numbers)</section>"
  }

  private var reach: HTML {
    get async throws {
      guard isOwn else { return .empty }
      let (counts, named) = try await visit.place.reach(of: post, for: member)
      let rows = named.map { follower -> HTML in
        let what =
          follower.version.map { version in
            "trains version \(version), \(follower.sessions.counted("session")) since"
          } ?? "read it"
        return "<li>\(follower.person.name): \(what)</li>"
      }
      let names: HTML =
        rows.isEmpty
        ? "<p class=\"hint\">Names are here of those whom you coach and who let you see their sessions.</p>"
        : "<ul>\(rows)</ul>"
      let visits = counts.visits > 0 ? " · \(counts.visits.counted("visit")) from the web" : ""
      return """
        <section class="card" id="reach"><h2>What became of it</h2>
        <p>Read by \(counts.readers) · taken by \(counts.adopters) · done by \
        \(counts.finishers)\(visits)</p>\(names)
        <div class="row"><a class="button quiet" href="/posts/write?post=\(post.id.uuidString)">Edit\
        </a></div>
        <details><summary>Remove it</summary><p>The post and its comments go. Whoever took its program \
        keeps that.</p><form method="post" action="/posts/do"><input type="hidden" name="post" \
        value="\(post.id.uuidString)"><button class="quiet" name="do" value="remove">Remove this post\
        </button></form></details></section>
        """
    }
  }

  private var versions: HTML {
    get async throws {
      let versions = try await visit.place.versions(of: post.id, for: member)
      guard versions.count > 1 else { return .empty }
      let rows = versions.map { version -> HTML in
        let at = version.publishAt ?? version.savedAt
        let day = Words.day(Day(at, utcOffsetSeconds: member.utcOffsetSeconds(at: at)))
        let name =
          "Version \(version.number), \(version.isPublished(at: now) ? day : "not published")"
        return version.number == post.version.number
          ? "<li aria-current=\"true\">\(name), shown here</li>"
          : "<li><a href=\"\(Self.address(post))&version=\(version.number)\">\(name)</a></li>"
      }
      return "<details><summary>\(versions.count) versions</summary><ul>\(rows)</ul></details>"
    }
  }
}
