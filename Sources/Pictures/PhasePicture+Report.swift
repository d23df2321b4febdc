package import Lifting
import Sensing

extension PhasePicture {
  /// A page of its own to keep or to print: each set with its picture, what it says and its table;
  /// several sets at a glance and compared.
  public static func report(_ entries: [Entry]) -> String {
    let sections = entries.map { entry -> HTML in
      let words = sentences(entry.set).map { text -> HTML in "<li>\(text)</li>" }
      let list: HTML = words.isEmpty ? .empty : "<ul>\(words)</ul>"
      return """
        <section><h2>\(entry.name)</h2><div class="scroll" tabindex="0">\(figure(entry))</div>\(list)\(repTable(entry.set))</section>
        """
    }
    let compared = comparison(entries)
    let title = entries.count > 1 ? "Sets compared" : "First rep and last"
    let comparison: HTML =
      compared.isEmpty
      ? .empty
      : """
      <section><h2>\(title)</h2><div class="scroll" tabindex="0">\
      \(HTML(trusted: file(compared, title: title, comparisonWords(entries))))</div>\
      \(entries.count > 1 ? setTable(entries) : .empty)</section>
      """
    let page: HTML = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Measured sets</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>\(HTML(trusted: pageStyle))</style></head>
      <body><main><h1>Measured sets</h1>
      \(sections)\(comparison)
      <p class="small">Control is the least share of the load that was carried on the way down: 1 is \
      all of it, 0 a free fall. What a sensor can’t tell is left out.</p></main></body></html>

      """
    return page.text
  }

  private static let pageStyle = """
    :root{color-scheme:light dark}\
    body{font:16px/1.45 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;\
    background:#fff;color:#222}\
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}\
    .scroll{overflow-x:auto}td,th{text-align:right;padding:.25rem .9rem .25rem 0;\
    border-bottom:1px solid #8884;vertical-align:top}th{font-weight:600;vertical-align:bottom}\
    td:first-child,th:first-child,td.text,th.text{text-align:left}td{white-space:nowrap}td.text:last-child{white-space:normal;min-width:12rem}\
    .scroll>svg{width:100%;min-width:44rem;height:auto}h2{font-size:1.1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}\
    .small{font-size:.85rem}\
    @media(prefers-color-scheme:dark){body{background:#14161a;color:#eee}}\
    @media print{body{max-width:none;margin:0}.scroll{overflow:visible}.scroll>svg{min-width:0}table{font-size:7.5pt}td,th{padding-right:.4rem}td.text:last-child{min-width:0}section{break-inside:avoid}}
    """

  private struct Column {
    var name: String
    var isText = false
    var cell: (Rep) -> String?
  }

  private static func columns(_ set: MeasuredSet) -> [Column] {
    let scores = Dictionary(
      (set.set.adherence?.reps ?? []).map { ($0.index, $0.scorePercent) },
      uniquingKeysWith: { first, _ in first })
    func span(_ rep: Rep, _ phase: Phase) -> PhaseSpan? { rep.phases.first { $0.phase == phase } }
    func number(_ value: Double?, _ decimals: Int) -> String? { value.map { fixed($0, decimals) } }
    return [
      Column(name: "Rep") { "\($0.index)" },
      Column(name: "Tempo", isText: true) { $0.tempo.description },
      Column(name: "Kept, %") { number(scores[$0.index] ?? nil, 0) },
      Column(name: "Lowering, s") { number(span($0, .eccentric)?.seconds, 2) },
      Column(name: "Lifting, s") { number(span($0, .concentric)?.seconds, 2) },
      Column(name: "Range, m") { number($0.rangeOfMotionMeters, 2) },
      Column(name: "Up, m/s") { number(span($0, .concentric)?.meanVelocityMetersPerSecond, 2) },
      Column(name: "Down, m/s") { number(span($0, .eccentric)?.meanVelocityMetersPerSecond, 2) },
      Column(name: "Control") { number($0.control?.minimum, 2) },
      Column(name: "Up, W") { number(span($0, .concentric)?.meanPowerWatts, 0) },
      Column(name: "Down, W") { number(span($0, .eccentric)?.meanPowerWatts, 0) },
      Column(name: "Sticks at, %") { number($0.stickingRegion.map { $0.endShare * 100 }, 0) },
      Column(name: "Trust", isText: true) {
        $0.trust.level == .high ? "high" : "low: " + $0.trust.reasons.joined(separator: " ")
      },
    ]
  }

  package static func repTable(_ set: MeasuredSet) -> HTML {
    guard !set.reps.isEmpty else { return "<p>No repetition was found.</p>" }
    let columns = columns(set).filter { column in set.reps.contains { column.cell($0) != nil } }
    func text(_ column: Column) -> HTML { column.isText ? " class=\"text\"" : .empty }
    let heads = columns.map { column -> HTML in
      "<th scope=\"col\"\(text(column))>\(column.name)</th>"
    }
    let rows = set.reps.map { rep -> HTML in
      let cells = columns.map { column -> HTML in
        "<td\(text(column))>\(column.cell(rep) ?? "")</td>"
      }
      return "<tr>\(cells)</tr>"
    }
    return """
      <div class="scroll" tabindex="0"><table><thead><tr>\(heads)</tr></thead>\
      <tbody>\(rows)</tbody></table></div>
      """
  }

  static func setTable(_ entries: [Entry]) -> HTML {
    let rows = entries.map { entry -> HTML in
      let set = entry.set
      let count = Double(max(1, set.reps.count))
      let control = set.reps.compactMap { $0.control?.minimum }.min().map { fixed($0, 2) } ?? ""
      let lift = set.reps.flatMap(\.phases).filter { $0.phase == .concentric }
        .compactMap(\.meanVelocityMetersPerSecond)
      let speed = lift.isEmpty ? "" : fixed(lift.reduce(0, +) / Double(lift.count), 2)
      return """
        <tr><td>\(entry.name)</td><td>\(set.reps.count)</td>\
        <td>\(fixed(set.set.eccentricSeconds / count, 2))</td><td>\(speed)</td>\
        <td>\(set.set.velocityLossPercent.map { fixed($0, 0) } ?? "")</td><td>\(control)</td>\
        <td>\(set.set.adherence?.scorePercent.map { fixed($0, 0) } ?? "")</td></tr>
        """
    }
    return """
      <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Set</th>\
      <th scope="col">Reps</th><th scope="col">Lowering, s a rep</th>\
      <th scope="col">Up, m/s</th><th scope="col">Velocity loss, %</th>\
      <th scope="col">Least control</th><th scope="col">Kept, %</th></tr></thead>\
      <tbody>\(rows)</tbody></table></div>
      """
  }

  static func comparisonWords(_ entries: [Entry]) -> String {
    entries.map { entry in
      let seconds = entry.set.reps.map { fixed($0.seconds(in: .eccentric), 1) }
      return "\(entry.name): lowered in \(seconds.joined(separator: ", ")) s."
    }.joined(separator: " ")
  }
}
