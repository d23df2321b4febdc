internal import Lifting

/// How a program names the columns of its export, one row a set.
struct HistoryTable: Sendable {
  enum Column: Sendable, Hashable, CaseIterable {
    /// When the workout began, or the set where each has its own time.
    case start
    /// The time of day, where it stands beside the day.
    case clock
    /// What tells one workout from another where its start doesn't.
    case workout
    case title
    case exercise
    /// A set's number or kind: warm-up, failure, drop set.
    case mark
    /// Whether it is a warm-up.
    case warmUp
    /// How many equal sets the row stands for.
    case sets
    /// What the weight is to be multiplied with; only looked at to know a format.
    case multiplier
    case weight, weightKilograms, weightPounds
    case unit
    case reps
    /// How long it was held, in seconds or as `1:30`.
    case seconds
    /// How far it was carried, in the unit of ``distanceUnit`` or in that of the column.
    case distance, meters, kilometers, miles, distanceUnit
    case effort
    case note
    case workoutNote
  }

  let id: String
  let name: String
  /// The names a column may have, in small letters; the first one is shown to people.
  let names: [Column: [String]]
  /// The columns a file of this format always has.
  let required: [Column]
  /// Whether a row has columns for several sets, see ``SetColumns``.
  var listsSets = false
  /// Whether commas within a text stand there without quotes.
  var quotesNothing = false

  static let weights: [Column] = [.weightKilograms, .weightPounds, .weight]

  var format: HistoryFormat {
    HistoryFormat(
      id: id, name: name, recognize: { recognition(of: $0) },
      read: { text, options in
        guard let (csv, columns, header) = header(of: text) else {
          return ImportedHistory(format: name, facts: [], problems: [])
        }
        var reader = HistoryReader(
          csv, columns: columns, sets: sets(in: header),
          of: self, options: options)
        if let start = columns[.start] {
          reader.order = WallClock.Order(header: header.names[start])
        }
        return reader.read()
      })
  }

  // MARK: - The header

  private func recognition(of text: SourceText) -> Recognition {
    if listsSets {
      return header(of: text) == nil ? .unknown : .recognized
    }
    let found = text.headers.map { columns(in: $0) }.max { $0.count < $1.count }
    guard let found, !found.isEmpty else { return .unknown }
    var missing = required.filter { found[$0] == nil }
    if !Self.weights.contains(where: { found[$0] != nil }) { missing.append(.weight) }
    if missing.isEmpty { return .recognized }
    // Of the required columns and the weight, at least half have to be there.
    guard missing.count * 2 <= required.count + 1 else { return .unknown }
    return .lacking(missing.map { names[$0]?.first ?? "" })
  }

  /// The header row with the required columns, and where each column stands.
  private func header(of text: SourceText) -> (
    csv: CSV, columns: [Column: Int], header: SourceText.Header
  )? {
    for header in text.headers {
      let columns = columns(in: header)
      guard required.allSatisfy({ columns[$0] != nil }),
        !listsSets || !sets(in: header).isEmpty
      else { continue }
      var csv = CSV(text.bytes, separator: header.separator)
      guard case .row = csv.next() else { continue }
      return (csv, columns, header)
    }
    return nil
  }

  private func sets(in header: SourceText.Header) -> [SetColumns] {
    listsSets ? SetColumns.all(in: header.names) : []
  }

  private func columns(in header: SourceText.Header) -> [Column: Int] {
    names.compactMapValues { names in header.names.firstIndex { names.contains($0) } }
  }
}
