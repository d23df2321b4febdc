import Bench
import Foundation
import Lifting
import Physiology
import Simulation

// Sessions of sixteen sets, three exercises and a check-in the day after, as dense as asked.
let start = Date(timeIntervalSince1970: 1_770_000_000)

func history(sessions: Int, days: Int, seed: UInt64) -> History {
  var random = SeededGenerator(seed: seed)
  let plans: [[Exercise.ID]] = [
    ["bench-press", "overhead-press", "triceps-pushdown"],
    ["barbell-row", "lat-pulldown", "biceps-curl"], ["squat", "leg-extension", "lying-leg-curl"],
  ]
  var history = History()
  history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 18)
  for session in 0..<sessions {
    let plan = plans[session % 3]
    let at = start.addingTimeInterval(Double(session) * Double(days) / Double(sessions) * 86_400)
    for set in 0..<16 {
      history.sets.append(
        Dated(
          at: at.addingTimeInterval(Double(set) * 180),
          WorkSet(
            exercise: plan[set * 3 / 16], kind: set % 5 == 4 ? .negative : .normal,
            load: .external(.kilograms(Double(Int.random(in: 20...80, using: &random)))),
            reps: Int.random(in: 4...10, using: &random))))
    }
    let parts: [[BodyPart]] = [
      [.chest, .shoulders, .elbowExtensors], [.lats, .upperBack, .elbowFlexors],
      [.quadriceps, .hamstrings],
    ]
    history.checkIns.append(
      Dated(
        at: at.addingTimeInterval(30 * 3600),
        CheckIn(
          soreness: Dictionary(
            uniqueKeysWithValues: parts[session % 3].map {
              ($0, Int.random(in: 0...5, using: &random))
            }))))
  }
  return history
}

/// The most memory this process ever held, in megabytes.
func peakMegabytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
}

var bench = Bench("Physiology")
let year = history(sessions: 156, days: 365, seed: 1)
let yearEnd = start.addingTimeInterval(366 * 86_400)
let fold = Bench.median(runs: 25) { _ = AthleteState(year, at: yearEnd) }
bench.add(
  "a year folded: 2,496 sets, 156 check-ins", fold)

let decade = history(sessions: 2500, days: 3650, seed: 2)
let decadeEnd = start.addingTimeInterval(3651 * 86_400)
let ten = Bench.median { _ = AthleteState(decade, at: decadeEnd) }
bench.add(
  "ten years folded: 40,000 sets, 2,500 check-ins", ten)
try bench.addModel(bouts: 156, from: start)

var later = year
later.checkIns.append(Dated(at: yearEnd, CheckIn(soreness: [.chest: 4, .quadriceps: 2])))
let state = AthleteState(year, at: yearEnd)
bench.add(
  "a rating more, folded anew, and five days forecast",
  Bench.median(runs: 25) { _ = AthleteState(later, at: yearEnd).forecast(from: yearEnd) })
bench.add(
  "a rating more, resumed, and five days forecast",
  Bench.median(runs: 25) { _ = state.resumed(with: later, at: yearEnd).forecast(from: yearEnd) })

// Each athlete's own year is made, folded and forecast, on as many cores as there are.
func crowd(_ athletes: Int) async -> Double {
  let workers = 2
  return await withTaskGroup(of: Double.self) { group in
    for worker in 0..<workers {
      group.addTask {
        stride(from: worker, to: athletes, by: workers).reduce(0) { total, seed in
          let own = history(sessions: 156, days: 365, seed: UInt64(seed + 1))
          let forecast = AthleteState(own, at: yearEnd).forecast(from: yearEnd)
          return total + (forecast.parts.first?.days.first?.soreness.expected ?? 0)
        }
      }
    }
    return await group.reduce(0, +)
  }
}

let clock = ContinuousClock()
_ = await crowd(1000)
let before = peakMegabytes()
let span = await clock.measure { _ = await crowd(10_000) }
bench.add(
  "10,000 athletes, a year each: made, folded, forecast", span,
  note: "two cores; memory \(before) MB after 1,000 athletes, \(peakMegabytes()) MB after 10,000")
try bench.save()
