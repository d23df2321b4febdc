import Lifting
import Pictures
import Prescribing

/// What lies beyond today, as cards: where somebody is stuck, the way to a first repetition, the week.
enum PathCards {
  static func all(_ outlook: Outlook) -> HTML {
    "\(outlook.plateaus.prefix(2).map(plateau))\(outlook.paths.map(path))\(outlook.week.map(week))"
  }

  private static func plateau(_ plateau: Plateau) -> HTML {
    let offer: HTML =
      plateau.offer.isEmpty
      ? .empty : "<h3>What negatives can do</h3>\(Parts.list(plateau.offer))"
    return """
      <section class="card plateau"><h2>\(plateau.name) stands still</h2>
      \(Parts.list(plateau.evidence))\(offer)</section>
      """
  }

  private static func path(_ path: Path) -> HTML {
    let steps = path.steps.map { step -> HTML in
      let state =
        switch step.state {
        case .done: "done"
        case .now: "now"
        case .later: "later"
        }
      let title: HTML = step.state == .now ? "<strong>\(step.title)</strong>" : "\(step.title)"
      return "<li>\(title) <span class=\"hint\">\(state)</span></li>"
    }
    return """
      <section class="card path"><h2>The way to one \(path.name.lowercased())</h2>
      <ol>\(steps)</ol>\(Parts.list(path.sentences))</section>
      """
  }

  private static func week(_ week: Week) -> HTML {
    let sessions = week.sessions.map { placed -> HTML in
      """
      <li><strong>\(placed.day.weekday.name)</strong> \(placed.title) \
      <span class="hint">\(placed.because)</span></li>
      """
    }
    guard !sessions.isEmpty else { return .empty }
    return """
      <section class="card week"><h2>The coming week</h2>
      <ul>\(sessions)</ul>\(week.sentences.isEmpty ? .empty : Parts.list(week.sentences))</section>
      """
  }
}
