import Foundation

/// Puts tables between the marks in docs/Weeks.md.
enum Document {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs")

  struct MarkMissing: Error { var mark: String }

  static func replace(_ mark: String, by table: String) throws {
    print(table)
    let file = docs.appending(path: "Weeks.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let (begin, end) = ("<!-- \(mark) -->\n", "<!-- /\(mark) -->")
    guard let from = text.range(of: begin), let to = text.range(of: end) else {
      throw MarkMissing(mark: mark)
    }
    let whole = text[..<from.upperBound] + table + text[to.lowerBound...]
    try Data(whole.utf8).write(to: file, options: .atomic)
  }

  static func save(picture: String, as name: String) throws {
    try Data(picture.utf8).write(
      to: docs.appending(path: "pictures").appending(path: name), options: .atomic)
  }
}

extension Double {
  func text(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
