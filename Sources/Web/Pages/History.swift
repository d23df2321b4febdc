import Coaching
import Community
import Foundation
import Lifting
import Physiology
import Pictures

extension Page {
  static let history = Page(
    path: "/history",
    show: { visit in
      let past = try await visit.place.past(visit.member)
      let before = visit.query["before"].flatMap(Day.init)
      return .page(historyPage(past, before: before))
    })

  /// Takes back what is kept but can't be read.
  static let unreadable = Page(
    path: "/history/unreadable",
    show: { _ in .redirect("/history") },
    take: { visit in
      try await visit.place.takeBackUnreadable(of: visit.member)
      return .redirect("/history")
    })

  private static let daysAPage = 20

  private static func historyPage(_ past: Place.Past, before: Day?) -> PageContent {
    let older = past.days.filter { before == nil || $0.day < before ?? $0.day }
    let shown = older.prefix(daysAPage)
    let more: HTML =
      older.count > shown.count
      ? (shown.last.map { last -> HTML in
        "<p><a class=\"button quiet\" href=\"/history?before=\(last.day.description)\">Earlier</a></p>"
      } ?? .empty) : .empty
    let body: HTML =
      past.days.allSatisfy { $0.sets.isEmpty && $0.soreness.isEmpty }
      ? """
      <p>Nothing yet. It fills with your first session, or with \
      <a href="/import">what you bring from another program</a>.</p>
      \(shown.map(day))
      """
      : """
      \(before == nil ? strengthAndLowerings(past) : .empty)
      <h2>Day by day</h2>
      <div class="beside-one-another">\(shown.map(day))</div>\(more)
      """
    return PageContent(
      title: "History", section: .history,
      body: """
        <h1>History</h1>\(unreadable(past.unreadable))\(body)\(takenBack(past.takenBack))
        <p><a class="button quiet" href="/measure">Measure a set from a recording</a></p>
        """)
  }

  /// What is kept but can't be counted, and the way to be rid of it.
  private static func unreadable(_ entries: [Place.Past.Unreadable]) -> HTML {
    guard !entries.isEmpty else { return .empty }
    let what = entries.count == 1 ? "One entry is" : "\(entries.count) entries are"
    let reasons = entries.prefix(20).map { entry -> HTML in "<li>\(entry.reason).</li>" }
    return """
      <section class="card"><p class="problem">\(what) kept but can’t be true or read, so nothing here counts \
      \(entries.count == 1 ? "it" : "them").</p><ul>\(reasons)</ul>
      <form method="post" action="/history/unreadable">
      <button class="quiet">Take \(entries.count == 1 ? "it" : "them") away</button>
      </form></section>
      """
  }

  static func strengthAndLowerings(_ past: Place.Past) -> HTML {
    let unit = Words.unit(of: past.days.first { !$0.sets.isEmpty }?.sets.map(\.value) ?? [])
    let all = past.strength.filter { $0.points.count > 1 }.map { strengthChart($0, unit) }
    let strength = all.prefix(shownLifts)
    let rest = all.dropFirst(shownLifts)
    let more: HTML =
      rest.isEmpty
      ? .empty
      : "<details><summary>\(rest.count.counted("more lift"))</summary>\(Array(rest))</details>"
    let week: HTML = past.weeks.isEmpty ? .empty : weekChart(past.weeks)
    let none: HTML =
      strength.isEmpty
      ? "<p>Two sessions of an exercise, and its strength shows here.</p>" : .empty
    return """
      <section class="card"><h2>Strength</h2>\(none)\(Array(strength))\(more)
      <p class="hint">One-rep maximum when rested, estimated from your sets, by seven formulas; the \
      band holds 90 %. Dots are single sessions, tired or not.</p></section>
      <section class="card"><h2>Lowering</h2>\(week)
      <p class="legend"><span class="key eccentric">stressed: negatives and slow sets</span> \
      <span class="key ordinary">ordinary</span></p></section>
      """
  }

  private static let shownLifts = 4

  private static func strengthChart(_ course: StrengthCourse, _ unit: Mass.Unit) -> HTML {
    let points = course.points.suffix(200)
    let observed = points.map { $0.observedKilograms * unit.aKilogram }
    let believed = points.map { $0.believedKilograms.inUnit(unit) }
    let days = points.map { $0.at.timeIntervalSince1970 / 86_400 }
    guard let first = days.first, let last = days.last, let belief = believed.last else {
      return .empty
    }
    let values = observed + believed.flatMap { [$0.low, $0.high] }
    let range = ClosedRange(between: values.min() ?? 0, and: values.max() ?? 1)
    let years = [first, last].map { Day(number: Int(saturating: $0.rounded(.down))).year }
    let isLong = years[0] != years[1]
    let chart = Chart(
      title: course.exercise.name,
      description:
        "One-rep maximum, now about \(belief.expected.short(decimals: 0)) \(unit.rawValue) (\(Words.range(belief)) \(unit.rawValue)).",
      x: Chart.Axis(
        range: ClosedRange(between: first, and: max(last, first + 1)),
        ticks: [
          (first, date(first, withYear: isLong)),
          (max(last, first + 1), date(last, withYear: isLong)),
        ]),
      y: .round(range, unit: " \(unit.rawValue)"),
      marks: [
        .band(zip(days, believed).map { (x: $0, low: $1.low, high: $1.high) }, .strength),
        .line(zip(days, believed).map { (x: $0, y: $1.expected) }, .strength),
        .dots(zip(days, observed).map { (x: $0, y: $1) }, .reported),
      ])
    return """
      <figure><figcaption>\(course.exercise.name): about \
      <strong>\(belief.expected.short(decimals: 0)) \(unit.rawValue)</strong> \
      <span class="hint">\(Words.range(belief)) \(unit.rawValue)</span>\(byVelocity(course, unit))</figcaption>\
      \(chart.html)</figure>
      """
  }

