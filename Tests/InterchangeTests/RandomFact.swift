import Foundation
import Lifting
import Simulation

extension Fact {
  /// A fact of any kind with any values that one may have.
  static func random(_ kind: Body.Kind, using generator: inout SeededGenerator) -> Fact {
    Fact(
      id: .random(using: &generator),
      at: Date(
        timeIntervalSince1970: Double(
          Int.random(in: -631_152_000..<4_133_980_800, using: &generator))),
      .random(kind, using: &generator),
      supersedes: generator.chance ? .random(using: &generator) : nil)
  }
}

extension Fact.Body {
  fileprivate static func random(_ kind: Kind, using generator: inout SeededGenerator)
    -> Fact.Body
  {
    switch kind {
    case .athlete: .athlete(.random(using: &generator))
    case .screening: .screening(.random(using: &generator))
    case .clearance:
      .clearance(
        Clearance(
          by: generator.optional { $0.text() },
          on: generator.optional { Day(number: .random(in: 0...40_000, using: &$0)) },
          note: generator.optional { $0.text() }))
    case .session:
      .session(
        Session(
          id: Session.ID(rawValue: generator.text()), title: generator.text(),
          program: generator.optional { $0.text() }))
    case .sessionEnd:
      .sessionEnd(SessionEnd(session: Session.ID(rawValue: generator.text())))
    case .workSet: .workSet(.random(using: &generator))
    case .checkIn: .checkIn(.random(using: &generator))
    case .strengthTest: .strengthTest(.random(using: &generator))
    case .program: .program(ProgramChoice(text: generator.text()))
    case .exercise:
      .exercise(
        OwnExercise(
          name: "\(generator.text())x", like: "front-squat",
          bodyParts: generator.optional {
            [BodyPart.core, .allCases.randomElement(using: &$0) ?? .lats]
          },
          equipment: generator.optional { [Equipment.allCases.randomElement(using: &$0) ?? .box] },
          begins: generator.optional { $0.chance ? .eccentric : .concentric },
          liftsBody: generator.optional { $0.chance }))
    case .recording: .recording(.random(using: &generator))
    case .retraction: .retraction
    case .restoration: .restoration
    }
  }
}

extension Athlete {
  fileprivate static func random(using generator: inout SeededGenerator) -> Athlete {
    Athlete(
      birthYear: .random(in: 1900...1950, using: &generator),
      sex: [.female, .male, nil].randomElement(using: &generator) ?? nil,
      bodyMass: generator.mass(in: 25...350),
      trainingMonths: .random(in: 0...1200, using: &generator),
      equipment: Set(Equipment.allCases.filter { _ in generator.chance }),
      company: generator.chance ? .alone : .partner, loadStep: generator.mass(in: 0...20))
  }
}

extension Screening {
  fileprivate static func random(using generator: inout SeededGenerator) -> Screening {
    Screening(
      yes: Set(questions.map(\.id).filter { _ in generator.chance }),
      clearedOn: generator.optional { Day(number: .random(in: 0...40_000, using: &$0)) })
  }
}

extension WorkSet {
  fileprivate static func random(using generator: inout SeededGenerator) -> WorkSet {
    WorkSet(
      exercise: generator.exercise(), nameAsWritten: generator.optional { $0.text() },
      kind: [.warmUp, .normal, .negative].randomElement(using: &generator) ?? .normal,
      load: generator.load(), reps: .random(in: 0...1000, using: &generator),
      wayUp: WayUp.allCases.randomElement(using: &generator).flatMap {
        generator.chance ? $0 : nil
      },
      tempo: generator.optional { $0.tempo() },
      controlledReps: generator.optional { .random(in: 0...1000, using: &$0) },
      repsInReserve: generator.optional { .random(in: 0...20, using: &$0) },
      side: Side.allCases.randomElement(using: &generator).flatMap { generator.chance ? $0 : nil },
      holdSeconds: generator.optional { .random(in: WorkSet.holdSecondsRange, using: &$0) },
      carriedMeters: generator.optional { .random(in: WorkSet.carriedMetersRange, using: &$0) },
      ended: WorkSet.Ending.allCases.randomElement(using: &generator).flatMap {
        generator.chance ? $0 : nil
      },
      session: generator.optional { Session.ID(rawValue: $0.text()) },
      note: generator.optional { $0.text() })
  }
}

