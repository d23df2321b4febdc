import Lifting

/// A list item that is meant as an exercise, split at the colon behind the name.
struct ExerciseText {
  /// Without its label and its link.
  let name: String
  let place: Range<String.Index>
  let label: Label?
  let link: Link?
  let tokens: [Token]
  /// Where in ``tokens`` stands what follows the colon.
  let start: Int

  /// `A1.` before the name.
  struct Label {
    let superset: PlannedExercise.Superset
    let place: Range<String.Index>
  }

  /// `[Squat](https://example.org/squat)` in place of a name.
  struct Link {
    let words: Substring
    let address: Substring
    let end: String.Index
  }

  /// Nil where the item, given without its bullet and its comments, is prose.
  init?(pieces: [Substring]) {
    let tokens = Lexer.tokens(of: pieces)
    let labelled = ExerciseText.label(tokens)
    let first = labelled?.length ?? 0
    let link = ExerciseText.link(tokens[first...], in: pieces)
    guard let colon = ExerciseText.colon(from: first, behind: link, in: tokens) else { return nil }
    let end = tokens[colon].text.startIndex
    let isNameless = colon == first
    let nameStart = tokens[first].text.startIndex
    place = nameStart..<(isNameless ? tokens[first] : tokens[colon - 1]).text.endIndex
    // What follows a link makes it a part of the name.
    let isLink = link.map(\.end) == (isNameless ? tokens[first] : tokens[colon - 1]).text.endIndex
    self.link = isLink ? link : nil
    name =
      isLink
      ? link.map { String($0.words.trimmed) } ?? ""
      : ExerciseText.words(of: pieces, in: nameStart..<max(nameStart, end))
    label = labelled?.label
    self.tokens = tokens
    start = colon + 1
  }

  /// What stands there but for the comments.
  private static func words(of pieces: [Substring], in range: Range<String.Index>) -> String {
    pieces.prefix { $0.startIndex < range.upperBound }.map { piece in
      piece
        .prefix(upTo: min(piece.endIndex, range.upperBound))
        .suffix(
          from: min(max(piece.startIndex, range.lowerBound), min(piece.endIndex, range.upperBound)))
    }.joinedWords
  }

  /// The colon that ends the name; nil where there is none.
  private static func colon(from first: Int, behind link: Link?, in tokens: [Token]) -> Int? {
    for index in tokens.indices.dropFirst(first) where tokens[index].kind == .colon {
      if let link, tokens[index].text.startIndex < link.end { continue }
      if endsName(index, in: tokens) { return index }
    }
    return nil
  }

  /// An item that would be an exercise if a colon stood behind its name: `Deadlift 3x5`, `Row - 3 x 8`.
  ///
  /// Nil where sets don't follow a few words, as in prose.
  static func withoutColon(pieces: [Substring]) -> (name: String, sets: Token)? {
    let tokens = Lexer.tokens(of: pieces)
    let sets = tokens.indices.first {
      tokens[$0...].prefix(3).map(\.kind) == [.number, .times, .number]
    }
    guard let sets, sets > 0, !tokens[..<sets].contains(where: { $0.kind == .colon }) else {
      return nil
    }
    let named = tokens[..<sets].reversed().drop { $0.kind != .word && $0.kind != .number }
    guard let last = named.first, named.count <= longestName,
      named.contains(where: { $0.kind == .word })
    else { return nil }
    let name = words(of: pieces, in: tokens[0].text.startIndex..<last.text.endIndex)
    return (name, tokens[sets])
  }

  /// In words and signs: more of them before the sets are prose.
  private static let longestName = 7

  /// Whether it is beyond doubt: `3 x 8` behind the colon.
  var beginsWithSets: Bool { tokens[start...].prefix(3).map(\.kind) == [.number, .times, .number] }

  /// `A1`, `A1.`, `A1)` or `A1:`, then a blank and a name.
  private static func label(_ tokens: [Token]) -> (label: Label, length: Int)? {
    guard tokens.count > 3, tokens[0].kind == .word, tokens[0].text.utf8.count == 1,
      tokens[1].kind == .number, tokens[1].text.startIndex == tokens[0].text.endIndex,
      let letter = tokens[0].text.uppercased().first, let number = Int(tokens[1].text, radix: 10),
      PlannedExercise.Superset.letters.contains(letter),
      PlannedExercise.Superset.numbers.contains(number)
    else { return nil }
    let sign = tokens[2]
    let isSigned =
      sign.text.startIndex == tokens[1].text.endIndex && [".", ")", ":"].contains(sign.text)
    let length = isSigned ? 3 : 2
    // Without a blank it is a word of its own, and without a name there is no exercise.
    guard tokens[length].kind != .end, tokens[length].kind != .colon,
      tokens[length].text.startIndex > tokens[length - 1].text.endIndex
    else { return nil }
    let superset = PlannedExercise.Superset(letter: letter, number: number)
    let place = tokens[0].text.startIndex..<tokens[length - 1].text.endIndex
    return (Label(superset: superset, place: place), length)
  }

  private static func link(_ tokens: ArraySlice<Token>, in pieces: [Substring]) -> Link? {
    guard let first = tokens.first, first.text.utf8.first == UInt8(ascii: "["),
      let piece = pieces.first(where: { $0.endIndex > first.text.startIndex })
    else { return nil }
    let rest = piece[first.text.startIndex...].dropFirst()
    guard let middle = rest.place(of: "]("),
      let end = rest[middle.upperBound...].utf8.firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return Link(
      words: rest[..<middle.lowerBound], address: rest[middle.upperBound..<end],
      end: rest.utf8.index(after: end))
  }

  /// A colon ends the name when a number follows, unless it is part of `6:30` or of an address.
  private static func endsName(_ index: Int, in tokens: [Token]) -> Bool {
    guard tokens[index].kind == .colon else { return false }
    let rest = tokens[(index + 1)...].drop { $0.isEmphasis }
    guard let number = rest.first, number.kind == .number else { return false }
    if tokens[index].text.endIndex < number.text.startIndex { return true }
    let isTime =
      index > 0 && tokens[index - 1].kind == .number
      && tokens[index - 1].text.endIndex == tokens[index].text.startIndex
    return !isTime && rest.dropFirst().first?.kind == .times
  }
}

extension ExerciseText {
  /// The address of the exercise's video, and what is wrong with it.
  var video: (address: String?, problem: Problem?) {
    guard let link else { return (nil, nil) }
    guard !link.address.isEmpty else {
      return (
        nil,
        .error(
          place, "the address of the video is missing",
          hint: "write “[\(name)](https://example.org/squat)”, or the name alone")
      )
    }
    guard link.address.isAddress else {
      return (
        nil,
        .error(
          link.address.startIndex..<link.address.endIndex,
          "\(link.address.quoted) isn't an address of a video",
          hint: "write it in full, as in “https://example.org/squat”")
      )
    }
    return (String(link.address), nil)
  }
}

extension Token {
  /// The stars or underscores of bold and italic words.
  var isEmphasis: Bool { kind == .other && text.allSatisfy { $0 == "*" || $0 == "_" } }
}
