import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// A whole session in one recording: sets with rests between them, in which the cable is pulled now and then.
@Suite("The sets of a session") struct SessionTests {
  private struct Session {
    var seconds: [Double] = []
    var positions: [Double] = []
    var sets: [(from: Double, to: Double, reps: Int)] = []
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private var end: Double { (seconds.last ?? -0.02) + 0.02 }

    mutating func add(_ part: SyntheticRecording) {
      let start = end
      let first = part.recording.seconds.first ?? 0
      seconds += part.recording.seconds.map { $0 - first + start }
      positions += part.recording.positionMeters ?? []
      sets.append((start, end, part.truth.count))
    }

    /// Nothing but noise, and somebody who moves the cable once or twice.
    mutating func rest(_ length: Double) {
      let level = positions.last ?? 0
      let start = end
      let pulls = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Double.random(in: 5...(length - 5), using: &random)
      }
      for step in 0..<Int(saturating: length * 50) {
        let time = Double(step) / 50
        let pull = pulls.reduce(0.0) { $0 + 0.3 * exp(-2 * ($1 - time) * ($1 - time)) }
        seconds.append(start + time)
        positions.append(level + pull + Double.random(in: -0.0005...0.0005, using: &random))
      }
    }
  }

  @Test("each is found with its reps, and rest isn't a set") func found() throws {
    var (exact, found, made, surplus) = (0, 0, 0, 0)
    for seed in 1...UInt64(Effort.cases(3, thorough: 30)) {
      var session = Session(seed: seed)
      for number in 0..<5 {
        session.rest(.random(in: 30...180, using: &session.random))
        var cable = SyntheticRecording.Cable()
        cable.seed = seed * 10 + UInt64(number)
        cable.rateHz = 50
        cable.begins = .eccentric
        cable.reps = 4 + number
        cable.eccentricSeconds = [2, 3, 1, 5, 12][number]
        cable.pauseTopSeconds = [0.5, 1, 0, 3, 1][number]
        session.add(SyntheticRecording(cable))
      }
      session.rest(60)
      var recording = Recording(seconds: session.seconds)
      recording.positionMeters = session.positions
      let sets = try sets(in: recording, as: try exercise("squat"))
      made += session.sets.count
      for set in session.sets {
        let inside = sets.filter {
          $0.measured.set.reps.first?.startSeconds ?? 0 > set.from - 1
            && $0.measured.set.reps.last?.endSeconds ?? .infinity < set.to + 1
        }
        found += inside.isEmpty ? 0 : 1
        exact += inside.count == 1 && inside[0].measured.set.reps.count == set.reps ? 1 : 0
        surplus -= min(1, inside.count)
      }
      surplus += sets.count
      #expect(
        zip(sets, sets.dropFirst()).allSatisfy { $0.stretch.upperBound <= $1.stretch.upperBound })
    }
    print("sessions: exact \(exact), found \(found) of \(made); surplus \(surplus)")
    #expect(found * 100 >= 97 * made && exact * 100 >= 95 * made && surplus * 20 <= made)
  }

  @Test("a rest alone holds no set, and a recording that is too short says so") func none() throws {
    var session = Session(seed: 7)
    session.rest(300)
    var recording = Recording(seconds: session.seconds)
    recording.positionMeters = session.positions
    #expect(try sets(in: recording).isEmpty)
    #expect(throws: SensingError.self) { try sets(in: Recording(seconds: [0, 1])) }
  }

  @Test("where a long recording holds more than the set that was measured, that is said")
  func more() throws {
    var session = Session(seed: 3)
    for number in 0..<3 {
      session.rest(100)
      var cable = SyntheticRecording.Cable()
      cable.seed = UInt64(number) + 4
      cable.rateHz = 50
      session.add(SyntheticRecording(cable))
    }
    var recording = Recording(seconds: session.seconds)
    recording.positionMeters = session.positions
    let squat = try exercise("squat")
    let all = try measure(recording, as: squat)
    #expect(
      all.notices.contains { $0.contains("min long") },
      "\(all.set.reps.count) reps, \(all.set.reps.first?.startSeconds ?? 0) to \(all.set.reps.last?.endSeconds ?? 0) of \(recording.durationSeconds)"
    )
    let first = recording.within(0...(session.sets[0].to + 5))
    #expect(try !measure(first, as: squat).notices.contains { $0.contains("min long") })
  }
}
