import Coaching
import Foundation
import Lifting
import Prescribing

extension Page {
  /// The session as a form, for who trains without the player or a script.
  static let log = Page(
    path: "/log",
    show: { visit in
      let today = try await visit.coach.today(visit.member)
      guard let session = today.begun?.prescribed ?? today.prescription.session else {
        return .redirect("/today")
      }
      return .page(logForm(session))
    },
    take: { visit in
      let facts = try facts(visit.form, at: visit.coach.now())
      _ = try await visit.coach.record(facts, of: visit.member)
      return .redirect("/today")
    })

  /// The sets that were filled in. The form made the ids, so sending it twice saves it once.
  private static func facts(_ form: Form, at now: Date) throws -> [Fact] {
    guard let id = form["session"].flatMap(UUID.init), let title = form["title"] else {
      throw WebError.badRequest("The form was incomplete. Open it again.")
    }
    let session = Session.ID(rawValue: id.uuidString)
    let count = min(100, max(0, form.integer("count") ?? 0))
    // A second apart and all of them over, so that they keep their order and count at once.
    func at(_ place: Int) -> Date { now.addingTimeInterval(Double(place - count)) }
    var facts = [
      Fact(
        id: id, at: at(0),
        .session(
          Session(
            id: session, title: title,
            program: form["program"].flatMap { $0.isEmpty ? nil : $0 })))
    ]
    for index in 0..<count {
      guard let reps = form.integer("reps\(index)"), (1...1000).contains(reps),
        let setID = form["id\(index)"].flatMap(UUID.init),
        let exercise = Exercise.with(Exercise.ID(rawValue: form["exercise\(index)"] ?? ""))
      else { continue }
      let external = Parts.mass(form, number: "load\(index)", unit: "unit\(index)") ?? .zero
      let kind = WorkSet.Kind(rawValue: form["kind\(index)"] ?? "") ?? .normal
      facts.append(
        Fact(
          id: setID, at: at(index),
          .workSet(
            WorkSet(
              exercise: exercise.id, kind: kind,
              load: Load(
                external: external,
                assistance: Mass(form["assistance\(index)"] ?? "") ?? .zero), reps: reps,
              wayUp: form["wayUp\(index)"].flatMap(WayUp.init),
              tempo: form["tempo\(index)"].flatMap(Tempo.init),
              controlledReps: form["controlled\(index)"] == nil ? nil : reps,
              repsInReserve: form.integer("reserve\(index)").flatMap {
                (0...20).contains($0) ? $0 : nil
              }, session: session))))
    }
    guard facts.count > 1 else {
      throw WebError.badRequest("No set was filled in, so nothing was saved.")
    }
    return facts
  }

  private static func logForm(_ session: PrescribedSession) -> PageContent {
    var index = 0
    let exercises = session.together.map { together -> HTML in
      let isSuperset = together.count > 1
      let sets = together.inTurns { prescribed in
        prescribed.doses.flatMap { dose in
          Array(repeating: (prescribed: prescribed, dose: dose), count: dose.sets)
        }
      }
      let rows = sets.map { set -> HTML in
        defer { index += 1 }
        let name: HTML =
          isSuperset
          ? "<p class=\"turn\">\(set.prescribed.superset ?? "") \(set.prescribed.name)</p>" : .empty
        return "\(name)\(row(set.dose, set.prescribed.exercise, index))"
      }
      let names = together.map(\.name).joined(separator: " and ")
      return """
        <fieldset class="card"><legend>\(names)\(isSuperset ? ", in turns" : "")</legend>
        <div class="logrow heads" aria-hidden="true"><span>Reps</span><span>Weight</span>\
        <span>Left</span><span>Control</span></div>
        \(rows)</fieldset>
        """
    }
    return PageContent(
      title: "Log \(session.title)", place: .today,
      body: """
        <h1>Log \(session.title)</h1>
        <p>Clear the reps of what you didn’t do.</p>
        <form method="post" action="/log">
        <input type="hidden" name="session" value="\(UUID().uuidString)">
        <input type="hidden" name="title" value="\(session.title)">
        <input type="hidden" name="program" value="\(session.program ?? "")">
        <input type="hidden" name="count" value="\(index)">
        \(exercises)
        <button>Save</button>
        </form>
        """)
  }

  private static func row(_ dose: Dose, _ exercise: Exercise.ID, _ index: Int) -> HTML {
    let isNegative = dose.kind == .negative
    let unit = dose.load?.external.unit
    let load = dose.load.map { $0.external.amount > 0 ? $0.external.amount.short : "" } ?? ""
    return """
      <div class="logrow\(isNegative ? " negative" : "")">
      <input type="hidden" name="id\(index)" value="\(UUID().uuidString)">
      <input type="hidden" name="exercise\(index)" value="\(exercise.rawValue)">
      <input type="hidden" name="kind\(index)" value="\(dose.kind.rawValue)">
      <input type="hidden" name="wayUp\(index)" value="\(dose.wayUp?.rawValue ?? "")">
      <input type="hidden" name="tempo\(index)" value="\(dose.tempo.description)">
      <input type="hidden" name="assistance\(index)" \
      value="\(dose.load?.assistance.description ?? "")">
      <input name="reps\(index)" inputmode="numeric" value="\(dose.reps)" \
      aria-label="Reps of set \(index + 1)">
      <span class="pair"><input name="load\(index)" inputmode="decimal" value="\(load)" \
      aria-label="Weight of set \(index + 1)">\(Parts.unitChoice("unit\(index)", chosen: unit))</span>
      <input name="reserve\(index)" inputmode="numeric" value="\(isNegative ? "" : String(dose.repsInReserve))" \
      aria-label="Reps in reserve after set \(index + 1)">
      <input type="checkbox" name="controlled\(index)" checked \
      aria-label="Lowered under control in set \(index + 1)">
      </div>
      """
  }
}
