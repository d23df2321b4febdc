internal import Lifting

/// Rows that a comma within a text broke apart, from programs that don't quote it.
extension HistoryReader {
  /// A name with more commas than these isn't one.
  static let mostCommas = 3

  /// Joins the fields of a text that holds commas, where they can only be one text.
  ///
  /// The text that is put together is the one with which a date, a weight, a unit and whole
  /// repetitions stand where they belong. Where the name of the exercise and a text beside it, such as
  /// a category, would do, it is the name, unless what stands there alone is a known exercise.
  mutating func putTogether() throws(Mistake) {
    guard let width = csv.width, csv.fieldCount > width else { return }
    if csv.isBlank(csv.fieldCount - 1), csv.fieldCount == width + 1, isPlausible(csv) { return }
    let surplus = csv.fieldCount - width
    // A date is no text that holds a comma, or its program would have quoted it.
    let fitting = (0..<width).filter { $0 != columns[.start] }.compactMap {
      index -> (index: Int, csv: CSV)? in
      var joined = csv
      return joined.join(index, surplus) && isPlausible(joined) ? (index, joined) : nil
    }
    let named = fitting.first { $0.index == columns[.exercise] }
    let isNameWhole =
      Exercise.reading(of: text(.exercise)).exercise != nil && text(.exercise).hasClosedBrackets
    let others = fitting.first { $0.index != named?.index }
    guard let chosen = isNameWhole ? others : named ?? others
    else { throw Mistake(kind: .width, diagnostic: csv.wrongWidth()) }
    csv = chosen.csv
    guard chosen.index == columns[.exercise] else { return }
    let name = text(.exercise)
    if namesPutTogether.insert(name).inserted {
      problems.add(
        .comma, onLine: csv.line,
        csv.diagnostic(
          .warning, at: chosen.index,
          "the comma was taken for a part of the name “\(name.shortened)”",
          hint: "put quotes around a text that holds a comma"))
    }
  }

  /// Whether everything that has a form stands in a column that has it.
  private func isPlausible(_ csv: CSV) -> Bool {
    func text(_ column: HistoryTable.Column) -> String { columns[column].map(csv.text) ?? "" }
    func isNumber(_ column: HistoryTable.Column, whole: Bool = false) -> Bool {
      switch csv.amount(columns[column]) {
      case .none: true
      case .number(let number): !whole || number == number.rounded()
      case .ambiguous: !whole
      case .unreadable: false
      }
    }
    let unit = text(.unit).lowercased()
    let name = text(.exercise)
    return text(.start).contains(where: \.isNumber) && !name.isEmpty
      && Double(decimal: name) == nil
      && HistoryTable.weights.allSatisfy { isNumber($0) }
      && isNumber(.reps, whole: true) && isNumber(.sets, whole: true)
      && (columns[.unit] == nil
        || (unit.isEmpty ? text(.weight).isEmpty : Self.units.contains(unit)))
  }

  private static let units: Set<String> = [
    "kg", "kgs", "kilogram", "kilograms", "lb", "lbs", "pound", "pounds",
  ]
}

extension String {
  fileprivate var hasClosedBrackets: Bool {
    count { $0 == "(" } == count { $0 == ")" } && count { $0 == "[" } == count { $0 == "]" }
  }
}
