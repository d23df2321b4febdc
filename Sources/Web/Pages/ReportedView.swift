import Lifting
import Pictures

/// How a set that a device reports is shown: as a table, since it holds no motion that could be drawn.
struct ReportedView {
  let set: ReportedSet

  var html: HTML {
    """
    <section class="card"><h2>As \(set.device ?? "the table") reports it</h2>
    \(Parts.list(glance))
    <div class="scroll" tabindex="0" role="region" aria-label="The reps as reported"><table>
    <thead><tr>\(used.map { "<th scope=\"col\">\($0.name)</th>" as HTML })</tr></thead>
    <tbody>\(rows.map { row in
      "<tr>\(used.map { "<td>\($0.value(row))</td>" as HTML })</tr>" as HTML
    })</tbody></table></div>
    <p class="hint">Nothing here was measured by Eccentric: a table of repetitions holds no motion. So there is no \
    picture, no tempo with its pauses, no control of the lowering, and nobody can say which rep is doubtful.</p>
    </section>
    """
  }

  private struct Row {
    var name: String
    var range: Double?
    var seconds: Double?
    var phases: [ReportedPhase]
    var up: ReportedPhase? { phases.first { $0.phase == .concentric } }
    var down: ReportedPhase? { phases.first { $0.phase == .eccentric } }
  }

  private struct Column {
    var name: String
    var value: (Row) -> String
  }

  /// What there is to say of the set at once.
  private var glance: [String] {
    let summary = set.set
    var sentences: [String] = []
    let moment = [set.day?.description, set.time].compactMap(\.self).joined(separator: ", ")
    if !moment.isEmpty { sentences.append(moment) }
    if let athlete = set.athlete { sentences.append("Of \(athlete)") }
    if let name = set.nameAsWritten { sentences.append("There it is called “\(name)”") }
    if let load = set.load { sentences.append("With \(load)") }
    if let seconds = summary.eccentricSeconds {
      sentences.append("Lowered for \(seconds.short(decimals: 1)) s")
    }
    if let seconds = summary.concentricSeconds {
      sentences.append("Lifted for \(seconds.short(decimals: 1)) s")
    }
    if let loss = summary.velocityLossPercent {
      sentences.append(
        "The slowest lift was \(loss.short(decimals: 0)) % slower than the fastest")
    }
    return sentences
  }

  private var rows: [Row] {
    let reps = self.set.reps.map { rep in
      Row(
        name: "\(rep.index)", range: rep.rangeOfMotionMeters, seconds: rep.seconds,
        phases: rep.phases)
    }
    guard let together = self.set.set.phases else { return reps }
    return reps + [
      Row(name: "all", range: self.set.set.rangeOfMotionMeters, seconds: nil, phases: together)
    ]
  }

  /// The columns of which something is reported.
  private var used: [Column] {
    func fixed(_ value: Double?, _ decimals: Int) -> String {
      value.map { PhasePicture.fixed($0, decimals) } ?? ""
    }
    let columns: [Column] = [
      Column(name: "rep") { $0.name },
      Column(name: "range, m") {
        fixed($0.range ?? $0.up?.displacementMeters ?? $0.down?.displacementMeters, 2)
      },
      Column(name: "rep, s") { fixed($0.seconds, 2) },
      Column(name: "lowering, s") { fixed($0.down?.seconds, 2) },
      Column(name: "mean, m/s") { fixed($0.down?.meanVelocityMetersPerSecond, 2) },
      Column(name: "peak, m/s") { fixed($0.down?.peakVelocityMetersPerSecond, 2) },
      Column(name: "lifting, s") { fixed($0.up?.seconds, 2) },
      Column(name: "mean, m/s") { fixed($0.up?.meanVelocityMetersPerSecond, 2) },
      Column(name: "propulsive, m/s") { fixed($0.up?.meanPropulsiveVelocityMetersPerSecond, 2) },
      Column(name: "peak, m/s") { fixed($0.up?.peakVelocityMetersPerSecond, 2) },
      Column(name: "mean, W") { fixed($0.up?.meanPowerWatts, 0) },
      Column(name: "peak, W") { fixed($0.up?.peakPowerWatts, 0) },
    ]
    return columns.filter { column in rows.contains { !column.value($0).isEmpty } }
  }
}
