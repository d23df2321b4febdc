import Lifting
import Sensing

extension PhasePicture {
  /// One set: its heading, the trace with its phases, a strip of phases, and the velocity.
  static func panel(_ entry: Entry) -> Panel? {
    guard let motion = entry.motion.flatMap({ shown($0, of: entry.set) }) else { return nil }
    let trace = traceChart(entry.set, motion)
    let speed = velocityChart(entry.set, motion)
    let strip = strip(entry.set, along: trace)
    let drawing: HTML = """
      <text class="head" x="\(at(Chart.left))" y="20">\(title(entry))</text>\
      <text class="note" x="\(at(width - Chart.right))" y="20" text-anchor="end">\
      \(entry.name.split(separator: "/").last.map(String.init) ?? "")</text>\
      <text class="note" x="\(at(Chart.left))" y="38">\(glance(entry.set))</text>\
      <svg y="44" width="\(at(width))" height="\(at(trace.height))">\(trace.drawing)</svg>\
      <svg y="\(at(46 + trace.height))" width="\(at(width))" height="20">\(strip)</svg>\
      <text class="note" x="\(at(Chart.left))" y="\(at(84 + trace.height))">\
      velocity, \(motion.unit.rawValue)/s</text>\
      <svg y="\(at(84 + trace.height))" width="\(at(width))" height="\(at(speed.height))">\
      \(speed.drawing)</svg>\
      <svg y="\(at(92 + trace.height + speed.height))" width="\(at(width))" height="20">\
      \(legend(entry.set))</svg>
      """
    return Panel(height: 128 + trace.height + speed.height, drawing: drawing)
  }

  static func at(_ value: Double) -> String { Chart.number(value) }

  /// The set with a little before and after it, in no more points than can be seen.
  static func shown(_ motion: Motion, of set: MeasuredSet) -> Motion? {
    guard let first = motion.seconds.first, let last = motion.seconds.last, last > first else {
      return nil
    }
    let start = set.reps.first?.startSeconds ?? first
    let end = set.reps.last?.endSeconds ?? last
    let margin = max(1, 0.05 * (end - start))
    let inside = motion.seconds.indices.filter {
      motion.seconds[$0] >= start - margin && motion.seconds[$0] <= end + margin
        && motion.values[$0].isFinite
    }
    guard inside.count > 2 else { return nil }
    let every = max(1, inside.count / 3000)
    let kept = inside.enumerated().filter { $0.offset % every == 0 }.map(\.element)
    var shown = motion
    shown.seconds = kept.map { motion.seconds[$0] }
    shown.values = kept.map { motion.values[$0] }
    return shown
  }

  // MARK: The trace

  private static func traceChart(_ set: MeasuredSet, _ motion: Motion) -> Chart {
    let low = motion.values.min() ?? 0
    let high = max(motion.values.max() ?? 1, low + 1e-3)
    let spans = set.reps.flatMap(\.phases).map { span in
      Chart.Mark.span(from: span.startSeconds, to: span.endSeconds, meaning(span.phase))
    }
    let numbers = set.reps.compactMap { rep -> Chart.Mark? in
      guard let start = rep.startSeconds, let end = rep.endSeconds else { return nil }
      return .label(x: (start + end) / 2, "\(rep.index)" + (rep.trust.level == .low ? "?" : ""))
    }
    let ghosts = set.set.adherence.map { adherence in
      set.reps.compactMap { ghost(adherence.asked, $0, motion) }
    }
    return Chart(
      title: "", description: "", width: width, height: 260,
      x: seconds(motion), y: .round(ClosedRange(between: low, and: high), unit: " \(unit(motion))"),
      marks: spans
        + [.line(zip(motion.seconds, motion.values).map { (x: $0, y: $1) }, .reported)]
        + (ghosts ?? []).map { .line($0, .ghost) } + numbers)
  }

  private static func unit(_ motion: Motion) -> String {
    motion.unit == .bodyLengths ? "" : motion.unit.rawValue
  }

