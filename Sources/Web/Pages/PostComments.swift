import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  /// What is said under a post: added, changed, taken away, reported.
  static let comments = Page(
    path: "/posts/comment", show: { _ in .redirect("/posts") },
    take: { visit in
      let member = try visit.member
      let place = visit.place
      guard let id = visit.form["post"].flatMap(UUID.init) else { throw WebError.notFound }
      let post = try await place.post(id, for: member)
      let comment = visit.form["comment"].flatMap(UUID.init)
      let text = visit.form["text"] ?? ""
      switch (visit.form["do"], comment) {
      case ("add", _):
        guard let new = visit.form["id"].flatMap(UUID.init) else { throw WebError.notFound }
        try await place.comment(text, id: new, on: post, answering: comment, by: member)
        return .redirect("\(PostView.address(post))#c-\(new.uuidString)")
      case ("edit", let comment?): try await place.editComment(comment, to: text, by: member)
      case ("remove", let comment?): try await place.removeComment(comment, by: member)
      case ("report", let comment?): try await place.report(comment, because: text, by: member)
      case ("dismiss", let comment?): try await place.dismissReports(of: comment, by: member)
      default: throw WebError.notFound
      }
      return .redirect("\(PostView.address(post))#comments")
    })
}

/// The comments under a post.
struct PostComments {
  let post: Post
  let member: Member
  let visit: Visit

  private var isHost: Bool { post.author.id == member.id || member.isOwner }

  func html() async throws -> HTML {
    guard post.version.isPublished(at: visit.place.now()) else { return .empty }
    let (threads, seen) = try await visit.place.comments(on: post, for: member)
    let list: HTML =
      threads.isEmpty
      ? "<p>Nobody has said anything yet.</p>"
      : "<ol class=\"comments\">\(threads.map { thread($0, seen: seen, depth: 0) })</ol>"
    return """
      <section id="comments"><h2>Comments</h2>\(list)
      \(form(answering: nil, label: "What do you say? Ask, or tell how it went"))</section>
      """
  }

  private func thread(_ thread: CommentThread, seen: Int, depth: Int) -> HTML {
    let comment = thread.comment
    let at = comment.writtenAt
    let offset = member.utcOffsetSeconds(at: at)
    let day = Words.shortDay(
      Day(at, utcOffsetSeconds: offset),
      today: Day(visit.place.now(), utcOffsetSeconds: offset))
    let isNew = comment.entry > seen && comment.author.id != member.id
    let answers: HTML =
      thread.answers.isEmpty
      ? .empty
      : """
      <ol class="\(depth < CommentThread.deepest - 1 ? "deeper" : "deepest")">\
      \(thread.answers.map { self.thread($0, seen: seen, depth: depth + 1) })</ol>
      """
    guard comment.removedBy == nil else {
      let who = comment.removedBy?.id == comment.author.id ? "its author" : "a coach"
      return """
        <li id="c-\(comment.id.uuidString)"><p class="hint">Taken away by \(who).</p>\(answers)</li>
        """
    }
    let badge: HTML = isNew ? " <span class=\"badge unread\">New</span>" : .empty
    let edited: HTML = comment.editedAt == nil ? .empty : ", edited"
    return """
      <li id="c-\(comment.id.uuidString)"><p class="hint"><strong>\(comment.author.name)</strong> · \
      \(day)\(edited)\(badge)</p>
      <div class="said-text">\(Markdown.html(comment.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), level: 4))</div>
      \(reports(of: comment))
      \(actions(comment))\(answers)</li>
      """
  }

  private func reports(of comment: Comment) -> HTML {
    guard !comment.reports.isEmpty else { return .empty }
    return """
      <div class="problem"><p>Reported:</p>\(Parts.list(comment.reports))
      <form method="post" action="/posts/comment">\(hidden(comment))\
      <div class="row"><button class="quiet" name="do" value="remove">Take it away</button>\
      <button class="quiet" name="do" value="dismiss">Let it stand</button></div></form></div>
      """
  }

  private func actions(_ comment: Comment) -> HTML {
    let isOwn = comment.author.id == member.id
    let edit: HTML =
      !isOwn
      ? .empty
      : """
      <details><summary>Edit</summary><form method="post" action="/posts/comment">\(hidden(comment))\
      <label>Your comment<textarea name="text" rows="3" required maxlength="\(Comment.longest)">\
      \(comment.text)</textarea></label>\
      <button class="quiet" name="do" value="edit">Save</button></form></details>
      """
    let remove: HTML =
      !isOwn && !isHost
      ? .empty
      : """
      <details><summary>Take away</summary><form method="post" action="/posts/comment">\
      \(hidden(comment))<p class="hint">Its text goes for good; answers stay.</p>\
      <button class="quiet" name="do" value="remove">Take it away</button></form></details>
      """
    let report: HTML =
      isOwn || post.author.id == member.id
      ? .empty
      : """
      <details><summary>Report</summary><form method="post" action="/posts/comment">\(hidden(comment))\
      <label>What is wrong with it?<input name="text" maxlength="500"></label>\
      <button class="quiet" name="do" value="report">Tell \(post.author.name)</button></form></details>
      """
    return """
      <div class="comment-actions"><details><summary>Answer<span class="hidden"> \
      \(comment.author.name)</span></summary>\
      \(form(answering: comment, label: "Your answer"))</details>\(edit)\(remove)\(report)</div>
      """
  }

  private func hidden(_ comment: Comment) -> HTML {
    """
    <input type="hidden" name="post" value="\(post.id.uuidString)">\
    <input type="hidden" name="comment" value="\(comment.id.uuidString)">
    """
  }

  private func form(answering comment: Comment?, label: String) -> HTML {
    """
    <form method="post" action="/posts/comment">\
    <input type="hidden" name="id" value="\(UUID().uuidString)">\
    \(comment.map(hidden) ?? "<input type=\"hidden\" name=\"post\" value=\"\(post.id.uuidString)\">")\
    <label>\(label)<textarea name="text" rows="3" required maxlength="\(Comment.longest)"></textarea>\
    </label><button class="quiet" name="do" value="add">Send</button></form>
    """
  }
}
