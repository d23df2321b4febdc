import Coaching
import Foundation
import Lifting
import Pictures

extension Page {
  /// The questions before the first session; later, the same to change the answers.
  static let about = Page(
    path: "/about",
    show: { visit in
      let history = try await visit.place.today(visit.member).history
      return .page(AboutForm(answers: Form(history)).page())
    },
    take: { visit in
      let today = try await visit.place.today(visit.member)
      let form = AboutForm(answers: visit.form)
      let (said, problems) = form.read(on: today.day)
      guard let said, problems.isEmpty else { return .page(form.page(problems)) }
      let isFirst = today.history.athlete == nil
      try await visit.place.record(.athlete(said.athlete), of: visit.member)
      try await visit.place.record(.screening(said.screening), of: visit.member)
      return .redirect(isFirst ? "/import" : "/today")
    })
}

/// The questions about somebody: as they were answered, or as they were typed and have to be put right.
struct AboutForm {
  var answers: Form

  /// Years that somebody can have been born in who trains now.
  static let ages = 10...100
  /// How long a clinician's word is good for, in days: health changes.
  static let clearanceDays = 5 * 365
  static let loadSteps = Mass.kilograms(0.1)...Mass.kilograms(25)

  // MARK: What was said

  func read(on today: Day) -> ((athlete: Athlete, screening: Screening)?, FieldProblems) {
    var problems = FieldProblems()
    let years = (today.year - Self.ages.upperBound)...(today.year - Self.ages.lowerBound)
    let birthYear = answers.whole(
      "birthYear", in: years, &problems,
      else: "A year from \(years.lowerBound) to \(years.upperBound), such as 1990.")
    if birthYear == nil { problems["birthYear"] = "In which year were you born?" }
    let bodyMass = mass("bodyMass", in: Athlete.bodyMassRange, "80", &problems)
    let step = mass("loadStep", in: Self.loadSteps, "2.5", &problems)
    let months = answers.whole(
      "trainingMonths", in: 0...1200, &problems, else: "Choose how long you’ve been training.")
    if months == nil { problems["trainingMonths"] = "Choose how long you’ve been training." }
    let equipment = equipment(&problems)
    let weights = weights(&problems)
    let tolerable = answers.whole(
      "tolerableSoreness", in: 0...10, &problems, else: "0 to 10.")
    let screening = screening(on: today, &problems)

    guard problems.isEmpty, let birthYear, let bodyMass, let months, let step, let screening else {
      return (nil, problems)
    }
    let freeDays = Set(answers.all("freeDays").compactMap(Day.Weekday.init))
    let athlete = Athlete(
      birthYear: birthYear, sex: Athlete.Sex(rawValue: answers["sex"] ?? ""), bodyMass: bodyMass,
      trainingMonths: months, equipment: equipment,
      company: Athlete.Company(rawValue: answers["company"] ?? "") ?? .alone, loadStep: step,
      weights: weights == Weights() ? nil : weights, freeDays: freeDays.isEmpty ? nil : freeDays,
      tolerableSoreness: tolerable)
    return ((athlete, screening), problems)
  }

  private func mass(
    _ name: String, in range: ClosedRange<Mass>, _ example: String,
    _ problems: inout FieldProblems
  ) -> Mass? {
    let unit = Mass.Unit(rawValue: answers["\(name)Unit"] ?? "") ?? .kilograms
    let text = (answers[name] ?? "").trimmingCharacters(in: .whitespaces)
    guard let mass = Double(decimal: text).flatMap({ Mass($0, unit) }) else {
      problems[name] =
        text.isEmpty
        ? "A number such as \(example) is missing."
        : "“\(text.prefix(30))” is not a number such as \(example)."
      return nil
    }
    guard range.contains(mass) else {
      let (low, high) = (range.lowerBound.converted(to: unit), range.upperBound.converted(to: unit))
      problems[name] =
        "\(mass) can’t be: it goes from \(low.amount.short(decimals: 1)) to \(high.amount.short(decimals: 1)) \(unit.rawValue)."
      return nil
    }
    return mass
  }

  private func equipment(_ problems: inout FieldProblems) -> Set<Equipment> {
    let ticked = Set(answers.all("equipment").compactMap(Equipment.init))
    switch answers["where"] {
    case "gym": return Set(Equipment.allCases)
    case "": problems["where"] = "Choose what there is to train with."
    default: break
    }
    return ticked
  }

  private func weights(_ problems: inout FieldProblems) -> Weights {
    func list(_ field: String) -> MassList? {
      guard let text = answers[field], !text.allSatisfy(\.isWhitespace) else { return nil }
      let list = MassList(text)
      if list == nil {
        problems[field] =
          "“\(text.prefix(60))” is not a list of weights; write it as “2 to 30 by 2 kg” or “4, 6, 10 kg”."
      }
      return list
    }
    let bar = answers["bar"].flatMap { Mass($0) }
    if bar == nil, answers["bar"]?.allSatisfy(\.isWhitespace) == false {
      problems["bar"] = "The empty bar is a weight with its unit, such as 20 kg."
    }
    return Weights(
      bar: bar, plates: list("plates"), dumbbells: list("dumbbells"),
      machines: list("machines"))
  }

