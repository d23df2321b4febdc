import Foundation
import TestSupport
import Testing

@Suite("eccentric measure") struct MeasureTests {
  struct Answer: Decodable {
    struct Rep: Decodable {
      struct Phase: Decodable {
        var phase: String
        var startSeconds, endSeconds: Double
        var displacementMeters: Double?
      }
      struct Trust: Decodable { var level: String; var reasons: [String] }
      var index: Int
      var phases: [Phase]
      var tempo: String
      var rangeOfMotionMeters: Double?
      var trust: Trust
    }
    struct Recording: Decodable {
      var kind: String
      var samples: Int
      var durationSeconds: Double
    }
    struct Summary: Decodable {
      var reps: Int
      var eccentricSeconds, concentricSeconds, timeUnderTensionSeconds: Double
    }
    var recording: Recording
    var exercise: String
    var reps: [Rep]
    var set: Summary
  }

  struct Truth: Decodable {
    struct Rep: Decodable {
      struct Span: Decodable { var startSeconds, endSeconds, displacementMeters: Double }
      var concentric, eccentric: Span
    }
    var reps: [Rep]
  }

  @Test("a made-up recording is measured as it was made", arguments: ["encoder", "bar", "wrist"])
  func known(_ sensor: String) throws {
    let truthFile = FileManager.default.temporaryDirectory.appending(path: "truth-\(UUID()).json")
    let exercise = sensor == "wrist" ? "biceps-curl" : "bench-press"
    let made = try Binary.run([
      "simulate", "recording", "--sensor", sensor, "--exercise", exercise, "--reps", "6",
      "--tempo", "5-0-1-1", "--truth", truthFile.path, "--quality", "good",
    ])
    let truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: truthFile))
    let file = try Binary.temporaryFile("\(sensor).csv", made.output)
    let result = try Binary.run(["measure", file.path, "--exercise", exercise, "--format", "json"])
    #expect(result.status == 0, "\(result.messages)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    #expect(answer.exercise == exercise && answer.reps.count == 6 && answer.set.reps == 6)
    #expect(answer.recording.kind == (sensor == "encoder" ? "encoder" : "imu"))
    for (rep, real) in zip(answer.reps, truth.reps) {
      let lowering = try #require(rep.phases.first { $0.phase == "eccentric" })
      let seconds = real.eccentric.endSeconds - real.eccentric.startSeconds
      #expect(abs(lowering.endSeconds - lowering.startSeconds - seconds) < 0.35)
      #expect(rep.tempo.split(separator: "-").count == 4)
    }
  }

  @Test("where nobody names the exercise the motion proposes one, and it is said") func proposed()
    throws
  {
    let made = try Binary.run([
      "simulate", "recording", "--sensor", "angle", "--exercise", "squat", "--reps", "6",
    ])
    let file = try Binary.temporaryFile("some.csv", made.output)
    let result = try Binary.run(["measure", file.path, "--format", "json"])
    #expect(result.status == 0)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    #expect(answer.reps.count == 6)
    #expect(result.messages.contains("no exercise was named, so it was measured by what repeats"))
    #expect(result.messages.contains("By its motion it may be \(answer.exercise)"))
    // One that nobody knows is measured as well, and keeps its name.
    let own = try Binary.run([
      "measure", file.path, "--exercise", "zercher-carousel", "--format", "json",
    ])
    #expect(own.status == 0 && own.messages.contains("nobody knows “zercher-carousel”"))
    let other = try JSONDecoder().decode(Answer.self, from: Data(own.output.utf8))
    #expect(other.reps.count == 6 && other.exercise == "zercher-carousel")
    let nothing = try Binary.temporaryFile("short.csv", "time_s,position_m\n0,0\n0.1,0\n")
    #expect(try Binary.run(["measure", nothing.path]).status == 1)
  }

  @Test("a table, a picture and a report for people") func pictures() throws {
    let made = try Binary.run(["simulate", "recording", "--reps", "3"])
    let file = try Binary.temporaryFile("set.csv", made.output)
    let folder = file.deletingLastPathComponent()
    let result = try Binary.run([
      "measure", file.path, "--exercise", "Bench Press (Barbell)", "--tempo", "4-0-1-1", "--svg",
      folder.appending(path: "set.svg").path, "--report", folder.appending(path: "set.html").path,
    ])
    #expect(result.status == 0 && result.output.contains("Bench press, 3 reps"))
    #expect(result.output.contains("▼▼▼▼") && result.output.contains("▲"))
    let svg = try String(contentsOf: folder.appending(path: "set.svg"), encoding: .utf8)
    #expect(svg.contains("class=\"span eccentric\"") && svg.contains("class=\"span concentric\""))
    #expect(svg.contains("<title>Bench press, 3 reps</title>"))
    let parser = XMLCheck(svg)
    #expect(parser.isWellFormed)
    let html = try String(contentsOf: folder.appending(path: "set.html"), encoding: .utf8)
    #expect(html.contains("<svg") && html.contains("Asked for: 4-0-1-1."))
  }

  @Test("a load gives work and power, a tempo what was kept of it, in every format") func measures()
    throws
  {
    let made = try Binary.run([
      "simulate", "recording", "--reps", "4", "--sensor", "bar", "--exercise", "squat", "--tempo",
      "3-1-1-1",
    ])
    let file = try Binary.temporaryFile("squat.csv", made.output)
    func measured(_ more: String...) throws -> Binary.Result {
      try Binary.run(["measure", file.path, "--exercise", "squat"] + more)
    }
    let table = try measured("--load", "100", "--tempo", "5-1-1-1").output
    #expect(table.contains("% of the 5-1-1-1 asked for: on average lowering"))
    #expect(table.contains("Work: ") && table.contains("control") && table.contains("up W"))
    #expect(table.split(separator: "\n").allSatisfy { $0.count <= 100 })
    struct Measured: Decodable {
      struct Rep: Decodable {
        struct Control: Decodable { var mean, minimum: Double }
        struct Phase: Decodable { var phase: String; var workJoules, peakPowerWatts: Double? }
        var control: Control?
        var phases: [Phase]
      }
      struct Summary: Decodable {
        struct Adherence: Decodable { var scorePercent: Double? }
        var adherence: Adherence?
        var eccentricWorkJoules: Double?
      }
      var reps: [Rep]
      var set: Summary
    }
    let json = try measured("--load", "100", "--tempo", "5-1-1-1", "--format", "json").output
    let with = try JSONDecoder().decode(Measured.self, from: Data(json.utf8))
    #expect(with.reps.count == 4)
    #expect(with.reps.allSatisfy { abs(($0.control?.mean ?? 0) - 1) < 0.05 })
    // 100 kg over half a meter, four times.
    #expect(abs((with.set.eccentricWorkJoules ?? 0) - 4 * 100 * 9.80665 * 0.5) < 200)
    #expect((50...80).contains(with.set.adherence?.scorePercent ?? 0))
    let bare = try JSONDecoder().decode(
      Measured.self, from: Data(try measured("--format", "json").output.utf8))
    #expect(bare.set.adherence == nil && bare.set.eccentricWorkJoules == nil)
    #expect(bare.reps.flatMap(\.phases).allSatisfy { $0.workJoules == nil })
    let csv = try measured("--load", "100", "--tempo", "5-1-1-1", "--format", "csv").output
    let lines = csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(Set(lines.map(\.count)).count == 1)
    #expect(lines.first?.contains("work_J") == true)
  }

  @Test("two files named left and right are compared, and several sets are drawn in one picture")
  func leftAndRight() throws {
    func made(_ tempo: String) throws -> String {
      try Binary.run([
        "simulate", "recording", "--reps", "3", "--sensor", "angle", "--exercise", "biceps-curl",
        "--tempo", tempo,
      ]).output
    }
    let left = try Binary.temporaryFile("curl-left.csv", try made("4-0-1-1"))
    let right = left.deletingLastPathComponent().appending(path: "curl-right.csv")
    try Data(try made("2-0-1-1").utf8).write(to: right)
    let svg = left.deletingLastPathComponent().appending(path: "both.svg")
    let html = left.deletingLastPathComponent().appending(path: "both.html")
    let result = try Binary.run([
      "measure", left.path, right.path, "--exercise", "biceps-curl", "--svg", svg.path, "--report",
      html.path,
    ])
    #expect(result.status == 0)
    #expect(result.output.contains("Left and right: 3 and 3 reps, lowering"))
    let picture = try String(contentsOf: svg, encoding: .utf8)
    #expect(XMLCheck(picture).isWellFormed)
    #expect(picture.contains("curl-left.csv") && picture.contains("curl-right.csv"))
    #expect(picture.contains("Lowering of each rep"))
    let page = try String(contentsOf: html, encoding: .utf8)
    #expect(
      page.contains("Sets compared")
        && XMLCheck(
          page.replacing("<!doctype html>", with: "")
            .replacing("<meta charset=\"utf-8\">", with: "")
            .replacing(
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", with: "")
        )
        .isWellFormed)
  }

  @Test("several files give an array, and a bad one doesn't hide the good ones") func several()
    throws
  {
    let good = try Binary.temporaryFile(
      "good.csv", try Binary.run(["simulate", "recording", "--reps", "2"]).output)
    let bad = try Binary.temporaryFile("bad.csv", "time_s,position_m\n")
    let result = try Binary.run([
      "measure", good.path, bad.path, good.path, "--exercise", "bench-press", "--format", "json",
    ])
    #expect(result.status == 1 && result.messages.contains("bad.csv:"))
    #expect(try JSONDecoder().decode([Answer].self, from: Data(result.output.utf8)).count == 2)
  }

  @Test(
    "recordings with a flaw are measured or refused with a sentence",
    arguments: [
      "gap.csv", "time-backwards.csv", "no-time.csv", "header-only.csv", "empty.csv",
      "mixed-separators.csv", "truncated.csv",
    ])
  func flawed(_ name: String) throws {
    let result = try Binary.run([
      "measure", "Tests/Fixtures/Interchange/recordings/\(name)", "--exercise", "bench-press",
    ])
    #expect([0, 1].contains(result.status))
    #expect(result.messages.contains(name), "\(name): \(result.messages)")
  }

  @Test("an unknown exercise is refused, with what was perhaps meant") func unknown() throws {
    let file = try Binary.temporaryFile(
      "good.csv", try Binary.run(["simulate", "recording", "--reps", "2"]).output)
    let result = try Binary.run(["measure", file.path, "--exercise", "bensh-press"])
    #expect(result.status == 1)
    #expect(result.messages == "there is no exercise “bensh-press” (did you mean bench-press?)\n")
  }
}

