import Lifting

/// A picture of numbers: bands, lines, dots, bars and phases over two axes, as SVG.
///
/// Pages, reports and the command line's pictures are all drawn by it. Every chart has a title and a
/// description for whoever can't see it, and every meaning has its class, so that colours are the same
/// everywhere and follow dark and light.
public struct Chart: Sendable {
  /// What is drawn, in the units of the axes.
  public enum Mark: Sendable {
    /// A range that holds 90 %, between `low` and `high` at each x.
    case band([(x: Double, low: Double, high: Double)], Meaning)
    case line([(x: Double, y: Double)], Meaning)
    case dots([(x: Double, y: Double)], Meaning)
    /// Boxes from `from` up to `to`, `width` wide around each x.
    case bars([(x: Double, from: Double, to: Double)], width: Double, Meaning)
    /// The whole height between two x, behind everything else.
    case span(from: Double, to: Double, Meaning)
    /// A line across.
    case level(Double, Meaning)
    /// A word above the plot at an x.
    case label(x: Double, String)
  }

  /// What a mark stands for. One meaning, one colour.
  public enum Meaning: String, Sendable, CaseIterable {
    case eccentric, concentric, pause, assisted, soreness, strength, reported, ordinary, ghost
  }

  public struct Axis: Sendable {
    public var range: ClosedRange<Double>
    public var ticks: [(at: Double, text: String)]

    public init(range: ClosedRange<Double>, ticks: [(at: Double, text: String)]) {
      self.range = range
      self.ticks = ticks
    }

    /// Round steps over a range, four or five of them.
    public static func round(_ range: ClosedRange<Double>, unit: String = "") -> Axis {
      let range = ClosedRange(between: range.lowerBound, and: range.upperBound)
      // Steps far smaller than the numbers themselves would lead nowhere.
      let span = min(
        max(
          range.upperBound - range.lowerBound, 1e-9, abs(range.lowerBound) * 1e-6,
          abs(range.upperBound) * 1e-6), 1e300)
      let raw = span / 4
      var magnitude = 1.0
      while magnitude * 10 <= raw { magnitude *= 10 }
      while magnitude > raw { magnitude /= 10 }
      let step = [1.0, 2, 5, 10].map { $0 * magnitude }.first { $0 >= raw } ?? raw
      let first = (range.lowerBound / step).rounded(.down)
      let last = (range.upperBound / step - 1e-9).rounded(.up)
      return Axis(
        range: (first * step)...(max(last, first + 1) * step),
        ticks: stride(from: first, through: max(last, first + 1), by: 1).map {
          ($0 * step, Chart.number($0 * step) + unit)
        })
    }
  }

  public var title: String
  public var description: String
  public var width: Double
  public var height: Double
  public var x: Axis
  public var y: Axis
  public var marks: [Mark]

  public init(
    title: String, description: String, width: Double = 358, height: Double = 150, x: Axis,
    y: Axis, marks: [Mark]
  ) {
    self.title = title
    self.description = description
    self.width = width
    self.height = height
    self.x = x
    self.y = y
    self.marks = marks
  }

  /// The chart within a page, coloured by the page's style sheet.
  public var html: HTML {
    HTML(
      """
      <svg class="chart" viewBox="0 0 \(raw(width)) \(raw(height))" role="img" \
      aria-label="\(title). \(description)">\(drawing)</svg>
      """)
  }

  /// The chart within a page that has no style sheet of ours.
  public var figure: HTML { HTML(trusted: svg) }

  /// The chart as a file of its own, with its colours.
  public var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
    width="\(Self.number(width))" height="\(Self.number(height))" class="chart" role="img">
    <title>\(HTML.escaped(title))</title><desc>\(HTML.escaped(description))</desc>
    <style>\(Self.style)</style>
    <rect class="paper" width="100%" height="100%"/>
    \(drawing.text)
    </svg>