  private func screening(on today: Day, _ problems: inout FieldProblems) -> Screening? {
    for question in Screening.questions where !["yes", "no"].contains(answers["q-\(question.id)"]) {
      problems["q-\(question.id)"] = "Yes or no?"
    }
    let yes = Screening.questions.filter { answers["q-\($0.id)"] == "yes" }.map(\.id)
    let text = (answers["clearedOn"] ?? "").trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty else { return Screening(yes: Set(yes)) }
    guard let day = Day(text) else {
      problems["clearedOn"] = "“\(text.prefix(30))” is not a date such as \(today)."
      return nil
    }
    guard day <= today else {
      problems["clearedOn"] = "\(day) is still to come: enter the day on which they said yes."
      return nil
    }
    guard today - day <= Self.clearanceDays else {
      problems["clearedOn"] = "\(day) is more than five years ago: ask a clinician again."
      return nil
    }
    return Screening(yes: Set(yes), clearedOn: day)
  }

  // MARK: As a page

  /// Training ages as people know them, in months.
  private static let trainingAges: [(value: Int, text: String)] = [
    (0, "I’m starting now"), (1, "1 month"), (3, "3 months"), (6, "Half a year"), (9, "9 months"),
    (12, "1 year"), (24, "2 years"), (36, "3 years"), (60, "5 years"), (120, "10 years or more"),
  ]

  /// The fields of ``Weights``: their names, and what they are called.
  private static let weightFields: [(name: String, label: String)] = [
    ("dumbbells", "Dumbbells, each"), ("bar", "Empty bar, as in 20 kg"),
    ("plates", "Plates on one side of the bar"), ("machines", "Steps of machines and cables"),
  ]

  func page(_ problems: FieldProblems = FieldProblems()) -> PageContent {
    PageContent(
      title: "About you", section: .settings,
      body: """
        <h1>About you</h1>
        <p>Two minutes, once. It decides what is safe for you; you can change it any time.</p>
        <p><a href="/learn">Why lower slowly, and who should wait</a></p>
        \(problems.summary)
        <form method="post" action="/about">
        <section class="card"><h2>Training</h2>\(training(problems))
        <details\(.open, if: answers["where"] == "own" || hasProblem(problems, Self.weightFields.map(\.name)))>\
        <summary>What you can train with</summary>\(equipment(problems))</details>
        <details\(.open, if: problems["tolerableSoreness"] != nil)>\
        <summary>When you can train, and how sore you may be</summary>\(days(problems))</details>
        </section>
        <section class="card"><h2>Health</h2>
        <p class="hint">A yes doesn’t end it: it means a clinician decides first.</p>
        \(Screening.questions.map { question($0, problems) })
        <button type="button" class="quiet" data-no-to-all hidden>No to all that are still open</button>
        <label>If you said yes and a clinician has cleared you for hard training: on which day?
        <input type="date" name="clearedOn" value="\(answers["clearedOn"] ?? "")"\
        \(problems.attributes("clearedOn"))>\(problems.beside("clearedOn"))</label>
        </section>
        <button>Save</button>
        </form>
        """,
      status: problems.isEmpty ? 200 : 422)
  }

  private func hasProblem(_ problems: FieldProblems, _ fields: [String]) -> Bool {
    fields.contains { problems[$0] != nil }
  }

  private func training(_ problems: FieldProblems) -> HTML {
    // An age that isn't one of the choices (after an import) stays as it is.
    let months = answers["trainingMonths"] ?? ""
    var ages = Self.trainingAges.map { (String($0.value), $0.text) }
    if !months.isEmpty, !ages.contains(where: { $0.0 == months }) {
      ages.append((months, "\(months) months"))
    }
    return """
      <label>How long have you trained with weights, without a long break?
      <select name="trainingMonths" required\(problems.attributes("trainingMonths"))>
      <option value="">Choose</option>
      \(Parts.options(ages, chosen: months))
      </select>\(problems.beside("trainingMonths"))</label>
      <div class="pair">
      \(number("Body mass", "bodyMass", problems))
      \(Parts.unitChoice("bodyMassUnit", chosen: unit("bodyMassUnit")))
      </div>
      <div class="pair">
      <label>Year of birth <input name="birthYear" inputmode="numeric" required \
      value="\(answers["birthYear"] ?? "")"\(problems.attributes("birthYear"))>\
      \(problems.beside("birthYear"))</label>
      <label>Sex, if you like <select name="sex">
      \(Parts.options(
        [("", "Not said"), ("female", "Female"), ("male", "Male")], chosen: answers["sex"] ?? ""))
      </select></label>
      </div>
      <label>You train <select name="company">
      \(Parts.options(
        Athlete.Company.allCases.map { ($0.rawValue, $0.name) }, chosen: answers["company"]))
      </select></label>
      <label>Where is that? <select name="where" required\(problems.attributes("where"))>
      \(Parts.options(
        [
          ("", "Choose"), ("gym", "In a gym that has everything"),
          ("own", "With what I tick below"),
        ], chosen: answers["where"] ?? ""))
      </select>\(problems.beside("where"))</label>
      <div class="pair">
      \(number("Smallest step of weight", "loadStep", problems))
      \(Parts.unitChoice("loadStepUnit", chosen: unit("loadStepUnit")))
      </div>
      """
  }