/// Whether a text is XML.
private final class XMLCheck: NSObject {
  let isWellFormed: Bool

  init(_ text: String) {
    // Every element that is opened is closed, in order: enough for what we write ourselves.
    var open: [Substring] = []
    var isRight = true
    for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      let name = piece.prefix { !" />\n".contains($0) }
      if piece.hasPrefix("/") {
        isRight = isRight && open.popLast() == piece.dropFirst().prefix { !" >".contains($0) }
      } else if !piece.prefix(while: { $0 != ">" }).hasSuffix("/"), !name.isEmpty {
        open.append(name)
      }
    }
    isWellFormed = isRight && open.isEmpty
  }
}

@Suite("eccentric measure, of what a device reports") struct ReportedTests {
  private static let tables = "Tests/Fixtures/Interchange/reps"

  @Test("a table is shown as it is reported, and says what isn't there")
  func table() throws {
    let result = try Binary.run(["measure", "\(Self.tables)/vitruve.csv"])
    #expect(result.status == 0)
    #expect(result.output.contains("Bench press, set 1, Ada Muster, 2026-06-02 07:33:17"))
    #expect(result.output.contains("as Vitruve reports it"))
    let row = try #require(result.output.split(separator: "\n").first { $0.hasPrefix("  1 ") })
    #expect(
      row.split(separator: " ").map(String.init) == [
        "1", "0.41", "0.66", "0.62", "0.66", "1.05", "372", "818", "1.95", "0.21", "0.36",
      ])
    #expect(result.messages.contains("3 sets as Vitruve reports them, not measured here"))
    #expect(result.messages.contains("9:63: error: “isometric”"))
  }

  @Test("as JSON what isn't reported is left out, and a table is a list of sets")
  func json() throws {
    let result = try Binary.run(["measure", "\(Self.tables)/enode.tsv", "--format", "json"])
    let sets = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    #expect(result.status == 0 && sets.count == 3)
    let first = try #require(sets.first)
    #expect(first["exercise"] as? String == "bench-press" && first["load"] as? String == "135 lb")
    #expect(first["recording"] == nil)
    let reps = try #require(first["reps"] as? [[String: Any]])
    #expect(reps.count == 2 && reps.allSatisfy { $0["tempo"] == nil && $0["trust"] == nil })
    let phases = try #require(reps[0]["phases"] as? [[String: Any]])
    #expect(phases.map { $0["phase"] as? String } == ["eccentric", "concentric"])
    #expect(phases.allSatisfy { $0["startSeconds"] == nil && $0["endSeconds"] == nil })
    #expect(phases[0]["seconds"] as? Double == 3.1)
    let summary = try #require(first["set"] as? [String: Any])
    #expect(
      summary["timeUnderTensionSeconds"] == nil && summary["eccentricSeconds"] as? Double == 6.5)
  }

  @Test("as CSV it has a row a phase, and recordings have other columns")
  func csv() throws {
    let result = try Binary.run(["measure", "\(Self.tables)/enode.tsv", "--format", "csv"])
    let lines = result.output.split(separator: "\n")
    #expect(result.status == 0 && lines.count == 9)
    #expect(
      lines[0].hasPrefix("file,device,athlete,day,time,exercise,load,set,rep,phase,duration_s"))
    #expect(
      lines[1].contains(
        ",Enode,Ada Muster,2026-05-23,15:52:37,bench-press,135 lb,1,1,eccentric,3.1,"))
    let both = try Binary.run([
      "measure", "\(Self.tables)/enode.tsv", "Tests/Fixtures/Sensing/slow-bench-press.csv",
      "--exercise", "bench-press", "--format", "csv",
    ])
    #expect(both.status == 1 && both.messages.contains("write a CSV of each"))
    let shown = try Binary.run([
      "measure", "\(Self.tables)/enode.tsv", "Tests/Fixtures/Sensing/slow-bench-press.csv",
      "--exercise", "bench-press",
    ])
    #expect(shown.status == 0 && shown.output.contains("slow-bench-press.csv: Bench press, "))
  }

  @Test("no picture is drawn of a motion that isn't there")
  func picture() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg")
    let result = try Binary.run([
      "measure", "\(Self.tables)/gymaware.csv", "--svg", file.path, "--tempo", "4-0-1-0",
    ])
    #expect(result.status == 1 && result.messages.contains("there is nothing to draw"))
    #expect(result.messages.contains("--tempo, --stop-at and --load say nothing"))
    #expect(!FileManager.default.fileExists(atPath: file.path))
    let empty = try Binary.run(["measure", "\(Self.tables)/header-only.csv"])
    #expect(empty.status == 1 && empty.output.isEmpty)
    #expect(empty.messages.contains("not one repetition behind it"))
  }

  @Test("the files of two sensors are one recording, and the gyroscope's alone is none")
  func joined() throws {
    let made = try Binary.run([
      "simulate", "recording", "--sensor", "bar", "--exercise", "bench-press", "--reps", "5",
    ]).output
    func columns(_ places: [Int]) -> String {
      made.split(separator: "\n").map { line in
        let cells = line.split(separator: ",")
        return places.map { String(cells[$0]) }.joined(separator: ",")
      }.joined(separator: "\n")
    }
    let whole = try Binary.temporaryFile("all.csv", made)
    let accelerometer = try Binary.temporaryFile("Accelerometer.csv", columns([0, 1, 2, 3]))
    let gyroscope = accelerometer.deletingLastPathComponent().appending(path: "Gyroscope.csv")
    try Data(columns([0, 4, 5, 6]).utf8).write(to: gyroscope)
    func measured(_ files: [URL]) throws -> Binary.Result {
      try Binary.run(
        ["measure"] + files.map(\.path) + ["--exercise", "bench-press", "--format", "json"])
    }
    let one = try measured([whole])
    let two = try measured([accelerometer, gyroscope])
    #expect(two.status == 0 && two.output == one.output)
    #expect(
      two.messages.contains(
        "Accelerometer.csv and Gyroscope.csv: read as one recording, on the clock of Accelerometer.csv"
      ))
    let alone = try measured([gyroscope])
    #expect(alone.status == 1 && alone.messages.contains("A gyroscope alone tells no motion"))
  }
}

