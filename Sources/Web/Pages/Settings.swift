import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  static let settings = Page(
    path: "/settings",
    show: { visit in .page(try await settingsPage(visit, note: nil)) },
    take: { visit in
      try await visit.place.setTimeZone(visit.form["timeZone"] ?? "", of: visit.member)
      return .redirect("/settings")
    })

  static let password = Page(
    path: "/settings/password",
    show: { _ in .redirect("/settings") },
    take: { visit in
      .loggedIn(
        try await visit.place.changePassword(
          of: visit.member, from: visit.form["old"] ?? "", to: visit.form["new"] ?? ""),
        then: "/settings")
    })

  static let invitation = Page(
    path: "/settings/invitation",
    show: { _ in .redirect("/settings") },
    take: { visit in
      let code = try await visit.place.invite(by: visit.member)
      return .page(
        try await settingsPage(
          visit,
          note: """
            <section class="card changed"><h2>An invitation</h2>
            <p>It works once, for a week. Send this address:</p>
            <p class="code">/signup?invitation=\(code)</p></section>
            """))
    })

  /// Everything that is somebody's, to take along.
  static let archive = Page(
    path: "/settings/archive",
    show: { visit in
      .file(
        try await visit.place.archive(of: visit.member), type: "application/x-ndjson",
        name: "eccentric.jsonl")
    })

  static func settingsPage(_ visit: Visit, note: HTML?) async throws -> PageContent {
    let account = try visit.member
    let coaching = try await CoachingCard.of(account, visit.place)
    let zones = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") || $0 == "UTC" }
    let known = zones.contains(account.timeZone) ? zones : [account.timeZone] + zones
    let owner = try await OwnerCard.of(account, visit.place)
    return PageContent(
      title: "Settings", section: .settings,
      body: """
        <h1>Settings <small>\(account.name)</small></h1>
        \(note)
        <section class="card links">
        <a href="/about">About you and your health</a>
        <a href="/import">Bring a history</a>
        <a href="/exercises">Your exercises</a>
        <a href="/settings/tokens">Programs that act for you</a>
        <a href="/settings/archive" download>Take everything along</a>
        </section>
        <section class="card"><h2>Clock</h2>
        <form method="post" action="/settings"><label>Time zone <select name="timeZone">
        \(Parts.options(known.map { ($0, $0) }, chosen: account.timeZone))</select></label>
        <button class="quiet">Save</button></form></section>
        \(coaching)
        \(owner)
        <section class="card"><h2>Password</h2>
        <form method="post" action="/settings/password">
        <input type="hidden" name="name" value="\(account.name)" autocomplete="username">
        <label>The old one <input type="password" name="old" autocomplete="current-password" \
        required></label>
        <label>A new one <input type="password" name="new" autocomplete="new-password" required \
        minlength="10"></label>
        <button class="quiet">Change it</button></form></section>
        <form method="post" action="/logout"><button class="quiet">Log out</button></form>
        <p><a href="/settings/delete">Delete everything</a></p>
        """)
  }
}
