import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// What is found of heavy barbell sets, against how they were made.
struct BarbellTally {
  private(set) var sets = 0
  private(set) var exact = 0
  private(set) var withinOne = 0
  private(set) var lifts = 0
  /// Of lifts and lowerings that were found: pairs, found and made.
  private(set) var speeds: [(found: Double, made: Double)] = []
  private(set) var ranges: [(found: Double, made: Double)] = []
  private(set) var lowerings: [(found: Double, made: Double)] = []

  static func made(
    _ lift: SyntheticBarbellSet.Lift, _ place: SyntheticBarbellSet.Mounting, seed: Int,
    hasGyroscope: Bool = true
  ) throws -> (SyntheticBarbellSet, MeasuredSet) {
    var parameters = SyntheticBarbellSet.Parameters()
    parameters.seed = UInt64(seed)
    parameters.lift = lift
    parameters.mounting = place
    parameters.reps = [1, 1, 2, 3, 5, 5, 8, 10][seed % 8]
    parameters.hasGyroscope = hasGyroscope
    let synthetic = SyntheticBarbellSet(parameters)
    return (synthetic, try measured(synthetic.recording, Exercise.ID(rawValue: lift.rawValue)))
  }

  mutating func add(_ pair: (made: SyntheticBarbellSet, found: MeasuredSet)) {
    let (made, found) = pair
    let miss = found.reps.count - made.reps.count
    // A failed attempt may be counted or not.
    let off = made.endsInFailure ? min(abs(miss), abs(miss - 1)) : abs(miss)
    sets += 1
    exact += off == 0 ? 1 : 0
    withinOne += off <= 1 ? 1 : 0
    lifts += made.reps.count
    for rep in made.reps {
      let match = found.reps.compactMap { rep in
        rep.phases.first { $0.phase == .concentric }.map { (rep, $0) }
      }.max { overlap($0.1, rep.concentric) < overlap($1.1, rep.concentric) }
      if let (measured, lift) = match, overlap(lift, rep.concentric) >= 0.5 {
        speeds.append(
          (lift.meanVelocityMetersPerSecond ?? 0, rep.meanVelocityMetersPerSecond))
        ranges.append((measured.rangeOfMotionMeters ?? 0, rep.rangeMeters))
      }
      guard let lowering = rep.eccentric else { continue }
      let other = found.spans(.eccentric)
        .max { overlap($0, lowering) < overlap($1, lowering) }
      if let other, overlap(other, lowering) >= 0.5 {
        lowerings.append((other.seconds, lowering.seconds))
      }
    }
  }

  mutating func add(_ other: BarbellTally) {
    sets += other.sets
    exact += other.exact
    withinOne += other.withinOne
    lifts += other.lifts
    speeds += other.speeds
    ranges += other.ranges
    lowerings += other.lowerings
  }

  private func overlap(_ span: PhaseSpan, _ made: SyntheticRecording.Span) -> Double {
    let common =
      min(span.endSeconds, made.endSeconds) - max(span.startSeconds, made.startSeconds)
    return max(0, common) / max(1e-9, span.seconds + made.seconds - max(0, common))
  }

  static func meanError(_ pairs: [(found: Double, made: Double)]) -> Double {
    pairs.reduce(0) { $0 + abs($1.found - $1.made) } / Double(max(1, pairs.count))
  }

  static func bias(_ pairs: [(found: Double, made: Double)]) -> Double {
    pairs.reduce(0) { $0 + $1.found - $1.made } / Double(max(1, pairs.count))
  }

  /// Lin's coefficient of concordance.
  static func concordance(_ pairs: [(found: Double, made: Double)]) -> Double {
    let count = Double(max(1, pairs.count))
    let found = pairs.reduce(0) { $0 + $1.found } / count
    let made = pairs.reduce(0) { $0 + $1.made } / count
    let both = pairs.reduce(0) { $0 + ($1.found - found) * ($1.made - made) }
    let own = pairs.reduce(0) {
      $0 + ($1.found - found) * ($1.found - found) + ($1.made - made) * ($1.made - made)
    }
    return 2 * both / max(1e-12, own + count * (found - made) * (found - made))
  }

  var row: String {
    func text(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
    return "| \(exact)/\(sets) | \(withinOne)/\(sets) | \(speeds.count)/\(lifts)"
      + " | \(text(Self.meanError(speeds), 3)) | \(text(Self.bias(speeds), 3))"
      + " | \(text(Self.concordance(speeds), 3)) | \(text(100 * Self.meanError(ranges), 1))"
      + " | \(text(Self.meanError(lowerings), 2)) | \(text(Self.bias(lowerings), 2)) |"
  }
}

@Suite("Heavy barbell sets with all that goes on around them")
struct BarbellTests {
  @Test(
    "a watch on the wrist counts them and gives speed and range nearly as an encoder does",
    arguments: SyntheticBarbellSet.Lift.allCases)
  func wrist(_ lift: SyntheticBarbellSet.Lift) throws {
    var tally = BarbellTally()
    let sets = Effort.cases(2, thorough: 100)
    for seed in 2...(sets + 1) { tally.add(try BarbellTally.made(lift, .wrist, seed: seed)) }
    #expect(tally.withinOne * 50 >= sets * 49)
    #expect(tally.exact >= Effort.cases(1, thorough: 75))
    #expect(BarbellTally.meanError(tally.speeds) <= 0.04)
    #expect(BarbellTally.concordance(tally.speeds) >= 0.95)
    // Of two sets by chance, of a hundred by skill.
    #expect(BarbellTally.meanError(tally.ranges) <= (sets < 10 ? 0.04 : 0.032))
  }

  @Test("bangs faster than samples follow leave the deadlifts between them standing")
  func bangs() throws {
    var tally = BarbellTally()
    let sets = Effort.cases(2, thorough: 100)
    for seed in 4...(sets + 3) { tally.add(try BarbellTally.made(.deadlift, .bar, seed: seed)) }
    #expect(tally.exact * 4 >= sets * 3)
  }

  @Test("the same parameters give the same set, others another")
  func reproducible() throws {
    let one = try BarbellTally.made(.squat, .bar, seed: 3).0
    let same = try BarbellTally.made(.squat, .bar, seed: 3).0
    #expect(one.recording == same.recording)
    #expect(one.reps == same.reps)
    let other = try BarbellTally.made(.benchPress, .bar, seed: 3).0
    #expect(one.recording != other.recording)
    #expect(one.reps.count == 3)
    for rep in one.reps {
      #expect((0.4...0.8).contains(rep.rangeMeters))
      #expect(rep.concentric.displacementMeters <= rep.rangeMeters + 1e-9)
    }
  }
}
