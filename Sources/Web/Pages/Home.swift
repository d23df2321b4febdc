import Coaching

extension Page {
  /// The address that people type: where it leads depends on who they are.
  static let home = Page(
    path: "/", access: .anyone,
    show: { visit in
      if visit.account != nil { return .redirect("/today") }
      return .redirect(try await visit.place.canSignUp(invitation: nil) ? "/signup" : "/login")
    })
}