@Suite("A set followed while it is lifted") struct FollowTests {
  /// Seven reps of an encoder, each lift slower than the one before it.
  private static let tiring: String = {
    var lines = ["time_s,position_m"]
    var time = 0.0
    var height = 0.5
    func row() {
      lines.append("\((time * 100).rounded() / 100),\(height)")
      time += 0.01
    }
    for _ in 0..<200 { row() }
    for rep in 0..<7 {
      for _ in 0..<200 {
        height -= 0.5 / 200
        row()
      }
      let steps = 50 + 10 * rep
      for _ in 0..<steps {
        height += 0.5 / Double(steps)
        row()
      }
      for _ in 0..<100 { row() }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  @Test("phases are told as they come, and the set is stopped at the loss asked for")
  func stop() throws {
    let result = try Binary.run(
      ["follow", "--exercise", "bench-press", "--stop-at", "30"], input: Self.tiring)
    #expect(result.status == 0 && result.messages.isEmpty, "\(result.messages)")
    let lines = result.output.split(separator: "\n").map(String.init)
    // 50, 60, 70, 80 steps: the fourth lift has lost 37 %.
    let stop = try #require(lines.first { $0.hasPrefix("stop: ") })
    #expect(stop.contains("rep 4 was 3") && lines.count { $0.hasPrefix("stop: ") } == 1)
    // Said before the fifth rep was lifted.
    let index = try #require(lines.firstIndex(of: stop))
    #expect(lines[..<index].count { $0.hasSuffix("concentric") || $0.hasSuffix("lifting") } == 4)
    #expect(lines.last == "7 reps")
  }

  @Test("rows that can't be read are said with their line, and the others count") func bad() throws
  {
    var rows = Self.tiring.split(separator: "\n").map(String.init)
    rows[50] = "x,y"
    let result = try Binary.run(
      ["follow", "--exercise", "bench-press"], input: rows.joined(separator: "\n"))
    #expect(result.status == 1 && result.messages.contains("standard input:51: "))
    #expect(result.output.hasSuffix("7 reps\n"))
    let empty = try Binary.run(["follow", "--exercise", "bench-press"], input: "")
    #expect(empty.status == 1 && empty.messages.contains("empty"))
    let unknown = try Binary.run(["follow", "--exercise", "zercher carousel"], input: "a\n")
    #expect(unknown.status == 1 && unknown.messages.contains("there is no exercise"))
  }
}
