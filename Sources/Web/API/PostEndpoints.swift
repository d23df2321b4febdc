import Coaching
import Community
import Foundation
import HTTPTypes
import Lifting
import ProgramText

extension Endpoint {
  static let posts = get(
    "/posts", "Posts you may read, the newest first",
    query: [
      .text("search", "Words that all stand in the post, whatever their case and accents"),
      .id("author", "Whose posts"),
    ] + Parameter.page(default: 20, most: 100)
  ) { call in
    let behind = try call.visit.query["after"].map(Cursor.post)
    let limit = try call.limit
    let found = try await call.visit.place.posts(
      for: call.member, search: call.visit.query["search"] ?? "", behind: behind,
      author: try call.queryID("author"), most: limit + 1)
    let shown = found.prefix(limit)
    let next = found.count > limit ? shown.last : nil
    return PostsPage(
      posts: shown.map(PostLine.init),
      next: next.map { Cursor(behind: $0).text })
  }

  static let post = get(
    "/posts/{post}", "A post with its text",
    query: [.integer("version", 1...1_000_000, default: nil, "An earlier version")]
  ) { call in
    try await PostAnswer.of(
      call.visit.place.post(
        call.id("post"), version: call.integer("version"), for: call.member), call)
  }

  static let putPost: Endpoint = put(
    "/posts/{post}", "Save a post as a draft, or have it appear; you make its id",
    scope: .coach, problems: [.forbidden]
  ) { (call, sent: PostSent) in
    let audience = try sent.whom()
    let version: Int
    do {
      version = try await call.visit.place.save(
        sent.text, as: try call.id("post"), for: audience, try sent.appearance(), by: call.member)
    } catch Place.Refused.badPost(let sentence) {
      let wrong = Program.check(sent.text).diagnostics.filter { $0.severity == .error }
      throw APIProblem(.invalid, sentence, wrong.map { .init(field: "text", $0) })
    }
    let post = try await call.visit.place.post(
      call.id("post"), version: version, for: call.member)
    return (try await PostAnswer.of(post, call), isNew: false)
  }

  static let removePost = delete(
    "/posts/{post}", "Remove a post of yours with its comments", scope: .coach
  ) { call in
    try await call.visit.place.removePost(call.id("post"), by: call.member)
  }

  static let drafts = get(
    "/drafts", "What you have in work: drafts, and posts that appear later", scope: .coach,
    query: Parameter.page(default: 20, most: 100)
  ) { call in
    let page = try Paged(
      try await call.visit.place.drafts(of: call.member),
      after: try call.after("drafts")?[0], limit: try call.limit
    ) { $0.id.uuidString }
    let now = call.visit.place.now()
    return DraftsPage(
      drafts: page.elements.map { PostAnswer($0, versions: nil, at: now) },
      next: page.last.map { Cursor("drafts", $0.id.uuidString).text })
  }

  static let followPost = Endpoint(
    method: .post, path: "/posts/{post}/follow",
    summary: "Follow a post’s program, in its newest version or the one named", scope: .write,
    query: [.integer("version", 1...1_000_000, default: nil, "An earlier version")],
    answers: [Answer(schema: JSONSchema.of(ProgramAnswer.self))], problems: [.invalid],
    handle: { call in
      let place = call.visit.place
      let post = try await place.post(
        call.id("post"), version: call.integer("version"), for: call.member)
      let taken = try await place.source(ofProgramOf: call.member)
      if taken != ProgramChoice.Source(post: post.id, version: post.version.number) {
        try await place.adopt(post, by: call.member)
      }
      return try .json(try await ProgramAnswer.of(call))
    })

  // MARK: What they give and take

  enum AudienceName: String, Codable, Sendable, CaseIterable { case members, group, place, web }

  struct PostLine: Codable, Sendable {
    var id: UUID
    var author: PersonName
    var title: String
    var version: Int
    var appearedAt: Date
    var comments: Int
    var unreadComments: Int
    var isUnread: Bool

    init(_ glance: PostGlance) {
      id = glance.id
      author = PersonName(glance.post.author)
      title = glance.post.version.title
      version = glance.post.version.number
      appearedAt = glance.appearedAt
      comments = glance.comments
      unreadComments = glance.unreadComments
      isUnread = glance.isUnread
    }
  }

  private struct PostsPage: Codable {
    var posts: [PostLine]
    var next: String?
  }

  private struct DraftsPage: Codable {
    var drafts: [PostAnswer]
    var next: String?
  }

  struct PostAnswer: Codable, Sendable {
    var id: UUID
    var author: PersonName
    var audience: AudienceName
    /// Which group, where it is one.
    var group: UUID?
    var title: String
    var text: String
    var version: Int
    var savedAt: Date
    /// When this version appears; nil for a draft.
    var publishAt: Date?
    var isPublished: Bool
    /// The numbers of the versions there are for the reader, the newest first.
    var versions: [Int]?

    init(_ post: Post, versions: [Int]?, at now: Date) {
      id = post.id
      author = PersonName(post.author)
      switch post.version.audience {
      case .members: audience = .members
      case .group(let id):
        audience = .group
        group = id
      case .place: audience = .place
      case .web: audience = .web
      }
      title = post.version.title
      text = post.version.text
      version = post.version.number
      savedAt = post.version.savedAt
      publishAt = post.version.publishAt
      isPublished = post.version.isPublished(at: now)
      self.versions = versions
    }

    static func of(_ post: Post, _ call: Call) async throws -> PostAnswer {
      let versions = try await call.visit.place.versions(of: post.id, for: call.member)
      return PostAnswer(
        post, versions: versions.prefix(1000).map(\.number), at: call.visit.place.now())
    }
  }

  private struct PostSent: Codable, Sendable {
    var text: String
    var audience: AudienceName
    var group: UUID?
    /// Whether it appears; false for a draft.
    var publish: Bool
    /// When it appears, where not now.
    var publishAt: Date?

    func whom() throws -> Post.Audience {
      switch (audience, group) {
      case (.group, let group?): return .group(group)
      case (.group, nil): throw APIProblem(.invalid, field: "group", "Say which group it is for.")
      case (_, _?):
        throw APIProblem(.invalid, field: "group", "Only the audience “group” has a group.")
      case (.members, nil): return .members
      case (.place, nil): return .place
      case (.web, nil): return .web
      }
    }

    func appearance() throws -> Place.Appearance {
      guard publish else {
        guard publishAt == nil else {
          throw APIProblem(.invalid, field: "publishAt", "A draft doesn’t appear on any day.")
        }
        return .draft
      }
      return publishAt.map { .at($0) } ?? .now
    }
  }
}
