#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Something in a fact that can't be true: a slip of the finger, a broken clock, or an attack.
public struct Implausible: Error, Sendable, Hashable {
  /// Where it stands in the JSON of what was checked: `["body", "load", "external"]`.
  public var path: [JSONKey]
  /// The field, its value and what it may be, as a sentence without its full stop.
  public var message: String

  public init(at path: [JSONKey], _ message: String) {
    self.path = path
    self.message = message
  }

  /// The same in something larger, that has it under this key.
  public func under(_ key: JSONKey) -> Implausible { Implausible(at: [key] + path, message) }
}

/// What numbers and texts of facts can be. Wider than anybody's training, on purpose: what is refused
/// never happened.
public enum Plausible {
  /// From 1950 to the end of 2100: no training log is older, and no clock is that far ahead.
  public static let instants =
    Date(timeIntervalSince1970: -631_152_000)..<Date(timeIntervalSince1970: 4_133_980_800)
  /// A phone's clock may be some minutes fast, or in another time zone, but not days.
  public static let aheadSeconds = 86_400.0
  /// More than anyone can lift, on any machine: the heaviest sleds hold some 1,400 kg.
  public static let heaviestLoad = Mass.kilograms(1500)
  /// A bar, or the step between two weights, of more than this isn't one.
  public static let heaviestBar = Mass.kilograms(150)
  public static let reps = 0...1000
  public static let repsInReserve = 0...20
  /// Of a lowering or a hold to the limit.
  public static let seconds = 0.0...600.0
  /// Of what was measured within one set: an hour is longer than any.
  public static let secondsOfASet = 0.0...3600.0
  /// Of a moment in a recording, on its own clock, which may count from 1970 or from anywhere.
  public static let secondsOfARecording = -1e11...1e11
  /// So many corrections of one recording.
  public static let corrections = 500
  public static let carriedMeters = 0.0...5000.0
  /// So many places can hurt at once.
  public static let pains = 50
  public static let birthYears = 1900...2100
  public static let trainingMonths = 0...1200
  public static let ratings = 0...10
  /// In bytes: ids and names, a note, the text of a program.
  public static let longestName = 500
  public static let longestNote = 20_000
  public static let longestProgram = 256 << 10
}

/// Collects what is implausible, in the order in which it is looked at.
public struct Plausibility {
  public private(set) var found: [Implausible] = []

  public init() {}

  public mutating func add(_ problem: Implausible) { found.append(problem) }

  public mutating func add(_ problems: [Implausible], under key: JSONKey) {
    for problem in problems { found.append(problem.under(key)) }
  }

  public mutating func number<Number: Comparable>(
    _ key: JSONKey, _ number: Number?, in range: ClosedRange<Number>
  ) {
    // What isn't a number isn't in any range.
    guard let number, !range.contains(number) else { return }
    add(
      Implausible(
        at: [key],
        "\(key.stringValue) is \(number), but must be from \(range.lowerBound) to \(range.upperBound)"
      ))
  }

  public mutating func mass(
    _ key: JSONKey, _ mass: Mass?, upTo most: Mass, _ reason: String
  ) {
    guard let mass, !(mass <= most) else { return }
    add(Implausible(at: [key], "\(key.stringValue) is \(mass), \(reason); \(most) is the most"))
  }

  public mutating func text(_ key: JSONKey, _ text: String?, upTo most: Int) {
    guard let text, text.utf8.count > most else { return }
    add(
      Implausible(
        at: [key], "\(key.stringValue) is \(text.utf8.count) bytes long; \(most) is the most"))
  }

  public mutating func day(_ key: JSONKey, _ day: Day?) {
    guard let day, !(1950...2100).contains(day.year) else { return }
    add(Implausible(at: [key], "\(key.stringValue) is \(day), but must be from 1950 to 2100"))
  }

  public mutating func count(_ key: JSONKey, _ count: Int, upTo most: Int) {
    guard count > most else { return }
    add(Implausible(at: [key], "\(key.stringValue) has \(count) entries; \(most) is the most"))
  }
}
