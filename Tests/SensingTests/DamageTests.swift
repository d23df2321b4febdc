import Foundation
import Interchange
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

@Suite("Damaged recordings")
struct DamageTests {
  private static let sources: [(Exercise.ID, SyntheticRecording)] = [
    ("squat", made { $0.reps = 2 }),
    ("squat", made { $0.sensor = .encoder(resolutionMeters: 0.002) }),
    (
      "biceps-curl",
      made {
        $0.sensor = .limb(meters: 0.2)
        $0.begins = .concentric
        $0.reps = 2
      }
    ),
    ("biceps-curl", made { $0.sensor = .keypoints }),
    (
      "pull-up",
      made {
        $0.sensor = .swinging(radians: 0.5)
        $0.begins = .concentric
        $0.sway = 0.005
        $0.pauseBottomSeconds = 1.5
        $0.reps = 3
      }
    ),
    ("biceps-curl", made { $0.sensor = .joint }),
  ]

  /// Each channel of a recording with a change made to it.
  private func changed(_ recording: Recording, _ change: (inout [Double]) -> Void) -> Recording {
    var recording = recording
    if var position = recording.positionMeters {
      change(&position)
      recording.positionMeters = position
    }
    if var v = recording.acceleration {
      change(&v.x)
      change(&v.y)
      change(&v.z)
      recording.acceleration = v
    }
    if var v = recording.angularRate {
      change(&v.x)
      change(&v.y)
      change(&v.z)
      recording.angularRate = v
    }
    for name in recording.anglesDegrees.keys { change(&recording.anglesDegrees[name, default: []]) }
    for (name, point) in recording.keypoints {
      var point = point
      change(&point.x)
      change(&point.y)
      recording.keypoints[name] = point
    }
    return recording
  }

  @Test("any beginning of a recording is measured or refused")
  func prefixes() throws {
    for (id, synthetic) in Self.sources {
      let count = synthetic.recording.seconds.count
      for length in [0, 1, 2, 3, 5, 26, 27] + Array(stride(from: 40, to: count, by: count / 12)) {
        var part = changed(synthetic.recording) { $0 = Array($0.prefix(length)) }
        part.seconds = Array(part.seconds.prefix(length))
        let set = try? phases(of: part, exercise: try exercise(id))
        #expect((set?.reps.count ?? 0) <= synthetic.truth.count + 1)
        // Channels shorter than the clock.
        part.seconds = synthetic.recording.seconds
        _ = try? phases(of: part, exercise: try exercise(id))
      }
    }
  }

