internal import Lifting

extension RecordingFormat {
  /// A linear encoder's signal as Chronojump keeps it: how many millimetres the string moved in each
  /// millisecond, separated by commas, and nothing else (`encoder/graph.R` of Chronojump reads it so).
  static let chronojump = RecordingFormat(
    id: "chronojump", name: "Chronojump’s signal",
    recognizes: { Chronojump.recognizes($0) },
    read: { Chronojump.read($0) })
}

enum Chronojump {
  /// A second, below which nothing can be measured.
  private static let fewest = 1000
  /// No string is pulled faster, m/s, which is millimetres a millisecond.
  private static let fastest = 60

  /// Whether a file is nothing but small whole numbers and commas.
  static func recognizes(_ bytes: [UInt8]) -> Bool {
    var commas = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: " "), 10, 13:
        break
      default: return false
      }
    }
    return commas >= fewest
  }

  static func read(_ bytes: [UInt8]) -> (recording: Recording?, problems: [Diagnostic]) {
    var seconds: [Double] = []
    var positions: [Double] = []
    var millimetres = 0
    var problems = Problems<Bool>(showing: RecordingCSV.shownProblems)
    var line = 1
    var column = 1
    var token: (value: Int?, isNegative: Bool, column: Int)?

    func end(_ token: (value: Int?, isNegative: Bool, column: Int)) {
      let value = token.value.map { token.isNegative ? -$0 : $0 }
      if let value, abs(value) <= fastest {
        millimetres += value
      } else {
        problems.add(
          true, onLine: line,
          Diagnostic(
            .error, line: line, column: token.column,
            "this isn't a way of at most \(fastest) mm in a millisecond; it was taken for no way"))
      }
      seconds.append(Double(seconds.count) / 1000)
      positions.append(Double(millimetres) / 1000)
    }

    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(truncatingIfNeeded: byte - UInt8(ascii: "0"))
        var number = token ?? (0, false, column)
        // More digits than any way has.
        number.value = number.value.flatMap { $0 < 10_000 ? 10 * $0 + digit : nil }
        token = number
      case UInt8(ascii: "-"):
        token = token == nil ? (0, true, column) : (nil, false, token?.column ?? column)
      case UInt8(ascii: ","), 10:
        if let token { end(token) }
        token = nil
      default: break
      }
      column += 1
      if byte == 10 { (line, column) = (line + 1, 1) }
    }
    if let token { end(token) }
    guard !seconds.isEmpty else { return (nil, problems.found) }
    return (Recording(seconds: seconds, positionMeters: positions), problems.found)
  }
}
