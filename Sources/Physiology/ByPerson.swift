/// A number for each of the people held possible, in the order of ``People``.
///
/// Kept in place and calculated sixteen at a time: folding a history is little else than such numbers,
/// and with arrays of them, allocated and checked one by one, it took half as long again.
struct ByPerson: Sendable, Equatable {
  /// Those who share a recovery time.
  typealias Row = SIMD16<Double>

  static let indices = 0..<(3 * Row.scalarCount)

  private var first: Row
  private var second: Row
  private var third: Row

  @inline(__always) private init(_ first: Row, _ second: Row, _ third: Row) {
    (self.first, self.second, self.third) = (first, second, third)
  }

  /// The same for all.
  @inline(__always) init(_ number: Double) { self.init(repeating: Row(repeating: number)) }

  /// The same for each recovery time.
  @inline(__always) init(repeating row: Row) { self.init(row, row, row) }

  /// The same for all who share a recovery time.
  @inline(__always) init(ofRow number: (_ row: Int) -> Double) {
    self.init(Row(repeating: number(0)), Row(repeating: number(1)), Row(repeating: number(2)))
  }

  @inline(__always) init(of number: (_ person: Int) -> Double) {
    func row(_ row: Int) -> Row {
      Row(of: { number(row * Row.scalarCount + $0) })
    }
    self.init(row(0), row(1), row(2))
  }

  @inline(__always) subscript(person: Int) -> Double {
    let (row, place) = person.quotientAndRemainder(dividingBy: Row.scalarCount)
    return row == 0 ? first[place] : row == 1 ? second[place] : third[place]
  }

  @inline(__always) func map(_ transform: (Double) -> Double) -> ByPerson {
    ByPerson(first.map(transform), second.map(transform), third.map(transform))
  }

  var sum: Double { (first + second + third).sum() }

  /// The mean over people of such weights, which sum to 1.
  func mean(weights: ByPerson) -> Double { (self * weights).sum }

  /// The same, and the variance.
  func moments(weights: ByPerson) -> (mean: Double, variance: Double) {
    let mean = mean(weights: weights)
    let off = self - mean
    return (mean, (off * off).mean(weights: weights))
  }

  @inline(__always) func max() -> Double {
    Swift.max(first.max(), second.max(), third.max())
  }

  /// Each at most so much.
  @inline(__always) func limited(to limit: PartialRangeThrough<Double>) -> ByPerson {
    replaced(with: limit.upperBound) { $0 .> limit.upperBound }
  }

  /// Each at least so much.
  @inline(__always) func limited(to limit: PartialRangeFrom<Double>) -> ByPerson {
    replaced(with: limit.lowerBound) { $0 .< limit.lowerBound }
  }

  @inline(__always) func limited(to limits: ClosedRange<Double>) -> ByPerson {
    limited(to: limits.lowerBound...).limited(to: ...limits.upperBound)
  }

  /// Another number for those whose own isn't above a limit.
  @inline(__always) func replaced(with other: Double, whereNotAbove limit: Double) -> ByPerson {
    replaced(with: other) { $0 .<= limit }
  }

  // The library's `clamped` and `pointwiseMax` go one by one.
  @inline(__always) private func replaced(
    with other: Double, where applies: (Row) -> SIMDMask<Row.MaskStorage>
  ) -> ByPerson {
    ByPerson(
      first.replacing(with: other, where: applies(first)),
      second.replacing(with: other, where: applies(second)),
      third.replacing(with: other, where: applies(third)))
  }

  @inline(__always) static func largest(_ one: ByPerson, _ other: ByPerson) -> ByPerson {
    ByPerson(
      one.first.replacing(with: other.first, where: other.first .> one.first),
      one.second.replacing(with: other.second, where: other.second .> one.second),
      one.third.replacing(with: other.third, where: other.third .> one.third))
  }

  @inline(__always) static func + (one: ByPerson, other: ByPerson) -> ByPerson {
    ByPerson(one.first + other.first, one.second + other.second, one.third + other.third)
  }

  @inline(__always) static func - (one: ByPerson, other: ByPerson) -> ByPerson {
    ByPerson(one.first - other.first, one.second - other.second, one.third - other.third)
  }

  @inline(__always) static func * (one: ByPerson, other: ByPerson) -> ByPerson {
    ByPerson(one.first * other.first, one.second * other.second, one.third * other.third)
  }

  @inline(__always) static func / (one: ByPerson, other: ByPerson) -> ByPerson {
    ByPerson(one.first / other.first, one.second / other.second, one.third / other.third)
  }

  @inline(__always) static func + (one: ByPerson, other: Double) -> ByPerson {
    one + ByPerson(other)
  }
  @inline(__always) static func - (one: ByPerson, other: Double) -> ByPerson {
    one - ByPerson(other)
  }
  @inline(__always) static func - (one: Double, other: ByPerson) -> ByPerson {
    ByPerson(one) - other
  }
  @inline(__always) static func * (one: Double, other: ByPerson) -> ByPerson {
    ByPerson(one) * other
  }
  @inline(__always) static func * (one: ByPerson, other: Double) -> ByPerson {
    one * ByPerson(other)
  }
  @inline(__always) static func / (one: ByPerson, other: Double) -> ByPerson {
    one / ByPerson(other)
  }
  @inline(__always) static func += (one: inout ByPerson, other: ByPerson) { one = one + other }
  @inline(__always) static func -= (one: inout ByPerson, other: ByPerson) { one = one - other }
  @inline(__always) static func *= (one: inout ByPerson, other: ByPerson) { one = one * other }
  @inline(__always) static func *= (one: inout ByPerson, other: Double) { one = one * other }
  @inline(__always) static func /= (one: inout ByPerson, other: Double) { one = one / other }
}

extension ByPerson.Row {
  @inline(__always) init(of number: (_ place: Int) -> Double) {
    self.init()
    for place in 0..<Self.scalarCount { self[place] = number(place) }
  }

  @inline(__always) func map(_ transform: (Double) -> Double) -> Self {
    Self(of: { transform(self[$0]) })
  }
}
