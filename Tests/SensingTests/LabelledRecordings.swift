import Foundation
import Interchange
import Lifting
import TestSupport
import Testing

/// What is known of a real recording.
struct Labels: Decodable {
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

/// A real recording with what people know of it.
struct LabelledRecording {
  var name: String
  var labels: Labels
  var recording: Recording
  var exercise: Exercise

  /// All there are where `ECCENTRIC_RECORDINGS` names their folder; else none.
  static var all: [LabelledRecording] {
    get throws {
      guard let folder = Fixture.labelledRecordings else { return [] }
      let ending = ".truth.json"
      return try FileManager.default
        .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.lastPathComponent.hasSuffix(ending) }
        .sorted { $0.path < $1.path }
        .map { file in
          let labels = try JSONDecoder().decode(Labels.self, from: Data(contentsOf: file))
          let bytes = Array(try Data(contentsOf: folder.appending(path: labels.file)))
          return LabelledRecording(
            name: String(file.lastPathComponent.dropLast(ending.count)), labels: labels,
            recording: try #require(RecordingFormat.read(bytes).recording),
            exercise: try #require(Exercise.named(labels.exercise)))
        }
    }
  }
}

/// What was found of labelled phases.
struct Agreement {
  private(set) var recordings = 0
  private(set) var exact = 0
  private(set) var right = 0
  private(set) var surplus = 0
  private(set) var missed = 0
  private(set) var ghosts = 0
  /// Of the lowerings that were found, in their time.
  private(set) var errors: [Double] = []

  var f1: Double { Double(2 * right) / Double(max(1, 2 * right + surplus + missed)) }
  var meanError: Double { errors.reduce(0) { $0 + abs($1) } / Double(max(1, errors.count)) }
  var bias: Double { errors.reduce(0, +) / Double(max(1, errors.count)) }

  /// Counts what was found of a recording: how many reps, and all their phases.
  mutating func add(_ real: LabelledRecording, reps: Int, spans: [PhaseSpan]) {
    recordings += 1
    if real.labels.repCountAccepted.contains(reps) { exact += 1 }
    guard let labelled = real.labels.reps else { return }
    for phase in [Phase.concentric, .eccentric] {
      var left = labelled.compactMap { phase == .concentric ? $0.concentric : $0.eccentric }
      for span in spans where span.phase == phase {
        let match = left.indices.max { overlap(span, left[$0]) < overlap(span, left[$1]) }
        if let match, overlap(span, left[match]) >= 0.5 {
          right += 1
          let label = left.remove(at: match)
          if phase == .eccentric {
            errors.append(span.seconds - (label.endSeconds - label.startSeconds))
          }
        } else if !isIgnored(span, real.labels.ignore ?? []) {
          surplus += 1
          if real.name.hasSuffix("-full") { ghosts += 1 }
        }
      }
      missed += left.count
    }
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
