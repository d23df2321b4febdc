import Lifting

extension Trial {
  /// The same trial with what the model predicts beside what was seen: the mean of a group, and the
  /// range that holds 90 % of studies of that size.
  public func predicted(_ parameters: Parameters = Parameters()) -> Trial {
    var trial = self
    trial.observations = observations.map { observation in
      var observation = observation
      switch prediction(of: observation, parameters) {
      case .success(let prediction):
        observation.predicted = prediction.mean
        observation.predictedLow = prediction.mean - 1.645 * prediction.spread
        observation.predictedHigh = prediction.mean + 1.645 * prediction.spread
      case .failure(let skip):
        observation.skipped = skip.reason
      }
      return observation
    }
    return trial
  }

  struct Skip: Error { var reason: String }

  struct Prediction {
    var mean: Double
    /// Standard deviation of a study's mean.
    var spread: Double
  }

  func prediction(
    of observation: Observation, _ parameters: Parameters
  ) -> Result<Prediction, Skip> {
    let index = (observation.bout ?? 1) - 1
    if let skip = skip(observation, bout: index) { return .failure(skip) }
    func group() -> Group { self.group(through: index, parameters) }
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
      return .success(prediction([mean], parameters.laboratoryProtectionSpread))
    case .sorenessProtection:
      let mean = protection(of: index, parameters) { $0.soreness(afterHours: nil).mean }
      return .success(prediction([mean], parameters.laboratoryProtectionSpread))
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
    if let hours = observation.hours, !(hours >= 0 && hours < 24 * 366) {
      return Skip(reason: "the hours aren’t within a year after the bout")
    }
    return nil
  }

  private func prediction(_ people: [Double], _ laboratory: Double) -> Prediction {
    let mean = people.mean
    let variance =
      people.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, people.count))
    let size = Double(max(1, population?.n ?? 10))
    return Prediction(mean: mean, spread: (laboratory * laboratory + variance / size).squareRoot())
  }

  /// 1 − what a bout did ÷ what the same bout does alone.
  private func protection(
    of index: Int, _ parameters: Parameters, of effect: (Group) -> Double
  ) -> Double {
    var alone = self
    alone.bouts = [bouts[index]]
    alone.bouts[0].times = nil
    let unprotected = effect(alone.group(through: 0, parameters))
    return unprotected > 0 ? 1 - effect(group(through: index, parameters)) / unprotected : 0
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

/// The people of a study after some of its bouts, one for each susceptibility.
struct Group {
  var muscle: MuscleState
  /// Just before the last bout, by person. Studies count what a bout does from there.
  var strengthBefore: [Double]
  let people: People
  let parameters: Parameters

  /// In percent of the strength before the last bout, by person; the largest, where no time is given.
  func strengthLoss(afterHours hours: Double?) -> [Double] {
    let times: [Double] = hours.map { [$0] } ?? [0, 24, 48, 72]
    return times.reduce(into: muscle.strength.map { _ in -Double.infinity }) { largest, time in
      var later = muscle
      later.advance(to: muscle.hours + time, of: people, parameters)
      for (index, strength) in later.strength.enumerated() {
        largest[index] = max(largest[index], 100 * (1 - strength / strengthBefore[index]))
      }
    }
  }

  /// In millimetres, by person; the peak, where no time is given.
  func soreness(afterHours hours: Double?) -> [Double] {
    let times: [Double] = hours.map { [$0] } ?? [24, 36, 48, 60, 72]
    return times.reduce(into: muscle.strength.map { _ in 0 }) { largest, time in
      let felt = muscle.sorenessMillimetres(at: muscle.hours + time, of: people, parameters)
      for index in felt.indices { largest[index] = max(largest[index], felt[index]) }
    }
  }
}

extension Trial {
  fileprivate func group(through index: Int, _ parameters: Parameters) -> Group {
    let part = bouts[index].bodyPart
    let last = bouts[index].hours
    let earlier = boutsDone.filter { $0.bodyPart == part && $0.hours < last }
    let people = People(groupWith: parameters)
    let months = population?.training?.typicalMonths ?? 0
    let start = MuscleState(
      hours: earlier.first?.hours ?? last,
      protection: parameters.protectionAtStart(trainingMonths: months), people: people)
    var group = Group(
      muscle: start, strengthBefore: start.strength, people: people, parameters: parameters)
    for bout in earlier { group.muscle = bout.done(by: group, parameters) }
    group.muscle.advance(to: last, of: people, parameters)
    group.strengthBefore = group.muscle.strength
    group.muscle = bouts[index].done(by: group, parameters)
    return group
  }
}

extension Trial.Bout {
  /// What the group's muscle is like after it.
  fileprivate func done(by group: Group, _ parameters: Parameters) -> MuscleState {
    if let reps { return done(by: group, reps: reps, parameters) }
    let target = repsUntilStrengthLossPercent ?? 0
    var few = 1.0
    var many = 3000.0
    for _ in 0..<24 {
      let middle = (few * many).squareRoot()
      var later = done(by: group, reps: middle, parameters)
      later.advance(to: hours + 24, of: group.people, parameters)
      if 100 * (1 - later.strength.mean) < target { few = middle } else { many = middle }
    }
    return done(by: group, reps: many, parameters)
  }

  private func done(by group: Group, reps: Double, _ parameters: Parameters) -> MuscleState {
    var bout = Physiology.Bout(hours: hours)
    bout.add(
      reps: max(0, min(10_000, reps)),
      intensity: intensity ?? (intensityOfConcentric1RM ?? 0) / parameters.eccentricRatio,
      length: muscleLength == .short ? parameters.shortLengthFactor : 1, parameters: parameters)
    var muscle = group.muscle
    muscle.absorb(bout, of: bodyPart, by: group.people, parameters)
    return muscle
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
