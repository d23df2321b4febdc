import Lifting

/// Something that a program can say about sets beside how many there are.
///
/// Clauses are rows of ``all``: how one is recognized, read and printed stands in one place. To add
/// a clause, add a row.
final class Clause: Sendable {
  /// As a sentence about it begins: `the tempo`.
  let name: String
  /// What it begins with, for whoever misspelt it.
  let openings: [String]
  /// What its first token may be.
  let starts: [Token.Kind]
  /// Whether what stands here, which is one of these, is this clause.
  let begins: @Sendable (Parser) -> Bool
  /// Takes the clause's tokens, and says what they mean.
  let read: @Sendable (inout Parser, inout PlannedSets) throws(Problem) -> Void
  /// The canonical text with what separates it from the text before; nil where there is nothing
  /// to say.
  let text: @Sendable (PlannedSets) -> String?

  init(
    name: String, openings: [String], starts: [Token.Kind],
    begins: @escaping @Sendable (Parser) -> Bool,
    read: @escaping @Sendable (inout Parser, inout PlannedSets) throws(Problem) -> Void,
    text: @escaping @Sendable (PlannedSets) -> String?
  ) {
    self.name = name
    self.openings = openings
    self.starts = starts
    self.begins = begins
    self.read = read
    self.text = text
  }

  /// In the order in which they are printed; what is read is the first row that begins with it.
  static let all =
    [kind, load, tempo, lowering, wayUp, sides, reserve, velocityLoss, rest] + progressions
}

// MARK: The kind of set

extension Clause {
  static let kind = Clause(
    name: "the kind of set",
    openings: ["negative", "negatives", "warm-up"],
    starts: [.word],
    begins: { $0.phrase(in: kinds) != nil },
    read: { (parser, sets) throws(Problem) in
      guard let (kind, length) = parser.phrase(in: kinds) else { return }
      parser.skip(length)
      sets.kind = kind
    },
    text: { sets in
      switch sets.kind {
      case .normal: nil
      case .negative: " negative"
      case .warmUp: " warm-up"
      }
    })

  private static let kinds: [String: WorkSet.Kind] = [
    "negative": .negative, "negatives": .negative, "warm up": .warmUp, "warmup": .warmUp,
  ]
}

// MARK: The load

extension Clause {
  static let load = Clause(
    name: "the load",
    openings: [],
    starts: [.at],
    begins: { $0.kind() == .at && !reserve.begins($0) },
    read: { (parser, sets) throws(Problem) in
      parser.skip()
      sets.load = try parser.load()
    },
    text: { sets in sets.load.map { " @ \($0.text)" } })
}

extension Parser {
  private static let body = PlannedSets.Load.body(external: .zero, assistance: .zero)
  static let bodies = ["body": body, "body weight": body, "bodyweight": body, "bw": body]

  private static let help: Set<String> = ["help", "assistance", "assist", "assisted"]

  /// `70%`, `20 kg`, `body + 10 kg`, `help 15 kg`
  fileprivate mutating func load() throws(Problem) -> PlannedSets.Load {
    if Self.help.contains(key()) {
      skip()
      return .body(external: .zero, assistance: try mass())
    }
    if let (_, length) = phrase(in: Parser.bodies) {
      skip(length)
      return try bodyLoad()
    }
    if kind() == .number, kind(1) == .percent {
      let start = position
      let percent = try number(take())
      skip()
      let load = PlannedSets.Load.percent(held(percent, to: .percent, since: start))
      takeOfMaximum()
      return load
    }
    return .mass(try mass())
  }

  /// `70% of 1RM`: a percentage is always of that.
  private mutating func takeOfMaximum() {
    let ahead = key() == "of" ? 1 : 0
    if ["e1rm", "orm"].contains(key(ahead)) { return skip(ahead + 1) }
    if peek(ahead).text == "1", key(ahead + 1) == "rm" { return skip(ahead + 2) }
    if key(ahead) == "e", peek(ahead + 1).text == "1", key(ahead + 2) == "rm" {
      skip(ahead + 3)
    }
  }

