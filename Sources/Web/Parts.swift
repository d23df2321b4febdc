import Lifting
import Pictures

/// Pieces that several pages are made of.
enum Parts {
  /// What was wrong with a form, read out at once.
  static func problem(_ sentence: String?) -> HTML {
    guard let sentence else { return .empty }
    return "<p class=\"problem\" role=\"alert\">\(sentence)</p>"
  }

  static func list(_ sentences: [String]) -> HTML {
    "<ul>\(sentences.map { sentence -> HTML in "<li>\(sentence)</li>" })</ul>"
  }

  /// The names that are offered while somebody types an exercise into a field with `list="exercises"`.
  static func exerciseNames(_ history: History) -> HTML {
    let names = Exercise.catalog.map(\.name) + history.exercises.values.map(\.name).sorted()
    return """
      <datalist id="exercises">\(names.map { name -> HTML in "<option value=\"\(name)\">" })</datalist>
      """
  }

  /// Choices of which one is taken.
  static func options(_ choices: [(value: String, text: String)], chosen: String?) -> HTML {
    let options = choices.map { choice -> HTML in
      """
      <option value="\(choice.value)"\(.selected, if: choice.value == chosen)>\(choice.text)</option>
      """
    }
    return "\(options)"
  }

  /// A kilogram or pound figure with its unit, as a form sends it.
  static func mass(_ form: Form, number: String, unit: String) -> Mass? {
    guard let amount = form.number(number) else { return nil }
    return Mass(amount, Mass.Unit(rawValue: form[unit] ?? "") ?? .kilograms)
  }

  static func unitChoice(_ name: String, chosen: Mass.Unit?) -> HTML {
    """
    <select name="\(name)" aria-label="Unit">\
    \(options(Mass.Unit.allCases.map { ($0.rawValue, $0.rawValue) }, chosen: chosen?.rawValue))\
    </select>
    """
  }

  /// What was wrong with a text or a file, line by line.
  static func diagnostics(_ problems: [Diagnostic], most: Int = 200) -> HTML {
    let rows = problems.prefix(most).map { problem -> HTML in
      """
      <li class="\(problem.severity.rawValue)"><span class="place">Line \(problem.line), \
      column \(problem.column)</span> \(problem.message)\(problem.hint.map { hint -> HTML in
        " <span class=\"hint\">\(hint)</span>"
      })</li>
      """
    }
    let rest: HTML =
      problems.count > most ? "<li>… and \(problems.count - most) more.</li>" : .empty
    return "<ul class=\"diagnostics\" tabindex=\"0\">\(rows)\(rest)</ul>"
  }
}
