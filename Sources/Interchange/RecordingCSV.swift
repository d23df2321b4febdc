internal import Lifting

extension RecordingFormat {
  /// A header row, then one row a sample; the columns are those of ``RecordingColumns``.
  static let separatedValues = RecordingFormat(
    id: "csv", name: "Recording CSV",
    recognizes: { RecordingCSV.isRecording($0) },
    read: { RecordingCSV.read($0) })
}

/// Reads recordings from separated values.
enum RecordingCSV {
  /// A gap is a step that is both longer than this and ``gapFactor`` times the usual one.
  static let gapSeconds = 0.5
  static let gapFactor = 10.0
  /// So many problems of a kind are shown one by one.
  static let shownProblems = 3

  /// Separators that are recognized only to say that they aren't read.
  private static let wrongSeparators: [UInt8] = Array(" |:".utf8)

  /// Devices write of themselves before the header, in so many lines at most.
  private static let longestPreamble = 20

  /// The header row that names the most columns: which separator, and how many rows stand before it. Nil
  /// where none names any.
  private static func header(of bytes: [UInt8]) -> (separator: UInt8, row: Int)? {
    var best: (separator: UInt8, row: Int, known: Int)?
    for separator in CSV.separators + wrongSeparators {
      var csv = CSV(bytes, separator: separator)
      rows: for row in 0..<longestPreamble {
        switch csv.next() {
        case .end: break rows
        case .broken: continue
        case .row:
          let known = RecordingColumns.known(in: csv.fields.indices.map { csv.text($0) })
          // One column that is known may be a word of a preamble.
          guard known > (row == 0 ? 0 : 1), known > best?.known ?? 0 else { continue }
          best = (separator, row, known)
        }
      }
    }
    return best.map { ($0.separator, $0.row) }
  }

  static func isRecording(_ bytes: [UInt8]) -> Bool { header(of: bytes) != nil }

  static func read(_ bytes: [UInt8]) -> (recording: Recording?, problems: [Diagnostic]) {
    guard let (separator, rowsBefore) = header(of: bytes) else { return (nil, []) }
    var csv = CSV(bytes, separator: separator)
    var isInRadians = false
    for _ in 0..<rowsBefore {
      _ = csv.next()
      isInRadians = isInRadians || csv.fields.indices.contains { csv.text($0) == "inDegrees=no" }
    }
    guard case .row = csv.next() else { return (nil, []) }
    if wrongSeparators.contains(separator) {
      let problem = Diagnostic(
        .error, line: csv.line, column: 1,
        "the columns are separated by \(CSV.name(of: separator)), which can't be read",
        hint: "save the file with commas, semicolons or tabs between them")
      return (nil, [problem])
    }

    let header = RecordingColumns(header: csv, isInRadians: isInRadians)
    if let problem = missing(in: header, csv) {
      return (nil, (header.problems + [problem]).inOrder())
    }
    csv.width = csv.fieldCount
    let headerLine = csv.line
    var reader = RecordingReader(csv, columns: header.columns)
    reader.readAll()
    var problems = header.problems + reader.problems.found
    guard var recording = reader.recording else {
      problems.append(
        Diagnostic(
          .error, line: headerLine, column: 1,
          problems.hasErrors
            ? "not one row could be read" : "there is a header, but not one sample behind it"))
      return (nil, problems.inOrder())
    }
    if header.isUnitSet { recording.setUnitByGravity() }
    return (recording, problems.inOrder())
  }

  private static func missing(in header: RecordingColumns, _ csv: CSV) -> Diagnostic? {
    if !header.hasTime {
      return Diagnostic(
        .error, line: csv.line, column: 1, "there is no column with the time",
        hint: "name it “time_s”, “time_ms” or “time_us”")
    }
    if !header.hasData {
      return Diagnostic(
        .error, line: csv.line, column: 1, "there is no column with a measurement beside the time",
        hint: "for instance “position_m”, “angle_elbow_deg” or “accel_x_g” with its “y” and “z”")
    }
    return nil
  }
}

extension Recording {
  /// Accelerations that were read as g and are m/s² as gravity is nearly ten are divided by what they were
  /// multiplied by.
  fileprivate mutating func setUnitByGravity() {
    guard let gravity else { return }
    let size = { (vectors: Vectors, index: Int) in
      (vectors.x[index] * vectors.x[index] + vectors.y[index] * vectors.y[index]
        + vectors.z[index] * vectors.z[index]).squareRoot()
    }
    let sizes = gravity.x.indices.map { size(gravity, $0) }.sorted()
    guard !sizes.isEmpty, sizes[sizes.count / 2] > 50 else { return }
    func smaller(_ vectors: Vectors) -> Vectors {
      func divided(_ values: [Double]) -> [Double] {
        values.map { $0 / RecordingColumns.standardGravity }
      }
      return Vectors(x: divided(vectors.x), y: divided(vectors.y), z: divided(vectors.z))
    }
    self.gravity = smaller(gravity)
    userAcceleration = userAcceleration.map(smaller)
  }
}
