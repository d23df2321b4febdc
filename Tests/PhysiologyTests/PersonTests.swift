import Foundation
import Lifting
import RealModule
import Simulation
import TestSupport
import Testing

@testable import Physiology

/// How well soreness was foreseen after the last check-in that the forecast knew, wherever the
/// population's forecast is a point or more.
struct Foresight {
  private var squares = 0.0
  private var covered = 0
  private(set) var ratings = 0

  var rootMeanSquare: Double { (squares / Double(max(1, ratings))).squareRoot() }
  /// How often the 90 % range held what was said.
  var coverage: Double { Double(covered) / Double(max(1, ratings)) }

  private mutating func add(_ forecast: Interval, truth: Double, rating: Int) {
    squares += (truth - forecast.expected) * (truth - forecast.expected)
    if (forecast.low...forecast.high).contains(Double(rating)) { covered += 1 }
    ratings += 1
  }

  /// After so many weeks of check-ins, with them and without them. `felt` is the truth; where it isn't
  /// known, the rating is.
  static func compare(_ people: [(history: History, felt: [[BodyPart: Double]]?)], weeks: Int) -> (
    person: Foresight, population: Foresight
  ) {
    var person = Foresight()
    var population = Foresight()
    // The population's forecast learns nothing of the person: not from ratings, not from strength.
    var deaf = ModelParameters()
    (deaf.setNoise, deaf.testNoise) = (100, 100)
    for (history, felt) in people {
      guard let first = history.checkIns.first?.at else { continue }
      let end = first.addingTimeInterval(Double(weeks) * 7 * 86_400)
      var mine = history
      mine.checkIns.removeAll { $0.at > end }
      var nobodys = history
      nobodys.checkIns = []
      var me = AthleteState(mine, at: end)
      var anybody = AthleteState(nobodys, at: end, parameters: deaf)
      for (index, checkIn) in history.checkIns.enumerated() where checkIn.at > end {
        me = me.resumed(with: mine, at: checkIn.at)
        anybody = anybody.resumed(with: nobodys, at: checkIn.at)
        let known = me.readiness(at: checkIn.at)
        let average = anybody.readiness(at: checkIn.at)
        for (part, rating) in checkIn.value.soreness {
          guard let soreness = known[part]?.soreness, let other = average[part]?.soreness,
            other.expected >= 1
          else { continue }
          let truth = felt?[index][part] ?? Double(rating)
          person.add(soreness, truth: truth, rating: rating)
          population.add(other, truth: truth, rating: rating)
        }
      }
    }
    return (person, population)
  }
}

@Suite("What is learnt of a person") struct PersonTests {
  static let few = Effort.cases(3, thorough: 0) > 0
  static let weeks = 8
  static let end = ModelAthlete.start.addingTimeInterval(Double(weeks) * 7 * 86_400)

