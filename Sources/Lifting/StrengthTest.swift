/// What somebody could do when they tried: a lift to the limit, one controlled lowering, a hold.
public struct StrengthTest: Sendable, Hashable, Codable {
  public enum Result: Sendable, Hashable {
    /// The most repetitions with this load; 1 is a one-rep maximum.
    case repetitions(Int, Load)
    /// The longest single lowering under control with this load, in seconds.
    case lowering(seconds: Double, Load)
    /// The longest hold with this load, in seconds.
    case hold(seconds: Double, Load)
  }

  public var exercise: Exercise.ID
  public var result: Result

  public init(exercise: Exercise.ID, result: Result) {
    self.exercise = exercise
    self.result = result
  }

  private enum CodingKeys: String, CodingKey {
    case exercise, reps, loweringSeconds, holdSeconds, load
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    exercise = try container.decode(Exercise.ID.self, forKey: .exercise)
    let load = try container.decodeIfPresent(Load.self, forKey: .load) ?? .body
    if let reps = try container.decodeIfPresent(Int.self, forKey: .reps, in: 0...1000) {
      result = .repetitions(reps, load)
    } else if let seconds = try container.decodeIfPresent(
      Double.self, forKey: .holdSeconds, in: WorkSet.holdSecondsRange)
    {
      result = .hold(seconds: seconds, load)
    } else {
      result = .lowering(
        seconds: try container.decode(Double.self, forKey: .loweringSeconds, in: 0...600), load)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(exercise, forKey: .exercise)
    switch result {
    case .repetitions(let reps, let load):
      try container.encode(reps, forKey: .reps)
      try container.encode(load, forKey: .load)
    case .lowering(let seconds, let load):
      try container.encode(seconds, forKey: .loweringSeconds)
      try container.encode(load, forKey: .load)
    case .hold(let seconds, let load):
      try container.encode(seconds, forKey: .holdSeconds)
      try container.encode(load, forKey: .load)
    }
  }
}
