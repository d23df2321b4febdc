public import Lifting

/// What a study did and saw, so that the model can be held against it.
public struct Trial: Sendable, Hashable, Codable {
  public struct Population: Sendable, Hashable, Codable {
    public enum Training: String, Sendable, Hashable, Codable, CaseIterable {
      case untrained, recreational, trained
    }
    public enum Sex: String, Sendable, Hashable, Codable, CaseIterable { case male, female, mixed }

    public var training: Training?
    public var sex: Sex?
    public var ageYears: Double?
    public var n: Int?
  }

  public struct Bout: Sendable, Hashable, Codable {
    /// Since the first bout.
    public var hours: Double
    public var bodyPart: BodyPart
    public var reps: Double
    /// Relative to the maximal eccentric.
    public var intensity: Double?
    /// Relative to the concentric one-rep maximum; stands in where ``intensity`` isn't known.
    public var intensityOfConcentric1RM: Double?
    public var muscleLength: MuscleLength?
    public var loweringSeconds: Double?
    public var note: String?
  }

  public struct Observation: Sendable, Hashable, Codable {
    /// `strengthLossPercent`, `sorenessMillimetres`, `protectionFraction`; others are skipped.
    public var outcome: String
    /// Counted from 1.
    public var bout: Int?
    /// Since its bout; nil for the peak.
    public var hours: Double?
    public var mean: Double
    public var sd: Double?
    public var note: String?
    public var predicted: Double?
    public var predictedLow: Double?
    public var predictedHigh: Double?
    /// Why there is no prediction.
    public var skipped: String?
  }

  public var id: String
  public var source: String?
  /// A, B or C.
  public var confidence: String?
  public var population: Population?
  public var bouts: [Bout]
  public var observations: [Observation]
  public var note: String?
}

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

  private struct Skip: Error { var reason: String }

  private struct Prediction {
    var mean: Double
    /// Standard deviation of a study's mean.
    var spread: Double
  }

  private func prediction(
    of observation: Observation, _ parameters: Parameters
  ) -> Result<Prediction, Skip> {
    let index = (observation.bout ?? 1) - 1
    guard bouts.indices.contains(index) else {
      return .failure(Skip(reason: "there is no bout \(index + 1)"))
    }
    guard bouts.allSatisfy({ $0.intensity ?? $0.intensityOfConcentric1RM != nil }) else {
      return .failure(Skip(reason: "a bout has no intensity"))
    }
    let hours = observation.hours
    if let hours, !(hours >= 0 && hours < 24 * 366) {
      return .failure(Skip(reason: "the hours aren’t within a year after the bout"))
    }
    switch observation.outcome {
    case "strengthLossPercent":
      let course = group(through: index, parameters).map { person -> Double in
        let times: [Double] = hours.map { [$0] } ?? [0, 24, 48, 72]
        return times.map { 100 * (1 - person.strength(afterHours: $0, parameters)) }.max() ?? 0
      }
      return .success(prediction(course, laboratory: parameters.laboratoryStrengthSpread))
    case "sorenessMillimetres":
      let course = group(through: index, parameters).map { person -> Double in
        let times: [Double] = hours.map { [$0] } ?? [24, 36, 48, 60, 72]
        return times.map { person.soreness(afterHours: $0, parameters) }.max() ?? 0
      }
      return .success(prediction(course, laboratory: parameters.laboratorySorenessSpread))
    case "protectionFraction":
      return .success(
        prediction(
          [protection(of: index, parameters)], laboratory: parameters.laboratoryProtectionSpread))
    default:
      return .failure(Skip(reason: "the model says nothing about “\(observation.outcome)”"))
    }
  }

  private func prediction(_ people: [Double], laboratory: Double) -> Prediction {
    let mean = people.reduce(0, +) / Double(people.count)
    let variance = people.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(people.count)
    let size = Double(max(1, population?.n ?? 10))
    return Prediction(mean: mean, spread: (laboratory * laboratory + variance / size).squareRoot())
  }

  /// One of the group after some of the bouts.
  private struct Person {
    var muscle: MuscleState
    var part: BodyPart

    func strength(afterHours hours: Double, _ parameters: Parameters) -> Double {
      var later = muscle
      later.advance(to: muscle.hours + hours, of: part, parameters)
      return later.strength
    }

    func soreness(afterHours hours: Double, _ parameters: Parameters) -> Double {
      muscle.sorenessMillimetres(at: muscle.hours + hours, parameters)
    }
  }

  /// The group after the bouts up to one of them, one for each susceptibility.
  private func group(through index: Int, _ parameters: Parameters) -> [Person] {
    let part = bouts[index].bodyPart
    let earlier = bouts.prefix(index + 1).filter { $0.bodyPart == part }
      .sorted { $0.hours < $1.hours }
    let protection = parameters.protectionAtStart(
      trainingMonths: population?.training?.typicalMonths ?? 0)
    return PeopleBelief(parameters).susceptibilities.map { susceptibility in
      var muscle = MuscleState(hours: earlier.first?.hours ?? 0, protection: protection)
      for bout in earlier {
        muscle.absorb(
          bout.work(parameters), of: part, susceptibility: susceptibility, parameters)
      }
      return Person(muscle: muscle, part: part)
    }
  }

  /// 1 − deficit after the bout ÷ deficit after the same bout unprotected, days 1–5.
  private func protection(of index: Int, _ parameters: Parameters) -> Double {
    func deficit(_ people: [Person]) -> Double {
      people.reduce(0) { total, person in
        (1...5).reduce(total) {
          $0 + 1 - person.strength(afterHours: Double($1) * 24, parameters)
        }
      }
    }
    var alone = self
    alone.bouts = [bouts[index]]
    let unprotected = deficit(alone.group(through: 0, parameters))
    return unprotected > 0 ? 1 - deficit(group(through: index, parameters)) / unprotected : 0
  }
}

extension Trial.Bout {
  fileprivate func work(_ parameters: Parameters) -> Physiology.Bout {
    var bout = Physiology.Bout(hours: hours)
    bout.add(
      reps: reps,
      intensity: intensity ?? (intensityOfConcentric1RM ?? 0) / parameters.eccentricRatio,
      length: muscleLength == .short ? parameters.shortLengthFactor : 1, parameters: parameters)
    return bout
  }
}

extension Trial.Population.Training {
  /// The training age it stands for.
  fileprivate var typicalMonths: Int {
    switch self {
    case .untrained: 0
    case .recreational: 6
    case .trained: 48
    }
  }
}
