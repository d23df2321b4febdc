public import Physiology
import RealModule

/// Fits the model's free parameters to trials.
///
/// The most probable parameters, given a prior for each and the observations: normal errors, with a
/// random effect that all observations of a study of one kind share, since laboratories differ by
/// more than people do. Gauss–Newton steps, damped (Marquardt 1963); derivatives by differences.
public enum Fitting {
  /// A parameter that is fitted.
  public struct Free: Sendable {
    public let name: String
    /// The middle of the prior: the value that the literature suggested before the fit.
    public let prior: Double
    let path: any WritableKeyPath<ModelParameters, Double> & Sendable
    /// Standard deviation of the prior of the logarithm, or of the logit of a fraction.
    let spread: Double
    let scale: Scale

    enum Scale { case logarithm, logit }

    init(
      _ name: String, _ path: any WritableKeyPath<ModelParameters, Double> & Sendable,
      prior: Double,
      spread: Double, _ scale: Scale
    ) {
      self.name = name
      self.path = path
      self.prior = prior
      self.spread = spread
      self.scale = scale
    }
  }

  public static let free: [Free] = [
    Free("damageCeiling", \.damageCeiling, prior: 0.6, spread: 0.5, .logit),
    Free("damageHalfReps", \.damageHalfReps, prior: 30, spread: 0.5, .logarithm),
    Free("fatigueCeiling", \.fatigueCeiling, prior: 0.3, spread: 0.7, .logit),
    Free("recoveryHours", \.recoveryHours, prior: 240, spread: 0.4, .logarithm),
    Free("legSusceptibility", \.legSusceptibility, prior: 0.25, spread: 0.5, .logarithm),
    Free("protectionGain", \.protectionGain, prior: 0.62, spread: 0.5, .logit),
    Free("trainedProtection", \.trainedProtection, prior: 0.85, spread: 0.7, .logit),
    Free("protectionOfFatigue", \.protectionOfFatigue, prior: 0.3, spread: 1, .logit),
    Free(
      "sorenessCeilingMillimetres", \.sorenessCeilingMillimetres, prior: 60, spread: 0.3, .logarithm
    ),
    Free("protectionOfSoreness", \.protectionOfSoreness, prior: 0.7, spread: 0.7, .logit),
  ]

  /// The parameters that make the trials most probable, all others as given.
  public static func parameters(
    for trials: [Trial], from start: ModelParameters = ModelParameters()
  ) -> ModelParameters {
    let problem = Problem(trials: trials, start: start)
    var point = free.map { $0.scale.flat(start[keyPath: $0.path]) }
    var residuals = problem.residuals(point)
    var damping = 1e-3
    for _ in 0..<40 {
      guard let step = problem.step(from: point, residuals, damping: damping) else { break }
      let next = zip(point, step).map { $0 + $1 }
      let nextResiduals = problem.residuals(next)
      if nextResiduals.squares < residuals.squares {
        let gain = residuals.squares - nextResiduals.squares
        (point, residuals, damping) = (next, nextResiduals, damping / 10)
        if gain < 1e-6 { break }
      } else {
        damping *= 10
        if damping > 1e6 { break }
      }
    }
    return problem.parameters(point)
  }

  /// Every study predicted by parameters that were fitted to the others.
  ///
  /// Trials of confidence C count a quarter in the fit and aren't left out by themselves.
  public static func leavingOneStudyOut(
    _ trials: [Trial], from start: ModelParameters = ModelParameters()
  ) -> [Trial] {
    let studies = Set(trials.map(\.studyName)).sorted()
    let all = parameters(for: trials, from: start)
    var fitted: [String: ModelParameters] = [:]
    for study in studies
    where trials.contains(where: { $0.studyName == study && $0.counts }) {
      fitted[study] = parameters(for: trials.filter { $0.studyName != study }, from: all)
    }
    return trials.map { $0.predicted(fitted[$0.studyName] ?? all) }
  }
}

extension Trial {
  /// What a study is left out by.
  public var studyName: String { study ?? id }
  /// Recollected magnitudes are shown, and don't count.
  public var counts: Bool { confidence != "C" }
}

