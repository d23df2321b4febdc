import Foundation
import Lifting
import Physiology
import Pictures

/// The coming days by body part, and the past ones beside what was reported, as pictures and as a
/// table.
enum ForecastView {
  private static let most = 4
  /// For so long a rating is how somebody feels now.
  private static let saidHours = 12.0

  /// What of it is shown: a coach sees what is shared.
  struct Shown: OptionSet {
    let rawValue: Int
    static let soreness = Shown(rawValue: 1)
    static let strength = Shown(rawValue: 2)
  }

  static func card(
    _ forecast: Forecast, offsetDay today: Day, title: String, history: History
  ) -> HTML {
    card(
      forecast, offsetDay: today, title: title,
      past: forecast.parts.first?.days.first.map { LookBack(history, before: $0.at) },
      shows: [.soreness, .strength])
  }

  static func card(
    _ forecast: Forecast, offsetDay today: Day, title: String, past: LookBack?, shows: Shown
  ) -> HTML {
    let now = forecast.parts.first?.days.first?.at
    // The sorest first; equal ones in the order of the body.
    let parts = forecast.parts.map { part in
      // What was said today is how it is: the forecast begins there.
      guard let said = past?.reports[part.bodyPart]?.last, let now,
        now.timeIntervalSince(said.at) < saidHours * 3600, !part.days.isEmpty
      else { return part }
      var part = part
      let rating = Double(said.soreness)
      part.days[0].soreness = Interval(low: rating, expected: rating, high: rating)
      return part
    }.sorted {
      guard shows.contains(.soreness) else {
        return (weakest($0), $0.bodyPart) < (weakest($1), $1.bodyPart)
      }
      return (peak($0).high, $1.bodyPart) > (peak($1).high, $0.bodyPart)
    }
    guard let first = parts.first else {
      return """
        <section class="card" id="forecast"><h2>\(title)</h2>
        <p>\(shows.contains(.soreness)
          ? "Rested, and no soreness to speak of in the next five days." : "Rested.")</p></section>
        """
    }
    let rest = parts.dropFirst(most)
    let more: HTML =
      rest.isEmpty
      ? .empty
      : """
      <details><summary>\(rest.count == 1 ? "1 more body part" : "\(rest.count) more body parts")</summary>\
      \(rest.map { picture($0, today: today, past, shows) })</details>
      """
    return """
      <section class="card" id="forecast"><h2>\(title)</h2>
      \(shows.contains(.soreness) ? "<p>\(sentence(first, today: today))</p>" : .empty)
      \(shows.contains(.strength)
        ? strength(parts, today: today).map { sentence -> HTML in "<p>\(sentence)</p>" } : nil)
      <p class="legend">\(shows.contains(.soreness)
        ? "<span class=\"key soreness\">soreness, 0–10</span> " : .empty)\
      \(shows.contains(.strength) ? "<span class=\"key strength\">strength, %</span> " : .empty)\
      <span>bands hold 90 %</span>\
      \(parts.contains { past?.reports[$0.bodyPart] != nil } ? saidLegend : .empty)</p>
      \(parts.prefix(most).map { picture($0, today: today, past, shows) })\(more)
      <details><summary>As a table</summary>\(table(parts, today: today, shows))</details>
      \(shows.contains(.soreness)
        ? "<p class=\"hint\">Soreness says that the work was new to you, not that it was good.</p>"
        : .empty)
      </section>
      """
  }

  private static let saidLegend: HTML = """
     <span class="key reported">what you said</span> \
    <span class="key ordinary">as forecast the day before</span>
    """

  private static func peak(_ part: Forecast.Part) -> Interval {
    part.days.map(\.soreness).max { $0.high < $1.high } ?? Interval(low: 0, expected: 0, high: 0)
  }

