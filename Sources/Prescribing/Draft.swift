import Lifting
import Physiology
import ProgramText

/// A session on its way from plan to prescription.
struct Draft {
  struct Item {
    let exercise: Exercise
    var doses: [Dose]
    /// The most that can be lifted once, in kilograms of the load that counts; nil where unknown.
    let maximumKilograms: Double?
    /// Where that is unknown, the least that the sets allow: nothing is lowered on purpose that would be
    /// too much for it. Nil where no set tells.
    var leastKilograms: Double?
    /// The weights that there are for it.
    let ladder: Ladder
    /// `A1`, where a program has it take turns with others.
    var superset: String?
    /// What the coach says about it.
    var note: String?
    /// Whether a program asks for a share of the maximum.
    var isShareOfMaximum = false
    /// Whether a program asks for a weight that it leaves as it is.
    var isFixedWeight = false
    /// Whether a program names no weight, so that it goes on from what was done.
    var isLoadOpen = false

    /// The most that the limbs which lower can lift once: half of it where two go up and one down.
    ///
    /// One limb alone can do a little more than half of what two can together; half is the cautious
    /// side.
    func maximumKilograms(of dose: Dose) -> Double? {
      maximumKilograms.map { dose.isOneLimb(of: exercise) ? $0 / 2 : $0 }
    }

    /// The same, or where that is unknown the least that it can be.
    func surelyKilograms(of dose: Dose) -> Double? {
      (maximumKilograms ?? leastKilograms).map { dose.isOneLimb(of: exercise) ? $0 / 2 : $0 }
    }

    /// How heavy a load is for the limbs that lower it; nil where the maximum or the load isn't known.
    func intensity(of dose: Dose, bodyMass: Mass) -> Double? {
      guard let maximum = maximumKilograms(of: dose), maximum > 0, let load = dose.load else {
        return nil
      }
      return load.kilograms(in: exercise, bodyMass: bodyMass) / maximum
    }
  }

  let title: String
  let origin: Plan.Origin
  let because: String
  let change: String?
  /// What is planned under names that nobody knows.
  let unknown: [String]
  var items: [Item]
  let athlete: Athlete
  /// The plan before any rule, for what became of it.
  private(set) var planned: [Item]

  init?(planFor evidence: Evidence) {
    guard let plan = Plan(evidence) else { return nil }
    title = plan.title
    origin = plan.origin
    because = plan.because
    change = plan.change
    unknown = plan.unknown
    athlete = evidence.athlete
    planned = plan.exercises.map { planned in
      let maximum = evidence.maximum(planned.exercise)?.kilograms
      return Item(
        exercise: planned.exercise,
        doses: planned.groups.map {
          Dose($0, for: planned.exercise, maximumKilograms: maximum, athlete: evidence.athlete)
        }, maximumKilograms: maximum,
        leastKilograms: maximum == nil ? evidence.leastMaximumKilograms(planned.exercise) : nil,
        ladder: Ladder(planned.exercise, evidence.athlete),
        superset: planned.superset, note: planned.note,
        isShareOfMaximum: planned.groups.contains(where: \.isShareOfMaximum),
        isFixedWeight: planned.groups.contains(where: \.isFixedWeight),
        isLoadOpen: planned.groups.contains(where: \.isLoadOpen))
    }
    items = planned
  }

  // MARK: Taking away. Limits use these only; none of them can make a dose larger.

  /// Takes the stress off the eccentric: negatives go, slow lowerings become ordinary ones.
  ///
  /// - Returns: whether there was any.
  mutating func dropEmphasis(ofItem index: Int) -> Bool {
    guard items.indices.contains(index) else { return false }
    let before = items[index].doses
    items[index].doses = before.compactMap { dose in
      guard dose.emphasizesEccentric else { return dose }
      guard dose.kind == .normal else { return nil }
      var dose = dose
      dose.tempo.eccentric = .seconds(Dose.fastestEmphasis - 1)
      return dose
    }
    return items[index].doses != before
  }

