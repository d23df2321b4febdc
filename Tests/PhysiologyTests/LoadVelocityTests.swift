import Foundation
import Lifting
import RealModule
import Simulation
import TestSupport
import Testing

@testable import Physiology

/// Somebody whose line is known: drawn from what is known of people, with days better and worse.
private struct Lifter {
  let maximum: Double
  let minimal: Double
  let slope: Double
  var random: SeededGenerator

  init(_ exercise: Exercise.ID, seed: UInt64) throws {
    let profile = try #require(VelocityProfile.all[exercise])
    random = SeededGenerator(seed: seed)
    maximum = 100 * Double.exp(0.3 * random.normal())
    minimal = max(0.06, profile.minimal.mean + profile.minimal.spread * random.normal())
    slope = max(0.5, profile.perMaximum.mean + profile.perMaximum.spread * random.normal())
  }

  /// A session at these shares of the maximum.
  mutating func session(_ shares: [Double]) -> [LoadVelocity.Lift] {
    let day = maximum * Double.exp(0.03 * random.normal())
    return shares.compactMap { share in
      let load = (share * maximum / 2.5).rounded() * 2.5
      let velocity = minimal + slope * (1 - load / day) + 0.06 * random.normal()
      return LoadVelocity.Lift(kilograms: load, metersPerSecond: velocity)
    }
  }
}

@Suite("Load and velocity") struct LoadVelocityTests {
  static let bench: Exercise.ID = "bench-press"

  static func lifts(_ points: [(Double, Double)]) -> [LoadVelocity.Lift] {
    points.compactMap { LoadVelocity.Lift(kilograms: $0.0, metersPerSecond: $0.1) }
  }

  @Test("the range of 90 % holds the maximum of made-up lifters")
  func coverage() throws {
    for exercise in VelocityProfile.all.keys.sorted() {
      var (held, said, squares) = (0, 0, 0.0)
      let people = Effort.cases(40, thorough: 1000)
      for seed in 1...people {
        var lifter = try Lifter(exercise, seed: UInt64(seed))
        let lifts = lifter.session([0.5, 0.65, 0.8]) + lifter.session([0.55, 0.75, 0.85])
        guard let found = LoadVelocity(of: lifts, in: exercise) else { continue }
        said += 1
        if (found.kilograms.low...found.kilograms.high).contains(lifter.maximum) { held += 1 }
        let off = Double.log(found.kilograms.expected / lifter.maximum)
        squares += off * off
      }
      let coverage = Double(held) / Double(max(1, said))
      let error = (squares / Double(max(1, said))).squareRoot()
      #expect(said > people * 9 / 10)
      #expect(coverage > 0.75 && error < 0.1, "\(exercise): \(coverage), \(error)")
      guard people > 100 else { continue }
      print("load–velocity:", exercise, "held", coverage, "error", error, "said", said)
      #expect((0.85...0.96).contains(coverage), "\(exercise): \(coverage)")
    }
  }

  @Test("faster at the same loads is stronger", arguments: 1...20) func monotone(seed: UInt64)
    throws
  {
    var lifter = try Lifter(Self.bench, seed: seed)
    let lifts = lifter.session([0.5, 0.65, 0.8])
    var last = 0.0
    for more in [0.0, 0.03, 0.06, 0.1, 0.15] {
      let faster = lifts.compactMap {
        LoadVelocity.Lift(kilograms: $0.kilograms, metersPerSecond: $0.metersPerSecond + more)
      }
      guard let found = LoadVelocity(of: faster, in: Self.bench) else { continue }
      #expect(found.kilograms.expected > last)
      last = found.kilograms.expected
    }
    #expect(last > 0)
  }

