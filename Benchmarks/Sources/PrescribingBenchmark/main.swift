import Bench
import Foundation
import Lifting
import Prescribing
import Simulation

/// Athletes with so many weeks of training, check-ins and negatives behind them.
func scenarios(weeks: Int, program: String?) -> [Scenario] {
  let now = Date(timeIntervalSince1970: 1_772_470_800)
  return (0..<8).map { seed in
    var athlete = SyntheticAthlete(seed: UInt64(seed))
    var history = athlete.history(weeks: weeks, until: now)
    history.program = program.map { ProgramChoice(text: $0) }
    return Scenario(now: now, history: history)
  }
}

let program = """
  ## A
  - Overhead press: 3 x 8 @ 70%, then 1 x 4 negative @ 80%, 4 s, light up
  - Lat pulldown: 3 x 8 @ 70%, then 2 x 4 negative @ 40%, 4 s, two up
  - Leg extension: 3 x 8 @ 70%, then 4 x 6 negative @ 60%, 4 s, two up
  - Biceps curl: 3 x 8 @ 70%, then 2 x 5 negative @ 100%, 5 s, two up

  """
/// The median processor time of some runs: a machine that is busy with other things doesn't count.
func median(runs: Int, _ work: () -> Void) -> Duration {
  work()
  var times: [clock_t] = []
  for _ in 0..<runs {
    let start = clock()
    work()
    times.append(clock() - start)
  }
  return .seconds(Double(times.sorted()[runs / 2]) / Double(CLOCKS_PER_SEC))
}

let limit = Duration.milliseconds(20)

try benchmarkProgramText()

var bench = Bench("Prescribing")
for (name, weeks, text) in [
  ("from habit, 8 weeks of history", 8, nil), ("from habit, a year of history", 52, nil),
  ("from a program, a year of history", 52, Optional(program)),
] {
  let cases = scenarios(weeks: weeks, program: text)
  let sets = cases.map(\.history.sets.count).reduce(0, +) / cases.count
  let checkIns = cases.map(\.history.checkIns.count).reduce(0, +) / cases.count
  let medians = cases.map { scenario in median(runs: 5) { _ = prescribe(scenario) } }
  guard let slowest = medians.max() else { continue }
  bench.add(
    "one prescription \(name)", slowest, beside: limit,
    note:
      "processor time; the slowest of 8 athletes; \(sets) sets and \(checkIns) check-ins on average"
  )
}
try bench.save()
