import Foundation
import Interchange
import Lifting
import Sensing
import TestSupport
import Testing

@Suite(
  "Recordings of real lifts",
  .enabled(if: Fixture.labelledRecordings != nil, "ECCENTRIC_RECORDINGS names none"))
struct RealRecordingsTests {
  @Test("counts, phases and lowering times are those that people labelled")
  func labelled() throws {
    var agreement = Agreement()
    for real in try LabelledRecording.all {
      let set = try phases(of: real.recording, exercise: real.exercise)
      agreement.add(real, reps: set.reps.count, spans: set.reps.flatMap(\.phases))
    }
    #expect(agreement.exact >= 39)
    #expect(agreement.f1 >= 0.98)
    #expect(agreement.meanError <= 0.1)
    #expect(abs(agreement.bias) <= 0.05)
    #expect(agreement.ghosts <= 3)
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
}
