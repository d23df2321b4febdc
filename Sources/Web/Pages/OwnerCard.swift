import Coaching
import Community
import Foundation
import Pictures

/// What the owner of a place decides: who comes in, who writes for everybody, and what goes out.
enum OwnerCard {
  static func of(_ account: Member, _ place: Place) async throws -> HTML {
    guard account.isOwner else { return .empty }
    let others = try await place.everybody(for: account).filter { $0.id != account.id }
    let rows = others.map { other -> HTML in
      let isCoach = other.role >= .coach
      return """
        <li><form method="post" action="/settings/coaches" class="beside"><span>\(other.name)\
        \(isCoach ? ", coach" : "")</span>\
        <input type="hidden" name="account" value="\(other.id.uuidString)">\
        <input type="hidden" name="coach" value="\(isCoach ? "no" : "yes")">\
        <button class="quiet">\(isCoach ? "No coach any more" : "Make a coach")\
        <span class="hidden"> \(other.name)</span></button></form></li>
        """
    }
    let coaches: HTML =
      rows.isEmpty
      ? .empty
      : """
      <h3>Who is here</h3><p class="hint">Coaches of this place write posts for everybody in it. What \
      somebody enters they see only where that person lets them.</p><ul class="people">\(rows)</ul>
      """
    let isOpen = try await place.hasOpenPosts()
    return """
      <section class="card" id="place"><h2>This place</h2>
      <p>You own it. Nobody sees what another enters, you neither.</p>
      <form method="post" action="/settings/invitation"><button class="quiet">Invite somebody\
      </button></form>
      \(coaches)
      <h3>Posts on the web</h3>
      <p>\(isOpen
        ? "Posts that are written for everybody on the web can be read without an account."
        : "Off: posts can be read only by those who are logged in.")</p>
      <form method="post" action="/settings/open-posts">\
      <input type="hidden" name="open" value="\(isOpen ? "no" : "yes")">\
      <button class="quiet">\(isOpen ? "Keep all posts inside" : "Let open posts out")</button></form>
      </section>
      """
  }
}
