import Foundation
import Lifting
import Pictures

/// A set as fields of a form, made from the rows of ``WorkSet/fields`` and read back by them.
///
/// The whole set travels along; what the fields say is amended in it, and what they don't ask stays as it
/// was.
struct SetForm {
  /// What tells the fields of several sets in one form apart.
  let key: String
  /// The set as it was asked for, or as it was kept.
  let set: WorkSet
  let exercise: Exercise?
  /// The unit in which weights are typed where the set has none.
  var unit: Mass.Unit = .kilograms
  /// Whether the weight is the lifter's choice, so that an empty one says nothing.
  var isByFeel = false
  /// Whether all fields are shown, and not only those that are asked after a set.
  var isWhole = false
  /// Whether the set travels along; not where whoever takes the form knows it.
  var isSent = true

  private func name(_ field: String) -> String { "\(field)\(key)" }

  // MARK: As HTML

  /// The fields as they were typed and have to be put right, or of the set as it is.
  func html(_ typed: Form? = nil, _ problems: FieldProblems = FieldProblems()) -> HTML {
    let fields = WorkSet.fields.filter { isWhole || $0.isAsked(after: set, of: exercise) }
    return """
      \(isSent ? "<input type=\"hidden\" name=\"\(name("set"))\" value=\"\(Self.sent(set))\">" as HTML : .empty)\
      \(isByFeel ? "<input type=\"hidden\" name=\"\(name("byFeel"))\" value=\"yes\">" as HTML : .empty)
      \(fields.map { html($0, typed, problems) })
      """
  }

  private func html(_ field: WorkSet.Field, _ typed: Form?, _ problems: FieldProblems) -> HTML {
    let name = name(field.name)
    let value = typed?[name] ?? (isByFeel && field.input == .load ? "" : field.typed(set))
    let marks = problems.attributes(name)
    let input: HTML =
      switch field.input {
      case .whole:
        "<input name=\"\(name)\" inputmode=\"numeric\" autocomplete=\"off\" value=\"\(value)\"\(marks)>"
      case .decimal:
        "<input name=\"\(name)\" inputmode=\"decimal\" autocomplete=\"off\" value=\"\(value)\"\(marks)>"
      case .text(let most):
        "<input name=\"\(name)\" maxlength=\"\(most)\" value=\"\(value)\"\(marks)>"
      case .choice:
        """
        <select name="\(name)"\(marks)>\
        \(Parts.options(field.choices(set).map { ($0.value, $0.text) }, chosen: value))</select>
        """
      case .load: load(name, typed, marks)
      }
    let question = field.unit.map { "\(field.question) (\($0))" } ?? field.question
    return """
      <label class="field f-\(field.name)"><span class="question">\(question)</span>\(input)\
      \(problems.beside(name))</label>
      """
  }

  /// A number, its unit, and for whoever lifts the body whether it is added or takes weight off.
  private func load(_ name: String, _ typed: Form?, _ marks: HTML) -> HTML {
    let isHelp = set.load.assistance.amount > 0
    let mass = isHelp ? set.load.assistance : set.load.external
    let amount = typed?[name] ?? (isByFeel || mass.amount == 0 ? "" : mass.amount.short)
    let unit = typed?["\(name)-unit"] ?? (mass.amount > 0 ? mass.unit : self.unit).rawValue
    let way = typed?["\(name)-way"] ?? (isHelp ? "help" : "added")
    let liftsBody = (exercise?.bodyMassFraction ?? 0) > 0 || isHelp
    return """
      <span class="pair"><input name="\(name)" inputmode="decimal" autocomplete="off" \
      value="\(amount)"\(marks)>\
      <select name="\(name)-unit" aria-label="Unit">\
      \(Parts.options(Mass.Unit.allCases.map { ($0.rawValue, $0.rawValue) }, chosen: unit))</select>\
      \(liftsBody
        ? """
        <select name="\(name)-way" aria-label="Added to your body, or help">\
        \(Parts.options([("added", "added"), ("help", "help")], chosen: way))</select>
        """ as HTML : .empty)</span>
      """
  }

  private static func sent(_ set: WorkSet) -> String {
    (try? JSONEncoder.eccentricCompact.encode(set)).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  // MARK: As it comes back

  /// The set of a form, with what was amended.
  ///
  /// - Returns: nil where the form has no such set, or something in it can't be: `problems` says what.
  static func read(
    _ key: String, _ form: Form, _ problems: inout FieldProblems
  ) -> WorkSet? {
    guard let sent = form["set\(key)"],
      let set = try? JSONDecoder.eccentric.decode(WorkSet.self, from: Data(sent.utf8))
    else { return nil }
    return amended(set, key, form, isByFeel: form["byFeel\(key)"] != nil, &problems)
  }

  /// A set that is known here, with what a form amends in it; where its weight was left to the lifter, that
  /// has to be said.
  static func amended(
    _ known: WorkSet, _ key: String, _ form: Form, isByFeel: Bool,
    _ problems: inout FieldProblems
  ) -> WorkSet? {
    var set = known
    let before = problems.count
    for field in WorkSet.fields {
      let name = "\(field.name)\(key)"
      guard form[name] != nil else { continue }
      let typed = field.input == .load ? loadText(name, form) : form[name] ?? ""
      do throws(WorkSet.Field.Problem) {
        try field.amend(&set, typed)
      } catch {
        problems[name] = error.sentence
      }
    }
    let load = (form["load\(key)"] ?? "").trimmingCharacters(in: .whitespaces)
    if isByFeel, load.isEmpty {
      problems["load\(key)"] = "How much was it? 0 where there was no weight."
    }
    return problems.count == before ? set : nil
  }

  /// What was typed as a load, as ``Load/typed`` writes it: `help 20 kg`.
  private static func loadText(_ name: String, _ form: Form) -> String {
    let amount = (form[name] ?? "").trimmingCharacters(in: .whitespaces)
    guard !amount.isEmpty else { return "" }
    let unit = form["\(name)-unit"] ?? Mass.Unit.kilograms.rawValue
    let text = "\(amount) \(unit)"
    return form["\(name)-way"] == "help" ? "help \(text)" : text
  }
}

extension SetForm {
  /// A form as it was sent, to be put right; nil where it has no such set.
  init?(_ key: String, of form: Form) {
    guard let sent = form["set\(key)"],
      let set = try? JSONDecoder.eccentric.decode(WorkSet.self, from: Data(sent.utf8))
    else { return nil }
    self.init(
      key: key, set: set, exercise: Exercise.with(set.exercise),
      isByFeel: form["byFeel\(key)"] != nil)
  }
}
