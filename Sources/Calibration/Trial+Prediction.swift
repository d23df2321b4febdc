import Lifting
public import Physiology

extension Trial {
  /// The same trial with what the model predicts beside what was seen: the mean of a group, and the
  /// range that holds 90 % of studies of that size.
  public func predicted(_ parameters: ModelParameters = ModelParameters()) -> Trial {
    var trial = self
    trial.observations = observations.map { observation in
      var observation = observation
      switch prediction(of: observation, parameters) {
      case .success(let prediction):
        observation.predicted = prediction.mean
        let known = Quantity(observation).map { $0.studies - 1 } ?? 0
        let reach =
          prediction.spread
          * studentsT(degrees: Double(known) + max(1, parameters.laboratoryPriorStudies))
        // Nothing is less sore than not at all.
        let least = Quantity(observation) == .soreness ? 0 : -Double.infinity
        observation.predictedLow = max(least, prediction.mean - reach)
        observation.predictedHigh = prediction.mean + reach
      case .failure(let skip):
        observation.skipped = skip.reason
      }
      return observation
    }
    return trial
  }

  /// The 95th percentile of Student's t, to 0.002 from five degrees of freedom on (an expansion around
  /// the normal one: Abramowitz & Stegun 26.7.5).
  private func studentsT(degrees: Double) -> Double {
    let z = 1.6449
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z)
    return z + (z3 + z) / (4 * degrees)
      + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees)
      + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees * degrees * degrees)
  }

  struct Skip: Error { var reason: String }

  struct Prediction {
    var mean: Double
    /// Standard deviation of a study's mean.
    var spread: Double
  }

  func prediction(
    of observation: Observation, _ parameters: ModelParameters
  ) -> Result<Prediction, Skip> {
    // The bout is a number from outside: the smallest there is has none before it.
    let (index, isOverflow) = (observation.bout ?? 1).subtractingReportingOverflow(1)
    if isOverflow { return .failure(Skip(reason: "there is no such bout")) }
    if let skip = skip(observation, bout: index) { return .failure(skip) }
    func group() -> StudyGroup { self.group(through: index, parameters) }
    let hours = observation.hours
    switch Quantity(observation) {
    case .lateStrength, .immediateStrength:
      let laboratory =
        Quantity(observation) == .immediateStrength
        ? parameters.laboratoryImmediateSpread : parameters.laboratoryStrengthSpread
      return .success(prediction(group().strengthLoss(afterHours: hours), laboratory))
    case .soreness:
      return .success(
        prediction(group().soreness(afterHours: hours), parameters.laboratorySorenessSpread))
    case .protection:
      let mean = protection(of: index, parameters) { group in
        (1...5).reduce(0) { $0 + group.strengthLoss(afterHours: Double($1) * 24).mean }
      }
      return .success(Prediction(mean: mean, spread: parameters.laboratoryProtectionSpread))
    case .sorenessProtection:
      let mean = protection(of: index, parameters) {
        $0.soreness(afterHours: nil).mean
      }
      return .success(Prediction(mean: mean, spread: parameters.laboratoryProtectionSpread))
    case .synthesis?, .strengthGain?, .sizeGain?:
      return Quantity(observation)
        .flatMap { adaptation($0, afterHours: hours, parameters) }
        .map { .success($0) } ?? .failure(Skip(reason: "the hours of the observation are needed"))
    case nil:
      return .failure(Skip(reason: "the model says nothing about “\(observation.outcome)”"))
    }
  }

  private func skip(_ observation: Observation, bout index: Int) -> Skip? {
    guard bouts.indices.contains(index) else {
      return Skip(reason: "there is no bout \(index + 1)")
    }
    guard bouts.allSatisfy({ ($0.intensity ?? $0.intensityOfConcentric1RM)?.isFinite == true })
    else { return Skip(reason: "a bout has no intensity") }
    guard
      bouts.allSatisfy({ ($0.reps ?? $0.repsUntilStrengthLossPercent)?.isFinite == true })
    else { return Skip(reason: "a bout has no number of reps") }
    guard bouts.allSatisfy({ $0.share.map { (0...2).contains($0) } ?? true }) else {
      return Skip(reason: "an intensity isn’t a fraction from 0 to 2")
    }
    guard bouts.allSatisfy({ ($0.reps ?? 0) >= 0 }) else {
      return Skip(reason: "a bout has fewer than no reps")
    }
    if let hours = observation.hours, !(hours >= 0 && hours < 24 * 366) {
      return Skip(reason: "the hours aren’t within a year after the bout")
    }
    return nil
  }

  private func prediction(
    _ number: StudyGroup.Spread, _ laboratory: Double
  ) -> Prediction {
    let size = Double(max(1, population?.n ?? 10))
    return Prediction(
      mean: number.mean,
      spread: (laboratory * laboratory + number.variance / size).squareRoot())
  }

  /// 1 − what a bout did ÷ what the same bout does alone.
  private func protection(
    of index: Int, _ parameters: ModelParameters, of effect: (StudyGroup) -> Double
  ) -> Double {
    var alone = self
    alone.bouts = bouts.filter {
      $0.bodyPart == bouts[index].bodyPart && $0.hours == bouts[index].hours
    }
    for place in alone.bouts.indices { alone.bouts[place].times = nil }
    let unprotected = effect(alone.group(through: 0, parameters))
    guard unprotected > 0 else { return 0 }
    // While strength is coming back it can be more than just before the bout: no more is prevented
    // than all.
    return min(1, 1 - effect(group(through: index, parameters)) / unprotected)
  }
}

