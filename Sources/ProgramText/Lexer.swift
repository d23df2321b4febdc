/// A piece of an exercise line, with its place.
struct Token: Hashable {
  enum Kind: Hashable {
    case number, word
    /// `x` or `×`, between sets and repetitions.
    case times
    /// `-` and whatever a telephone makes of it.
    case dash
    case at, comma, colon, plus, percent
    /// A run of anything else.
    case other
    /// Behind the last piece, so that what is missing has a place too.
    case end
  }

  let kind: Kind
  /// As written.
  let text: Substring
  /// A word as the tables of words have it: lowercase, blanks for hyphens. Empty for what isn't a
  /// word, or too long to be one.
  let key: String

  static let longestWord = 32
  /// No number that is printed is longer, however small; reading longer ones takes long.
  static let longestNumber = 400

  init(_ kind: Kind, _ text: Substring) {
    self.kind = kind
    self.text = text
    let isWord = (kind == .word || kind == .times) && text.utf8.count <= Token.longestWord
    self.key = isWord ? Token.key(of: text) : ""
  }

  private static func key(of word: Substring) -> String {
    if word.utf8.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) {
      return String(word)
    }
    var key = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars {
      key.append(Lexer.sign(scalar) == .dash ? " " : scalar)
    }
    return String(key)
  }

  var range: Range<String.Index> { text.startIndex..<text.endIndex }

  /// What a number says; nil for `1.2.3` and `12,5`.
  var value: Double? {
    kind == .number && text.utf8.count <= Token.longestNumber ? Double(text) : nil
  }
}

/// Cuts an exercise line into tokens, reading every scalar once.
struct Lexer {
  private let scalars: Substring.UnicodeScalarView
  private var position: String.Index
  private var tokens: [Token]

  /// The tokens of all pieces, which lie between comments, and one behind the last of them.
  static func tokens(of pieces: [Substring]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(32)
    for piece in pieces {
      var lexer = Lexer(piece, tokens)
      tokens = []
      lexer.read()
      tokens = lexer.tokens
    }
    let end = tokens.last?.text.suffix(0) ?? pieces.first?.prefix(0) ?? ""
    tokens.append(Token(.end, end))
    return tokens
  }

  private init(_ piece: Substring, _ tokens: [Token]) {
    self.tokens = tokens
    scalars = piece.unicodeScalars
    position = scalars.startIndex
  }

  private mutating func read() {
    while let scalar = current {
      if Lexer.isBlank(scalar) {
        advance()
      } else if Lexer.isDigit(scalar) {
        token(.number) { $0.readNumber() }
      } else if Lexer.isLetter(scalar) {
        token(.word) { $0.readWord() }
      } else if let sign = Lexer.sign(scalar) {
        token(sign) { $0.advance() }
      } else {
        token(.other) { $0.readOther() }
      }
    }
  }

  private mutating func token(_ kind: Token.Kind, _ read: (inout Lexer) -> Void) {
    let start = position
    read(&self)
    let text = Substring(scalars[start..<position])
    let isTimes = kind == .word && text.utf8.count == 1 && (text == "x" || text == "X")
    tokens.append(Token(isTimes ? .times : kind, text))
  }

  /// `12`, `12.5`, and also `12,5`, so that it can be told that it isn't understood.
  private mutating func readNumber() {
    skip(while: Lexer.isDigit)
    while current == "." || current == ",", let digit = following, Lexer.isDigit(digit) {
      advance()
      skip(while: Lexer.isDigit)
    }
  }

  /// `keep`, `warm-up`, `don't`.
  private mutating func readWord() {
    skip(while: Lexer.continuesWord)
    while let joint = current, joint == "'" || joint == "’" || Lexer.sign(joint) == .dash,
      let letter = following, Lexer.isLetter(letter)
    {
      advance()
      skip(while: Lexer.continuesWord)
    }
  }

  private mutating func readOther() {
    skip {
      !Lexer.isBlank($0) && !Lexer.isDigit($0) && !Lexer.isLetter($0) && Lexer.sign($0) == nil
    }
  }

  private var current: Unicode.Scalar? {
    position < scalars.endIndex ? scalars[position] : nil
  }

  private var following: Unicode.Scalar? {
    guard position < scalars.endIndex else { return nil }
    let next = scalars.index(after: position)
    return next < scalars.endIndex ? scalars[next] : nil
  }

  private mutating func advance() {
    if position < scalars.endIndex { position = scalars.index(after: position) }
  }

  private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
    while let scalar = current, condition(scalar) { advance() }
  }
}

// What the scalars are.
extension Lexer {
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    // U+200B and U+FEFF have no width and come along with what is pasted from web pages.
    // Looking up what a scalar is takes long; most are of ASCII.
    if scalar.isASCII { return scalar == " " || ("\t"..."\r").contains(scalar) }
    return scalar == "\u{200B}" || scalar == "\u{FEFF}" || scalar.properties.isWhitespace
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isAlphabetic }
    return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || (!scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark)
  }

  static func sign(_ scalar: Unicode.Scalar) -> Token.Kind? {
    switch scalar {
    case "@": .at
    case ",": .comma
    case ":": .colon
    case "+": .plus
    case "%": .percent
    case "×": .times
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}": .dash
    default: nil
    }
  }
}
