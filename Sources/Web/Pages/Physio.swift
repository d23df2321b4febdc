import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  /// A page to print for a physiotherapist: one's own, or a member's for their coach.
  static let physio = Page(
    path: "/physio",
    show: { visit in
      guard visit.query["member"] != nil else {
        let report = try await visit.place.physio(of: visit.member)
        return .page(
          PageContent(
            title: "For a physiotherapist", section: .history,
            body: PhysioView(report: report, frame: .empty).html))
      }
      let (coached, report) = try await visit.place.physio(
        of: memberID(visit.query), by: visit.member)
      return .page(
        PageContent(
          title: "\(report.name), for a physiotherapist", section: .settings,
          body: PhysioView(
            report: report, frame: MemberView.parts(of: coached, current: .physio)
          ).html))
    })
}

/// What a physiotherapist asks about, to be read on paper.
private struct PhysioView {
  let report: PhysioReport
  let frame: HTML

  var html: HTML {
    let knowsSessions = report.sees.contains(.sessions)
    return """
      <div class="physio"><h1>\(report.name) <small>For a physiotherapist, \(date(report.day))</small></h1>
      \(frame)
      \(cleared)
      \(pain)
      \(knowsSessions ? tests : "<p>Tests, sides and doses aren’t shared.</p>")
      \(knowsSessions ? sides : .empty)
      \(knowsSessions ? doses : .empty)
      <p class="hint">Entered by \(report.name), and as good as that. Not a diagnosis. Print it with your \
      browser.</p></div>
      """
  }

  /// `2 March 2026`
  private func date(_ day: Day) -> String {
    "\(Words.day(day).split(separator: ", ").last ?? "") \(day.year)"
  }

