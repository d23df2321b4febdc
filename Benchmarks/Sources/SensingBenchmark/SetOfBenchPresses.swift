import Foundation
import Interchange
import Lifting
import Simulation

/// A long recording of bench presses, in memory and as a file that goes with the process.
struct SetOfBenchPresses {
  let recording: Recording
  let file: URL

  init(minutes: Double) {
    var parameters = SyntheticRecording.Parameters()
    parameters.rateHz = 100
    parameters.eccentricSeconds = 4
    parameters.concentricSeconds = 1.5
    parameters.pauseBottomSeconds = 0.5
    parameters.pauseTopSeconds = 3
    parameters.reps = Int(minutes * 60 / 9) + 8
    let made = SyntheticRecording(parameters).recording
    recording = Self.written(made).first(seconds: minutes * 60)
    file = FileManager.default.temporaryDirectory.appending(
      path: "eccentric-benchmark-\(ProcessInfo.processInfo.processIdentifier).csv")
    try? Data(RecordingFormat.csv(recording).utf8).write(to: file)
  }

  func first(minutes: Double) -> Recording { recording.first(seconds: minutes * 60) }

  /// With the digits a sensor would write.
  private static func written(_ recording: Recording) -> Recording {
    func rounded(_ values: [Double]) -> [Double] { values.map { ($0 * 1e5).rounded() / 1e5 } }
    func rounded(_ vectors: Recording.Vectors) -> Recording.Vectors {
      Recording.Vectors(x: rounded(vectors.x), y: rounded(vectors.y), z: rounded(vectors.z))
    }
    var written = recording
    written.seconds = rounded(recording.seconds)
    written.acceleration = recording.acceleration.map(rounded)
    written.angularRate = recording.angularRate.map(rounded)
    return written
  }
}

extension Recording {
  fileprivate func first(seconds limit: Double) -> Recording {
    let count = seconds.firstIndex { $0 >= limit } ?? seconds.count
    func first(_ vectors: Vectors) -> Vectors {
      Vectors(
        x: Array(vectors.x.prefix(count)), y: Array(vectors.y.prefix(count)),
        z: Array(vectors.z.prefix(count)))
    }
    return Recording(
      seconds: Array(seconds.prefix(count)), acceleration: acceleration.map(first),
      angularRate: angularRate.map(first))
  }
}
