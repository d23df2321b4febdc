import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// The tables of `docs/Sensing.md` that need more than `SyntheticRecording.accuracy`:
/// `ECCENTRIC_TABLES=1 swift test --filter TablesTests` prints them.
@Suite(
  "Tables for the documentation",
  .enabled(if: ProcessInfo.processInfo.environment["ECCENTRIC_TABLES"] != nil))
struct TablesTests {
  @Test("how soon phases are told while they are lifted")
  func live() throws {
    print(
      "| sensor | lowering | phases | told within 0.3 s | ever | middle delay | nine of ten within | surplus |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for trial in SyntheticRecording.Trial.all {
      guard !["keypoints", "IMU at a fixed hand"].contains(trial.name) else { continue }
      for lowering in [0.5, 1, 2, 5, 10, 20, 30] {
        var tally = Punctuality()
        for seed in 1...20 {
          var parameters = trial.parameters
          parameters.seed = UInt64(seed)
          parameters.eccentricSeconds = lowering
          parameters.rateHz = [20, 50, 100, 200][seed % 4]
          parameters.readsUpAtRest = seed % 2 == 0
          tally.add(SyntheticRecording(parameters).recording, try exercise(trial.exercise))
        }
        print("| \(trial.name) | \(lowering) s \(tally.row)")
      }
    }
    for (name, isIt) in [
      ("watch on a limb that turns", { (worn: Geometry.Worn) in worn.isInclination }),
      ("watch that rides on the load", { (worn: Geometry.Worn) in worn.isVertical }),
    ] {
      var tally = Punctuality()
      for real in try LabelledRecording.all where real.recording.kind == .imu {
        if isIt(real.exercise.geometry.worn) { tally.add(real.recording, real.exercise) }
      }
      if tally.all > 0 { print("| \(name), real lifts | \(tally.row)") }
    }
  }

  @Test("how far what is told live by the time a rep ends is what is known in the end")
  func settled() throws {
    print("| sensor | lowering \(LiveAgreement.header)")
    print("| --- | --- \(String(repeating: "| --- ", count: 13))|")
    func row(
      _ name: String, _ seconds: String, _ add: (inout LiveAgreement) throws -> Void
    ) rethrows {
      var agreement = LiveAgreement()
      try add(&agreement)
      print("| \(name) | \(seconds) \(agreement.row)")
    }
    for set in FollowedSet.disturbed {
      for seconds in [1.0, 2, 3, 4, 7, 10, 20] {
        try row(set.name, "\(seconds) s") { agreement in
          for seed in 1...4 { try agreement.follow(set, loweringSeconds: seconds, seed: seed) }
        }
      }
    }
    let reals = try LabelledRecording.all
    row("real, on a limb that turns", "–") { agreement in
      for real in reals where real.exercise.geometry.worn.isInclination {
        agreement.follow(real.recording, real.exercise)
      }
    }
    row("real, on the load", "–") { agreement in
      for real in reals where real.exercise.geometry.worn.isVertical {
        agreement.follow(real.recording, real.exercise)
      }
    }
  }

  @Test("heavy barbell sets as a watch or a clip on the bar records them")
  func barbell() throws {
    print(
      "| sensor | lift | count exact | within one | lifts found | lifting speed, MAE m/s | bias | CCC"
        + " | range, MAE cm | lowering, MAE s | bias s |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for (name, place, hasGyroscope) in [
      ("watch", SyntheticBarbellSet.Mounting.wrist, true),
      ("watch without gyroscope", .wrist, false),
      ("clip on the bar", .bar, true),
    ] {
      var all = BarbellTally()
      for lift in SyntheticBarbellSet.Lift.allCases {
        var tally = BarbellTally()
        for seed in 1001...1100 {
          tally.add(try BarbellTally.made(lift, place, seed: seed, hasGyroscope: hasGyroscope))
        }
        all.add(tally)
        print("| \(name) | \(lift.rawValue) \(tally.row)")
      }
      print("| \(name) | all \(all.row)")
    }
  }

