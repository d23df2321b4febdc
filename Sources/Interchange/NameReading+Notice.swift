internal import Lifting

extension NameReading {
  /// What was made of a name, as a sentence for whoever wrote it.
  func notice(of name: String) -> String {
    let manner = [
      isNegative ? "as negatives: only the lowering counts" : nil,
      isAssisted ? "with the weight as help" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    guard let exercise else {
      return "“\(name)” isn't in the catalog; its sets were kept under this name"
        + (manner.isEmpty ? "" : ", \(manner)")
    }
    return "“\(name)” was read as \(exercise.name.lowercased()), \(manner)"
  }

  /// What may have been meant, or what to look at.
  func hint(for name: String) -> String? {
    guard let exercise else {
      let meant = Exercise.suggestions(for: name).map { "“\($0.name)”" }.joined(separator: ", ")
      return meant.isEmpty
        ? "say under Your exercises what it is like"
        : "did you mean \(meant)? Else say under Your exercises what it is like"
    }
    guard isAssisted, exercise.bodyMassFraction == 0 else { return nil }
    return "correct sets in which this weight was lifted, and somebody helped"
  }
}