  /// Round seconds within what is shown; the axis ends where the motion does.
  static func seconds(_ motion: Motion) -> Chart.Axis {
    let range = ClosedRange(
      between: motion.seconds.first ?? 0, and: motion.seconds.last ?? 1)
    let round = Chart.Axis.round(range, unit: " s")
    let step = round.ticks.count > 1 ? round.ticks[1].at - round.ticks[0].at : 1
    let finer = [step / 2, step].first { (range.upperBound - range.lowerBound) / $0 <= 12 } ?? step
    let first = (range.lowerBound / finer).rounded(.up)
    let ticks = stride(from: first * finer, through: range.upperBound, by: finer).map {
      (at: $0, text: $0.short(decimals: 2) + " s")
    }
    return Chart.Axis(range: range, ticks: ticks)
  }

  /// How a rep would have gone at the tempo asked for, from where and when it began.
  private static func ghost(
    _ tempo: Tempo, _ rep: Rep, _ motion: Motion
  ) -> [(x: Double, y: Double)]? {
    guard let start = rep.startSeconds, let first = rep.phases.first else { return nil }
    let levels = rep.phases.flatMap { [$0.startSeconds, $0.endSeconds] }
      .map { value(motion, at: $0) }
    guard let bottom = levels.min(), let top = levels.max() else { return nil }
    func seconds(_ beat: Tempo.Beat, _ phase: Phase) -> Double {
      beat.seconds
        ?? (rep.seconds(in: phase) + (phase == .concentric ? rep.seconds(in: .assisted) : 0))
    }
    let down = [
      (bottom, seconds(tempo.eccentric, .eccentric)), (bottom, tempo.pauseBottom),
    ]
    let up = [(top, seconds(tempo.concentric, .concentric)), (top, tempo.pauseTop)]
    let moves = first.phase == .eccentric ? down + up : up + down
    var points = [(x: start, y: first.phase == .eccentric ? top : bottom)]
    // The wait behind the rep is the next one's business.
    for (level, seconds) in moves.dropLast() where seconds > 0 {
      points.append((x: (points.last?.x ?? start) + seconds, y: level))
    }
    return points
  }

  static func value(_ motion: Motion, at seconds: Double) -> Double {
    var low = 0
    var high = motion.seconds.count - 1
    while low < high {
      let middle = (low + high) / 2
      if motion.seconds[middle] < seconds { low = middle + 1 } else { high = middle }
    }
    return motion.values.indices.contains(low) ? motion.values[low] : 0
  }

  // MARK: The velocity

  private static func velocityChart(_ set: MeasuredSet, _ motion: Motion) -> Chart {
    let points = velocity(motion)
    let low = min(0, points.map(\.y).min() ?? 0)
    let high = max(points.map(\.y).max() ?? 0, low + 1e-3)
    let spans = set.reps.flatMap(\.phases).map { span in
      Chart.Mark.span(from: span.startSeconds, to: span.endSeconds, meaning(span.phase))
    }
    return Chart(
      title: "", description: "", width: width, height: 120, x: seconds(motion),
      y: .round(ClosedRange(between: low, and: high)),
      marks: spans + [.level(0, .pause), .line(points, .reported)])
  }

  /// The slope over a tenth of a second.
  static func velocity(_ motion: Motion) -> [(x: Double, y: Double)] {
    let count = motion.seconds.count
    guard count > 2, let first = motion.seconds.first, let last = motion.seconds.last else {
      return []
    }
    let step = (last - first) / Double(count - 1)
    let reach = max(1, Int(saturating: (0.05 / max(step, 1e-6)).rounded()))
    return motion.seconds.indices.map { place in
      let from = max(0, place - reach)
      let to = min(count - 1, place + reach)
      let seconds = motion.seconds[to] - motion.seconds[from]
      let way = motion.values[to] - motion.values[from]
      return (x: motion.seconds[place], y: seconds > 0 ? way / seconds : 0)
    }
  }

  // MARK: The strip of phases

