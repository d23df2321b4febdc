import Lifting

/// Exercises by the names that a program uses, each looked up once.
struct Names {
  /// The athlete's own.
  let own: [String: OwnExercise]
  private var exercises: [String: Exercise?] = [:]
  private var suggestions: [String: [Exercise]] = [:]

  init(own: [String: OwnExercise]) { self.own = own }

  /// Longer names are sentences.
  private static let longestName = 100
  /// For so many unknown names of a program something nearer is looked for. Looking takes long, and
  /// a text with more of them isn't a program.
  private static let mostSuggestions = 50

  mutating func exercise(_ name: String) -> Exercise? {
    if let known = exercises[name] { return known }
    let exercise =
      name.utf8.count <= Names.longestName
      ? Exercise.named(name) ?? own[Exercise.key(of: name)]?.exercise : nil
    exercises[name] = .some(exercise)
    return exercise
  }

  /// What is wrong with a name that no exercise has.
  mutating func problem(_ name: String, at range: Range<String.Index>) -> Problem {
    guard !name.isEmpty else {
      return .error(range, "the exercise's name is missing", hint: "write “Name: 3 x 8”")
    }
    let names = nearest(to: name).map(\.name)
    return .warning(
      range, "there is no exercise \(name.quoted) in the catalog",
      hint: names.isEmpty ? nil : "did you mean \(names.alternatives)?")
  }

  private mutating func nearest(to name: String) -> [Exercise] {
    if let known = suggestions[name] { return known }
    guard name.utf8.count <= Names.longestName, suggestions.count < Names.mostSuggestions else {
      return []
    }
    let nearest = Exercise.suggestions(for: name)
    suggestions[name] = nearest
    return nearest
  }
}
