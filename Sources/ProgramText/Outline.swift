import Lifting

/// What Markdown makes of each line: where comments and code blocks begin and end, which lines are
/// headings and list items.
struct Outline {
  enum Shape {
    case prose
    /// `## Strength A`
    case heading(title: String, place: Substring)
    /// `# Week 3`
    case week(WeekHeading, place: Substring)
    case item(Item)
    /// What is almost a heading or a list item, and what to write instead.
    case almost(Substring, message: String, hint: String)
  }

  struct Item {
    /// The indentation and the bullet, without the blanks that follow.
    let lead: Substring
    /// What follows the bullet, but for the comments.
    let pieces: [Substring]
    let comments: [Substring]
  }

  private enum Inside {
    case text, comment
    case fence(Fence)
  }

  private struct Fence {
    let mark: UInt8
    let length: Int
  }

  private var inside = Inside.text
  private var opening: Opening?

  /// Where the comment or code block that is still open began.
  private struct Opening {
    let place: Substring
    let line: Substring
    let number: Int
  }

  /// The next line, which stands at this number, counted from 1.
  mutating func shape(of line: Substring, number: Int) -> Shape {
    switch inside {
    case .fence(let fence):
      if Outline.closes(fence, line) { close() }
      return .prose
    case .comment:
      _ = comments(in: line, number: number)
      return .prose
    case .text:
      if let fence = Outline.fence(line) {
        inside = .fence(fence)
        opening = Opening(
          place: Outline.content(line).prefix(fence.length), line: line, number: number)
        return .prose
      }
      let comments = comments(in: line, number: number)
      return shape(of: line, comments: comments)
    }
  }

  /// What is wrong when the text ends here.
  var unclosed: Diagnostic? {
    guard let opening else { return nil }
    let (what, hint) =
      switch inside {
      case .fence: ("code block", "close it with a line like the one that opens it")
      case .comment, .text: ("comment", "close it with “-->”")
      }
    let problem = Problem.error(
      opening.place.startIndex..<opening.place.endIndex,
      "this \(what) never ends, so everything below belongs to it", hint: hint)
    return [problem].diagnostics(of: opening.line, number: opening.number).first
  }

  private func shape(of line: Substring, comments: [Substring]) -> Shape {
    let content = Outline.content(line)
    if let lead = Outline.bullet(of: line) {
      let pieces = line.suffix(from: lead.endIndex).pieces(between: comments)
      return .item(Item(lead: lead, pieces: pieces, comments: comments))
    }
    let hashes = Substring(content.utf8.prefix { $0 == UInt8(ascii: "#") })
    if hashes.utf8.count == 1, let week = Outline.week(content, comments) { return week }
    guard hashes.utf8.count == 2 else { return Outline.almostItem(content) ?? .prose }
    let title = content.suffix(from: hashes.endIndex)
    guard title.utf8.first.map(Outline.isBlank) ?? true else {
      return .almost(
        hashes, message: "without a blank after it, “##” doesn't begin a workout",
        hint: "write “## Title”")
    }
    let words = Outline.title(title.pieces(between: comments).joinedWords)
    return .heading(title: words, place: words.isEmpty ? hashes : title.trimmed)
  }

  private static func week(_ content: Substring, _ comments: [Substring]) -> Shape? {
    let title = content.dropFirst()
    guard let place = comments.isEmpty ? title : title.pieces(between: comments).first,
      let week = WeekHeading(Substring(place))
    else { return nil }
    guard title.utf8.first.map(isBlank) ?? true else {
      return .almost(
        content.prefix(1), message: "without a blank after it, “#” doesn't begin a week",
        hint: "write “# Week \(week.numbers.lowerBound)”")
    }
    return .week(week, place: title.trimmed)
  }

  // MARK: Comments

  /// The comments of the line, the last one perhaps without its end.
  private mutating func comments(in line: Substring, number: Int) -> [Substring] {
    var comments: [Substring] = []
    var rest = line
    while true {
      if case .comment = inside {
        guard let end = rest.place(of: "-->") else { return comments }
        close()
        rest = rest.suffix(from: end.upperBound)
      }
      guard let start = rest.place(of: "<!--") else { return comments }
      inside = .comment
      opening = Opening(place: rest[start], line: line, number: number)
      let comment = rest.suffix(from: start.lowerBound)
      rest = rest.suffix(from: start.upperBound)
      let end = rest.place(of: "-->")?.upperBound ?? Outline.withoutReturn(rest).endIndex
      comments.append(comment.prefix(upTo: end))
    }
  }

