import Foundation
import Lifting
import RealModule
import Testing

@testable import Calibration
@testable import Physiology

@Suite("Strength") struct StrengthTests {
  @Test(
    "the formulas give their published factors",
    arguments: [
      ("Epley", 1.166667, 1.333333), ("Brzycki", 1.125, 1.333333), ("Lander", 1.137089, 1.340704),
      ("Lombardi", 1.174619, 1.258925), ("Mayhew", 1.190107, 1.309343),
      ("O’Conner", 1.125, 1.25), ("Wathan", 1.165825, 1.347467),
    ]) func factors(_ name: String, _ five: Double, _ ten: Double) throws
  {
    let formula = try #require(OneRepMaxFormula.all.first { $0.name == name })
    #expect(abs(try #require(formula.factor(reps: 5)) - five) < 1e-5)
    #expect(abs(try #require(formula.factor(reps: 10)) - ten) < 1e-5)
    #expect(formula.factor(reps: 1) == 1)
    #expect(formula.factor(reps: 11) == nil)
    #expect(formula.factor(reps: 0) == nil)
  }

  static let start = Date(timeIntervalSince1970: 1_770_000_000)
  static let lift: Exercise.ID = "bench-press"

  static func day(_ days: Double) -> Date { start.addingTimeInterval(days * 86_400) }

  /// Of single sets of a lift, a week apart.
  static func history(_ sets: [WorkSet]) -> History {
    var history = History()
    history.sets = sets.enumerated().map { Dated(at: day(Double($0) * 7), $1) }
    return history
  }

  static func set(_ kilograms: Double, _ reps: Int, reserve: Int? = 0) -> WorkSet {
    WorkSet(
      exercise: lift, load: .external(.kilograms(kilograms)), reps: reps, repsInReserve: reserve)
  }

  static func estimate(_ history: History, at days: Double = 400) -> StrengthEstimate? {
    AthleteState(history, at: day(days)).strength[lift]
  }

  static func width(_ estimate: StrengthEstimate, at days: Double) -> Double {
    let range = estimate.oneRepMaxKilograms(at: day(days))
    return Double.log(range.high / range.low)
  }

