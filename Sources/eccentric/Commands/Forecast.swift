import ArgumentParser
import Foundation
import Lifting
import Physiology
import Prescribing

struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast soreness and strength by body part and day, and the one-rep maxima.",
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
    case .json:
      let answer = Answer(
        parts: shown, strength: strengths(state, at: scenario.now), person: Person(state.traits))
      print(try answer.readableJSON(), terminator: "")
    case .csv: print(table(shown, scenario).csv, terminator: "")
    case .table:
      print(
        shown.isEmpty
          ? "Rested, and no soreness to speak of in the next \(days.counted("day")).\n"
          : table(shown, scenario).text, terminator: "")
      let strengths = strengths(state, at: scenario.now)
      if !strengths.isEmpty { print("\n" + table(strengths).text, terminator: "") }
      if !scenario.history.checkIns.isEmpty || all {
        print("\n" + table(Person(state.traits)).text, terminator: "")
      }
    }
  }

  private struct Answer: Encodable {
    var parts: [Forecast.Part]
    var strength: [Strength]
    var person: Person
  }

  /// What was learnt of the person; 1 is the average.
  private struct Person: Encodable {
    var susceptibility: Interval
    var recoveryTime: Interval
    var protection: Interval

    init(_ traits: AthleteState.Traits) {
      func interval(_ expected: Double, _ range: ClosedRange<Double>) -> Interval {
        Interval(low: range.lowerBound, expected: expected, high: range.upperBound)
          .rounded(decimals: 2)
      }
      susceptibility = interval(traits.susceptibility, traits.susceptibilityRange)
      recoveryTime = interval(traits.recoveryTime, traits.recoveryTimeRange)
      protection = interval(traits.protection, traits.protectionRange)
    }
  }

  /// What somebody could lift once in an exercise if nothing were damaged or tired.
  private struct Strength: Encodable {
    var exercise: Exercise.ID
    var oneRepMaxKilograms: Interval
    var gainPercentPerWeek: Interval
    /// What velocities say by themselves, where several loads were lifted as fast as they would go.
    var byVelocityKilograms: Interval?
  }

  private func strengths(_ state: AthleteState, at now: Date) -> [Strength] {
    state.strength.sorted { $0.key < $1.key }.map { id, estimate in
      let gain = estimate.gainPerWeek
      return Strength(
        exercise: id, oneRepMaxKilograms: estimate.oneRepMaxKilograms(at: now).rounded(decimals: 1),
        gainPercentPerWeek: Interval(
          low: 100 * gain.low, expected: 100 * gain.expected, high: 100 * gain.high
        ).rounded(decimals: 2),
        byVelocityKilograms: state.loadVelocity[id]?.kilograms.rounded(decimals: 1))
    }
  }

  private func table(_ strengths: [Strength]) -> Table {
    var table = Table(
      .init(name: "exercise"), .init(name: "one-rep maximum kg", isNumber: true),
      .init(name: "low", isNumber: true), .init(name: "high", isNumber: true),
      .init(name: "% a week", isNumber: true), .init(name: "by velocity kg", isNumber: true))
    for row in strengths {
      let most = row.oneRepMaxKilograms
      let velocity = row.byVelocityKilograms.map {
        "\($0.expected.short(decimals: 0)) (\($0.low.short(decimals: 0))–\($0.high.short(decimals: 0)))"
      }
      table.rows.append([
        Exercise.with(row.exercise)?.name ?? row.exercise.rawValue,
        most.expected.short(decimals: 0), most.low.short(decimals: 0),
        most.high.short(decimals: 0), row.gainPercentPerWeek.expected.short(decimals: 1),
        velocity ?? "",
      ])
    }
    return table
  }

  private func table(_ person: Person) -> Table {
    var table = Table(
      .init(name: "of the person"), .init(name: "average 1", isNumber: true),
      .init(name: "low", isNumber: true), .init(name: "high", isNumber: true))
    for (name, trait) in [
      ("damage by the same work", person.susceptibility),
      ("how long it lasts", person.recoveryTime), ("how much work protects", person.protection),
    ] {
      table.rows.append(
        [name] + [trait.expected, trait.low, trait.high].map { $0.short(decimals: 2) })
    }
    return table
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
