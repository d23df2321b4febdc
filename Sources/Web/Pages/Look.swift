import Coaching
import Pictures

extension Page {
  /// As whom one looks around in the made-up place.
  static let look = Page(
    path: "/look", access: .anyone,
    show: { visit in
      let residents = Place.residents.map { resident -> HTML in
        """
        <button class="quiet" name="as" value="\(resident.name)">\(resident.name), \
        \(resident.about)</button>
        """
      }
      return .page(
        PageContent(
          title: "Look around",
          body: """
            <h1>Look around</h1>
            <p class="lead">A made-up place with a coach, her twelve members, half a year of training, posts \
            and measured sets. Nobody in it is real\(visit.settings.isSample ? "" : ", and nothing you do there is kept").</p>
            <form method="post" action="/look" class="card choices"><h2>As whom?</h2>\(residents)</form>
            """))
    },
    take: { visit in
      let name = visit.form["as"] ?? ""
      guard Place.residents.contains(where: { $0.name == name }) else { throw WebError.notFound }
      let place = visit.settings.isSample ? visit.place : try await visit.door.open()
      guard let login = try await place.enter(as: name) else { throw WebError.notFound }
      return visit.settings.isSample
        ? .loggedIn(login, then: "/today") : .looking(login, then: "/today")
    })

  /// Out of the made-up place again.
  static let endLook = Page(
    path: "/look/leave", access: .anyone, show: { _ in .redirect("/look") },
    take: { _ in .lookedAround(then: "/") })
}
