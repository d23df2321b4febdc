import Coaching
import Community
import Foundation
import Lifting
import Pictures
import ProgramText

extension Page {
  /// The posts that anybody may read, for programs that follow them: Atom (RFC 4287).
  static let feed = Page(
    path: "/feed.xml", access: .anyone,
    show: { visit in
      guard try await visit.place.hasOpenPosts() else { throw WebError.notFound }
      let posts = try await visit.place.posts(for: nil, most: 20)
      return .file(
        Array(OpenPosts.feed(posts, visit).utf8), type: "application/atom+xml; charset=utf-8",
        name: nil)
    })

  /// The owner lets posts out on the web, or keeps them in.
  static let openPosts = Page(
    path: "/settings/open-posts", show: { _ in .redirect("/settings") },
    take: { visit in
      try await visit.place.letPostsOut(visit.form["open"] == "yes", by: visit.member)
      return .redirect("/settings#place")
    })

  /// The owner makes somebody a coach of the place, or no longer.
  static let placeCoaches = Page(
    path: "/settings/coaches", show: { _ in .redirect("/settings") },
    take: { visit in
      guard let account = visit.form["account"].flatMap(UUID.init) else { throw WebError.notFound }
      try await visit.place.setCoach(
        visit.form["coach"] == "yes", account, by: visit.member)
      return .redirect("/settings#place")
    })
}

/// What somebody sees who isn't logged in.
enum OpenPosts {
  /// The front page: the newest post whole, and those before it. Nil where there is none.
  static func front(_ visit: Visit) async throws -> PageContent? {
    let search = visit.query["search"] ?? ""
    let behind = PostList.behind(visit)
    let isList = behind != nil || visit.query["all"] != nil || !search.isEmpty
    let found = try await visit.place.posts(
      for: nil, search: search, behind: behind, most: isList ? PostList.length + 1 : 6)
    if isList {
      return PageContent(
        title: "All posts",
        body: """
          <h1>All posts</h1>\(PostList.search(search, at: "/"))
          \(PostList.list(found, member: nil, now: visit.place.now(), search: search, at: "/"))
          \(doors(visit))
          """, summary: "Workouts of the week, the lowering half of every rep first.")
    }
    guard let newest = found.first?.post else { return nil }
    try await visit.place.countVisit(
      of: newest, address: visit.caller.address, agent: visit.caller.agent)
    let recent: HTML =
      found.count > 1
      ? "<h2>Before that</h2>\(PostList.list(Array(found.dropFirst()), member: nil, now: visit.place.now(), search: "", at: "/"))<p><a href=\"/?all=1\">See all</a></p>"
      : .empty
    var page = try await page(newest, visit)
    page.body = """
      \(page.body)\(recent)
      <p><a href="/feed.xml">Follow the posts in a reader (Atom)</a></p>
      """
    return page
  }

  /// An open post by itself.
  static func page(_ post: Post, _ visit: Visit) async throws -> PageContent {
    let program = Program.parse(post.version.text).program
    let front = program.frontMatter
    let week = front.week.map { "Week \($0) · " } ?? ""
    let read = Place.ReadProgram(plain: program, week: visit.query.integer("week"))
    let address = PostView.address(post)
    return PageContent(
      title: post.version.title,
      body: """
        <article><p class="hint">\(week)\(post.author.name) · \(day(post))</p>
        <h1>\(post.version.title)</h1>
        \(front.video.flatMap(Video.init).map { $0.poster(post.version.title) })
        \(ProgramPost.html(read, address: address, withHead: false, level: 2))</article>
        <p><a class="hint" href="\(address)">Link to this post</a></p>
        \(doors(visit))
        """,
      scripts: ["video.js"], summary: summary(of: program))
  }

  private static func doors(_ visit: Visit) -> HTML {
    """
    <section class="card"><h2>Train it</h2>
    <p>Eccentric turns a post into workouts with your own numbers, leads the tempo, and doesn’t ask for \
    more than is good for you. For an account you need an invitation from here.</p>
    <p><a class="button" href="/login">Log in</a></p>
    <p><a href="/look">Look around in a made-up place</a></p></section>
    """
  }

  private static func day(_ post: Post) -> String {
    Words.day(Day(post.version.publishAt ?? post.version.savedAt, utcOffsetSeconds: 0))
  }

  /// The first words of a post, for a line elsewhere.
  static func summary(of program: Program) -> String {
    let prose = program.lines.compactMap { line -> String? in
      if case .verbatim(let text) = line { text } else { nil }
    }
    let body =
      prose.first == "---" ? prose.dropFirst().drop { $0 != "---" }.dropFirst() : prose[...]
    let words = body.prefix { !$0.hasPrefix("## ") }
      .filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
      .map { Markdown.plain($0) }.joined(separator: " ")
    return words.count > 200 ? String(words.prefix(199)) + "…" : words
  }

  /// The newest open posts as Atom, whole.
  static func feed(_ posts: [PostGlance], _ visit: Visit) -> String {
    let updated = posts.compactMap(\.post.version.publishAt).max() ?? Date(timeIntervalSince1970: 0)
    let entries = posts.map { glance -> HTML in
      let post = glance.post
      let at = (post.version.publishAt ?? post.version.savedAt).formatted(.iso8601)
      let program = Program.parse(post.version.text).program
      let body = ProgramPost.html(
        Place.ReadProgram(plain: program, week: nil), address: "#", withHead: false, level: 2)
      return """
        <entry>
        <id>urn:uuid:\(post.id.uuidString.lowercased())</id>
        <title>\(HTML.xml(post.version.title))</title>
        <updated>\(at)</updated>
        <author><name>\(HTML.xml(post.author.name))</name></author>
        <link rel="alternate" type="text/html" href="\(visit.origin)\(PostView.address(post))"/>
        <summary>\(HTML.xml(summary(of: program)))</summary>
        <content type="html">\(HTML.xml(body.text))</content>
        </entry>

        """
    }
    let feed: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <id>\(visit.origin)/</id>
      <title>Eccentric: posts</title>
      <updated>\(updated.formatted(.iso8601))</updated>
      <link rel="self" type="application/atom+xml" href="\(visit.origin)/feed.xml"/>
      <link rel="alternate" type="text/html" href="\(visit.origin)/"/>
      \(entries)</feed>

      """
    return feed.text
  }
}

extension HTML {
  /// Without the characters that XML can't carry.
  static func xml(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
            || scalar == "\n" || scalar == "\t"
        }))
  }
}
