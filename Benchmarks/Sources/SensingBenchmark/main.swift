import Bench
import Foundation
import Interchange
import Lifting
import Sensing
import Simulation

// An hour of bench presses, one after another, seen by a six-axis sensor on the bar: more work than a
// session with its rests. Everything is measured on the same samples.
let hour = SetOfBenchPresses(minutes: 60)
guard let bench = Exercise.with("bench-press") else { exit(1) }
var section = Bench("Sensing")

/// So many of something a second, in the note of a row.
func perSample(_ duration: Duration, _ count: Int) -> String {
  String(format: "%.2f µs a sample", duration / .microseconds(1) / Double(max(1, count)))
}

// The whole process goes first: children's memory is told as the largest of all so far, and ours is
// the smallest.
let program = Child.repository.appending(path: ".build/release/eccentric")
let arguments = ["measure", hour.file.path, "--exercise", "bench-press", "--format", "json"]
let ours =
  FileManager.default.isExecutableFile(atPath: program.path)
  ? try Processor.median(.children, runs: 9) { try Child.run(program, arguments) } : nil
let ourMemory = Processor.mostMegabytesOfChildren

// MARK: In memory

for minutes in [15, 30, 60] {
  let recording = hour.first(minutes: Double(minutes))
  let time = Processor.median { _ = try? phases(of: recording, exercise: bench) }
  let orientation =
    minutes == 60 ? Bench.peer("sensing_orientation.py", hour.file.path) : nil
  section.add(
    "phases of \(minutes) min in memory", time, beside: orientation,
    note: perSample(time, recording.seconds.count)
      + (orientation == nil ? "" : "; beside it vqf’s offline orientation alone"))
}

// MARK: The file

let bytes = [UInt8](try Data(contentsOf: hour.file))
let reading = Processor.median { _ = RecordingFormat.read(bytes) }
let megabytes = Double(bytes.count) / 1e6
section.add(
  "reading the CSV of an hour", reading,
  note: String(
    format: "%.1f MB, %.0f MB a second", megabytes, megabytes / (reading / .seconds(1))))
var sum: UInt64 = 0
let touching = Processor.median {
  // Ten times over, as once is too short for the processor's clock.
  for _ in 0..<10 {
    bytes.withUnsafeBytes { raw in
      for word in raw.bindMemory(to: UInt64.self) { sum &+= word }
    }
  }
}
section.add(
  "reading as many bytes from memory", touching / 10,
  note: String(format: "%.1f GB a second", megabytes / 1e2 / (touching / .seconds(1)))
    + (sum == 0 ? "." : ""))

// MARK: The whole process

if let ours {
  let python = Child.repository.appending(path: "Benchmarks/.venv/bin/python")
  let script = Child.repository.appending(path: "Benchmarks/peers/sensing_pipeline.py")
  let theirs = try? Processor.median(.children, runs: 3) {
    try Child.run(python, [script.path, hour.file.path])
  }
  section.add(
    "eccentric measure, the whole process", ours, beside: theirs,
    note: String(format: "%.0f MB at most", ourMemory)
      + (theirs == nil
        ? ""
        : String(
          format: "; beside it pandas + vqf + scipy, %.0f MB", Processor.mostMegabytesOfChildren)))
} else {
  print("No .build/release/eccentric: the whole process isn’t measured.")
}

try FileManager.default.removeItem(at: hour.file)
try section.save()
