import Lifting
import ProgramText
import Simulation

/// Random programs that a coach could have written, from their meaning.
struct ProgramGenerator {
  var random: SeededGenerator
  /// The exercises written so far.
  private(set) var exercises: [PlannedExercise] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A program in canonical form.
  mutating func text() -> String {
    var lines = maybe { _ in ["---", "title: A: “B”", "week: 3", "mood: 7", "---"] } ?? []
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      switch Int.random(in: 0...9, using: &random) {
      case 0: lines.append("## " + word())
      case 1...5: lines.append(exerciseLine())
      default: lines += prose()
      }
    }
    let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
    return lines.joined(separator: lineEnd) + (maybe { _ in lineEnd } ?? "")
  }

  private mutating func exerciseLine() -> String {
    let exercise = exercise()
    exercises.append(exercise)
    return one(of: ["- ", "* ", "  - ", "\t* "]) + exercise.text
      + (maybe { $0.one(of: [" <!-- a: 3 x 8 -->", " <!----> <!-- 👍🏽 -->"]) } ?? "")
  }

  private mutating func prose() -> [String] {
    one(of: [
      [""], ["  "], ["Words and words: 3 of them."], ["### Not a day"], ["- Bring a towel"],
      ["- Remember:", "  breathe"], ["<!-- - Squat: 3 x 8", "- Squat: 3 x 8 -->"],
      ["```", "- Squat: 3 x 8", "<!--", "```"], ["~~~ text", "```", "## No day", "~~~~"],
      ["- meet at 6:30"], ["👩‍👩‍👧‍👦 é e\u{301} \u{200B}\u{2028}\u{0}"],
    ])
  }

  mutating func exercise() -> PlannedExercise {
    let catalog = one(of: Exercise.catalog)
    let known = one(of: [catalog.name, catalog.id.rawValue] + catalog.aliases)
    let strange = one(of: [
      "Zercher carry #2", "Übung „X“, langsam", "6:30 run", "a --> b", "**Squat**",
      "Then rest: as tempo",
    ])
    let name = one(of: [known, known, known, known, known, strange])
    let groups = (0..<Int.random(in: 1...3, using: &random)).map { _ in sets() }
    return PlannedExercise(
      name: name, exercise: Exercise.named(name)?.id, groups: groups,
      superset: maybe { $0.superset() },
      video: maybe { $0.one(of: ["https://example.org/a", "http://x.org:80/?b=c#d"]) })
  }

  private mutating func superset() -> PlannedExercise.Superset {
    .init(letter: one(of: ["A", "B", "H"]), number: Int.random(in: 1...6, using: &random))
  }

  /// Steps for what the sets have, each with an end above where it begins.
  private mutating func progressions(of sets: PlannedSets) -> [Progression] {
    var progressions: [Progression] = []
    if case .percent(let percent)? = sets.load {
      progressions.append(
        .percent(number(in: Progression.percentRange), upTo: maybe { $0.number(in: percent...150) })
      )
    }
    if case .mass(let mass)? = sets.load, mass.kilograms > 0 {
      let end = maybe { _ in Mass(mass.amount, mass.unit) }
      progressions.append(.mass(Mass(1, mass.unit) ?? .zero, upTo: end ?? nil))
    }
    let most = sets.reps.upperBound
    progressions.append(
      .reps(Int.random(in: 1...3, using: &random), upTo: maybe { _ in most }))
    progressions.append(.sets(1, upTo: maybe { _ in 20 }))
    if let seconds = sets.loweringSeconds {
      progressions.append(
        .seconds(
          number(in: Progression.secondsRange),
          upTo: maybe { $0.number(in: seconds...PlannedSets.loweringRange.upperBound) }))
    }
    progressions.append(
      .easyWeek(every: Int.random(in: Progression.easyWeekRange, using: &random)))
    return progressions.filter { _ in Bool.random(using: &random) }
  }

  private mutating func sets() -> PlannedSets {
    if Int.random(in: 0...9, using: &random) == 0 {
      return PlannedSets(
        sets: 3, reps: 1...1, holdSeconds: one(of: [30...30, 20...40, 1...300]),
        load: maybe { $0.load() }, progressions: maybe { _ in [.seconds(5, upTo: 300)] } ?? [])
    }
    var sets = repeated()
    if sets.tempo != nil { sets.loweringSeconds = nil }
    sets.progressions = maybe { $0.progressions(of: sets) } ?? []
    return sets
  }

  private mutating func repeated() -> PlannedSets {
    let low = Int.random(in: PlannedSets.repsRange, using: &random)
    let high = maybe { Int.random(in: low...100, using: &$0.random) } ?? low
    let kind = one(of: [WorkSet.Kind.normal, .negative, .warmUp])
    return PlannedSets(
      sets: Int.random(in: PlannedSets.setsRange, using: &random), reps: low...high, kind: kind,
      load: maybe { $0.load() }, tempo: maybe { $0.tempo(isNegative: kind == .negative) },
      loweringSeconds: maybe { $0.number(in: PlannedSets.loweringRange) },
      wayUp: maybe { $0.one(of: WayUp.allCases) },
      isEachSide: maybe { _ in true } ?? false,
      repsInReserve: maybe { Int.random(in: PlannedSets.repsInReserveRange, using: &$0.random) },
      velocityLossPercent: maybe {
        Int.random(in: PlannedSets.velocityLossRange, using: &$0.random)
      },
      restSeconds: maybe { $0.number(in: PlannedSets.restRange) })
  }

  private mutating func load() -> PlannedSets.Load {
    switch Int.random(in: 0...2, using: &random) {
    case 0: .percent(number(in: PlannedSets.percentRange))
    case 1: .mass(mass())
    default: .body(external: maybe { $0.mass() } ?? .zero, assistance: maybe { $0.mass() } ?? .zero)
    }
  }

  private mutating func mass() -> Mass {
    let amount = number(in: 0...1000)
    return Bool.random(using: &random) ? .kilograms(amount) : .pounds(amount)
  }

  private mutating func tempo(isNegative: Bool) -> Tempo {
    Tempo(
      eccentric: maybe { _ in .fast } ?? .seconds(number(in: PlannedSets.loweringRange)),
      pauseBottom: number(in: 0...120),
      concentric: one(of: [.seconds(number(in: 0...120)), .fast, isNegative ? .assisted : .fast]),
      pauseTop: number(in: 0...120))
  }

  /// Mostly what people write, sometimes what only a program writes.
  private mutating func number(in range: ClosedRange<Double>) -> Double {
    let number = Double.random(in: range, using: &random)
    let candidates = [
      number, number.rounded(), (number / 60).rounded() * 60, (number * 2).rounded() / 2,
      number * 1e-9, number * 1e-300,
    ]
    let candidate = one(of: candidates)
    return range.contains(candidate) ? candidate : range.upperBound
  }

  private mutating func word() -> String {
    one(of: ["A", "Legs, and arms", "Ü", "a # b", "3 x 8"])
  }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
    Bool.random(using: &random) ? value(&self) : nil
  }
}
