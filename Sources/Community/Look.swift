#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// That a coach looked at something of an athlete's, in an hour; the athlete gets to see it.
public struct Look: Sendable, Hashable {
  /// What can be looked at.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    /// A line in the list of all members.
    case roster
    /// The same in a file that was taken along.
    case file
    case today, sessions, measurements, physio
  }

  public let coach: Person
  public let subject: Subject
  /// The hour's beginning.
  public let hour: Date

  public init(coach: Person, subject: Subject, hour: Date) {
    self.coach = coach
    self.subject = subject
    self.hour = hour
  }
}