  /// `+ 10 kg`, `- 15 kg`, or both.
  private mutating func bodyLoad() throws(Problem) -> PlannedSets.Load {
    var external: Mass?
    var assistance: Mass?
    while kind() == .plus || kind() == .dash {
      let sign = take()
      let mass = try mass()
      guard (sign.kind == .plus ? external : assistance) == nil else {
        throw .error(sign.range, "the load has “\(sign.text)” twice", hint: "leave one out")
      }
      if sign.kind == .plus { external = mass } else { assistance = mass }
    }
    return .body(external: external ?? .zero, assistance: assistance ?? .zero)
  }
}

// MARK: Tempo and lowering

extension Clause {
  static let tempo = Clause(
    name: "the tempo",
    openings: ["tempo"],
    starts: [.word],
    begins: { $0.key() == "tempo" },
    read: { (parser, sets) throws(Problem) in
      parser.skip()
      sets.tempo = try parser.tempo()
    },
    text: { sets in sets.tempo.map { ", tempo \($0.text)" } })

  static let lowering = Clause(
    name: "the lowering",
    openings: [],
    starts: [.number],
    begins: { $0.timeLength() > 0 && $0.key($0.timeLength()) != "rest" },
    read: { (parser, sets) throws(Problem) in sets.loweringSeconds = try parser.time(.lowering) },
    text: { sets in sets.loweringSeconds.map { ", \($0.plain) s" } })
}

extension Parser {
  private static let tempoHint = "write seconds down, pause, up, pause, as in “tempo 4-1-2-0”"

  /// `4-1-X-0`
  fileprivate mutating func tempo() throws(Problem) -> Tempo {
    try checkCompactTempo()
    let start = position
    var beats: [Tempo.Beat] = []
    repeat { beats.append(try beat(beats.count)) } while accept(.dash)
    guard beats.count == 4, let pauseBottom = beats[1].seconds, let pauseTop = beats[3].seconds
    else {
      let place = range(since: start)
      throw .error(
        place, "\(tokens[start].text.base[place].quoted) isn't a tempo", hint: Parser.tempoHint)
    }
    return Tempo(
      eccentric: beats[0], pauseBottom: pauseBottom, concentric: beats[2], pauseTop: pauseTop)
  }

  private mutating func beat(_ index: Int) throws(Problem) -> Tempo.Beat {
    let start = position
    let token = peek()
    switch (token.key, index) {
    case ("x", 0), ("x", 2):
      skip()
      return .fast
    case ("a", 2):
      skip()
      return .assisted
    case ("x", _), ("a", _):
      throw .error(token.range, "\(token.text.quoted) can't stand here", hint: Parser.tempoHint)
    default:
      guard token.kind == .number else {
        throw expected(index == 0 ? "a tempo" : "a number of seconds", hint: Parser.tempoHint)
      }
      let seconds = try number(take())
      return .seconds(held(seconds, to: index == 0 ? .lowering : .beat, since: start))
    }
  }

  /// `41X0` is a tempo to many coaches, but also the number 41.
  private func checkCompactTempo() throws(Problem) {
    var end = position + 1
    while end - position < 4, [.number, .times, .word].contains(kind(end - position)),
      tokens[end - 1].text.endIndex == peek(end - position).text.startIndex
    { end += 1 }
    let place = range(position..<end)
    let beats = peek().text.base[place]
    guard beats.utf8.count == 4, beats.allSatisfy({ "0123456789xXaA".contains($0) }) else { return }
    throw .error(
      place, "\(beats.quoted) isn't a tempo",
      hint: "write “tempo \(beats.uppercased().map(String.init).joined(separator: "-"))”")
  }
}

// MARK: The way up

extension Clause {
  static let wayUp = Clause(
    name: "the way up",
    openings: WayUp.allCases.map(\.phrase),
    starts: [.word],
    begins: { $0.phrase(in: waysUp) != nil },
    read: { (parser, sets) throws(Problem) in
      guard let (wayUp, length) = parser.phrase(in: waysUp) else { return }
      parser.skip(length)
      sets.wayUp = wayUp
    },
    text: { sets in sets.wayUp.map { ", \($0.phrase)" } })

  private static let waysUp: [String: WayUp] = {
    let canonical = WayUp.allCases.map { ($0.phrase, $0) }
    let others: [(String, WayUp)] = [
      ("step up", .jump), ("box up", .jump), ("foot up", .feet), ("knees up", .feet),
      ("both up", .otherLimb), ("two arms up", .otherLimb), ("two legs up", .otherLimb),
      ("partner up", .partner), ("spotter up", .partner), ("lighter up", .lighter),
    ]
    return Dictionary(canonical + others) { first, _ in first }
  }()
}

