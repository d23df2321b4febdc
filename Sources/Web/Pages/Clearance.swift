import Coaching
import Foundation
import Lifting
import Pictures

extension Page {
  /// After a red flag: only a clinician's dated word opens training again.
  static let clearance = Page(
    path: "/clearance",
    show: { visit in
      let today = try await visit.place.today(visit.member)
      return .page(ClearanceForm(answers: Form(), since: flagged(today), today: today.day).page())
    },
    take: { visit in
      let today = try await visit.place.today(visit.member)
      let form = ClearanceForm(answers: visit.form, since: flagged(today), today: today.day)
      let (clearance, problems) = form.read()
      guard let clearance, problems.isEmpty else { return .page(form.page(problems)) }
      try await visit.place.record(.clearance(clearance), of: visit.member)
      return .redirect("/today")
    })

  /// The day of the last sign that needs a clinician; nil where there was none.
  private static func flagged(_ today: Place.Today) -> Day? {
    today.history.checkIns.last { $0.value.symptoms.contains(where: \.needsCareToday) }
      .map { Day($0.at, utcOffsetSeconds: today.utcOffsetSeconds) }
  }
}

/// Who cleared somebody, and when: a statement, not a tick.
struct ClearanceForm {
  var answers: Form
  /// The day on which the sign was reported; nil where there was none.
  var since: Day?
  var today: Day

  func read() -> (Clearance?, FieldProblems) {
    var problems = FieldProblems()
    let by = (answers["by"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    if by.isEmpty { problems["by"] = "Who has seen you? A name or a practice." }
    if by.count > 200 { problems["by"] = "That is longer than 200 characters." }
    let text = (answers["on"] ?? "").trimmingCharacters(in: .whitespaces)
    let day = Day(text)
    if day == nil {
      problems["on"] =
        text.isEmpty ? "On which day?" : "“\(text.prefix(30))” is not a date such as \(today)."
    } else if let day, day > today {
      problems["on"] = "\(day) is still to come."
    } else if let day, let since, day < since {
      problems["on"] =
        "You reported the sign on \(since): a clinician has to have seen you on that day or later."
    }
    if answers["sure"] != "yes" {
      problems["sure"] =
        "Training starts again only when a clinician who knows of the sign says so."
    }
    guard problems.isEmpty else { return (nil, problems) }
    let note = (answers["note"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    return (
      Clearance(by: by, on: day, note: note.isEmpty ? nil : String(note.prefix(200))), problems
    )
  }

  func page(_ problems: FieldProblems = FieldProblems()) -> PageContent {
    PageContent(
      title: "Cleared to train", section: .today,
      body: """
        <h1>Cleared to train</h1>
        \(problems.summary)
        <form method="post" action="/clearance" class="card">
        <p>Signs like these can mean serious muscle damage, or a heart that isn’t well. Training starts \
        again only when a clinician who knows about them says so, and it starts gently.</p>
        <label>Who has cleared you <input name="by" maxlength="200" required \
        value="\(answers["by"] ?? "")"\(problems.attributes("by"))>\(problems.beside("by"))</label>
        <label>On which day <input type="date" name="on" required value="\(answers["on"] ?? "")" \
        max="\(today.description)"\(problems.attributes("on"))>\(problems.beside("on"))</label>
        <label>What they said, if you like <input name="note" maxlength="200" \
        value="\(answers["note"] ?? "")"></label>
        <label class="choice"><input type="checkbox" name="sure" value="yes" required\
        \(.checked, if: answers["sure"] == "yes")\(problems.attributes("sure"))> They know of the \
        sign I reported, and say that I may train hard.</label>\(problems.beside("sure"))
        <button>Save</button></form>
        """,
      status: problems.isEmpty ? 200 : 422)
  }
}
