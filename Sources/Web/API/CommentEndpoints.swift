import Coaching
import Community
import Foundation
import HTTPTypes
import Lifting

extension Endpoint {
  static let comments = get(
    "/posts/{post}/comments", "What was said under a post, in the order of writing",
    query: Parameter.page(default: 100, most: 500)
  ) { call in
    let post = try await call.visit.place.post(call.id("post"), for: call.member)
    let after = try call.after("comments").map { parts in
      guard let entry = Int(parts[0], radix: 10) else { throw Cursor.bad }
      return entry
    }
    let (all, seen) = try await call.visit.place.commentsInOrder(on: post, for: call.member)
    let limit = try call.limit
    let rest = all.filter { $0.entry > after ?? 0 }
    let shown = rest.prefix(limit)
    return CommentsPage(
      comments: shown.map { CommentAnswer($0) }, seen: seen,
      next: rest.count > limit
        ? shown.last.map { Cursor("comments", "\($0.entry)").text } : nil)
  }

  static let putComment: Endpoint = put(
    "/posts/{post}/comments/{comment}",
    "Say something, or rewrite what you said; you make its id, and the same again changes nothing",
    scope: .write, problems: [.conflict, .tooMany], mayMake: true
  ) { (call, sent: CommentSent) in
    let place = call.visit.place
    let member = try call.member
    let id = try call.id("comment")
    let post = try await place.post(call.id("post"), for: member)
    guard post.version.isPublished(at: place.now()) else {
      throw APIProblem(.conflict, "This post hasn’t appeared yet.")
    }
    let before = try await place.commentsInOrder(on: post, for: member).comments
    if let known = before.first(where: { $0.id == id }) {
      guard known.author.id == member.id, known.removedBy == nil else {
        throw APIProblem(.conflict, "There is another comment with this id.")
      }
      guard sent.answering == nil || sent.answering == known.parent else {
        throw APIProblem(.conflict, "It answers another comment; that can’t be changed.")
      }
      if known.text != sent.text { try await place.editComment(id, to: sent.text, by: member) }
    } else {
      guard sent.answering.map({ parent in before.contains { $0.id == parent } }) ?? true else {
        throw APIProblem(
          .invalid, field: "answering", "There is no such comment under this post.")
      }
      try await place.comment(
        sent.text, id: id, on: post, answering: sent.answering, by: member)
    }
    let after = try await place.commentsInOrder(on: post, for: member).comments
    guard let now = after.first(where: { $0.id == id }), now.author.id == member.id else {
      throw APIProblem(.conflict, "There is another comment with this id.")
    }
    return (CommentAnswer(now), isNew: !before.contains { $0.id == id })
  }

  static let removeComment = delete(
    "/posts/{post}/comments/{comment}",
    "Take a comment away: yours, one under your post, or as the place’s owner", scope: .write
  ) { call in
    try await call.visit.place.removeComment(try await call.comment().id, by: call.member)
  }

  static let reportComment = Endpoint(
    method: .post, path: "/posts/{post}/comments/{comment}/report",
    summary: "Tell the post’s author that a comment shouldn’t stand", scope: .write,
    takes: JSONSchema.of(ReportSent.self), answers: [.nothing],
    handle: { call in
      let sent = try call.body(ReportSent.self)
      try await call.visit.place.report(
        try await call.comment().id, because: sent.reason, by: call.member)
      return .nothing
    })

  struct CommentAnswer: Codable, Sendable {
    var id: UUID
    var author: PersonName
    /// The comment it answers.
    var answering: UUID?
    /// Empty where it was taken away.
    var text: String
    var writtenAt: Date
    var editedAt: Date?
    var isRemoved: Bool
    /// Why people reported it; only the post’s author gets to see this.
    var reports: [String]

    init(_ comment: Comment) {
      id = comment.id
      author = PersonName(comment.author)
      answering = comment.parent
      text = comment.text
      writtenAt = comment.writtenAt
      editedAt = comment.editedAt
      isRemoved = comment.removedBy != nil
      reports = comment.reports
    }
  }

  private struct CommentsPage: Codable {
    var comments: [CommentAnswer]
    /// How far the reader had seen them, counted from 1; 0 for not at all.
    var seen: Int
    var next: String?
  }

  private struct CommentSent: Codable, Sendable {
    var text: String
    var answering: UUID?
  }

  private struct ReportSent: Codable, Sendable {
    var reason: String
  }
}

extension Call {
  /// The comment that the path names, under a post that the caller may read.
  fileprivate func comment() async throws -> Comment {
    let post = try await visit.place.post(id("post"), for: member)
    let wanted = try id("comment")
    let all = try await visit.place.commentsInOrder(on: post, for: member).comments
    guard let comment = all.first(where: { $0.id == wanted && $0.removedBy == nil }) else {
      throw Place.Refused.noSuchComment
    }
    return comment
  }
}
