import Foundation
import Lifting
import Physiology
import Pictures

/// The pictures of the simulated curl.
enum LearnPicture {
  static func angle(_ answer: LearnAnswer) -> Chart {
    let rep = answer.rep
    let start = rep.span(.eccentric)?.startSeconds ?? 0
    let falling = answer.fall.samples.filter { $0.phase == .eccentric }
    let begin = falling.first?.seconds ?? 0
    return Chart(
      title: "The elbow’s angle over one rep",
      description: answer.sentence, height: 170,
      x: .round(ClosedRange(between: 0, and: rep.seconds), unit: " s"),
      y: Chart.Axis(range: 0...140, ticks: [(0, "0°"), (45, "45°"), (90, "90°"), (135, "135°")]),
      marks: spans(rep) + [
        .line(falling.map { (x: start + $0.seconds - begin, y: $0.elbowDegrees) }, .ghost),
        .line(rep.samples.map { (x: $0.seconds, y: $0.elbowDegrees) }, .reported),
      ])
  }

  static func force(_ answer: LearnAnswer) -> Chart {
    let kilogram = 9.80665 * CurlParameters().gripMeters
    let samples = answer.rep.samples.filter { $0.phase != .assisted }
    let most = max(answer.heaviest * 1.25, answer.question.loadKilograms * 1.25)
    let lines = answer.rep.spans.filter { $0.phase != .assisted }.map { span in
      Chart.Mark.line(
        samples.filter { $0.phase == span.phase }.map { (x: $0.seconds, y: $0.torque / kilogram) },
        meaning(span.phase))
    }
    let peak = samples.map(\.torque).max() ?? 0
    return Chart(
      title: "What the muscle carries",
      description:
        "In kg at the hand: at most \((peak / kilogram).short(decimals: 1)). Most where the forearm is level, little where it hangs.",
      height: 170, x: .round(ClosedRange(between: 0, and: answer.rep.seconds), unit: " s"),
      y: .round(ClosedRange(between: 0, and: most), unit: " kg"),
      marks: [
        .line(
          samples.map { (x: $0.seconds, y: min(most, $0.greatestTorque / kilogram)) }, .ghost)
      ] + lines)
  }

  private static func spans(_ rep: CurlRep) -> [Chart.Mark] {
    rep.spans.map {
      .span(from: $0.startSeconds, to: $0.endSeconds, meaning($0.phase))
    }
  }

  private static func meaning(_ phase: Phase) -> Chart.Meaning {
    switch phase {
    case .eccentric: .eccentric
    case .concentric: .concentric
    case .assisted: .assisted
    case .pauseTop, .pauseBottom: .pause
    }
  }

  static func soreness(_ part: Forecast.Part) -> Chart {
    let days = part.days.enumerated().map { (x: Double($0), soreness: $1.soreness) }
    let said = days.map { "day \($0.x.short): \(Words.range($0.soreness))" }.joined(separator: ", ")
    return Chart(
      title: "Soreness expected, 0 to 10", description: said, height: 120,
      x: Chart.Axis(
        range: 0...Double(max(1, days.count - 1)),
        ticks: days.map { ($0.x, $0.x == 0 ? "now" : "\($0.x.short) d") }),
      y: Chart.Axis(range: 0...10, ticks: [(0, "0"), (5, "5"), (10, "10")]),
      marks: [
        .band(
          days.map { (x: $0.x, low: $0.soreness.low, high: $0.soreness.high) }, .soreness),
        .line(days.map { (x: $0.x, y: $0.soreness.expected) }, .soreness),
        .dots(days.map { (x: $0.x, y: $0.soreness.expected) }, .soreness),
      ])
  }

  // MARK: - Inside the muscle

  static var signal: Chart {
    let hours = stride(from: 0.0, through: 24, by: 0.25)
    return Chart(
      title: "Signal of mTORC1 after a session",
      description:
        "206 % above rest at one hour after both; at five hours still there only after lowering.",
      height: 120,
      x: Chart.Axis(
        range: 0...24, ticks: [(0, "0 h"), (6, "6 h"), (12, "12 h"), (18, "18 h"), (24, "24 h")]),
      y: Chart.Axis(range: 0...220, ticks: [(0, "0"), (100, "100"), (200, "200")]),
      marks: [
        .line(
          hours.map { (x: $0, y: SizeSignal.mTORC1Percent(hoursAfter: $0, mode: .concentric)) },
          .concentric),
        .line(
          hours.map { (x: $0, y: SizeSignal.mTORC1Percent(hoursAfter: $0, mode: .eccentric)) },
          .eccentric),
      ])
  }

  static var synthesis: Chart {
    let hours = stride(from: 3.0, through: 72, by: 1)
    return Chart(
      title: "Building of muscle protein after a session",
      description: "2.1 times rest at 3 hours, 1.7 at 24, 1.3 at 48.", height: 120,
      x: Chart.Axis(
        range: 0...72, ticks: [(0, "0 h"), (24, "24 h"), (48, "48 h"), (72, "72 h")]),
      y: Chart.Axis(range: 0.5...2.5, ticks: [(1, "1"), (2, "2")]),
      marks: [
        .level(1, .pause),
        .line(hours.map { (x: $0, y: SizeSignal.proteinSynthesis(hoursAfter: $0)) }, .reported),
      ])
  }

  // MARK: - The arms

  /// Two arms: one does as the simulation says, the other lets go. Without a script they stand still at
  /// the top; with one they move in real time.
  static func arms(_ answer: LearnAnswer) -> HTML {
    """
    <div class="arms">
    \(arm("You", answer.rep, lowersAt: answer.rep.span(.eccentric)?.startSeconds ?? 0))
    \(arm("Let go", answer.fall, lowersAt: answer.fall.span(.eccentric)?.startSeconds ?? 0))
    </div>
    """
  }

  private static func arm(_ title: String, _ rep: CurlRep, lowersAt: Double) -> HTML {
    let stride = 3
    let frames = rep.samples.enumerated().filter {
      $0.offset % stride == 0 || $0.offset == rep.samples.count - 1
    }.map {
      [
        $0.element.seconds.short(decimals: 2), $0.element.elbowDegrees.short(decimals: 1),
        $0.element.phase.rawValue,
      ].joined(separator: ",")
    }
    let top = rep.samples.map(\.elbowDegrees).max() ?? 130
    return """
      <figure class="arm"><svg viewBox="0 0 160 190" aria-hidden="true" \
      data-lowers="\(lowersAt.short(decimals: 2))" data-motion="\(frames.joined(separator: ";"))">\
      <path class="track" d="\(track)"/>\
      <line class="bone" x1="62" y1="14" x2="62" y2="98"/>\
      <g class="forearm" transform="rotate(\((-top).short(decimals: 1)) 62 98)">\
      <line class="bone" x1="62" y1="98" x2="62" y2="166"/>\
      <rect class="weight" x="46" y="160" width="32" height="20" rx="5"/></g>\
      <circle class="joint" cx="62" cy="98" r="6"/></svg>\
      <figcaption>\(title)</figcaption></figure>
      """
  }

  /// Where the hand goes, from straight to bent.
  private static let track: String = {
    let points = stride(from: 10.0, through: 130, by: 10).map { degrees -> String in
      let radians = degrees * .pi / 180
      return
        "\((62 + 72 * sin(radians)).short(decimals: 1)) \((98 + 72 * cos(radians)).short(decimals: 1))"
    }
    return "M" + points.joined(separator: "L")
  }()
}
