import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  /// One's coaches: what each sees, who looked, and the way to let another in.
  static let coaches = Page(
    path: "/coach",
    show: { visit in .page(try await coachesPage(visit)) },
    take: { visit in
      guard let coach = visit.form["coach"].flatMap(UUID.init) else { throw WebError.notFound }
      try await visit.place.share(
        SharingFields.read(visit.form), of: visit.member, with: coach)
      return .redirect("/coach")
    })

  /// A link for somebody who is to coach the member.
  static let inviteCoach = Page(
    path: "/coach/invite",
    show: { _ in .redirect("/coach") },
    take: { visit in
      let sees = SharingFields.read(visit.form)
      let code = try await visit.place.coachingCode(of: visit.member, sees: sees)
      return .page(
        try await coachesPage(
          visit,
          note: LinkCard.html(
            "An invitation for your coach",
            "It works once, for a week. Whoever opens it may coach you, and sees \(SharingFields.words(sees)).",
            link: "\(visit.origin)/members/take?code=\(code)")))
    })

  static let endCoaching = Page(
    path: "/coach/end",
    show: { _ in .redirect("/coach") },
    take: { visit in
      if let coach = visit.form["coach"].flatMap(UUID.init) {
        try await visit.place.endCoaching(of: visit.member, by: coach)
      }
      return .redirect("/coach")
    })

  /// A coach's invitation, for whoever is to be coached.
  static let takeOffer = Page(
    path: "/coach/take", access: .anyone,
    show: { visit in
      let code = visit.query["code"] ?? ""
      guard let coach = try await visit.place.coachingOffer(code) else {
        return .page(Handshake.gone)
      }
      guard visit.account != nil else { return .page(Handshake.logInFirst(coach.name)) }
      return .page(
        PageContent(
          title: "\(coach.name) offers to coach you", section: .settings,
          body: """
            <h1>\(coach.name) offers to coach you</h1>
            <form method="post" action="/coach/take" class="card">
            <input type="hidden" name="code" value="\(code)">
            \(SharingFields.html([], legend: "What \(coach.name) may see"))
            <p class="hint">They see your name, can make your limits stricter, never looser, and write to \
            you. Beyond that only what you tick. You can change it or end it at any time.</p>
            <button>Let \(coach.name) coach me</button></form>
            <p><a href="/coach">Not now</a></p>
            """))
    },
    take: { visit in
      do {
        try await visit.place.takeCoachingOffer(
          visit.form["code"] ?? "", of: visit.member, sees: SharingFields.read(visit.form))
      } catch Place.Refused.badCoachingCode { return .page(Handshake.gone) }
      return .redirect("/coach")
    })

  private static func coachesPage(_ visit: Visit, note: HTML? = nil) async throws -> PageContent {
    let member = try visit.member
    let view = CoachesView(
      coaches: try await visit.place.coaches(of: member),
      limits: try await visit.place.limits(of: member),
      unread: try await visit.place.unreadMessages(of: member).byCoach,
      looks: try await visit.place.looks(at: member),
      former: try await visit.place.formerCoaches(of: member), member: member)
    return PageContent(
      title: "Your coaches", section: .settings, body: view.html(note: note),
      scripts: LinkCard.scripts)
  }
}

/// What somebody's coaches see and saw.
private struct CoachesView {
  let coaches: [CoachPartner]
  let limits: [Place.SetLimits]
  let unread: [UUID: Int]
  let looks: [Look]
  let former: [Person]
  let member: Member

  func html(note: HTML?) -> HTML {
    """
    <h1>Your coaches</h1>
    \(note)
    \(coaches.isEmpty ? "<p>Nobody coaches you.</p>" : .empty)
    \(coaches.map(coach))
    \(looked)
    <section class="card"><h2>Let somebody coach you</h2>
    <form method="post" action="/coach/invite">
    \(SharingFields.html([], legend: "What they may see"))
    <button class="quiet">Make an invitation</button></form>
    <p class="hint">A coach sees your name, can make your limits stricter, never looser, and write to \
    you. Beyond that only what you tick; you can change it or end it at any time.</p></section>
    \(before)
    <p><a href="/physio">A page for your physiotherapist</a></p>
    <p><a href="/members">Members you coach</a></p>
    """
  }

