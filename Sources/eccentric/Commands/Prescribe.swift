import ArgumentParser
import Foundation
import Lifting
import Physiology
import Prescribing

struct PrescribeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prescribe",
    abstract: "Prescribe the next session from a scenario: a dose or a refusal, with reasons.")

  @Argument(help: "A scenario in JSON; - for standard input.")
  var file: Input

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  @Option(
    help: "The weekdays on which there is time, as mon,wed,fri; in place of the scenario’s.",
    transform: weekdays)
  var days: Set<Day.Weekday>?

  @Option(
    help:
      "What measure --format json said: a plateau’s offer is at the range where lifts slow down.")
  var measured: Input?

  @Flag(
    help:
      "In JSON, say beside the prescription where somebody is stuck, how far a first repetition is, and the coming week."
  )
  var outlook = false

  private struct WithOutlook: Encodable {
    var prescription: Prescription
    var outlook: Outlook
  }

  func run() throws {
    var scenario = try readScenario(file)
    if let days { scenario.freeDays = days }
    if let measured { scenario.sticking.merge(try sticking(measured)) { _, new in new } }
    let prescription = prescribe(scenario)
    switch format {
    case .json where outlook:
      let both = WithOutlook(
        prescription: prescription, outlook: Prescribing.outlook(scenario))
      print(try both.readableJSON(), terminator: "")
    case .json: print(try prescription.readableJSON(), terminator: "")
    case .csv: print(table(prescription).csv, terminator: "")
    case .table:
      print(text(prescription) + text(Prescribing.outlook(scenario)), terminator: "")
    }
  }

  private func text(_ outlook: Outlook) -> String {
    func block(_ title: String, _ sentences: [String]) -> String {
      sentences.isEmpty ? "" : "\n\(title)\n" + sentences.map { "  \($0)\n" }.joined()
    }
    var text = outlook.plateaus.map { block("Standing still", $0.evidence + $0.offer) }.joined()
    text += outlook.paths.map { block("The way to one \($0.name.lowercased())", $0.sentences) }
      .joined()
    if let week = outlook.week {
      let days = week.sessions.map { "\($0.day.weekday.name): \($0.title). \($0.because)" }
      text += block("The coming week", days + week.sentences)
    }
    return text
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
    return text + became(prescription) + weeks(prescription)
  }

  /// What became of the plan, by exercise, with the ways of stressing the lowering that are out.
  private func became(_ prescription: Prescription) -> String {
    let lines = prescription.exercises.map { decision -> String in
      let name = Exercise.with(decision.exercise)?.name ?? decision.exercise.rawValue
      let bound = decision.boundBy.isEmpty ? "" : " (\(decision.boundBy.joined(separator: ", ")))"
      let out = (decision.method?.others ?? []).filter { $0.standing == .out }.map(\.sentence)
      let method = decision.method.map { [$0.sentence] + out } ?? []
      return "  \(name): \(words(decision.verdict))\(bound)\n"
        + method.map { "    \($0)\n" }.joined()
    }
    return lines.isEmpty ? "" : "\nWhat became of the plan\n" + lines.joined()
  }

  private func words(_ verdict: ExerciseDecision.Verdict) -> String {
    switch verdict {
    case .asPlanned: "as planned"
    case .more: "more than planned"
    case .less: "less than planned"
    case .withoutNegatives: "without stressing the lowering"
    case .leftOut: "left out"
    }
  }

  /// The risk of the body parts that lower under stress, and the worst of their coming days with the
  /// session and without it.
  private func weeks(_ prescription: Prescription) -> String {
    func worst(_ forecast: Forecast?, _ part: BodyPart) -> String {
      let days = forecast?.parts.first { $0.bodyPart == part }?.days ?? []
      guard let sore = days.map(\.soreness.high).max(),
        let weak = days.map(\.strengthPercent.low).min()
      else { return "rested" }
      return "soreness up to \(sore.short), strength down to \(weak.short) %"
    }
    let lines = prescription.bodyParts.filter { $0.givenReps > 0 }.map { decision in
      let part = decision.bodyPart
      return
        "  \(part.name): with it \(worst(prescription.forecast, part)); without it \(worst(prescription.forecastWithout, part)); "
        + "a chance of \(decision.riskPercent.short) % of not being ready again\n"
    }
    return lines.isEmpty ? "" : "\nThe coming days\n" + lines.joined()
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
          (prescribed.superset.map { "\($0). " } ?? "") + prescribed.name, dose.kind.rawValue,
          "\(dose.sets)", repetitions(dose), load ?? "by feel",
          dose.percentOfMaximum?.short ?? "", "\(dose.tempo)", dose.wayUp?.phrase ?? "",
          "\(dose.repsInReserve)", "\(dose.restSeconds)", dose.cue ?? prescribed.note ?? "",
        ])
      }
    }
    return table
  }

  /// `8-12`, or `30 s` for what is held.
  private func repetitions(_ dose: Dose) -> String {
    if let seconds = dose.holdSeconds {
      return "\(seconds)" + (dose.holdSecondsUpTo.map { "-\($0)" } ?? "") + " s"
    }
    return "\(dose.reps)" + (dose.repsUpTo.map { "-\($0)" } ?? "")
  }

  /// Where measured lifts slow down, by exercise.
  private func sticking(_ file: Input) throws -> [Exercise.ID: StickingRange] {
    let bytes = Data(try file.bytes())
    let decoder = JSONDecoder.eccentric
    let sets =
      (try? decoder.decode([MeasuredSet].self, from: bytes))
      ?? (try? decoder.decode(MeasuredSet.self, from: bytes)).map { [$0] }
    guard let sets else {
      throw BadInput(sentence: "\(file.name): this isn’t what measure --format json writes")
    }
    return Dictionary(grouping: sets, by: \.exercise)
      .compactMapValues { StickingRange(reps: $0.flatMap(\.reps)) }
  }

  /// Reads `mon,wed,fri`, or their whole names.
  @Sendable private static func weekdays(_ text: String) throws -> Set<Day.Weekday> {
    let names = text.lowercased().split(separator: ",").map { $0.filter { $0 != " " } }
    let days = names.map { name in
      name.count < 3 ? nil : Day.Weekday.allCases.first { $0.rawValue.hasPrefix(name) }
    }
    guard !days.isEmpty, !days.contains(nil) else {
      throw ValidationError("“\(text)” is not a list of weekdays; write it as mon,wed,fri")
    }
    return Set(days.compactMap { $0 })
  }
}
