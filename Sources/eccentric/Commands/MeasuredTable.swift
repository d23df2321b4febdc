import Lifting
import Pictures

/// Measured sets as text, for a terminal and for spreadsheets.
enum MeasuredTable {
  private static let widest = 100

  // MARK: For people

  static func text(_ entry: PhasePicture.Entry) -> String {
    let notes = PhasePicture.sentences(entry.set) + doubts(entry.set)
    return heading(entry) + (entry.set.reps.isEmpty ? "" : reps(entry.set))
      + notes.map(wrapped).joined()
  }

  private static func heading(_ entry: PhasePicture.Entry) -> String {
    let set = entry.set
    let summary = set.set
    return wrapped(
      "\(entry.name): \(Exercise.with(set.exercise)?.name ?? set.exercise.rawValue), "
        + summary.reps.counted("rep")
        + ", lowering \(summary.eccentricSeconds.short(decimals: 1)) s"
        + ", lifting \(summary.concentricSeconds.short(decimals: 1)) s"
        + ", under tension \(summary.timeUnderTensionSeconds.short(decimals: 1)) s"
        + (summary.velocityLossPercent.map { ", velocity loss \($0.short(decimals: 0)) %" } ?? "")
    )
  }

  /// A row a rep. Columns of which nothing is known are left out.
  private static func reps(_ set: MeasuredSet) -> String {
    var table = Table(
      .init(name: "rep", isNumber: true), .init(name: "start", isNumber: true),
      .init(name: "tempo"), .init(name: "kept", isNumber: true),
      .init(name: "range m", isNumber: true), .init(name: "up m/s", isNumber: true),
      .init(name: "down m/s", isNumber: true), .init(name: "control", isNumber: true),
      .init(name: "up W", isNumber: true), .init(name: "down W", isNumber: true),
      .init(name: "stuck", isNumber: true), .init(name: "phases"))
    table.rows = set.reps.enumerated().map { index, rep in
      let up = rep.phases.first { $0.phase == .concentric || $0.phase == .assisted }
      let down = rep.phases.first { $0.phase == .eccentric }
      return [
        "\(rep.index)" + (rep.trust.level == .low ? "?" : " "), fixed(rep.startSeconds, 1),
        "\(rep.tempo)",
        percent(set.set.adherence?.reps[index].scorePercent), fixed(rep.rangeOfMotionMeters, 2),
        fixed(up?.meanVelocityMetersPerSecond, 2), fixed(down?.meanVelocityMetersPerSecond, 2),
        fixed(rep.control?.minimum, 2), fixed(up?.meanPowerWatts, 0),
        fixed(down?.meanPowerWatts, 0),
        percent(rep.stickingRegion.map { $0.endShare * 100 }), "",
      ]
    }
    // The bars take what is left of the line; a sign is a round share of a second.
    let used = (table.text.split(separator: "\n").map(\.count).max() ?? 0) + 2
    let longest = set.reps.map { ($0.endSeconds ?? 0) - ($0.startSeconds ?? 0) }.max() ?? 0
    let room = Double(max(10, widest - used))
    let second = [0.25, 0.5, 1, 2, 5, 10, 20].first { longest / $0 <= room - 3 } ?? 60
    table.columns[table.columns.count - 1].name = "\(second.short) s each"
    for (index, rep) in set.reps.enumerated() {
      table.rows[index][table.columns.count - 1] = bar(rep, seconds: second)
    }
    return table.text
  }

  /// The phases of a rep as signs.
  private static func bar(_ rep: Rep, seconds: Double) -> String {
    rep.phases.map { span in
      let sign =
        switch span.phase {
        case .eccentric: "▼"
        case .concentric: "▲"
        case .assisted: "△"
        case .pauseTop, .pauseBottom: "·"
        }
      let count = (span.seconds / seconds).rounded()
      return String(
        repeating: sign, count: count.isFinite ? Int(saturating: max(1, min(160, count))) : 1)
    }.joined()
  }

  /// Lines no longer than the table, the following ones moved in.
  static func wrapped(_ sentence: String) -> String {
    var lines: [String] = []
    for word in sentence.split(separator: " ") {
      if let last = lines.last, last.count + word.count < widest {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append((lines.isEmpty ? "" : "  ") + word)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func doubts(_ set: MeasuredSet) -> [String] {
    set.reps.flatMap { rep in rep.trust.reasons.map { "rep \(rep.index): \($0)" } }
  }

  static func fixed(_ value: Double?, _ decimals: Int) -> String {
    value.map { PhasePicture.fixed($0, decimals) } ?? ""
  }

  private static func percent(_ value: Double?) -> String {
    value.map { "\($0.short(decimals: 0)) %" } ?? ""
  }

  // MARK: For spreadsheets

  /// A row a phase; what belongs to the rep stands in each of its rows.
  static func csv(_ sets: [PhasePicture.Entry]) -> Table {
    var table = Table(
      .init(name: "file"), .init(name: "rep"), .init(name: "phase"), .init(name: "start_s"),
      .init(name: "end_s"), .init(name: "displacement_m"), .init(name: "mean_velocity_mps"),
      .init(name: "peak_velocity_mps"), .init(name: "trust"), .init(name: "work_J"),
      .init(name: "mean_power_W"), .init(name: "peak_power_W"), .init(name: "asked_s"),
      .init(name: "difference_s"), .init(name: "control_mean"), .init(name: "control_minimum"),
      .init(name: "free_fall_s"), .init(name: "sticking_start_s"), .init(name: "sticking_end_s"))
    for entry in sets {
      for (index, rep) in entry.set.reps.enumerated() {
        let beats = entry.set.set.adherence?.reps[index].beats ?? []
        for span in rep.phases {
          table.rows.append(
            [entry.name, "\(rep.index)"]
              + row(span, rep, asked: beats.first { $0.phase == span.phase }))
        }
      }
    }
    return table
  }

  private static func row(
    _ span: PhaseSpan, _ rep: Rep, asked: TempoAdherence.Beat?
  ) -> [String] {
    func thousandths(_ value: Double?) -> String { value?.short(decimals: 3) ?? "" }
    let control = span.phase == .eccentric ? rep.control : nil
    let sticking = span.phase == .concentric ? rep.stickingRegion : nil
    return [
      span.phase.rawValue, thousandths(span.startSeconds), thousandths(span.endSeconds),
      thousandths(span.displacementMeters), thousandths(span.meanVelocityMetersPerSecond),
      thousandths(span.peakVelocityMetersPerSecond), rep.trust.level.rawValue,
      thousandths(span.workJoules), thousandths(span.meanPowerWatts),
      thousandths(span.peakPowerWatts), thousandths(asked?.askedSeconds),
      thousandths(asked?.differenceSeconds), thousandths(control?.mean),
      thousandths(control?.minimum),
      thousandths(control.map { ($0.freeFalls ?? []).reduce(0) { $0 + $1.seconds } }),
      thousandths(sticking?.startSeconds), thousandths(sticking?.endSeconds),
    ]
  }
}