  static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let (mx, my) = (x.mean, y.mean)
    let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let xx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    let yy = y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
    return xy / (xx * yy).squareRoot()
  }

  /// What is found in people of the model after eight weeks, against the truth.
  struct Found {
    let athletes: [ModelAthlete]
    let states: [AthleteState]

    init(_ telling: ModelAthlete.Telling, thorough: Int = 150) {
      athletes = (1...Effort.cases(3, thorough: thorough)).map {
        ModelAthlete(seed: UInt64($0), weeks: PersonTests.weeks, telling: telling)
      }
      states = athletes.map { AthleteState($0.history, at: PersonTests.end) }
    }

    func r(_ truth: (ModelAthlete) -> Double, _ found: (AthleteState) -> Double) -> Double {
      PersonTests.correlation(athletes.map(truth), states.map(found))
    }

    var susceptibility: Double {
      r({ Double.log($0.susceptibility) }, { Double.log($0.traits.susceptibility) })
    }
    var recovery: Double {
      r({ Double.log($0.recovery) }, { Double.log($0.traits.recoveryTime) })
    }
    var protection: Double {
      r({ Double.log($0.protection) }, { Double.log($0.traits.protection) })
    }

    /// How often the 90 % range of susceptibility holds the truth.
    var coverage: Double { coverage(\.susceptibility, \.susceptibilityRange) }

    /// How often a 90 % range holds the truth.
    func coverage(
      _ truth: KeyPath<ModelAthlete, Double>,
      _ range: KeyPath<AthleteState.Traits, ClosedRange<Double>>
    ) -> Double {
      let inside = zip(athletes, states).filter { athlete, state in
        state.traits[keyPath: range].contains(athlete[keyPath: truth])
      }
      return Double(inside.count) / Double(athletes.count)
    }
  }

  @Test("people of the model: their soreness is foreseen with a third of a stranger’s error")
  func people() {
    let athletes = (1...Effort.cases(3, thorough: 150)).map {
      ModelAthlete(seed: UInt64($0), weeks: 10)
    }
    let (person, population) = Foresight.compare(
      athletes.map { ($0.history, $0.felt) }, weeks: Self.weeks)
    #expect(person.rootMeanSquare < population.rootMeanSquare)
    guard !Self.few else { return }
    print("people of the model:", person, population)
    #expect(person.rootMeanSquare < 0.45 * population.rootMeanSquare)
    #expect((0.85...0.95).contains(person.coverage))
    #expect((0.85...0.98).contains(population.coverage))
  }

  @Test("people of another model: their soreness is foreseen with half of a stranger’s error")
  func others() {
    let athletes = (1...Effort.cases(3, thorough: 150)).map { Trainee(seed: UInt64($0), weeks: 10) }
    let (person, population) = Foresight.compare(
      athletes.map { ($0.history, $0.felt) }, weeks: Self.weeks)
    #expect(person.rootMeanSquare < population.rootMeanSquare)
    guard !Self.few else { return }
    print("people of another model:", person, population)
    #expect(person.rootMeanSquare < 0.55 * population.rootMeanSquare)
    #expect((0.85...0.98).contains(person.coverage))
  }

  @Test("people of a third model, who train alike for ever: their ratings are foreseen better")
  func routine() {
    let people = (1...Effort.cases(3, thorough: 150)).map { seed in
      var athlete = SyntheticAthlete(seed: UInt64(seed))
      return athlete.history(weeks: 10, until: ModelAthlete.start)
    }
    let (person, population) = Foresight.compare(people.map { ($0, nil) }, weeks: Self.weeks)
    #expect(person.rootMeanSquare < population.rootMeanSquare)
    guard !Self.few else { return }
    print("people of a third model:", person, population)
    #expect(person.rootMeanSquare < 0.9 * population.rootMeanSquare)
    #expect((0.85...0.97).contains(person.coverage))
  }

  @Test("susceptibility is found by strength tests in the days after a first bout")
  func susceptibility() {
    let tested = Found(.init(testWeeks: 1))
    let ordinary = Found(.init())
    let strengthAlone = Found(.init(ratings: false, testWeeks: 8))
    guard !Self.few else {
      #expect(tested.susceptibility.isFinite && ordinary.susceptibility.isFinite)
      return
    }
    print(
      "susceptibility:", tested.susceptibility, ordinary.susceptibility,
      strengthAlone.susceptibility, "ranges:", tested.coverage, ordinary.coverage)
    #expect(tested.susceptibility > 0.8)
    // The exact posterior isn't better: its ranges hold as many of the truths as they say.
    #expect((0.5...0.75).contains(ordinary.susceptibility))
    #expect((0.85...0.97).contains(ordinary.coverage))
    #expect((0.8...0.95).contains(tested.coverage))
    #expect(strengthAlone.susceptibility > 0.6)
  }

  @Test("recovery time is found by when soreness goes") func recovery() {
    let found = Found(.init(testWeeks: 1))
    let without = Found(.init(ratings: false))
    guard !Self.few else { return }
    let inside = found.coverage(\.recovery, \.recoveryTimeRange)
    print("recovery:", found.recovery, "without ratings:", without.recovery, "ranges:", inside)
    #expect(found.recovery > 0.85)
    #expect((0.85...0.97).contains(inside))
    #expect(without.recovery < 0.5)
  }

  @Test("protection is found by how much less later bouts make sore than first ones")
  func protection() {
    let beginners = Found(.init(trainingMonths: 0))
    let ordinary = Found(.init())
    let veterans = Found(.init(trainingMonths: 60))
    guard !Self.few else {
      #expect(beginners.protection.isFinite)
      return
    }
    let all = [beginners, ordinary, veterans]
    let inside = all.map { $0.coverage(\.protection, \.protectionRange) }
    print("protection:", all.map(\.protection), "ranges:", inside)
    // Who had trained for years before has little left to gain.
    #expect(beginners.protection > 0.8 && ordinary.protection > 0.8)
    #expect(veterans.protection > 0.6)
    #expect(inside.allSatisfy { (0.82...0.97).contains($0) })
  }

  @Test("of two who were equally sore at first, whom later bouts spare is the better protected")
  func protectionOfOne() {
    /// Four bouts of curls, two weeks apart, and how sore each made two days later.
    func traits(_ ratings: [Int]) -> AthleteState.Traits {
      var history = History()
      history.athlete = Athlete(birthYear: 1995, bodyMass: .kilograms(80), trainingMonths: 0)
      for (bout, rating) in ratings.enumerated() {
        let at = ModelAthlete.start.addingTimeInterval(Double(bout) * 14 * 86_400)
        let set = WorkSet(exercise: "biceps-curl", kind: .negative, reps: 30)
        history.sets.append(Dated(at: at, set))
        history.checkIns.append(
          Dated(
            at: at.addingTimeInterval(40 * 3600), CheckIn(soreness: [.elbowFlexors: rating])))
      }
      return AthleteState(history, at: ModelAthlete.start.addingTimeInterval(60 * 86_400)).traits
    }
    let spared = traits([5, 1, 0, 0])
    let unspared = traits([5, 5, 4, 4])
    #expect(spared.protection > 1.05 && unspared.protection < 0.85)
    #expect(spared.protectionRange.lowerBound < spared.protection)
    #expect(spared.protectionRange.upperBound > spared.protection)
    // One bout says nothing of it: its damage is nobody's protection.
    #expect(abs(traits([5]).protection - 1) < 0.01)
  }

  @Test("the scale of soreness is found by ratings, once damage is told from it") func scale() {
    let found = Found(.init(testWeeks: 1))
    guard !Self.few else { return }
    let r = found.r(
      { Double.log($0.scale) },
      { state in
        state.traits.sorenessScales.values.map { Double.log($0) }.mean
      })
    print("scale:", r)
    #expect(r > 0.6)
  }

  @Test("another body’s susceptibility is found too") func othersSusceptibility() {
    func r(tests: Int) -> Double {
      let people = (1...Effort.cases(3, thorough: 150)).map {
        Trainee(seed: UInt64($0), weeks: Self.weeks, testWeeks: tests)
      }
      return Self.correlation(
        people.map { Double.log($0.traits.susceptibility) },
        people.map { Double.log(AthleteState($0.history, at: Self.end).traits.susceptibility) })
    }
    guard !Self.few else { return }
    let (without, once, always) = (r(tests: 0), r(tests: 1), r(tests: Self.weeks))
    print("another body:", without, once, always)
    #expect(once > 0.6 && always > 0.7)
    #expect(once > without)
  }

  @Test("rested strength and its trend are found from sets with their reps in reserve")
  func strengthTrend() throws {
    let found = Found(.init())
    let lift: Exercise.ID = "bench-press"
    let pairs = zip(found.athletes, found.states).compactMap { athlete, state in
      state.strength[lift].map { (athlete, $0) }
    }
    #expect(!pairs.isEmpty)
    guard !Self.few else { return }
    let levels = Self.correlation(
      pairs.map { Double.log($0.0.strength[lift] ?? 1) },
      pairs.map { Double.log($0.1.oneRepMaxKilograms) })
    let trends = Self.correlation(pairs.map(\.0.gainPerWeek), pairs.map(\.1.gainPerWeek.expected))
    let inside = pairs.filter {
      ($0.1.gainPerWeek.low...$0.1.gainPerWeek.high).contains($0.0.gainPerWeek)
    }.count
    print("rested strength:", levels, "trend:", trends, Double(inside) / Double(pairs.count))
    #expect(levels > 0.95)
    #expect(trends > 0.45)
    #expect((0.85...0.99).contains(Double(inside) / Double(pairs.count)))
  }
}

extension [Double] {
  fileprivate var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