/// What an observation is about, as far as laboratories differ in it.
enum Quantity: Hashable {
  case lateStrength, immediateStrength, soreness, protection, sorenessProtection
  case synthesis, strengthGain, sizeGain

  init?(_ observation: Trial.Observation) {
    switch observation.outcome {
    case "strengthLossPercent":
      self = (observation.hours ?? 0) >= 24 ? .lateStrength : .immediateStrength
    case "sorenessMillimetres": self = .soreness
    case "protectionFraction": self = .protection
    case "sorenessProtectionFraction": self = .sorenessProtection
    case "proteinSynthesisRatio": self = .synthesis
    case "strengthGainPercent": self = .strengthGain
    case "sizeGainPercent": self = .sizeGain
    default: return nil
    }
  }
}

extension Quantity {
  /// How many studies told how much laboratories differ in it.
  var studies: Int {
    switch self {
    case .lateStrength: 15
    case .immediateStrength: 6
    case .soreness, .strengthGain: 3
    case .protection, .sorenessProtection, .sizeGain, .synthesis: 2
    }
  }
}

extension Trial {
  fileprivate func group(through index: Int, _ parameters: ModelParameters) -> StudyGroup {
    let part = bouts[index].bodyPart
    let last = bouts[index].hours
    let earlier = boutsDone.filter { $0.bodyPart == part && $0.hours < last }
    var group = StudyGroup(
      hours: earlier.first?.hours ?? last,
      trainingMonths: population?.training?.typicalMonths ?? 0, parameters: parameters)
    for bout in earlier { bout.do(by: &group, parameters) }
    group.rest(until: last)
    // What was done to a body part in the same hour is one bout of several exercises.
    let others = bouts.indices.filter {
      $0 != index && bouts[$0].bodyPart == part && bouts[$0].hours == last
    }
    bouts[index].do(with: others.map { bouts[$0] }, by: &group, parameters)
    return group
  }
}

extension Trial.Bout {
  /// Relative to the concentric or the eccentric maximum, as it was given.
  fileprivate var share: Double? { intensity ?? intensityOfConcentric1RM }

  /// Does it, and others of the same hour.
  fileprivate func `do`(
    with others: [Trial.Bout] = [], by group: inout StudyGroup, _ parameters: ModelParameters
  ) {
    func doing(_ reps: Double) -> StudyGroup {
      var bout = Physiology.Bout(hours: hours)
      add(reps, to: &bout, parameters)
      for other in others { other.add(other.reps ?? 0, to: &bout, parameters) }
      var done = group
      done.absorb(bout, of: bodyPart)
      return done
    }
    if let reps {
      group = doing(reps)
      return
    }
    let target = repsUntilStrengthLossPercent ?? 0
    var few = 1.0
    var many = 3000.0
    for _ in 0..<24 {
      let middle = (few * many).squareRoot()
      var later = doing(middle)
      later.advance(to: hours + 24)
      if 100 * (1 - later.meanStrength) < target { few = middle } else { many = middle }
    }
    group = doing(many)
  }

  private func add(_ reps: Double, to bout: inout Physiology.Bout, _ parameters: ModelParameters) {
    bout.add(
      reps: max(0, min(10_000, reps)),
      intensity: intensity ?? (intensityOfConcentric1RM ?? 0) / parameters.eccentricRatio,
      length: muscleLength == .short ? parameters.shortLengthFactor : 1, parameters: parameters)
  }
}

extension Trial.Population.Training {
  /// The training age it stands for.
  var typicalMonths: Int {
    switch self {
    case .untrained: 0
    case .recreational: 6
    case .trained: 48
    }
  }
}

extension [Double] {
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
