import Pictures
import ProgramText

/// A coach's Markdown as HTML: headings, paragraphs, lists, quotes, rules, code, links, bold and
/// italic words. Whatever else stands there is text; HTML in it is shown, not obeyed.
enum Markdown {
  /// - Parameters:
  ///   - lines: Without line feeds.
  ///   - level: What a first-level heading becomes.
  /// - Returns: Block elements, one after another.
  static func html(_ lines: [String], level: Int = 2) -> HTML {
    var writer = Writer(level: level)
    for line in lines { writer.read(line[...]) }
    return writer.finish()
  }

  private struct Writer {
    let level: Int
    private var html: HTML = .empty
    private var paragraph: [Substring] = []
    private var items: [HTML] = []
    private var code: [Substring]?
    private var isInComment = false

    init(level: Int) { self.level = level }

    mutating func read(_ line: Substring) {
      let line = line.last?.isNewline == true ? line.dropLast() : line
      let content = line.drop { $0 == " " || $0 == "\t" }
      if code != nil || content.hasPrefix("```") || content.hasPrefix("~~~") {
        return readCode(line, content)
      }
      let text = withoutComments(content)
      if text.isEmpty {
        end()
      } else if let heading = Markdown.heading(text) {
        end()
        html = "\(html)\(HTML.heading(heading.level + level - 1, Markdown.inline(heading.words)))"
      } else if text.hasPrefix("- ") || text.hasPrefix("* ") {
        endParagraph()
        items.append(Markdown.inline(text.dropFirst(2)))
      } else if text.allSatisfy({ $0 == "-" || $0 == "*" || $0 == " " }), text.count > 2 {
        end()
        html = "\(html)<hr>"
      } else if !items.isEmpty, content.startIndex > line.startIndex {
        items[items.count - 1] = "\(items[items.count - 1]) \(Markdown.inline(text))"
      } else {
        endList()
        paragraph.append(text.hasPrefix("> ") ? text.dropFirst(2) : text)
      }
    }

    mutating func finish() -> HTML {
      if let code { self.code = nil; write(code: code) }
      end()
      return html
    }

    private mutating func readCode(_ line: Substring, _ content: Substring) {
      let isFence = content.hasPrefix("```") || content.hasPrefix("~~~")
      if let code, isFence {
        self.code = nil
        write(code: code)
      } else if isFence {
        end()
        code = []
      } else {
        code?.append(line)
      }
    }

    private mutating func write(code: [Substring]) {
      html = "\(html)<pre tabindex=\"0\"><code>\(code.joined(separator: "\n"))</code></pre>"
    }

    /// What stands outside of comments.
    private mutating func withoutComments(_ line: Substring) -> Substring {
      var text = ""
      var rest = line
      while true {
        if isInComment {
          guard let end = rest.firstRange(of: "-->") else { return text[...] }
          isInComment = false
          rest = rest[end.upperBound...]
        }
        guard let start = rest.firstRange(of: "<!--") else { return (text + rest)[...] }
        text += rest[..<start.lowerBound]
        isInComment = true
        rest = rest[start.upperBound...]
      }
    }

    private mutating func end() {
      endParagraph()
      endList()
    }

    private mutating func endParagraph() {
      guard !paragraph.isEmpty else { return }
      html = "\(html)<p>\(Markdown.inline(paragraph.joined(separator: "\n")[...]))</p>"
      paragraph = []
    }

    private mutating func endList() {
      guard !items.isEmpty else { return }
      html = "\(html)<ul>\(items.map { item -> HTML in "<li>\(item)</li>" })</ul>"
      items = []
    }
  }

  private static func heading(_ text: Substring) -> (level: Int, words: Substring)? {
    let hashes = text.prefix { $0 == "#" }
    let rest = text[hashes.endIndex...]
    guard (1...6).contains(hashes.count), rest.first == " " || rest.isEmpty else { return nil }
    return (hashes.count, rest.drop { $0 == " " })
  }

  /// Longer paragraphs, and marks within marks within marks, aren't looked into: nobody writes them,
  /// and looking takes long.
  private static let longestParagraph = 4_000
  private static let deepest = 3

  /// The words alone, for what doesn't show HTML.
  static func plain(_ text: String) -> String {
    var plain = ""
    var isTag = false
    for character in inline(text[...]).text {
      if character == "<" { isTag = true }
      if !isTag { plain.append(character) }
      if character == ">" { isTag = false }
    }
    return plain.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  /// Bold, italic and code words, and links.
  static func inline(_ text: Substring, depth: Int = 0) -> HTML {
    guard depth < deepest, text.utf8.count <= longestParagraph else { return "\(String(text))" }
    var html: HTML = .empty
    var plain = text.startIndex
    var at = text.startIndex
    while at < text.endIndex {
      guard "*_`[".contains(text[at]), let (piece, end) = span(text[at...], depth: depth) else {
        at = text.index(after: at)
        continue
      }
      html = "\(html)\(String(text[plain..<at]))\(piece)"
      at = end
      plain = end
    }
    return "\(html)\(String(text[plain...]))"
  }

  /// The piece of markup at the start, and where it ends; nil where there is none.
  private static func span(_ text: Substring, depth: Int) -> (HTML, String.Index)? {
    for (mark, tag) in [
      ("**", "strong"), ("__", "strong"), ("*", "em"), ("_", "em"), ("`", "code"),
    ]
    where text.hasPrefix(mark) {
      let rest = text.dropFirst(mark.count)
      guard let first = rest.first, !first.isWhitespace, let end = rest.firstRange(of: mark),
        !rest[..<end.lowerBound].isEmpty
      else { continue }
      let words = rest[..<end.lowerBound]
      // Marks within a word, as in a_file_name, are letters.
      let isWord = mark == "_" && rest[end.upperBound...].first?.isLetter == true
      if isWord { continue }
      let inner: HTML = tag == "code" ? "\(String(words))" : inline(words, depth: depth + 1)
      return ("\(HTML.opening(tag))\(inner)\(HTML.closing(tag))", end.upperBound)
    }
    guard text.first == "[", let middle = text.firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")"),
      let link = link(text[middle.upperBound..<end], text.dropFirst()[..<middle.lowerBound])
    else { return nil }
    return (link, text.index(after: end))
  }

  /// A link to an http or https address; nil for any other, which stays text.
  static func link(_ address: some StringProtocol, _ words: some StringProtocol) -> HTML? {
    let start = address.lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://"),
      !address.contains(where: \.isWhitespace)
    else { return nil }
    return "<a href=\"\(String(address))\" rel=\"noopener nofollow\">\(String(words))</a>"
  }
}

extension HTML {
  /// A heading; the first level is the page's own.
  static func heading(_ level: Int, _ words: HTML) -> HTML {
    let tag = "h\(max(2, min(6, level)))"
    return "\(opening(tag))\(words)\(closing(tag))"
  }

  fileprivate static func opening(_ tag: String) -> HTML { HTML(trusted: "<\(tag)>") }
  fileprivate static func closing(_ tag: String) -> HTML { HTML(trusted: "</\(tag)>") }
}
