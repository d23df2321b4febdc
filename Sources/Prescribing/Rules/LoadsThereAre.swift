import Lifting
import Physiology

extension Rule {
  /// Weights come in steps; reps make up for what a step can't give.
  static let loadsThereAre = Rule(
    id: "loads-there-are",
    sentence:
      "A share of your maximum becomes the nearest weight there is that isn’t too heavy; where that is less, reps make up for it.",
    source: Source(
      "Plotkin 2022: more reps or more load, strength and size grew about alike", .b),
    effect: .advises { draft, evidence in
      guard draft.isFromProgram else { return [] }
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        for (d, dose) in item.doses.enumerated() where dose.kind == .normal {
          guard let load = dose.load, load.external.amount > 0, load.assistance.amount == 0 else {
            continue
          }
          let given = item.given(load.external, dose, evidence)
          guard given.amount > 0 else { continue }
          // What was typed as a weight stays as it was typed where it can be put together.
          if given.kilograms != load.external.kilograms {
            draft.items[i].doses[d].load?.external = given
          }
          let more = item.repsInstead(of: dose, at: draft.items[i].doses[d], evidence)
          guard more > 0 else { continue }
          draft.items[i].doses[d].reps += more
          remarks.append(
            Remark(
              "\(item.exercise.name): \((dose.reps + more).counted("rep")) instead of \(dose.reps), because \(given), the nearest weight that isn’t too heavy, is less than what is asked.",
              exercise: item.exercise,
              change: "Smaller plates, or weights that lie closer together."))
        }
      }
      return remarks
    })
}

extension Draft.Item {
  /// The weight there is for one that is asked for: of a share of the maximum, of what the last
  /// sessions showed; no more than a tenth above the heaviest of four weeks.
  fileprivate func given(_ asked: Mass, _ dose: Dose, _ evidence: Evidence) -> Mass {
    let shown = isShareOfMaximum ? evidence.shown(of: self) : nil
    let factor = shown.flatMap { shown in maximumKilograms.map { shown / $0 } } ?? 1
    let wanted = asked.kilograms * factor
    let most = evidence.heaviestStep(of: exercise) ?? .infinity
    if let above = heavier(than: wanted, asked, dose, evidence), above.kilograms <= most + 1e-6 {
      return above
    }
    let near = ladder.nearest(.kilograms(min(wanted, most)).converted(to: asked.unit))
    return near.kilograms <= most + 1e-6
      ? near : ladder.atMost(.kilograms(most).converted(to: asked.unit))
  }

  /// The next weight above a share of the maximum, where it is the nearer one and leaves as many in
  /// reserve as are asked for.
  private func heavier(
    than wanted: Double, _ asked: Mass, _ dose: Dose, _ evidence: Evidence
  ) -> Mass? {
    let exact = Mass.kilograms(wanted).converted(to: asked.unit)
    guard isShareOfMaximum, exercise.bodyMassFraction == 0, let above = ladder.above(exact),
      above.kilograms - wanted < wanted - ladder.atMost(exact).kilograms,
      above.kilograms <= 1.1 * wanted, let maximum = evidence.shown(of: self) ?? maximumKilograms,
      maximum > 0
    else { return nil }
    let able = OneRepMaxFormula.reps(at: above.kilograms / maximum)
    return able >= Double(dose.mostReps + dose.repsInReserve) - 1e-6 ? above : nil
  }

  /// How many reps more a lighter load leaves the same in reserve; none where the load wasn't asked
  /// for as a share of the maximum, or reps are a range, which says so already.
  fileprivate func repsInstead(of asked: Dose, at given: Dose, _ evidence: Evidence) -> Int {
    let bodyMass = evidence.athlete.bodyMass
    guard isShareOfMaximum, asked.repsUpTo == nil, asked.holdSeconds == nil,
      !asked.emphasizesEccentric, let maximum = maximumKilograms, maximum > 0,
      let before = intensity(of: asked, bodyMass: bodyMass),
      let believed = intensity(of: given, bodyMass: bodyMass)
    else { return 0 }
    let now = believed * maximum / (evidence.shown(of: self) ?? maximum)
    guard now > 0, now < before else { return 0 }
    let more = (OneRepMaxFormula.reps(at: now) - OneRepMaxFormula.reps(at: before)).rounded(.up)
    return max(
      0, min(DoseParameters.standard.mostReps - asked.reps, Int(saturating: min(100, more))))
  }
}

extension Evidence {
  /// The one-rep maximum that the sets of the last two sessions speak for, those tired by the ones
  /// before included, by their reps and those told to be in reserve; nil where none was told.
  ///
  /// It is within a twentieth of what is believed, which looks further back.
  func shown(of item: Draft.Item) -> Double? {
    guard let maximum = item.maximumKilograms, item.exercise.bodyMassFraction == 0 else {
      return nil
    }
    let sets = workouts.filter { days(since: $0.at) < 28 }
      .map { $0.workingSets(of: item.exercise) }.filter { !$0.isEmpty }.suffix(1).joined()
    let told = sets.compactMap { set in
      set.repsInReserve.map {
        set.load.kilograms(in: item.exercise, bodyMass: athlete.bodyMass)
          / OneRepMaxFormula.fraction(forReps: Double(min(25, set.reps + $0)))
      }
    }
    guard !told.isEmpty, maximum > 0 else { return nil }
    let mean = told.reduce(0, +) / Double(told.count)
    return min(1.05 * maximum, max(0.95 * maximum, mean))
  }

  /// The heaviest that an exercise may be next time, in kilograms beside the body: a tenth above the
  /// heaviest of four weeks; nil where it wasn't done.
  func heaviestStep(of exercise: Exercise) -> Double? {
    guard exercise.bodyMassFraction == 0 else { return nil }
    return history.sets.filter {
      $0.value.exercise == exercise.id && $0.value.kind != .warmUp && days(since: $0.at) < 28
    }
    .map { $0.value.load.kilograms(in: exercise, bodyMass: athlete.bodyMass) }.max()
    .flatMap { $0 > 0 ? $0 * SafetyLimits.loadStep : nil }
  }
}
