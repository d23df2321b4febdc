internal import Lifting

/// What the header of a recording names, and where.
struct RecordingColumns: Sendable {
  /// A column whose values are read.
  struct Column: Sendable {
    /// The quantity in SI units, as the writer names it: `accel_x_mps2`.
    let name: String
    let values: Values
  }

  /// Where a column's values stand and what they mean.
  struct Values: Sendable {
    let index: Int
    /// One of the two is 1, so that a value is rounded once only.
    let factor: Double
    let divisor: Double
    /// A tracker may lose a landmark; everything else has to have a value in every row.
    let mayBeLost: Bool

    func inSI(_ value: Double) -> Double { divisor == 1 ? value * factor : value / divisor }
  }

  /// Whether accelerations are in g or in m/s², which only their size tells.
  private(set) var isUnitSet = false
  /// The time first, then the others as they stand in the file.
  private(set) var columns: [Column] = []
  private var collected = Problems<Kind>(showing: RecordingCSV.shownProblems)

  var problems: [Diagnostic] { collected.found }

  private enum Kind: Hashable { case unknown, twice, incomplete }

  var hasTime: Bool { columns.contains { $0.name == Self.time } }
  var hasData: Bool { columns.contains { $0.name != Self.time } }

  static let time = "time_s"

  /// Standard gravity, m/s²: exactly, by the 3rd General Conference on Weights and Measures, 1901.
  static let standardGravity = 9.80665

  private struct Unit {
    let suffix: String
    var factor = 1.0
    var divisor = 1.0
  }

  /// Quantities by what comes before the unit, the SI unit first.
  private static let quantities: [(name: String, axes: [String], units: [Unit])] = {
    let vector = ["_x", "_y", "_z"]
    let acceleration = [Unit(suffix: "_mps2"), Unit(suffix: "_g", factor: standardGravity)]
    return [
      (
        "time", [""],
        [
          Unit(suffix: "_s"), Unit(suffix: "_ms", divisor: 1e3),
          Unit(suffix: "_us", divisor: 1e6),
        ]
      ),
      ("accel", vector, acceleration),
      ("user_accel", vector, acceleration),
      ("gravity", vector, acceleration),
      ("gyro", vector, [Unit(suffix: "_radps"), Unit(suffix: "_dps", factor: .pi / 180)]),
      ("quat", ["_w"] + vector, [Unit(suffix: "")]),
      (
        "position", [""],
        [
          Unit(suffix: "_m"), Unit(suffix: "_cm", divisor: 100),
          Unit(suffix: "_mm", divisor: 1e3),
        ]
      ),
      ("velocity", [""], [Unit(suffix: "_mps")]),
      ("force", [""], [Unit(suffix: "_N")]),
    ]
  }()

  /// Every fixed name there is, with the SI name and the scale.
  private static let known: [String: (name: String, unit: Unit)] = {
    var known: [String: (name: String, unit: Unit)] = [:]
    for quantity in quantities {
      for axis in quantity.axes {
        for unit in quantity.units {
          let stem = quantity.name + axis
          known[stem + unit.suffix] = (stem + (quantity.units.first?.suffix ?? ""), unit)
        }
      }
    }
    return known
  }()

  private static let byLowercasedName: [String: String] = Dictionary(
    known.keys.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  /// How many columns of a header are read.
  static func known(in header: [String]) -> Int {
    let recorder = Recorder.of(header)
    return header.count { column(recorder?.standard($0) ?? $0, at: 0) != nil }
  }

  private static func column(_ name: String, at index: Int) -> Column? {
    if let (standard, unit) = known[name] {
      return Column(
        name: standard,
        values: Values(
          index: index, factor: unit.factor, divisor: unit.divisor, mayBeLost: false))
    }
    if let joint = inner(of: name, after: "angle_", before: "_rad") {
      return Column(
        name: "angle_\(joint)_deg",
        values: Values(index: index, factor: 180 / .pi, divisor: 1, mayBeLost: false))
    }
    let isLandmark = landmark(name) != nil
    guard isLandmark || joint(name) != nil else { return nil }
    return Column(
      name: name, values: Values(index: index, factor: 1, divisor: 1, mayBeLost: isLandmark))
  }

  /// The joint of `angle_JOINT_deg`.
  static func joint(_ name: String) -> String? {
    inner(of: name, after: "angle_", before: "_deg")
  }

  /// The landmark and the part of `keypoint_NAME_x`, `_y` or `_score`.
  static func landmark(_ name: String) -> (name: String, part: String)? {
    for part in ["x", "y", "score"] {
      if let landmark = inner(of: name, after: "keypoint_", before: "_" + part) {
        return (landmark, part)
      }
    }
    return nil
  }

  private static func inner(of name: String, after prefix: String, before suffix: String) -> String?
  {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix),
      name.utf8.count > prefix.utf8.count + suffix.utf8.count
    else { return nil }
    return String(name.dropFirst(prefix.count).dropLast(suffix.count))
  }

