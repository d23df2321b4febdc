import RealModule

/// People whom a forecast thinks possible: each combination of how easily they are damaged, how much
/// their bouts protect them, and how long damage and soreness last.
///
/// They stand in rows (``ByPerson``), a recovery time each, and in a row by protection, then by
/// susceptibility, so that what depends on one trait alone is calculated once for all who share it.
/// Where there are fewer than places, the first ones stand there again and share their weight.
final class People: Sendable {
  let parameters: ModelParameters
  let susceptibilities: Trait
  let protections: Trait
  let recoveries: Trait
  /// How likely each is before anything is known of them; they sum to 1.
  let weights: ByPerson
  /// By value of a trait: 1 for those in a row who have it, 0 for the others.
  private let withSusceptibility: [ByPerson.Row]
  private let withProtection: [ByPerson.Row]

  private init(
    _ parameters: ModelParameters, _ susceptibilities: Trait, _ protections: Trait,
    _ recoveries: Trait
  ) {
    self.parameters = parameters
    self.susceptibilities = susceptibilities
    self.protections = protections
    self.recoveries = recoveries
    let count = susceptibilities.values.count
    let inRow = (0..<ByPerson.Row.scalarCount).map { $0 % (count * protections.values.count) }
    withSusceptibility = (0..<count).map { value in
      ByPerson.Row(of: { inRow[$0] % count == value ? 1 : 0 })
    }
    withProtection = protections.values.indices.map { value in
      ByPerson.Row(of: { inRow[$0] / count == value ? 1 : 0 })
    }
    // Of one who stands there more than once, each has a part.
    let row = ByPerson.Row(of: { place in
      protections.weights[inRow[place] / count] * susceptibilities.weights[inRow[place] % count]
        / Double(inRow.count { $0 == inRow[place] })
    })
    let rows = ByPerson.indices.count / ByPerson.Row.scalarCount
    weights =
      ByPerson(repeating: row)
      * ByPerson(ofRow: { place in
        let values = (0..<rows).map { $0 % recoveries.values.count }
        return recoveries.weights[values[place]] / Double(values.count { $0 == values[place] })
      })
  }

  /// Drawn from the population. Of the susceptibility more is to be told than of the others.
  convenience init(_ parameters: ModelParameters) {
    self.init(
      parameters, Trait(spread: parameters.susceptibilitySpread, values: 5),
      Trait(spread: parameters.protectionSpread, values: 3),
      Trait(spread: parameters.recoverySpread, values: 3))
  }

  /// A group in a trial: they differ in susceptibility.
  convenience init(groupWith parameters: ModelParameters) {
    self.init(parameters, Trait(evenly: parameters.susceptibilitySpread), Trait(1), Trait(1))
  }

  /// One person alone.
  convenience init(
    susceptibility: Double, recovery: Double = 1, protection: Double = 1,
    _ parameters: ModelParameters
  ) {
    self.init(parameters, Trait(susceptibility), Trait(protection), Trait(recovery))
  }

  /// What depends on the recovery time.
  func byRecovery(_ number: (_ recovery: Double) -> Double) -> ByPerson {
    ByPerson(ofRow: { number(recoveries.values[$0 % recoveries.values.count]) })
  }

  /// What depends on how easily somebody is damaged, in a row.
  func rowBySusceptibility(_ number: (_ susceptibility: Double) -> Double) -> ByPerson.Row {
    var row = ByPerson.Row()
    for value in withSusceptibility.indices {
      row += withSusceptibility[value] * number(susceptibilities.values[value])
    }
    return row
  }

  /// What depends on how much somebody's bouts protect them, in a row.
  func rowByProtection(_ number: (_ protection: Double) -> Double) -> ByPerson.Row {
    var row = ByPerson.Row()
    for value in withProtection.indices {
      row += withProtection[value] * number(protections.values[value])
    }
    return row
  }

  /// The natural logarithm of a trait.
  func logarithms(of trait: KeyPath<People, Trait>) -> ByPerson {
    switch trait {
    case \.recoveries: byRecovery { Double.log($0) }
    case \.protections: ByPerson(repeating: rowByProtection { Double.log($0) })
    default: ByPerson(repeating: rowBySusceptibility { Double.log($0) })
    }
  }

  /// The mean of a number over the people, as likely as they were beforehand.
  func mean(_ number: ByPerson) -> Double { number.mean(weights: weights) }
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
