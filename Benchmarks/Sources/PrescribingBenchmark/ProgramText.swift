import Bench
import ProgramText

/// How long reading and writing programs takes.
func benchmarkProgramText() throws {
  var bench = Bench("Program text")
  let post = coachesPost(lines: 200)
  bench.add(
    "read and print a post of 200 lines", Bench.median(runs: 99) { readAndPrint(post) },
    beside: .milliseconds(1), note: "beside it: the goal")
  let long = coachesPost(lines: 100_000)
  bench.add(
    "read and print 100,000 lines", Bench.median { readAndPrint(long) }, beside: .seconds(1),
    note: "beside it: the goal")
  bench.add(
    "read 100,000 lines", Bench.median { _ = Program.parse(long) }, beside: .seconds(1),
    note: "beside it: the goal")
  try bench.save()
}

private func readAndPrint(_ text: String) {
  let (program, diagnostics) = Program.parse(text)
  precondition(diagnostics.isEmpty && program.text == text, "the post isn't read as it is written")
}

/// A post as coaches write them: of ten lines six are exercises, the rest is prose and headings.
private func coachesPost(lines count: Int) -> String {
  var lines: [String] = []
  var workout = 1
  while lines.count < count {
    lines += [
      "## Workout \(workout)",
      "This workout is all about lowering. Take your time, and stop while you could go on.",
      "",
      "- Squat: 3 x 8 @ 70%, tempo 4-1-1-0, keep 2 in reserve, rest 2 min",
      "- Biceps curl: 3 x 8 @ 70%, tempo 2-0-1-0, then 1 x 4 negative @ 100%, 5 s, help up",
      "- Pull-up: 3 x 1 negative, 8 s, jump up, rest 2 min",
      "- Goblet squat: 3 x 8-12 @ 20 kg, keep 2 in reserve <!-- the small one -->",
      "- Dip: 2 x 5 @ body - 15 kg, rest 90 s",
      "- Dumbbell row: 3 x 10, 3 s",
      "",
    ]
    workout += 1
  }
  return lines.prefix(count).joined(separator: "\n")
}
