/// A mass as somebody gave it: a number and the unit they gave it in.
///
/// What was typed is kept as typed, so `45 lb` prints as `45 lb` for ever; arithmetic goes through
/// ``kilograms``. Two masses are equal when they read the same; they are ordered by what they weigh.
public struct Mass: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    case kilograms = "kg"
    case pounds = "lb"

    /// The international avoirdupois pound is exactly 0.453 592 37 kg.
    var kilogramsPerUnit: Double {
      switch self {
      case .kilograms: 1
      case .pounds: 0.453_592_37
      }
    }
  }

  /// How many ``unit``; finite and not negative.
  public let amount: Double
  public let unit: Unit

  /// - Returns: nil unless `amount` is finite and not negative.
  public init?(_ amount: Double, _ unit: Unit) {
    guard amount.isFinite, amount >= 0 else { return nil }
    self.amount = amount
    self.unit = unit
  }

  private init(unchecked amount: Double, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  public static let zero = Mass(unchecked: 0, .kilograms)

  /// A mass in kilograms; what is negative or not a number counts as none.
  public static func kilograms(_ amount: Double) -> Mass {
    Mass(unchecked: amount.isFinite ? max(0, amount) : 0, .kilograms)
  }

  /// A mass in pounds; what is negative or not a number counts as none.
  public static func pounds(_ amount: Double) -> Mass {
    Mass(unchecked: amount.isFinite ? max(0, amount) : 0, .pounds)
  }

  public var kilograms: Double { amount * unit.kilogramsPerUnit }

  /// The same mass in another unit.
  public func converted(to unit: Unit) -> Mass {
    unit == self.unit ? self : Mass(unchecked: kilograms / unit.kilogramsPerUnit, unit)
  }

  /// The nearest multiple of `step` that is not heavier, in the step's unit.
  ///
  /// Loads are rounded down: a prescription never becomes heavier by rounding.
  public func roundedDown(to step: Mass) -> Mass {
    guard step.amount > 0 else { return self }
    let steps = (kilograms / step.kilograms + 1e-9).rounded(.down)
    return Mass(unchecked: steps * step.amount, step.unit)
  }
}

extension Mass: Comparable {
  public static func < (left: Mass, right: Mass) -> Bool { left.kilograms < right.kilograms }
}

extension Mass: LosslessStringConvertible {
  /// Reads `20 kg`, `20kg`, `45 lb`, `45 lbs`, `12.5 kg`. A number without a unit is not a mass.
  public init?(_ text: String) {
    let trimmed = text.drop { $0 == " " }
    let number = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    var unit = trimmed.dropFirst(number.count).drop { $0 == " " }
    while unit.last == " " { unit.removeLast() }
    guard number.first?.isNumber == true, number.last != ".", let amount = Double(number) else {
      return nil
    }
    switch unit.lowercased() {
    case "kg", "kgs": self.init(amount, .kilograms)
    case "lb", "lbs": self.init(amount, .pounds)
    default: return nil
    }
  }

  public var description: String { "\(amount.short) \(unit.rawValue)" }
}

extension Mass: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let mass = Mass(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a mass; write it as “20 kg” or “45 lb”")
    }
    self = mass
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Double {
  /// The shortest decimal that reads back as this number, without a trailing `.0`.
  public var short: String {
    if self == self.rounded(), abs(self) < 1e15 { return String(Int(saturating: self)) }
    let text = String(self)
    guard isFinite, let e = text.firstIndex(of: "e") else { return text }
    return Double.plain(
      mantissa: text[..<e], exponent: Int(text[text.index(after: e)...], radix: 10) ?? 0)
  }

  /// Writes a power of ten out: nobody types `1e-05`, and no parser of ours reads it.
  private static func plain(mantissa: Substring, exponent: Int) -> String {
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let parts = mantissa.drop { $0 == "-" }.split(separator: ".")
    var digits = parts.joined()
    if digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    let point = (parts.first?.count ?? 1) + exponent
    if point <= 0 { return "\(sign)0." + String(repeating: "0", count: -point) + digits }
    return sign + digits + String(repeating: "0", count: max(0, point - digits.count))
  }

  /// The nearest number of so many decimals; what isn't finite stays as it is.
  public func rounded(toDecimals decimals: Int) -> Double {
    guard isFinite else { return self }
    var scale = 1.0
    for _ in 0..<max(0, decimals) { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return rounded == 0 ? 0 : rounded
  }

  /// The number rounded to so many decimals, then as ``short``.
  public func short(decimals: Int) -> String {
    guard isFinite else { return String(self) }
    return rounded(toDecimals: decimals).short
  }
}
