import Foundation
import Lifting
import Prescribing
import TestSupport
import Testing

@Suite("Weights that there are") struct WeightsTests {
  @Test("lists are read as people write them") func lists() throws {
    let rows = try #require(MassList("2 to 10 by 4, 12.5 kg"))
    #expect(rows.masses == [2, 6, 10, 12.5].map(Mass.kilograms))
    #expect(MassList(rows.description) == rows)
    #expect(MassList("45 lb")?.masses == [.pounds(45)])
    for wrong in [
      "", "kg", "2 to kg", "10 to 2 by 1 kg", "2 to 10 by 0 kg", "2, , 4 kg", "-2 kg", "2 stone",
      "1 to 1000 by 0.001 kg", "nan kg", "2 to 10 by 1",
    ] {
      #expect(MassList(wrong) == nil, "\(wrong)")
    }
  }

  @Test("a bar takes every choice of its pairs of plates") func bar() throws {
    let weights = Weights(bar: .kilograms(20), plates: MassList("10, 5, 1.25 kg"))
    let squat = try #require(Exercise.with("squat"))
    let loads = try #require(weights.loads(of: squat)).map(\.kilograms)
    #expect(loads == [20, 22.5, 30, 32.5, 40, 42.5, 50, 52.5])
    #expect(weights.loads(of: try #require(Exercise.with("biceps-curl"))) == nil)
  }

  @Test("what is prescribed can be put together, whoever asks for what") func prescribed() throws {
    let lists = ["2 to 30 by 2 kg", "1 to 10 by 1, 12.5 to 40 by 2.5 kg", "5, 15, 35, 50 lb"]
    for seed in 0..<UInt64(Effort.cases(40, thorough: 4000)) {
      var athlete = RandomAthlete(seed: seed)
      var scenario = athlete.scenario()
      let list = try #require(MassList(lists[Int(seed) % lists.count]))
      scenario.history.athlete?.weights = Weights(
        plates: MassList("20, 10, 5, 2.5 kg"), dumbbells: list, machines: list)
      for prescribed in prescribe(scenario).session?.exercises ?? [] {
        guard let exercise = Exercise.with(prescribed.exercise),
          let loads = scenario.history.athlete?.weights?.loads(of: exercise)
        else { continue }
        for load in prescribed.doses.compactMap(\.load?.external) where load.amount > 0 {
          #expect(
            loads.contains { abs($0.kilograms - load.kilograms) < 1e-6 },
            "seed \(seed): \(exercise.name) \(load)")
        }
      }
    }
  }
}