  private func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> HTML {
    let head = heads.map { "<th scope=\"col\">\($0)</th>" as HTML }
    let body = rows.map { cells -> HTML in
      let first: HTML = "<th scope=\"row\">\(cells.first ?? "")</th>"
      let rest = cells.dropFirst().map { "<td>\($0.isEmpty ? "–" : $0)</td>" as HTML }
      return "<tr>\(first)\(Array(rest))</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table>\
      <caption>\(caption)</caption><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>
      """
  }

  private var cleared: HTML {
    let concerns = report.concerns.map { "Said yes: \($0.because)" }
    let clearances = report.clearances.map { said in
      let by = said.value.by.map { "\($0)" } ?? "a clinician, not named"
      return "\(date(said.day)): cleared by \(by)"
        + (said.value.note.map { " (\($0))" } ?? "")
    }
    let all = concerns + clearances
    return """
      <section class="card"><h2>Cleared</h2>\(all.isEmpty ? "<p>Nothing was entered.</p>" : Parts.list(all))</section>
      """
  }

  private var pain: HTML {
    let rows = report.pains.map { course in
      [
        course.pain.text.capitalizedFirst, "\(course.days.count)",
        course.days.first.map(date) ?? "", course.days.last.map(date) ?? "",
      ]
    }
    let symptoms = report.symptoms.prefix(20).map { "\(date($0.day)): \($0.value.text)" }
    let charts = report.soreness.map(chart)
    return """
      <section class="card"><h2>Pain</h2>
      \(rows.isEmpty ? "<p>None was reported.</p>" : table("What hurt", ["What", "Days", "First", "Last"], rows))
      \(symptoms.isEmpty ? .empty : "<h3>Signs that stop training</h3>\(Parts.list(Array(symptoms)))")
      \(charts.isEmpty ? .empty : "<h3>Soreness as rated, 0–10</h3><p class=\"hint\">! marks a day with pain there.</p><div class=\"two\">\(charts)</div>")
      </section>
      """
  }

  private func chart(_ part: BodyPart, _ ratings: [PhysioReport.Said<Int>]) -> HTML {
    let first = min(ratings.first?.day ?? report.day, report.day)
    let last = Double(max(1, report.day - first))
    let pains = Set(
      report.pains.filter { $0.pain.bodyPart == part }.flatMap(\.days).filter { $0 >= first })
    let dots = ratings.map { (x: Double($0.day - first), y: Double($0.value)) }
    let said = ratings.suffix(30).map { "\(date($0.day)) \($0.value)" }.joined(separator: ", ")
    let chart = Chart(
      title: "Soreness of the \(part.name.lowercased())",
      description: said
        + (pains.isEmpty ? "" : ". Pain on \(pains.sorted().map(date).joined(separator: ", "))"),
      width: 172, height: 104,
      x: Chart.Axis(
        range: 0...last,
        ticks: [(0, short(first)), (last, short(report.day))]),
      y: Chart.Axis(range: 0...10, ticks: [(0, "0"), (5, "5"), (10, "10")]),
      marks: [.line(dots, .soreness), .dots(dots, .soreness)]
        + pains.sorted().map { .label(x: Double($0 - first), "!") })
    return "<figure class=\"part\"><figcaption>\(part.name)</figcaption>\(chart.html)</figure>"
  }

  private func short(_ day: Day) -> String {
    let (year, month, number) = day.components
    return "\(number)/\(month)" + (year == report.day.year ? "" : "/\(year % 100)")
  }

  private var tests: HTML {
    let rows = report.tests.prefix(40).map { said -> [String] in
      let exercise = Exercise.with(said.value.exercise)
      func on(_ load: Load) -> String { exercise.map { load.text(in: $0) } ?? load.typed }
      let (what, load) =
        switch said.value.result {
        case .repetitions(let reps, let load): ("\(reps.counted("rep")) at most", load)
        case .lowering(let seconds, let load): ("lowered for \(seconds.short) s", load)
        case .hold(let seconds, let load): ("held for \(seconds.short) s", load)
        }
      return [date(said.day), Words.name(of: said.value.exercise), what, on(load)]
    }
    return """
      <section class="card"><h2>Tests</h2>\(rows.isEmpty
        ? "<p>None.</p>" : table("The newest first", ["Day", "Exercise", "Result", "With"], Array(rows)))</section>
      """
  }

  private var sides: HTML {
    let rows = report.sides.flatMap { sides -> [[String]] in
      [("left", sides.left), ("right", sides.right)].map { name, side in
        [
          "\(Words.name(of: sides.exercise)), \(name)", "\(side.sets)", "\(side.reps)",
          side.heaviest.map { load in
            Exercise.with(sides.exercise).map { load.text(in: $0) } ?? load.typed
          } ?? "",
          side.loweringSeconds.map { "\($0.short(decimals: 1)) s" } ?? "",
          side.controlledPercent.map { "\($0.short(decimals: 0)) %" } ?? "",
        ]
      }
    }
    return """
      <section class="card"><h2>Left and right</h2>\(rows.isEmpty
        ? "<p>No set of the last \(String(report.weeks)) weeks names a side.</p>"
        : table("The last \(report.weeks) weeks", ["", "Sets", "Reps", "Heaviest", "Lowering", "Controlled"], rows))</section>
      """
  }

  private var doses: HTML {
    func row(_ name: String, _ dose: PhysioReport.Dose) -> [String] {
      [
        name, "\(dose.negatives)", "\(dose.slow)", "\(dose.ordinary)",
        dose.seconds > 0 ? "\(dose.seconds.short(decimals: 0)) s" : "",
      ]
    }
    let heads = ["", "Negatives", "Slow", "Ordinary", "Seconds"]
    guard !report.byWeek.isEmpty else {
      return """
        <section class="card"><h2>Lowerings</h2><p>None in \(report.weeks) weeks.</p></section>
        """
    }
    return """
      <section class="card"><h2>Lowerings</h2>
      \(table("Reps by week, from each Monday", heads, report.byWeek.map { row("\(short($0.monday))", $0.dose) }))
      \(table("Reps of \(report.weeks) weeks by body part", heads, report.byPart.map { row($0.part.name, $0.dose) }))
      <p class="hint">Slow: \(WorkSet.emphasisSeconds.short) s or more. Seconds of lowering: where the tempo is known.</p></section>
      """
  }
}
