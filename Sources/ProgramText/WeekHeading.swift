/// `# Week 3` or `# Weeks 2-4: Slower`.
struct WeekHeading {
  let numbers: ClosedRange<Int>
  let title: String
  let problem: Problem?

  /// Nil where the heading isn't about weeks.
  ///
  /// - Parameter title: What follows the hash, without comments.
  init?(_ title: Substring) {
    let tokens = Lexer.tokens(of: [title])
    guard tokens.count > 2, ["week", "weeks"].contains(tokens[0].key),
      tokens[1].kind == .number, let first = Int(tokens[1].text, radix: 10)
    else { return nil }
    var length = 2
    var last = first
    if tokens[2].kind == .dash, tokens[3].kind == .number, let end = Int(tokens[3].text, radix: 10)
    {
      (last, length) = (end, 4)
    }
    let sign = tokens[length]
    // “Week 3 of my holiday” is a heading like others.
    guard [.end, .colon, .dash, .comma].contains(sign.kind) || sign.text == "." else { return nil }
    self.title = String(title[sign.text.endIndex...].trimmed)
    let place = tokens[1].text.startIndex..<tokens[length - 1].text.endIndex
    let range = Program.FrontMatter.weeksRange
    if last < first {
      problem = .error(
        place, "the weeks begin with the later one", hint: "write “Weeks \(last)-\(first)”")
    } else if !range.contains(first) || !range.contains(last) {
      problem = .error(
        place,
        "\(title[place].quoted) is out of bounds: weeks go from \(range.lowerBound) to \(range.upperBound)"
      )
    } else {
      problem = nil
    }
    func held(_ week: Int) -> Int { max(range.lowerBound, min(range.upperBound, week)) }
    numbers = held(min(first, last))...held(max(first, last))
  }
}
