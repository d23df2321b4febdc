import RealModule

/// How sore a person says they are against how sore the average person would, for each of several
/// people held possible: a factor common to all body parts times one of each part.
///
/// The logarithms are normal beforehand and stay so: a rating says something about the sum of the
/// two, linearized where the belief stands (an extended Kalman filter, in information form). What
/// the ratings of one part say of it is kept as a precision and a precision times mean; the common
/// factor and what each part borrows from the others follow from those exactly, so that no table of
/// covariances is needed.
struct SorenessScales: Sendable, Hashable {
  private let count: Int
  private let commonVariance: Double
  private let partVariance: Double
  private let mostPrecision: Double
  /// By part, then person: what its own ratings say of the logarithm of its scale.
  private var precision: [Double]
  private var weighted: [Double]
  /// By person: what all parts say of the common factor.
  private var commonPrecision: [Double]
  private var commonWeighted: [Double]

  /// A belief about a logarithm.
  struct Normal: Hashable {
    var mean: Double
    var variance: Double
  }

  init(people count: Int, parts: Int, _ parameters: Parameters) {
    self.count = count
    commonVariance = max(1e-9, parameters.sorenessSpread * parameters.sorenessSpread)
    partVariance = max(1e-9, parameters.bodyPartSpread * parameters.bodyPartSpread)
    mostPrecision = 1 / (parameters.sorenessScaleDrift * parameters.sorenessScaleDrift)
    precision = Array(repeating: 0, count: parts * count)
    weighted = precision
    commonPrecision = Array(repeating: 0, count: count)
    commonWeighted = commonPrecision
  }

  /// What is believed of a part's scale if this is the person.
  @inline(__always) func belief(part: Int, person: Int) -> Normal {
    let place = part * count + person
    let own = precision[place]
    let share = 1 / (1 + partVariance * own)
    let others = 1 / commonVariance + commonPrecision[person] - own * share
    let prior = 1 / (1 / others + partVariance)
    let mean = (commonWeighted[person] - weighted[place] * share) / others
    let total = prior + own
    return Normal(mean: (mean * prior + weighted[place]) / total, variance: 1 / total)
  }

  /// Takes in that the logarithm is so much, with such a precision.
  @inline(__always) mutating func learn(
    part: Int, person: Int, logarithm: Double, precision added: Double
  ) {
    let place = part * count + person
    let before = 1 / (1 + partVariance * precision[place])
    commonPrecision[person] -= precision[place] * before
    commonWeighted[person] -= weighted[place] * before
    precision[place] += added
    weighted[place] += added * logarithm
    if precision[place] > mostPrecision {
      weighted[place] *= mostPrecision / precision[place]
      precision[place] = mostPrecision
    }
    let after = 1 / (1 + partVariance * precision[place])
    commonPrecision[person] += precision[place] * after
    commonWeighted[person] += weighted[place] * after
  }
}
