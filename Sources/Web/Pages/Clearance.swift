import Coaching
import Lifting

extension Page {
  /// After a red flag: only a clinician's word opens training again.
  static let clearance = Page(
    path: "/clearance",
    show: { _ in
      .page(
        PageContent(
          title: "Cleared to train", place: .today,
          body: """
            <h1>Cleared to train</h1>
            <form method="post" action="/clearance" class="card">
            <p>Signs like these can mean serious muscle damage. Training starts again only when a \
            clinician who knows about them says so.</p>
            <label class="choice"><input type="checkbox" name="sure" value="yes" required> A \
            clinician has seen me and cleared me for hard training.</label>
            <label>Who, if you like <input name="note" maxlength="200"></label>
            <button>Save</button></form>
            """))
    },
    take: { visit in
      guard visit.form["sure"] == "yes" else {
        throw WebError.badRequest("Tick the box if a clinician has cleared you.")
      }
      let note = visit.form["note"].flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
      try await visit.coach.record(.clearance(Clearance(note: note)), of: visit.member)
      return .redirect("/today")
    })
}
