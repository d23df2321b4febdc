import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  /// Tokens with which programs act for somebody. They can't make or revoke any: only who is logged in
  /// with a password can.
  static let tokens = Page(
    path: "/settings/tokens",
    show: { visit in .page(try await TokensView.page(visit)) },
    take: { visit in
      let member = try visit.member
      if let id = visit.form["revoke"].flatMap(UUID.init) {
        try await visit.place.revoke(id, by: member)
        return .redirect("/settings/tokens")
      }
      do {
        let (token, secret) = try await visit.place.makeToken(
          named: visit.form["name"] ?? "",
          for: Set(visit.form.all("scope").compactMap(Scope.init)), by: member)
        return .page(try await TokensView.page(visit, made: (token.name, secret)))
      } catch Place.Refused.badToken(let sentence) {
        return .page(try await TokensView.page(visit, problem: sentence))
      }
    })
}

private enum TokensView {
  static func page(
    _ visit: Visit, made: (name: String, secret: String)? = nil, problem: String? = nil
  ) async throws -> PageContent {
    let member = try visit.member
    let tokens = try await visit.place.tokens(of: member)
    let secret = made.map { made -> HTML in
      """
      <section class="card changed"><h2>\(made.name)</h2>
      <p>Copy it now: only its hash is kept, so it can’t be shown again.</p>
      <p class="code">\(made.secret)</p></section>
      """
    }
    let list: HTML =
      tokens.isEmpty ? "<p>There is none yet.</p>" : "\(tokens.map { row($0, member, visit) })"
    return PageContent(
      title: "Programs that act for you", section: .settings,
      body: """
        <h1>Programs that act for you</h1>
        <p>A token lets a program of yours read or write here without your password, and no more than you \
        tick. A new password revokes all of them.</p>
        \(secret)\(list)
        <section class="card"><h2>A new token</h2>
        \(Parts.problem(problem))
        <form method="post" action="/settings/tokens">
        <label>What is it for? <input name="name" required maxlength="\(Token.longestName)" \
        autocomplete="off" value="\(problem == nil ? "" : visit.form["name"] ?? "")"></label>
        <fieldset><legend>What it may do</legend><div class="ticks">\(choices(visit.form))</div>\
        </fieldset>
        <button>Make it</button></form></section>
        <p class="hint">What a program can ask for: <a href="/api/v1/openapi.json">the description</a>, \
        in OpenAPI.</p>
        """,
      status: problem == nil ? 200 : 422)
  }

  private static func choices(_ form: Form) -> HTML {
    let choices = Scope.allCases.map { scope -> HTML in
      """
      <label><input type="checkbox" name="scope" value="\(scope.rawValue)"\
      \(.checked, if: form.all("scope").contains(scope.rawValue))> \(words(scope))</label>
      """
    }
    return "\(choices)"
  }

  private static func row(_ token: Token, _ member: Member, _ visit: Visit) -> HTML {
    func day(_ at: Date) -> String {
      Words.day(Day(at, utcOffsetSeconds: member.utcOffsetSeconds(at: at)))
    }
    let may = token.scopes.sorted().map { words($0).lowercased() }.joined(separator: "; ")
    let used = token.usedAt.map { "last used on \(day($0))" } ?? "never used"
    return """
      <section class="card"><h2>\(token.name)</h2>
      <p class="hint">Made on \(day(token.madeAt)), \(used). It may: \(may).</p>
      <form method="post" action="/settings/tokens"><button class="quiet" name="revoke" \
      value="\(token.id.uuidString)">Revoke it<span class="hidden">: \(token.name)</span></button></form>\
      </section>
      """
  }

  private static func words(_ scope: Scope) -> String {
    switch scope {
    case .read: "Read what you can read"
    case .write: "Keep sets and check-ins, follow programs, comment"
    case .coach: "Write posts, and see and limit those you coach"
    }
  }
}
