internal import Lifting

/// Collects samples row by row.
struct RecordingReader {
  enum Kind: Hashable { case brokenQuote, width, value, time, gap }

  private var csv: CSV
  private let names: [String]
  private let columns: [RecordingColumns.Values]
  /// For each field of a row the column it belongs to.
  private let places: ContiguousArray<Int?>
  private var values: [[Double]]
  private var longSteps: [(index: Int, line: Int)] = []
  /// Rows with the time of the one before them, by how many rows were kept before.
  private var standing: [(after: Int, line: Int, row: ContiguousArray<Double>)] = []
  /// What is said of the first of them if they aren't packets.
  private var standingProblems: [Diagnostic] = []
  private(set) var problems = Problems<Kind>(showing: RecordingCSV.shownProblems)

  init(_ csv: CSV, columns: [RecordingColumns.Column]) {
    self.csv = csv
    names = columns.map(\.name)
    self.columns = columns.map(\.values)
    var places = ContiguousArray<Int?>(repeating: nil, count: csv.fieldCount)
    for (place, column) in columns.enumerated() where places.indices.contains(column.values.index) {
      places[column.values.index] = place
    }
    self.places = places
    values = columns.map { _ in [] }
  }

  mutating func readAll() {
    var row = ContiguousArray<Double>(repeating: 0, count: columns.count)
    reading: while true {
      if readNumbers(into: &row) {
        keep(row)
        continue
      }
      switch csv.next() {
      case .end: break reading
      case .broken(let problem, let fault):
        problems.add(fault == .quote ? .brokenQuote : .width, onLine: problem.line, problem)
      case .row:
        guard readValues(into: &row), let time = row.first else { continue }
        if time == values[0].last {
          stand(row)
        } else if isLater(time) {
          keep(row)
        }
      }
    }
    takePackets()
    reportGaps()
  }

  private mutating func stand(_ row: ContiguousArray<Double>) {
    standing.append((values[0].count, csv.line, row))
    guard standingProblems.count <= RecordingCSV.shownProblems else { return }
    standingProblems.append(
      csv.diagnostic(
        at: columns[0].index,
        "the time stands still at \(row[0].short) s; the row was left out"))
  }

  /// Rows whose time stands still are packets where there are many, and left out where there are few.
  private mutating func takePackets() {
    guard let first = standing.first else { return }
    let count = values[0].count + standing.count
    guard let times = Recording.spread(merged(values[0], 0)) else {
      for (place, row) in standing.enumerated() {
        let problem = standingProblems[min(place, standingProblems.count - 1)]
        problems.add(.time, onLine: row.line, problem)
      }
      return
    }
    for column in values.indices.dropFirst() { values[column] = merged(values[column], column) }
    values[0] = times
    // Each long step has moved by the rows that stood before it.
    var place = 0
    for index in longSteps.indices {
      while place < standing.count, standing[place].after <= longSteps[index].index { place += 1 }
      longSteps[index].index += place
    }
    problems.add(
      .time, onLine: first.line,
      Diagnostic(
        .warning, line: first.line, column: 1,
        "\(standing.count) of \(count) rows have the time of the row before: they came in packets, and were spread over the time between"
      ))
  }

  /// A column with the values of the rows that stood still where they belong.
  private func merged(_ column: [Double], _ index: Int) -> [Double] {
    var merged: [Double] = []
    merged.reserveCapacity(column.count + standing.count)
    var kept = 0
    for row in standing {
      merged += column[kept..<row.after]
      merged.append(row.row[index])
      kept = row.after
    }
    return merged + column[kept...]
  }

  /// The quick way for the rows that have nothing to be said about; the others are read by
  /// ``readValues(into:)``.
  private mutating func readNumbers(into row: inout ContiguousArray<Double>) -> Bool {
    guard let last = values[0].last, csv.nextNumbers(at: places, into: &row) else { return false }
    var areFinite = true
    for index in columns.indices {
      row[index] = columns[index].inSI(row[index])
      areFinite = areFinite && row[index].isFinite
    }
    guard areFinite, row[0] > last else {
      csv.stepBack()
      return false
    }
    return true
  }

  private mutating func keep(_ row: ContiguousArray<Double>) {
    if let last = values[0].last {
      if row[0] - last > RecordingCSV.gapSeconds { longSteps.append((values[0].count, csv.line)) }
    } else {
      reserve()
    }
    for index in values.indices { values[index].append(row[index]) }
  }

  /// Room for as many rows as the file has when they are all as long as this one.
  private mutating func reserve() {
    guard let first = csv.fields.first, let last = csv.fields.last else { return }
    let rows = csv.bytes.count / (last.range.upperBound - first.range.lowerBound + 1) + 1
    for index in values.indices { values[index].reserveCapacity(rows) }
  }

  private mutating func readValues(into row: inout ContiguousArray<Double>) -> Bool {
    for index in columns.indices {
      let column = columns[index]
      if let value = number(column.index).map(column.inSI), value.isFinite {
        row[index] = value
      } else if column.mayBeLost, isLost(column.index) {
        row[index] = .nan
      } else {
        reportValue(column)
        return false
      }
    }
    return true
  }

  /// A number; where commas don't separate fields, they may stand before decimals. A time may be that of a
  /// clock.
  private func number(_ index: Int) -> Double? {
    if let number = csv.number(index) { return number }
    if index == columns.first?.index, let seconds = Self.clockSeconds(csv.text(index)) {
      return seconds
    }
    guard csv.separator != UInt8(ascii: ",") else { return nil }
    var written = ContiguousArray(csv.text(index).utf8)
    guard let comma = written.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    written[comma] = UInt8(ascii: ".")
    return Double(decimal: written.span, in: written.indices)
  }

