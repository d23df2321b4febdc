import Foundation
import Lifting
import Prescribing
import Simulation

/// Athletes, histories and programs drawn at random: sensible, odd and absurd ones.
struct RandomAthlete {
  var random: SeededGenerator
  let now = Date(timeIntervalSince1970: 1_772_470_800)

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func scenario() -> Scenario {
    var history = History()
    history.athlete = Athlete(
      birthYear: Int.random(in: 1940...2015, using: &random),
      bodyMass: .kilograms(Double.random(in: 40...140, using: &random)),
      trainingMonths: [0, 1, 3, 6, 9, 12, 20, 30, 80].randomElement(using: &random) ?? 0,
      equipment: chance(0.7)
        ? Set(Equipment.allCases) : Set(Equipment.allCases.filter { _ in chance(0.6) }),
      company: chance(0.5) ? .alone : .partner,
      loadStep: chance(0.5) ? .kilograms(2.5) : .pounds(5))
    history.screening = Screening(
      yes: chance(0.05) ? ["heart"] : [],
      clearedOn: chance(0.5) ? Day(year: 2026, month: 1, day: 1) : nil)
    if chance(0.8) { history.program = ProgramChoice(text: program()) }
    for _ in 0..<Int.random(in: 0...40, using: &random) { history.sets.append(contentsOf: sets()) }
    history.sets.sort { $0.at < $1.at }
    for _ in 0..<Int.random(in: 0...8, using: &random) { history.checkIns.append(checkIn()) }
    history.checkIns.sort { $0.at < $1.at }
    return Scenario(now: now, history: history)
  }

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }

  private mutating func past(days: Double) -> Date {
    let shape = Double.random(in: 0...1, using: &random)
    return now.addingTimeInterval(-days * 86_400 * shape * shape - 30 * 3600)
  }

  private mutating func exercise() -> Exercise {
    Exercise.catalog.randomElement(using: &random) ?? Exercise.catalog[0]
  }

  private mutating func sets() -> [Dated<WorkSet>] {
    let exercise = exercise()
    let at = past(days: 400)
    let isNegative = chance(0.4)
    let load = Load(
      external: .kilograms(Double.random(in: 0...150, using: &random)),
      assistance: chance(0.2) ? .kilograms(Double.random(in: 0...60, using: &random)) : .zero)
    let reps = Int.random(in: 1...15, using: &random)
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Dated(
        at: at,
        WorkSet(
          exercise: exercise.id, kind: isNegative ? .negative : .normal, load: load, reps: reps,
          tempo: isNegative ? .negative(seconds: 5) : .ordinary))
    }
  }

  private mutating func checkIn() -> Dated<CheckIn> {
    var soreness: [BodyPart: Int] = [:]
    for part in BodyPart.allCases where chance(0.4) {
      soreness[part] = Int.random(in: 0...10, using: &random)
    }
    return Dated(
      at: now.addingTimeInterval(-Double.random(in: 0...10, using: &random) * 86_400),
      CheckIn(soreness: soreness, symptoms: chance(0.02) ? [.darkUrine] : []))
  }

  private mutating func program() -> String {
    var text = "## A\n"
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let exercise = exercise()
      let percent = Int.random(in: 20...150, using: &random)
      let load =
        exercise.bodyMassFraction > 0
        ? (chance(0.5) ? "" : " @ body + 20 kg")
        : [" @ \(percent)%", " @ \(percent) kg", ""].randomElement(using: &random) ?? ""
      let normal =
        "\(Int.random(in: 1...8, using: &random)) x \(Int.random(in: 1...20, using: &random))\(load), tempo \(Int.random(in: 0...12, using: &random))-0-1-0, keep \(Int.random(in: 0...4, using: &random)) in reserve"
      let wayUp = (exercise.waysUp.randomElement(using: &random) ?? .partner).phrase
      let negative =
        "\(Int.random(in: 1...8, using: &random)) x \(Int.random(in: 1...12, using: &random)) negative\(load), \(Int.random(in: 1...30, using: &random)) s, \(wayUp)"
      let line =
        [normal, negative, "\(normal), then \(negative)"].randomElement(using: &random) ?? normal
      text += "- \(exercise.name): \(line)\n"
    }
    return text
  }
}
