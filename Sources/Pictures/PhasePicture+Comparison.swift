import Lifting
import Sensing

extension PhasePicture {
  /// Several sets beside each other: how long each rep was lowered, and the middle rep of the first
  /// set under that of the last. Of one set: its first rep under its last.
  static func comparison(_ entries: [Entry]) -> [Panel] {
    let measured = entries.filter { !$0.set.reps.isEmpty }
    guard let first = measured.first, let last = measured.last else { return [] }
    guard measured.count > 1 else {
      guard first.set.reps.count > 1 else { return [] }
      return overlay((first, 0, "First rep"), (first, first.set.reps.count - 1, "last rep"))
    }
    func middle(_ entry: Entry) -> Int { entry.set.reps.count / 2 }
    return [bars(measured)]
      + overlay(
        (first, middle(first), "Middle rep of the first set"),
        (last, middle(last), "of the last"))
  }

  /// A bar a rep, set by set.
  private static func bars(_ entries: [Entry]) -> Panel {
    var x = 0.0
    var bars: [(x: Double, from: Double, to: Double)] = []
    var ticks: [(at: Double, text: String)] = []
    let room = Int(saturating: 110 / Double(max(1, entries.count)))
    for (index, entry) in entries.enumerated() {
      let start = x
      for rep in entry.set.reps {
        x += 1
        bars.append((x: x, from: 0, to: rep.seconds(in: .eccentric)))
      }
      let name = entry.name.split(separator: "/").last.map(String.init) ?? entry.name
      let short = name.count > room ? "set \(index + 1)" : name
      ticks.append((at: (start + x + 1) / 2, text: short))
      x += 1.5
    }
    let asked = entries.compactMap { $0.set.set.adherence?.asked.eccentric.seconds }.first
    let high = max(bars.map(\.to).max() ?? 1, asked ?? 0, 0.1)
    let chart = Chart(
      title: "", description: "", width: width, height: 170,
      x: Chart.Axis(range: 0...max(1, x - 0.5), ticks: ticks),
      y: .round(ClosedRange(between: 0, and: high), unit: " s"),
      marks: [.bars(bars, width: 0.8, .eccentric)]
        + (asked.map { [.level($0, .reported)] } ?? []))
    let note = asked.map { ", dashed: the \($0.short) s asked for" } ?? ""
    return Panel(
      height: 210,
      drawing: """
        <text class="head" x="\(at(Chart.left))" y="20">Lowering of each rep\(note)</text>\
        <svg y="28" width="\(at(width))" height="170">\(chart.drawing)</svg>
        """)
  }

  private typealias Chosen = (entry: Entry, rep: Int, name: String)

  /// Two reps from the same start, one drawn through, one dashed.
  private static func overlay(_ one: Chosen, _ other: Chosen) -> [Panel] {
    guard one.entry.motion?.unit == other.entry.motion?.unit,
      let before = course(one), let after = course(other)
    else { return [] }
    let all = before + after
    let low = all.map(\.y).min() ?? 0
    let high = max(all.map(\.y).max() ?? 1, low + 1e-3)
    let unit = one.entry.motion.map { $0.unit == .bodyLengths ? "" : " \($0.unit.rawValue)" } ?? ""
    let chart = Chart(
      title: "", description: "", width: width, height: 190,
      x: .round(ClosedRange(between: 0, and: all.map(\.x).max() ?? 1), unit: " s"),
      y: .round(ClosedRange(between: low, and: high), unit: unit),
      marks: [.line(before, .ordinary), .line(after, .reported)])
    let words = [one, other].map { chosen in
      let rep = chosen.entry.set.reps[chosen.rep]
      return "\(chosen.name), \(rep.tempo)"
    }
    return [
      Panel(
        height: 230,
        drawing: """
          <text class="head" x="\(at(Chart.left))" y="20">\
          \(words[0]) (dashed), and \(words[1]) (drawn through)</text>\
          <svg y="28" width="\(at(width))" height="190">\(chart.drawing)</svg>
          """)
    ]
  }

  /// A rep's motion from 0 s and from where it began.
  private static func course(_ chosen: Chosen) -> [(x: Double, y: Double)]? {
    guard let motion = chosen.entry.motion, chosen.entry.set.reps.indices.contains(chosen.rep),
      let start = chosen.entry.set.reps[chosen.rep].startSeconds,
      let end = chosen.entry.set.reps[chosen.rep].phases.last(where: {
        $0.phase != .pauseTop && $0.phase != .pauseBottom
      })?.endSeconds
    else { return nil }
    let level = value(motion, at: start)
    let points = zip(motion.seconds, motion.values).filter { $0.0 >= start && $0.0 <= end }
      .map { (x: $0 - start, y: $1 - level) }
    return points.count > 2 ? points : nil
  }
}