  /// Seconds of a clock's time: `7:48:45.830`, `2026-10-02T07:48:45.830`, `2025-10-9 8:18:9:94`; nil for
  /// anything else. With a day they count from 1970, without from midnight.
  static func clockSeconds(_ text: String) -> Double? {
    let parts = text.split { $0 == " " || $0 == "T" }
    guard let clock = parts.last, parts.count <= 2 else { return nil }
    let numbers = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (3...4).contains(numbers.count), let hours = Int(numbers[0], radix: 10),
      let minutes = Int(numbers[1], radix: 10), let seconds = Double(numbers[2]),
      (0..<24).contains(hours), (0..<60).contains(minutes), (0..<61).contains(seconds)
    else { return nil }
    var sum = Double(hours * 3600 + minutes * 60) + seconds
    // Some write thousandths behind a third colon.
    if numbers.count == 4 {
      guard let fraction = Int(numbers[3], radix: 10), (0..<1000).contains(fraction) else {
        return nil
      }
      sum += Double(fraction) / 1000
    }
    guard parts.count == 2 else { return sum }
    let date = parts[0].split { $0 == "-" || $0 == "/" }.compactMap { Int($0, radix: 10) }
    guard date.count == 3, (1950...2100).contains(date[0]), (1...12).contains(date[1]),
      (1...31).contains(date[2]), let day = Day(year: date[0], month: date[1], day: date[2])
    else { return nil }
    return sum + 86_400 * Double(day.number)
  }

  private func isLost(_ index: Int) -> Bool {
    csv.isBlank(index) || csv.text(index).lowercased() == "nan"
  }

  private mutating func reportValue(_ column: RecordingColumns.Values) {
    let text = csv.text(column.index)
    problems.add(
      .value, onLine: csv.line,
      csv.diagnostic(
        at: column.index,
        text.isEmpty
          ? "there is no value here; the row was left out"
          : "“\(text.shortened)” is not a number; the row was left out",
        hint: text.contains(",") ? "write decimals with a point: “0.25”" : nil))
  }

  private mutating func isLater(_ time: Double) -> Bool {
    guard let last = values[0].last, !(time > last) else { return true }
    if time < last, dropJump(before: time) { return true }
    problems.add(
      .time, onLine: csv.line,
      csv.diagnostic(
        at: columns[0].index,
        "the time goes back from \(last.short) s to \(time.short) s; the row was left out"))
    return false
  }

  /// Where one row jumped far ahead and the next one goes on as before, the one that jumped is wrong,
  /// and not everything behind it.
  private mutating func dropJump(before time: Double) -> Bool {
    guard let jump = longSteps.last, jump.index == values[0].count - 1, jump.index > 0 else {
      return false
    }
    let step = time - values[0][jump.index - 1]
    let jumped = values[0][jump.index] - values[0][jump.index - 1]
    guard step > 0, jumped > RecordingCSV.gapFactor * step else { return false }
    let there = values[0][jump.index]
    problems.add(
      .time, onLine: jump.line,
      Diagnostic(
        .error, line: jump.line, column: 1,
        "the time jumps to \(there.short) s and back; the row was left out"))
    for index in values.indices { values[index].removeLast() }
    longSteps.removeLast()
    // What stood still with it goes with it.
    standing.removeAll { $0.after > values[0].count }
    return true
  }

  private mutating func reportGaps() {
    guard !longSteps.isEmpty, let rate = recording?.sampleRateHz else { return }
    let seconds = values[0]
    for (index, line) in longSteps where index > 0 {
      let step = seconds[index] - seconds[index - 1]
      guard step > RecordingCSV.gapFactor / rate else { continue }
      problems.add(
        .gap, onLine: line,
        Diagnostic(
          .warning, line: line, column: 1,
          "nothing was recorded for \(step.short(decimals: 3)) s before this row"))
    }
  }

  /// What was read so far; nil where there isn't a sample.
  var recording: Recording? {
    let named = Dictionary(
      zip(names, values), uniquingKeysWith: { first, _ in first })
    guard let seconds = named[RecordingColumns.time], !seconds.isEmpty else { return nil }
    var recording = Recording(
      seconds: seconds, positionMeters: named["position_m"],
      velocityMetersPerSecond: named["velocity_mps"], forceNewtons: named["force_N"],
      acceleration: vectors("accel", "mps2", in: named),
      userAcceleration: vectors("user_accel", "mps2", in: named),
      gravity: vectors("gravity", "mps2", in: named),
      angularRate: vectors("gyro", "radps", in: named), orientation: orientations(in: named))
    for (name, values) in named {
      if let joint = RecordingColumns.joint(name) { recording.anglesDegrees[joint] = values }
      guard let (landmark, part) = RecordingColumns.landmark(name), part == "x",
        let y = named["keypoint_\(landmark)_y"]
      else { continue }
      recording.keypoints[landmark] = Recording.Keypoint(
        x: values, y: y, score: named["keypoint_\(landmark)_score"])
    }
    return recording
  }

  private func vectors(
    _ quantity: String, _ unit: String, in named: [String: [Double]]
  ) -> Recording.Vectors? {
    guard let x = named["\(quantity)_x_\(unit)"], let y = named["\(quantity)_y_\(unit)"],
      let z = named["\(quantity)_z_\(unit)"]
    else { return nil }
    return Recording.Vectors(x: x, y: y, z: z)
  }

  private func orientations(in named: [String: [Double]]) -> Recording.Orientations? {
    guard let w = named["quat_w"], let x = named["quat_x"], let y = named["quat_y"],
      let z = named["quat_z"]
    else { return nil }
    return Recording.Orientations(w: w, x: x, y: y, z: z)
  }
}
