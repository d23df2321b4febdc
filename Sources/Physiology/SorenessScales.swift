import RealModule

/// How sore a person says they are against how sore the average person would, for each of several
/// people held possible: a factor common to all body parts times one of each part.
///
/// The logarithms are normal beforehand and stay so: a rating says something about the sum of the
/// two, linearized where the belief stands (an extended Kalman filter, in information form). What
/// the ratings of one part say of it is kept as a precision and a precision times mean; the common
/// factor and what each part borrows from the others follow from those exactly, so that no table of
/// covariances is needed. All people have the same precisions, so that only the means are by person.
struct SorenessScales: Sendable, Hashable {
  private let people: Int
  private let commonVariance: Double
  private let partVariance: Double
  private let mostPrecision: Double
  /// By part: how much its own ratings say of the logarithm of its scale.
  private var precision: [Double]
  /// By part, then person: the same times what they say it is.
  private var weighted: [Double]
  /// What all parts say of the common factor; the latter by person.
  private var commonPrecision = 0.0
  private var commonWeighted: [Double]

  /// A belief about a logarithm.
  struct Normal: Hashable {
    var mean: Double
    var variance: Double
  }

  /// What is believed of one part's scale: the variance, and the mean as parts of what all and of what
  /// the part's own ratings say.
  struct Part {
    let variance: Double
    fileprivate let ofAll: Double
    fileprivate let ofOwn: Double
    fileprivate let first: Int
  }

  init(people count: Int, parts: Int, _ parameters: Parameters) {
    people = count
    commonVariance = max(1e-9, parameters.sorenessSpread * parameters.sorenessSpread)
    partVariance = max(1e-9, parameters.bodyPartSpread * parameters.bodyPartSpread)
    mostPrecision = 1 / (parameters.sorenessScaleDrift * parameters.sorenessScaleDrift)
    precision = Array(repeating: 0, count: parts)
    weighted = Array(repeating: 0, count: parts * count)
    commonWeighted = Array(repeating: 0, count: count)
  }

  func part(_ part: Int) -> Part {
    let own = precision[part]
    let share = share(own)
    let others = 1 / commonVariance + commonPrecision - own * share
    let prior = 1 / (1 / others + partVariance)
    let total = prior + own
    let ofAll = prior / (others * total)
    return Part(
      variance: 1 / total, ofAll: ofAll, ofOwn: 1 / total - share * ofAll, first: part * people)
  }

  /// The mean of the logarithm of a part's scale if this is the person.
  func mean(of part: Part, person: Int) -> Double {
    part.ofAll * commonWeighted[person] + part.ofOwn * weighted[part.first + person]
  }

  /// How much of a part's precision counts for the common factor.
  private func share(_ precision: Double) -> Double { 1 / (1 + partVariance * precision) }

  /// Takes in, with such a precision, by how much each person's logarithm is more than its mean.
  mutating func learn(part: Int, surprises: [Double], precision added: Double) {
    let belief = self.part(part)
    let before = share(precision[part])
    let total = precision[part] + added
    // What was learnt long ago is forgotten.
    let kept = min(1, mostPrecision / total)
    let after = share(total * kept)
    commonPrecision += total * kept * after - precision[part] * before
    precision[part] = total * kept
    for person in surprises.indices {
      let place = belief.first + person
      let logarithm = mean(of: belief, person: person) + surprises[person]
      let own = kept * (weighted[place] + added * logarithm)
      commonWeighted[person] += own * after - weighted[place] * before
      weighted[place] = own
    }
  }
}
