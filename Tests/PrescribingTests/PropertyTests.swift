import Foundation
import Lifting
import Prescribing
import TestSupport
import Testing

@Suite("Whatever the athlete, the history and the program") struct PropertyTests {
  /// Seeds, in slices that run side by side; a failure names its seed.
  static let slices: [Range<Int>] = {
    let size = Effort.cases(20, thorough: 2500)
    return (0..<8).map { ($0 * size)..<(($0 + 1) * size) }
  }()

  @Test("no prescription exceeds a limit", arguments: slices) func limits(_ seeds: Range<Int>) {
    for seed in seeds {
      var athlete = RandomAthlete(seed: UInt64(seed))
      let scenario = athlete.scenario()
      let prescription = prescribe(scenario)
      #expect((prescription.session == nil) != (prescription.refusal == nil), "seed \(seed)")
      let checked = prescription.refusal?.because.contains { $0.contains("our own check") } ?? false
      #expect(!checked, "seed \(seed): \(prescription.refusal?.because ?? [])")
      guard let session = prescription.session else { continue }
      let broken = broken(session, scenario)
      #expect(broken.isEmpty, "seed \(seed): \(broken)")
    }
  }

  /// The limits again, as plainly as they can be said of what came out.
  func broken(_ session: PrescribedSession, _ scenario: Scenario) -> [String] {
    var broken: [String] = []
    guard let athlete = scenario.history.athlete, let screening = scenario.history.screening else {
      return ["a session for a stranger"]
    }
    if !screening.yes.isEmpty && screening.clearedOn == nil { broken.append("not cleared") }
    if scenario.history.checkIns.contains(where: { $0.value.symptoms.contains(.darkUrine) }) {
      broken.append("a red flag")
    }
    var negatives: [BodyPart: Int] = [:]
    for prescribed in session.exercises {
      guard let exercise = Exercise.with(prescribed.exercise) else { return ["unknown exercise"] }
      if !exercise.equipment.isSubset(of: athlete.equipment) { broken.append("no equipment") }
      if prescribed.doses.isEmpty { broken.append("nothing to do") }
      let hasNormal = prescribed.doses.contains { $0.kind == .normal }
      for dose in prescribed.doses {
        let lowering = dose.tempo.eccentric.seconds ?? -1
        if dose.sets < 1 || dose.reps < 1 || dose.repsInReserve < 1 { broken.append("empty") }
        if !(2...(dose.kind == .negative ? 10 : 6)).contains(lowering) {
          broken.append("lowered in \(lowering) s")
        }
        if dose.percentOfMaximum ?? 0 > 120 { broken.append("too heavy") }
        if athlete.trainingMonths < 6, dose.emphasizesEccentric { broken.append("a beginner") }
        if dose.kind == .negative {
          if hasNormal && dose.sets > 1 { broken.append("more than one set after normal ones") }
          guard let wayUp = dose.wayUp, exercise.waysUp.contains(wayUp) else {
            broken.append("no way up")
            continue
          }
          if wayUp == .partner && athlete.company == .alone { broken.append("no partner") }
          for (part, share) in exercise.shares where share >= 0.5 {
            negatives[part, default: 0] += dose.sets
          }
        }
      }
    }
    for (part, sets) in negatives where sets > 3 { broken.append("\(sets) sets for \(part)") }
    return broken
  }

  /// How much eccentric work a session asks of a body part, in reps.
  func lowerings(of part: BodyPart, in prescription: Prescription) -> Int {
    (prescription.session?.exercises ?? []).reduce(0) { total, prescribed in
      guard (Exercise.with(prescribed.exercise)?.shares[part] ?? 0) >= 0.5 else { return total }
      return prescribed.doses.filter(\.emphasizesEccentric)
        .reduce(total) { $0 + $1.sets * $1.reps }
    }
  }

  @Test("more soreness never gives more eccentric work", arguments: 0..<8)
  func soreness(_ slice: Int) {
    let size = Effort.cases(1, thorough: 100)
    for seed in (slice * size)..<((slice + 1) * size) {
      var athlete = RandomAthlete(seed: UInt64(seed))
      var scenario = athlete.scenario()
      scenario.history.checkIns.removeAll { $0.at > scenario.now.addingTimeInterval(-36 * 3600) }
      for part in [BodyPart.elbowFlexors, .quadriceps] {
        var before = Int.max
        for rating in 0...10 {
          var sore = scenario
          sore.history.checkIns.append(
            Dated(
              at: scenario.now.addingTimeInterval(-3600), CheckIn(soreness: [part: rating])))
          let now = lowerings(of: part, in: prescribe(sore))
          #expect(now <= before, "seed \(seed): \(part) at \(rating)")
          before = now
        }
      }
    }
  }

  @Test("the same scenario always gets the same answer") func deterministic() {
    for seed in 0..<Effort.cases(20, thorough: 1000) {
      var athlete = RandomAthlete(seed: UInt64(seed))
      let scenario = athlete.scenario()
      #expect(prescribe(scenario) == prescribe(scenario))
    }
  }

  @Test("shifting everything by weeks changes nothing but the dates") func timeShift() {
    for seed in 0..<Effort.cases(20, thorough: 1000) {
      var athlete = RandomAthlete(seed: UInt64(seed))
      let scenario = athlete.scenario()
      let shift = 3 * 7 * 86_400.0
      var later = scenario
      later.now += shift
      for i in later.history.sets.indices { later.history.sets[i].at += shift }
      for i in later.history.checkIns.indices { later.history.checkIns[i].at += shift }
      #expect(prescribe(scenario).session == prescribe(later).session, "seed \(seed)")
    }
  }
}
