#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A recording of a set that was handed in, and what was said of it.
///
/// What is measured in it isn't here: it is measured anew whenever it is looked at, so that a better
/// version finds more. Its bytes are kept beside the facts, once, by their digest.
public struct KeptRecording: Sendable, Hashable, Codable {
  /// SHA-256 of its bytes, in hexadecimal.
  public var digest: String
  /// How many bytes it has, unpacked.
  public var size: Int
  /// What its file was called.
  public var name: String?
  /// Which exercise it is of; nil where nobody said.
  public var exercise: Exercise.ID?
  public var load: Mass?
  /// The tempo that was asked for.
  public var tempo: Tempo?
  /// The loss of velocity at which the set was to end, in percent.
  public var stopAtLossPercent: Int?
  /// The stretch of a longer recording that it is about, on the recording's own clock; nil for all of it.
  public var stretch: ClosedRange<Double>?
  /// Which set of a table of repetitions it is, counted from 0; nil where its bytes are a recording.
  public var reportedSet: Int?
  /// In the order in which they were said.
  public var corrections: [SetCorrection] = []
  /// The set that it is a recording of, where it was logged: the fact with which its chain began.
  public var workSet: UUID?
  /// What was found when somebody last looked at it.
  public var seen: Glance?

  /// What a version measured, by which one that measures otherwise is noticed.
  public struct Glance: Sendable, Hashable, Codable {
    public var reps: Int
    public var eccentricSeconds: Double
    public var concentricSeconds: Double

    public init(_ set: MeasuredSet) {
      reps = set.reps.count
      eccentricSeconds = set.set.eccentricSeconds.rounded(toDecimals: 2)
      concentricSeconds = set.set.concentricSeconds.rounded(toDecimals: 2)
    }

    /// Whether two would be the same to whoever reads them: as many reps, and within a twentieth of the
    /// time of their phases.
    public func agrees(with other: Glance) -> Bool {
      func near(_ one: Double, _ two: Double) -> Bool {
        abs(one - two) <= 0.05 * max(one, two) + 0.05
      }
      return reps == other.reps && near(eccentricSeconds, other.eccentricSeconds)
        && near(concentricSeconds, other.concentricSeconds)
    }

    /// As in “8 reps, lowered for 24.1 s and lifted for 9.3 s”.
    public var words: String {
      "\(reps) \(reps == 1 ? "rep" : "reps"), lowered for \(eccentricSeconds.short(decimals: 1)) s and lifted for \(concentricSeconds.short(decimals: 1)) s"
    }
  }

  public init(digest: String, size: Int, name: String? = nil) {
    self.digest = digest
    self.size = size
    self.name = name
  }

  /// How many hexadecimal digits a digest has.
  public static let digestLength = 64
  /// The largest recording that is kept, in bytes: an hour of nine channels at 100 Hz, as text.
  public static let largest = 48 << 20
  /// A table of more sets than these isn't kept.
  public static let mostReportedSets = 1000
}

extension KeptRecording {
  private enum CodingKeys: String, CodingKey {
    case digest, size, name, exercise, load, tempo, stopAtLossPercent, stretch, reportedSet,
      corrections,
      workSet, seen
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    digest = try container.decode(String.self, forKey: .digest)
    size = try container.decode(Int.self, forKey: .size)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    exercise = try container.decodeIfPresent(Exercise.ID.self, forKey: .exercise)
    load = try container.decodeIfPresent(Mass.self, forKey: .load)
    tempo = try container.decodeIfPresent(Tempo.self, forKey: .tempo)
    stopAtLossPercent = try container.decodeIfPresent(Int.self, forKey: .stopAtLossPercent)
    if let ends = try container.decodeIfPresent([Double].self, forKey: .stretch) {
      guard ends.count == 2, ends[0] <= ends[1] else {
        throw DecodingError.dataCorruptedError(
          forKey: .stretch, in: container, debugDescription: "a stretch is two rising times")
      }
      stretch = ends[0]...ends[1]
    }
    reportedSet = try container.decodeIfPresent(Int.self, forKey: .reportedSet)
    corrections = try container.decodeIfPresent([SetCorrection].self, forKey: .corrections) ?? []
    workSet = try container.decodeIfPresent(UUID.self, forKey: .workSet)
    seen = try container.decodeIfPresent(Glance.self, forKey: .seen)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(digest, forKey: .digest)
    try container.encode(size, forKey: .size)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(exercise, forKey: .exercise)
    try container.encodeIfPresent(load, forKey: .load)
    try container.encodeIfPresent(tempo, forKey: .tempo)
    try container.encodeIfPresent(stopAtLossPercent, forKey: .stopAtLossPercent)
    try container.encodeIfPresent(
      stretch.map { [$0.lowerBound, $0.upperBound] }, forKey: .stretch)
    try container.encodeIfPresent(reportedSet, forKey: .reportedSet)
    if !corrections.isEmpty { try container.encode(corrections, forKey: .corrections) }
    try container.encodeIfPresent(workSet, forKey: .workSet)
    try container.encodeIfPresent(seen, forKey: .seen)
  }

  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    let isDigest =
      digest.utf8.count == Self.digestLength
      && digest.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    if !isDigest {
      plausibility.add(
        Implausible(
          at: ["digest"], "digest isn’t \(Self.digestLength) hexadecimal digits in small letters"))
    }
    plausibility.number("size", size, in: 1...Self.largest)
    plausibility.text("name", name, upTo: Plausible.longestName)
    plausibility.text("exercise", exercise?.rawValue, upTo: Plausible.longestName)
    plausibility.mass(
      "load", load, upTo: Plausible.heaviestLoad, "more than anyone can lift")
    if let tempo { plausibility.add(tempo.problems, under: "tempo") }
    plausibility.number("stopAtLossPercent", stopAtLossPercent, in: 1...99)
    plausibility.count("corrections", corrections.count, upTo: Plausible.corrections)
    let moments = corrections.flatMap(\.moments)
    if let wrong = moments.first(where: { !Plausible.secondsOfARecording.contains($0) }) {
      plausibility.add(
        Implausible(
          at: ["corrections"],
          "a correction is at \(wrong.short) s, which no clock of a recording shows"))
    }
    plausibility.number("stretch", stretch?.lowerBound, in: Plausible.secondsOfARecording)
    plausibility.number("stretch", stretch?.upperBound, in: Plausible.secondsOfARecording)
    plausibility.number("reportedSet", reportedSet, in: 0...Self.mostReportedSets)
    return plausibility.found
  }
}
