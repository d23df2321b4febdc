import Coaching
import Foundation
import Lifting
import Pictures

extension Page {
  /// What somebody could do when they tried: a one-rep maximum, one slow lowering, a hold.
  static let tests = Page(
    path: "/tests",
    show: { visit in
      let history = try await visit.place.today(visit.member).history
      return .page(TestForm(answers: visit.query, history: history).page())
    },
    take: { visit in
      let history = try await visit.place.today(visit.member).history
      let form = TestForm(answers: visit.form, history: history)
      let (test, problems) = form.read()
      guard let test, let id = visit.form["id"].flatMap(UUID.init) else {
        return .page(form.page(problems))
      }
      _ = try await visit.place.record(
        [Fact(id: id, at: visit.place.now(), .strengthTest(test))], of: visit.member)
      return .redirect("/today")
    })
}

/// A test as a form.
struct TestForm {
  enum Kind: String, CaseIterable {
    case repetitions, lowering, hold

    var text: String {
      switch self {
      case .repetitions: "Most repetitions with a weight; 1 is a one-rep maximum"
      case .lowering: "One lowering, as slow as it goes, in seconds"
      case .hold: "One hold, as long as it goes, in seconds"
      }
    }
  }

  var answers: Form
  var history: History

  func read() -> (StrengthTest?, FieldProblems) {
    var problems = FieldProblems()
    let name = (answers["exercise"] ?? "").trimmingCharacters(in: .whitespaces)
    let exercise = history.exercise(named: name)
    if exercise == nil { problems["exercise"] = Words.noSuchExercise(name) }
    let kind = Kind(rawValue: answers["kind"] ?? "")
    if kind == nil { problems["kind"] = "What was tried?" }
    let number = answers["number"] ?? ""
    var load = Load.body
    let amount = (answers["load"] ?? "").trimmingCharacters(in: .whitespaces)
    if !amount.isEmpty {
      let typed = "\(amount) \(answers["load-unit"] ?? "kg")"
      do throws(WorkSet.Field.Problem) {
        load = try Load(typed: answers["load-way"] == "help" ? "help \(typed)" : typed)
      } catch {
        problems["load"] = error.sentence
      }
    } else if let exercise, exercise.bodyMassFraction == 0 {
      problems["load"] = "With how much weight? 0 where there was none."
    }
    let result: StrengthTest.Result?
    switch kind {
    case .repetitions:
      result = answers.whole(
        "number", in: 0...100, &problems, else: "A whole number of repetitions, 100 at most."
      ).map { .repetitions($0, load) }
    case .lowering, .hold:
      let seconds = Double(decimal: number.trimmingCharacters(in: .whitespaces))
      let range = kind == .lowering ? Plausible.seconds : Plausible.secondsOfASet
      if let seconds, range.contains(seconds), seconds > 0 {
        result =
          kind == .lowering ? .lowering(seconds: seconds, load) : .hold(seconds: seconds, load)
      } else {
        problems["number"] =
          "“\(number.prefix(30))” can’t be. A number of seconds, \(range.upperBound.short) at most."
        result = nil
      }
    case nil: result = nil
    }
    if result == nil { problems["number"] = "How many?" }
    guard problems.isEmpty, let exercise, let result else { return (nil, problems) }
    return (StrengthTest(exercise: exercise.id, result: result), problems)
  }

  func page(_ problems: FieldProblems = FieldProblems()) -> PageContent {
    let exercise =
      answers["exercise"].map { asked in
        (Exercise.with(Exercise.ID(rawValue: asked)) ?? history.exercise(named: asked))?.name
          ?? asked
      } ?? ""
    let unit = answers["load-unit"] ?? Words.unit(of: history).rawValue
    return PageContent(
      title: "A test", section: .today,
      body: """
        <h1>A test</h1>
        <p>What you can do at most, tried when you’re rested and warm. It makes doses fit sooner than sets \
        do; nobody has to.</p>
        \(problems.summary)
        <form method="post" action="/tests" class="card">
        <input type="hidden" name="id" value="\(UUID().uuidString)">
        <label>Exercise <input name="exercise" list="exercises" autocomplete="off" required \
        value="\(exercise)"\(problems.attributes("exercise"))>\(problems.beside("exercise"))</label>
        \(Parts.exerciseNames(history))
        <label>What was tried <select name="kind" required\(problems.attributes("kind"))>
        \(Parts.options(
          [("", "Choose")] + Kind.allCases.map { ($0.rawValue, $0.text) }, chosen: answers["kind"] ?? ""))
        </select>\(problems.beside("kind"))</label>
        <label>Repetitions, or seconds <input name="number" inputmode="decimal" required \
        value="\(answers["number"] ?? "")"\(problems.attributes("number"))>\
        \(problems.beside("number"))</label>
        <label>Weight, or help <span class="pair"><input name="load" inputmode="decimal" \
        value="\(answers["load"] ?? "")"\(problems.attributes("load"))>\
        <select name="load-unit" aria-label="Unit">\
        \(Parts.options(Mass.Unit.allCases.map { ($0.rawValue, $0.rawValue) }, chosen: unit))</select>\
        <select name="load-way" aria-label="Added, or help">\
        \(Parts.options([("added", "added"), ("help", "help")], chosen: answers["load-way"] ?? "added"))\
        </select></span>\(problems.beside("load"))</label>
        <button>Save</button></form>
        <p class="hint">Tests that were entered are in the <a href="/history">history</a>, to be changed or \
        deleted.</p>
        """,
      status: problems.isEmpty ? 200 : 422)
  }
}
