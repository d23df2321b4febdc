import Coaching
import Lifting

extension Page {
  /// The questions before the first session; later, the same to change the answers.
  static let about = Page(
    path: "/about",
    show: { visit in
      let today = try await visit.coach.today(visit.member)
      return .page(aboutForm(today.history, problems: []))
    },
    take: { visit in
      let (athlete, screening, problems) = read(visit.form)
      guard let athlete, let screening, problems.isEmpty else {
        var history = History()
        history.athlete = athlete
        history.screening = screening
        return .page(aboutForm(history, problems: problems))
      }
      let isFirst = try await visit.coach.today(visit.member).history.athlete == nil
      try await visit.coach.record(.athlete(athlete), of: visit.member)
      try await visit.coach.record(.screening(screening), of: visit.member)
      return .redirect(isFirst ? "/import" : "/today")
    })

  private static func read(_ form: Form) -> (Athlete?, Screening?, [String]) {
    var problems: [String] = []
    let birthYear = form.integer("birthYear").flatMap { (1900...2100).contains($0) ? $0 : nil }
    if birthYear == nil { problems.append("Your year of birth is a number such as 1990.") }
    let bodyMass = Parts.mass(form, number: "bodyMass", unit: "bodyMassUnit")
      .flatMap { Athlete.bodyMassRange.contains($0) ? $0 : nil }
    if bodyMass == nil { problems.append("Your body mass is a number such as 80, in kg or lb.") }
    let months = form.integer("trainingMonths").flatMap { (0...1200).contains($0) ? $0 : nil }
    if months == nil { problems.append("Choose how long you’ve been training.") }
    let step = Parts.mass(form, number: "loadStep", unit: "loadStepUnit")
      .flatMap { $0.amount > 0 ? $0 : nil }
    if step == nil { problems.append("The smallest step of weight is a number such as 2.5.") }

    func list(_ field: String) -> MassList? {
      guard let text = form[field], !text.allSatisfy(\.isWhitespace) else { return nil }
      let list = MassList(text)
      if list == nil {
        problems.append(
          "“\(text)” is not a list of weights; write it as “2 to 30 by 2 kg” or “4, 6, 10 kg”.")
      }
      return list
    }
    let bar = form["bar"].flatMap { Mass($0) }
    if bar == nil, form["bar"]?.allSatisfy(\.isWhitespace) == false {
      problems.append("The empty bar is a weight with its unit, such as 20 kg.")
    }
    let weights = Weights(
      bar: bar, plates: list("plates"), dumbbells: list("dumbbells"),
      machines: list("machines"))
    let freeDays = Set(form.all("freeDays").compactMap(Day.Weekday.init))
    let tolerable = form.integer("tolerableSoreness").flatMap { (0...10).contains($0) ? $0 : nil }

    let unanswered = Screening.questions.filter { form["q-\($0.id)"] == nil }
    if !unanswered.isEmpty { problems.append("Answer every health question with yes or no.") }
    let yes = Screening.questions.filter { form["q-\($0.id)"] == "yes" }.map(\.id)
    let clearedText = form["clearedOn"] ?? ""
    let clearedOn = Day(clearedText)
    if !clearedText.isEmpty && clearedOn == nil {
      problems.append("The day of the clearance is a date such as 2026-03-02.")
    }
    let screening = unanswered.isEmpty ? Screening(yes: Set(yes), clearedOn: clearedOn) : nil
    guard let birthYear, let bodyMass, let months, let step else {
      return (nil, screening, problems)
    }
    let athlete = Athlete(
      birthYear: birthYear, sex: Athlete.Sex(rawValue: form["sex"] ?? ""), bodyMass: bodyMass,
      trainingMonths: months, equipment: Set(form.all("equipment").compactMap(Equipment.init)),
      company: Athlete.Company(rawValue: form["company"] ?? "") ?? .alone, loadStep: step,
      weights: weights == Weights() ? nil : weights, freeDays: freeDays.isEmpty ? nil : freeDays,
      tolerableSoreness: tolerable)
    let implausible = athlete.problems + (screening?.problems ?? [])
    return (athlete, screening, problems + implausible.map { $0.message + "." })
  }

  /// Training ages as people know them, in months.
  private static let trainingAges: [(value: Int, text: String)] = [
    (0, "I’m starting now"), (1, "1 month"), (3, "3 months"), (6, "Half a year"), (9, "9 months"),
    (12, "1 year"), (24, "2 years"), (36, "3 years"), (60, "5 years"), (120, "10 years or more"),
  ]

  /// The fields of ``Weights``: their names, what they are called, what they hold.
  private static let weightFields: [(String, String, @Sendable (Weights?) -> String?)] = [
    ("dumbbells", "Dumbbells, each", { $0?.dumbbells?.description }),
    ("bar", "Empty bar, as in 20 kg", { $0?.bar?.description }),
    ("plates", "Plates on one side of the bar", { $0?.plates?.description }),
    ("machines", "Steps of machines and cables", { $0?.machines?.description }),
  ]

