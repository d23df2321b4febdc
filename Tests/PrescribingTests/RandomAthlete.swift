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
    for own in own where chance(0.3) { history.exercises[Exercise.key(of: own.name)] = own }
    if chance(0.8) { history.program = ProgramChoice(text: program()) }
    // Some come back after a break; what was done before it still stands.
    let pause = chance(0.2) ? Double.random(in: 20...400, using: &random) : 0
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      history.sets.append(contentsOf: sets(before: pause))
    }
    for _ in 0..<Int.random(in: 0...8, using: &random) { history.checkIns.append(checkIn()) }
    for _ in 0..<Int.random(in: 0...3, using: &random) { history.tests.append(test(before: pause)) }
    if chance(0.2) { history.clearances.append(clearance()) }
    for (place, title) in ["A", "B", "Week 1, A", "Week 2, A"].enumerated() where chance(0.3) {
      let id = Session.ID(rawValue: "\(place)")
      let at = past(days: 30)
      history.sessions.append(
        Dated(at: at, Session(id: id, title: title, program: chance(0.5) ? "Random" : nil)))
      if chance(0.2) { history.ended.insert(id) }
      for set in sets(before: 0) {
        var set = set
        set.at = at
        set.value.session = id
        history.sets.append(set)
      }
    }
    history.nameExercises()
    history.sets.sort { $0.at < $1.at }
    history.checkIns.sort { $0.at < $1.at }
    history.tests.sort { $0.at < $1.at }
    history.sessions.sort { $0.at < $1.at }
    return Scenario(
      now: now, history: history,
      coach: chance(0.1) ? CoachLimits(negativeSets: 1, percentOfMaximum: 90) : nil)
  }

  /// What the catalog doesn't know; who hasn't said what it is has sets under its name.
  private let own = [
    OwnExercise(name: "Zercher carousel", like: "front-squat", bodyParts: [.quadriceps, .core]),
    OwnExercise(name: "Rope climb", like: "pull-up"),
    OwnExercise(
      name: "Chair dip", like: "dip", equipment: [], begins: .concentric, liftsBody: true),
  ]

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }

  private mutating func past(days: Double) -> Date {
    let shape = Double.random(in: 0...1, using: &random)
    return now.addingTimeInterval(-days * 86_400 * shape * shape - 30 * 3600)
  }

  private mutating func exercise() -> Exercise {
    if chance(0.05), let own = own.randomElement(using: &random)?.exercise { return own }
    return Exercise.catalog.randomElement(using: &random) ?? Exercise.catalog[0]
  }

  private mutating func load() -> Load {
    Load(
      external: chance(0.05) ? .zero : .kilograms(Double.random(in: 0...150, using: &random)),
      assistance: chance(0.2) ? .kilograms(Double.random(in: 0...60, using: &random)) : .zero)
  }

  private mutating func sets(before pause: Double) -> [Dated<WorkSet>] {
    let exercise = exercise()
    let at = past(days: 400).addingTimeInterval(-pause * 86_400)
    let kind: WorkSet.Kind = chance(0.4) ? .negative : chance(0.1) ? .warmUp : .normal
    let id = chance(0.05) ? OwnExercise.unlisted(own[0].name) : exercise.id
    var set = WorkSet(
      exercise: id, kind: kind, load: load(), reps: Int.random(in: 1...15, using: &random),
      tempo: kind == .negative ? .negative(seconds: 5) : chance(0.2) ? nil : .ordinary)
    if chance(0.5) { set.repsInReserve = Int.random(in: 0...8, using: &random) }
    if chance(0.4) { set.controlledReps = Int.random(in: 0...set.reps, using: &random) }
    if kind == .negative {
      set.wayUp = chance(0.5) ? exercise.waysUp.randomElement(using: &random) : nil
    }
    if exercise.isHeld || chance(0.03) {
      set.holdSeconds = Double.random(in: 1...120, using: &random)
    }
    if exercise.isCarried { set.carriedMeters = Double.random(in: 5...100, using: &random) }
    if chance(0.05) { set.ended = WorkSet.Ending.allCases.randomElement(using: &random) }
    let sided = exercise.limbs == .one && chance(0.5)
    return (0..<Int.random(in: 1...4, using: &random)).map { place in
      if sided { set.side = place.isMultiple(of: 2) ? .left : .right }
      return Dated(at: at.addingTimeInterval(Double(place) * 120), set)
    }
  }

  private mutating func test(before pause: Double) -> Dated<StrengthTest> {
    let load = load()
    let result: StrengthTest.Result =
      chance(0.6)
      ? .repetitions(Int.random(in: 1...12, using: &random), load)
      : chance(0.5)
        ? .lowering(seconds: Double.random(in: 1...60, using: &random), load)
        : .hold(seconds: Double.random(in: 1...120, using: &random), load)
    return Dated(
      at: past(days: 200).addingTimeInterval(-pause * 86_400),
      StrengthTest(exercise: exercise().id, result: result))
  }

  private mutating func clearance() -> Dated<Clearance> {
    let at = past(days: 30)
    return Dated(
      at: at,
      Clearance(by: "Dr Vega", on: chance(0.7) ? Day(at, utcOffsetSeconds: 0) : nil))
  }

  private mutating func checkIn() -> Dated<CheckIn> {
    var soreness: [BodyPart: Int] = [:]
    for part in BodyPart.allCases where chance(0.4) {
      soreness[part] = Int.random(in: 0...10, using: &random)
    }
    let pains = (0..<(chance(0.1) ? 2 : 0)).map { _ in
      Pain(
        BodyPart.allCases.randomElement(using: &random) ?? .lats, chance(0.5) ? .sharp : .dull,
        in: chance(0.5) ? .joint : .muscle)
    }
    let symptoms: Set<Symptom> =
      chance(0.02)
      ? [.darkUrine]
      : chance(0.02) ? Set([Symptom.allCases.randomElement(using: &random) ?? .fever]) : []
    return Dated(
      at: now.addingTimeInterval(-Double.random(in: 0...10, using: &random) * 86_400),
      CheckIn(soreness: soreness, symptoms: symptoms, pains: pains))
  }

  private mutating func program() -> String {
    guard chance(0.3) else { return "## A\n" + lines(weekly: false) }
    return "---\ntitle: Random\nweeks: 4\n---\n# Weeks 1-2\n## A\n" + lines(weekly: true)
      + "# Weeks 3-4\n## A\n" + lines(weekly: true) + "## B\n" + lines(weekly: false)
  }

  private mutating func lines(weekly: Bool) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let exercise = exercise()
      let percent = Int.random(in: 20...150, using: &random)
      let load =
        exercise.bodyMassFraction > 0
        ? ["", " @ body + 20 kg", " @ help 20 kg"].randomElement(using: &random) ?? ""
        : [" @ \(percent)%", " @ \(percent) kg", ""].randomElement(using: &random) ?? ""
      let normal =
        "\(Int.random(in: 1...8, using: &random)) x \(Int.random(in: 1...20, using: &random))\(load), tempo \(Int.random(in: 0...12, using: &random))-0-1-0, keep \(Int.random(in: 0...4, using: &random)) in reserve"
      let wayUp = (exercise.waysUp.randomElement(using: &random) ?? .partner).phrase
      let negative =
        "\(Int.random(in: 1...8, using: &random)) x \(Int.random(in: 1...12, using: &random)) negative\(load), \(Int.random(in: 1...30, using: &random)) s, \(wayUp)"
      let held =
        "\(Int.random(in: 1...8, using: &random)) x \(Int.random(in: 5...90, using: &random)) s"
      let sides = exercise.limbs == .one && chance(0.5) ? ", each side" : ""
      let step = weekly && chance(0.5) ? ", easy every 2 weeks" : ""
      if exercise.isHeld || chance(0.05) {
        text += "- \(exercise.name): \(held)\(step)\n"
        continue
      }
      if chance(0.3) {
        text += "- \(exercise.name): \(normal)\(sides)\(step)\n"
        continue
      }
      let line =
        [normal, negative, "\(normal), then \(negative)"].randomElement(using: &random) ?? normal
      text += "- \(exercise.name): \(line)\n"
    }
    return text
  }
}
