import Foundation
import Interchange
import Lifting
import TestSupport
import Testing

@Suite("Recordings as separated values")
struct RecordingFixtureTests {
  static let sound = [
    "encoder.csv", "imu.csv", "phone.csv", "keypoints.csv", "angles.tsv", "encoder-and-imu.csv",
    "decimal-commas.csv", "packets.csv",
  ]

  static let broken = [
    "gap.csv", "time-backwards.csv", "spaces.csv", "bad-values.csv", "no-partner.csv",
    "no-time.csv", "no-data.csv", "header-only.csv", "truncated.csv", "empty.csv",
    "quoted-decimal-commas.csv", "mixed-separators.csv",
  ]

  @Test(
    "a file gives what its expectation says",
    arguments: sound)
  func understood(_ file: String) throws {
    try expectGolden(file)
  }

  @Test(
    "a damaged file gives its good rows and a sentence for every kind of bad one",
    arguments: broken)
  func damaged(_ file: String) throws {
    try expectGolden(file)
  }

  @Test("every fixture has an expectation, and every expectation a fixture")
  func complete() throws {
    let names = try Set(
      Fixture.files(in: "Interchange/recordings", ending: "").map(\.lastPathComponent))
    let fixtures = Self.sound + Self.broken
    #expect(names == Set(fixtures + fixtures.map(Golden.expectation)))
  }

  private func expectGolden(_ file: String) throws {
    let result = RecordingFormat.read(try Fixture.bytes("Interchange/recordings/\(file)"))
    let text =
      (result.recording?.report ?? "no recording\n")
      + result.problems.map { "\n" + $0.text }.joined() + "\n"
    try Golden.expect(text, in: "recordings/\(Golden.expectation(of: file))")
  }

  @Test(
    "recordings of real lifts are read without a problem",
    .enabled(if: Fixture.labelledRecordings != nil, "ECCENTRIC_RECORDINGS names none"))
  func real() throws {
    let folder = try #require(Fixture.labelledRecordings)
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "csv" }
    #expect(!files.isEmpty)
    for file in files {
      let (recording, problems) = RecordingFormat.read(Array(try Data(contentsOf: file)))
      #expect(recording?.kind != nil, "\(file.lastPathComponent)")
      #expect(problems.isEmpty, "\(file.lastPathComponent): \(problems.first?.text ?? "")")
    }
  }
}

extension Recording {
  /// The channels with their first and last values.
  fileprivate var report: String {
    var channels: [(String, [Double])] = [("seconds", seconds)]
    func add(_ name: String, _ values: [Double]?) {
      if let values { channels.append((name, values)) }
    }
    func add(_ name: String, _ vectors: Vectors?) {
      add("\(name) x", vectors?.x)
      add("\(name) y", vectors?.y)
      add("\(name) z", vectors?.z)
    }
    add("position m", positionMeters)
    add("velocity m/s", velocityMetersPerSecond)
    add("force N", forceNewtons)
    add("acceleration m/s²", acceleration)
    add("user acceleration m/s²", userAcceleration)
    add("gravity m/s²", gravity)
    add("angular rate rad/s", angularRate)
    add("orientation w", orientation?.w)
    add("orientation x", orientation?.x)
    add("orientation y", orientation?.y)
    add("orientation z", orientation?.z)
    for (joint, degrees) in anglesDegrees.sorted(by: { $0.key < $1.key }) {
      add("angle \(joint) °", degrees)
    }
    for (name, point) in keypoints.sorted(by: { $0.key < $1.key }) {
      add("keypoint \(name) x", point.x)
      add("keypoint \(name) y", point.y)
      add("keypoint \(name) score", point.score)
    }
    let rate = sampleRateHz?.short(decimals: 3) ?? "unknown"
    let head =
      "\(kind?.rawValue ?? "no kind"), \(seconds.count) samples, \(durationSeconds.short) s, \(rate) Hz\n"
    return head
      + channels.map { name, values in
        let lost = values.count(where: \.isNaN)
        return
          "\(name): \(values.first?.short ?? "") to \(values.last?.short ?? "")\(lost > 0 ? ", \(lost) lost" : "")\n"
      }.joined()
  }
}