  private static func aboutForm(_ history: History, problems: [String]) -> PageContent {
    let athlete = history.athlete
    let screening = history.screening
    // An age that isn't one of the choices (after an import) stays as it is.
    let months = athlete?.trainingMonths
    var ages = trainingAges
    if let months, !ages.contains(where: { $0.value == months }) {
      ages.append((months, "\(months) months"))
    }
    let owned = athlete?.equipment ?? Set(Equipment.allCases)
    return PageContent(
      title: "About you", place: .settings,
      body: """
        <h1>About you</h1>
        <p>Two minutes, once. It decides what is safe for you; you can change it any time.</p>
        <p><a href="/learn">Why lower slowly, and who should wait</a></p>
        \(problems.isEmpty ? .empty : "<div class=\"problem\" role=\"alert\">\(Parts.list(problems))</div>")
        <form method="post" action="/about">
        <section class="card">
        <h2>Training</h2>
        <label>How long have you trained with weights, without a long break?
        <select name="trainingMonths" required>
        <option value="">Choose</option>
        \(Parts.options(ages.map { (String($0.value), $0.text) }, chosen: months.map(String.init)))
        </select></label>
        <div class="pair">
        <label>Body mass <input name="bodyMass" inputmode="decimal" required \
        value="\(athlete?.bodyMass.amount.short ?? "")"></label>
        \(Parts.unitChoice("bodyMassUnit", chosen: athlete?.bodyMass.unit))
        </div>
        <div class="pair">
        <label>Year of birth <input name="birthYear" inputmode="numeric" required \
        value="\(athlete.map { String($0.birthYear) } ?? "")"></label>
        <label>Sex, if you like <select name="sex">
        \(Parts.options(
          [("", "Not said"), ("female", "Female"), ("male", "Male")],
          chosen: athlete?.sex?.rawValue ?? ""))
        </select></label>
        </div>
        <label>You train <select name="company">
        \(Parts.options(
          Athlete.Company.allCases.map { ($0.rawValue, $0.name) },
          chosen: athlete?.company.rawValue))
        </select></label>
        <div class="pair">
        <label>Smallest step of weight <input name="loadStep" inputmode="decimal" required \
        value="\(athlete?.loadStep.amount.short ?? "2.5")"></label>
        \(Parts.unitChoice("loadStepUnit", chosen: athlete?.loadStep.unit))
        </div>
        <details><summary>What you can train with</summary>
        <div class="ticks">\(Equipment.allCases.map { equipment -> HTML in
          """
          <label><input type="checkbox" name="equipment" value="\(equipment.rawValue)"\
          \(.checked, if: owned.contains(equipment))> \(equipment.name)</label>
          """
        })</div>
        <p class="hint">Which weights there are, so that yours can be put together: \
        “2 to 30 by 2 kg”, or “4, 6, 10 kg”. Leave empty what you don’t know.</p>
        \(weightFields.map { name, label, value in
          """
          <label>\(label) <input name="\(name)" value="\(value(athlete?.weights) ?? "")"></label>
          """ as HTML
        })
        </details>
        <details><summary>When you can train, and how sore you may be</summary>
        <div class="ticks">\(Day.Weekday.allCases.map { day -> HTML in
          """
          <label><input type="checkbox" name="freeDays" value="\(day.rawValue)"\
          \(.checked, if: athlete?.freeDays?.contains(day) ?? false)> \(day.name)</label>
          """
        })</div>
        <label>How sore you’re willing to be at the next session, 0 to 10
        <select name="tolerableSoreness">
        \(Parts.options(
          [("", "Not said: 4")] + (0...10).map { (String($0), String($0)) },
          chosen: athlete?.tolerableSoreness.map(String.init) ?? ""))
        </select></label>
        </details>
        </section>
        <section class="card">
        <h2>Health</h2>
        <p class="hint">A yes doesn’t end it: it means a clinician decides first.</p>
        \(Screening.questions.map { question($0, screening) })
        <label>If you said yes and a clinician has cleared you for hard training: on which day?
        <input type="date" name="clearedOn" value="\(screening?.clearedOn?.description ?? "")">
        </label>
        </section>
        <button>Save</button>
        </form>
        """,
      status: problems.isEmpty ? 200 : 422)
  }

  private static func question(_ question: Screening.Question, _ screening: Screening?) -> HTML {
    func choice(_ value: String, _ text: String) -> HTML {
      let isChosen = screening.map { $0.yes.contains(question.id) == (value == "yes") } ?? false
      return """
        <label class="choice"><input type="radio" name="q-\(question.id)" value="\(value)" required\
        \(.checked, if: isChosen)> \(text)</label>
        """
    }
    return """
      <fieldset class="question"><legend>\(question.text)</legend>
      \(choice("no", "No"))\(choice("yes", "Yes"))</fieldset>
      """
  }
}
