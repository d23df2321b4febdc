import Foundation
import Lifting
import Prescribing
import Simulation

/// How often a plateau is seen where there is none, and how often a stall is seen in time.
enum PlateauStudy {
  /// People of one kind: what they gain, how much their strength scatters, how often they train.
  struct Group {
    var name: String
    var gain: ClosedRange<Double>
    var scatter: ClosedRange<Double>
    var sessions: ClosedRange<Int>
  }

  static let groups = [
    Group(name: "the mix", gain: 0.01...0.02, scatter: 0.01...0.02, sessions: 2...3),
    Group(
      name: "quick gains, 1.5–2 % a week", gain: 0.015...0.02, scatter: 0.01...0.025,
      sessions: 2...3),
    Group(
      name: "gains of 1–1.5 % a week", gain: 0.01...0.015, scatter: 0.01...0.025, sessions: 2...3),
    Group(
      name: "slow gains, 0.5–0.8 % a week", gain: 0.005...0.008, scatter: 0.01...0.025,
      sessions: 2...3),
    Group(
      name: "very slow gains, 0.2–0.4 % a week", gain: 0.002...0.004, scatter: 0.01...0.025,
      sessions: 2...3),
    Group(name: "the mix, once a week", gain: 0.01...0.02, scatter: 0.01...0.025, sessions: 1...1),
    Group(
      name: "the mix, scattering 3–4 %", gain: 0.01...0.02, scatter: 0.03...0.04, sessions: 2...3),
  ]

  struct Result {
    var falseAlarms = 0
    var detected = 0
    var detectedInEight = 0
    var athletes = 0
    /// Stalls that were over before they began: called a plateau before the stall.
    var early = 0
  }

  static func table(seeds: Int) -> String {
    var table =
      "\(seeds) gainers and \(seeds) stalls of each kind.\n\n"
      + "| athletes | told they are stuck though they gain, in 24 weeks, % | stalls seen within 4 weeks, % | within 8, % | called one before it began, % |\n"
      + "| --- | --- | --- | --- | --- |\n"
    for group in groups {
      let result = run(group, seeds: seeds)
      func percent(_ count: Int) -> String {
        (100 * Double(count) / Double(max(1, result.athletes))).text(1)
      }
      table +=
        "| \(group.name) | \(percent(result.falseAlarms)) | \(percent(result.detected)) "
        + "| \(percent(result.detectedInEight)) | \(percent(result.early)) |\n"
    }
    return table
  }

  static let weeks = 24
  static let start = Date(timeIntervalSince1970: 1_772_470_800)

  static func run(_ group: Group, seeds: Int, parameters: Plateau.Parameters = .init()) -> Result {
    var result = Result(athletes: seeds)
    for seed in 0..<seeds {
      var random = SeededGenerator(seed: UInt64(seed) &* 7919)
      var athlete = SyntheticProgress.Parameters()
      athlete.seed = UInt64(seed)
      athlete.weeks = weeks
      athlete.gainPerWeek = Double.random(in: group.gain, using: &random)
      athlete.dayScatter = Double.random(in: group.scatter, using: &random)
      athlete.sessionsPerWeek = Int.random(in: group.sessions, using: &random)
      athlete.skips = Double.random(in: 0...0.15, using: &random)
      if first(athlete, in: 1...weeks, parameters) != nil { result.falseAlarms += 1 }
      let stall = Int.random(in: 10...16, using: &random)
      athlete.stallsAtWeek = Double(stall)
      switch first(athlete, in: 1...(stall + 8), parameters) {
      case .some(let week) where week <= stall: result.early += 1
      case .some(let week):
        result.detectedInEight += 1
        if week <= stall + 4 { result.detected += 1 }
      case nil: break
      }
    }
    return result
  }

  /// The first week at whose end somebody is told that they are stuck.
  static func first(
    _ athlete: SyntheticProgress.Parameters, in weeks: ClosedRange<Int>,
    _ parameters: Plateau.Parameters
  ) -> Int? {
    let history = SyntheticProgress(athlete).history(from: start)
    return weeks.first { week in
      let now = start.addingTimeInterval(Double(week) * 7 * 86_400)
      let scenario = Scenario(now: now, history: history)
      return Plateau.all(in: scenario, parameters: parameters).contains { $0.explanation == nil }
    }
  }
}
