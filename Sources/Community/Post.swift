#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a coach writes: a program's text with words around it, for some people, in versions.
///
/// The text is a program as ``ProgramText`` reads it; a post without a single exercise is one too.
public struct Post: Sendable, Hashable, Identifiable {
  public let id: UUID
  public let author: Person
  /// Who may read it now: for whom the newest version is that has appeared, or else the one looked at.
  public let audience: Audience
  /// The version that is looked at.
  public let version: Version

  public init(id: UUID, author: Person, audience: Audience, version: Version) {
    self.id = id
    self.author = author
    self.audience = audience
    self.version = version
  }

  /// Who may read a post once it is published. Its author always may.
  public enum Audience: Sendable, Hashable {
    /// Those whom the author coaches.
    case members
    /// Those of a group of theirs; nil where the group is gone, and with it everybody in it.
    case group(UUID?)
    /// Everybody who has an account here.
    case place
    /// Everybody on the web, where the place lets open posts out.
    case web
  }

  /// A text as it was saved. Versions are numbered from 1 and never change, but for when they appear.
  public struct Version: Sendable, Hashable {
    public let number: Int
    /// For whom the post is once this version has appeared.
    public let audience: Audience
    public let title: String
    public let text: String
    public let savedAt: Date
    /// When it appears; nil for a draft.
    public let publishAt: Date?

    public init(
      number: Int, audience: Audience, title: String, text: String, savedAt: Date, publishAt: Date?
    ) {
      self.number = number
      self.audience = audience
      self.title = title
      self.text = text
      self.savedAt = savedAt
      self.publishAt = publishAt
    }

    public func isPublished(at now: Date) -> Bool { publishAt.map { $0 <= now } ?? false }
  }
}

/// A post in a list.
public struct PostGlance: Sendable, Hashable, Identifiable {
  public let post: Post
  public var id: UUID { post.id }
  /// When its first version appeared: its place in the list.
  public let appearedAt: Date
  /// Comments that stand, and how many of them came since the reader last looked.
  public let comments: Int
  public let unreadComments: Int
  /// Whether the reader has never opened it.
  public let isUnread: Bool

  public init(
    post: Post, appearedAt: Date, comments: Int, unreadComments: Int, isUnread: Bool
  ) {
    self.post = post
    self.appearedAt = appearedAt
    self.comments = comments
    self.unreadComments = unreadComments
    self.isUnread = isUnread
  }
}

/// What became of a post: how many, and those whom its author may name.
public struct PostReach: Sendable, Hashable {
  /// Members who opened it.
  public var readers: Int
  /// Members who follow its program, or did.
  public var adopters: Int
  /// Those who have trained as many sessions since they took it as it has workouts.
  public var finishers: Int
  /// Visits of people who aren't logged in, each once a day.
  public var visits: Int

  public init(readers: Int, adopters: Int, finishers: Int, visits: Int) {
    self.readers = readers
    self.adopters = adopters
    self.finishers = finishers
    self.visits = visits
  }
}

/// Where somebody who took a post's program stands with it.
public struct PostFollower: Sendable, Hashable {
  public let person: Person
  public let hasRead: Bool
  /// The version that they took; nil where they took none.
  public let version: Int?
  /// Sessions trained since.
  public let sessions: Int

  public init(person: Person, hasRead: Bool, version: Int?, sessions: Int) {
    self.person = person
    self.hasRead = hasRead
    self.version = version
    self.sessions = sessions
  }
}
