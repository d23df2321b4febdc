import Lifting

/// A list item that is meant as an exercise, split at the colon behind the name.
struct ExerciseText {
  let name: String
  let place: Range<String.Index>
  /// What follows the colon, up to the end.
  let sets: ArraySlice<Token>

  /// Nil where the item, given without its bullet and its comments, is prose.
  init?(pieces: [Substring]) {
    let tokens = Lexer.tokens(of: pieces)
    guard let colon = tokens.indices.first(where: { ExerciseText.endsName($0, in: tokens) }) else {
      return nil
    }
    let end = tokens[colon].text.startIndex
    let isNameless = colon == tokens.startIndex
    name = pieces.prefix { $0.startIndex < end }.map { $0[..<min($0.endIndex, end)] }.joinedWords
    place = tokens[0].text.startIndex..<(isNameless ? tokens[0] : tokens[colon - 1]).text.endIndex
    sets = tokens[(colon + 1)...]
  }

  /// Whether it is beyond doubt: `3 x 8` behind the colon.
  var beginsWithSets: Bool { sets.prefix(3).map(\.kind) == [.number, .times, .number] }

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

extension Token {
  /// The stars or underscores of bold and italic words.
  var isEmphasis: Bool { kind == .other && text.allSatisfy { $0 == "*" || $0 == "_" } }
}
