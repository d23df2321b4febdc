import Coaching
import Community
import Foundation
import Lifting
import Pictures

/// What is new to read, on Today: this week's post, a newer version of the program that is followed, and
/// whoever spoke to one.
enum PostCard {
  static func of(_ visit: Visit, _ today: Place.Today) async throws -> HTML {
    let member = try visit.member
    let newer = try await visit.place.newerVersion(of: today.history.program, for: member)
    let week = try await visit.place.thisWeek(for: member)
    let mentions = try await visit.place.mentions(of: member)
    return """
      \(newer.map(newVersion))
      \(week.map { thisWeek($0, source: today.history.program?.source) })
      \(mentions > 0 ? spokenTo(mentions) : .empty)
      """
  }

  private static func newVersion(_ post: Post) -> HTML {
    """
    <section class="card changed"><h2>\(post.version.title) has a new version</h2>
    <p>You go on with yours until you take it.</p>
    <a class="button quiet" href="\(PostView.address(post))">Look at it</a></section>
    """
  }

  private static func thisWeek(_ glance: PostGlance, source: ProgramChoice.Source?) -> HTML {
    let post = glance.post
    let isFollowed = source?.post == post.id
    // Read and followed, it has said what it had to say.
    guard !isFollowed || glance.isUnread || glance.unreadComments > 0 else { return .empty }
    let new =
      glance.isUnread
      ? "New" : glance.unreadComments > 0 ? glance.unreadComments.counted("new comment") : ""
    let badge: HTML = new.isEmpty ? .empty : " <span class=\"badge unread\">\(new)</span>"
    return """
      <section class="card" id="this-week"><p class="hint">This week, from \(post.author.name)\(badge)</p>
      <h2><a href="\(PostView.address(post))">\(post.version.title)</a></h2></section>
      """
  }

  private static func spokenTo(_ count: Int) -> HTML {
    """
    <p class="hint"><a href="/posts">You were spoken to \(count == 1 ? "in a comment" : "in \(count) comments")</a></p>
    """
  }
}