  @Test("a belief sharpens with sets and fades with time") func sharpens() throws {
    let hundred = Self.set(100, 5)
    let first = try #require(Self.estimate(Self.history([hundred])))
    let seventh = try #require(
      Self.estimate(Self.history(Array(repeating: hundred, count: 7))))
    #expect(Self.width(seventh, at: 42) < Self.width(first, at: 0))
    #expect(Self.width(seventh, at: 84) > Self.width(seventh, at: 42))
    #expect((112...120).contains(seventh.oneRepMaxKilograms))
    #expect(seventh.observedHours == Self.day(42).timeIntervalSince1970 / 3600)
  }

  @Test("who gains goes on as they went for three weeks, and gains nothing by waiting longer")
  func goesOn() throws {
    let gaining = Self.history((0..<8).map { Self.set(100 * (1 + 0.01 * Double($0)), 5) })
    let estimate = try #require(Self.estimate(gaining))
    func kilograms(_ days: Double) -> Double {
      estimate.oneRepMaxKilograms(at: Self.day(49 + days)).expected
    }
    #expect(kilograms(0) == estimate.oneRepMaxKilograms)
    #expect(kilograms(7) > kilograms(0) * 1.002 && kilograms(21) > kilograms(7))
    #expect(kilograms(100) == kilograms(21))
    #expect((0.002...0.012).contains(estimate.gainPerWeek.expected))
  }

  @Test("a heavier week moves the belief part of the way, a slip of the finger not far")
  func follows() throws {
    func kilograms(_ second: Double) throws -> Double {
      let usual = Array(repeating: Self.set(100, 5), count: 3)
      return try #require(Self.estimate(Self.history(usual + [Self.set(second, 5)])))
        .oneRepMaxKilograms
    }
    let before = try kilograms(100)
    #expect(try kilograms(110) > before)
    #expect(try kilograms(110) < before * 1.1)
    #expect(try kilograms(1000) < before * 1.3)
  }

  @Test("a test moves it more than a set with its reserve, that more than one without")
  func kinds() throws {
    let parameters = ModelParameters()
    func variance(_ reps: Double, _ kind: ShownStrength.Kind) throws -> Double {
      try #require(ShownStrength(kilograms: 100, reps: reps, kind, parameters)).variance
    }
    for reps in 1...20 {
      let reps = Double(reps)
      #expect(try variance(reps, .test) < variance(reps, .reserveKnown))
      #expect(try variance(reps, .reserveKnown) < variance(reps, .reserveUnknown))
      guard reps > 1 else { continue }
      #expect(try variance(reps - 1, .test) <= variance(reps, .test) + 2e-4)
    }
    #expect(try variance(10, .reserveKnown) < variance(11, .reserveKnown))
    let usual = Array(repeating: Self.set(100, 5), count: 3)
    func after(_ last: WorkSet) throws -> Double {
      try #require(Self.estimate(Self.history(usual + [last]))).oneRepMaxKilograms
    }
    let without = try after(Self.set(112, 5, reserve: nil))
    let with = try after(Self.set(112, 5))
    var tested = Self.history(usual)
    tested.tests = [
      Dated(
        at: Self.day(21),
        StrengthTest(exercise: Self.lift, result: .repetitions(5, .external(.kilograms(112)))))
    ]
    let test = try #require(Self.estimate(tested)).oneRepMaxKilograms
    #expect(without < with && with < test)
  }

  @Test("a set that nobody judged doesn’t tell people apart") func peopleApart() throws {
    func traits(reserve: Int?) -> AthleteState.Traits {
      var history = Self.history([])
      for week in 0..<6 {
        let day = Double(week) * 7
        let negatives = WorkSet(
          exercise: Self.lift, kind: .negative, load: .external(.kilograms(110)), reps: 20)
        history.sets += [
          Dated(at: Self.day(day), Self.set(100, 5, reserve: reserve)),
          Dated(at: Self.day(day), negatives),
          Dated(at: Self.day(day + 2), Self.set(80, 5, reserve: reserve)),
        ]
      }
      return AthleteState(history, at: Self.day(60)).traits
    }
    #expect(abs(traits(reserve: nil).susceptibility - 1) < 1e-9)
    #expect(traits(reserve: 0).susceptibility > 1.2, "they are weak two days later")
  }

  @Test("what is missing two days after a hard bout isn’t lost strength") func rested() throws {
    func kilograms(negatives: Int) throws -> Double {
      var history = Self.history([Self.set(100, 5)])
      let hard = WorkSet(
        exercise: Self.lift, kind: .negative, load: .external(.kilograms(120)), reps: negatives)
      history.sets += [Dated(at: Self.day(7), hard), Dated(at: Self.day(9), Self.set(90, 5))]
      return try #require(Self.estimate(history)).oneRepMaxKilograms
    }
    #expect(try kilograms(negatives: 40) > kilograms(negatives: 1) * 1.02)
  }

  @Test("sets that say nothing make no belief") func nothing() {
    #expect(Self.estimate(Self.history([Self.set(0, 5)])) == nil)
    #expect(Self.estimate(Self.history([Self.set(100, 15)])) == nil)
    #expect(Self.estimate(Self.history([Self.set(100, 0)])) == nil)
    let parameters = ModelParameters()
    for kilograms in [Double.nan, .infinity, -1, 0] {
      #expect(ShownStrength(kilograms: kilograms, reps: 5, .test, parameters) == nil)
    }
    #expect(ShownStrength(kilograms: 100, reps: 30, .test, parameters) == nil)
  }

  @Test("who outgrows a load is still seen: easy sets move the belief, less than hard ones")
  func outgrown() throws {
    func after(_ set: WorkSet) throws -> StrengthEstimate {
      try #require(
        Self.estimate(
          Self.history([Self.set(75, 10)] + Array(repeating: set, count: 8))))
    }
    let before = try #require(Self.estimate(Self.history([Self.set(75, 10)]))).oneRepMaxKilograms
    let easy = try after(Self.set(75, 16))
    let hard = try after(Self.set(100, 6))
    #expect(easy.oneRepMaxKilograms > before * 1.04)
    #expect(Self.width(easy, at: 56) > Self.width(hard, at: 56))
    #expect(try after(Self.set(75, 30)).oneRepMaxKilograms == before, "thirty reps say nothing")
  }

  @Test(
    "the course ends with what is believed, and has a point for each bout with a set that tells")
  func course() throws {
    var history = Self.history((0..<12).map { Self.set(80 + Double($0), 5, reserve: 2) })
    // Two bouts that tell nothing of it, and a second set of the last one that is weaker.
    history.sets.append(Dated(at: Self.day(84), Self.set(40, 30)))
    history.sets.append(Dated(at: Self.day(91), WorkSet(exercise: "squat", reps: 0)))
    history.sets.append(Dated(at: Self.day(91), Self.set(92, 5, reserve: 2)))
    history.sets.append(Dated(at: Self.day(91.01), Self.set(92, 4, reserve: 1)))
    let courses = StrengthCourse.all(in: history)
    let course = try #require(courses.first)
    #expect(courses.count == 1 && course.exercise.id == Self.lift && course.points.count == 13)
    #expect(course.points.map(\.at) == course.points.map(\.at).sorted())
    let estimate = try #require(Self.estimate(history))
    let last = try #require(course.points.last)
    #expect(last.at == Self.day(91.01))
    #expect(last.believedKilograms == estimate.oneRepMaxKilograms(at: last.at))
    let seven = try #require(OneRepMaxFormula.consensus(reps: 7)?.factor)
    #expect(abs(last.observedKilograms - 92 * seven) < 1e-9, "the best set of the bout")
    #expect(StrengthCourse.all(in: History()).isEmpty)
  }

  @Test("strength grows with the logarithm of time, and goes after three idle weeks")
  func gains() {
    let parameters = ModelParameters()
    let novice = StrengthGain(trainingMonths: 0, parameters)
    #expect(novice.gain == 0)
    let year = novice.after(weeks: 52, sessionsPerWeek: 1, parameters).gain
    // Steele 2022: 30–50 % in the first year of one set a week.
    #expect((0.3...0.5).contains(year))
    let halves = novice.after(weeks: 26, sessionsPerWeek: 1, parameters)
      .after(weeks: 26, sessionsPerWeek: 1, parameters).gain
    #expect(abs(halves - year) < 1e-12)
    let strong = novice.after(weeks: 52, sessionsPerWeek: 2, parameters)
    #expect(strong.after(weeks: 3, sessionsPerWeek: 0, parameters).gain == strong.gain)
    #expect(strong.after(weeks: 13, sessionsPerWeek: 0, parameters).gain < strong.gain)
  }
}
