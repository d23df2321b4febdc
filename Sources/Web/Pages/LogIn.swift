import Coaching
import Community
import Pictures

extension Page {
  static let logIn = Page(
    path: "/login", access: .anyone,
    show: { visit in
      visit.account == nil ? .page(logInForm(name: "", problem: nil)) : .redirect("/today")
    },
    take: { visit in
      let name = visit.form["name"] ?? ""
      do {
        return .loggedIn(
          try await visit.place.logIn(name: name, password: visit.form["password"] ?? ""),
          then: "/today")
      } catch let refused as Place.Refused {
        return .page(logInForm(name: name, problem: refused.sentence))
      }
    })

  private static func logInForm(name: String, problem: String?) -> PageContent {
    PageContent(
      title: "Log in",
      body: """
        <h1>Welcome back</h1>
        <form method="post" action="/login" class="card">
        \(Parts.problem(problem))
        <label>Name <input name="name" value="\(name)" autocomplete="username" required></label>
        <label>Password <input type="password" name="password" autocomplete="current-password" \
        required></label>
        <button>Log in</button>
        </form>
        <p><a href="/look">Look around in a made-up place</a></p>
        <p><a href="/learn">Why lower slowly? Try it on an arm</a></p>
        """,
      status: problem == nil ? 200 : 422)
  }

  static let logOut = Page(
    path: "/logout",
    show: { _ in .redirect("/settings") },
    take: { visit in
      if let token = visit.token { try await visit.place.logOut(token: token) }
      return .loggedOut(then: "/login")
    })
}