extension CheckIn {
  fileprivate static func random(using generator: inout SeededGenerator) -> CheckIn {
    var soreness: [BodyPart: Int] = [:]
    for part in BodyPart.allCases where generator.chance {
      soreness[part] = .random(in: 0...10, using: &generator)
    }
    return CheckIn(
      soreness: soreness, symptoms: Set(Symptom.allCases.filter { _ in generator.chance }),
      pains: BodyPart.allCases.filter { _ in generator.chance }.map {
        Pain(
          $0, generator.chance ? .sharp : .dull, in: generator.chance ? .joint : .muscle)
      })
  }
}

extension StrengthTest {
  fileprivate static func random(using generator: inout SeededGenerator) -> StrengthTest {
    StrengthTest(
      exercise: generator.exercise(),
      result: [
        .repetitions(.random(in: 0...1000, using: &generator), generator.load()),
        .lowering(seconds: .random(in: 0...600, using: &generator), generator.load()),
        .hold(seconds: .random(in: 0...3600, using: &generator), generator.load()),
      ].randomElement(using: &generator) ?? .repetitions(1, .body))
  }
}

extension KeptRecording {
  fileprivate static func random(using generator: inout SeededGenerator) -> KeptRecording {
    let digits = Array("0123456789abcdef")
    var recording = KeptRecording(
      digest: String(
        (0..<digestLength).map { _ in digits.randomElement(using: &generator) ?? "0" }),
      size: .random(in: 1...largest, using: &generator), name: generator.optional { $0.text() })
    recording.exercise = generator.optional { $0.exercise() }
    recording.load = generator.optional { $0.mass(in: 0.25...300) }
    recording.tempo = generator.optional { $0.tempo() }
    func moment(_ generator: inout SeededGenerator) -> Double {
      .random(in: Plausible.secondsOfARecording, using: &generator)
    }
    recording.stretch = generator.optional {
      let (one, two) = (moment(&$0), moment(&$0))
      return min(one, two)...max(one, two)
    }
    recording.corrections = SetCorrection.Kind.allCases.filter { _ in generator.chance }.compactMap
    {
      SetCorrection(
        $0, at: moment(&generator), from: moment(&generator), to: moment(&generator))
    }
    recording.workSet = generator.optional { .random(using: &$0) }
    return recording
  }
}

extension SeededGenerator {
  var chance: Bool { mutating get { next() % 2 == 0 } }

  fileprivate mutating func optional<Value>(
    _ value: (inout SeededGenerator) -> Value
  ) -> Value? {
    chance ? value(&self) : nil
  }

  fileprivate mutating func text() -> String {
    let pieces = [
      "slow", " ", "\"", "\\", "\n", "\r\n", "\t", "/", "é", "e\u{301}", "💪🏽", "„“", "\u{2028}",
      "\u{0}", "{", "}", "0", "—", "# Week 1\n- Pull-up 3x3",
    ]
    return (0..<Int.random(in: 0...8, using: &self))
      .compactMap { _ in pieces.randomElement(using: &self) }.joined()
  }

  fileprivate mutating func exercise() -> Exercise.ID {
    guard chance, let exercise = Exercise.catalog.randomElement(using: &self) else {
      return Exercise.ID(rawValue: "unlisted:" + text())
    }
    return exercise.id
  }

  /// Masses that read back the same: what people type, and any double besides.
  fileprivate mutating func mass(in range: ClosedRange<Double>) -> Mass {
    let amount = Double.random(in: range, using: &self)
    let typed = chance ? (amount * 4).rounded() / 4 : amount
    return chance || typed * 0.45359237 < range.lowerBound ? .kilograms(typed) : .pounds(typed)
  }

  fileprivate mutating func load() -> Load {
    Load(
      external: chance ? mass(in: 0.25...300) : .zero,
      assistance: chance ? mass(in: 0.25...80) : .zero)
  }

  fileprivate mutating func tempo() -> Tempo {
    func seconds(_ generator: inout SeededGenerator) -> Double {
      (Double.random(in: 0...30, using: &generator) * 10).rounded() / 10
    }
    let concentric: [Tempo.Beat] = [.seconds(seconds(&self)), .fast, .assisted]
    return Tempo(
      eccentric: chance ? .seconds(seconds(&self)) : .fast, pauseBottom: seconds(&self),
      concentric: concentric.randomElement(using: &self) ?? .fast, pauseTop: seconds(&self))
  }
}

extension UUID {
  fileprivate static func random(using generator: inout SeededGenerator) -> UUID {
    let byte = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return UUID(
      uuid: (
        byte[0], byte[1], byte[2], byte[3], byte[4], byte[5], byte[6], byte[7], byte[8], byte[9],
        byte[10], byte[11], byte[12], byte[13], byte[14], byte[15]
      ))
  }
}
