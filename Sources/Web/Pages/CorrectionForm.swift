import Coaching
import Foundation
import Lifting
import Pictures

/// The forms by which somebody who was there puts a measured set right.
///
/// Every boundary is a field with its time; with scripts the fields are handles in the picture too, to be
/// dragged or moved by keys.
struct CorrectionForm {
  let recorded: Place.Recorded
  let entry: PhasePicture.Entry
  let missed: [SetCorrection]
  /// The moment at which something was put right just now.
  let focus: Double?
  let typed: Form?

  private var corrections: [SetCorrection] { recorded.recording.corrections }

  var html: HTML {
    let isOpen = focus != nil || ["moved", "add", "split"].contains(typed?["what"])
    let focused: HTML? = focus.map { " data-focus=\"\($0.short(decimals: 3))\"" }
    let add = form(
      "add",
      """
      <div class="pair">\(moment("from", "From, s", nil))\(moment("to", "To, s", nil))</div>
      <button class="quiet">Add a rep</button>
      """)
    return """
      <details id="correct" class="card"\(focused)\(.open, if: isOpen)><summary>Put it right</summary>
      <p class="hint">Times are seconds of the recording, as in the picture. With this open, drag a phase’s \
      edge in the picture, or go to it and move it by the arrow keys; Enter saves.</p>
      \(said)
      \(boundaries)
      <ol class="of-reps">\(entry.set.reps.map(rep))</ol>
      <h3>A rep that is missing</h3>\(add)
      \(form("reverse", "<button class=\"quiet\">Lowering and lifting are the other way round</button>"))
      </details>
      """
  }

  // MARK: Boundaries

  private struct Boundary {
    var seconds: Double
    var name: String
  }

  /// The edges of all phases, each once, in the order of time.
  private var edges: [Boundary] {
    // Where one rep ends as the next begins, the next is named.
    var names: [Double: String] = [:]
    for rep in entry.set.reps {
      for span in rep.phases {
        names[span.startSeconds] = "Rep \(rep.index), \(words(span.phase)) begins"
      }
      if let end = rep.endSeconds { names[end] = "Rep \(rep.index) ends" }
    }
    return names.sorted { $0.key < $1.key }.map { Boundary(seconds: $0.key, name: $0.value) }
  }

  private func words(_ phase: Phase) -> String {
    switch phase {
    case .eccentric: "lowering"
    case .concentric: "lifting"
    case .assisted: "the assisted way up"
    case .pauseTop: "the wait at the top"
    case .pauseBottom: "the wait at the bottom"
    }
  }

  private var boundaries: HTML {
    let fields = edges.enumerated().map { place, edge -> HTML in
      let was = edge.seconds.short(decimals: 3)
      let now = typed?["what"] == "moved" ? typed?["now\(place)"] ?? was : was
      return """
        <label>\(edge.name) <span class="pair"><input type="hidden" name="was\(place)" value="\(was)">\
        <input name="now\(place)" inputmode="decimal" autocomplete="off" data-edge="\(edge.name)" \
        value="\(now)"></span></label>
        """
    }
    guard !fields.isEmpty else { return .empty }
    return form(
      "moved",
      """
      <details><summary>All edges as numbers</summary><div class="fields">\(fields)</div></details>
      <button class="quiet">Save the edges</button>
      """, id: "edges")
  }

  // MARK: Reps

  private func rep(_ rep: Rep) -> HTML {
    guard let start = rep.startSeconds, let end = rep.endSeconds else { return .empty }
    let middle = ((start + end) / 2)
    let isLast = rep.index == entry.set.reps.count
    func button(_ what: String, _ text: String) -> HTML {
      form(
        what,
        """
        <input type="hidden" name="at" value="\(middle.short(decimals: 3))">\
        <button class="quiet" aria-label="Rep \(rep.index): \(text)">\(text)</button>
        """)
    }
    return """
      <li><span>Rep \(rep.index), \(start.short(decimals: 1)) to \(end.short(decimals: 1)) s</span>
      <div class="row">\(button("drop", "No rep"))\
      \(isLast ? .empty : button("join", "Join the next"))</div>
      <details><summary>It is two</summary>\
      \(form("split", "\(moment("at", "They are apart at, in s", middle))<button class=\"quiet\">Split rep \(rep.index)</button>"))\
      </details></li>
      """
  }

  private func moment(_ name: String, _ label: String, _ seconds: Double?) -> HTML {
    let value = seconds?.short(decimals: 2) ?? (typed?["what"] == "add" ? typed?[name] ?? "" : "")
    return """
      <label>\(label) <input name="\(name)" inputmode="decimal" autocomplete="off" value="\(value)" \
      required></label>
      """
  }

  // MARK: What was said

  private var said: HTML {
    guard !corrections.isEmpty else { return .empty }
    let rows = corrections.enumerated().map { place, correction -> HTML in
      let note: HTML =
        missed.contains(correction)
        ? " <span class=\"problem\">Nothing there answers to it.</span>" : .empty
      return """
        <li>\(correction.sentence)\(note)\(form("take-back", """
          <input type="hidden" name="place" value="\(place)">\
          <button class="quiet" aria-label="Take back: \(correction.sentence)">Take back</button>
          """))</li>
        """
    }
    return "<h3>What you put right</h3><ul class=\"corrections\">\(rows)</ul>"
  }

  private func form(_ what: String, _ inside: HTML, id: String? = nil) -> HTML {
    let form = MeasuredView.form(recorded.id, what, inside)
    return id.map { id -> HTML in "<div id=\"\(id)\">\(form)</div>" } ?? form
  }
}
