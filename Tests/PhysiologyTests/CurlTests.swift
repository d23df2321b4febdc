import Lifting
import RealModule
import Simulation
import TestSupport
import Testing

@testable import Physiology

@Suite("The curl simulator") struct CurlTests {
  func curl(_ load: Double, _ tempo: Tempo, effort: Double = 1) -> Curl {
    Curl(loadKilograms: load, oneRepMaxKilograms: 20, tempo: tempo, effort: effort)
  }

  func tempo(_ text: String) throws -> Tempo { try #require(Tempo(text)) }

  @Test("holding takes m·g·l·cos of the forearm’s elevation") func hold() throws {
    let rep = curl(10, try tempo("4-0-2-3")).simulated()
    let still = try #require(
      rep.samples.last { $0.phase == .pauseTop && abs($0.elbowDegreesPerSecond) < 0.01 })
    // By hand at 130°, the forearm 40° above the horizontal: (1.65 × 0.174 + 10 × 0.35) × 9.80665
    // × cos 40°.
    #expect(abs(still.elbowDegrees - 130) < 0.2)
    #expect(abs(still.torque - 28.451) < 0.1)
    let arm = CurlArm(curl(10, .ordinary), CurlParameters())
    #expect(abs(arm.gravityTorque(at: .pi / 2) - (1.65 * 0.174 + 3.5) * 9.80665) < 1e-9)
    #expect(abs(arm.gravityTorque(at: 0)) < 1e-9)
    let preacher = CurlArm(
      Curl(loadKilograms: 10, oneRepMaxKilograms: 20, upperArmDegrees: 45), CurlParameters())
    #expect(
      abs(preacher.gravityTorque(at: .pi / 4) - arm.gravityTorque(at: .pi / 2)) < 1e-9)
  }

  @Test("work, height, motion and impact balance")
  func energy() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<Effort.cases(12, thorough: 600) {
      let curl = Curl(
        loadKilograms: .random(in: 0...40, using: &random),
        oneRepMaxKilograms: .random(in: 5...40, using: &random),
        tempo: Tempo(
          eccentric: .seconds(.random(in: 0.3...8, using: &random)),
          pauseBottom: .random(in: 0...1, using: &random),
          concentric: [.seconds(2), .fast, .assisted].randomElement(using: &random) ?? .fast,
          pauseTop: .random(in: 0...1, using: &random)),
        bottomDegrees: .random(in: 0...60, using: &random),
        topDegrees: .random(in: 80...145, using: &random),
        upperArmDegrees: .random(in: 0...60, using: &random),
        effort: .random(in: 0...1, using: &random))
      let rep = curl.simulated()
      let done = rep.spans.reduce(0) { $0 + $1.workJoules + $1.helpJoules }
      let risen = rep.spans.reduce(0) { $0 + $1.heightJoules }
      let turnedOver = rep.spans.reduce(1) { $0 + abs($1.heightJoules) }
      #expect(
        abs(done - risen - rep.kineticJoules - rep.impactJoules) < 0.002 * turnedOver, "\(curl)")
      #expect(rep.samples.allSatisfy { $0.torque >= 0 && $0.torque <= $0.greatestTorque + 1e-9 })
      #expect(rep.metabolicJoules.isFinite && rep.metabolicJoules >= 0)
    }
  }

  @Test("a limp arm falls freely: control is 0 and the time is the pendulum’s")
  func freeFall() throws {
    let rep = curl(10, .ordinary).freeFall.simulated()
    let fall = try #require(rep.span(.eccentric))
    #expect(fall.control == 0)
    #expect(fall.metabolicJoules == 0)
    guard case .lost(let from) = rep.outcome else {
      Issue.record("a limp arm held the load")
      return
    }
    #expect(abs(from - 130) < 0.1)
    #expect(abs(rep.impactJoules + fall.heightJoules) < 0.01 * rep.impactJoules)
    // By hand: the quadrature of dt = dθ/ω with ω² = 2(h(130°) − h(θ))/I; θ = 130° − 120°·u² tames
    // the beginning.
    let arm = CurlArm(curl(10, .ordinary), CurlParameters())
    let top = 130 * Double.pi / 180
    let way = 120 * Double.pi / 180
    let count = 4000
    let time = (0..<count).reduce(0.0) { sum, index in
      let u = (Double(index) + 0.5) / Double(count)
      let angle = top - way * u * u
      let drop = arm.heightJoules(at: top) - arm.heightJoules(at: angle)
      return sum + 2 * way * u / Double.sqrt(2 * drop / arm.inertia) / Double(count)
    }
    #expect(abs(fall.seconds - time) < 0.005)
  }

  @Test("a lowering under control carries the whole load, in the time meant")
  func control() throws {
    for seconds in [2.0, 4, 10, 30] {
      let rep = curl(14, .negative(seconds: seconds)).simulated()
      let lowering = try #require(rep.span(.eccentric))
      #expect(rep.outcome == .controlled)
      #expect(abs(lowering.seconds - seconds) < 0.02 * seconds)
      #expect(abs(try #require(lowering.control) - 1) < 0.01)
      #expect(rep.impactJoules < 0.1)
    }
  }

  @Test("what is too heavy falls, and the heavier the sooner and the less controlled")
  func tooHeavy() throws {
    var before = 1.0
    for load in [30.0, 35, 45, 60] {
      let rep = curl(load, .negative(seconds: 4)).simulated()
      let lowering = try #require(rep.span(.eccentric))
      let control = try #require(lowering.control)
      guard case .lost(let from) = rep.outcome else {
        Issue.record("\(load) kg was held")
        continue
      }
      #expect(from > 80)
      #expect(lowering.greatestEffort == 1)
      #expect(control < before && control > 0)
      before = control
    }
    #expect(before < 0.9)
  }

  @Test("in a quick lowering it is control that tells a fall, as time can't") func quick() throws {
    let heavy = curl(44, .negative(seconds: 0.5)).simulated()
    guard case .lost = heavy.outcome else {
      Issue.record("44 kg were held")
      return
    }
    #expect(try #require(heavy.span(.eccentric)?.control) < 0.9)
    #expect(curl(10, .negative(seconds: 0.8)).simulated().outcome == .controlled)
  }

  @Test("what can't be held at the top is lowering from then on") func notHeld() throws {
    let rep = curl(40, try tempo("4-0-A-5")).simulated()
    #expect(try #require(rep.span(.pauseTop)).seconds < 0.5)
    let lowering = try #require(rep.span(.eccentric))
    #expect(lowering.heightJoules < -0.95 * 40 * 0.35 * 9.8 * 1.63)
    guard case .lost(let from) = rep.outcome else {
      Issue.record("40 kg were held")
      return
    }
    #expect(from > 120)
  }

  @Test("the best curl is just lifted, more than it isn’t") func best() throws {
    #expect(abs(curl(20, try tempo("2-0-2-0")).heaviestLifting() - 20) < 0.01)
    #expect(curl(19.8, try tempo("2-0-2-0")).simulated().outcome == .controlled)
    guard case .notLifted(let angle) = curl(22, try tempo("2-0-2-0")).simulated().outcome else {
      Issue.record("22 kg were lifted")
      return
    }
    // Where the forearm is about level.
    #expect((60...115).contains(angle))
  }

  @Test("more can be lowered than lifted, and the quicker the more") func ratio() throws {
    let ratios = [2.0, 3, 4, 6, 10, 30].map { seconds in
      curl(20, .negative(seconds: seconds)).heaviestLowering() / 20
    }
    #expect(ratios == ratios.sorted(by: >))
    // Measured with a lowering of three seconds in six lifts: 1.24 (Kelly 2015) to 1.49 (Hollander
    // 2007). The simulated arm is on the cautious side of that.
    #expect((1.18...1.26).contains(ratios[1]), "\(ratios)")
    // As slow as can be there is nothing left but to hold, which is more than to lift.
    #expect((1.05...1.15).contains(ratios[5]), "\(ratios)")
  }

  @Test("lifting costs almost five times what lowering does, as measured in cycling")
  func cost() throws {
    let rep = curl(12, try tempo("3-0-3-0")).simulated()
    let lifting = try #require(rep.span(.concentric))
    let lowering = try #require(rep.span(.eccentric))
    let ratio = lifting.metabolicJoules / lowering.metabolicJoules
    // Bigland-Ritchie & Woods: −79 % of the oxygen, a ratio of 4.8.
    #expect(abs(ratio - 4.8) < 0.1, "\(ratio)")
    // By hand: (1.65 × 0.174 + 12 × 0.35) × 9.80665 × (cos 10° − cos 130°) and ÷ 0.25.
    #expect(abs(lifting.heightJoules - 71.47) < 0.3)
    #expect(abs(lifting.metabolicJoules - 4 * 71.47) < 3)
  }

  @Test("fibres lengthen on the way down and shorten on the way up") func fibres() throws {
    let rep = curl(10, try tempo("4-0-2-0")).simulated()
    for sample in rep.samples where abs(sample.elbowDegreesPerSecond) > 5 {
      #expect((sample.fibreVelocity > 0) == (sample.phase == .eccentric))
    }
    // At a right angle: moment arm 4 cm; fibres of 13 cm that shorten by 10 lengths a second at most.
    let velocity = CurlArm.fibreVelocity(
      at: .pi / 2, radiansPerSecond: -1, CurlParameters())
    #expect(abs(velocity - 0.04 / 1.3) < 1e-12)
  }

  @Test("nothing that comes in can trap, and every number is finite") func hostile() {
    let values = [Double.nan, .infinity, -.infinity, -1, 0, 1e300]
    for value in values {
      let rep = Curl(
        loadKilograms: value, oneRepMaxKilograms: value,
        tempo: Tempo(
          eccentric: .seconds(min(1, value)), pauseBottom: min(1, value), concentric: .fast,
          pauseTop: min(1, value)),
        bottomDegrees: value, topDegrees: value, upperArmDegrees: value, effort: value
      ).simulated()
      #expect(rep.samples.allSatisfy { $0.torque.isFinite && $0.elbowDegrees.isFinite })
    }
  }
}
