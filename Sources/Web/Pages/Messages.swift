import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  /// What a member and a coach of theirs wrote to one another, for the member.
  static let coachMessages = Page(
    path: "/coach/messages",
    show: { visit in
      guard let coach = visit.query["coach"].flatMap(UUID.init) else { throw WebError.notFound }
      return .page(try await messages(visit, with: coach, problem: nil, text: ""))
    },
    take: { visit in
      guard let coach = visit.form["coach"].flatMap(UUID.init) else { throw WebError.notFound }
      let text = visit.form["text"] ?? ""
      do {
        try await visit.place.write(text, to: coach, of: visit.member)
      } catch let refused as Place.Refused where refused != .notTheirCoach {
        return .page(
          try await messages(visit, with: coach, problem: refused.sentence, text: text))
      }
      return .redirect("/coach/messages?coach=\(coach.uuidString)")
    })

  private static func messages(
    _ visit: Visit, with coach: UUID, problem: String?, text: String
  ) async throws -> PageContent {
    let member = try visit.member
    let coaches = try await visit.place.coaches(of: member).map(\.person)
    let former = try await visit.place.formerCoaches(of: member)
    guard let person = (coaches + former).first(where: { $0.id == coach }) else {
      throw WebError.notFound
    }
    let view = MessagesView(
      with: person.name, messages: try await visit.place.messages(of: member, with: coach),
      reader: member, action: coaches.contains(person) ? "/coach/messages" : nil, field: "coach",
      id: coach, back: "/coach", backName: "Your coaches")
    return view.page(problem: problem, text: text)
  }

  /// The same for the coach.
  static let memberMessages = Page(
    path: "/members/messages",
    show: { visit in .page(try await memberMessages(visit, visit.query, problem: nil)) },
    take: { visit in
      let id = try memberID(visit.form)
      do {
        try await visit.place.write(visit.form["text"] ?? "", toMember: id, by: visit.member)
      } catch let refused as Place.Refused where refused != .notTheirCoach {
        return .page(try await memberMessages(visit, visit.form, problem: refused.sentence))
      }
      return .redirect("/members/messages?member=\(id.uuidString)")
    })

  private static func memberMessages(
    _ visit: Visit, _ form: Form, problem: String?
  ) async throws -> PageContent {
    let id = try memberID(form)
    let partner = try await visit.place.coached(id, by: visit.member).partner
    let view = MessagesView(
      with: partner.name, messages: try await visit.place.messages(with: id, by: visit.member),
      reader: try visit.member, action: "/members/messages", field: "member", id: id,
      back: "/members/member?member=\(id.uuidString)", backName: partner.name)
    return view.page(problem: problem, text: problem == nil ? "" : form["text"] ?? "")
  }

  static func memberID(_ form: Form) throws -> UUID {
    guard let id = form["member"].flatMap(UUID.init) else { throw WebError.notFound }
    return id
  }
}

/// A thread of messages, with a field to write another.
private struct MessagesView {
  let with: String
  let messages: [Message]
  let reader: Member
  /// Where one is sent; nil where nothing can be written any more.
  let action: String?
  let field: String
  let id: UUID
  let back: String
  let backName: String

  func page(problem: String?, text: String) -> PageContent {
    let items = messages.map { message -> HTML in
      let isOwn = message.author.id == reader.id
      let style: HTML = isOwn ? " class=\"own\"" : .empty
      return """
        <li\(style)><p class="hint">\(isOwn ? "You" : message.author.name), \
        \(LimitsForm.day(message.writtenAt, reader))</p><p class="said">\(message.text)</p></li>
        """
    }
    let list: HTML =
      items.isEmpty ? "<p>Nothing yet.</p>" : "<ol class=\"messages\">\(items)</ol>"
    let form: HTML =
      action.map { action in
        """
        <form method="post" action="\(action)" class="card">
        <input type="hidden" name="\(field)" value="\(id.uuidString)">
        <label>To \(with) <textarea name="text" rows="4" required \
        maxlength="\(Message.longest)">\(text)</textarea></label>
        <button>Send</button></form>
        """
      } ?? "<p class=\"hint\">\(with) coaches you no longer, and can’t read this any more.</p>"
    return PageContent(
      title: "Messages with \(with)", section: .settings,
      body: """
        <h1>Messages <small>with \(with)</small></h1>
        \(Parts.problem(problem))
        \(list)
        \(form)
        <p><a href="\(back)">\(backName)</a></p>
        """,
      status: problem == nil ? 200 : 422)
  }
}
