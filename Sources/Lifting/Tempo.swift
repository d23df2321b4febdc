/// The timing of one repetition: eccentric – pause – concentric – pause, in seconds.
///
/// It always starts with the eccentric, also in lifts that begin by lifting: `4-1-2-0` lowers for
/// four seconds, waits one at the end of the lowering, lifts in two and doesn't wait at the top.
/// `X` is as fast as possible; `A` is assisted: someone or something else lifts.
public struct Tempo: Sendable, Hashable {
  public enum Beat: Sendable, Hashable {
    case seconds(Double)
    case fast
    case assisted

    /// The time the beat takes where one is said; nil for `X` and `A`.
    public var seconds: Double? {
      if case .seconds(let seconds) = self { seconds } else { nil }
    }
  }

  public var eccentric: Beat
  /// The pause at the end of the lowering.
  public var pauseBottom: Double
  public var concentric: Beat
  /// The pause at the end of the lifting.
  public var pauseTop: Double

  public init(eccentric: Beat, pauseBottom: Double, concentric: Beat, pauseTop: Double) {
    self.eccentric = eccentric
    self.pauseBottom = pauseBottom
    self.concentric = concentric
    self.pauseTop = pauseTop
  }

  /// Lowering and lifting at a natural pace under control.
  public static let ordinary = Tempo(
    eccentric: .seconds(2), pauseBottom: 0, concentric: .seconds(1), pauseTop: 0)

  /// A negative: lowered in so many seconds, its way up assisted.
  public static func negative(seconds: Double) -> Tempo {
    Tempo(eccentric: .seconds(seconds), pauseBottom: 0, concentric: .assisted, pauseTop: 0)
  }
}

extension Tempo: LosslessStringConvertible {
  /// The longest beat that is still a tempo and not a slip of the finger.
  public static let longestBeat = 120.0

  /// Reads `4-1-2-0`, `4-1-X-0`, `8-0-A-0`, `3.1-0.4-1.1-0.9`.
  public init?(_ text: String) {
    let beats = text.split(separator: "-", omittingEmptySubsequences: false).map(Tempo.beat)
    guard beats.count == 4, let eccentric = beats[0], let concentric = beats[2],
      eccentric != .assisted,
      case .seconds(let pauseBottom)? = beats[1], case .seconds(let pauseTop)? = beats[3]
    else { return nil }
    self.init(
      eccentric: eccentric, pauseBottom: pauseBottom, concentric: concentric, pauseTop: pauseTop)
  }

  private static func beat(_ text: Substring) -> Beat? {
    switch text {
    case "X", "x": return .fast
    case "A", "a": return .assisted
    default:
      guard text.first?.isNumber == true, text.last?.isNumber == true,
        text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let seconds = Double(text),
        seconds <= longestBeat
      else { return nil }
      return .seconds(seconds)
    }
  }

  public var description: String {
    [eccentric, .seconds(pauseBottom), concentric, .seconds(pauseTop)].map { beat in
      switch beat {
      case .seconds(let seconds): seconds.short
      case .fast: "X"
      case .assisted: "A"
      }
    }.joined(separator: "-")
  }
}

extension Tempo: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let tempo = Tempo(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription:
          "“\(text)” is not a tempo; write eccentric-pause-concentric-pause, as in “4-1-2-0”")
    }
    self = tempo
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
