/// A place where a motion turns, or where the recording begins or ends.
struct Turn: Sendable, Hashable {
  var place: Int
  var value: Double
  var isHigh: Bool
  /// Whether it's an end of the recording rather than a turn.
  var isCut: Bool
}

extension Turn {
  /// The turns of a motion that goes back by more than `reversal` after each.
  static func turns(of values: [Double], reversal: Double) -> [Turn] {
    turns(
      count: values.count, reversal: reversal, last: values.count - 1, place: { $0 },
      value: { values[$0] })
  }

  /// The turns among finer turns that go back by more than `reversal`: the same as among all values,
  /// for less work.
  static func turns(among finer: [Turn], reversal: Double) -> [Turn] {
    turns(
      count: finer.count, reversal: reversal,
      last: finer.last.map { $0.isCut ? $0.place : -1 } ?? 0,
      place: { finer[$0].place }, value: { finer[$0].value })
  }

  @inline(__always)
  private static func turns(
    count: Int, reversal: Double, last: Int, place: (Int) -> Int, value: (Int) -> Double
  ) -> [Turn] {
    guard count > 1 else { return [] }
    var turns: [Turn] = []
    var low = 0
    var high = 0
    var rising: Bool?
    func add(_ index: Int, isHigh: Bool) {
      let at = place(index)
      turns.append(
        Turn(place: at, value: value(index), isHigh: isHigh, isCut: at == 0 || at == last))
    }
    for index in 0..<count {
      if value(index) > value(high) { high = index }
      if value(index) < value(low) { low = index }
      if rising != false, value(high) - value(index) > reversal {
        if rising == nil, high > 0 { add(0, isHigh: false) }
        add(high, isHigh: true)
        rising = false
        low = index
      } else if rising != true, value(index) - value(low) > reversal {
        if rising == nil, low > 0 { add(0, isHigh: true) }
        add(low, isHigh: false)
        rising = true
        high = index
      }
    }
    switch rising {
    case nil: return []
    case true?: add(high, isHigh: true)
    case false?: add(low, isHigh: false)
    }
    return turns
  }
}
