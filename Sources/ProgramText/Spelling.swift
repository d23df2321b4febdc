import Lifting

extension Parser {
  /// What is wrong where no clause begins.
  func unknownClause() -> Problem {
    let token = peek()
    if token.kind == .number { return looseNumber(token) }
    if phrase(in: Parser.bodies) != nil {
      return .error(token.range, "a load comes after “@”", hint: "write “@ body”")
    }
    return .error(token.range, "\(token.text.quoted) isn't understood here", hint: hint(for: token))
  }

  /// A number that says nothing, such as `20 kg` without `@`.
  private func looseNumber(_ token: Token) -> Problem {
    let next = peek(1)
    switch next.kind {
    case .times:
      return .error(
        token.range, "more sets come after “then”", hint: "write “then \(token.text) x …”")
    case .dash:
      return .error(
        token.range, "\(token.text.quoted) isn't understood here",
        hint: "a tempo is written “tempo 4-1-2-0”")
    case .percent:
      return .error(
        token.range, "a load comes after “@”", hint: "write “@ \(token.text)%”")
    case .word where Parser.massUnits[next.key] != nil:
      return .error(
        token.range, "a load comes after “@”", hint: "write “@ \(token.text) \(next.text)”")
    default:
      return unknownTime()
    }
  }

  private func hint(for token: Token) -> String? {
    if let meant = Spelling.nearest(to: token.key) { return "did you mean \(meant.quoted)?" }
    return "put remarks on a line of their own, or between “<!--” and “-->”"
  }
}

/// What somebody meant who misspelt a word.
enum Spelling {
  /// What clauses begin with, and by which word.
  private static let openings: [(word: [UInt8], meant: String)] =
    (Clause.all.flatMap(\.openings) + ["then"]).map { opening in
      let word = opening.lowercased().prefix { $0 != " " }
      return (Array(String(word).utf8), opening)
    }

  /// The clause that most likely begins with this word; nil where none is likely.
  ///
  /// The key is a token's, so it has at most ``Token/longestWord`` bytes.
  static func nearest(to key: String) -> String? {
    let word = Array(key.replacing(" ", with: "-").utf8)
    // One slip in a short word; in a longer one there is room for two.
    let most = word.count <= 4 ? 1 : 2
    let ranked = openings.map { (distance: distance(word, $0.word), meant: $0.meant) }
    guard word.count > 1, let best = ranked.min(by: { $0.distance < $1.distance }),
      best.distance <= most
    else { return nil }
    return best.meant
  }

  /// How many letters were left out, put in, changed, or swapped with the next one.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let change = last[j] + (left[i] == right[j] ? 0 : 1)
        var best = min(change, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
