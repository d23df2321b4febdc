import Coaching
import Lifting
import Pictures
import ProgramText

extension Page {
  /// Another exercise in the place of one, from now on.
  static let exchange = Page(
    path: "/exchange",
    show: { visit in
      let asked = visit.query["exercise"] ?? ""
      guard let exercise = Exercise.with(Exercise.ID(rawValue: asked)) else {
        throw WebError.notFound
      }
      return .page(exchangePage(exercise, try await visit.place.today(visit.member), problem: nil))
    },
    take: { visit in
      let today = try await visit.place.today(visit.member)
      guard let exercise = Exercise.with(Exercise.ID(rawValue: visit.form["exercise"] ?? "")) else {
        throw WebError.notFound
      }
      let typed = visit.form["name"].flatMap { $0.isEmpty ? nil : $0 }
      let other =
        typed.map { today.history.exercise(named: $0) }
        ?? Exercise.with(Exercise.ID(rawValue: visit.form["with"] ?? ""))
      guard let other else {
        return .page(
          exchangePage(exercise, today, problem: Words.noSuchExercise(typed ?? "")))
      }
      do {
        let lines = try await visit.place.exchange(exercise.id, for: other, of: visit.member)
        guard lines > 0 else {
          return .redirect("/log/free?exercise=\(Words.encoded(other.id.rawValue))")
        }
        return .redirect("/today")
      } catch let error as EditError {
        return .page(
          exchangePage(exercise, today, problem: "It can’t be exchanged: \(error.message)."))
      }
    })

  private static func exchangePage(
    _ exercise: Exercise, _ today: Place.Today, problem: String?
  ) -> PageContent {
    let equipment = today.history.athlete?.equipment ?? Set(Equipment.allCases)
    let choices = exercise.alike(with: equipment).map { other -> HTML in
      "<button class=\"quiet\" name=\"with\" value=\"\(other.id.rawValue)\">\(other.name)</button>"
    }
    let none: HTML =
      choices.isEmpty ? "<p>Nothing that you have equipment for is like it.</p>" : .empty
    let isPlanned = today.history.program.map { !$0.text.isEmpty } ?? false
    let what: HTML =
      isPlanned
      ? "<p>It takes its place in your program from now on, with the same sets, reps and tempo. Weights don’t carry over: the first ones go by feel.</p>"
      : "<p>You follow no program: what you do becomes your plan. Choose, and log it; the next time it is there.</p>"
    return PageContent(
      title: "Exchange \(exercise.name)", section: .today,
      body: """
        <h1>Instead of \(exercise.name)</h1>
        \(Parts.problem(problem))
        \(what)
        <form method="post" action="/exchange" class="card choices">
        <input type="hidden" name="exercise" value="\(exercise.id.rawValue)">
        \(choices)\(none)
        </form>
        <form method="post" action="/exchange" class="card">
        <input type="hidden" name="exercise" value="\(exercise.id.rawValue)">
        <label>Another <input name="name" list="exercises" autocomplete="off" required></label>
        \(Parts.exerciseNames(today.history))
        <button class="quiet">Take this one</button></form>
        <p><a href="/today">Leave it as it is</a></p>
        """,
      status: problem == nil ? 200 : 422)
  }
}
