import Lifting

/// Sets as a device reports them, as text, for a terminal and for spreadsheets.
enum ReportedTable {
  /// A set of a file.
  struct Entry {
    var name: String
    var set: ReportedSet
  }

  // MARK: For people

  static func text(_ entry: Entry) -> String {
    MeasuredTable.wrapped(heading(entry)) + reps(entry.set)
  }

  private static func heading(_ entry: Entry) -> String {
    let set = entry.set
    let device = set.device.map { "as \($0) reports it" } ?? "as the table reports it"
    let parts = [
      set.number.map { "set \($0)" }, set.athlete,
      [set.day.map(\.description), set.time].compactMap(\.self).joined(separator: " "),
      set.load?.description, set.set.reps.counted("rep"),
      set.set.eccentricSeconds.map { "lowering \($0.short(decimals: 1)) s" },
      set.set.concentricSeconds.map { "lifting \($0.short(decimals: 1)) s" },
      set.set.velocityLossPercent.map { "velocity loss \($0.short(decimals: 0)) %" }, device,
    ].compactMap(\.self).filter { !$0.isEmpty }
    return "\(entry.name): \(name(of: set)), " + parts.joined(separator: ", ")
  }

  private static func name(of set: ReportedSet) -> String {
    set.exercise.flatMap { Exercise.with($0)?.name } ?? set.nameAsWritten
      ?? "an exercise without a name"
  }

  /// A row a rep; columns of which nothing is reported are left out.
  private static func reps(_ set: ReportedSet) -> String {
    var table = Table(
      .init(name: "rep", isNumber: true), .init(name: "range m", isNumber: true),
      .init(name: "s", isNumber: true), .init(name: "up s", isNumber: true),
      .init(name: "up m/s", isNumber: true), .init(name: "propulsive", isNumber: true),
      .init(name: "peak", isNumber: true), .init(name: "up W", isNumber: true),
      .init(name: "peak W", isNumber: true), .init(name: "down s", isNumber: true),
      .init(name: "down m/s", isNumber: true), .init(name: "peak down", isNumber: true))
    table.rows = set.reps.map { rep in
      row("\(rep.index)", rep.rangeOfMotionMeters, rep.seconds, rep.phases)
    }
    if let together = set.set.phases {
      table.rows.append(row("all", set.set.rangeOfMotionMeters, nil, together))
    }
    return table.rows.isEmpty ? "" : table.text
  }

  private static func row(
    _ rep: String, _ range: Double?, _ seconds: Double?, _ phases: [ReportedPhase]
  ) -> [String] {
    let up = phases.first { $0.phase == .concentric }
    let down = phases.first { $0.phase == .eccentric }
    func hundredths(_ value: Double?) -> String { MeasuredTable.fixed(value, 2) }
    return [
      rep, hundredths(range ?? up?.displacementMeters ?? down?.displacementMeters),
      hundredths(seconds), hundredths(up?.seconds), hundredths(up?.meanVelocityMetersPerSecond),
      hundredths(up?.meanPropulsiveVelocityMetersPerSecond),
      hundredths(up?.peakVelocityMetersPerSecond), MeasuredTable.fixed(up?.meanPowerWatts, 0),
      MeasuredTable.fixed(up?.peakPowerWatts, 0), hundredths(down?.seconds),
      hundredths(down?.meanVelocityMetersPerSecond), hundredths(down?.peakVelocityMetersPerSecond),
    ]
  }

  /// What there is, and what there can't be.
  static func notice(_ file: String, _ sets: [ReportedSet]) -> String {
    let device = Set(sets.compactMap(\.device)).sorted().joined(separator: " and ")
    return
      "\(file): \(sets.count.counted("set")) as \(device.isEmpty ? "the table reports" : "\(device) reports") "
      + "\(sets.count == 1 ? "it" : "them"), not measured here: a table holds no motion, and so there is no "
      + "tempo with its pauses, no control and no picture"
  }

  // MARK: For spreadsheets

  /// A row a phase; what belongs to the rep or the set stands in each of its rows.
  static func csv(_ sets: [Entry]) -> Table {
    var table = Table(
      .init(name: "file"), .init(name: "device"), .init(name: "athlete"), .init(name: "day"),
      .init(name: "time"), .init(name: "exercise"), .init(name: "load"), .init(name: "set"),
      .init(name: "rep"), .init(name: "phase"), .init(name: "duration_s"),
      .init(name: "displacement_m"), .init(name: "mean_velocity_mps"),
      .init(name: "mean_propulsive_velocity_mps"), .init(name: "peak_velocity_mps"),
      .init(name: "mean_power_W"), .init(name: "peak_power_W"), .init(name: "range_of_motion_m"),
      .init(name: "rep_duration_s"))
    for entry in sets {
      let set = entry.set
      let of = [
        entry.name, set.device ?? "", set.athlete ?? "", set.day?.description ?? "", set.time ?? "",
        set.exercise?.rawValue ?? "", set.load?.description ?? "",
        set.number.map(String.init) ?? "",
      ]
      func add(_ rep: String, _ range: Double?, _ seconds: Double?, _ phases: [ReportedPhase]) {
        let rest = [thousandths(range), thousandths(seconds)]
        if phases.isEmpty {
          table.rows.append(of + [rep] + Array(repeating: "", count: 8) + rest)
        }
        for phase in phases { table.rows.append(of + [rep] + row(phase) + rest) }
      }
      for rep in set.reps { add("\(rep.index)", rep.rangeOfMotionMeters, rep.seconds, rep.phases) }
      if let together = set.set.phases { add("", set.set.rangeOfMotionMeters, nil, together) }
    }
    return table
  }

  private static func row(_ phase: ReportedPhase) -> [String] {
    [
      phase.phase.rawValue, thousandths(phase.seconds), thousandths(phase.displacementMeters),
      thousandths(phase.meanVelocityMetersPerSecond),
      thousandths(phase.meanPropulsiveVelocityMetersPerSecond),
      thousandths(phase.peakVelocityMetersPerSecond), thousandths(phase.meanPowerWatts),
      thousandths(phase.peakPowerWatts),
    ]
  }

  private static func thousandths(_ value: Double?) -> String { value?.short(decimals: 3) ?? "" }
}
