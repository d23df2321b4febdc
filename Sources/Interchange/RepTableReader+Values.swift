internal import Lifting

/// What a row reports in numbers.
extension RepTableReader {
  /// What a row says of a repetition or a set.
  struct Values {
    var phases: [ReportedPhase] = []
    var range: Double?
    var seconds: Double?
    var isEmpty: Bool { phases.isEmpty && range == nil && seconds == nil }
  }

  /// What the row reports, of the phase that it is of where it says so.
  mutating func measures(typed phase: Phase?) -> Values {
    var values = Values()
    var lowered = ReportedPhase(.eccentric)
    var lifted = ReportedPhase(.concentric)
    let isOfLift = tracker?.isOfLift ?? false
    let columns = headings.sorted { $0.value.index < $1.value.index }
    for (column, found) in columns {
      guard case .measure(let measure, let named) = column else { continue }
      let of = named ?? phase
      guard let value = value(measure, of: of, found) else { continue }
      switch (measure, of) {
      case (.range, nil): values.range = value
      case (.distance, nil) where !isOfLift: values.range = value
      case (.seconds, nil) where !isOfLift: values.seconds = value
      case (_, .eccentric?): lowered.set(measure, value)
      default: lifted.set(measure, value)
      }
    }
    values.phases = [lowered, lifted].filter { !$0.isEmpty }
    return values
  }

  private mutating func value(
    _ measure: RepColumn.Measure, of phase: Phase?,
    _ found: (index: Int, heading: RepColumn.Heading)
  ) -> Double? {
    let index = found.index
    guard index < csv.fields.count, !Self.nothing.contains(csv.text(index).lowercased()) else {
      return nil
    }
    switch csv.amount(index) {
    case .none: return nil
    case .ambiguous, .unreadable:
      valueProblems.add(
        .value, onLine: csv.line,
        csv.diagnostic(
          at: index, "“\(csv.text(index).shortened)” is not a number; the value was left out"))
      return nil
    case .number(let number):
      // Some devices give what goes down a sign; the phase says it already.
      let signed = number * (found.heading.factor ?? 1)
      let isVector = measure.unit == "m/s" || measure.unit == "m"
      let value = phase == .eccentric && isVector ? abs(signed) : signed
      guard measure.plausible.contains(value) else {
        valueProblems.add(
          .range, onLine: csv.line,
          csv.diagnostic(
            at: index,
            "\(value.short(decimals: 3)) \(measure.unit) can't be; the value was left out"))
        return nil
      }
      if value == 0, measure.unit == "m/s" {
        valueProblems.add(
          .zero, onLine: csv.line,
          csv.diagnostic(
            .warning, at: index, "what has no velocity isn't a lift; the value was left out"))
        return nil
      }
      return value
    }
  }

  func whole(_ column: RepColumn, in range: ClosedRange<Int>) -> Int? {
    guard let index = headings[column]?.index, index < csv.fields.count,
      case .number(let number) = csv.amount(index), number == number.rounded()
    else { return nil }
    let whole = Int(saturating: number)
    return range.contains(whole) ? whole : nil
  }

  mutating func load() -> Mass? {
    let written: (amount: Double, unit: Mass.Unit?, index: Int)
    if let found = headings[.load], found.index < csv.fields.count, !text(.load).isEmpty {
      guard case .number(let amount) = csv.amount(found.index) else {
        let problem = csv.diagnostic(
          at: found.index,
          "“\(text(.load).shortened)” is not a weight; the value was left out")
        valueProblems.add(.load, onLine: csv.line, problem)
        return nil
      }
      written = (amount, found.heading.unit ?? RepColumn.massUnit(text(.loadUnit)), found.index)
    } else if let fact = facts.first(where: { RepColumn.heading($0.key)?.column == .load }),
      let amount = Double(fact.value)
    {
      written = (amount, RepColumn.heading(fact.key)?.unit, 0)
    } else {
      return nil
    }
    guard let unit = written.unit else {
      valueProblems.add(
        .load, onLine: csv.line,
        csv.diagnostic(
          at: written.index,
          "nothing says whether this weight is in kilograms or pounds; the value was left out"))
      return nil
    }
    guard let mass = Mass(written.amount, unit), mass <= Plausible.heaviestLoad else {
      valueProblems.add(
        .load, onLine: csv.line,
        csv.diagnostic(
          at: written.index,
          "\(written.amount.short) \(unit.rawValue) can't be lifted; the value was left out"))
      return nil
    }
    return mass
  }
}

extension ReportedPhase {
  fileprivate mutating func set(_ measure: RepColumn.Measure, _ value: Double) {
    switch measure {
    case .meanVelocity: meanVelocityMetersPerSecond = value
    case .propulsiveVelocity: meanPropulsiveVelocityMetersPerSecond = value
    case .peakVelocity: peakVelocityMetersPerSecond = value
    case .meanPower: meanPowerWatts = value
    case .peakPower: peakPowerWatts = value
    case .seconds: seconds = value
    case .distance, .range: displacementMeters = value
    }
  }
}
