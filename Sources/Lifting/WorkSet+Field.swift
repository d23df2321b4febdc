extension WorkSet {
  /// Something that people say of a set: how it is asked, read and written.
  public struct Field: Sendable {
    public enum Input: Sendable, Hashable {
      /// A whole number of a range.
      case whole(ClosedRange<Int>)
      /// A number of a range, with a point or a comma.
      case decimal(ClosedRange<Double>)
      /// A weight or help, as ``Load/typed`` writes it.
      case load
      /// One of a few.
      case choice
      /// So many characters at most.
      case text(most: Int)
    }

    public struct Choice: Sendable, Hashable, Codable {
      /// As it is sent; empty where nothing is said.
      public let value: String
      /// As it is read.
      public let text: String

      init(_ value: String, _ text: String) {
        self.value = value
        self.text = text
      }
    }

    /// Why what was typed can't be, as a sentence for whoever typed it.
    public struct Problem: Error, Hashable {
      public let sentence: String
      init(_ sentence: String) { self.sentence = sentence }
    }

    /// Its key in a set's JSON.
    public let name: String
    /// What is asked.
    public let question: String
    /// What a number is of; nil where the question says it.
    public let unit: String?
    public let input: Input
    private let read: @Sendable (WorkSet) -> String
    private let write: @Sendable (inout WorkSet, String) throws(Problem) -> Void
    private let listed: @Sendable (WorkSet) -> [Choice]
    private let asked: @Sendable (WorkSet, Exercise?) -> Bool
    private let said: @Sendable (WorkSet) -> String?

    init(
      _ name: String, _ question: String, unit: String? = nil, _ input: Input,
      _ read: @escaping @Sendable (WorkSet) -> String,
      amend write: @escaping @Sendable (inout WorkSet, String) throws(Problem) -> Void,
      choices: @escaping @Sendable (WorkSet) -> [Choice] = { _ in [] },
      isAsked: @escaping @Sendable (WorkSet, Exercise?) -> Bool,
      words: @escaping @Sendable (WorkSet) -> String?
    ) {
      (self.name, self.question, self.unit, self.input) = (name, question, unit, input)
      (self.read, self.write, self.listed) = (read, write, choices)
      (self.asked, self.said) = (isAsked, words)
    }

    /// As somebody would type or choose it; empty where it is unsaid.
    public func typed(_ set: WorkSet) -> String { read(set) }

    /// What there is to choose from, of an input that is a choice.
    public func choices(_ set: WorkSet) -> [Choice] { listed(set) }

    /// Whether it is asked after such a set; the others are there for whoever corrects it.
    public func isAsked(after set: WorkSet, of exercise: Exercise?) -> Bool { asked(set, exercise) }

    /// As the history says it; nil where there is nothing to say.
    public func words(_ set: WorkSet) -> String? { said(set) }

    /// Writes what was typed into the set; what is empty becomes unsaid.
    ///
    /// - Throws: a sentence for what can't be; the set is as before then.
    public func amend(_ set: inout WorkSet, _ typed: String) throws(Problem) {
      let text = Self.trimmed(typed)
      // What is as it was shown is as it was, however it came in.
      if input != .choice, text == Self.trimmed(read(set)) { return }
      if case .text(let most) = input, text.count > most {
        throw Problem("That is longer than \(most) characters.")
      }
      try write(&set, text)
    }
  }
}

extension WorkSet.Field {
  static func whole(
    _ name: String, _ question: String, unit: String? = nil, _ range: ClosedRange<Int>,
    _ get: @escaping @Sendable (WorkSet) -> Int?,
    _ set: @escaping @Sendable (inout WorkSet, Int?) -> Void,
    isAsked: @escaping @Sendable (WorkSet, Exercise?) -> Bool,
    words: @escaping @Sendable (WorkSet) -> String?
  ) -> WorkSet.Field {
    WorkSet.Field(
      name, question, unit: unit, .whole(range), { get($0).map(String.init) ?? "" },
      amend: { work, text throws(Problem) in
        set(&work, try number(text, in: range) { Int($0, radix: 10) })
      },
      isAsked: isAsked, words: words)
  }

  static func decimal(
    _ name: String, _ question: String, unit: String? = nil, _ range: ClosedRange<Double>,
    _ get: @escaping @Sendable (WorkSet) -> Double?,
    _ set: @escaping @Sendable (inout WorkSet, Double?) -> Void,
    isAsked: @escaping @Sendable (WorkSet, Exercise?) -> Bool,
    words: @escaping @Sendable (WorkSet) -> String?
  ) -> WorkSet.Field {
    WorkSet.Field(
      name, question, unit: unit, .decimal(range), { get($0)?.short ?? "" },
      amend: { work, text throws(Problem) in
        set(&work, try number(text, in: range) { Double(decimal: $0) })
      }, isAsked: isAsked, words: words)
  }

  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ question: String, _ get: @escaping @Sendable (WorkSet) -> Value?,
    _ set: @escaping @Sendable (inout WorkSet, Value?) -> Void,
    _ text: @escaping @Sendable (Value) -> String,
    isAsked: @escaping @Sendable (WorkSet, Exercise?) -> Bool,
    words: @escaping @Sendable (WorkSet) -> String?
  ) -> WorkSet.Field {
    WorkSet.Field(
      name, question, .choice, { get($0)?.rawValue ?? "" },
      amend: { work, typed throws(Problem) in
        guard !typed.isEmpty else { return set(&work, nil) }
        guard let value = Value(rawValue: typed) else {
          throw Problem("There is no “\(typed.prefix(30))” to choose.")
        }
        set(&work, value)
      },
      choices: { _ in
        [Choice("", "Not said")] + Value.allCases.map { Choice($0.rawValue, text($0)) }
      }, isAsked: isAsked, words: words)
  }

  /// A number of a range; nil where nothing was typed.
  ///
  /// - Throws: that it isn't one, or which ones there may be.
  static func number<Number: Comparable & LosslessStringConvertible>(
    _ text: String, in range: ClosedRange<Number>, _ read: (String) -> Number?
  ) throws(Problem) -> Number? {
    guard !text.isEmpty else { return nil }
    guard let number = read(text) else {
      let kind = Number.self == Int.self ? "whole number" : "number"
      throw Problem("“\(text.prefix(30))” is not a \(kind).")
    }
    guard range.contains(number) else {
      throw Problem(
        "\(text.prefix(30)) can’t be: it goes from \(shown(range.lowerBound)) to \(shown(range.upperBound))."
      )
    }
    return number
  }

  private static func shown(_ number: some LosslessStringConvertible) -> String {
    (number as? Double)?.short ?? number.description
  }

  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension Double {
  /// A finite number as people type it: with a point or a comma, and no exponent.
  public init?(decimal text: String) {
    let number = String(text.map { $0 == "," ? "." : $0 })
    guard number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }),
      let value = Double(number), value.isFinite
    else { return nil }
    self = value
  }
}