  /// What velocities say by themselves, where several loads were lifted as fast as they would go.
  private static func byVelocity(_ course: StrengthCourse, _ unit: Mass.Unit) -> HTML {
    guard let said = course.byVelocity else { return .empty }
    let belief = said.kilograms.inUnit(unit)
    return """
      <br><span class="hint">by velocity: \(belief.expected.short(decimals: 0)) \(unit.rawValue) \
      (\(Words.range(belief)) \(unit.rawValue)), from \(String(said.lifts)) lifts of four weeks</span>
      """
  }

  private static func date(_ daysSince1970: Double, withYear: Bool) -> String {
    date(Day(number: Int(saturating: daysSince1970.rounded(.down))), withYear: withYear)
  }

  /// `2/3`, or `2/3/2026` where the axis spans years.
  private static func date(_ day: Day, withYear: Bool) -> String {
    let (year, month, number) = day.components
    return "\(number)/\(month)" + (withYear ? "/\(year)" : "")
  }

  private static func weekChart(_ weeks: [Place.EccentricWeek]) -> HTML {
    let most = weeks.map { $0.emphasized + $0.ordinary }.max() ?? 1
    let bars = weeks.enumerated().map { ($0, $1) }
    let total = weeks.last.map { $0.emphasized } ?? 0
    let chart = Chart(
      title: "Lowerings a week",
      description:
        "\(weeks.count.counted("week")); this week \(total) with the eccentric stressed and \(weeks.last?.ordinary ?? 0) ordinary ones.",
      x: Chart.Axis(
        range: -0.6...(Double(weeks.count) - 0.4),
        ticks: [0, weeks.count - 1].filter { $0 >= 0 }.map {
          (
            Double($0),
            date(
              weeks[$0].monday, withYear: weeks.first?.monday.year != weeks.last?.monday.year)
          )
        }),
      y: .round(0...Double(max(1, most))),
      marks: [
        .bars(
          bars.map { (x: Double($0), from: 0, to: Double($1.emphasized)) }, width: 0.7, .eccentric),
        .bars(
          bars.map {
            (
              x: Double($0), from: Double($1.emphasized), to: Double($1.emphasized + $1.ordinary)
            )
          }, width: 0.7, .ordinary),
      ])
    return chart.html
  }

  static func day(_ day: Place.Past.DayOfSets) -> HTML {
    var order: [String] = []
    var groups: [String: [WorkSet]] = [:]
    for set in day.sets.map(\.value) {
      let key = "\(Words.name(of: set))|\(set.kind.rawValue)|\(set.load)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(set)
    }
    let sets = order.compactMap { groups[$0] }.map { sets -> HTML in
      let isNegative = sets.first?.kind == .negative
      let style: HTML = isNegative ? " class=\"negative\"" : .empty
      return """
        <li\(style)>\(sets.first.map(Words.name) ?? ""): \
        \(Words.done(sets))\(control(sets))</li>
        """
    }
    let soreness = day.soreness.sorted { $0.key < $1.key }
      .map { "\($0.key.name) \($0.value)" }.joined(separator: ", ")
    return """
      <section class="card day"><h3>\(Words.day(day.day)) \(String(day.day.year))\
      \(day.title.map { title -> HTML in " <small>\(title)</small>" })</h3>
      \(sets.isEmpty ? .empty : "<ul>\(sets)</ul>")
      \(soreness.isEmpty ? .empty : "<p class=\"hint\">Soreness: \(soreness)</p>")\
      \(day.entries.isEmpty
        ? .empty
        : "<details><summary>Change or delete</summary>\(entries(day.entries))</details>")</section>
      """
  }

  /// Links to what was entered, each to be changed, deleted or brought back.
  private static func entries(_ facts: [Fact]) -> HTML {
    let links = facts.map { fact -> HTML in
      "<li><a href=\"/history/entry?id=\(fact.id.uuidString)\">\(EntryForm.title(fact))</a></li>"
    }
    return "<ul class=\"entries\">\(links)</ul>"
  }

  private static func takenBack(_ facts: [Fact]) -> HTML {
    guard !facts.isEmpty else { return .empty }
    let rest: HTML = facts.count > 100 ? "<p>… and \(facts.count - 100) more.</p>" : .empty
    return """
      <section class="card"><details><summary>Deleted (\(facts.count))</summary>\
      \(entries(Array(facts.prefix(100))))\(rest)</details></section>
      """
  }

  /// How many lowerings were lost, where somebody looked.
  private static func control(_ sets: [WorkSet]) -> HTML {
    let lost = sets.reduce(0) { total, set in
      total + (set.controlledReps.map { max(0, set.reps - $0) } ?? 0)
    }
    return lost == 0 ? .empty : " <span class=\"hint\">(\(lost) without control)</span>"
  }
}

extension Mass.Unit {
  /// A kilogram in it.
  fileprivate var aKilogram: Double { Mass.kilograms(1).converted(to: self).amount }
}

extension Interval {
  /// Kilograms as whoever trains works: in kilograms or pounds.
  fileprivate func inUnit(_ unit: Mass.Unit) -> Interval {
    let size = unit.aKilogram
    return Interval(low: low * size, expected: expected * size, high: high * size)
  }
}