  /// Every phase as a box with its sign and its seconds, where there is room for them.
  private static func strip(_ set: MeasuredSet, along chart: Chart) -> HTML {
    let boxes = set.reps.flatMap(\.phases).map { span -> HTML in
      let from = chart.px(span.startSeconds)
      let wide = max(1, chart.px(span.endSeconds) - from - 0.5)
      let sign = sign(span.phase)
      let seconds = fixed(span.seconds, 1)
      let text = wide >= 38 ? "\(sign) \(seconds)" : wide >= 22 ? seconds : wide >= 9 ? sign : ""
      let dark = span.phase == .assisted ? " dark" : ""
      return """
        <rect class="strip \(meaning(span.phase).rawValue)" x="\(at(from))" y="0" \
        width="\(at(wide))" height="16" rx="2"/>\
        <text class="glyph\(dark)" x="\(at(from + wide / 2))" y="12" text-anchor="middle">\
        \(text)</text>
        """
    }
    let doubts = set.reps.filter { $0.trust.level == .low }.compactMap { rep -> HTML? in
      guard let start = rep.startSeconds, let end = rep.endSeconds else { return nil }
      return """
        <rect class="doubt" x="\(at(chart.px(start)))" y="1" \
        width="\(at(chart.px(end) - chart.px(start)))" height="15"/>
        """
    }
    return "\(boxes)\(doubts)\(marks(set, along: chart))"
  }

  /// Free falls and sticking regions, underlined.
  private static func marks(_ set: MeasuredSet, along chart: Chart) -> HTML {
    func line(_ from: Double, _ to: Double, _ name: String) -> HTML {
      """
      <line class="\(name)" x1="\(at(chart.px(from)))" x2="\(at(chart.px(to)))" y1="18" y2="18"/>
      """
    }
    let stuck = set.reps.compactMap(\.stickingRegion).map {
      line($0.startSeconds, $0.endSeconds, "stick")
    }
    let falls = set.reps.flatMap { $0.control?.freeFalls ?? [] }.map {
      line($0.startSeconds, $0.endSeconds, "fall")
    }
    return "\(stuck)\(falls)"
  }

  static func sign(_ phase: Phase) -> String {
    switch phase {
    case .eccentric: "▼"
    case .concentric: "▲"
    case .assisted: "△"
    case .pauseTop, .pauseBottom: "·"
    }
  }

  private static func legend(_ set: MeasuredSet) -> HTML {
    let used = Set(set.reps.flatMap(\.phases).map { meaning($0.phase) })
    var items: [(mark: HTML, text: String)] = [
      (Chart.Meaning.eccentric, "▼ lowering"), (.concentric, "▲ lifting"), (.pause, "· pause"),
      (.assisted, "△ assisted"),
    ].filter { used.contains($0.0) }.map { meaning, text in
      ("<rect class=\"strip \(meaning.rawValue)\" width=\"14\" height=\"12\" rx=\"2\"/>", text)
    }
    if set.set.adherence != nil {
      items.append(
        ("<polyline class=\"line ghost\" points=\"0,10 14,2\"/>", "asked tempo"))
    }
    if set.reps.contains(where: { $0.stickingRegion != nil }) {
      items.append(
        ("<line class=\"stick\" x1=\"0\" x2=\"14\" y1=\"7\" y2=\"7\"/>", "sticking region"))
    }
    if set.reps.contains(where: { $0.control?.freeFalls != nil }) {
      items.append(("<line class=\"fall\" x1=\"0\" x2=\"14\" y1=\"7\" y2=\"7\"/>", "free fall"))
    }
    if set.reps.contains(where: { $0.trust.level == .low }) {
      items.append(
        ("<rect class=\"doubt\" x=\"1\" y=\"1\" width=\"12\" height=\"10\"/>", "? doubtful"))
    }
    var x = Chart.left
    let drawn = items.map { item -> HTML in
      defer { x += 34 + 6.6 * Double(item.text.count) }
      return """
        <g transform="translate(\(at(x)) 0)">\(item.mark)\
        <text class="note" x="20" y="10.5">\(item.text)</text></g>
        """
    }
    return "\(drawn)"
  }
}
