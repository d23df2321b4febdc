import Foundation
import Lifting
import Testing

@Suite("What is put on a bar, and what was last time") struct PlatesTests {
  private static let home = Weights(
    bar: .kilograms(15), plates: MassList("10, 10, 5, 2.5, 2, 1.25 kg"))

  @Test("the fewest plates that make the load, of those there are")
  func plates() throws {
    func side(_ load: Mass, _ weights: Weights? = nil) -> [Double]? {
      Weights.plates(for: load, of: weights)?.eachSide.map(\.amount)
    }
    #expect(side(.kilograms(60)) == [20])
    #expect(side(.kilograms(142.5)) == [25, 25, 10, 1.25])
    #expect(side(.kilograms(20)) == [])
    #expect(side(.kilograms(19)) == nil && side(.kilograms(61)) == nil)
    #expect(side(.pounds(225)) == [45, 45])
    #expect(side(.kilograms(64), Self.home) == [10, 10, 2.5, 2])
    #expect(side(.kilograms(200), Self.home) == nil)
    #expect(
      Weights.plates(for: .kilograms(64), of: Self.home)?.text
        == "15 kg bar, each side 10 + 10 + 2.5 + 2")
    #expect(Weights.plates(for: .kilograms(20), of: nil)?.text == "the empty bar, 20 kg")
  }

  @Test("every load that the list makes has its plates") func all() throws {
    let squat = try #require(Exercise.with("squat"))
    for load in try #require(Self.home.loads(of: squat)) {
      let plates = try #require(Weights.plates(for: load, of: Self.home), "\(load)")
      let sum = plates.bar.kilograms + 2 * plates.eachSide.map(\.kilograms).reduce(0, +)
      #expect(abs(sum - load.kilograms) < 0.01)
    }
  }

  @Test("last time is the newest day of the exercise and kind, besides the session on its way")
  func lastTime() {
    var history = History()
    func set(_ reps: Int, _ day: Double, kind: WorkSet.Kind = .normal, session: Session.ID? = nil) {
      history.sets.append(
        Dated(
          at: Date(timeIntervalSince1970: day * 86_400),
          WorkSet(exercise: "squat", kind: kind, reps: reps, session: session)))
    }
    set(8, 10)
    set(7, 12.1)
    set(6, 12.2)
    set(3, 12.3, kind: .negative)
    set(9, 13, session: Session.ID(rawValue: "now"))
    func reps(_ kind: WorkSet.Kind, besides session: Session.ID? = nil) -> [Int] {
      history.lastTime("squat", kind, besides: session, utcOffsetSeconds: 0).map(\.value.reps)
    }
    #expect(reps(.normal) == [9])
    #expect(reps(.normal, besides: Session.ID(rawValue: "now")) == [7, 6])
    #expect(reps(.negative) == [3])
    #expect(reps(.warmUp) == [])
  }
}
