import Lifting
import Testing

@testable import Physiology

@Suite("A muscle after a bout") struct MuscleStateTests {
  let parameters = ModelParameters()
  let average = People(susceptibility: 1, ModelParameters())

  /// Strength lost in percent, so many hours after a bout of maximal lowerings.
  func loss(
    reps: Double, intensity: Double = 1, length: Double = 1, of part: BodyPart = .elbowFlexors,
    protection: Double = 0, susceptibility: Double = 1, afterHours hours: Double
  ) -> Double {
    let person = People(susceptibility: susceptibility, parameters)
    var muscle = MuscleState(hours: 0, protection: protection)
    var bout = Bout(hours: 0)
    bout.add(reps: reps, intensity: intensity, length: length, parameters: parameters)
    muscle.absorb(bout, of: part, by: person)
    muscle.advance(to: hours, of: person)
    return 100 * (1 - muscle.strength[0])
  }

  @Test("thirty maximal lowerings cost an untrained man about 27 % at four days")
  func thirtyLowerings() {
    // Chen, control group: −27 % at 96 h. By hand: 0.617(1 − e^(−30/35.3))e^(−96/288) and
    // 0.224(1 − e^(−30/8))e^(−96/28).
    #expect(abs(loss(reps: 30, afterHours: 96) - 25.84) < 0.01)
  }

  @Test("more reps, heavier, longer, untrained, arms: each costs more")
  func orderings() {
    for hours in [24.0, 48, 96, 168] {
      #expect(loss(reps: 30, afterHours: hours) > loss(reps: 6, afterHours: hours))
      #expect(
        loss(reps: 30, afterHours: hours) > loss(reps: 30, intensity: 0.4, afterHours: hours))
      #expect(
        loss(reps: 24, afterHours: hours)
          > loss(reps: 24, length: parameters.shortLengthFactor, afterHours: hours))
      #expect(
        loss(reps: 30, afterHours: hours)
          > loss(
            reps: 30, protection: parameters.protectionAtStart(trainingMonths: 60),
            afterHours: hours))
      #expect(
        loss(reps: 30, afterHours: hours) > loss(reps: 30, of: .quadriceps, afterHours: hours))
      #expect(
        loss(reps: 30, susceptibility: 1.5, afterHours: hours) > loss(reps: 30, afterHours: hours))
    }
  }

  @Test("strength only ever comes back after a bout") func monotoneRecovery() {
    let course = stride(from: 0.0, through: 400, by: 1).map { loss(reps: 40, afterHours: $0) }
    #expect(zip(course, course.dropFirst()).allSatisfy { $0 > $1 })
    #expect(course[0] > 40 && course[400] < 12)
  }

  @Test("soreness comes late, peaks on the second day, and goes") func soreness() {
    var muscle = MuscleState(hours: 0, protection: 0)
    var bout = Bout(hours: 0)
    bout.add(reps: 30, intensity: 1, length: 1, parameters: parameters)
    muscle.absorb(bout, of: .elbowFlexors, by: average)
    let course = (0...240).map {
      muscle.sorenessMillimetres(at: Double($0), of: average)[0]
    }
    #expect(course[0] < course[36] / 3)
    #expect(course.firstIndex(of: course.max() ?? 0) == 36)
    #expect((40...60).contains(course[36]))
    #expect(course[240] < 5)
  }

  @Test("the same bout two weeks later does about half the damage") func repeatedBout() {
    var muscle = MuscleState(hours: 0, protection: 0)
    var bout = Bout(hours: 0)
    bout.add(reps: 30, intensity: 1, length: 1, parameters: parameters)
    muscle.absorb(bout, of: .elbowFlexors, by: average)
    let first = muscle.damage[0]
    muscle.advance(to: 336, of: average)
    let left = muscle.damage[0]
    bout.hours = 336
    muscle.absorb(bout, of: .elbowFlexors, by: average)
    let second = (muscle.damage[0] - left) / (1 - left)
    #expect((0.25...0.55).contains(second / first))
  }

  @Test("light lowerings protect for two weeks and not for three") func lightBoutProtects() {
    func protection(afterDays days: Double) -> Double {
      var muscle = MuscleState(hours: 0, protection: 0)
      var bout = Bout(hours: 0)
      bout.add(reps: 30, intensity: 0.1, length: 1, parameters: parameters)
      muscle.absorb(bout, of: .elbowFlexors, by: average)
      muscle.advance(to: days * 24, of: average)
      return muscle.protection(parameters)
    }
    #expect(protection(afterDays: 2) > 0.4)
    #expect(protection(afterDays: 7) > 0.4)
    #expect((0.1...0.3).contains(protection(afterDays: 14)))
    #expect(protection(afterDays: 21) < 0.1)
  }
}
