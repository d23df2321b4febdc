/// Which weights there are to train with, so that a load is one that can be put together.
///
/// In JSON, as people write it on a slip of paper:
///
/// ```json
/// { "bar": "20 kg", "plates": "20, 20, 10, 5, 2.5, 1.25 kg", "dumbbells": "2 to 30 by 2 kg",
///   "machines": "5 to 100 by 5 kg" }
/// ```
public struct Weights: Sendable, Hashable, Codable {
  /// The empty bar; 20 kg where nothing is said.
  public var bar: Mass?
  /// A pair of each, one for either side of the bar; what is there twice stands twice.
  public var plates: MassList?
  /// Each as it weighs by itself.
  public var dumbbells: MassList?
  /// The steps of machines and cables.
  public var machines: MassList?

  public init(
    bar: Mass? = nil, plates: MassList? = nil, dumbbells: MassList? = nil,
    machines: MassList? = nil
  ) {
    self.bar = bar
    self.plates = plates
    self.dumbbells = dumbbells
    self.machines = machines
  }

  /// The loads of an exercise, the lightest first; nil where nothing is said of its equipment.
  public func loads(of exercise: Exercise) -> [Mass]? {
    if exercise.equipment.contains(.barbell) { return barbellLoads }
    if exercise.equipment.contains(.dumbbells) { return dumbbells?.masses.sorted() }
    if !exercise.equipment.isDisjoint(with: [.machine, .cable]) {
      return machines?.masses.sorted()
    }
    return nil
  }

  /// The bar, and the bar with every choice of the pairs.
  private var barbellLoads: [Mass]? {
    guard let plates else { return nil }
    let bar = bar ?? .kilograms(20)
    // More pairs than anybody puts on a bar add choices, not loads that are of use.
    let sums = plates.masses.prefix(Self.mostPairs).reduce(into: [bar.amount]) { sums, plate in
      let pair = 2 * plate.converted(to: bar.unit).amount
      sums = Set(sums + sums.map { ($0 + pair).rounded(toDecimals: 3) }).sorted()
    }
    return sums.compactMap { Mass($0, bar.unit) }
  }

  private static let mostPairs = 12
}

/// Masses as people list them: `2 to 10 by 1, 12.5 to 30 by 2.5 kg`, `4, 6, 10 kg`.
public struct MassList: Sendable, Hashable {
  /// As listed; at least one, at most ``most``.
  public let masses: [Mass]
  private let text: String

  static let most = 200
}

extension MassList: LosslessStringConvertible {
  public var description: String { text }

  /// - Returns: nil where it isn't such a list, or one of more than 200 masses.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let number = words.lastIndex(where: { $0.isASCII && $0.isNumber }),
      let unit = Mass("1" + words[words.index(after: number)...])?.unit
    else { return nil }
    var masses: [Mass] = []
    for piece in words[...number].split(separator: ",", omittingEmptySubsequences: false) {
      guard let some = Self.masses(piece, unit), masses.count + some.count <= Self.most else {
        return nil
      }
      masses += some
    }
    self.masses = masses
    self.text = words
  }

  /// `12.5`, or `12.5 to 30 by 2.5`
  private static func masses(_ piece: Substring, _ unit: Mass.Unit) -> [Mass]? {
    let words = piece.split(separator: " ")
    let numbers = words.enumerated().filter { $0.offset.isMultiple(of: 2) }
      .compactMap { Double($0.element) }.filter { $0 > 0 && $0 <= 1000 }
    if words.count == 1, numbers.count == 1 { return Mass(numbers[0], unit).map { [$0] } }
    guard words.count == 5, numbers.count == 3, words[1] == "to", words[3] == "by",
      numbers[0] <= numbers[1]
    else { return nil }
    let steps = ((numbers[1] - numbers[0]) / numbers[2] + 1e-9).rounded(.down)
    guard steps < Double(most) else { return nil }
    return (0...Int(saturating: steps)).compactMap {
      Mass((numbers[0] + Double($0) * numbers[2]).rounded(toDecimals: 3), unit)
    }
  }
}

extension MassList: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let list = MassList(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription:
          "“\(text)” is not a list of weights; write it as “2 to 30 by 2 kg” or “4, 6, 10 kg”")
    }
    self = list
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