  private static func weakest(_ part: Forecast.Part) -> Double {
    part.days.map(\.strengthPercent.low).min() ?? 100
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

  /// What strength is gone at once, of the part that lost most, and when it is back; nil where hardly any is
  /// gone.
  private static func strength(_ parts: [Forecast.Part], today: Day) -> String? {
    func now(_ part: Forecast.Part) -> Double { part.days.first?.strengthPercent.expected ?? 100 }
    guard let weakest = parts.min(by: { now($0) < now($1) }), now(weakest) < 92,
      let range = weakest.days.first?.strengthPercent
    else { return nil }
    let name = weakest.bodyPart.name.lowercased()
    let back = weakest.days.firstIndex { $0.strengthPercent.expected >= 95 }
    let when =
      back.map { "nearly all of it is back by \(today.advanced(by: $0).weekday.name)" }
      ?? "it takes more than these days to come back"
    let feel = now(weakest) < 85 ? " That is what feels like jelly." : ""
    return """
      Strength of your \(name) now: about \(range.expected.short(decimals: 0)) % of rested \
      (\(range.low.short(decimals: 0)) to \(range.high.short(decimals: 0))); \(when).\(feel)
      """
  }

  private static func picture(
    _ part: Forecast.Part, today: Day, _ past: LookBack?, _ shows: Shown
  ) -> HTML {
    let days = part.days.indices.map { today.advanced(by: $0) }
    // Every other day has its name: on a phone there is no room for more.
    let ticks = days.enumerated().filter { $0.offset.isMultiple(of: 2) }
      .map { (at: Double($0), text: String($1.weekday.name.prefix(3))) }
    let x = Chart.Axis(range: 0...Double(max(1, part.days.count - 1)), ticks: ticks)
    let back = past.flatMap { Past($0, of: part, today: today) }
    func points(_ interval: (Forecast.Moment) -> Interval, _ meaning: Chart.Meaning) -> [Chart.Mark]
    {
      let values = part.days.enumerated().map { (Double($0), interval($1)) }
      return [
        .band(values.map { (x: $0.0, low: $0.1.low, high: $0.1.high) }, meaning),
        .line(values.map { (x: $0.0, y: $0.1.expected) }, meaning),
        .dots(values.map { (x: $0.0, y: $0.1.expected) }, meaning),
      ]
    }
    let floor = weakest(part) >= 50 ? 50.0 : 0
    let soreness = Chart(
      title: "Soreness of the \(part.bodyPart.name.lowercased())",
      description: "Expected, with the range that holds 90 %: "
        + describe(part, days, \.soreness, decimals: 1) + (back?.sentence ?? ""),
      width: 172, height: 104, x: back?.axis(until: x) ?? x,
      y: Chart.Axis(range: 0...10, ticks: [(0, "0"), (5, "5"), (10, "10")]),
      marks: (back?.marks ?? []) + points(\.soreness, .soreness) + (back?.dots ?? []))
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
      <div class="two">\(shows.contains(.soreness) ? soreness.html : .empty)\
      \(shows.contains(.strength) ? strength.html : .empty)</div></figure>
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

  private static func table(_ parts: [Forecast.Part], today: Day, _ shows: Shown) -> HTML {
    let count = parts.first?.days.count ?? 0
    let heads = (0..<count).map { day -> HTML in
      "<th scope=\"col\">\(String(today.advanced(by: day).weekday.name.prefix(3)))</th>"
    }
    let rows = parts.map { part -> HTML in
      let cells = part.days.map { moment -> HTML in
        let said = [
          shows.contains(.soreness) ? moment.soreness.expected.short(decimals: 0) : nil,
          shows.contains(.strength)
            ? "\(moment.strengthPercent.expected.short(decimals: 0)) %" : nil,
        ].compactMap(\.self)
        return "<td>\(said.joined(separator: " · "))</td>"
      }
      return "<tr><th scope=\"row\">\(part.bodyPart.name)</th>\(cells)</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Forecast as a table"><table>\
      <caption>\(shows == .soreness
        ? "Soreness of 10" : shows == .strength ? "Strength" : "Soreness of 10 · strength")</caption>
      <thead><tr><td></td>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }
}

/// What is drawn to the left of now: the days as they had been forecast, and what was said.
private struct Past {
  private let forecast: [(x: Double, soreness: Interval)]
  private let reports: [(x: Double, soreness: Int)]
  private let today: Day

  /// Nil where the body part wasn't rated in those days.
  init?(_ past: LookBack, of part: Forecast.Part, today: Day) {
    guard let reports = past.reports[part.bodyPart], let now = part.days.first?.at else {
      return nil
    }
    func days(_ at: Date) -> Double { at.timeIntervalSince(now) / 86_400 }
    self.today = today
    self.reports = reports.map { (days($0.at), $0.soreness) }
    forecast = (past.forecast[part.bodyPart] ?? []).map { (days($0.at), $0.soreness) }
  }

  private var first: Int { Int(saturating: (forecast.first?.x ?? 0).rounded().magnitude) }

  /// Every other day has its name: more don't fit on a phone.
  func axis(until x: Chart.Axis) -> Chart.Axis {
    let last = Int(saturating: min(60, x.range.upperBound).rounded())
    let ticks = stride(from: -first, through: last, by: 2).map {
      (at: Double($0), text: String(today.advanced(by: $0).weekday.name.prefix(2)))
    }
    return Chart.Axis(
      range: ClosedRange(between: Double(-first), and: x.range.upperBound), ticks: ticks)
  }

  var marks: [Chart.Mark] {
    [
      .band(
        forecast.map { (x: $0.x, low: $0.soreness.low, high: $0.soreness.high) }, .ordinary),
      .line(forecast.map { (x: $0.x, y: $0.soreness.expected) }, .ghost), .label(x: 0, "now"),
    ]
  }

  var dots: [Chart.Mark] {
    [.dots(reports.map { (x: $0.x, y: Double($0.soreness)) }, .reported)]
  }

  /// The same for whoever can't see it.
  var sentence: String {
    ". What you said, the oldest first: "
      + reports.map { String($0.soreness) }.joined(separator: ", ")
  }
}
