public import Community
public import Foundation
public import Lifting
import Prescribing
import ProgramText
import Storage

extension Place {
  /// The text of a post at most, in UTF-8 bytes.
  public static let longestPost = 80_000
  /// For how long a post is this week's.
  static let weekSeconds = 8 * 86_400.0

  // MARK: Writing

  /// What the author wants to become of a text.
  public enum Appearance: Sendable, Hashable {
    case draft
    case now
    case at(Date)
  }

  /// Saves a text as a draft, or has it appear.
  ///
  /// - Returns: The version's number.
  /// - Throws: ``Refused/badPost(_:)`` where it can't appear as it is; nothing is saved then.
  public func save(
    _ text: String, as post: UUID, for audience: Post.Audience, _ appearance: Appearance,
    by author: Member
  ) async throws -> Int {
    try await check(audience, of: author)
    guard text.utf8.count <= Self.longestPost, !text.contains("\0") else {
      throw Refused.badPost("A post has at most \(Self.longestPost / 1000) kB of text.")
    }
    let (program, problems) = Program.check(text)
    let title = program.frontMatter.title?.trimmingCharacters(in: .whitespaces) ?? ""
    if appearance != .draft {
      guard !title.isEmpty else {
        throw Refused.badPost(
          "A post needs a title: a line “title: …” between the first “---” lines.")
      }
      if let error = problems.first(where: { $0.severity == .error }) {
        throw Refused.badPost(
          "Line \(error.line): \(error.message). Put that right, or save it as a draft.")
      }
      if case .at(let date) = appearance, date <= now() {
        throw Refused.badPost("That day is over. Choose a later one, or publish it now.")
      }
    }
    let publishAt: Date? =
      switch appearance {
      case .draft: nil
      case .now: now()
      case .at(let date): date
      }
    let number = try await store.save(
      text, title: title.isEmpty ? "Without a title" : title, words: Self.searchable(text),
      publishAt: publishAt, post: post, author: author.id, audience: audience, at: now())
    guard let number else { throw Refused.noSuchPost }
    return number
  }

  /// Where the program that somebody follows was taken from; nil where from no post.
  public func source(ofProgramOf member: Member) async throws -> ProgramChoice.Source? {
    try await store.program(of: member.athlete)?.source
  }

  /// Who may write for whom: one's own members anybody, all the place its coaches.
  private func check(_ audience: Post.Audience, of author: Member) async throws {
    switch audience {
    case .members: break
    case .group(let group):
      guard let group, try await store.groups(of: author.id).contains(where: { $0.id == group })
      else { throw Refused.badPost("There is no group of yours of that name.") }
    case .place:
      guard author.role >= .coach else { throw Refused.notACoachHere }
    case .web:
      guard author.role >= .coach else { throw Refused.notACoachHere }
      guard try await hasOpenPosts() else { throw Refused.openPostsAreOff }
    }
  }

  /// Removes a post with its comments. Whoever took its program keeps it.
  public func removePost(_ post: UUID, by author: Member) async throws {
    guard try await store.removePost(post, by: author.id) else { throw Refused.noSuchPost }
  }

  public func drafts(of author: Member) async throws -> [Post] {
    try await store.drafts(of: author.id, at: now())
  }

