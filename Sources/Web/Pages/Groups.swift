import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  /// A coach's groups, and the form for another.
  static let memberGroups = Page(
    path: "/members/groups",
    show: { visit in .page(try await groupsPage(visit, name: "", problem: nil)) },
    take: { visit in
      let name = visit.form["name"] ?? ""
      let id = UUID()
      do {
        try await visit.place.nameGroup(id, name, by: visit.member)
      } catch Place.Refused.badGroupName {
        return .page(
          try await groupsPage(visit, name: name, problem: Place.Refused.badGroupName.sentence))
      }
      return .redirect("/members/group?id=\(id.uuidString)")
    })

  private static func groupsPage(
    _ visit: Visit, name: String, problem: String?
  ) async throws -> PageContent {
    let groups = try await visit.place.groups(of: visit.member)
    let links = groups.map { group -> HTML in
      """
      <a href="/members/group?id=\(group.id.uuidString)">\(group.name) \
      <span class="hint">\(group.members.count.counted("member"))</span></a>
      """
    }
    let list: HTML =
      links.isEmpty ? "<p>None yet.</p>" : "<section class=\"card links\">\(links)</section>"
    return PageContent(
      title: "Groups", section: .settings,
      body: """
        <h1>Groups</h1>
        \(list)
        \(Parts.problem(problem))
        <form method="post" action="/members/groups" class="card">
        <label>A new group’s name <input name="name" required maxlength="60" value="\(name)"></label>
        <button class="quiet">Make it</button></form>
        <p><a href="/members">Members you coach</a></p>
        """,
      status: problem == nil ? 200 : 422)
  }

  /// One of them: its name, and who is in it.
  static let memberGroup = Page(
    path: "/members/group",
    show: { visit in .page(try await groupPage(visit, visit.query, problem: nil)) },
    take: { visit in
      let group = try await group(visit, visit.form)
      if visit.form["what"] == "remove" {
        try await visit.place.removeGroup(group.id, by: visit.member)
        return .redirect("/members/groups")
      }
      do {
        try await visit.place.nameGroup(group.id, visit.form["name"] ?? "", by: visit.member)
      } catch Place.Refused.badGroupName {
        return .page(
          try await groupPage(visit, visit.form, problem: Place.Refused.badGroupName.sentence))
      }
      try await visit.place.setMembers(
        Set(visit.form.all("members").compactMap(UUID.init)), of: group.id, by: visit.member)
      return .redirect("/members?group=\(group.id.uuidString)")
    })

  private static func group(_ visit: Visit, _ form: Form) async throws -> CoachGroup {
    let id = form["id"].flatMap(UUID.init)
    guard let group = try await visit.place.groups(of: visit.member).first(where: { $0.id == id })
    else { throw WebError.notFound }
    return group
  }

  private static func groupPage(
    _ visit: Visit, _ form: Form, problem: String?
  ) async throws -> PageContent {
    let group = try await group(visit, form)
    let isTyped = problem != nil
    let chosen = isTyped ? Set(form.all("members").compactMap(UUID.init)) : group.members
    let boxes = try await visit.place.members(of: visit.member).map { member -> HTML in
      """
      <label><input type="checkbox" name="members" value="\(member.id.uuidString)"\
      \(.checked, if: chosen.contains(member.id))> \(member.name)</label>
      """
    }
    return PageContent(
      title: group.name, section: .settings,
      body: """
        <h1>\(group.name) <small>A group of yours</small></h1>
        \(Parts.problem(problem))
        <form method="post" action="/members/group" class="card">
        <input type="hidden" name="id" value="\(group.id.uuidString)">
        <label>Name <input name="name" required maxlength="60" \
        value="\(isTyped ? form["name"] ?? "" : group.name)"></label>
        <fieldset><legend>Who is in it</legend><div class="ticks many">\(boxes)</div></fieldset>
        <button name="what" value="save">Save</button></form>
        <form method="post" action="/members/group">
        <input type="hidden" name="id" value="\(group.id.uuidString)">
        <button class="quiet" name="what" value="remove">Remove the group</button></form>
        <p class="hint">Posts that were for it are for nobody then.</p>
        <p><a href="/members/groups">All groups</a></p>
        """,
      status: problem == nil ? 200 : 422)
  }
}
