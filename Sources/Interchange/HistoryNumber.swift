/// A number as people's phones write it, perhaps with a decimal comma.
enum HistoryNumber: Sendable, Hashable {
  /// Nothing is written.
  case none
  case number(Double)
  /// A comma that may stand before decimals or between thousands.
  case ambiguous
  case unreadable
}

extension CSV {
  /// The number in a field; ``HistoryNumber/none`` also where there is no such column.
  func amount(_ index: Int?) -> HistoryNumber {
    guard let index, !isBlank(index) else { return .none }
    if let number = number(index) { return .number(number) }
    var written = ContiguousArray(text(index).utf8)
    guard let comma = written.firstIndex(of: UInt8(ascii: ",")),
      !written.contains(UInt8(ascii: "."))
    else { return .unreadable }
    written[comma] = UInt8(ascii: ".")
    guard let number = Double(decimal: written.span, in: written.indices) else {
      return .unreadable
    }
    let whole = written[..<comma].drop { $0 == UInt8(ascii: "-") }
    let looksLikeThousands =
      written.count - comma == 4 && whole.count <= 3 && whole.first != UInt8(ascii: "0")
    return looksLikeThousands ? .ambiguous : .number(number)
  }
}
