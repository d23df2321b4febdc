import Calibration
import Lifting

/// Observed against predicted, a point an observation, strength at the left and soreness at the right.
struct CalibrationPicture {
  let trials: [Trial]

  init(_ predicted: [Trial]) { trials = predicted }

  private struct Panel {
    var title: String
    var outcome: String
    var left: Double
  }

  private static let side = 320.0
  private static let top = 48.0
  private static let panels = [
    Panel(title: "Strength lost, %", outcome: "strengthLossPercent", left: 56),
    Panel(title: "Soreness, mm of 100", outcome: "sorenessMillimetres", left: 448),
  ]

  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 430" role="img" \
    font-family="system-ui, sans-serif" font-size="12">
    <title>Published trials: observed against predicted</title>
    <desc>Each point is an observation, each bar the range that should hold 90 % of studies. On the \
    line the prediction is right. Grey points are recollected magnitudes that don’t count.</desc>
    <rect width="800" height="430" fill="#ffffff"/>
    \(Self.panels.map(panel).joined(separator: "\n"))
    </svg>

    """
  }

  private func panel(_ panel: Panel) -> String {
    let side = Self.side
    let (left, top) = (panel.left, Self.top)
    var lines = [
      ##"<text x="\##(left.short)" y="30" font-size="15" fill="#222222">\##(panel.title)</text>"##,
      ##"<path d="M\##(left.short) \##((top + side).short)L\##((left + side).short) \##(top.short)" stroke="#888888" fill="none"/>"##,
    ]
    for tick in [0.0, 20, 40, 60, 80] {
      let (x, y) = (left + tick / 80 * side, top + side - tick / 80 * side)
      lines += [
        ##"<path d="M\##(x.short) \##(top.short)V\##((top + side).short)M\##(left.short) \##(y.short)H\##((left + side).short)" stroke="#e4e4e4" fill="none"/>"##,
        ##"<text x="\##(x.short)" y="\##((top + side + 18).short)" text-anchor="middle" fill="#444444">\##(tick.short)</text>"##,
        ##"<text x="\##((left - 8).short)" y="\##((y + 4).short)" text-anchor="end" fill="#444444">\##(tick.short)</text>"##,
      ]
    }
    lines.append(
      ##"<text x="\##((left + side / 2).short)" y="\##((top + side + 40).short)" text-anchor="middle" fill="#222222">predicted; observed upward</text>"##
    )
    for trial in trials {
      for seen in trial.observations where seen.outcome == panel.outcome {
        lines += point(seen, counts: trial.counts, left: left)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The prediction with its range across, the observation upward.
  private func point(_ seen: Trial.Observation, counts: Bool, left: Double) -> [String] {
    guard let predicted = seen.predicted, let low = seen.predictedLow,
      let high = seen.predictedHigh
    else { return [] }
    func place(_ value: Double) -> Double { min(80, max(0, value)) / 80 * Self.side }
    func x(_ value: Double) -> String { (left + place(value)).short(decimals: 1) }
    let y = (Self.top + Self.side - place(seen.mean)).short(decimals: 1)
    let colour = counts ? "#d55e00" : "#aaaaaa"
    let bar =
      ##"<path d="M\##(x(low)) \##(y)H\##(x(high))" stroke="\##(colour)" stroke-opacity="0.35"/>"##
    let dot = #"<circle cx="\#(x(predicted))" cy="\#(y)" r="4" fill="\#(colour)"/>"#
    return counts ? [bar, dot] : [dot]
  }
}
