import Lifting

/// Reads what follows an exercise's name: `3 x 8 @ 70%, tempo 4-1-1-0, then 1 x 4 negative`.
///
/// It looks a few tokens ahead and never goes back. A clause that isn't understood is reported and
/// skipped up to the next one that may be, so that one line can have several problems.
struct Parser {
  /// Sets, and which tokens said what about them.
  struct Group {
    var sets: PlannedSets
    var places = Places()
    /// Whether every clause was understood, so that what is missing was left out on purpose.
    var isComplete = true
  }

  /// Which tokens said what. A group has a handful of clauses, which are found sooner by looking at each
  /// than by hashing their names.
  struct Places {
    private var places: [(name: String, tokens: Range<Int>)] = []

    subscript(clause: Clause) -> Range<Int>? {
      places.last { $0.name == clause.name }?.tokens
    }

    /// The place that was said last counts.
    ///
    /// - Returns: Whether it is said for the first time.
    fileprivate mutating func add(_ clause: Clause, _ tokens: Range<Int>) -> Bool {
      defer { places.append((clause.name, tokens)) }
      return self[clause] == nil
    }
  }

  /// A line with so many problems isn't an exercise, and nobody reads more of them.
  static let mostProblems = 100

  let tokens: [Token]
  private(set) var position: Int
  private(set) var problems: [Problem] = []

  /// - Parameters:
  ///   - tokens: The line's; the last one is the end.
  ///   - start: Where what follows the colon begins.
  init(_ tokens: [Token], from start: Int) {
    self.tokens = tokens
    position = start
  }

  /// All groups of sets. They say what is meant only if there is no error among the problems.
  mutating func groups() -> [Group] {
    var groups: [Group] = []
    repeat {
      let isProse = groups.isEmpty && !isAtSets
      do throws(Problem) {
        groups.append(Group(sets: try setsAndReps()))
      } catch {
        report(error)
        guard !isProse else { return [] }
        skipClause()
        groups.append(Group(sets: PlannedSets(sets: 1, reps: 1...1), isComplete: false))
      }
      readClauses(into: &groups[groups.count - 1])
    } while problems.count < Parser.mostProblems && accept(word: "then")
    return groups
  }

  /// What follows `3 x 8`, in any order, with or without commas.
  private mutating func readClauses(into group: inout Group) {
    while !isAtEndOfGroup, problems.count < Parser.mostProblems {
      let start = position
      do throws(Problem) {
        if accept(.comma) {
          try checkComma()
        } else if let clause = nextClause {
          try clause.read(&self, &group.sets)
          if !group.places.add(clause, start..<position) {
            report(
              .error(range(since: start), "\(clause.name) is said twice", hint: "leave one out"))
          }
        } else {
          throw unknownClause()
        }
      } catch {
        report(error)
        group.isComplete = false
        skipClause()
      }
    }
  }

  private var nextClause: Clause? {
    let kind = kind()
    return Clause.all.first { $0.starts.contains(kind) && $0.begins(self) }
  }

  private var isAtEndOfGroup: Bool { kind() == .end || key() == "then" }

  /// Skips what isn't understood, up to a comma or a word that begins a clause.
  private mutating func skipClause() {
    let start = position
    while !isAtEndOfGroup, kind() != .comma {
      // A number rather belongs to the misspelt word before it.
      let isClause = kind() != .number && nextClause != nil
      if isClause, position > start { return }
      skip()
    }
  }

  private func checkComma() throws(Problem) {
    guard kind() == .comma || kind() == .end else { return }
    throw .error(
      tokens[position - 1].range, "nothing follows this comma",
      hint: "an exercise stays on one line")
  }
}

// Looking at tokens and taking them.
extension Parser {
  /// The token so many places ahead; the end where there are no more.
  func peek(_ ahead: Int = 0) -> Token {
    let index = position + ahead
    return index < tokens.count ? tokens[index] : tokens.last ?? Token(.end, "")
  }

  /// What is asked of most tokens, without taking a copy of them, which takes longer than the answer.
  func kind(_ ahead: Int = 0) -> Token.Kind {
    let index = position + ahead
    return index < tokens.count ? tokens[index].kind : .end
  }

  func key(_ ahead: Int = 0) -> String {
    let index = position + ahead
    return index < tokens.count ? tokens[index].key : ""
  }

  /// Takes the next token, whatever it is; the end stays.
  mutating func take() -> Token {
    let token = peek()
    skip()
    return token
  }

  /// Passes over so many tokens; the end stays.
  mutating func skip(_ count: Int = 1) {
    for _ in 0..<count where kind() != .end { position += 1 }
  }

  /// Takes the next token if it is of this kind.
  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard self.kind() == kind else { return false }
    skip()
    return true
  }

  /// Takes the next token if it is this word.
  mutating func accept(word: String) -> Bool {
    guard key() == word else { return false }
    skip()
    return true
  }

  /// What the words here mean and how many tokens they are, by the longest entry of the table.
  func phrase<Meaning>(in table: [String: Meaning]) -> (meaning: Meaning, length: Int)? {
    guard kind() == .word else { return nil }
    var words = ""
    var found: (Meaning, Int)?
    for length in 1...3 {
      let word = key(length - 1)
      guard !word.isEmpty else { break }
      words += words.isEmpty ? word : " " + word
      if let meaning = table[words] { found = (meaning, length) }
    }
    return found
  }

  mutating func report(_ problem: Problem) { problems.append(problem) }

  /// Where these tokens stand.
  func range(_ indices: Range<Int>) -> Range<String.Index> {
    guard let first = tokens[indices].first, let last = tokens[indices].last else {
      return peek().range
    }
    return first.text.startIndex..<last.text.endIndex
  }

  /// Where the tokens stand that were taken since.
  func range(since start: Int) -> Range<String.Index> { range(start..<position) }
}
