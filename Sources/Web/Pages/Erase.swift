import Coaching
import Community
import Pictures

extension Page {
  /// Deletes everything, after saying what that is.
  static let erase = Page(
    path: "/settings/delete",
    show: { visit in .page(try await erasePage(visit, problem: nil)) },
    take: { visit in
      do {
        let isScrubbed = try await visit.place.erase(
          visit.member, password: visit.form["password"] ?? "",
          withAccount: visit.form["what"] == "account")
        guard isScrubbed else { return .page(deletedButNotScrubbed) }
      } catch Place.Refused.wrongNameOrPassword {
        return .page(
          try await erasePage(visit, problem: "That isn’t your password, so nothing was deleted."))
      }
      return .loggedOut(then: visit.form["what"] == "account" ? "/" : "/login")
    })

  private static let deletedButNotScrubbed = PageContent(
    title: "Deleted",
    body: """
      <h1>Deleted</h1>
      <p>Everything is deleted, and you are logged out. But another program has the database open, so \
      traces of it may be left in its file until the file is rewritten. Whoever runs this place stops the \
      other program; the next one who deletes everything clears yours away too.</p>
      <p><a href="/login">Log in</a></p>
      """)

  private static func erasePage(_ visit: Visit, problem: String?) async throws -> PageContent {
    let account = try visit.member
    let holdings = try await visit.place.holdings(of: account)
    func count(_ number: Int, _ one: String, _ many: String) -> String? {
      number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }
    let goes = [
      count(
        holdings?.facts ?? 0, "entry: sets, check-ins, answers, programs",
        "entries: sets, check-ins, answers, programs"),
      count(holdings?.recordings ?? 0, "recording", "recordings"),
      count(holdings?.limits ?? 0, "limit that a coach set", "limits that coaches set"),
      count(
        holdings?.coaches ?? 0, "coach who sees your training", "coaches who see your training"),
      count(
        holdings?.messages ?? 0, "message with a coach, or of yours as a coach",
        "messages with coaches, or of yours as a coach"),
      count(holdings?.posts ?? 0, "post with its comments", "posts with their comments"),
      count(holdings?.comments ?? 0, "comment", "comments"),
      count(holdings?.logins ?? 0, "login", "logins, on every device"),
      count(holdings?.tokens ?? 0, "token of a program", "tokens of programs"),
    ].compactMap { $0 }
    let members = count(holdings?.members ?? 0, "member", "members")
    let coached: HTML =
      members.map {
        "<p class=\"hint\">You coach \($0): that ends with your account, not with your data.</p>"
      } ?? .empty
    let owner: HTML =
      account.isOwner && (holdings?.others ?? 0) > 0
      ? "<p class=\"hint\">You own this place: with your account that passes to whoever has been here longest.</p>"
      : .empty
    return PageContent(
      title: "Delete everything", section: .settings,
      body: """
        <h1>Delete everything</h1>
        \(Parts.problem(problem))
        <section class="card"><p>This goes, at once and for good. Nobody can bring it back; \
        <a href="/settings/archive" download>take it along first</a>.</p>\(Parts.list(goes))\(coached)\(owner)
        <form method="post" action="/settings/delete">
        <input type="hidden" name="name" value="\(account.name)" autocomplete="username">
        <label>Your password <input type="password" name="password" \
        autocomplete="current-password" required></label>
        <button name="what" value="data">Delete my data, keep the account</button>
        <button name="what" value="account" class="quiet">Delete my account and all of it</button>
        </form></section>
        <p><a href="/settings">Keep it</a></p>
        """,
      status: problem == nil ? 200 : 422)
  }
}