  /// Words as a search compares them: without case, accents and marks.
  static func searchable(_ text: String) -> String {
    text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  // MARK: Reading

  /// A post as somebody may read it.
  ///
  /// - Throws: ``Refused/noSuchPost`` where there is none for them, whether or not there is one for others.
  public func post(
    _ id: UUID, version: Int? = nil, for reader: Member?
  ) async throws -> Post {
    guard
      let post = try await store.post(id, version: version, for: Store.Reader(reader), at: now())
    else { throw Refused.noSuchPost }
    return post
  }

  public func versions(of post: UUID, for reader: Member?) async throws -> [Post.Version] {
    try await store.versions(of: post, for: Store.Reader(reader), at: now())
  }

  /// Posts that somebody may read, the newest first.
  public func posts(
    for reader: Member?, search: String = "", behind: (at: Date, id: UUID)? = nil,
    author: UUID? = nil, most: Int = 20
  ) async throws -> [PostGlance] {
    let words = Self.searchable(search).split(whereSeparator: \.isWhitespace).map(String.init)
    return try await store.posts(
      for: Store.Reader(reader), words: words, behind: behind, author: author, most: most,
      at: now())
  }

  /// Notes that a member has opened a post and seen its comments.
  public func markRead(_ post: Post, by reader: Member) async throws {
    try await store.markRead(post.id, by: reader.id, at: now())
  }

  /// Counts somebody who reads an open post without being logged in: once a day, by a hash whose key is
  /// made anew each day and never stored, so that nobody can be recognized by it.
  public func countVisit(of post: Post, address: String, agent: String) async throws {
    let day = Int(saturating: (now().timeIntervalSince1970 / 86_400).rounded(.down))
    let visitor = await visitors.hash(of: "\(address)\n\(agent)", day: day)
    try await store.countVisit(of: post.id, day: day, visitor: visitor)
  }

  /// This week's post for a member: the newest that appeared in these days and isn't their own.
  public func thisWeek(for reader: Member) async throws -> PostGlance? {
    try await posts(for: reader, most: 6).first { glance in
      glance.post.author.id != reader.id
        && glance.appearedAt >= now().addingTimeInterval(-Self.weekSeconds)
    }
  }

  /// How many comments speak to somebody who hasn't seen them.
  public func mentions(of reader: Member) async throws -> Int {
    try await store.mentions(of: reader.id)
  }

  // MARK: Following

  /// Takes a post's program: the one that is followed from now on.
  public func adopt(_ post: Post, by member: Member) async throws {
    let (program, problems) = Program.check(post.version.text)
    guard !program.days.isEmpty, !problems.hasErrors else {
      throw Refused.badPost("There is no workout in it that can be followed.")
    }
    let source = ProgramChoice.Source(post: post.id, version: post.version.number)
    try await record(
      .program(ProgramChoice(text: post.version.text, source: source)), of: member)
    try await store.adopt(post.id, version: post.version.number, by: member.athlete, at: now())
  }

  /// A newer version of the post that somebody's program comes from; nil where they have the newest.
  public func newerVersion(
    of choice: ProgramChoice?, for reader: Member
  ) async throws -> Post? {
    guard let source = choice?.source,
      let post = try await store.post(source.post, for: Store.Reader(reader), at: now()),
      post.version.number > source.version, post.version.isPublished(at: now())
    else { return nil }
    return post
  }

  /// What became of a post, for its author: counts, and the names of those who let them see.
  public func reach(
    of post: Post, for author: Member
  ) async throws -> (counts: PostReach, named: [PostFollower]) {
    guard post.author.id == author.id else { throw Refused.noSuchPost }
    let followers = try await store.followers(of: post.id)
    let workouts = max(1, Program.parse(post.version.text).program.days.count)
    let sees = try await store.membersShowing(.sessions, to: author.id)
    return (
      PostReach(
        readers: followers.count(where: \.hasRead),
        adopters: followers.count { $0.version != nil },
        finishers: followers.count { $0.version != nil && $0.sessions >= workouts },
        visits: try await store.visits(of: post.id)),
      followers.filter { sees.contains($0.person.id) }
    )
  }

  /// What limits would take from a post's workouts, member by member of those who let the author see their
  /// sessions and soreness: the reasons tell of both.
  public struct Effect: Sendable {
    public let person: Person
    /// Sentences; empty where all of it is as it is written.
    public let taken: [String]
  }

  /// For whom of an author's members limits would change a text, at most a roomful of them.
  public func effects(of text: String, by author: Member) async throws -> [Effect] {
    let days = Program.parse(text).program.days
    guard !days.isEmpty else { return [] }
    let seen = try await store.membersShowing(.sessions, to: author.id)
      .intersection(try await store.membersShowing(.soreness, to: author.id))
    var effects: [Effect] = []
    for partner in try await members(of: author).filter({ seen.contains($0.id) }).prefix(40) {
      guard let member = try await store.member(partner.id) else { continue }
      var background = try await background(member)
      background.history.program = ProgramChoice(text: text)
      var taken: [String] = []
      for day in days.prefix(7) {
        let prescription = prescribe(background.scenario(at: now(), of: member, day: day.title))
        if let refusal = prescription.refusal {
          taken += refusal.because
        } else {
          taken += prescription.reasons.filter { $0.kind == .limit }.map(\.sentence)
        }
      }
      var told: Set<String> = []
      effects.append(
        Effect(
          person: partner.person,
          taken: taken.filter { told.insert($0).inserted }))
    }
    return effects
  }

  // MARK: Who writes

  /// What an author is working on, in their own words; empty where they say nothing.
  public func working(on author: UUID) async throws -> (words: String, showsPath: Bool) {
    try await store.working(on: author)
  }

  /// Says what one is working on, in a line, and whether readers may see one's own path to it.
  public func setWorking(on words: String, showsPath: Bool, by author: Member) async throws {
    let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count <= 120, !words.contains("\0") else {
      throw Refused.badPost("Say what you are working on in 120 characters.")
    }
    try await store.setWorking(on: words, showsPath: showsPath, of: author.id)
  }

  /// The path of a post's author, where they show it; nil otherwise.
  public func path(ofAuthorOf post: Post) async throws -> Today? {
    guard try await store.working(on: post.author.id).showsPath,
      let author = try await store.member(post.author.id)
    else { return nil }
    return try await today(author)
  }

  // MARK: Open posts

  /// Whether posts may be read by people who aren't logged in.
  public func hasOpenPosts() async throws -> Bool {
    try await store.setting("openPosts") == "yes"
  }

  public func letPostsOut(_ isOpen: Bool, by owner: Member) async throws {
    guard owner.isOwner else { throw Refused.notTheOwner }
    try await store.set("openPosts", to: isOpen ? "yes" : "no")
  }
}

extension Store.Reader {
  init(_ member: Member?) {
    self = member.map { .member(account: $0.id, athlete: $0.athlete) } ?? .anyone
  }
}