  /// Lowers the load of the chosen doses until it weighs no more than so much. A dose by feel has
  /// no load to lower.
  ///
  /// - Returns: whether any was heavier.
  mutating func capLoad(
    ofItem index: Int, atKilograms most: Double, where chosen: (Dose) -> Bool
  ) -> Bool {
    guard items.indices.contains(index) else { return false }
    let exercise = items[index].exercise
    var changed = false
    for (d, dose) in items[index].doses.enumerated() where chosen(dose) {
      guard let load = dose.load,
        load.kilograms(in: exercise, bodyMass: athlete.bodyMass) > most + 1e-6
      else { continue }
      items[index].doses[d].load = load.lowered(
        to: most, in: exercise, bodyMass: athlete.bodyMass)
      changed = true
    }
    return changed
  }

  /// The same as a fraction of the one-rep maximum. Where that isn't known, what is lowered on purpose
  /// is held to the least that it can be, and nothing else.
  mutating func capIntensity(
    ofItem index: Int, at fraction: Double, where wanted: (Dose) -> Bool
  ) -> Bool {
    guard items.indices.contains(index),
      let maximum = items[index].maximumKilograms ?? items[index].leastKilograms
    else { return false }
    let exercise = items[index].exercise
    let isKnown = items[index].maximumKilograms != nil
    func chosen(_ dose: Dose) -> Bool { wanted(dose) && (isKnown || dose.emphasizesEccentric) }
    let both = capLoad(
      ofItem: index, atKilograms: maximum * fraction,
      where: { chosen($0) && !$0.isOneLimb(of: exercise) })
    let one = capLoad(
      ofItem: index, atKilograms: maximum / 2 * fraction,
      where: { chosen($0) && $0.isOneLimb(of: exercise) })
    return both || one
  }

  /// Takes reps from the chosen doses, the last ones first, until no more than so many are left.
  mutating func capReps(ofItem index: Int, at most: Int, where chosen: (Dose) -> Bool) -> Bool {
    guard items.indices.contains(index) else { return false }
    var left = max(0, most)
    var changed = false
    for (d, dose) in items[index].doses.enumerated() where chosen(dose) {
      var capped = dose
      capped.reps = min(dose.reps, left)
      if let upTo = dose.repsUpTo { capped.repsUpTo = min(upTo, max(capped.reps, 1)) }
      if capped.repsUpTo == capped.reps { capped.repsUpTo = nil }
      capped.sets = capped.reps > 0 ? min(dose.sets, left / capped.mostReps) : 0
      left -= capped.sets * capped.mostReps
      if capped != dose {
        items[index].doses[d] = capped
        changed = true
      }
    }
    items[index].doses.removeAll { $0.sets <= 0 || $0.reps <= 0 }
    return changed
  }

  /// Takes away sets of the chosen doses, the last ones first, until no more than so many are left.
  mutating func capSets(ofItem index: Int, at most: Int, where chosen: (Dose) -> Bool) -> Bool {
    guard items.indices.contains(index) else { return false }
    var left = max(0, most)
    var changed = false
    for (d, dose) in items[index].doses.enumerated() where chosen(dose) {
      if dose.sets > left {
        items[index].doses[d].sets = left
        changed = true
      }
      left -= min(dose.sets, left)
    }
    items[index].doses.removeAll { $0.sets <= 0 }
    return changed
  }

  /// What the session asks of the body, for the forecast.
  var stimuli: [Stimulus] {
    items.flatMap { item in
      item.doses.map { dose in
        let intensity =
          item.intensity(of: dose, bodyMass: athlete.bodyMass)
          ?? (dose.kind == .negative
            ? 1
            : OneRepMaxFormula.fraction(forReps: Double(dose.mostReps + dose.repsInReserve)))
        return Stimulus(
          exercise: item.exercise, reps: Double(dose.sets * dose.mostReps),
          intensity: Intensity(fractionOfMaximum: intensity))
      }
    }
  }

  /// Rounds loads down to what can be loaded, says how heavy they are, and drops what is empty.
  mutating func finish() {
    items = items.map { $0.rounded(for: athlete) }
    planned = planned.map { $0.nearest().rounded(for: athlete) }
    items.removeAll { $0.doses.isEmpty }
  }

  /// Whether a coach's program asks for it.
  var isFromProgram: Bool {
    if case .program = origin { true } else { false }
  }

  /// Why this session and no other.
  var reasons: [Reason] {
    [Reason(rule: "plan", kind: .plan, sentence: because, change: change)]
      + unknown.map { name in
        Reason(
          rule: Reason.unknownExercise, kind: .plan,
          sentence:
            "“\(name)” is planned too, but nobody knows how it moves, so it has no dose here.",
          exercise: OwnExercise.unlisted(name),
          change: "Say once what it is like, and it is planned as any other.")
      }
  }

