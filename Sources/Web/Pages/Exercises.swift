import Coaching
import Foundation
import Lifting
import Pictures

extension Page {
  /// The athlete's own exercises: what the catalog doesn't know, named once.
  static let exercises = Page(
    path: "/exercises",
    show: { visit in
      let history = try await visit.place.today(visit.member).history
      return .page(OwnExerciseForm(answers: visit.query, history: history).page())
    },
    take: { visit in
      let history = try await visit.place.today(visit.member).history
      let form = OwnExerciseForm(answers: visit.form, history: history)
      let (own, problems) = form.read()
      guard let own else { return .page(form.page(problems)) }
      try await visit.place.record(.exercise(own), of: visit.member)
      return .redirect("/exercises")
    })
}

/// An own exercise as a form: a name, what it is like, and what differs.
struct OwnExerciseForm {
  var answers: Form
  var history: History

  private var name: String {
    (answers["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What is known of the name: the athlete's own word, or what its words propose.
  private var known: OwnExercise? {
    if let own = history.exercises[Exercise.key(of: name)] { return own }
    return Self.proposal(name).map { OwnExercise(name: name, like: $0.id) }
  }

  /// The exercise of the catalog that has most of the name's words; nil where none has any.
  static func proposal(_ name: String) -> Exercise? {
    guard !name.isEmpty else { return nil }
    if let like = Exercise.suggestions(for: name, most: 1).first { return like }
    return name.split { !$0.isLetter }.sorted { $0.count > $1.count }.lazy
      .compactMap { word in
        Exercise.named(String(word)) ?? Exercise.suggestions(for: String(word), most: 1).first
      }.first
  }

  func read() -> (OwnExercise?, FieldProblems) {
    var problems = FieldProblems()
    if name.isEmpty { problems["name"] = "What do you call it?" }
    if let exercise = Exercise.named(name) {
      problems["name"] = "The catalog knows it already, as \(exercise.name.lowercased())."
    }
    let like = answers["like"].flatMap { Exercise.with(Exercise.ID(rawValue: $0)) }
    if like == nil { problems["like"] = "What does it move like?" }
    guard let like, problems.isEmpty else { return (nil, problems) }
    let parts = answers.all("parts").compactMap(BodyPart.init).sorted()
    let equipment = answers.all("with").compactMap(Equipment.init)
    let own = OwnExercise(
      name: name, like: like.id, bodyParts: parts.isEmpty ? nil : parts,
      equipment: answers.all("with").contains("none") ? [] : equipment.isEmpty ? nil : equipment,
      begins: answers["begins"].flatMap(Phase.init),
      liftsBody: answers["body"].flatMap { Bool($0) })
    if let problem = own.problems.first { problems["name"] = "\(problem.message)." }
    return (problems.isEmpty ? own : nil, problems)
  }

  func page(_ problems: FieldProblems = FieldProblems()) -> PageContent {
    PageContent(
      title: "Your exercises", section: .settings,
      body: """
        <h1>Your exercises</h1>
        <p>What the catalog of \(Exercise.catalog.count) doesn’t know, you name once. From then on it is \
        planned, led, logged and forecast like any other, in programs too, and what you did under its \
        name before counts.</p>
        \(problems.summary)
        \(names)
        \(form(problems))
        """,
      status: problems.isEmpty ? 200 : 422)
  }

  // MARK: What there is

  private var names: HTML {
    let own = history.exercises.values.sorted { $0.name < $1.name }.map { own -> HTML in
      let like = Exercise.with(own.like)?.name.lowercased() ?? own.like.rawValue
      return "<li>\(link(own.name)) <span class=\"hint\">like \(like)</span></li>"
    }
    var counts: [String: Int] = [:]
    for set in history.sets where Exercise.with(set.value.exercise) == nil {
      counts[Words.name(of: set.value), default: 0] += 1
    }
    let unknown = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(100)
      .map { name, count -> HTML in
        "<li>\(link(name)) <span class=\"hint\">\(count.counted("set"))</span></li>"
      }
    let known: HTML =
      own.isEmpty ? .empty : "<section class=\"card\"><h2>Named</h2><ul>\(own)</ul></section>"
    let open: HTML =
      unknown.isEmpty
      ? .empty
      : """
      <section class="card"><h2>Not known yet</h2><p>They are in your history, but nothing can be worked out \
      from them until you say what they are like.</p><ul>\(unknown)</ul></section>
      """
    return "\(known)\(open)"
  }

  private func link(_ name: String) -> HTML {
    "<a href=\"\(Self.address(name))\">\(name)</a>"
  }

  /// Where a name is told.
  static func address(_ name: String) -> String {
    let safe = Words.encoded(name)
    return "/exercises?name=\(safe)"
  }

  // MARK: The form

  private func form(_ problems: FieldProblems) -> HTML {
    let known = known
    let like = answers["like"] ?? known?.like.rawValue ?? ""
    let all = Exercise.catalog.sorted { $0.name < $1.name }.map { ($0.id.rawValue, $0.name) }
    let isSent = answers["like"] != nil
    let parts = isSent ? answers.all("parts") : (known?.bodyParts ?? []).map(\.rawValue)
    let with =
      isSent
      ? answers.all("with")
      : known?.equipment.map { $0.isEmpty ? ["none"] : $0.map(\.rawValue) } ?? []
    let begins = answers["begins"] ?? known?.begins?.rawValue ?? ""
    let body = answers["body"] ?? known?.liftsBody.map(String.init) ?? ""
    let differs = !parts.isEmpty || !with.isEmpty || !begins.isEmpty || !body.isEmpty
    return """
      <form method="post" action="/exercises" class="card">
      <label>Name <input name="name" autocomplete="off" required maxlength="100" \
      value="\(name)"\(problems.attributes("name"))>\(problems.beside("name"))</label>
      <label>Moves like <select name="like" required\(problems.attributes("like"))>
      \(Parts.options([("", "Choose")] + all, chosen: like))</select>\(problems.beside("like"))</label>
      <details\(differs ? " open" as HTML : .empty)><summary>What differs</summary>
      <p class="hint">What you leave open is as in what it moves like.</p>
      <fieldset class="checks"><legend>Done for</legend>
      \(boxes("parts", BodyPart.allCases.map { ($0.rawValue, $0.name) }, parts))</fieldset>
      <fieldset class="checks"><legend>Done with</legend>
      \(boxes("with", [("none", "Nothing")] + Equipment.allCases.map { ($0.rawValue, $0.name) }, with))\
      </fieldset>
      <label>Begins with <select name="begins">
      \(Parts.options(
        [("", "The same"), ("eccentric", "Lowering"), ("concentric", "Lifting")], chosen: begins))\
      </select></label>
      <label>Lifts the body <select name="body">
      \(Parts.options([("", "The same"), ("true", "Yes"), ("false", "No")], chosen: body))</select></label>
      </details>
      <button>Keep it</button></form>
      """
  }

  private func boxes(
    _ name: String, _ choices: [(value: String, text: String)], _ ticked: [String]
  ) -> HTML {
    let boxes = choices.map { choice -> HTML in
      """
      <label><input type="checkbox" name="\(name)" value="\(choice.value)"\
      \(ticked.contains(choice.value) ? " checked" as HTML : .empty)> \(choice.text)</label>
      """
    }
    return "\(boxes)"
  }
}
