extension Weights {
  /// What is put on each side of a bar.
  public struct Plates: Sendable, Hashable {
    public var bar: Mass
    /// The heaviest first.
    public var eachSide: [Mass]

    /// `20 kg bar, each side 15 + 2.5`
    public var text: String {
      let plates = eachSide.map(\.amount.short).joined(separator: " + ")
      return eachSide.isEmpty ? "the empty bar, \(bar)" : "\(bar) bar, each side \(plates)"
    }
  }

  /// The plates that make a barbell's load, as few as there can be; nil where those that there are don't
  /// make it.
  ///
  /// Where nobody said which there are, they are those of most gyms.
  public static func plates(for load: Mass, of weights: Weights?) -> Plates? {
    let unit = weights?.plates?.masses.first?.unit ?? weights?.bar?.unit ?? load.unit
    let bar = weights?.bar ?? (unit == .kilograms ? .kilograms(20) : .pounds(45))
    let side = (load.converted(to: unit).amount - bar.converted(to: unit).amount) / 2
    guard side > -exact else { return nil }
    let pairs =
      weights?.plates?.masses.prefix(mostPairs).map { $0.converted(to: unit).amount }
      ?? (unit == .kilograms ? usualKilograms : usualPounds)
    // Of all choices that make it, the one with the fewest plates; the heavier ones first.
    var fewest: [Int: [Double]] = [0: []]
    for plate in pairs.sorted(by: >) {
      let before = fewest
      for (grams, plates) in before where grams + key(plate) <= key(side) {
        let choice = plates + [plate]
        if let other = fewest[grams + key(plate)] {
          let isBetter =
            choice.count < other.count
            || (choice.count == other.count && other.lexicographicallyPrecedes(choice))
          guard isBetter else { continue }
        }
        fewest[grams + key(plate)] = choice
      }
    }
    guard let plates = fewest[key(side)] else { return nil }
    return Plates(
      bar: bar, eachSide: plates.sorted(by: >).compactMap { Mass($0, unit) })
  }

  /// A load to a hundredth, so that sums can be compared.
  private static func key(_ amount: Double) -> Int { Int(saturating: (amount * 100).rounded()) }

  private static let exact = 0.005
  private static let mostPairs = 24
  private static let usualKilograms = [25.0, 25, 25, 25, 20, 15, 10, 5, 2.5, 1.25]
  private static let usualPounds = [45.0, 45, 45, 45, 45, 35, 25, 10, 5, 2.5]
}
