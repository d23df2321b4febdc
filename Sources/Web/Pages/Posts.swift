import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  /// What coaches here write, the newest first.
  static let posts = Page(
    path: "/posts",
    show: { visit in
      let member = try visit.member
      let search = visit.query["search"] ?? ""
      let behind = PostList.behind(visit)
      let found = try await visit.place.posts(
        for: member, search: search, behind: behind, most: PostList.length + 1)
      let drafts =
        behind == nil && search.isEmpty ? try await visit.place.drafts(of: member) : []
      return .page(
        PageContent(
          title: "Posts", section: .posts,
          body: """
            <h1>Posts</h1>
            \(PostList.search(search, at: "/posts"))
            \(drafts.isEmpty ? .empty : PostList.drafts(drafts, member))
            \(PostList.list(found, member: member, now: visit.place.now(), search: search, at: "/posts"))
            <p><a class="button quiet" href="/posts/write">Write one</a></p>
            \(try await AuthorCard.form(visit))
            """))
    },
    take: { visit in
      try await visit.place.setWorking(
        on: visit.form["working"] ?? "", showsPath: visit.form["path"] != nil, by: visit.member)
      return .redirect("/posts")
    })
}

/// Posts one below the other, by month.
enum PostList {
  /// Posts on a page of the list.
  static let length = 20

  /// Behind which post the page of the list begins; nil at its beginning, and where an address was mangled.
  static func behind(_ visit: Visit) -> (at: Date, id: UUID)? {
    visit.query["after"].flatMap { try? Cursor.post($0) }
  }

  static func search(_ words: String, at path: String) -> HTML {
    """
    <form action="\(path)" class="search" role="search"><label>Search \
    <input type="search" name="search" value="\(words)" enterkeyhint="search"></label>\
    <button class="quiet">Search</button></form>
    """
  }

  /// A list of posts with a way to older ones: `found` has one more than is shown where there are some.
  static func list(
    _ found: [PostGlance], member: Member?, now: Date, search: String, at path: String
  ) -> HTML {
    guard !found.isEmpty else {
      let said =
        search.isEmpty
        ? "No posts yet. A coach of yours, or of this place, writes them; you can write some for those you coach."
        : "Nothing with “\(search.prefix(60))” in it."
      return "<p>\(said)</p>"
    }
    var html: HTML = .empty
    var month = ""
    for glance in found.prefix(length) {
      let named = Words.month(day(of: glance, member))
      if named != month {
        html =
          "\(html)\(month.isEmpty ? .empty : "</ul>" as HTML)<h2>\(named)</h2><ul class=\"posts\">"
        month = named
      }
      html = "\(html)\(row(glance, member: member, now: now))"
    }
    let more: HTML =
      found.count > length
      ? found.prefix(length).last.map { last -> HTML in
        let words = search.isEmpty ? "" : "&search=\(Words.encoded(search))"
        return """
          <p><a class="button quiet" href="\(path)?after=\(Cursor(behind: last).text)\(words)">\
          Older posts</a></p>
          """
      } ?? .empty : .empty
    return "\(html)</ul>\(more)"
  }

  static func day(of glance: PostGlance, _ member: Member?) -> Day {
    let at = glance.appearedAt
    return Day(at, utcOffsetSeconds: member?.utcOffsetSeconds(at: at) ?? 0)
  }

  private static func row(_ glance: PostGlance, member: Member?, now: Date) -> HTML {
    let post = glance.post
    let unread: HTML =
      glance.isUnread ? " <span class=\"badge unread\">New</span>" : .empty
    let comments: HTML =
      glance.unreadComments > 0
      ? " · <strong>\(glance.unreadComments.counted("new comment"))</strong>"
      : glance.comments > 0 ? " · \(glance.comments.counted("comment"))" : .empty
    let today = Day(now, utcOffsetSeconds: member?.utcOffsetSeconds(at: now) ?? 0)
    return """
      <li><a href="\(PostView.address(post))"><strong>\(post.version.title)</strong>\(unread)\
      <span class="hint">\(post.author.name) · \(Words.shortDay(day(of: glance, member), today: today))\
      \(member == nil ? .empty : comments)</span></a></li>
      """
  }

  static func drafts(_ drafts: [Post], _ member: Member) -> HTML {
    let rows = drafts.map { post -> HTML in
      let when =
        post.version.publishAt.map { at in
          "appears on \(Words.day(Day(at, utcOffsetSeconds: member.utcOffsetSeconds(at: at))))"
        } ?? "draft"
      return """
        <a href="/posts/write?post=\(post.id.uuidString)">\(post.version.title) \
        <span class="hint">\(when)</span></a>
        """
    }
    return "<section class=\"card links\"><h2>In work</h2>\(rows)</section>"
  }
}
