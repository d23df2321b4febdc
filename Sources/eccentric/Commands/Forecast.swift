import ArgumentParser
import Foundation
import Lifting
import Physiology
import Prescribing

struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast soreness and strength by body part and day, from a scenario.",
    discussion: "Each figure is the middle of what is believed; low and high hold 90 % of it.")

  @Argument(help: "A scenario in JSON; - for standard input.")
  var file: Input

  @Option(help: "How many days to look ahead.")
  var days = 5

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  @Flag(help: "Body parts too that are rested and stay so.")
  var all = false

  func validate() throws {
    guard (0...60).contains(days) else { throw ValidationError("--days is from 0 to 60.") }
  }

  func run() throws {
    let scenario = try readScenario(file)
    let state = AthleteState(scenario.history, at: scenario.now)
    let forecast = state.forecast(from: scenario.now, days: days)
    let shown = all || format == .json ? forecast.parts : forecast.affected
    switch format {
    case .json: print(try forecast.readableJSON(), terminator: "")
    case .csv: print(table(shown, scenario).csv, terminator: "")
    case .table:
      print(
        shown.isEmpty
          ? "Rested, and no soreness to speak of in the next \(days) days.\n"
          : table(shown, scenario).text, terminator: "")
      print(velocities(state, at: scenario.now), terminator: "")
    }
  }

  /// A line for each exercise of which velocities at several loads say something.
  private func velocities(_ state: AthleteState, at now: Date) -> String {
    state.loadVelocity.sorted { $0.key < $1.key }.map { id, said in
      func text(_ range: Interval) -> String {
        let (middle, low, high) = (range.expected, range.low, range.high)
        return
          "\(middle.short(decimals: 0)) kg (\(low.short(decimals: 0))–\(high.short(decimals: 0)))"
      }
      let name = Exercise.with(id)?.name ?? id.rawValue
      let all = state.strength[id].map { text($0.oneRepMaxKilograms(at: now)) } ?? "unknown"
      return "\(name): one-rep maximum \(all); by velocity: \(text(said.kilograms)).\n"
    }.joined()
  }

  private func table(_ parts: [Forecast.Part], _ scenario: Scenario) -> Table {
    var table = Table(
      .init(name: "body part"), .init(name: "day"), .init(name: "soreness", isNumber: true),
      .init(name: "low", isNumber: true), .init(name: "high", isNumber: true),
      .init(name: "strength %", isNumber: true), .init(name: "low", isNumber: true),
      .init(name: "high", isNumber: true))
    for part in parts {
      for moment in part.days {
        let day = Day(moment.at, utcOffsetSeconds: scenario.utcOffsetMinutes * 60)
        let soreness = moment.soreness
        let strength = moment.strengthPercent
        table.rows.append(
          [part.bodyPart.name, "\(day)"]
            + [
              soreness.expected, soreness.low, soreness.high, strength.expected, strength.low,
              strength.high,
            ].map { $0.short(decimals: 1) })
      }
    }
    return table
  }
}

/// Reads a scenario, or says everything that is wrong with it.
func readScenario(_ file: Input) throws -> Scenario {
  let (scenario, problems) = Scenario.read(try file.bytes())
  guard let scenario, !problems.hasErrors else { throw BadInput(file, problems) }
  Messages.write(file, problems)
  return scenario
}
