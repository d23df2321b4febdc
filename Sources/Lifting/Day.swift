#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A civil day: a date on a wall calendar, without a time or a time zone.
public struct Day: Sendable, Hashable {
  /// Days since 1 January 1970.
  public let number: Int

  /// Farther away than a million years there are no days: what is beyond counts as the last one.
  private static let farthest = 1_000_000_000

  public init(number: Int) { self.number = min(Self.farthest, max(-Self.farthest, number)) }

  /// - Returns: nil for a date that doesn't exist, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    // Hinnant, "chrono-compatible low-level date algorithms": years begin in March.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard components == (year, month, day) else { return nil }
  }

  /// The day it is at an instant, so far east of Greenwich.
  public init(_ instant: Date, utcOffsetSeconds: Int) {
    let local = instant.timeIntervalSince1970 + Double(utcOffsetSeconds)
    let days = (local / 86_400).rounded(.down)
    self.init(number: Int(saturating: days))
  }

  public var components: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  public var year: Int { components.year }

  public enum Weekday: String, Sendable, Hashable, Codable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    public var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    Weekday.allCases[((number + 3) % 7 + 7) % 7]
  }

  public func advanced(by days: Int) -> Day {
    let farthest = 2 * Self.farthest
    return Day(number: number + min(farthest, max(-farthest, days)))
  }
}

extension Day: Comparable {
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Days from `start` to `end`; negative when `end` is earlier.
  public static func - (end: Day, start: Day) -> Int { end.number - start.number }
}

extension Day: LosslessStringConvertible {
  /// Reads `2026-03-02`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0], radix: 10), let month = Int(parts[1], radix: 10),
      let day = Int(parts[2], radix: 10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number.magnitude)
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count))
        + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a day; write it as “2026-03-02”")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
