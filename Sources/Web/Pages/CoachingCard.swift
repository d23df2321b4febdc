import Coaching
import Foundation
import Pictures

extension Page {
  /// A code for somebody who is to coach the member.
  static let coachingCode = Page(
    path: "/settings/coach",
    show: { _ in .redirect("/settings") },
    take: { visit in
      let code = try await visit.place.coachingCode(of: visit.member)
      return .page(
        try await settingsPage(
          visit,
          note: """
            <section class="card changed"><h2>A code for your coach</h2>
            <p>It works once, for a week. They enter it under Settings, “Members you coach”, or \
            open this address:</p>
            <p class="code">/members?code=\(code)</p></section>
            """))
    })

  static let endCoaching = Page(
    path: "/settings/coach/end",
    show: { _ in .redirect("/settings") },
    take: { visit in
      if let coach = visit.form["coach"].flatMap(UUID.init) {
        try await visit.place.endCoaching(of: visit.member, by: coach)
      }
      return .redirect("/settings")
    })
}

/// Who coaches a member, and what they set.
enum CoachingCard {
  static func of(_ member: Member, _ place: Place) async throws -> HTML {
    let limits = try await place.limits(of: member)
    let coaches = try await place.coaches(of: member).map { partner -> HTML in
      let set: HTML =
        limits.first { $0.coach == partner.id }.map { set -> HTML in
          "<br><span class=\"hint\">\(LimitsForm.day(set.at, member)): \(set.limits.words)</span>"
        } ?? .empty
      return """
        <li>\(partner.name)\(set)
        <form method="post" action="/settings/coach/end">
        <input type="hidden" name="coach" value="\(partner.id.uuidString)">
        <button class="quiet">\(partner.name) coaches me no longer</button></form></li>
        """
    }
    let list: HTML = coaches.isEmpty ? .empty : "<ul>\(coaches)</ul>"
    return """
      <section class="card"><h2>Your coach</h2>
      <p>A coach can make your limits stricter, never looser. They see your name and what they set, \
      nothing that you enter.</p>\(list)
      <form method="post" action="/settings/coach"><button class="quiet">Let somebody coach you\
      </button></form>
      <p><a href="/members">Members you coach</a></p></section>
      """
  }
}
