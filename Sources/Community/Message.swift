#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a coach and somebody they coach write to one another; nobody else reads it.
public struct Message: Sendable, Hashable {
  /// In the order of the thread, from 1.
  public let entry: Int
  public let author: Person
  public let text: String
  public let writtenAt: Date

  public init(entry: Int, author: Person, text: String, writtenAt: Date) {
    self.entry = entry
    self.author = author
    self.text = text
    self.writtenAt = writtenAt
  }

  /// Characters of a message, or of a coach's note, at most.
  public static let longest = 4_000
}

/// What a coach notes about a member for themselves; the member doesn't read it.
public struct CoachNote: Sendable, Hashable {
  public let entry: Int
  public let text: String
  public let writtenAt: Date

  public init(entry: Int, text: String, writtenAt: Date) {
    self.entry = entry
    self.text = text
    self.writtenAt = writtenAt
  }
}
