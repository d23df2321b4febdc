extension Exercise {
  /// The exercise that somebody means by a name: an id, a name or an alias, in any word order, with
  /// or without plurals, hyphens and brackets. `Bench Press (Barbell)` is `barbell bench press`.
  public static func named(_ name: String) -> Exercise? { byKey[key(of: name)] }

  /// The names most like the one that wasn't found, best first; empty when none comes near.
  public static func suggestions(for name: String, most: Int = 3) -> [Exercise] {
    let wanted = words(of: name).map { Array($0.utf8) }
    guard !wanted.isEmpty else { return [] }
    var best: [ID: Double] = [:]
    for (words, id) in wordsByName {
      let score = likeness(wanted, words)
      if score >= 0.6, score > best[id] ?? 0 { best[id] = score }
    }
    // The best and what comes close to it; names that share a common word don't.
    let nearest = (best.values.max() ?? 0) - 0.08
    return catalog.filter { best[$0.id] ?? 0 >= nearest && best[$0.id] != nil }
      .sorted { (best[$0.id] ?? 0, $1.id) > (best[$1.id] ?? 0, $0.id) }
      .prefix(max(0, most)).map { $0 }
  }

  /// The words of every name, split once.
  private static let wordsByName: [(words: [[UInt8]], id: ID)] = byKey.map { key, exercise in
    (key.split(separator: " ").map { Array($0.utf8) }, exercise.id)
  }

  /// Every key under which an exercise is found; built once. Tests hold that no two rows share one.
  static let byKey: [String: Exercise] = {
    var byKey: [String: Exercise] = [:]
    for exercise in catalog {
      for name in [exercise.id.rawValue, exercise.name] + exercise.aliases {
        byKey[key(of: name)] = exercise
      }
    }
    return byKey
  }()

  /// The words of a name in alphabetical order: what is left when spelling habits are taken away.
  public static func key(of name: String) -> String {
    words(of: name).sorted().joined(separator: " ")
  }

  private static func words(of name: String) -> [String] {
    name.lowercased()
      .split { !($0.isLetter || $0.isNumber) }
      .compactMap { word in
        switch word {
        case "db", "dumbells", "dumbell": "dumbbell"
        case "bb": "barbell"
        case "kb": "kettlebell"
        case "calves": "calf"
        case "flye", "flyes", "flies": "fly"
        case "the", "with", "on", "a": nil
        default: singular(word)
        }
      }
  }

  private static func singular(_ word: Substring) -> String {
    for ending in ["ches", "shes", "sses"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    guard word.count >= 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return String(word) }
    return String(word.dropLast())
  }

  /// How alike two lists of words are, 0 to 1: each word's best match, weighted by its length.
  private static func likeness(_ wanted: [[UInt8]], _ known: [[UInt8]]) -> Double {
    func share(_ from: [[UInt8]], _ to: [[UInt8]]) -> Double {
      var total = 0
      var matched = 0.0
      for word in from {
        total += word.count
        matched += Double(word.count) * (to.map { likeness(word, $0) }.max() ?? 0)
      }
      return total > 0 ? matched / Double(total) : 0
    }
    return (share(wanted, known) + share(known, wanted)) / 2
  }

  /// How alike two words are; 0 when less than three letters of five are.
  private static func likeness(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let longest = max(left.count, right.count)
    guard longest > 0, abs(left.count - right.count) * 5 <= longest * 2 else { return 0 }
    let likeness = 1 - Double(editDistance(left, right)) / Double(longest)
    return likeness >= 0.6 ? likeness : 0
  }
}
