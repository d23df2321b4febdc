import Coaching
import Community
import Foundation
import Pictures

extension Page {
  /// An author's own path, where they show it to their readers.
  static let authorPath = Page(
    path: "/posts/path",
    show: { visit in
      guard let id = visit.query["post"].flatMap(UUID.init) else { throw WebError.notFound }
      let post = try await visit.place.post(id, for: visit.member)
      guard let today = try await visit.place.path(ofAuthorOf: post) else {
        throw WebError.notFound
      }
      let cards = PathCards.all(today.outlook)
      return .page(
        PageContent(
          title: "\(post.author.name)’s path", section: .posts,
          body: """
            <h1>\(post.author.name)’s path</h1>
            \(cards.text.isEmpty ? "<p>There is no path to a first repetition to show now.</p>" : cards)
            <p><a href="\(PostView.address(post))">Back to the post</a></p>
            """))
    })
}

/// What somebody who writes is working on themselves.
enum AuthorCard {
  /// Beside a post.
  static func line(of post: Post, _ place: Place) async throws -> HTML {
    let (words, showsPath) = try await place.working(on: post.author.id)
    guard !words.isEmpty else { return .empty }
    let path: HTML =
      showsPath
      ? " <a href=\"/posts/path?post=\(post.id.uuidString)\">How it goes</a>" : .empty
    return "<p class=\"hint\">\(post.author.name) is working on: \(words).\(path)</p>"
  }

  /// Where authors say it; nothing for whoever has written nothing.
  static func form(_ visit: Visit) async throws -> HTML {
    let member = try visit.member
    let own = try await visit.place.posts(for: member, author: member.id, most: 1)
    guard !own.isEmpty else { return .empty }
    let (words, showsPath) = try await visit.place.working(on: member.id)
    return """
      <form method="post" action="/posts" class="card"><h2>What you are working on</h2>
      <label>It stands beside your posts <input name="working" maxlength="120" value="\(words)" \
      placeholder="my first pull-up"></label>
      <label class="choice"><input type="checkbox" name="path"\(.checked, if: showsPath)> \
      Readers who are logged in may see my own path to it</label>
      <button class="quiet">Save</button></form>
      """
  }
}