  @Test("a larger body of the same lifts is as much stronger, whatever the unit") func scale()
    throws
  {
    let points = [(50.0, 0.9), (65, 0.66), (80, 0.42)]
    let kilograms = try #require(LoadVelocity(of: Self.lifts(points), in: Self.bench)).kilograms
    let pounds = try #require(
      LoadVelocity(of: Self.lifts(points.map { ($0.0 / 0.453_592_37, $0.1) }), in: Self.bench)
    ).kilograms
    #expect(abs(pounds.expected * 0.453_592_37 / kilograms.expected - 1) < 1e-9)
    #expect((85...105).contains(kilograms.expected), "\(kilograms)")
  }

  @Test("more lifts say more, and one load says nothing") func sureness() throws {
    let two = Self.lifts([(60, 0.75), (80, 0.45)])
    let one = Self.lifts([(60, 0.75), (60, 0.74), (62, 0.72)])
    #expect(LoadVelocity(of: one, in: Self.bench) == nil)
    #expect(LoadVelocity(of: [], in: Self.bench) == nil)
    #expect(LoadVelocity(of: two, in: "biceps-curl") == nil, "nobody measured it")
    let few = try #require(LoadVelocity(of: two, in: Self.bench))
    let many = try #require(LoadVelocity(of: two + two + two, in: Self.bench))
    #expect(many.variance < few.variance)
    #expect(few.kilograms.low > 80, "what was lifted can be lifted")
    #expect(few.kilograms.high < 130)
  }

  @Test("absurd velocities do nothing and never trap") func absurd() {
    for velocity in [-1, 0, 0.01, 2.6, 80, Double.nan, .infinity, -.infinity] {
      #expect(LoadVelocity.Lift(kilograms: 60, metersPerSecond: velocity) == nil)
    }
    for kilograms in [-1, 0, Double.nan, .infinity] {
      #expect(LoadVelocity.Lift(kilograms: kilograms, metersPerSecond: 0.5) == nil)
    }
    // Nothing a straight line can be laid through: nil or finite, never more.
    for points in [
      [(1e-300, 0.1), (1e300, 2.4)], [(10, 0.05), (100, 2.5)], [(10, 2.5), (11.6, 2.5)],
    ] {
      if let found = LoadVelocity(of: Self.lifts(points), in: Self.bench) {
        #expect(found.kilograms.low.isFinite && found.kilograms.high.isFinite)
      }
    }
  }

  /// Weeks of sets of five with two in reserve, at a pace that is fast or isn't.
  private func history(weeks: Int, velocity: Double?) -> History {
    var history = History()
    for week in 0..<weeks {
      for (place, load) in [60.0, 80].enumerated() {
        let at = StrengthTests.day(Double(week) * 7 + Double(place) * 0.01)
        history.sets.append(
          Dated(
            at: at,
            WorkSet(
              exercise: Self.bench, load: .external(.kilograms(load)), reps: 5, repsInReserve: 2,
              fastestLift: velocity.flatMap {
                Velocity(metersPerSecond: 0.16 + 1.54 * (1 - load / $0))
              })))
      }
    }
    return history
  }

  @Test("what velocities say moves the belief, part of the way, and is said beside it")
  func oneFilter() throws {
    func state(_ maximum: Double?) -> AthleteState {
      AthleteState(history(weeks: 4, velocity: maximum), at: StrengthTests.day(30))
    }
    let silent = try #require(state(nil).strength[Self.bench]).oneRepMaxKilograms
    let strong = try #require(state(silent * 1.15).strength[Self.bench]).oneRepMaxKilograms
    let weak = try #require(state(silent * 0.88).strength[Self.bench]).oneRepMaxKilograms
    #expect(weak < silent && silent < strong && strong < silent * 1.15)
    #expect(state(nil).loadVelocity.isEmpty)
    let said = try #require(state(silent * 1.15).loadVelocity[Self.bench])
    #expect((said.kilograms.low...said.kilograms.high).contains(silent * 1.15))
    #expect(
      StrengthCourse.all(in: history(weeks: 4, velocity: silent)).first?.byVelocity?.lifts == 8)
  }

  @Test("velocities of a month ago are no longer said") func old() {
    var history = history(weeks: 2, velocity: 100)
    history.sets.append(Dated(at: StrengthTests.day(60), StrengthTests.set(80, 5)))
    let course = StrengthCourse.all(in: history).first
    #expect(course?.points.count == 3 && course?.byVelocity == nil)
  }

  @Test("resumed in the middle of a session is the same as whole") func resume() {
    let history = history(weeks: 5, velocity: 104)
    let end = StrengthTests.day(40)
    let whole = AthleteState(history, at: end)
    for day in [0.005, 7, 14.005, 30] {
      let resumed = AthleteState(history, at: StrengthTests.day(day))
        .resumed(with: history, at: end)
      #expect(resumed.strength == whole.strength && resumed.loadVelocity == whole.loadVelocity)
    }
  }
}
