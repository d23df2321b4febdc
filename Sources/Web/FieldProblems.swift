import Foundation
import Pictures

/// What can't be of what was typed: a sentence a field, shown beside it.
struct FieldProblems: Sendable {
  private var sentences: [String: String] = [:]

  var isEmpty: Bool { sentences.isEmpty }
  var count: Int { sentences.count }

  /// The sentence of a field; nil where nothing is wrong with it. The first one said of a field stays.
  subscript(_ field: String) -> String? {
    get { sentences[field] }
    set { sentences[field] = sentences[field] ?? newValue }
  }

  /// The sentence beside its field, which it describes.
  func beside(_ field: String) -> HTML {
    guard let sentence = sentences[field] else { return .empty }
    return
      "<span class=\"problem beside\" id=\"problem-\(field)\" role=\"alert\">\(sentence)</span>"
  }

  /// The attributes of a field that something is wrong with.
  func attributes(_ field: String) -> HTML {
    guard sentences[field] != nil else { return .empty }
    return " aria-invalid=\"true\" aria-describedby=\"problem-\(field)\""
  }

  /// Above the form: that there is something to put right, and that nothing is lost.
  var summary: HTML {
    guard !sentences.isEmpty else { return .empty }
    let count = sentences.count == 1 ? "One thing needs" : "\(sentences.count) things need"
    return Parts.problem(
      "\(count) a second look. Nothing was saved yet, and nothing you typed is lost.")
  }
}

extension Form {
  /// A whole number of a range; nil where nothing was typed, or with a sentence where it can't be.
  func whole(
    _ name: String, in range: ClosedRange<Int>, _ problems: inout FieldProblems,
    else sentence: String
  ) -> Int? {
    let text = (self[name] ?? "").trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty else { return nil }
    guard let number = Int(text, radix: 10), range.contains(number) else {
      problems[name] = "“\(text.prefix(30))” can’t be. \(sentence)"
      return nil
    }
    return number
  }
}
