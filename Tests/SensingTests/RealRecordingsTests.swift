import Foundation
import Interchange
import Lifting
import Sensing
import TestSupport
import Testing

/// What is known of a real recording.
private struct Labels: Decodable {
  struct Span: Decodable {
    var startSeconds: Double
    var endSeconds: Double
  }
  struct Rep: Decodable {
    var concentric: Span?
    var eccentric: Span?
  }
  struct Ignored: Decodable {
    var startSeconds: Double
    var endSeconds: Double
    var phase: Phase?
  }
  var file: String
  var exercise: String
  var repCountAccepted: [Int]
  var reps: [Rep]?
  var ignore: [Ignored]?
}

@Suite("Recordings of real lifts")
struct RealRecordingsTests {
  @Test("counts, phases and lowering times are those that people labelled")
  func labelled() throws {
    guard let folder = Fixture.labelledRecordings else {
      print("skipped: ECCENTRIC_RECORDINGS names no folder of labelled recordings")
      return
    }
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasSuffix(".truth.json") }
    #expect(!files.isEmpty)
    var exact = 0
    var (right, surplus, missed, ghosts) = (0, 0, 0, 0)
    var errors: [Double] = []
    for file in files {
      let labels = try JSONDecoder().decode(Labels.self, from: Data(contentsOf: file))
      let bytes = Array(try Data(contentsOf: folder.appending(path: labels.file)))
      let recording = try #require(RecordingFormat.read(bytes).recording)
      let exercise = try #require(Exercise.named(labels.exercise))
      let set = try phases(of: recording, exercise: exercise)
      if labels.repCountAccepted.contains(set.reps.count) { exact += 1 }
      guard let reps = labels.reps else { continue }
      for phase in [Phase.concentric, .eccentric] {
        let labelled = reps.compactMap { phase == .concentric ? $0.concentric : $0.eccentric }
        var left = labelled
        for span in set.spans(phase) {
          let match = left.indices.max { overlap(span, left[$0]) < overlap(span, left[$1]) }
          if let match, overlap(span, left[match]) >= 0.5 {
            right += 1
            let label = left.remove(at: match)
            if phase == .eccentric {
              errors.append(span.seconds - (label.endSeconds - label.startSeconds))
            }
          } else if !isIgnored(span, labels.ignore ?? []) {
            surplus += 1
            if file.lastPathComponent.contains("-full") { ghosts += 1 }
          }
        }
        missed += left.count
      }
    }
    #expect(exact >= 39)
    #expect(Double(2 * right) / Double(2 * right + surplus + missed) >= 0.98)
    let count = Double(max(1, errors.count))
    #expect(errors.reduce(0) { $0 + abs($1) } / count <= 0.1)
    #expect(abs(errors.reduce(0, +)) / count <= 0.05)
    #expect(ghosts <= 3)
  }

  @Test(
    "the rest between two sets holds no rep of a lift with a bar",
    arguments: ["incline-bench-press", "squat", "deadlift", "barbell-row", "overhead-press"])
  func rest(_ id: String) throws {
    guard let folder = Fixture.labelledRecordings else { return }
    let bytes = Array(try Data(contentsOf: folder.appending(path: "rest-between-sets.csv")))
    let recording = try #require(RecordingFormat.read(bytes).recording)
    #expect(try measured(recording, Exercise.ID(rawValue: id)).reps.isEmpty)
  }

  private func overlap(_ span: PhaseSpan, _ label: Labels.Span) -> Double {
    let common =
      min(span.endSeconds, label.endSeconds) - max(span.startSeconds, label.startSeconds)
    let length = label.endSeconds - label.startSeconds
    return max(0, common) / max(1e-9, span.seconds + length - max(0, common))
  }

  private func isIgnored(_ span: PhaseSpan, _ ignored: [Labels.Ignored]) -> Bool {
    let covered = ignored.filter { $0.phase == nil || $0.phase == span.phase }
      .reduce(0) {
        $0
          + max(
            0, min(span.endSeconds, $1.endSeconds) - max(span.startSeconds, $1.startSeconds))
      }
    return covered > 0.5 * span.seconds
  }
}
