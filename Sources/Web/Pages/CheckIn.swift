import Coaching
import Foundation
import Lifting
import Pictures

extension Page {
  static let checkIn = Page(
    path: "/soreness",
    show: { visit in
      let today = try await visit.place.today(visit.member)
      return .page(CheckInForm(answers: Form(today.checkIn), toRate: today.toRate).page())
    },
    take: { visit in
      guard let id = visit.form["id"].flatMap(UUID.init) else {
        throw WebError.badRequest("The form was incomplete. Open it again.")
      }
      let toRate = visit.form.all("toRate").compactMap(BodyPart.init)
      let form = CheckInForm(answers: visit.form, toRate: toRate, id: id)
      let (checkIn, problems) = form.read()
      guard let checkIn, problems.isEmpty else { return .page(form.page(problems)) }
      _ = try await visit.place.record(
        [Fact(id: id, at: visit.saidAt, .checkIn(checkIn))], of: visit.member)
      return .redirect("/today#changes")
    })
}

/// How somebody is: what is wrong first, then how sore they are.
struct CheckInForm {
  var answers: Form
  /// What is asked for at once; the other body parts are a tap away.
  var toRate: [BodyPart]
  /// The id of the fact that it becomes, made here so that sending it twice keeps it once.
  var id = UUID()

  /// So many pains can be told at once.
  static let pains = 0..<3

  /// What is asked for before the others: it can come on in the middle of a session.
  static let firstSymptoms: [Symptom] = [.chestPain, .dizziness]

  func read() -> (CheckIn?, FieldProblems) {
    var problems = FieldProblems()
    var soreness: [BodyPart: Int] = [:]
    for part in BodyPart.allCases {
      soreness[part] = answers.whole(
        "s-\(part.rawValue)", in: 0...10, &problems, else: "Soreness goes from 0 to 10.")
    }
    let pains = Self.pains.compactMap { place -> Pain? in
      guard let text = answers["pain\(place)"], !text.isEmpty else { return nil }
      guard let part = BodyPart(rawValue: text),
        let quality = Pain.Quality(rawValue: answers["quality\(place)"] ?? ""),
        let tissue = Pain.Tissue(rawValue: answers["tissue\(place)"] ?? "")
      else {
        problems["pain\(place)"] = "Say whether it is sharp or dull, and in a joint or a muscle."
        return nil
      }
      return Pain(part, quality, in: tissue)
    }
    guard problems.isEmpty else { return (nil, problems) }
    return (
      CheckIn(
        soreness: soreness, symptoms: Set(answers.all("symptom").compactMap(Symptom.init)),
        pains: pains), problems
    )
  }

  /// What is asked, without a form around it.
  func fields(_ problems: FieldProblems = FieldProblems()) -> HTML {
    let others = BodyPart.allCases.filter { !toRate.contains($0) }
    let otherSymptoms = Symptom.allCases.filter { !Self.firstSymptoms.contains($0) }
    let ticked = Set(answers.all("symptom"))
    return """
        <details class="wrong"\
        \(.open, if: !ticked.isEmpty || Self.pains.contains { answers["pain\($0)"]?.isEmpty == false })>\
        <summary>Something hurts, or is wrong</summary>
        <div class="ticks">\(Self.firstSymptoms.map { symptom($0, ticked) })</div>
        <p class="hint">A pain that isn’t a sore muscle:</p>
        \(Self.pains.map { pain($0, problems) })
        <p class="hint">Any of these stops training, whatever the plan says:</p>
        <div class="ticks">\(otherSymptoms.map { symptom($0, ticked) })</div></details>
        <p>How sore are you, when you use it? 0 is nothing, 3 a little, 5 clearly, 8 strong, 10 the \
        worst you can imagine. Leave out what you don’t know.</p>
        \(toRate.map { scale($0, problems) })
        <details\(.open, if: toRate.isEmpty)><summary>Other body parts</summary>
        \(others.map { scale($0, problems) })</details>
      """
  }

  func page(_ problems: FieldProblems = FieldProblems()) -> PageContent {
    PageContent(
      title: "How are you?", section: .today,
      body: """
        <h1>How are you?</h1>
        \(problems.summary)
        <form method="post" action="/soreness" data-waits="check-in">
        <input type="hidden" name="id" value="\(id.uuidString)">
        \(toRate.map { part -> HTML in
          "<input type=\"hidden\" name=\"toRate\" value=\"\(part.rawValue)\">"
        })
        \(fields(problems))
        <div class="stay"><button>Save</button></div>
        </form>
        """,
      status: problems.isEmpty ? 200 : 422)
  }

  private func symptom(_ symptom: Symptom, _ ticked: Set<String>) -> HTML {
    """
    <label><input type="checkbox" name="symptom" value="\(symptom.rawValue)"\
    \(.checked, if: ticked.contains(symptom.rawValue))> \(symptom.text)</label>
    """
  }

  private func pain(_ place: Int, _ problems: FieldProblems) -> HTML {
    func select(_ name: String, _ label: String, _ choices: [(String, String)]) -> HTML {
      """
      <select name="\(name)\(place)" aria-label="\(label)"\(problems.attributes("\(name)\(place)"))>\
      \(Parts.options(choices, chosen: answers["\(name)\(place)"] ?? ""))</select>
      """
    }
    return """
      <div class="pain">\
      \(select("pain", "Where it hurts", [("", "Where?")] + BodyPart.allCases.map { ($0.rawValue, $0.name) }))\
      \(select("quality", "How it feels", [("", "Sharp?"), ("sharp", "Sharp"), ("dull", "Dull")]))\
      \(select("tissue", "What hurts", [("", "Joint?"), ("joint", "In a joint"), ("muscle", "In a muscle")]))\
      \(problems.beside("pain\(place)"))</div>
      """
  }

  private func scale(_ part: BodyPart, _ problems: FieldProblems) -> HTML {
    let name = "s-\(part.rawValue)"
    let choices = (0...10).map { rating -> HTML in
      """
      <label class="rate r\(rating)"><input type="radio" name="\(name)" \
      value="\(rating)"\(.checked, if: String(rating) == answers[name])><span>\(rating)</span></label>
      """
    }
    return """
      <fieldset class="scale"\(problems.attributes(name))><legend>\(part.name)</legend>\
      <div class="rates">\(choices)</div>\(problems.beside(name))</fieldset>
      """
  }
}

extension Form {
  /// What was said today: it stays said when the form is opened again.
  init(_ checkIn: CheckIn?) {
    var answers: [String: [String]] = [:]
    for (part, rating) in checkIn?.soreness ?? [:] {
      answers["s-\(part.rawValue)"] = [String(rating)]
    }
    answers["symptom"] = checkIn.map { $0.symptoms.map(\.rawValue) } ?? []
    for (place, pain) in (checkIn?.pains ?? []).prefix(CheckInForm.pains.count).enumerated() {
      answers["pain\(place)"] = [pain.bodyPart.rawValue]
      answers["quality\(place)"] = [pain.quality.rawValue]
      answers["tissue\(place)"] = [pain.tissue.rawValue]
    }
    self.init(answers)
  }
}
