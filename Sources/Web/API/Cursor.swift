import Community
import Foundation
import Lifting

/// Where a list goes on. Whoever calls hands it back as it is.
struct Cursor: Sendable, Hashable {
  /// Which list it is of, and its place in it.
  let parts: [String]

  init(_ parts: String...) { self.parts = parts }

  /// The place in a list of this kind.
  ///
  /// - Throws: A problem where the text is no cursor of this list.
  static func read(_ text: String, of list: String, parts count: Int) throws -> [String] {
    let padded = text.replacing("-", with: "+").replacing("_", with: "/")
    guard text.utf8.count <= 400,
      let data = Data(
        base64Encoded: padded + String(repeating: "=", count: (4 - padded.utf8.count % 4) % 4)),
      let plain = String(validating: data, as: UTF8.self)
    else { throw Self.bad }
    let parts = plain.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.first == list, parts.count == count + 1 else { throw Self.bad }
    return Array(parts.dropFirst())
  }

  // MARK: Of posts

  /// Behind a post in a list of them.
  init(behind glance: PostGlance) {
    self.init(
      "posts", "\(Int(saturating: glance.appearedAt.timeIntervalSince1970))",
      glance.id.uuidString)
  }

  /// The place of a post in a list of them.
  ///
  /// - Throws: A problem where the text is no cursor of such a list.
  static func post(_ text: String) throws -> (at: Date, id: UUID) {
    let parts = try read(text, of: "posts", parts: 2)
    guard let at = Int(parts[0], radix: 10), let id = UUID(uuidString: parts[1]) else { throw bad }
    return (Date(timeIntervalSince1970: Double(at)), id)
  }

  static let bad = APIProblem(
    .badRequest, field: "after", "This is no “next” of this list; begin without “after”.")

  var text: String {
    Data(parts.joined(separator: " ").utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
