public import Lifting
public import Sensing

/// Pictures of measured sets: the motion with its phases coloured, its velocity beneath, the tempo
/// that was asked for as a ghost. Files, reports and pages show the same picture.
public enum PhasePicture {
  /// A measured set with what it is called and how it moved.
  public struct Entry: Sendable {
    public var name: String
    public var set: MeasuredSet
    /// nil where no picture is wanted.
    public var motion: Motion?

    public init(name: String, set: MeasuredSet, motion: Motion?) {
      self.name = name
      self.set = set
      self.motion = motion
    }

    /// What was measured, held against a tempo where one was asked for.
    public init(name: String, _ measured: Measured, tempo: Tempo?) {
      var set = measured.set
      set.set.adherence = tempo.map(set.adherence)
      self.init(name: name, set: set, motion: measured.motion)
    }
  }

  /// One set as a figure within a page; it brings its own colours.
  public static func figure(_ entry: Entry) -> HTML? {
    panel(entry).map { HTML(trusted: file([$0], title: title(entry), description(entry.set))) }
  }

  /// One set as a figure within a page whose style sheet has the colours.
  package static func figureInPage(_ entry: Entry) -> HTML? {
    panel(entry).map {
      HTML(
        trusted: file([$0], title: title(entry), description(entry.set), style: ""))
    }
  }

  /// Where in a set's figure its time runs: what its axis shows, and which shares of the width lie left and
  /// right of it. nil where there is no figure.
  package static func axis(
    of entry: Entry
  ) -> (seconds: ClosedRange<Double>, left: Double, right: Double)? {
    guard let motion = entry.motion.flatMap({ shown($0, of: entry.set) }) else { return nil }
    return (seconds(motion).range, Chart.left / width, Chart.right / width)
  }

  /// Sets held against each other, as figures and a table within a page.
  package static func comparisonInPage(_ entries: [Entry]) -> HTML {
    let words = comparisonWords(entries)
    let figure = HTML(
      trusted: file(
        comparison(entries), title: "Sets compared", words, style: "", bringsHatch: false))
    return """
      \(setTable(entries))
      <div class="scroll" tabindex="0" role="region" aria-label="Sets compared">\(figure)</div>
      """
  }

  /// All sets as one file, one below the other, then compared.
  public static func svg(_ entries: [Entry]) -> String {
    let panels = entries.compactMap(panel) + comparison(entries)
    let title =
      entries.count == 1
      ? entries.map(title).joined() : "\(entries.count) sets, one below the other"
    let words = entries.map { entry in
      (entries.count > 1 ? "\(entry.name): " : "") + description(entry.set)
    }
    return file(panels, title: title, words.joined(separator: " "))
  }

  package static func title(_ entry: Entry) -> String {
    let count = entry.set.reps.count
    return (Exercise.with(entry.set.exercise)?.name ?? entry.set.exercise.rawValue)
      + ", \(count.counted("rep"))"
  }

  /// What the picture shows, for whoever can't see it.
  package static func description(_ set: MeasuredSet) -> String {
    guard !set.reps.isEmpty else { return "No repetition was found." }
    let reps = set.reps.map { rep in
      "rep \(rep.index) \(rep.tempo)" + (rep.trust.level == .low ? " (doubtful)" : "")
    }
    let plan = set.set.adherence.map { " Asked for: \($0.asked)." } ?? ""
    return "Lowering is orange (▼), lifting blue (▲), pauses grey, an assisted way up hatched. "
      + "Tempo as performed: \(reps.joined(separator: ", ")).\(plan)"
  }

  // MARK: Drawing

  /// A part of a picture, as wide as all others.
  struct Panel {
    var height: Double
    var drawing: HTML
  }

  static let width = 960.0

  /// Panels below each other as one file.
  static func file(
    _ panels: [Panel], title: String, _ description: String, style: String = fileStyle,
    bringsHatch: Bool = true
  ) -> String {
    var y = 0.0
    let parts = panels.map { panel -> HTML in
      defer { y += panel.height }
      return """
        <svg x="0" y="\(Chart.number(y))" width="\(Chart.number(width))" \
        height="\(Chart.number(panel.height))">\(panel.drawing)</svg>
        """
    }
    let content: HTML = "\(parts)"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Chart.number(width)) \(Chart.number(y))" \
      width="\(Chart.number(width))" height="\(Chart.number(y))" class="chart" role="img">
      <title>\(HTML.escaped(title))</title><desc>\(HTML.escaped(description))</desc>
      \(style.isEmpty ? "" : "<style>\(style)</style>")
      \(bringsHatch ? hatch : "")
      <rect class="paper" width="100%" height="100%"/>
      \(content.text)
      </svg>

      """
  }

  /// How an assisted way up is filled; once in a page, as it has an id.
  private static let hatch = """
    <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect class="hatch" width="3" height="6"/></pattern></defs>
    """

  /// The colours of a file of its own: the chart's, and what it doesn't have. Pages have both in
  /// `style.css`, as they don't let styles in from elsewhere.
  static let fileStyle =
    Chart.style + """
      .chart{font-size:12px}.tick{font-size:11px}.head{font-weight:600;font-size:15px;fill:#222}.note{fill:#555}\
      .line.ghost{stroke:#444;stroke-width:1.6;stroke-dasharray:2 4;stroke-linecap:round}\
      .line.ordinary{stroke-dasharray:6 4}.strip{stroke:none}.glyph{fill:#fff;font-size:11px}\
      .glyph.dark{fill:#222}.doubt{fill:none;stroke:#222;stroke-width:1.5;stroke-dasharray:3 3}\
      .stick{stroke:#222;stroke-width:3;fill:none}.fall{fill:none;stroke:#222;stroke-width:1.5}\
      @media(prefers-color-scheme:dark){.head{fill:#eee}.note{fill:#b6bbc4}\
      .line.ghost{stroke:#c9cdd4}.glyph,.glyph.dark{fill:#14161a}\
      .doubt,.stick,.fall{stroke:#eee}}
      """

  static func meaning(_ phase: Phase) -> Chart.Meaning {
    switch phase {
    case .eccentric: .eccentric
    case .concentric: .concentric
    case .assisted: .assisted
    case .pauseTop, .pauseBottom: .pause
    }
  }

  /// A number with so many digits after its point.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    let short = value.short(decimals: decimals)
    guard decimals > 0, value.isFinite else { return short }
    let parts = short.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.count > 1 ? parts[1].count : 0
    return short + (digits == 0 ? "." : "")
      + String(repeating: "0", count: max(0, decimals - digits))
  }
}
