import Foundation
import Lifting
import Prescribing
import TestSupport
import Testing

@Suite("Whatever the athlete, the history and the program") struct PropertyTests {
  /// Seeds, in slices that run side by side; a failure names its seed.
  static let slices: [Range<Int>] = {
    let size = Effort.cases(8, thorough: 12_500)
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
    let cleared = scenario.history.clearances.map { $0.value.on ?? Day($0.at, utcOffsetSeconds: 0) }
      .max()
    let flagged = scenario.history.checkIns.last { $0.value.symptoms.contains(.darkUrine) }
    if let flagged, cleared.map({ $0 < Day(flagged.at, utcOffsetSeconds: 0) }) ?? true {
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
      for i in later.history.tests.indices { later.history.tests[i].at += shift }
      for i in later.history.sessions.indices { later.history.sessions[i].at += shift }
      for i in later.history.clearances.indices {
        later.history.clearances[i].at += shift
        later.history.clearances[i].value.on = later.history.clearances[i].value.on?
          .advanced(by: 21)
      }
      #expect(prescribe(scenario).session == prescribe(later).session, "seed \(seed)")
    }
  }

  /// What a session weighs, whatever the units.
  func kilograms(_ prescription: Prescription) -> [[Double]] {
    (prescription.session?.exercises ?? []).map { exercise in
      exercise.doses.flatMap { dose in
        [
          Double(dose.sets), Double(dose.reps),
          (dose.load?.external.kilograms ?? -1).rounded(toDecimals: 6),
          (dose.load?.assistance.kilograms ?? -1).rounded(toDecimals: 6),
        ]
      }
    }
  }

  @Test("kilograms and pounds of the same weight get the same session") func units() {
    for seed in 0..<Effort.cases(15, thorough: 2000) {
      var athlete = RandomAthlete(seed: UInt64(seed))
      let scenario = athlete.scenario()
      var other = scenario
      func pounds(_ mass: Mass) -> Mass { mass.converted(to: .pounds) }
      if let athlete = scenario.history.athlete {
        other.history.athlete?.bodyMass = pounds(athlete.bodyMass)
        other.history.athlete?.loadStep = pounds(athlete.loadStep)
      }
      for i in other.history.sets.indices {
        let load = other.history.sets[i].value.load
        other.history.sets[i].value.load = Load(
          external: pounds(load.external), assistance: pounds(load.assistance))
      }
      for i in other.history.tests.indices {
        func pounds(_ load: Load) -> Load {
          Load(
            external: load.external.converted(to: .pounds),
            assistance: load.assistance.converted(to: .pounds))
        }
        other.history.tests[i].value.result =
          switch other.history.tests[i].value.result {
          case .repetitions(let reps, let load): .repetitions(reps, pounds(load))
          case .lowering(let seconds, let load): .lowering(seconds: seconds, pounds(load))
          case .hold(let seconds, let load): .hold(seconds: seconds, pounds(load))
          }
      }
      #expect(kilograms(prescribe(scenario)) == kilograms(prescribe(other)), "seed \(seed)")
    }
  }

  @Test("a coach’s limits hold and never give more") func coach() {
    for seed in 0..<Effort.cases(15, thorough: 2000) {
      var athlete = RandomAthlete(seed: UInt64(seed))
      var scenario = athlete.scenario()
      let free = prescribe(scenario)
      scenario.coach = CoachLimits(negativeSets: seed % 3, percentOfMaximum: 60)
      let bound = prescribe(scenario)
      for part in BodyPart.allCases {
        let sets = (bound.session?.exercises ?? [])
          .filter { (Exercise.with($0.exercise)?.shares[part] ?? 0) >= 0.5 }
          .flatMap(\.doses).filter { $0.kind == .negative }.reduce(0) { $0 + $1.sets }
        #expect(sets <= seed % 3, "seed \(seed): \(part)")
      }
      let heaviest = (bound.session?.exercises ?? []).flatMap(\.doses)
        .filter(\.emphasizesEccentric).compactMap(\.percentOfMaximum).max()
      #expect(heaviest ?? 0 <= 60, "seed \(seed)")
      let total = { (answer: Prescription) in
        BodyPart.allCases.reduce(0) { $0 + self.lowerings(of: $1, in: answer) }
      }
      #expect(total(bound) <= total(free), "seed \(seed)")
    }
  }

  @Test("ratings of soreness never give more than having asked nothing") func ratings() {
    for seed in 0..<Effort.cases(10, thorough: 2000) {
      var athlete = RandomAthlete(seed: UInt64(seed))
      let scenario = athlete.scenario()
      var silent = scenario
      for i in silent.history.checkIns.indices {
        silent.history.checkIns[i].value.soreness = [:]
      }
      let (rated, unrated) = (prescribe(scenario), prescribe(silent))
      for part in BodyPart.allCases {
        #expect(
          lowerings(of: part, in: rated) <= lowerings(of: part, in: unrated),
          "seed \(seed): \(part)")
      }
    }
  }

  @Test("nothing is likelier than a tenth to be too sore or too weak next time")
  func recovery() {
    for seed in 0..<Effort.cases(20, thorough: 5000) {
      var athlete = RandomAthlete(seed: UInt64(seed))
      var scenario = athlete.scenario()
      scenario.tolerableSoreness = seed % 5
      let answer = prescribe(scenario)
      for exercise in answer.session?.exercises ?? []
      where exercise.doses.contains(where: { $0.kind == .negative }) {
        let parts = (Exercise.with(exercise.exercise)?.shares ?? [:]).filter { $0.value >= 0.5 }
        for decision in answer.bodyParts where parts[decision.bodyPart] != nil {
          #expect(decision.riskPercent <= 10, "seed \(seed): \(decision.bodyPart)")
        }
      }
    }
  }
}
