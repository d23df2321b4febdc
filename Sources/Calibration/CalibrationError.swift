import Physiology

/// How far predictions were from observations of one kind. Confidence C doesn't count.
public struct CalibrationError: Sendable, Hashable {
  public let group: String
  /// Whether errors are fractions; else they are percentage points or millimetres.
  public let isFraction: Bool
  public let observations: Int
  public let studies: Int
  public let rootMeanSquare: Double
  /// Predicted − observed.
  public let mean: Double
  /// The share of observations within the predicted range.
  public let covered: Double

  private static let groups: [(name: String, quantities: Set<Quantity>)] = [
    ("strength loss from 24 h on, points", [.lateStrength]),
    ("strength loss in the first day, points", [.immediateStrength]),
    ("soreness, mm", [.soreness]),
    ("protection", [.protection]),
    ("protection from soreness", [.sorenessProtection]),
    ("strength gained in weeks, points", [.strengthGain]),
    ("size gained in weeks, points", [.sizeGain]),
    ("protein synthesis, of that at rest", [.synthesis]),
    ("strength and soreness", [.lateStrength, .immediateStrength, .soreness]),
  ]

  /// The kinds that trials say something about.
  public static func byGroup(_ predicted: [Trial]) -> [CalibrationError] {
    groups.compactMap { group in
      var studies: Set<String> = []
      var errors: [Double] = []
      var covered = 0.0
      for trial in predicted where trial.counts {
        for seen in trial.observations {
          guard let quantity = Quantity(seen), group.quantities.contains(quantity),
            let predicted = seen.predicted, let low = seen.predictedLow,
            let high = seen.predictedHigh
          else { continue }
          studies.insert(trial.studyName)
          errors.append(predicted - seen.mean)
          if seen.mean >= low, seen.mean <= high { covered += 1 }
        }
      }
      guard !errors.isEmpty else { return nil }
      return CalibrationError(
        group: group.name,
        isFraction: group.quantities.isSubset(
          of: [.protection, .sorenessProtection, .synthesis]),
        observations: errors.count, studies: studies.count,
        rootMeanSquare: errors.map { $0 * $0 }.mean.squareRoot(), mean: errors.mean,
        covered: covered / Double(errors.count))
    }
  }
}
