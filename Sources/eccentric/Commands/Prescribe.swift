import ArgumentParser
import Foundation
import Lifting
import Prescribing

struct PrescribeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prescribe",
    abstract: "Prescribe the next session from a scenario: a dose or a refusal, with reasons.")

  @Argument(help: "A scenario in JSON; - for standard input.")
  var file: Input

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  func run() throws {
    let prescription = prescribe(try readScenario(file))
    switch format {
    case .json: print(try prescription.readableJSON(), terminator: "")
    case .csv: print(table(prescription).csv, terminator: "")
    case .table: print(text(prescription), terminator: "")
    }
  }

  private func text(_ prescription: Prescription) -> String {
    var text = ""
    if let refusal = prescription.refusal {
      let title =
        switch refusal.when {
        case .notYet: "Not yet"
        case .notToday: "Not today"
        case .seekCare: "Stop, and see a doctor today"
        }
      text += "\(title)\n" + refusal.because.map { "  \($0)\n" }.joined()
      if !refusal.changes.isEmpty {
        text += "What would change it\n" + refusal.changes.map { "  \($0)\n" }.joined()
      }
      return text
    }
    text += "\(prescription.session?.title ?? "")\n\n\(table(prescription).text)"
    if !prescription.reasons.isEmpty {
      text +=
        "\nWhy\n"
        + prescription.reasons.map { reason in
          "  \(reason.sentence)" + (reason.change.map { " \($0)" } ?? "") + "\n"
        }.joined()
    }
    return text
  }

  private func table(_ prescription: Prescription) -> Table {
    var table = Table(
      .init(name: "exercise"), .init(name: "kind"), .init(name: "sets", isNumber: true),
      .init(name: "reps", isNumber: true), .init(name: "load"),
      .init(name: "% of 1RM", isNumber: true),
      .init(name: "tempo"), .init(name: "way up"), .init(name: "in reserve", isNumber: true),
      .init(name: "rest s", isNumber: true), .init(name: "cue"))
    for prescribed in prescription.session?.exercises ?? [] {
      for dose in prescribed.doses {
        let load = Exercise.with(prescribed.exercise).flatMap { dose.load?.text(in: $0) }
        table.rows.append([
          prescribed.name, dose.kind.rawValue, "\(dose.sets)",
          "\(dose.reps)" + (dose.repsUpTo.map { "-\($0)" } ?? ""), load ?? "by feel",
          dose.percentOfMaximum?.short ?? "", "\(dose.tempo)", dose.wayUp?.phrase ?? "",
          "\(dose.repsInReserve)", "\(dose.restSeconds)", dose.cue ?? "",
        ])
      }
    }
    return table
  }
}
