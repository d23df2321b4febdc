import Community
import Foundation
import Simulation
import Testing

@Suite("Comments") struct CommentTests {
  private static let ada = Person(id: UUID(), name: "Ada")
  private static let ben = Person(id: UUID(), name: "Ben")
  private static let hur = Person(id: UUID(), name: "Ben Hur")

  private static func comment(_ entry: Int, id: UUID = UUID(), under parent: UUID? = nil)
    -> Community.Comment
  {
    Community.Comment(
      id: id, entry: entry, author: ada, parent: parent, text: "\(entry)",
      writtenAt: Date(timeIntervalSince1970: Double(entry)), editedAt: nil, removedBy: nil,
      reports: [])
  }

  private static func texts(_ threads: [CommentThread]) -> [String] {
    threads.flatMap { [$0.comment.text] + texts($0.answers) }
  }

  @Test("an answer stands below what it answers; one whose start is gone begins anew")
  func threads() {
    let first = UUID()
    let second = UUID()
    let comments = [
      Self.comment(4, under: first), Self.comment(1, id: first), Self.comment(2, id: second),
      Self.comment(3, under: second), Self.comment(5, under: UUID()),
    ]
    let threads = CommentThread.threads(of: comments)
    #expect(threads.map(\.comment.text) == ["1", "2", "5"])
    #expect(Self.texts(threads) == ["1", "4", "2", "3", "5"])
  }

  @Test("whatever answers whatever, every comment is shown once, none deeper than there is room")
  func all() {
    for seed in 0..<200 {
      var random = SeededGenerator(seed: UInt64(seed))
      let ids = (0..<Int.random(in: 1...20, using: &random)).map { _ in UUID() }
      let comments = ids.enumerated().map { index, id in
        let parent =
          index > 0 && Bool.random(using: &random)
          ? ids[..<index].randomElement(using: &random) : nil
        return Self.comment(index + 1, id: id, under: parent)
      }
      let threads = CommentThread.threads(of: comments.shuffled(using: &random))
      #expect(Self.texts(threads).sorted() == comments.map(\.text).sorted())
      func depth(_ thread: CommentThread) -> Int { 1 + (thread.answers.map(depth).max() ?? 0) }
      #expect((threads.map(depth).max() ?? 0) <= CommentThread.deepest + 1)
    }
  }

  @Test(
    "who is spoken to",
    arguments: [
      ("Well said, @Ben!", ["Ben"]), ("@ben hur and @ADA", ["Ben Hur", "Ada"]),
      ("@Benjamin", []), ("mail@Ada", []), ("@Ben @Ben", ["Ben"]), ("@", []), ("Ben", []),
    ])
  func mentions(text: String, names: [String]) {
    #expect(
      mentioned(in: text, among: [Self.ada, Self.ben, Self.hur]).map(\.name) == names)
  }
}
