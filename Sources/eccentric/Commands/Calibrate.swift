import ArgumentParser
import Calibration
import Foundation
import Lifting
import Physiology

struct Calibrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold published trials against the model: what was seen, and what it predicts.",
    discussion: "A row an observation. The predicted range holds 90 % of studies of that size.")

  @Argument(help: "Trials in JSON; - for standard input.")
  var files: [Input]

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  @Flag(help: "Predict each study by parameters fitted to the other studies (some seconds).")
  var leaveOneOut = false

  @Option(help: "Write a picture of observed against predicted to this SVG file.")
  var svg: String?

  private struct TrialFile: Decodable { var trials: Lenient<Trial> }
  private struct Answer: Encodable { var trials: [Trial] }

  func run() throws {
    var trials: [Trial] = []
    var problems: [String] = []
    for file in files {
      let text = JSONText(try file.bytes())
      let (read, mistakes) = text.decode(TrialFile.self)
      var found = mistakes
      for (index, trial) in zip(read?.trials.indices ?? [], read?.trials.elements ?? []) {
        let implausible = trial.problems
        if implausible.isEmpty { trials.append(trial) }
        found += implausible.map {
          text.diagnostic(at: ["trials", JSONKey(index)] + $0.path, $0.message)
        }
      }
      problems += BadInput(file, found.inOrder()).lines
    }
    let predicted =
      leaveOneOut ? Fitting.leavingOneStudyOut(trials) : trials.map { $0.predicted() }
    switch format {
    case .json: print(try Answer(trials: predicted).readableJSON(), terminator: "")
    case .csv: print(table(predicted).csv, terminator: "")
    case .table: print(table(predicted).text + "\n" + errors(predicted).text, terminator: "")
    }
    if let svg {
      try Data(CalibrationPicture(predicted).svg.utf8).write(to: URL(filePath: svg))
    }
    if !problems.isEmpty { throw BadInput(lines: problems) }
  }

  private func errors(_ trials: [Trial]) -> Table {
    var table = Table(
      .init(name: "errors, without confidence C"), .init(name: "observations", isNumber: true),
      .init(name: "studies", isNumber: true), .init(name: "RMSE", isNumber: true),
      .init(name: "mean error", isNumber: true), .init(name: "within 90 % range", isNumber: true))
    for error in CalibrationError.byGroup(trials) {
      let decimals = error.isFraction ? 2 : 1
      table.rows.append([
        error.group, "\(error.observations)", "\(error.studies)",
        error.rootMeanSquare.short(decimals: decimals), error.mean.short(decimals: decimals),
        "\((error.covered * 100).short(decimals: 0)) %",
      ])
    }
    return table
  }

  private func table(_ trials: [Trial]) -> Table {
    var table = Table(
      .init(name: "trial"), .init(name: "confidence"), .init(name: "outcome"),
      .init(name: "bout", isNumber: true), .init(name: "hours", isNumber: true),
      .init(name: "observed", isNumber: true), .init(name: "predicted", isNumber: true),
      .init(name: "low", isNumber: true), .init(name: "high", isNumber: true),
      .init(name: "skipped"))
    for trial in trials {
      for seen in trial.observations {
        let decimals = seen.outcome == "protectionFraction" ? 2 : 1
        func number(_ value: Double?) -> String { value?.short(decimals: decimals) ?? "" }
        table.rows.append([
          trial.id, trial.confidence ?? "", seen.outcome, "\(seen.bout ?? 1)",
          seen.hours?.short ?? "peak", number(seen.mean), number(seen.predicted),
          number(seen.predictedLow), number(seen.predictedHigh), seen.skipped ?? "",
        ])
      }
    }
    return table
  }
}
