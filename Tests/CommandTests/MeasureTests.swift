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