  private func unit(_ name: String) -> Mass.Unit? { answers[name].flatMap(Mass.Unit.init) }

  private func number(_ label: String, _ name: String, _ problems: FieldProblems) -> HTML {
    """
    <label>\(label) <input name="\(name)" inputmode="decimal" required \
    value="\(answers[name] ?? "")"\(problems.attributes(name))>\(problems.beside(name))</label>
    """
  }

  private func equipment(_ problems: FieldProblems) -> HTML {
    let owned = Set(answers.all("equipment"))
    return """
      <div class="ticks">\(Equipment.allCases.map { equipment -> HTML in
        """
        <label><input type="checkbox" name="equipment" value="\(equipment.rawValue)"\
        \(.checked, if: owned.contains(equipment.rawValue))> \(equipment.name)</label>
        """
      })</div>
      <p class="hint">Which weights there are, so that yours can be put together: \
      “2 to 30 by 2 kg”, or “4, 6, 10 kg”. Leave empty what you don’t know.</p>
      \(Self.weightFields.map { name, label -> HTML in
        """
        <label>\(label) <input name="\(name)" value="\(answers[name] ?? "")"\
        \(problems.attributes(name))>\(problems.beside(name))</label>
        """
      })
      """
  }

  private func days(_ problems: FieldProblems) -> HTML {
    let free = Set(answers.all("freeDays"))
    return """
      <div class="ticks">\(Day.Weekday.allCases.map { day -> HTML in
        """
        <label><input type="checkbox" name="freeDays" value="\(day.rawValue)"\
        \(.checked, if: free.contains(day.rawValue))> \(day.name)</label>
        """
      })</div>
      <label>How sore you’re willing to be at the next session, 0 to 10
      <select name="tolerableSoreness"\(problems.attributes("tolerableSoreness"))>
      \(Parts.options(
        [("", "Not said: 4")] + (0...10).map { (String($0), String($0)) },
        chosen: answers["tolerableSoreness"] ?? ""))
      </select>\(problems.beside("tolerableSoreness"))</label>
      """
  }

  private func question(_ question: Screening.Question, _ problems: FieldProblems) -> HTML {
    let name = "q-\(question.id)"
    func choice(_ value: String, _ text: String) -> HTML {
      """
      <label class="choice"><input type="radio" name="\(name)" value="\(value)" required\
      \(.checked, if: answers[name] == value)> \(text)</label>
      """
    }
    return """
      <fieldset class="question"\(problems.attributes(name))><legend>\(question.text)</legend>
      \(choice("no", "No"))\(choice("yes", "Yes"))\(problems.beside(name))</fieldset>
      """
  }
}

extension Form {
  /// The answers as they stand.
  fileprivate init(_ history: History) {
    var answers: [String: [String]] = [:]
    if let athlete = history.athlete {
      answers = [
        "trainingMonths": [String(athlete.trainingMonths)],
        "bodyMass": [athlete.bodyMass.amount.short],
        "bodyMassUnit": [athlete.bodyMass.unit.rawValue],
        "birthYear": [String(athlete.birthYear)], "sex": [athlete.sex?.rawValue ?? ""],
        "company": [athlete.company.rawValue], "loadStep": [athlete.loadStep.amount.short],
        "loadStepUnit": [athlete.loadStep.unit.rawValue],
        "where": [athlete.equipment == Set(Equipment.allCases) ? "gym" : "own"],
        "equipment": athlete.equipment.map(\.rawValue),
        "dumbbells": [athlete.weights?.dumbbells?.description ?? ""],
        "bar": [athlete.weights?.bar?.description ?? ""],
        "plates": [athlete.weights?.plates?.description ?? ""],
        "machines": [athlete.weights?.machines?.description ?? ""],
        "freeDays": (athlete.freeDays ?? []).map(\.rawValue),
        "tolerableSoreness": [athlete.tolerableSoreness.map(String.init) ?? ""],
      ]
    } else {
      answers["loadStep"] = ["2.5"]
    }
    if let screening = history.screening {
      for question in Screening.questions {
        answers["q-\(question.id)"] = [screening.yes.contains(question.id) ? "yes" : "no"]
      }
      answers["clearedOn"] = [screening.clearedOn?.description ?? ""]
    }
    self.init(answers)
  }
}