  @Test(
    "one bad sample changes nothing to speak of",
    arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func badSample(_ value: Double) throws {
    for (id, synthetic) in Self.sources {
      let expected = try measured(synthetic.recording, id)
      let count = synthetic.recording.seconds.count
      for place in [0, count / 3, count / 2, count - 1] {
        let set = try measured(changed(synthetic.recording) { $0[place] = value }, id)
        #expect(set.reps.count == expected.reps.count)
        for phase in [Phase.eccentric, .concentric] {
          for (a, b) in zip(set.spans(phase), expected.spans(phase)) {
            #expect(abs(a.startSeconds - b.startSeconds) < 0.25, "\(id) at \(place)")
            #expect(abs(a.endSeconds - b.endSeconds) < 0.25, "\(id) at \(place)")
          }
        }
      }
    }
  }

  @Test("one bad time, one sample missing, one twice: the same reps")
  func badTime() throws {
    for (id, synthetic) in Self.sources {
      let expected = try measured(synthetic.recording, id).reps.count
      let place = synthetic.recording.seconds.count / 2
      var recording = synthetic.recording
      recording.seconds[place] = .nan
      #expect(try measured(recording, id).reps.count == expected)
      recording = changed(synthetic.recording) { $0.remove(at: place) }
      recording.seconds.remove(at: place)
      #expect(try measured(recording, id).reps.count == expected)
      recording = changed(synthetic.recording) { $0.insert($0[place], at: place) }
      recording.seconds.insert(recording.seconds[place], at: place)
      #expect(try measured(recording, id).reps.count == expected)
    }
  }

  @Test("a gap of an hour costs nothing and is told")
  func longGap() throws {
    let synthetic = made {
      $0.sensor = .encoder(resolutionMeters: 0.001)
      $0.eccentricSeconds = 4
    }
    var recording = synthetic.recording
    let middle = synthetic.truth[2].eccentric
    let cut = recording.seconds.firstIndex { $0 > middle.startSeconds + 2 } ?? 0
    for index in cut..<recording.seconds.count { recording.seconds[index] += 3600 }
    let set = try measured(recording, "squat")
    #expect(set.reps.contains { $0.trust.reasons.contains { $0.contains("silent for 3600") } })
    #expect(set.reps.last.map { ($0.startSeconds ?? 0) > 3600 } == true)
  }

  @Test("what is no recording is refused with its reason")
  func refusals() throws {
    let squat = try exercise("squat")
    #expect(throws: SensingError.tooShort(samples: 3)) {
      try phases(of: Recording(seconds: [0, 1, 2], positionMeters: [0, 1, 0]), exercise: squat)
    }
    let seconds = (0..<500).map { Double($0) * 0.02 }
    #expect(throws: SensingError.nothingToMeasure) {
      try phases(of: Recording(seconds: seconds), exercise: squat)
    }
    #expect(throws: SensingError.nothingToMeasure) {
      try phases(
        of: Recording(seconds: seconds, positionMeters: seconds.map { _ in .nan }), exercise: squat)
    }
  }

  @Test("any recording on file, cut anywhere, with any sample lost, twice or broken, is no danger")
  func fixtures() throws {
    var files = try Fixture.files(in: "Interchange/recordings", ending: ".csv")
    files += try Fixture.files(in: "Sensing", ending: ".csv")
    #expect(files.count > 1)
    var random = SeededGenerator(seed: 5)
    for file in files {
      guard let recording = RecordingFormat.read(Array(try Data(contentsOf: file))).recording,
        !recording.seconds.isEmpty
      else { continue }
      for _ in 0..<Effort.cases(1, thorough: 200) {
        let place = Int.random(in: 0..<recording.seconds.count, using: &random)
        var cut = changed(recording) { $0 = Array($0.prefix(place)) }
        cut.seconds = Array(cut.seconds.prefix(place))
        var lost = changed(recording) { if $0.count > place { $0.remove(at: place) } }
        lost.seconds.remove(at: place)
        var twice = changed(recording) { if $0.count > place { $0.insert($0[place], at: place) } }
        twice.seconds.insert(recording.seconds[place], at: place)
        var late = recording
        late.seconds[place] = [.nan, .infinity, -.infinity, 0].randomElement(using: &random) ?? 0
        let broken = changed(recording) {
          if $0.count > place { $0[place] = place % 2 == 0 ? .nan : .infinity }
        }
        for damaged in [cut, lost, twice, late, broken] {
          for id in ["bench-press", "biceps-curl"] as [Exercise.ID] {
            let exercise = try exercise(id)
            let set = try? phases(of: damaged, exercise: exercise)
            #expect(set?.times.allSatisfy(\.isFinite) ?? true, "\(file.lastPathComponent) \(place)")
            var live = LivePhases(exercise: exercise)
            #expect(
              live.append(damaged).compactMap(\.change).allSatisfy { $0.startSeconds.isFinite })
          }
        }
      }
    }
  }

  @Test("noise of any kind is measured without harm, for every geometry")
  func noise() throws {
    let seed: UInt64 = 11
    var random = SeededGenerator(seed: seed)
    var geometries: [Geometry: Exercise] = [:]
    for exercise in Exercise.catalog { geometries[exercise.geometry] = exercise }
    for exercise in geometries.values.sorted(by: { $0.id < $1.id })
      .prefix(Effort.cases(5, thorough: 1000))
    {
      func noise(_ size: Double) -> [Double] {
        (0..<200).map { _ in
          Int.random(in: 0...30, using: &random) == 0
            ? [.nan, .infinity, 1e300, 0].randomElement(using: &random) ?? 0
            : Double.random(in: -size...size, using: &random)
        }
      }
      var time = 0.0
      let seconds = (0..<200).map { _ in
        time += [0.01, 0.02, 0, -0.01, 3].randomElement(using: &random) ?? 0
        return time
      }
      let vectors = Recording.Vectors(x: noise(20), y: noise(20), z: noise(20))
      for recording in [
        Recording(seconds: seconds, positionMeters: noise(1)),
        Recording(seconds: seconds, acceleration: vectors, angularRate: vectors),
        Recording(seconds: seconds, acceleration: vectors),
      ] {
        let set = try? phases(of: recording, exercise: exercise)
        #expect(set?.times.allSatisfy(\.isFinite) ?? true, "seed \(seed)")
      }
    }
  }
}
