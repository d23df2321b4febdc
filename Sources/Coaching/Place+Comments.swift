public import Community
public import Foundation
import Storage

extension Place {
  /// Says something under a post that one may read. The id is made with the form, so that what is sent
  /// twice is said once.
  public func comment(
    _ text: String, id: UUID, on post: Post, answering parent: UUID?, by author: Member
  ) async throws {
    let text = try Self.checked(text)
    guard await commentThrottle.isOpen(author.id.uuidString, at: now()) else {
      throw Refused.tooManyComments
    }
    await commentThrottle.failed(author.id.uuidString, at: now())
    let people =
      try await store.readers(of: post.audience, by: post.author.id) + [post.author]
    try await store.addComment(
      text, id: id, to: post.id, by: author.id, answering: parent,
      mentioning: mentioned(in: text, among: people).map(\.id), at: now())
  }

  public func editComment(_ id: UUID, to text: String, by author: Member) async throws {
    guard try await store.editComment(id, by: author.id, text: Self.checked(text), at: now()) else {
      throw Refused.noSuchComment
    }
  }

  /// Takes a comment away: as who wrote it, as the post's author, or as the place's owner.
  public func removeComment(_ id: UUID, by member: Member) async throws {
    guard try await store.removeComment(id, by: member.id) else { throw Refused.noSuchComment }
  }

  /// Tells the post's author that a comment shouldn't stand.
  public func report(
    _ comment: UUID, because reason: String, by member: Member
  ) async throws {
    let reason = String(reason.trimmingCharacters(in: .whitespacesAndNewlines).prefix(500))
    try await store.report(
      comment, by: member.id, because: reason.isEmpty ? "No reason given" : reason, at: now())
  }

  public func dismissReports(of comment: UUID, by author: Member) async throws {
    try await store.dismissReports(of: comment, by: author.id)
  }

  /// The comments of a post that one may read, and the last entry that was seen.
  public func comments(
    on post: Post, for reader: Member
  ) async throws -> (threads: [CommentThread], seen: Int) {
    let (comments, seen) = try await store.comments(of: post.id, for: reader.id)
    return (CommentThread.threads(of: comments), seen)
  }

  /// The same in the order of writing.
  public func commentsInOrder(
    on post: Post, for reader: Member
  ) async throws -> (comments: [Comment], seen: Int) {
    try await store.comments(of: post.id, for: reader.id)
  }

  private static func checked(_ text: String) throws -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, text.count <= Comment.longest, text.utf8.count <= 4 * Comment.longest,
      !text.contains("\0")
    else { throw Refused.badComment }
    return text
  }
}