    """
  }
}

extension Chart {
  static let left = 42.0
  static let right = 10.0
  private static let top = 16.0
  private static let bottom = 20.0

  func px(_ value: Double) -> Double {
    let span = x.range.upperBound - x.range.lowerBound
    let share = span > 0 ? (value - x.range.lowerBound) / span : 0.5
    return Self.left + min(1, max(0, share)) * (width - Self.left - Self.right)
  }

  private func py(_ value: Double) -> Double {
    let span = y.range.upperBound - y.range.lowerBound
    let share = span > 0 ? (value - y.range.lowerBound) / span : 0.5
    return height - Self.bottom - min(1, max(0, share)) * (height - Self.top - Self.bottom)
  }

  var drawing: HTML {
    "\(hasStripes ? Self.patterns : .empty)\(marks.filter(\.isBehind).map(draw))\(axes)\(marks.filter { !$0.isBehind }.map(draw))"
  }

  private var hasStripes: Bool {
    marks.contains {
      switch $0 {
      case .span(_, _, .assisted), .bars(_, _, .assisted), .band(_, .assisted): true
      default: false
      }
    }
  }

  /// Stripes for what is assisted: told apart without colour too.
  private static let patterns: HTML = """
    <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect class="hatch" width="3" height="6"/></pattern></defs>
    """

  private var axes: HTML {
    let lines = y.ticks.map { tick -> HTML in
      """
      <line class="grid" x1="\(raw(Self.left))" x2="\(raw(width - Self.right))" \
      y1="\(raw(py(tick.at)))" y2="\(raw(py(tick.at)))"/>\
      <text class="tick" x="\(raw(Self.left - 5))" y="\(raw(py(tick.at) + 3.5))" \
      text-anchor="end">\(tick.text)</text>
      """
    }
    let times = x.ticks.map { tick -> HTML in
      let at = px(tick.at)
      let anchor = at > width - Self.right - 8 ? "end" : at < Self.left + 8 ? "start" : "middle"
      return """
        <text class="tick" x="\(raw(at))" y="\(raw(height - 5))" \
        text-anchor="\(anchor)">\(tick.text)</text>
        """
    }
    return "\(lines)\(times)"
  }

  private func draw(_ mark: Mark) -> HTML {
    switch mark {
    case .band(let points, let meaning):
      let upper = points.map { "\(Self.number(px($0.x))),\(Self.number(py($0.high)))" }
      let lower = points.reversed().map { "\(Self.number(px($0.x))),\(Self.number(py($0.low)))" }
      return """
        <polygon class="band \(meaning.rawValue)" \
        points="\((upper + lower).joined(separator: " "))"/>
        """
    case .line(let points, let meaning):
      let path = points.map { "\(Self.number(px($0.x))),\(Self.number(py($0.y)))" }
      return """
        <polyline class="line \(meaning.rawValue)" points="\(path.joined(separator: " "))"/>
        """
    case .dots(let points, let meaning):
      let dots = points.map { point -> HTML in
        """
        <circle class="dot \(meaning.rawValue)" cx="\(raw(px(point.x)))" \
        cy="\(raw(py(point.y)))" r="2.5"/>
        """
      }
      return "\(dots)"
    case .bars(let bars, let width, let meaning):
      let boxes = bars.filter { $0.to > $0.from }.map { bar -> HTML in
        let from = px(bar.x - width / 2)
        return """
          <rect class="bar \(meaning.rawValue)" x="\(raw(from))" y="\(raw(py(bar.to)))" \
          width="\(raw(max(0.5, px(bar.x + width / 2) - from)))" \
          height="\(raw(py(bar.from) - py(bar.to)))"/>
          """
      }
      return "\(boxes)"
    case .span(let from, let to, let meaning):
      return """
        <rect class="span \(meaning.rawValue)" x="\(raw(px(from)))" y="\(raw(Self.top))" \
        width="\(raw(max(0, px(to) - px(from))))" \
        height="\(raw(height - Self.top - Self.bottom))"/>
        """
    case .level(let value, let meaning):
      return """
        <line class="level \(meaning.rawValue)" x1="\(raw(Self.left))" \
        x2="\(raw(width - Self.right))" y1="\(raw(py(value)))" y2="\(raw(py(value)))"/>
        """
    case .label(let at, let text):
      return """
        <text class="label" x="\(raw(px(at)))" y="11" text-anchor="middle">\(text)</text>
        """
    }
  }

  private func raw(_ value: Double) -> String { Self.number(value) }

  /// A coordinate with a tenth of a pixel.
  package static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(saturating: tenths)) : String(tenths)
  }

  /// The colours, for charts outside of pages: vermilion and blue of Okabe and Ito's set, which
  /// colour-blind people tell apart.
  package static let style = """
    .chart{font:11px system-ui,sans-serif}.paper{fill:#fff}.tick,.label{fill:#555}\
    .grid{stroke:#ddd;stroke-width:.7}.line{fill:none;stroke-width:1.8;stroke-linejoin:round}\
    .band{stroke:none;opacity:.22}.span{opacity:.2}.level{stroke-width:1;stroke-dasharray:4 3}\
    .label{font-weight:600}.hatch{fill:#0072b2}\
    .eccentric,.soreness{fill:#d55e00;stroke:#d55e00}\
    .concentric,.strength{fill:#0072b2;stroke:#0072b2}\
    .pause,.ordinary,.ghost{fill:#8a8f98;stroke:#8a8f98}.reported{fill:#222;stroke:#222}\
    .assisted{fill:url(#hatch);stroke:none}.span,.bar{stroke:none}.line{fill:none}\
    @media(prefers-color-scheme:dark){.paper{fill:#14161a}.tick,.label{fill:#b6bbc4}\
    .grid{stroke:#333842}.eccentric,.soreness{fill:#ff8c42;stroke:#ff8c42}\
    .concentric,.strength{fill:#5bb0e8;stroke:#5bb0e8}.reported{fill:#eee;stroke:#eee}\
    .hatch{fill:#5bb0e8}.assisted{fill:url(#hatch);stroke:none}.span,.bar{stroke:none}\
    .line{fill:none}}
    """
}

extension Chart.Mark {
  fileprivate var isBehind: Bool {
    if case .span = self { true } else { false }
  }
}