// MARK: Each side

extension Clause {
  static let sides = Clause(
    name: "the sides",
    openings: ["each side"],
    starts: [.word],
    begins: { $0.phrase(in: eachSide) != nil },
    read: { (parser, sets) throws(Problem) in
      guard let (_, length) = parser.phrase(in: eachSide) else { return }
      parser.skip(length)
      sets.isEachSide = true
    },
    text: { sets in sets.isEachSide ? ", each side" : nil })

  private static let eachSide: [String: Bool] = Dictionary(
    ["side", "arm", "leg", "hand", "foot"].flatMap { limb in
      ["each \(limb)", "per \(limb)", "every \(limb)", "a \(limb)"].map { ($0, true) }
    }, uniquingKeysWith: { first, _ in first })
}

// MARK: Reserve and rest

extension Clause {
  static let reserve = Clause(
    name: "the reserve",
    openings: ["keep 2 in reserve", "RIR 2", "RPE 8"],
    starts: [.at, .word, .number],
    begins: { parser in
      let ahead = parser.kind() == .at ? 1 : 0
      let isNumber = parser.kind(ahead) == .number
      return exertions.contains(parser.key(ahead)) || parser.key() == "keep"
        || (isNumber && ["rir", "in"].contains(parser.key(ahead + 1)))
    },
    read: { (parser, sets) throws(Problem) in sets.repsInReserve = try parser.reserve() },
    text: { sets in sets.repsInReserve.map { ", keep \($0) in reserve" } })

  fileprivate static let exertions: Set = ["rir", "rpe"]

  static let velocityLoss = Clause(
    name: "the velocity loss",
    openings: ["stop at 20% velocity loss"],
    starts: [.word],
    begins: { parser in
      parser.key() == "stop" || parser.key() == "vl"
        || (parser.key() == "velocity" && parser.key(1) == "loss")
    },
    read: { (parser, sets) throws(Problem) in
      sets.velocityLossPercent = try parser.velocityLoss()
    },
    text: { sets in sets.velocityLossPercent.map { ", stop at \($0)% velocity loss" } })

  static let rest = Clause(
    name: "the rest",
    openings: ["rest"],
    starts: [.word, .number],
    begins: { $0.key() == "rest" || $0.timeLength() > 0 },
    read: { (parser, sets) throws(Problem) in
      let isFirst = parser.accept(word: "rest")
      sets.restSeconds = try parser.time(.rest)
      if !isFirst { _ = parser.accept(word: "rest") }
    },
    text: { sets in sets.restSeconds.map { ", rest \(PlannedSets.restText($0))" } })
}

extension Parser {
  /// `stop at 20% velocity loss`, `velocity loss 20%`, `VL 20%`
  fileprivate mutating func velocityLoss() throws(Problem) -> Int {
    let hint = "write “stop at 20% velocity loss”"
    if accept(word: "stop") { _ = accept(word: "at") }
    if !accept(word: "vl"), accept(word: "velocity") { _ = accept(word: "loss") }
    let percent = try whole(.velocityLoss, "a percentage", hint: hint)
    guard accept(.percent) else { throw expected("“%”", hint: hint) }
    if accept(word: "velocity") { _ = accept(word: "loss") }
    return percent
  }

  /// `keep 2 in reserve`, `2 in reserve`, `RIR 2`, `2 RIR`, `RPE 8`, `@ RPE 8`
  fileprivate mutating func reserve() throws(Problem) -> Int {
    _ = accept(.at)
    if accept(word: "rpe") { return 10 - (try whole(.exertion, "a number", hint: "write “RPE 8”")) }
    let hint = "write “keep 2 in reserve”"
    if accept(word: "rir") { return try whole(.reserve, "a number", hint: hint) }
    let isKept = accept(word: "keep")
    let reps = try whole(.reserve, "a number", hint: hint)
    if !isKept, accept(word: "rir") { return reps }
    _ = accept(word: "reps") || accept(word: "rep")
    guard accept(word: "in"), accept(word: "reserve") else {
      throw expected("“in reserve”", hint: "write “keep \(reps) in reserve”")
    }
    return reps
  }
}
