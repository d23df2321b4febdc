import Foundation
import Prescribing
import TestSupport
import Testing

@Suite("While an exercise goes on") struct LoweringWatchTests {
  func verdicts(target: Double, _ seconds: [Double]) -> [LoweringWatch.Verdict] {
    var watch = LoweringWatch(targetSeconds: target)
    return seconds.map { watch.lowered(seconds: $0) }
  }

  @Test("steady lowerings go on") func steady() {
    #expect(verdicts(target: 5, [5, 4.8, 5.1, 4.6]) == [.goOn, .goOn, .goOn, .goOn])
  }

  @Test("a rep below 60 % of the target ends the set") func dropped() {
    #expect(verdicts(target: 5, [5, 5, 2.9]) == [.goOn, .goOn, .endSet])
    #expect(verdicts(target: 5, [5, 5, 3.1]) == [.goOn, .goOn, .goOn])
  }

  @Test("a rep that falls through a quarter of the way ends the set") func freeFall() {
    var watch = LoweringWatch(targetSeconds: 4)
    #expect(watch.lowered(seconds: 4, freeFall: 0.25) == .goOn)
    #expect(watch.lowered(seconds: 4, freeFall: 0.3) == .endSet)
  }

  @Test("two lowerings below 75 % of the first on average end the exercise") func tired() {
    #expect(verdicts(target: 4, [5, 3.6, 3.6]) == [.goOn, .goOn, .endExercise])
  }

  @Test("what can’t be a lowering counts as dropped", arguments: [0, -1, .nan, .infinity])
  func nonsense(_ seconds: Double) {
    #expect(verdicts(target: 4, [seconds]) == [.endSet])
  }

  @Test("a novice stops at a rating of 8, others at 9.5") func ratings() {
    #expect(LoweringWatch.rated(exertion: 8, trainingMonths: 6) == .endExercise)
    #expect(LoweringWatch.rated(exertion: 8, trainingMonths: 30) == .goOn)
    #expect(LoweringWatch.rated(exertion: 9.5, trainingMonths: 30) == .endExercise)
  }

  /// The cases that the page's own watch is tried on, too.
  struct Case: Decodable {
    var targetSeconds: Double
    var lowerings: [Double]
    var freeFall: [Double]?
    var verdicts: [LoweringWatch.Verdict]
  }

  @Test("the cases that the player is tried on come out the same") func shared() throws {
    let cases = try JSONDecoder().decode(
      [Case].self, from: Data(Fixture.bytes("watch-cases.json")))
    #expect(!cases.isEmpty)
    for known in cases {
      var watch = LoweringWatch(targetSeconds: known.targetSeconds)
      let verdicts = known.lowerings.enumerated().map {
        watch.lowered(seconds: $1, freeFall: known.freeFall?[$0] ?? 0)
      }
      #expect(verdicts == known.verdicts)
    }
  }
}
