public import Lifting
public import Sensing

/// Pictures of measured sets: the motion with its phases coloured.
public enum PhasePicture {
  /// One set: the trace over its phases, with the rep numbers above.
  public static func chart(_ set: MeasuredSet, _ motion: Motion, planned: Tempo?) -> Chart {
    let end = max(motion.seconds.last ?? 1, 1)
    let values = motion.values.filter(\.isFinite)
    let low = values.min() ?? 0
    let high = max(values.max() ?? 1, low + 1e-3)
    let spans = set.reps.flatMap(\.phases).map { span in
      Chart.Mark.span(from: span.startSeconds, to: span.endSeconds, meaning(span.phase))
    }
    let numbers = set.reps.compactMap { rep -> Chart.Mark? in
      guard let start = rep.startSeconds, let end = rep.endSeconds else { return nil }
      return .label(
        x: (start + end) / 2, "\(rep.index)" + (rep.trust.level == .low ? "?" : ""))
    }
    return Chart(
      title:
        "\(Exercise.with(set.exercise)?.name ?? set.exercise.rawValue), \(set.reps.count) reps",
      description: description(set, planned), width: 960, height: 280,
      x: .round((motion.seconds.first ?? 0)...end, unit: " s"),
      y: .round(low...high, unit: " \(motion.unit.rawValue)"),
      marks: spans
        + [.line(zip(motion.seconds, motion.values).map { (x: $0, y: $1) }, .reported)] + numbers)
  }

  /// A page of its own with a picture and a table for each set, to keep or to print.
  public static func report(
    _ sets: [(name: String, set: MeasuredSet, motion: Motion)], planned: Tempo?
  ) -> String {
    let sections = sets.map { entry -> HTML in
      let rows = entry.set.reps.map { rep -> HTML in
        """
        <tr><td>\(rep.index)</td><td>\(rep.tempo.description)</td>\
        <td>\(rep.seconds(in: .eccentric).short(decimals: 2))</td>\
        <td>\(rep.seconds(in: .concentric).short(decimals: 2))</td>\
        <td>\(rep.rangeOfMotionMeters?.short(decimals: 2) ?? "")</td>\
        <td>\(rep.trust.level == .high ? "high" : "low: " + rep.trust.reasons.joined(separator: "; "))</td></tr>
        """
      }
      return """
        <section><h2>\(entry.name)</h2>\(chart(entry.set, entry.motion, planned: planned).figure)
        <table><thead><tr><th>Rep</th><th>Tempo</th><th>Lowering, s</th><th>Lifting, s</th>\
        <th>Range, m</th><th>Trust</th></tr></thead><tbody>\(rows)</tbody></table></section>
        """
    }
    let page: HTML = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Measured sets</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>body{font:16px system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
      td,th{text-align:left;padding:.2rem 1rem .2rem 0;border-bottom:1px solid #8884}\
      :root{color-scheme:light dark}svg{width:100%;height:auto}</style></head>
      <body><h1>Measured sets</h1>
      <p>Orange is lowering, blue lifting, grey a pause, hatched an assisted way up. \
      \(planned.map { "Asked for: \($0)." } ?? "")</p>
      \(sections)</body></html>

      """
    return page.text
  }

  private static func meaning(_ phase: Phase) -> Chart.Meaning {
    switch phase {
    case .eccentric: .eccentric
    case .concentric: .concentric
    case .assisted: .assisted
    case .pauseTop, .pauseBottom: .pause
    }
  }

  private static func description(_ set: MeasuredSet, _ planned: Tempo?) -> String {
    let reps = set.reps.map { "rep \($0.index) \($0.tempo)" }.joined(separator: ", ")
    let plan = planned.map { " Planned: \($0)." } ?? ""
    return "Lowering is orange, lifting blue, pauses grey. Tempo as performed: \(reps).\(plan)"
  }
}
