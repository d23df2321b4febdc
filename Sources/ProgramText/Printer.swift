import Lifting

extension Program {
  /// The program as it is written: every line to the letter, but for those that were edited.
  public var text: String { joined { $0.text } }

  /// The program with all its exercises in the form in which this language prints them.
  public var canonicalText: String { joined { $0.canonicalText } }

  private func joined(_ exerciseText: (ExerciseLine) -> String) -> String {
    var text = ""
    var isFirst = true
    for line in lines {
      if !isFirst { text += "\n" }
      isFirst = false
      switch line {
      case .verbatim(let line): text += line
      case .exercise(let line): text += exerciseText(line)
      }
    }
    return text
  }
}

extension ExerciseLine {
  /// The line as it was read; where it was edited, with other numbers, or in canonical form.
  public var text: String { planned == asRead ? source : rewritten ?? canonicalText }

  var canonicalText: String { lead + planned.text + tail }
}

extension PlannedExercise {
  /// The exercise as a program has it, without a bullet: `Squat: 3 x 8 @ 70%, tempo 4-1-1-0`.
  public var text: String {
    let label = superset.map { "\($0.text). " } ?? ""
    let named = video.map { "[\(name)](\($0))" } ?? name
    return "\(label)\(named): " + groups.map(\.text).joined(separator: ", then ")
  }
}

extension PlannedExercise.Superset {
  /// `A1`
  public var text: String { "\(letter)\(number)" }
}

extension PlannedSets {
  /// `3 x 8 @ 70%, tempo 4-1-1-0, keep 2 in reserve, rest 2 min`
  public var text: String {
    var text = countText
    for clause in Clause.all {
      if let clause = clause.text(self) { text += clause }
    }
    return text
  }

  /// `3 x 8`, `3 x 8-12`, `3 x 30 s`
  var countText: String {
    func range(_ range: ClosedRange<Int>) -> String {
      range.lowerBound == range.upperBound
        ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    return "\(sets) x " + (holdSeconds.map { "\(range($0)) s" } ?? range(reps))
  }

  /// `90 s`, `2 min`, `2:30`
  static func restText(_ seconds: Double) -> String {
    guard restRange.contains(seconds), seconds == seconds.rounded(), seconds >= 60 else {
      return "\(seconds.plain) s"
    }
    let (minutes, rest) = Int(saturating: seconds).quotientAndRemainder(dividingBy: 60)
    if rest == 0 { return "\(minutes) min" }
    return minutes < 2 ? "\(seconds.plain) s" : "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension PlannedSets.Load {
  /// `20 kg`, `70%`, `body`, `body + 10 kg`, `body - 15 kg`
  public var text: String {
    switch self {
    case .mass(let mass): mass.text
    case .percent(let percent): "\(percent.plain)%"
    case .body(let external, let assistance):
      "body" + (external == .zero ? "" : " + \(external.text)")
        + (assistance == .zero ? "" : " - \(assistance.text)")
    }
  }
}

extension Mass {
  var text: String { "\(amount.plain) \(unit.rawValue)" }
}

extension Tempo {
  /// `4-1-X-0`
  var text: String {
    [eccentric, .seconds(pauseBottom), concentric, .seconds(pauseTop)].map { beat in
      switch beat {
      case .seconds(let seconds): seconds.plain
      case .fast: "X"
      case .assisted: "A"
      }
    }.joined(separator: "-")
  }
}

extension Double {
  /// The shortest decimal that reads back as this number, never with an exponent below one.
  var plain: String {
    let text = short
    guard let sign = text.lastIndex(of: "e"),
      let exponent = Int(text[sign...].dropFirst(), radix: 10),
      (-400..<0).contains(exponent)
    else { return text }
    let digits = text[..<sign].filter { $0 != "." }
    return "0." + String(repeating: "0", count: -exponent - 1) + digits
  }
}
