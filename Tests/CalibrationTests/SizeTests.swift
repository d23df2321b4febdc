import Simulation
import TestSupport
import Testing

@testable import Calibration
@testable import Physiology

@Suite("Signal and size") struct SizeTests {
  /// So many weeks of three sessions of three sets.
  func growth(_ mode: SizeSignal.Mode, weeks: Int, damage: Double = 0) -> SizeGrowth {
    var size = SizeGrowth()
    for session in 0..<(3 * weeks) {
      size.train(atHours: Double(session) * 56, mode: mode, hardSets: 3, damage: damage)
    }
    return size
  }

  @Test("the signal is Rahbek’s at one hour, and at five only there after eccentric work")
  func signal() {
    for mode in SizeSignal.Mode.allCases {
      #expect(abs(SizeSignal.mTORC1Percent(hoursAfter: 1, mode: mode) - 206) < 1e-9)
      #expect(SizeSignal.mTORC1Percent(hoursAfter: -1, mode: mode) == 0)
    }
    #expect(SizeSignal.mTORC1Percent(hoursAfter: 5, mode: .eccentric) > 100)
    #expect(SizeSignal.mTORC1Percent(hoursAfter: 5, mode: .concentric) < 30)
  }

  @Test(
    "synthesis is Phillips’s within 0.7 points",
    arguments: [(3.0, 112.0), (24, 65), (48, 34)]) func synthesis(_ hours: Double, _ seen: Double)
  {
    #expect(abs(100 * (SizeSignal.proteinSynthesis(hoursAfter: hours) - 1) - seen) < 0.75)
  }

  @Test("ten weeks give what fifteen studies saw, within two points")
  func published() {
    #expect(abs(100 * growth(.eccentric, weeks: 10).gain - 10.0) < 2.1)
    #expect(abs(100 * growth(.concentric, weeks: 10).gain - 6.8) < 0.3)
  }

  @Test(
    "more sessions and more sets give more, great damage gives less, nothing exceeds the ceiling")
  func orderings() {
    #expect(growth(.eccentric, weeks: 10).gain > growth(.eccentric, weeks: 5).gain)
    #expect(growth(.eccentric, weeks: 10, damage: 0.3).gain < growth(.eccentric, weeks: 10).gain)
    #expect(growth(.eccentric, weeks: 10, damage: 0.6).gain == 0)
    #expect(growth(.eccentric, weeks: 2000).gain <= SizeGrowth.ceiling)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<Effort.cases(100, thorough: 10_000) {
      let sets = Double.random(in: 0...30, using: &random)
      var less = SizeGrowth()
      var more = SizeGrowth()
      less.train(atHours: 0, mode: .eccentric, hardSets: sets)
      more.train(atHours: 0, mode: .eccentric, hardSets: sets + 1)
      // One more set never adds as much as a session does.
      #expect(more.gain > less.gain && more.gain - less.gain < 0.0032)
    }
  }

  @Test("in the first weeks the model claims no growth") func early() {
    let size = growth(.eccentric, weeks: 10)
    #expect(SizeGrowth().statement(atHours: 0) == .nothing)
    #expect(size.statement(atHours: 3.9 * 168) == .mostlySwelling)
    #expect(size.statement(atHours: 10 * 168) == .gained(fraction: size.gain))
  }
}
