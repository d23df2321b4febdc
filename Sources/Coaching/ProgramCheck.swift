import Foundation
public import Lifting
import Prescribing
public import ProgramText

extension Program {
  /// Reads a program, with what is wrong or doubtful in it and what limits will take from it.
  public static func check(
    _ text: String, exercises: [String: OwnExercise] = [:]
  ) -> (program: Program, diagnostics: [Diagnostic]) {
    let (program, diagnostics) = parse(text, exercises: exercises)
    return (program, (diagnostics + program.limitWarnings()).inOrder())
  }

  /// What limits will take away from this program whoever follows it, at the lines that ask for it.
  ///
  /// Every workout is prescribed to somebody whom nothing personal holds back: experienced, healthy,
  /// rested, used to negatives, with a partner and a full gym. What is taken away even then is the
  /// program's. A load in kilograms can't be judged without knowing whose it is.
  ///
  /// - Returns: Warnings, in the order of the text, each once; nothing is an error, as limits are
  ///   applied all the same.
  public func limitWarnings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var told: Set<[String]> = []
    var seen: Set<String> = []
    for day in days.prefix(Self.mostDays) {
      let exercises = exercises(of: day).map(\.asJudged)
      let text = "## A\n" + exercises.map { "- \($0.text)\n" }.joined()
      guard seen.insert(text).inserted else { continue }
      let scenario = Scenario(anyoneDoing: exercises, program: text)
      for reason in prescribe(scenario).reasons where Self.hints[reason.rule] != nil {
        guard let line = line(of: reason.exercise, in: day) else { continue }
        // What is too much in one week mostly is in the next, too.
        guard told.insert([reason.rule, "\(line)"]).inserted else { continue }
        let week = day.week.map { day.weeksBefore > 0 ? "in week \($0): " : "" } ?? ""
        found.append(
          Diagnostic(
            .warning, line: line + 1, column: 1, length: length(ofLine: line),
            week + reason.sentence, hint: Self.hints[reason.rule]))
      }
    }
    return found.inOrder()
  }

  /// A year of a workout a day; a longer program isn't looked at to its end.
  private static let mostDays = 366

  /// Rules that hold for everybody, with what to write instead. Those that depend on what somebody
  /// has done of late aren't the program's affair.
  private static let hints = [
    "one-negative-set-after-normal-ones": "ask for one negative set after “then”",
    "few-negative-sets": "ask for three negative sets of a body part at most",
    "ceiling": "ask for a lower percentage",
    "supramaximal-reps": "ask for fifteen at most",
    "tempo-range": "lower normal sets in 2 to 6 s, negatives in up to 10 s",
    "keep-some-in-reserve": "keep 1 in reserve at least",
  ]

  private func line(of exercise: Exercise.ID?, in day: Day) -> Int? {
    day.exerciseLines.first { index in
      guard lines.indices.contains(index), case .exercise(let line) = lines[index] else {
        return false
      }
      return line.planned.exercise == exercise
    }
  }

  private func length(ofLine index: Int) -> Int {
    guard lines.indices.contains(index), case .exercise(let line) = lines[index] else { return 1 }
    return line.source.count
  }
}

extension PlannedExercise {
  /// What can be judged without knowing who trains: one week's numbers, no loads in kilograms.
  fileprivate var asJudged: PlannedExercise {
    var plain = self
    plain.superset = nil
    plain.video = nil
    for index in plain.groups.indices {
      plain.groups[index].progressions = []
      if case .percent? = plain.groups[index].load { continue }
      plain.groups[index].load = nil
    }
    return plain
  }
}

extension Scenario {
  /// Somebody whom only the limits for everybody hold back, about to do these exercises.
  fileprivate init(anyoneDoing planned: [PlannedExercise], program: String) {
    let now = Date(timeIntervalSince1970: 1_772_470_800)
    var history = History()
    history.athlete = Athlete(
      birthYear: 1996, bodyMass: .kilograms(80), trainingMonths: 60, company: .partner)
    history.screening = Screening()
    history.program = ProgramChoice(text: program)
    let ids = Set(planned.compactMap(\.exercise)).sorted()
    for own in ids.compactMap(OwnExercise.init) {
      history.exercises[Exercise.key(of: own.name)] = own
    }
    for week in (1...5).reversed() {
      let at = now.addingTimeInterval(3_600 - Double(week) * 7 * 86_400)
      for exercise in ids.compactMap(Exercise.with) {
        history.tests.append(
          Dated(
            at: at,
            StrengthTest(
              exercise: exercise.id, result: .repetitions(1, Self.load(exercise, fraction: 1)))))
        history.sets.append(Dated(at: at, Self.negatives(of: exercise)))
      }
    }
    self.init(now: now, history: history, day: "A")
  }

  private static func load(_ exercise: Exercise, fraction: Double) -> Load {
    let bodyKilograms = 80 * exercise.bodyMassFraction
    return Load(external: .kilograms(max(0, 200 * fraction - bodyKilograms)))
  }

  /// So many that no week after it counts as a busier one.
  private static func negatives(of exercise: Exercise) -> WorkSet {
    WorkSet(
      exercise: exercise.id, kind: .negative, load: load(exercise, fraction: 0.9), reps: 60,
      tempo: .negative(seconds: 5), controlledReps: 60)
  }
}
