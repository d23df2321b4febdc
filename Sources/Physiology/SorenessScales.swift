import RealModule

/// How sore a person says they are against how sore the average person would, for each of several
/// people held possible: a factor common to all body parts times one of each part.
///
/// The logarithms are normal beforehand and stay so: a rating says something about the sum of the
/// two, linearized where the belief stands (an extended Kalman filter, in information form). What
/// the ratings of one part say of it is kept as a precision and a precision times mean; the common
/// factor and what each part borrows from the others follow from those exactly, so that no table of
/// covariances is needed. All people have the same precisions, so that only the means are by person.
struct SorenessScales: Sendable {
  private let commonVariance: Double
  private let partVariance: Double
  private let mostPrecision: Double
  /// By part: how much its own ratings say of the logarithm of its scale.
  private var precision: [Double]
  /// By part: the same times what they say it is.
  private var weighted: [ByPerson]
  /// What all parts say of the common factor.
  private var commonPrecision = 0.0
  private var commonWeighted = ByPerson(0)

  /// A belief about a logarithm.
  struct Normal: Hashable {
    var mean: Double
    var variance: Double
  }

  /// What is believed of the logarithm of one part's scale.
  struct Part {
    let mean: ByPerson
    let variance: Double
  }

  init(parts: Int, _ parameters: ModelParameters) {
    commonVariance = max(1e-9, parameters.sorenessSpread * parameters.sorenessSpread)
    partVariance = max(1e-9, parameters.bodyPartSpread * parameters.bodyPartSpread)
    mostPrecision = 1 / (parameters.sorenessScaleDrift * parameters.sorenessScaleDrift)
    precision = Array(repeating: 0, count: parts)
    weighted = Array(repeating: ByPerson(0), count: parts)
  }

  func part(_ part: Int) -> Part {
    let own = precision[part]
    let share = share(own)
    let others = 1 / commonVariance + commonPrecision - own * share
    let prior = 1 / (1 / others + partVariance)
    let total = prior + own
    let ofAll = prior / (others * total)
    let ofOwn = 1 / total - share * ofAll
    return Part(
      mean: ofAll * commonWeighted + ofOwn * weighted[part], variance: 1 / total)
  }

  /// How much of a part's precision counts for the common factor.
  private func share(_ precision: Double) -> Double { 1 / (1 + partVariance * precision) }

  /// Takes in, with such a precision, by how much each person's logarithm is more than its mean.
  mutating func learn(part: Int, surprises: ByPerson, precision added: Double) {
    let mean = self.part(part).mean
    let before = share(precision[part])
    let total = precision[part] + added
    // What was learnt long ago is forgotten.
    let kept = min(1, mostPrecision / total)
    let after = share(total * kept)
    commonPrecision += total * kept * after - precision[part] * before
    precision[part] = total * kept
    let own = kept * (weighted[part] + added * (mean + surprises))
    commonWeighted += own * after - weighted[part] * before
    weighted[part] = own
  }
}
