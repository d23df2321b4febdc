import ArgumentParser
import Foundation
import Interchange
import Lifting
import Sensing
import Web

struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn recordings into repetitions and phases.",
    discussion: """
      Reads recordings as CSV: positions of an encoder or a bar, an inertial sensor on a wrist or a \
      bar, joint angles, body landmarks. Times are seconds on the recording's own clock. In the \
      table ▼ is lowering, ▲ lifting, · a pause, △ an assisted way up; a sign is a quarter of a \
      second.
      """)

  @Argument(help: "Recordings; - for standard input.")
  var files: [Input]

  @Option(help: "The exercise: an id such as bench-press, or a name.")
  var exercise: String

  @Option(help: "The load in kilograms, for work and power.")
  var load: Double?

  @Option(help: "The tempo that was asked for, such as 5-0-1-0, to compare with.")
  var tempo: String?

  @Option(help: "Where to put a picture of the phases.")
  var svg: String?

  @Option(help: "Where to put a report with pictures and tables.")
  var report: String?

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  func validate() throws {
    if let tempo, Tempo(tempo) == nil {
      throw ValidationError("“\(tempo)” is not a tempo; write it as 4-1-2-0.")
    }
    if let load, !(load >= 0 && load < 2000) {
      throw ValidationError("--load is in kilograms, from 0 to 2000.")
    }
  }

  func run() throws {
    let exercise = try knownExercise()
    var sets: [(file: Input, set: MeasuredSet, motion: Motion?)] = []
    var problems: [String] = []
    for file in files {
      let (recording, found) = RecordingFormat.read(try file.bytes())
      // What was left out or looked odd is said; what is left is measured.
      if let recording {
        Messages.write(file, found)
        do throws(SensingError) {
          sets.append(
            (
              file, try phases(of: recording, exercise: exercise).rounded,
              try svg == nil && report == nil
                ? nil : motion(of: recording, exercise: exercise)
            ))
        } catch {
          problems.append("\(file.name): \(Self.sentence(error))")
        }
      } else {
        problems += BadInput(file, found).lines
      }
    }
    try write(sets.map { ($0.file, $0.set) })
    let planned = tempo.flatMap(Tempo.init)
    if let svg, let first = sets.first, let motion = first.motion {
      try save(PhasePicture.chart(first.set, motion, planned: planned).svg, to: svg)
    }
    if let report {
      try save(
        PhasePicture.report(
          sets.compactMap { entry in entry.motion.map { (entry.file.name, entry.set, $0) } },
          planned: planned), to: report)
    }
    if !problems.isEmpty { throw BadInput(lines: problems) }
  }

  private func knownExercise() throws -> Exercise {
    if let known = Exercise.named(exercise) { return known }
    let similar = Exercise.suggestions(for: exercise).map(\.id.rawValue)
    let hint = similar.isEmpty ? "" : " (did you mean \(similar.joined(separator: " or "))?)"
    throw BadInput(sentence: "there is no exercise “\(exercise)”\(hint)")
  }

  private static func sentence(_ error: SensingError) -> String {
    switch error {
    case .tooShort(let samples): "too short to measure: \(samples) usable samples"
    case .nothingToMeasure: "nothing in it shows this exercise’s motion"
    }
  }

  private func write(_ sets: [(file: Input, set: MeasuredSet)]) throws {
    switch format {
    case .json:
      let text =
        files.count == 1
        ? try sets.first?.set.readableJSON() ?? "" : try sets.map(\.set).readableJSON()
      print(text, terminator: "")
    case .csv: print(csv(sets).csv, terminator: "")
    case .table: for (file, set) in sets { print(table(file, set), terminator: "") }
    }
  }

  private func table(_ file: Input, _ set: MeasuredSet) -> String {
    let summary = set.set
    var text =
      "\(file.name): \(Exercise.with(set.exercise)?.name ?? set.exercise.rawValue), "
      + (summary.reps == 1 ? "1 rep" : "\(summary.reps) reps")
      + ", lowering \(summary.eccentricSeconds.short(decimals: 1)) s"
      + ", lifting \(summary.concentricSeconds.short(decimals: 1)) s"
      + ", under tension \(summary.timeUnderTensionSeconds.short(decimals: 1)) s"
      + (summary.velocityLossPercent.map { ", velocity loss \($0.short(decimals: 0)) %" } ?? "")
      + "\n"
    guard !set.reps.isEmpty else { return text }
    var table = Table(
      .init(name: "rep", isNumber: true), .init(name: "start", isNumber: true),
      .init(name: "tempo"), .init(name: "range m", isNumber: true),
      .init(name: "lift m/s", isNumber: true), .init(name: "lower m/s", isNumber: true),
      .init(name: "trust"), .init(name: "phases"))
    for rep in set.reps {
      func velocity(_ phase: Phase) -> String {
        rep.phases.first { $0.phase == phase }?.meanVelocityMetersPerSecond?.short(decimals: 2)
          ?? ""
      }
      table.rows.append([
        "\(rep.index)", rep.startSeconds?.short(decimals: 2) ?? "", "\(rep.tempo)",
        rep.rangeOfMotionMeters?.short(decimals: 2) ?? "", velocity(.concentric),
        velocity(.eccentric),
        rep.trust.level == .high ? "high" : "low: \(rep.trust.reasons.joined(separator: ", "))",
        Self.bar(rep),
      ])
    }
    text += table.text
    return text
  }

  /// The phases of a rep as signs, a quarter of a second each.
  private static func bar(_ rep: Rep) -> String {
    rep.phases.map { span in
      let sign =
        switch span.phase {
        case .eccentric: "▼"
        case .concentric: "▲"
        case .assisted: "△"
        case .pauseTop, .pauseBottom: "·"
        }
      return String(repeating: sign, count: max(1, min(160, Int((span.seconds * 4).rounded()))))
    }.joined()
  }

  private func csv(_ sets: [(file: Input, set: MeasuredSet)]) -> Table {
    var table = Table(
      .init(name: "file"), .init(name: "rep"), .init(name: "phase"), .init(name: "start_s"),
      .init(name: "end_s"), .init(name: "displacement_m"), .init(name: "mean_velocity_mps"),
      .init(name: "peak_velocity_mps"), .init(name: "trust"))
    for (file, set) in sets {
      for rep in set.reps {
        for span in rep.phases {
          table.rows.append([
            file.name, "\(rep.index)", span.phase.rawValue, span.startSeconds.short(decimals: 3),
            span.endSeconds.short(decimals: 3),
            span.displacementMeters?.short(decimals: 3) ?? "",
            span.meanVelocityMetersPerSecond?.short(decimals: 3) ?? "",
            span.peakVelocityMetersPerSecond?.short(decimals: 3) ?? "", rep.trust.level.rawValue,
          ])
        }
      }
    }
    return table
  }

  private func save(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw BadInput(sentence: "\(path): this file can’t be written")
    }
  }
}