  @Test("pictures and cables as people record them")
  func pictures() throws {
    print("| recordings | count exact | within one | lowerings found | lowering, MAE s | bias s |")
    print("| --- | --- | --- | --- | --- | --- |")
    for motion in SyntheticRecording.Picture.Motion.allCases {
      var tally = Tally()
      for seed in 1...UInt64(100) {
        let picture = SyntheticRecording.Picture.anyone(motion, seed: seed)
        tally.add(SyntheticRecording(picture), try exercise(motion.exercise))
      }
      print("| pictures: \(motion.rawValue) \(tally.row)")
    }
    var tally = Tally()
    for seed in 1...UInt64(100) {
      let cable = SyntheticRecording.Cable.anyone(seed: seed)
      let id: Exercise.ID = cable.begins == .eccentric ? "squat" : "seated-cable-row"
      tally.add(SyntheticRecording(cable), try exercise(id))
    }
    print("| cables \(tally.row)")
  }

  @Test("lowering's time over tempo, rate and noise")
  func grid() {
    let tempi = [0.5, 1, 2, 5, 10, 20, 30]
    for (name, flaws) in SyntheticRecording.Flaws.named {
      let rows = SyntheticRecording.accuracy(
        loweringSeconds: tempi, ratesHz: name == "phone" ? [10, 20, 50, 100, 200] : [50],
        flaws: [(name, flaws)]
      ) { recording, id in
        Exercise.with(id).flatMap { try? phases(of: recording, exercise: $0) }
      }
      print("| \(name): sensor | rate \(tempi.map { "| \($0) s " }.joined())|")
      print("| --- | --- \(tempi.map { _ in "| --- " }.joined())|")
      for start in stride(from: 0, to: rows.count, by: tempi.count) {
        let cells = rows[start..<start + tempi.count].map { row -> String in
          let error = row.meanErrorSeconds.hundredths
          let missed =
            row.loweringsMatched == row.repsMade
            ? "" : " (\(row.loweringsMatched)/\(row.repsMade))"
          return (row.isWithinGoal ? error : "**\(error)**") + missed
        }
        print(
          "| \(rows[start].sensor) | \(Int(rows[start].rateHz)) Hz | \(cells.joined(separator: " | ")) |"
        )
      }
    }
  }

  @Test("the whole explained at once, against peaks by a threshold")
  func designs() throws {
    let reals = try LabelledRecording.all
    func row(_ name: String, _ found: (LabelledRecording) -> (reps: Int, spans: [PhaseSpan])?) {
      var agreement = Agreement()
      for real in reals {
        let (reps, spans) = found(real) ?? (-1, [])
        agreement.add(real, reps: reps, spans: spans)
      }
      print(
        "| \(name) | \(agreement.exact)/\(reals.count) | \(agreement.f1.hundredths)"
          + " | \(agreement.meanError.hundredths) | \(agreement.bias.hundredths)"
          + " | \(agreement.ghosts) |")
    }
    print("| design | count exact | F1 | lowering, MAE s | bias s | ghosts |")
    print("| --- | --- | --- | --- | --- | --- |")
    for share in [0.2, 0.3, 0.4, 0.5, 0.6] {
      row("peaks by a threshold of \(Int(share * 100)) % of the range") {
        PeakCounter(share: share).phases(of: $0.recording, exercise: $0.exercise)
      }
    }
    row("the whole explained at once") { real in
      (try? phases(of: real.recording, exercise: real.exercise)).map {
        ($0.reps.count, $0.reps.flatMap(\.phases))
      }
    }
  }