extension Fitting.Free.Scale {
  /// Onto the whole line.
  func flat(_ value: Double) -> Double {
    switch self {
    case .logarithm: Double.log(max(1e-9, value))
    case .logit:
      Double.log(max(1e-9, min(1 - 1e-9, value)) / (1 - max(1e-9, min(1 - 1e-9, value))))
    }
  }

  func value(_ flat: Double) -> Double {
    switch self {
    case .logarithm: Double.exp(flat)
    case .logit: 1 / (1 + Double.exp(-flat))
    }
  }
}

private struct Problem {
  let trials: [Trial]
  let start: ModelParameters

  func parameters(_ point: [Double]) -> ModelParameters {
    var parameters = start
    for (free, flat) in zip(Fitting.free, point) {
      parameters[keyPath: free.path] = free.scale.value(flat)
    }
    return parameters
  }

  private struct Key: Hashable {
    var study: String
    var quantity: Quantity
  }

  /// Errors in standard deviations, freed of what those of one study have in common; then how far the
  /// parameters are from their priors.
  func residuals(_ point: [Double]) -> [Double] {
    let parameters = parameters(point)
    var order: [Key] = []
    var errors: [Key: [Double]] = [:]
    for trial in trials {
      for observation in trial.observations {
        guard let quantity = Quantity(observation), quantity.spreads != nil,
          case .success(let prediction) = trial.prediction(of: observation, parameters)
        else { continue }
        let key = Key(study: trial.studyName, quantity: quantity)
        if errors[key] == nil { order.append(key) }
        errors[key, default: []]
          .append((prediction.mean - observation.mean) * (trial.counts ? 1 : 0.5))
      }
    }
    let seen = order.flatMap { key in whitened(errors[key] ?? [], key.quantity) }
    return seen
      + zip(Fitting.free, point).map { ($1 - $0.scale.flat($0.prior)) / $0.spread }
  }

  /// Multiplies by the inverse square root of a·1 + b·11ᵀ.
  private func whitened(_ errors: [Double], _ quantity: Quantity) -> [Double] {
    guard let (own, shared) = quantity.spreads else { return [] }
    let count = Double(errors.count)
    let left = own / (own * own + count * shared * shared).squareRoot()
    let common = (1 - left) * errors.mean
    return errors.map { ($0 - common) / own }
  }

  /// A damped Gauss–Newton step; nil where the equations can't be solved.
  func step(from point: [Double], _ residuals: [Double], damping: Double) -> [Double]? {
    let columns = point.indices.map { index -> [Double] in
      var moved = point
      moved[index] += 1e-4
      return zip(self.residuals(moved), residuals).map { ($0 - $1) / 1e-4 }
    }
    var matrix = columns.map { left in
      columns.map { right in zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    var vector = columns.map { column in -zip(column, residuals).reduce(0) { $0 + $1.0 * $1.1 } }
    for index in matrix.indices { matrix[index][index] *= 1 + damping }
    return solve(&matrix, &vector)
  }

  /// Gauss's elimination; the matrix is positive definite, so the diagonal serves as pivots.
  private func solve(_ matrix: inout [[Double]], _ vector: inout [Double]) -> [Double]? {
    for pivot in vector.indices {
      guard matrix[pivot][pivot] > 1e-12 else { return nil }
      for row in vector.indices where row > pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<vector.count { matrix[row][column] -= factor * matrix[pivot][column] }
        vector[row] -= factor * vector[pivot]
      }
    }
    for pivot in vector.indices.reversed() {
      for column in (pivot + 1)..<max(pivot + 1, vector.count) {
        vector[pivot] -= matrix[pivot][column] * vector[column]
      }
      vector[pivot] /= matrix[pivot][pivot]
    }
    return vector
  }
}

extension Quantity {
  /// Standard deviations within a study and between studies: points, millimetres, fractions; nil for
  /// what nothing is fitted to.
  fileprivate var spreads: (own: Double, shared: Double)? {
    switch self {
    case .lateStrength: (5, 7)
    case .immediateStrength: (7, 9)
    case .soreness: (9, 11)
    case .protection, .sorenessProtection: (0.10, 0.10)
    case .synthesis, .strengthGain, .sizeGain: nil
    }
  }
}

extension [Double] {
  fileprivate var squares: Double { reduce(0) { $0 + $1 * $1 } }
}
