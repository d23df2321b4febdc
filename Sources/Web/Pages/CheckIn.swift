import Coaching
import Foundation
import Lifting

extension Page {
  static let checkIn = Page(
    path: "/soreness",
    show: { visit in
      let today = try await visit.coach.today(visit.member)
      return .page(checkInForm(today.toRate, today.checkIn))
    },
    take: { visit in
      guard let id = visit.form["id"].flatMap(UUID.init) else {
        throw WebError.badRequest("The form was incomplete. Open it again.")
      }
      var soreness: [BodyPart: Int] = [:]
      for part in BodyPart.allCases {
        if let rating = visit.form.integer("s-\(part.rawValue)"), (0...10).contains(rating) {
          soreness[part] = rating
        }
      }
      let symptoms = Set(visit.form.all("symptom").compactMap(Symptom.init))
      let checkIn = CheckIn(soreness: soreness, symptoms: symptoms)
      _ = try await visit.coach.record(
        [Fact(id: id, at: visit.coach.now(), .checkIn(checkIn))], of: visit.member)
      return .redirect("/today#changes")
    })

  private static func checkInForm(_ toRate: [BodyPart], _ last: CheckIn?) -> PageContent {
    let others = BodyPart.allCases.filter { !toRate.contains($0) }
    return PageContent(
      title: "How sore are you?", place: .today,
      body: """
        <h1>How sore are you?</h1>
        <p>When you use it: 0 is nothing, 3 a little, 5 clearly, 8 strong, 10 the worst you can \
        imagine. Leave out what you don’t know.</p>
        <form method="post" action="/soreness">
        <input type="hidden" name="id" value="\(UUID().uuidString)">
        \(toRate.map { scale($0, last?.soreness[$0]) })
        <details\(.open, if: toRate.isEmpty)><summary>Other body parts</summary>
        \(others.map { scale($0, last?.soreness[$0]) })</details>
        <details><summary>Something is wrong</summary>
        <p>Any of these stops training, whatever the plan says.</p>
        <div class="ticks">\(Symptom.allCases.map { symptom -> HTML in
          """
          <label><input type="checkbox" name="symptom" value="\(symptom.rawValue)"> \
          \(symptom.text)</label>
          """
        })</div></details>
        <div class="stay"><button>Save</button></div>
        </form>
        """)
  }

  private static func scale(_ part: BodyPart, _ last: Int?) -> HTML {
    let choices = (0...10).map { rating -> HTML in
      """
      <label class="rate r\(rating)"><input type="radio" name="s-\(part.rawValue)" \
      value="\(rating)"\(.checked, if: rating == last)><span>\(rating)</span></label>
      """
    }
    return """
      <fieldset class="scale"><legend>\(part.name)</legend><div class="rates">\(choices)</div>\
      </fieldset>
      """
  }
}
