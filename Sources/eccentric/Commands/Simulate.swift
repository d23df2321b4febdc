import ArgumentParser
import Foundation
import Interchange
import Lifting
import Prescribing
import Simulation

struct Simulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make up an athlete, or a recording whose truth is known, from a seed.",
    subcommands: [SimulateAthlete.self, SimulateRecording.self])
}

struct SimulateAthlete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "athlete",
    abstract:
      "A scenario: somebody's profile, training and check-ins. The same seed, the same person."
  )

  @Option(help: "Which one.")
  var seed: UInt64 = 1

  @Option(help: "How many weeks of training lie behind them.")
  var weeks = 8

  @Option(help: "The instant of the scenario, ISO 8601.")
  var now = "2026-03-02T17:00:00Z"

  func validate() throws {
    guard (0...520).contains(weeks) else { throw ValidationError("--weeks is from 0 to 520.") }
    guard (try? Date(now, strategy: .iso8601)) != nil else {
      throw ValidationError("--now is an instant such as 2026-03-02T17:00:00Z.")
    }
  }

  func run() throws {
    let instant = try Date(now, strategy: .iso8601)
    var athlete = SyntheticAthlete(seed: seed)
    let history = athlete.history(weeks: weeks, until: instant)
    print(try Scenario(now: instant, history: history).readableJSON(), terminator: "")
  }
}

struct SimulateRecording: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recording",
    abstract: "A recording as CSV, and its true phases on request."
  )

  enum Sensor: String, ExpressibleByArgument, CaseIterable {
    case encoder, bar, wrist, angle, keypoints
  }
  enum Quality: String, ExpressibleByArgument, CaseIterable { case good, phone, cheap }

  @Option(help: "Which one.")
  var seed: UInt64 = 1

  @Option(help: "The exercise: it says which phase begins a rep.")
  var exercise = "bench-press"

  @Option(help: "What records: encoder, bar, wrist, angle or keypoints.")
  var sensor = Sensor.encoder

  @Option(help: "How good it is: good, phone or cheap.")
  var quality = Quality.phone

  @Option(help: "Samples a second.")
  var rate = 100.0

  @Option(help: "How many reps.")
  var reps = 5

  @Option(help: "How they are done.")
  var tempo = "4-0-1-1"

  @Option(help: "How far the load travels, in meters.")
  var range = 0.5

  @Option(help: "Where to put the true phases, as JSON.")
  var truth: String?

  func validate() throws {
    guard Exercise.named(exercise) != nil else {
      throw ValidationError("There is no exercise “\(exercise)”.")
    }
    guard Tempo(tempo) != nil else { throw ValidationError("“\(tempo)” is not a tempo.") }
    guard (0...100).contains(reps) else { throw ValidationError("--reps is from 0 to 100.") }
    guard (5...2000).contains(rate) else { throw ValidationError("--rate is from 5 to 2000.") }
    guard (0.02...3).contains(range) else { throw ValidationError("--range is from 0.02 to 3.") }
  }

  private struct Truth: Encodable {
    struct Span: Encodable { var startSeconds, endSeconds, displacementMeters: Double }
    var concentric, eccentric: Span
  }

  func run() throws {
    var parameters = SyntheticRecording.Parameters()
    parameters.seed = seed
    parameters.sensor =
      switch sensor {
      case .encoder: .encoder(resolutionMeters: 0.001)
      case .bar: .riding
      case .wrist: .limb(meters: 0.25)
      case .angle: .joint
      case .keypoints: .keypoints
      }
    parameters.flaws =
      switch quality {
      case .good: .good
      case .phone: .phone
      case .cheap: .cheap
      }
    parameters.rateHz = rate
    parameters.reps = reps
    parameters.rangeMeters = range
    parameters.begins = Exercise.named(exercise)?.begins ?? .eccentric
    if let tempo = Tempo(tempo) {
      parameters.eccentricSeconds = tempo.eccentric.seconds ?? 1
      parameters.pauseBottomSeconds = tempo.pauseBottom
      parameters.concentricSeconds = tempo.concentric.seconds ?? 1
      parameters.pauseTopSeconds = tempo.pauseTop
    }
    let made = SyntheticRecording(parameters)
    print(RecordingFormat.csv(made.recording.asWritten), terminator: "")
    if let truth {
      func span(_ span: SyntheticRecording.Span) -> Truth.Span {
        Truth.Span(
          startSeconds: span.startSeconds, endSeconds: span.endSeconds,
          displacementMeters: span.displacementMeters)
      }
      let reps = made.truth.map {
        Truth(concentric: span($0.concentric), eccentric: span($0.eccentric))
      }
      try Data(try ["reps": reps].readableJSON().utf8).write(to: URL(filePath: truth))
    }
  }
}

extension Recording {
  /// With the digits a sensor would write: a hundredth of a millisecond, of a millimetre, of a mm/s².
  fileprivate var asWritten: Recording {
    func rounded(_ values: [Double]) -> [Double] { values.map { ($0 * 1e5).rounded() / 1e5 } }
    func rounded(_ vectors: Vectors) -> Vectors {
      Vectors(x: rounded(vectors.x), y: rounded(vectors.y), z: rounded(vectors.z))
    }
    var written = self
    written.seconds = rounded(seconds)
    written.positionMeters = positionMeters.map(rounded)
    written.acceleration = acceleration.map(rounded)
    written.angularRate = angularRate.map(rounded)
    written.anglesDegrees = anglesDegrees.mapValues(rounded)
    written.keypoints = keypoints.mapValues {
      Keypoint(x: rounded($0.x), y: rounded($0.y), score: $0.score.map(rounded))
    }
    return written
  }
}