  @Test("how often the exercise proposed moves as the one that was done")
  func proposed() throws {
    var bins: [Int: (said: Double, right: Int, all: Int)] = [:]
    for real in try LabelledRecording.all where !real.labels.repCountAccepted.contains(0) {
      let found = try proposals(for: real.recording)
      var ways: [Geometry.Worn: Double] = [:]
      for proposal in found {
        guard let worn = Exercise.with(proposal.exercise)?.geometry.worn else { continue }
        ways[worn, default: 0] += proposal.confidence
      }
      guard let best = ways.max(by: { $0.value < $1.value }) else { continue }
      var bin = bins[Int(best.value * 4), default: (0, 0, 0)]
      bin.said += best.value
      bin.all += 1
      if best.key == real.exercise.geometry.worn { bin.right += 1 }
      bins[Int(best.value * 4)] = bin
    }
    print("| confidence | recordings | right |")
    print("| --- | --- | --- |")
    for (_, bin) in bins.sorted(by: { $0.key < $1.key }) {
      print("| \((bin.said / Double(bin.all)).hundredths) | \(bin.all) | \(bin.right) |")
    }
  }
}

extension Geometry.Worn {
  fileprivate var isInclination: Bool {
    if case .inclination = self { true } else { false }
  }
  fileprivate var isVertical: Bool {
    if case .vertical = self { true } else { false }
  }
}

/// How well sets are counted and their lowerings timed.
private struct Tally {
  var sets = 0
  var exact = 0
  var near = 0
  var made = 0
  var errors: [Double] = []

  mutating func add(_ synthetic: SyntheticRecording, _ exercise: Exercise) {
    let reps = (try? phases(of: synthetic.recording, exercise: exercise))?.reps ?? []
    let lowerings = reps.flatMap(\.phases).filter { $0.phase == .eccentric }
    sets += 1
    exact += reps.count == synthetic.truth.count ? 1 : 0
    near += abs(reps.count - synthetic.truth.count) <= 1 ? 1 : 0
    for truth in synthetic.truth.map(\.eccentric) {
      made += 1
      func overlap(_ span: PhaseSpan) -> Double {
        let common = max(
          0, min(span.endSeconds, truth.endSeconds) - max(span.startSeconds, truth.startSeconds))
        return common / (span.seconds + truth.seconds - common)
      }
      let best = lowerings.max { overlap($0) < overlap($1) }
      if let best, overlap(best) >= 0.5 { errors.append(best.seconds - truth.seconds) }
    }
  }

  var row: String {
    let count = Double(max(1, errors.count))
    let mean = errors.reduce(0) { $0 + abs($1) } / count
    let bias = errors.reduce(0, +) / count
    return "| \(exact) of \(sets) | \(near) | \(errors.count) of \(made) | \(mean.hundredths)"
      + " | \(bias.hundredths) |"
  }
}

/// How soon the phases of measured sets are told live.
struct Punctuality {
  private(set) var all = 0
  private(set) var surplus = 0
  private(set) var delays: [Double] = []

  mutating func add(_ recording: Recording, _ exercise: Exercise) {
    guard let set = try? phases(of: recording, exercise: exercise) else { return }
    var live = LivePhases(exercise: exercise)
    var left = live.append(recording).compactMap(\.change).filter(\.phase.isMove)
    for span in set.reps.flatMap(\.phases) {
      guard span.phase != .pauseTop, span.phase != .pauseBottom else { continue }
      all += 1
      func delay(_ change: PhaseChange) -> Double { change.announcedSeconds - span.startSeconds }
      let match = left.indices.filter { index in
        (left[index].phase == .eccentric) == (span.phase == .eccentric)
          && (-0.5...max(0.5, span.seconds)).contains(delay(left[index]))
      }.min { abs(delay(left[$0])) < abs(delay(left[$1])) }
      if let match { delays.append(delay(left.remove(at: match))) }
    }
    let start = set.reps.first?.startSeconds ?? 0
    let end = set.reps.last?.endSeconds ?? 0
    surplus += left.count { (start...max(start, end)).contains($0.announcedSeconds) }
  }

  var row: String {
    let sorted = delays.sorted()
    func at(_ share: Double) -> String {
      sorted.isEmpty ? "–" : "\(sorted[Int(share * Double(sorted.count - 1))].hundredths) s"
    }
    return "| \(all) | \(delays.count { $0 <= 0.3 }) | \(delays.count) | \(at(0.5)) | \(at(0.9))"
      + " | \(surplus) |"
  }
}

extension Double {
  var hundredths: String { String(format: "%.2f", self) }
}
