import Lifting

extension Program.FrontMatter {
  /// Reads the entries at the top of a text.
  ///
  /// - Returns: What is known of them, how many lines they take with their `---` lines, and what is
  ///   wrong.
  static func parse(
    _ lines: [Substring]
  ) -> (frontMatter: Program.FrontMatter, length: Int, problems: [Diagnostic]) {
    guard let first = lines.first?.withoutByteOrderMark, isRule(first) else {
      return (Program.FrontMatter(), 0, [])
    }
    let end = lines.indices.dropFirst().first { isRule(lines[$0]) || isHeading(lines[$0]) }
    guard let end, isRule(lines[end]) else {
      let problem = Problem.error(
        first.trimmed.range, "the front matter never ends",
        hint: "close it with a line “---”")
      return (Program.FrontMatter(), 0, [problem].diagnostics(of: first, number: 1))
    }
    var reader = EntryReader()
    for index in 1..<end { reader.read(lines[index], number: index + 1) }
    return (reader.frontMatter, end + 1, reader.diagnostics)
  }

  private static func isRule(_ line: Substring) -> Bool {
    line.utf8.starts(with: "---".utf8) && line.trimmed == "---"
  }

  private static func isHeading(_ line: Substring) -> Bool { line.utf8.starts(with: "## ".utf8) }
}

/// Reads `key: value` lines.
private struct EntryReader {
  private(set) var frontMatter = Program.FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  private var keys: Set<String> = []
  private var lastKey = ""

  mutating func read(_ line: Substring, number: Int) {
    let text = line.trimmed
    guard let first = text.unicodeScalars.first, first != "#" else { return }
    if first == "-" || text.startIndex > line.startIndex {
      // An entry of a list, or what goes on from the line before.
      if lastKey == "tags", first == "-" { frontMatter.tags += tags(text.dropFirst()) }
    } else if let problem = readEntry(text) {
      diagnostics += [problem].diagnostics(of: line, number: number)
    }
  }

  private mutating func readEntry(_ text: Substring) -> Problem? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return .error(text.range, "\(text.quoted) isn't an entry", hint: "write “key: value”")
    }
    let key = text.prefix(upTo: colon).trimmed
    lastKey = key.lowercased()
    guard let entry = EntryReader.entries[lastKey] else { return nil }
    guard keys.insert(lastKey).inserted else {
      return .error(key.range, "\(key.quoted) is said twice", hint: "leave one out")
    }
    let value = unquoted(Substring(text.utf8.suffix(from: colon).dropFirst()).trimmed)
    return value.isEmpty ? nil : entry(value, &frontMatter)
  }

  private typealias Entry = @Sendable (Substring, inout Program.FrontMatter) -> Problem?

  /// What is understood. To add an entry, add a row.
  private static let entries: [String: Entry] = [
    "title": { value, frontMatter in
      frontMatter.title = String(value)
      return nil
    },
    "author": { value, frontMatter in
      frontMatter.author = String(value)
      return nil
    },
    "tags": { value, frontMatter in
      frontMatter.tags = tags(value)
      return nil
    },
    "week": { value, frontMatter in
      frontMatter.week = whole(value, in: Program.FrontMatter.weekRange)
      return frontMatter.week == nil
        ? notWhole(value, "a week", Program.FrontMatter.weekRange) : nil
    },
    "weeks": { value, frontMatter in
      frontMatter.weeks = whole(value, in: Program.FrontMatter.weeksRange)
      return frontMatter.weeks == nil
        ? notWhole(value, "a number of weeks", Program.FrontMatter.weeksRange) : nil
    },
    "video": { value, frontMatter in
      guard value.isAddress else {
        return .error(
          value.range, "\(value.quoted) isn't an address of a video",
          hint: "write it in full, as in “https://example.org/week-3”")
      }
      frontMatter.video = String(value)
      return nil
    },
  ]

  private static func whole(_ value: Substring, in range: ClosedRange<Int>) -> Int? {
    guard value.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let number = Int(value, radix: 10), range.contains(number)
    else { return nil }
    return number
  }

  private static func notWhole(
    _ value: Substring, _ what: String, _ range: ClosedRange<Int>
  ) -> Problem {
    .error(
      value.range, "\(value.quoted) isn't \(what)",
      hint: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
  }
}

extension Substring {
  /// Whether it is an http or https address with a host.
  var isAddress: Bool {
    let start = prefix(8).lowercased()
    let scheme = ["http://", "https://"].first { start.hasPrefix($0) }
    guard let scheme, !unicodeScalars.contains(where: Lexer.isBlank) else { return false }
    let host = utf8.dropFirst(scheme.utf8.count).first
    return host.map { !"/?#:".utf8.contains($0) } ?? false
  }
}

/// `pull, slow` and `[pull, slow]`
private func tags(_ value: Substring) -> [String] {
  let isBracketed = value.first == "[" && value.last == "]" && value.count > 1
  return (isBracketed ? value.dropFirst().dropLast() : value).split(separator: ",")
    .map { String(unquoted($0.trimmed)) }.filter { !$0.isEmpty }
}

private func unquoted(_ value: Substring) -> Substring {
  guard let first = value.first, first == "\"" || first == "'", value.last == first,
    value.dropFirst().last == first
  else { return value }
  return value.dropFirst().dropLast()
}

extension Substring {
  fileprivate var range: Range<Index> { startIndex..<endIndex }
}
