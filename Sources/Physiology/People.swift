import RealModule

/// People whom a forecast thinks possible: each combination of how easily they are damaged, how much
/// their bouts protect them, and how long damage and soreness last.
///
/// They stand in a row, by recovery time, then protection, then susceptibility, so that what depends on
/// one trait alone is calculated once for all who share it.
struct People: Sendable, Hashable {
  let susceptibilities: Trait
  let protections: Trait
  let recoveries: Trait

  /// Drawn from the population. Of the susceptibility more is to be told than of the others.
  init(_ parameters: Parameters) {
    susceptibilities = Trait(spread: parameters.susceptibilitySpread, values: 5)
    protections = Trait(spread: parameters.protectionSpread, values: 3)
    recoveries = Trait(spread: parameters.recoverySpread, values: 3)
  }

  /// A group in a trial: they differ in susceptibility.
  init(groupWith parameters: Parameters) {
    susceptibilities = Trait(evenly: parameters.susceptibilitySpread)
    protections = Trait(1)
    recoveries = Trait(1)
  }

  init(susceptibility: Double, recovery: Double = 1, protection: Double = 1) {
    susceptibilities = Trait(susceptibility)
    protections = Trait(protection)
    recoveries = Trait(recovery)
  }

  var count: Int { recoveries.values.count * sharingRecovery }

  /// How many in a row share their recovery time.
  var sharingRecovery: Int { protections.values.count * susceptibilities.values.count }

  /// How likely each is before anything is known of them; they sum to 1.
  var weights: [Double] {
    recoveries.weights.flatMap { recovery in
      protections.weights.flatMap { protection in
        susceptibilities.weights.map { recovery * protection * $0 }
      }
    }
  }

  /// The natural logarithm of a trait, by person.
  func logarithms(of trait: KeyPath<People, Trait>) -> [Double] {
    let inner = susceptibilities.values.count
    return (0..<count).map { person in
      let place =
        switch trait {
        case \.recoveries: person / sharingRecovery
        case \.protections: person % sharingRecovery / inner
        default: person % inner
        }
      return Double.log(self[keyPath: trait].values[place])
    }
  }
}

/// In what people differ, as a few values of a lognormal whose median is 1.
struct Trait: Sendable, Hashable {
  let values: [Double]
  /// The share of people that each stands for; they sum to 1.
  let weights: [Double]
  /// How far the values' logarithms are apart; 0 where there is but one.
  let step: Double

  init(_ value: Double) {
    values = [value]
    weights = [1]
    step = 0
  }

  /// Values an even step apart, the outer ones a step from three standard deviations, each with the
  /// share of people who are nearest to it; stretched a little, so that the variance is the
  /// population's.
  init(spread: Double, values count: Int) {
    let distance = 6 / Double(count + 1)
    let places = (0..<count).map { (Double($0) - Double(count - 1) / 2) * distance }
    let limits = places.dropFirst().map { $0 - distance / 2 }
    let below = limits.map { Double.erfc(-$0 / Double.sqrt(2)) / 2 }
    let weights = zip(below + [1], [0] + below).map { $0 - $1 }
    let variance = zip(places, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    let stretched = spread / variance.squareRoot()
    values = places.map { Double.exp($0 * stretched) }
    self.weights = weights
    step = distance * stretched
  }

  /// Nine equally many: the means of the slices of a standard normal, its variance kept.
  init(evenly spread: Double) {
    let nine = [-1.76, -1.01, -0.61, -0.29, 0, 0.29, 0.61, 1.01, 1.76]
    values = nine.map { Double.exp($0 * spread) }
    weights = Array(repeating: 1 / 9, count: 9)
    step = 0
  }
}
