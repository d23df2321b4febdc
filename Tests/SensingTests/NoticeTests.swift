import Foundation
import Lifting
import Sensing
import Testing

@Suite("What is said of a recording")
struct NoticeTests {
  /// Three goings out and back, a second each way.
  private static func wave(_ size: Double, rate: Double = 20) -> (seconds: [Double], way: [Double])
  {
    let seconds = (0..<Int(rate * 10)).map { Double($0) / rate }
    let way = seconds.map { second -> Double in
      let phase = second - 1
      return phase < 0 || phase > 6 ? 0 : size * (1 - cos(.pi * phase)) / 2
    }
    return (seconds, way)
  }

  private static func notices(_ recording: Recording, _ id: Exercise.ID) throws -> (
    MeasuredSet, [String]
  ) {
    let exercise = try #require(Exercise.with(id))
    let set = try phases(of: recording, exercise: exercise)
    return (set, Sensing.notices(on: set, of: recording, exercise: exercise))
  }

  @Test(
    "a position that goes farther than any lift is said, with the likelier unit",
    arguments: [(1.0, nil), (100, "is the column in cm?"), (1000, "is the column in mm?")])
  func position(_ factor: Double, _ said: String?) throws {
    let (seconds, way) = Self.wave(0.5 * factor)
    var recording = Recording(seconds: seconds)
    recording.positionMeters = way
    let (set, sentences) = try Self.notices(recording, "overhead-press")
    if let said {
      #expect(sentences.contains { $0.contains(said) })
      #expect(set.reps.allSatisfy { $0.trust.level == .low })
    } else {
      #expect(sentences.isEmpty && set.reps.count == 3)
    }
  }

  @Test(
    "gravity tells the unit of an accelerometer",
    arguments: [(1.0, nil), (9.80665, "is in m/s²"), (1 / 9.80665, "is in g"), (3, "calibrated")])
  func acceleration(_ factor: Double, _ said: String?) throws {
    let (seconds, way) = Self.wave(0.5, rate: 50)
    var up = [Double](repeating: 9.80665, count: way.count)
    for place in 1..<(way.count - 1) {
      up[place] += (way[place - 1] - 2 * way[place] + way[place + 1]) * 2500
    }
    let none = [Double](repeating: 0, count: way.count)
    var recording = Recording(seconds: seconds)
    recording.acceleration = Recording.Vectors(x: none, y: none, z: up.map { $0 * factor })
    let (set, sentences) = try Self.notices(recording, "overhead-press")
    if let said {
      #expect(sentences.contains { $0.contains(said) }, "\(sentences)")
      #expect(set.reps.allSatisfy { $0.trust.level == .low })
    } else {
      #expect(sentences.isEmpty && set.reps.count == 3)
    }
  }

  @Test("a velocity without its sign is said, one with it is not") func speed() throws {
    let (seconds, way) = Self.wave(0.5)
    var recording = Recording(seconds: seconds)
    let velocity = way.indices.map { index in
      20 * (way[min(way.count - 1, index + 1)] - way[index])
    }
    recording.velocityMetersPerSecond = velocity
    #expect(try Self.notices(recording, "overhead-press").1.isEmpty)
    recording.velocityMetersPerSecond = velocity.map(abs)
    let (set, sentences) = try Self.notices(recording, "overhead-press")
    #expect(sentences.contains { $0.contains("a speed without its sign") })
    #expect(set.reps.allSatisfy { $0.trust.level == .low })
  }

  @Test("milliseconds that are called seconds are said") func sparse() throws {
    let (seconds, way) = Self.wave(0.5)
    var recording = Recording(seconds: seconds.map { $0 * 1000 })
    recording.positionMeters = way
    #expect(throws: SensingError.tooSparse(stepSeconds: 50)) { try measure(recording) }
    #expect(SensingError.tooSparse(stepSeconds: 50).sentence.contains("is the time in ms?"))
  }

  @Test("no repetition is never silence") func nothing() throws {
    var still = Recording(seconds: (0..<200).map { Double($0) / 20 })
    still.positionMeters = [Double](repeating: 1, count: 200)
    let (set, sentences) = try Self.notices(still, "bench-press")
    #expect(set.reps.isEmpty)
    #expect(sentences.count == 1 && sentences[0].contains("No repetition of bench press was found"))
  }

  @Test("what repeats but isn’t the height is said") func otherwise() throws {
    // A forearm that swings to and fro by a right angle and keeps its height.
    let (seconds, way) = Self.wave(1.4, rate: 50)
    var recording = Recording(seconds: seconds)
    let none = [Double](repeating: 0, count: way.count)
    recording.acceleration = Recording.Vectors(
      x: way.map { 9.80665 * sin($0) }, y: none, z: way.map { 9.80665 * cos($0) })
    let (set, sentences) = try Self.notices(recording, "bodyweight-squat")
    if set.reps.isEmpty {
      #expect(sentences.contains { $0.contains("Something repeats 3 times") }, "\(sentences)")
    } else {
      #expect(set.reps.allSatisfy { $0.trust.level == .low })
    }
  }
}
