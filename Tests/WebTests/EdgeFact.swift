import Foundation
import Lifting
import Simulation

/// Facts at the edges of what is accepted, of every kind.
struct EdgeFacts {
  var random: SeededGenerator
  /// The clock of who takes them.
  let now: Date

  init(seed: UInt64, now: Date) {
    random = SeededGenerator(seed: seed)
    self.now = now
  }

  mutating func one() -> Fact {
    let kinds = Fact.Body.Kind.allCases + Array(repeating: .workSet, count: 8)
    let fact = Fact(
      id: UUID(), at: instant(), body(kinds.randomElement(using: &random) ?? .workSet),
      supersedes: chance(10) ? UUID() : nil)
    guard case .athlete(var athlete) = fact.body else { return fact }
    athlete.birthYear = min(athlete.birthYear, Day(fact.at, utcOffsetSeconds: 0).year)
    return Fact(id: fact.id, at: fact.at, .athlete(athlete), supersedes: fact.supersedes)
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private mutating func instant() -> Date {
    if chance(8) {
      return pick([
        Plausible.instants.lowerBound, Date(timeIntervalSince1970: 0),
        now.addingTimeInterval(Plausible.aheadSeconds), now, now,
      ])
    }
    return now.addingTimeInterval(-3600 * Double(Int.random(in: 0...1500, using: &random)))
  }

  private mutating func text(upTo most: Int) -> String {
    pick([
      "", " ", "a", "<b>&\"'", "\u{0}", "💪🏽", "\r\n\t", "## A\n- Squat: 3 x 5",
      String(repeating: "x", count: most), String(repeating: "é", count: most / 2),
    ])
  }

  private mutating func load() -> Load {
    let masses: [Mass] = [
      .zero, .kilograms(0.001), .kilograms(1e-300), .kilograms(20), .kilograms(60),
      .kilograms(100), Plausible.heaviestLoad, .pounds(45), .pounds(3306), .kilograms(99.999999),
    ]
    return Load(external: pick(masses), assistance: chance(3) ? pick(masses) : .zero)
  }

  private mutating func reps() -> Int { pick([0, 1, 2, 5, 8, 10, 30, 1000]) }

  private mutating func exercise() -> Exercise.ID {
    if chance(10) { return Exercise.ID(rawValue: "unlisted:" + text(upTo: 490)) }
    // Few, so that some have a history.
    return pick(["bench-press", "squat", "pull-up", "biceps-curl", "assisted-dip"])
  }

  private mutating func tempo() -> Tempo? {
    func beat(_ seconds: Double) -> Tempo.Beat { .seconds(seconds) }
    return pick([
      nil, .negative(seconds: 0), .negative(seconds: 4), .negative(seconds: 120),
      Tempo(eccentric: .fast, pauseBottom: 120, concentric: .fast, pauseTop: 120),
      Tempo(eccentric: beat(0.0001), pauseBottom: 0, concentric: beat(0), pauseTop: 0),
    ])
  }

  private mutating func body(_ kind: Fact.Body.Kind) -> Fact.Body {
    switch kind {
    case .athlete: .athlete(athlete())
    case .screening:
      .screening(
        Screening(
          yes: chance(4) ? Set(Screening.questions.map(\.id)) : [],
          clearedOn: pick([
            nil, Day(year: 1950, month: 1, day: 1), Day(year: 2100, month: 12, day: 31),
            Day(now, utcOffsetSeconds: 0),
          ])))
    case .clearance:
      .clearance(
        Clearance(
          by: chance(2) ? text(upTo: 500) : nil,
          on: pick([nil, Day(year: 1950, month: 1, day: 1), Day(year: 2100, month: 12, day: 31)]),
          note: chance(2) ? text(upTo: 20_000) : nil))
    case .exercise:
      .exercise(
        OwnExercise(
          name: pick(["x", "Zercher/carousel;<b>", "\u{0}"]),
          like: pick(["front-squat", "pull-up"]),
          bodyParts: pick([nil, [.core, .core]]), equipment: pick([nil, []]),
          begins: pick([nil, .concentric]), liftsBody: pick([nil, true, false])))
    case .recording:
      .recording(recording())
    case .sessionEnd:
      .sessionEnd(SessionEnd(session: Session.ID(rawValue: pick(["", "A", "B"]))))
    case .session:
      .session(
        Session(
          id: Session.ID(rawValue: pick(["", "A", "B"])), title: text(upTo: 500),
          program: chance(2) ? text(upTo: 500) : nil))
    case .workSet: .workSet(set())
    case .checkIn:
      .checkIn(
        CheckIn(
          soreness: chance(3)
            ? [:]
            : Dictionary(uniqueKeysWithValues: BodyPart.allCases.map { ($0, pick([0, 10])) }),
          symptoms: chance(6) ? Set(Symptom.allCases) : [],
          pains: chance(4)
            ? BodyPart.allCases.map {
              Pain($0, pick([.sharp, .dull]), in: pick([.joint, .muscle]))
            }
            : []))
    case .strengthTest:
      .strengthTest(
        StrengthTest(
          exercise: exercise(),
          result: chance(2)
            ? .repetitions(reps(), load())
            : pick([
              .lowering(seconds: pick([0, 12.5, 600]), load()),
              .hold(seconds: pick([0, 3600]), load()),
            ])))
    case .program: .program(ProgramChoice(text: program()))
    case .retraction: .retraction
    case .restoration: .restoration
    }
  }

  private mutating func program() -> String {
    pick([
      "", text(upTo: 2000), "## A\n- Squat: 999999999 x 99999999999999999999 @ 1e308 kg\n",
      "## A\n- Bench press: 3 x 5 @ 80%, keep 2 in reserve\n- Pull-up: 3 x 5, negative 5 s\n",
      "# Week 99999999999\n## A\n- Squat: 3 x 5\n",
      "## A\n- Squat: 0 x 0 @ 0 kg\n- Biceps curl: 3 x 8 @ 1500 kg, 120-120-120-120\n",
    ])
  }

  private mutating func athlete() -> Athlete {
    Athlete(
      birthYear: pick([1900, 1960, 1990, 2026]), sex: pick([nil, .female, .male]),
      bodyMass: pick([.kilograms(25), .kilograms(80), .kilograms(350), .pounds(180)]),
      trainingMonths: pick([0, 1, 30, 1200]), equipment: chance(3) ? [] : Set(Equipment.allCases),
      company: pick([.alone, .partner]),
      loadStep: pick([.zero, .kilograms(1e-9), .kilograms(2.5), Plausible.heaviestBar]),
      weights: chance(2)
        ? nil
        : Weights(
          bar: pick([nil, .zero, Plausible.heaviestBar, .pounds(45)]),
          plates: pick([nil, MassList("0.001 kg"), MassList("1000, 1000, 1000, 1 lb")]),
          dumbbells: pick([nil, MassList("0.001 to 0.2 by 0.001 kg"), MassList("1000 kg")]),
          machines: pick([nil, MassList("5 to 100 by 5 kg")])),
      freeDays: pick([nil, [], [.sunday], Set(Day.Weekday.allCases)]),
      tolerableSoreness: pick([nil, 0, 10]))
  }

  private mutating func recording() -> KeptRecording {
    var recording = KeptRecording(
      digest: String(repeating: pick(["0", "f"]), count: KeptRecording.digestLength),
      size: pick([1, KeptRecording.largest]), name: pick([nil, text(upTo: 500)]))
    recording.exercise = pick([nil, exercise()])
    recording.load = pick([nil, .zero, Plausible.heaviestLoad])
    recording.tempo = pick([nil, tempo()])
    recording.stretch = pick([nil, 0...0, Plausible.secondsOfARecording])
    let moments = Plausible.secondsOfARecording
    recording.corrections = pick([
      [], [.reverse], [.drop(at: 0), .move(from: moments.lowerBound, to: moments.upperBound)],
      Array(repeating: .add(from: 1, to: 2), count: Plausible.corrections),
    ])
    recording.workSet = pick([nil, UUID()])
    return recording
  }

  private mutating func set() -> WorkSet {
    var set = WorkSet(
      exercise: exercise(), nameAsWritten: chance(4) ? text(upTo: 500) : nil,
      kind: pick([.warmUp, .normal, .normal, .negative]), load: load(), reps: reps(),
      wayUp: chance(3) ? WayUp.allCases.randomElement(using: &random) : nil, tempo: tempo())
    set.controlledReps = pick([nil, 0, 3, 1000])
    set.repsInReserve = pick([nil, 0, 2, 20])
    set.fastestLift = pick(
      [nil, nil, 0, 0.4, 5].map { $0.flatMap(Velocity.init(metersPerSecond:)) })
    set.session = pick([nil, Session.ID(rawValue: ""), Session.ID(rawValue: "A")])
    set.side = pick([nil, .left, .right])
    set.holdSeconds = chance(8) ? pick([0, 30, 3600]) : nil
    set.carriedMeters = chance(12) ? pick([0, 5000]) : nil
    set.ended = chance(6) ? WorkSet.Ending.allCases.randomElement(using: &random) : nil
    set.note = chance(6) ? text(upTo: 20_000) : nil
    if chance(6) {
      let region = StickingRegion(
        startSeconds: 0, endSeconds: 3600, startShare: pick([-10, 0.2]),
        endShare: pick([0.3, 10]), minimumVelocityMetersPerSecond: pick([-5, 5]))
      set.stickingRegions = Array(repeating: region, count: pick([0, 1, 2, 1000]))
    }
    return set
  }
}