  private func coach(_ partner: CoachPartner) -> HTML {
    let set: HTML =
      limits.first { $0.coach == partner.id }.map { set in
        "<p class=\"hint\">Limits of \(LimitsForm.day(set.at, member)): \(set.limits.words)</p>"
      } ?? .empty
    let count = unread[partner.id] ?? 0
    let new = count == 0 ? "" : " (\(count) new)"
    return """
      <section class="card coach"><h2>\(partner.name)</h2>
      <p class="hint">Since \(LimitsForm.day(partner.since, member)). Sees \
      \(SharingFields.words(partner.sees)).</p>\(set)
      <p><a class="button quiet" href="/coach/messages?coach=\(partner.id.uuidString)">Messages\(new)</a></p>
      <details><summary>Change what \(partner.name) sees</summary>
      <form method="post" action="/coach">
      <input type="hidden" name="coach" value="\(partner.id.uuidString)">
      \(SharingFields.html(partner.sees, legend: "What \(partner.name) may see"))
      <button class="quiet">Save</button></form></details>
      <form method="post" action="/coach/end">
      <input type="hidden" name="coach" value="\(partner.id.uuidString)">
      <button class="quiet">\(partner.name) coaches me no longer</button></form>
      <p class="hint">Then they see nothing more of you, at once.</p></section>
      """
  }

  private var looked: HTML {
    guard !looks.isEmpty else { return .empty }
    var rows: [(when: String, who: String, what: [String])] = []
    for look in looks {
      let when = hour(look.hour)
      if rows.last?.when == when, rows.last?.who == look.coach.name {
        rows[rows.count - 1].what.append(look.subject.name)
      } else {
        rows.append((when, look.coach.name, [look.subject.name]))
      }
    }
    let items = rows.map { row -> HTML in
      "<li>\(row.when): \(row.who), \(row.what.joined(separator: ", "))</li>"
    }
    let rest = items.dropFirst(5)
    let more: HTML =
      rest.isEmpty
      ? .empty : "<details><summary>\(rest.count) more</summary><ul>\(Array(rest))</ul></details>"
    return """
      <section class="card"><h2>Who looked</h2><ul>\(Array(items.prefix(5)))</ul>\(more)\
      <p class="hint">By the hour.</p></section>
      """
  }

  private func hour(_ at: Date) -> String {
    let offset = member.utcOffsetSeconds(at: at)
    let day = Day(at, utcOffsetSeconds: offset)
    let local = Int(saturating: at.timeIntervalSince1970) + offset
    return "\(Words.day(day)), \((local / 3600) % 24) h"
  }

  private var before: HTML {
    guard !former.isEmpty else { return .empty }
    let links = former.map { person -> HTML in
      "<a href=\"/coach/messages?coach=\(person.id.uuidString)\">Messages with \(person.name)</a>"
    }
    return """
      <section class="card links" aria-label="Coaches of before">\(links)</section>
      """
  }
}

/// Pages of an invitation that can't be taken as it is.
enum Handshake {
  static let gone = PageContent(
    title: "Not any more", section: .settings,
    body: """
      <h1>This invitation doesn’t hold</h1>
      <p>\(Place.Refused.badCoachingCode.sentence) Where one coaches the other already, there is nothing to \
      take.</p>
      <p><a class="button quiet" href="/coach">Your coaches</a></p>
      <p><a href="/members">Members you coach</a></p>
      """, status: 422)

  /// For somebody who isn't logged in: the address can be opened again.
  static func logInFirst(_ name: String) -> PageContent {
    PageContent(
      title: "Log in first",
      body: """
        <h1>\(name) invites you</h1>
        <p>Log in, then open this address again: it isn’t used up. Without an account here you need the \
        owner’s invitation to this place first.</p>
        <p><a class="button" href="/login">Log in</a></p>
        """)
  }
}
