import Foundation

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

  static let bad = APIProblem(
    .badRequest, field: "after", "This is no “next” of this list; begin without “after”.")

  var text: String {
    Data(parts.joined(separator: " ").utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