  var session: PrescribedSession {
    let program: String? = if case .program(let title) = origin { title } else { nil }
    return PrescribedSession(
      title: title, program: program,
      exercises: items.map {
        PrescribedExercise(
          exercise: $0.exercise.id, name: $0.exercise.name, doses: $0.doses, superset: $0.superset,
          note: $0.note)
      })
  }
}

extension Draft.Item {
  /// With the nearest loads there are in normal sets, as ``Rule/loadsThereAre`` chooses them.
  fileprivate func nearest() -> Draft.Item {
    var nearest = self
    for (d, dose) in doses.enumerated() where dose.kind == .normal {
      guard let load = dose.load, load.external.amount > 0 else { continue }
      nearest.doses[d].load?.external = ladder.nearest(load.external)
    }
    return nearest
  }

  /// With loads rounded down to what can be loaded, and how heavy they then are.
  fileprivate func rounded(for athlete: Athlete) -> Draft.Item {
    var rounded = self
    for (d, dose) in doses.enumerated() {
      guard let load = dose.load else { continue }
      rounded.doses[d].load = ladder.rounded(load)
      rounded.doses[d].percentOfMaximum = intensity(
        of: rounded.doses[d], bodyMass: athlete.bodyMass
      ).map { ($0 * 100).rounded() }
    }
    return rounded
  }
}

extension Dose {
  /// A lowering of this many seconds or more is stressed on purpose.
  static let fastestEmphasis = SafetyLimits.emphasisSeconds

  /// Whether one limb lowers what two share on the way up.
  func isOneLimb(of exercise: Exercise) -> Bool {
    kind == .negative && wayUp == .otherLimb && exercise.isSharedByTwoLimbs
  }

  /// The most reps a set of it may come to.
  var mostReps: Int { max(reps, repsUpTo ?? reps) }

  /// What a program asks for, with what it leaves open filled in.
  init(
    _ planned: PlannedGroup, for exercise: Exercise, maximumKilograms: Double?, athlete: Athlete
  ) {
    let isNegative = planned.sets.kind == .negative
    var tempo = planned.sets.tempo ?? (isNegative ? .negative(seconds: 4) : .ordinary)
    if let seconds = planned.sets.loweringSeconds { tempo.eccentric = .seconds(seconds) }
    if isNegative { tempo.concentric = .assisted }
    self.init(
      kind: planned.sets.kind, sets: planned.sets.sets, reps: planned.sets.reps.lowerBound,
      repsUpTo: planned.sets.reps.count > 1 ? planned.sets.reps.upperBound : nil,
      load: planned.load(of: exercise, maximumKilograms: maximumKilograms, athlete: athlete),
      tempo: tempo, wayUp: isNegative ? planned.sets.wayUp ?? exercise.waysUp.first : nil,
      repsInReserve: planned.sets.repsInReserve ?? (isNegative ? 1 : 2),
      restSeconds: Int(saturating: planned.sets.restSeconds ?? (isNegative ? 120 : 90)),
      holdSeconds: planned.sets.holdSeconds?.lowerBound,
      holdSecondsUpTo: planned.sets.holdSeconds.flatMap { $0.count > 1 ? $0.upperBound : nil },
      eachSide: planned.sets.isEachSide ? true : nil,
      velocityLossPercent: isNegative ? nil : planned.sets.velocityLossPercent)
  }
}

extension Load {
  /// The same with less external load, then with more assistance, until it weighs so much.
  func lowered(to kilograms: Double, in exercise: Exercise, bodyMass: Mass) -> Load {
    let excess = self.kilograms(in: exercise, bodyMass: bodyMass) - max(0, kilograms)
    guard excess > 0 else { return self }
    let fromExternal = min(excess, external.kilograms)
    var lowered = self
    lowered.external = Mass.kilograms(external.kilograms - fromExternal)
      .converted(to: external.unit)
    if excess > fromExternal, exercise.bodyMassFraction > 0 {
      lowered.assistance = Mass.kilograms(assistance.kilograms + excess - fromExternal)
    }
    return lowered
  }
}
