#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What somebody says under a post.
public struct Comment: Sendable, Hashable, Identifiable {
  public let id: UUID
  /// In the order of the thread, from 1.
  public let entry: Int
  public let author: Person
  /// The comment it answers; nil at the top of a thread, or where that one's author is gone.
  public let parent: UUID?
  public let text: String
  public let writtenAt: Date
  public let editedAt: Date?
  /// Who took it away; its text is empty then, and its answers stay.
  public let removedBy: Person?
  /// Why people reported it; only its post's author gets to see this.
  public let reports: [String]

  public init(
    id: UUID, entry: Int, author: Person, parent: UUID?, text: String, writtenAt: Date,
    editedAt: Date?, removedBy: Person?, reports: [String]
  ) {
    self.id = id
    self.entry = entry
    self.author = author
    self.parent = parent
    self.text = text
    self.writtenAt = writtenAt
    self.editedAt = editedAt
    self.removedBy = removedBy
    self.reports = reports
  }

  /// Characters of a comment at most.
  public static let longest = 4_000
}

/// Comments as they hang together: each with its answers, in the order of writing.
public struct CommentThread: Sendable, Hashable {
  public let comment: Comment
  public let answers: [CommentThread]

  /// Threads deeper than this are shown at this depth: on a phone there is no room for more.
  public static let deepest = 3

  /// Hangs comments together. A comment whose parent isn't among them begins a thread.
  public static func threads(of comments: [Comment]) -> [CommentThread] {
    let known = Set(comments.map(\.id))
    var answers: [UUID: [Comment]] = [:]
    var starts: [Comment] = []
    for comment in comments.sorted(by: { $0.entry < $1.entry }) {
      // An answer comes after what it answers; anything else would go round in circles.
      if let parent = comment.parent, known.contains(parent), parent != comment.id {
        answers[parent, default: []].append(comment)
      } else {
        starts.append(comment)
      }
    }
    func thread(_ comment: Comment, depth: Int) -> CommentThread {
      let below = answers[comment.id] ?? []
      guard depth < deepest else { return CommentThread(comment: comment, answers: []) }
      let deeper = below.flatMap { answer -> [Comment] in
        depth + 1 < deepest ? [answer] : [answer] + descendants(of: answer)
      }
      return CommentThread(
        comment: comment, answers: deeper.map { thread($0, depth: depth + 1) })
    }
    func descendants(of comment: Comment) -> [Comment] {
      var found: [Comment] = []
      var waiting = answers[comment.id] ?? []
      while !waiting.isEmpty {
        let next = waiting.removeFirst()
        found.append(next)
        waiting.insert(contentsOf: answers[next.id] ?? [], at: 0)
      }
      return found
    }
    return starts.map { thread($0, depth: 0) }
  }
}

/// Who is spoken to in a text: `@Ben`, of those who can read it.
///
/// The longest name that fits is meant, so that “@Ben Hur” isn't Ben where there is a Ben Hur.
public func mentioned(in text: String, among people: [Person]) -> [Person] {
  guard text.contains("@") else { return [] }
  let byLength = people.sorted { ($0.name.count, $1.name) > ($1.name.count, $0.name) }
  var found: [Person] = []
  var rest = text[...]
  while let at = rest.firstIndex(of: "@") {
    let isWithinWord = at > text.startIndex && isWord(text[text.index(before: at)])
    rest = rest[rest.index(after: at)...]
    guard !isWithinWord else { continue }
    let meant = byLength.first { person in
      guard let start = rest.prefix(person.name.count).endIndexIfEqual(to: person.name) else {
        return false
      }
      return start == rest.endIndex || !isWord(rest[start])
    }
    if let meant, !found.contains(meant) { found.append(meant) }
  }
  return found
}

private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

extension Substring {
  fileprivate func endIndexIfEqual(to name: String) -> Index? {
    !name.isEmpty && lowercased() == name.lowercased() ? endIndex : nil
  }
}