  // MARK: - Reading the header

  /// Reads the header that `csv` stands at; what stands before it may say that its angles are in radians.
  init(header csv: CSV, isInRadians: Bool = false) {
    var unknown: [Int] = []
    var written: [String: String] = [:]
    var recorder = Recorder.of(csv.fields.indices.map { csv.text($0) })
    if isInRadians { recorder = recorder?.inRadians }
    isUnitSet = recorder?.isUnitSet ?? false
    for index in csv.fields.indices {
      let name = csv.text(index)
      if recorder?.passesOver(name) == true { continue }
      guard let column = Self.column(recorder?.standard(name) ?? name, at: index) else {
        unknown.append(index)
        continue
      }
      if let earlier = written[column.name] {
        collected.add(
          .twice, onLine: csv.line,
          csv.diagnostic(
            .warning, at: index,
            "“\(name)” is ignored, as “\(earlier)” already says the same"))
        continue
      }
      written[column.name] = name
      columns.append(column)
    }
    columns.sort {
      ($0.name == Self.time ? 0 : 1, $0.values.index) < (
        $1.name == Self.time ? 0 : 1, $1.values.index
      )
    }
    warnOfUnknown(unknown, of: recorder, in: csv)
    leaveOutIncomplete(in: csv)
  }

  private mutating func warnOfUnknown(_ unknown: [Int], of recorder: Recorder?, in csv: CSV) {
    guard let first = unknown.first else { return }
    let names = unknown.map { index in
      let name = csv.text(index)
      return name.isEmpty ? "column \(index + 1), which has no name" : "“\(name.shortened)”"
    }
    let meant = unknown.compactMap { Self.byLowercasedName[csv.text($0).lowercased()] }
    let whose = recorder.map { "a file of \($0.name): " } ?? ""
    let shown = names.prefix(10).joined(separator: ", ")
    let more = names.count > 10 ? " and \(names.count - 10) more" : ""
    collected.add(
      .unknown, onLine: csv.line,
      csv.diagnostic(
        .warning, at: first,
        "\(whose)\(names.count == 1 ? "this column isn't known and is" : "these columns aren't known and are") ignored: \(shown)\(more)",
        hint: meant.isEmpty
          ? nil : "did you mean \(meant.map { "“\($0)”" }.joined(separator: ", "))?"))
  }

  /// Takes out what says nothing without the columns that belong to it.
  private mutating func leaveOutIncomplete(in csv: CSV) {
    var names = Set(columns.map(\.name))
    func leaveOut(_ present: [String], missing: [String]) -> Diagnostic? {
      guard let first = columns.first(where: { present.contains($0.name) }) else { return nil }
      names.subtract(present)
      let written = csv.text(first.values.index)
      return csv.diagnostic(
        at: first.values.index,
        "“\(written)” needs \(missing.map { "“\($0)”" }.joined(separator: " and ")) beside it; without, it was left out"
      )
    }

    for quantity in Self.quantities where quantity.axes.count > 1 {
      let unit = quantity.units.first?.suffix ?? ""
      let stems = quantity.axes.map { quantity.name + $0 }
      let missing = stems.filter { !names.contains($0 + unit) }
      guard !missing.isEmpty, let problem = leaveOut(stems.map { $0 + unit }, missing: missing)
      else { continue }
      collected.add(.incomplete, onLine: csv.line, problem)
    }
    let landmarks = Set(columns.compactMap { Self.landmark($0.name)?.name }).sorted()
    for landmark in landmarks {
      let all = ["x", "y", "score"].map { "keypoint_\(landmark)_\($0)" }
      let missing = all.prefix(2).filter { !names.contains($0) }
      guard !missing.isEmpty, let problem = leaveOut(all, missing: missing) else { continue }
      collected.add(.incomplete, onLine: csv.line, problem)
    }
    columns.removeAll { !names.contains($0.name) }
    warnOfHalfAcceleration(names, in: csv)
  }

  private mutating func warnOfHalfAcceleration(_ names: Set<String>, in csv: CSV) {
    let split = ["user_accel", "gravity"].map { ($0, names.contains($0 + "_x_mps2")) }
    guard !names.contains("accel_x_mps2"), let present = split.first(where: \.1),
      let missing = split.first(where: { !$0.1 }),
      let first = columns.first(where: { $0.name == present.0 + "_x_mps2" })
    else { return }
    collected.add(
      .incomplete, onLine: csv.line,
      csv.diagnostic(
        .warning, at: first.values.index,
        "“\(present.0)” tells the motion only together with “\(missing.0)”, which isn't there"))
  }
}

extension String {
  /// Short enough to be quoted in a message.
  var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