  // MARK: Code blocks

  private static func fence(_ line: Substring) -> Fence? {
    let content = content(line)
    guard let mark = content.utf8.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let length = content.utf8.prefix { $0 == mark }.count
    // Backticks behind the backticks make it a piece of code within a line.
    let isInline =
      mark == UInt8(ascii: "`") && content.utf8.dropFirst(length).contains(mark)
    return length >= 3 && !isInline ? Fence(mark: mark, length: length) : nil
  }

  private static func closes(_ fence: Fence, _ line: Substring) -> Bool {
    let content = content(line).utf8
    let length = content.prefix { $0 == fence.mark }.count
    return length >= fence.length && content.dropFirst(length).allSatisfy(isBlank)
  }

  private mutating func close() {
    inside = .text
    opening = nil
  }
}

// The shapes of lines.
extension Outline {
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// The line without its indentation.
  private static func content(_ line: Substring) -> Substring {
    Substring(line.utf8.drop(while: isBlank))
  }

  private static func withoutReturn(_ line: Substring) -> Substring {
    line.utf8.last == UInt8(ascii: "\r") ? Substring(line.utf8.dropLast()) : line
  }

  /// The indentation and the bullet; nil where the line isn't a list item.
  private static func bullet(of line: Substring) -> Substring? {
    let content = content(line).utf8
    guard let mark = content.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else {
      return nil
    }
    let rest = content.dropFirst()
    return rest.first.map(isBlank) == true ? line.prefix(upTo: rest.startIndex) : nil
  }

  /// Exercises that somebody meant to list, but Markdown or this language doesn't see a list.
  private static func almostItem(_ content: Substring) -> Shape? {
    let digits = content.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let mark = content.utf8.dropFirst(digits.count)
    let bullets = digits.isEmpty ? ["-", "+", "•", "–", "—"] : [".", ")"]
    guard let bullet = bullets.first(where: { mark.starts(with: $0.utf8) }) else { return nil }
    let body = Substring(mark.dropFirst(bullet.utf8.count))
    guard let text = ExerciseText(pieces: [body]), text.beginsWithSets else { return nil }
    let place = content.prefix(upTo: body.startIndex)
    return .almost(
      place, message: "\(place.quoted) doesn't begin an exercise, so this line is left as prose",
      hint: "write “- \(text.name): …”")
  }

  /// A heading's words, without the hashes that may close it.
  private static func title(_ words: String) -> String {
    let open = words.utf8.reversed().drop { $0 == UInt8(ascii: "#") }
    guard open.first.map(isBlank) ?? true else { return words }
    return String(words.prefix(upTo: open.startIndex.base).trimmed)
  }
}

extension Substring {
  /// Where these ASCII characters stand first.
  func place(of sign: String) -> Range<Index>? {
    guard let first = sign.utf8.first else { return nil }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: sign.utf8) {
        return start..<utf8.index(start, offsetBy: sign.utf8.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// What is left when the comments, in order, are taken out.
  func pieces(between comments: [Substring]) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self
    for comment in comments {
      pieces.append(rest.prefix(upTo: comment.startIndex))
      rest = rest.suffix(from: comment.endIndex)
    }
    pieces.append(rest)
    return pieces
  }
}

extension StringProtocol {
  /// Without the blanks at both ends.
  var trimmed: SubSequence {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !Lexer.isBlank($0) }),
      let last = scalars.lastIndex(where: { !Lexer.isBlank($0) })
    else { return self[endIndex...] }
    return self[first..<scalars.index(after: last)]
  }
}

extension [Substring] {
  /// The pieces, each without the blanks around it, a blank between them.
  var joinedWords: String {
    reduce(into: "") { words, piece in
      let piece = piece.trimmed
      if !words.isEmpty, !piece.isEmpty { words += " " }
      words += piece
    }
  }
}
