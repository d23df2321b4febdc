import Coaching
import Pictures

extension Page {
  static let signUp = Page(
    path: "/signup", access: .anyone,
    show: { visit in
      let invitation = visit.query["invitation"]
      guard try await visit.place.canSignUp(invitation: invitation) else {
        return .page(
          Layout.problem("By invitation", Place.Refused.notInvited.sentence, status: 403))
      }
      return .page(signUpForm(invitation: invitation, name: "", problem: nil))
    },
    take: { visit in
      let invitation = visit.form["invitation"].flatMap { $0.isEmpty ? nil : $0 }
      do {
        let login = try await visit.place.signUp(
          name: visit.form["name"] ?? "", password: visit.form["password"] ?? "",
          timeZone: visit.form["timeZone"] ?? "", invitation: invitation)
        return .loggedIn(login, then: "/about")
      } catch let refused as Place.Refused {
        return .page(
          signUpForm(
            invitation: invitation, name: visit.form["name"] ?? "", problem: refused.sentence))
      }
    })

  private static func signUpForm(
    invitation: String?, name: String, problem: String?
  ) -> PageContent {
    let admission: HTML =
      invitation == nil ? "<p>The first account owns this place.</p>" : "<p>You’re invited.</p>"
    return PageContent(
      title: "Create an account",
      body: """
        <h1>Lower it like you mean it</h1>
        <p class="lead">Eccentric plans, leads and measures the lowering half of every rep: \
        the smallest useful dose, with its reasons.</p>
        \(admission)
        <form method="post" action="/signup" class="card">
        \(Parts.problem(problem))
        <input type="hidden" name="invitation" value="\(invitation ?? "")">
        <input type="hidden" name="timeZone" value="" data-time-zone>
        <label>Name <input name="name" value="\(name)" autocomplete="username" required \
        maxlength="64"></label>
        <label>Password <input type="password" name="password" autocomplete="new-password" \
        required minlength="10"></label>
        <p class="hint">At least 10 characters. A few words are a good one.</p>
        <button>Create the account</button>
        </form>
        <p><a href="/look">Look around first, in a made-up place</a></p>
        <p><a href="/learn">Why lower slowly? Try it on an arm</a></p>
        <p class="hint">Eccentric isn’t a medical device. It stays on this machine: nobody but you \
        sees what you enter.</p>
        """,
      status: problem == nil ? 200 : 422)
  }
}
