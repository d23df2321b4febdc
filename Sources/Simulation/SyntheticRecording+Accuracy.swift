public import Lifting

extension SyntheticRecording {
  /// How well something measures synthetic recordings of one kind.
  public struct Accuracy: Sendable, Hashable {
    public var sensor: String
    public var flaws: String
    public var rateHz: Double
    /// How long the lowering was meant to take.
    public var loweringSeconds: Double
    public var repsMade: Int
    public var repsFound: Int
    /// Lowerings found that overlap a real one by half of both together.
    public var loweringsMatched: Int
    /// Of those, in their time: the mean error without sign, the mean error, and the largest.
    public var meanErrorSeconds: Double
    public var biasSeconds: Double
    public var largestErrorSeconds: Double

    /// Whether all lowerings were found and are right on average within 3 % or 0.15 s.
    public var isWithinGoal: Bool {
      loweringsMatched == repsMade && repsFound == repsMade
        && meanErrorSeconds <= max(0.15, 0.03 * loweringSeconds)
    }
  }

  /// A sensor with the exercise it is tried on.
  public struct Trial: Sendable {
    public var name: String
    public var exercise: Exercise.ID
    public var parameters: Parameters

    public static let all: [Trial] = [
      Trial("encoder", "squat") { $0.sensor = .encoder(resolutionMeters: 0.001) },
      Trial("joint angle", "biceps-curl") {
        $0.sensor = .joint
        $0.begins = .concentric
      },
      Trial("keypoints", "biceps-curl") {
        $0.sensor = .keypoints
        $0.begins = .concentric
      },
      Trial("IMU on a limb", "biceps-curl") {
        $0.sensor = .limb(meters: 0.22)
        $0.begins = .concentric
        $0.rangeMeters = 0.4
        $0.sway = 0.005
      },
      Trial("IMU at a fixed hand", "pull-up") {
        $0.sensor = .swinging(radians: 0.5)
        $0.begins = .concentric
        $0.sway = 0.005
        $0.pauseTopSeconds = 0.3
        $0.pauseBottomSeconds = 1.5
      },
      Trial("IMU on the bar", "bench-press") {
        $0.surroundings = .rack(riseMeters: 0.05, walkSeconds: 0)
      },
    ]

    init(
      _ name: String, _ exercise: Exercise.ID,
      _ change: (inout SyntheticRecording.Parameters) -> Void
    ) {
      self.name = name
      self.exercise = exercise
      parameters = SyntheticRecording.Parameters()
      parameters.pauseTopSeconds = 1.5
      parameters.pauseBottomSeconds = 0.4
      change(&parameters)
    }
  }

  /// How well something measures synthetic recordings, over tempo, rate and noise.
  ///
  /// - Parameters:
  ///   - loweringSeconds: The tempi.
  ///   - ratesHz: The rates.
  ///   - setsEach: Sets of five repetitions for each cell.
  ///   - flaws: The noises, by name.
  ///   - trials: The sensors.
  ///   - measuring: What measures; nil where it refuses.
  /// - Returns: A row for each sensor, noise, rate and tempo.
  public static func accuracy(
    loweringSeconds: [Double] = [0.5, 1, 2, 5, 10, 20, 30],
    ratesHz: [Double] = [10, 20, 50, 100, 200],
    setsEach: Int = 2, flaws: [(name: String, flaws: Flaws)] = Flaws.named,
    trials: [Trial] = Trial.all,
    measuring: (Recording, Exercise.ID) -> MeasuredSet?
  ) -> [Accuracy] {
    var rows: [Accuracy] = []
    for trial in trials {
      for (name, flaw) in flaws {
        for rate in ratesHz {
          for lowering in loweringSeconds {
            var row = Accuracy(
              sensor: trial.name, flaws: name, rateHz: rate, loweringSeconds: lowering,
              repsMade: 0, repsFound: 0, loweringsMatched: 0, meanErrorSeconds: 0, biasSeconds: 0,
              largestErrorSeconds: 0)
            for set in 0..<max(1, setsEach) {
              var parameters = trial.parameters
              parameters.seed =
                UInt64(truncatingIfNeeded: set) &* 7919
                &+ UInt64(truncatingIfNeeded: Int(saturating: lowering * 100))
                &+ UInt64(truncatingIfNeeded: Int(saturating: rate))
              parameters.flaws = flaw
              parameters.rateHz = rate
              parameters.eccentricSeconds = lowering
              parameters.readsUpAtRest = set % 2 == 0
              row.add(SyntheticRecording(parameters), trial.exercise, measuring)
            }
            rows.append(row)
          }
        }
      }
    }
    return rows
  }
}

extension SyntheticRecording.Accuracy {
  fileprivate mutating func add(
    _ synthetic: SyntheticRecording, _ exercise: Exercise.ID,
    _ measuring: (Recording, Exercise.ID) -> MeasuredSet?
  ) {
    let found = measuring(synthetic.recording, exercise)?.reps ?? []
    let lowerings = found.flatMap(\.phases).filter { $0.phase == .eccentric }
    repsMade += synthetic.truth.count
    repsFound += found.count
    for truth in synthetic.truth.map(\.eccentric) {
      func overlap(_ span: PhaseSpan) -> Double {
        let common =
          min(span.endSeconds, truth.endSeconds) - max(span.startSeconds, truth.startSeconds)
        return max(0, common) / max(1e-9, span.seconds + truth.seconds - max(0, common))
      }
      guard let best = lowerings.max(by: { overlap($0) < overlap($1) }), overlap(best) >= 0.5 else {
        continue
      }
      let error = best.seconds - truth.seconds
      let before = Double(loweringsMatched)
      loweringsMatched += 1
      let count = Double(loweringsMatched)
      meanErrorSeconds = (meanErrorSeconds * before + abs(error)) / count
      biasSeconds = (biasSeconds * before + error) / count
      largestErrorSeconds = max(largestErrorSeconds, abs(error))
    }
  }
}
