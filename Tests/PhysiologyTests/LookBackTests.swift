import Foundation
import Lifting
import Testing

@testable import Physiology

@Suite("Looking back") struct LookBackTests {
  let now = Date(timeIntervalSince1970: 1_772_470_800)

  func day(_ day: Double) -> Date { now.addingTimeInterval(day * 86_400) }

  /// Two heavy sessions of curls, and ratings of the biceps by day.
  func history(ratings: [Double: Int]) -> History {
    var history = History()
    history.athlete = Athlete(birthYear: 1990, bodyMass: .kilograms(80), trainingMonths: 6)
    for session in [-10.0, -3] {
      for _ in 0..<3 {
        history.sets.append(
          Dated(
            at: day(session),
            WorkSet(
              exercise: "biceps-curl", kind: .negative,
              load: Load(external: .kilograms(14)), reps: 10)))
      }
    }
    history.checkIns = ratings.sorted { $0.key < $1.key }.map {
      Dated(at: day($0.key), CheckIn(soreness: [.elbowFlexors: $0.value]))
    }
    return history
  }

  @Test("a day’s forecast doesn’t know what was said on the day") func notHindsight() throws {
    let low = LookBack(history(ratings: [-2: 1]), before: now)
    let high = LookBack(history(ratings: [-2: 9]), before: now)
    let lows = try #require(low.forecast[.elbowFlexors])
    let highs = try #require(high.forecast[.elbowFlexors])
    #expect(lows.map(\.at) == [-4, -3, -2, -1, 0].map(day))
    // On the day and before: as if nothing had been said. From a day later on: it counts.
    #expect(lows[0...2] == highs[0...2])
    #expect(highs[3].soreness.expected > lows[3].soreness.expected)
  }

  @Test("it is what the forecast of the day before was, where nothing was done since")
  func asForecast() throws {
    let history = history(ratings: [-1.5: 4])
    let past = try #require(LookBack(history, before: now).forecast[.elbowFlexors])
    let earlier = AthleteState(history.until(day(-2)), at: day(-2)).forecast(from: day(-2), days: 1)
    let part = try #require(earlier.parts.first { $0.bodyPart == .elbowFlexors })
    #expect(past[3].soreness.rounded(decimals: 1) == part.days[1].soreness)
  }

  @Test("reports are those of the days asked for, and without any there is nothing")
  func reports() {
    let back = LookBack(history(ratings: [-5: 2, -3.5: 3, -1: 4, 0.5: 5]), before: now)
    #expect(back.reports[.elbowFlexors]?.map(\.soreness) == [3, 4])
    #expect(back.reports[.chest] == nil && back.forecast[.chest] == nil)
    let none = LookBack(history(ratings: [:]), before: now)
    #expect(none.forecast.isEmpty && none.reports.isEmpty)
  }
}
