import Lifting
import Physiology

/// The coming days by body part, as pictures and as a table.
enum ForecastView {
  private static let most = 4

  static func card(_ forecast: Forecast, offsetDay today: Day, title: String) -> HTML {
    // The sorest first; equal ones in the order of the body.
    let parts = forecast.parts.sorted {
      (peak($0).high, $1.bodyPart) > (peak($1).high, $0.bodyPart)
    }
    guard let first = parts.first else {
      return """
        <section class="card" id="forecast"><h2>\(title)</h2>
        <p>Rested, and no soreness to speak of in the next five days.</p></section>
        """
    }
    let rest = parts.dropFirst(most)
    let more: HTML =
      rest.isEmpty
      ? .empty
      : """
      <details><summary>\(rest.count == 1 ? "1 more body part" : "\(rest.count) more body parts")</summary>\
      \(rest.map { picture($0, today: today) })</details>
      """
    return """
      <section class="card" id="forecast"><h2>\(title)</h2>
      <p>\(sentence(first, today: today))</p>
      <p class="legend"><span class="key soreness">soreness, 0–10</span> \
      <span class="key strength">strength, %</span> <span>bands hold 90 %</span></p>
      \(parts.prefix(most).map { picture($0, today: today) })\(more)
      <details><summary>As a table</summary>\(table(parts, today: today))</details>
      <p class="hint">Soreness says that the work was new to you, not that it was good.</p>
      </section>
      """
  }

  private static func peak(_ part: Forecast.Part) -> Interval {
    part.days.map(\.soreness).max { $0.high < $1.high } ?? Interval(low: 0, expected: 0, high: 0)
  }

  private static func sentence(_ part: Forecast.Part, today: Day) -> String {
    let peak = peak(part)
    let name = part.bodyPart.name.lowercased()
    guard peak.high >= 1, let index = part.days.firstIndex(where: { $0.soreness == peak }) else {
      return "Hardly any soreness to expect; your \(name) will be the last to be at full strength."
    }
    let day = index == 0 ? "now" : "on \(today.advanced(by: index).weekday.name)"
    return
      "Most soreness to expect: \(Words.range(peak)) of 10 in your \(name), \(day)."
  }

  private static func picture(_ part: Forecast.Part, today: Day) -> HTML {
    let days = part.days.indices.map { today.advanced(by: $0) }
    let ticks = days.enumerated().map { (at: Double($0), text: String($1.weekday.name.prefix(2))) }
    let x = Chart.Axis(range: 0...Double(max(1, part.days.count - 1)), ticks: ticks)
    func points(_ interval: (Forecast.Moment) -> Interval, _ meaning: Chart.Meaning) -> [Chart.Mark]
    {
      let values = part.days.enumerated().map { (Double($0), interval($1)) }
      return [
        .band(values.map { (x: $0.0, low: $0.1.low, high: $0.1.high) }, meaning),
        .line(values.map { (x: $0.0, y: $0.1.expected) }, meaning),
        .dots(values.map { (x: $0.0, y: $0.1.expected) }, meaning),
      ]
    }
    let weakest = part.days.map(\.strengthPercent.low).min() ?? 100
    let floor = weakest >= 50 ? 50.0 : 0
    let soreness = Chart(
      title: "Soreness of the \(part.bodyPart.name.lowercased())",
      description: "Expected, with the range that holds 90 %: "
        + describe(part, days, \.soreness, decimals: 1),
      width: 172, height: 104, x: x,
      y: Chart.Axis(range: 0...10, ticks: [(0, "0"), (5, "5"), (10, "10")]),
      marks: points(\.soreness, .soreness))
    let strength = Chart(
      title: "Strength of the \(part.bodyPart.name.lowercased())",
      description: "Percent of rested: " + describe(part, days, \.strengthPercent, decimals: 0),
      width: 172, height: 104, x: x,
      y: Chart.Axis(
        range: floor...100,
        ticks: [(floor, floor.short), ((floor + 100) / 2, ((floor + 100) / 2).short), (100, "100")]),
      marks: points(\.strengthPercent, .strength))
    return """
      <figure class="part"><figcaption>\(part.bodyPart.name)</figcaption>\
      <div class="two">\(soreness.html)\(strength.html)</div></figure>
      """
  }

  private static func describe(
    _ part: Forecast.Part, _ days: [Day], _ interval: (Forecast.Moment) -> Interval, decimals: Int
  ) -> String {
    zip(days, part.days).map { day, moment in
      let value = interval(moment)
      return
        "\(day.weekday.name) \(value.expected.short(decimals: decimals)) (\(Words.range(value, decimals: decimals)))"
    }.joined(separator: ", ")
  }

  private static func table(_ parts: [Forecast.Part], today: Day) -> HTML {
    let count = parts.first?.days.count ?? 0
    let heads = (0..<count).map { day -> HTML in
      "<th scope=\"col\">\(String(today.advanced(by: day).weekday.name.prefix(3)))</th>"
    }
    let rows = parts.map { part -> HTML in
      let cells = part.days.map { moment -> HTML in
        "<td>\(moment.soreness.expected.short(decimals: 0)) · \(moment.strengthPercent.expected.short(decimals: 0)) %</td>"
      }
      return "<tr><th scope=\"row\">\(part.bodyPart.name)</th>\(cells)</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Forecast as a table"><table>\
      <caption>Soreness of 10 · strength</caption>
      <thead><tr><td></td>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }
}
