import Lifting
import Physiology
import ProgramText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Week {
  /// The coming week of a program, or of the athlete's own workouts; nil where there are none.
  static func next(
    _ evidence: Evidence, available: Set<Day.Weekday>?, _ parameters: Parameters
  ) -> Week? {
    let workouts = Turn.upcoming(evidence)
    guard !workouts.isEmpty else { return nil }
    let habit = evidence.usualWeekdays
    let days = available ?? (habit.count >= 2 ? habit : Set(Day.Weekday.allCases))
    let ofProgram = workouts.count { $0.week == workouts.first?.week }
    let perWeek = min(
      evidence.history.program == nil ? max(2, evidence.usualSessionsPerWeek) : ofProgram, 6)
    let situation = Situation(
      today: evidence.today, available: days, workouts: workouts, perWeek: perWeek,
      emphasized: evidence.emphasizedDays, trainedToday: evidence.trainedToday,
      gapDays: evidence.gapDays(parameters),
      emphasisPerWeek: evidence.level == .advanced ? 3 : 2)
    let placed = place(situation, parameters)
    return Week(
      sessions: placed,
      sentences: sentences(
        placed, situation, isHabit: available == nil && habit.count >= 2, evidence))
  }

  private static func sentences(
    _ placed: [Placed], _ situation: Situation, isHabit: Bool, _ evidence: Evidence
  ) -> [String] {
    var sentences: [String] = []
    if isHabit { sentences.append("On the weekdays you’ve trained on of late.") }
    if placed.count < situation.perWeek {
      sentences.append(
        "\(situation.perWeek.counted("workout")) a week are planned, and there is room for \(placed.count): the rest moves on to the next week, nothing is made up for."
      )
    }
    let long = situation.gapDays.filter { $0.value > Parameters().gapDays }.keys.sorted()
    if !long.isEmpty, long.count < BodyPart.allCases.count {
      sentences.append(
        "After a hard session \(long.map { $0.name.lowercased() }.joined(separator: ", ")) wait a day longer for negatives."
      )
    }
    return sentences
  }
}

extension Week.Turn {
  /// The workouts in the order of their turns, the next one first.
  fileprivate static func upcoming(_ evidence: Evidence) -> [Week.Turn] {
    guard let next = Plan(evidence) else { return [] }
    guard let text = evidence.history.program?.text else {
      return habitual(after: next, evidence)
    }
    let program = Program.parse(text, exercises: evidence.history.exercises).program
    let all = program.days.filter { !program.exercises(of: $0).isEmpty }
    let turn = all.firstIndex { $0.title == next.title } ?? 0
    return (all[turn...] + all[..<turn]).map { day in
      var workout = Week.Turn(title: day.title, week: day.week, trains: [], emphasizes: [])
      for planned in program.exercises(of: day) {
        guard let exercise = planned.exercise.flatMap(Exercise.with) else { continue }
        workout.add(exercise, isEmphasized: planned.groups.contains { $0.emphasizesEccentric })
      }
      return workout
    }
  }

  /// The athlete's own workouts of four weeks, the one that is longest ago first.
  private static func habitual(after next: Plan, _ evidence: Evidence) -> [Week.Turn] {
    let recent = evidence.workouts
      .filter { evidence.days(since: $0.at) < 28 }
    var newest: [String: Workout] = [:]
    for workout in recent { newest[workout.title] = workout }
    return newest.values.sorted { ($0.at, $0.title) < ($1.at, $1.title) }.map { done in
      var workout = Week.Turn(title: done.title, trains: [], emphasizes: [])
      for exercise in done.exercises {
        workout.add(
          exercise,
          isEmphasized: done.sets.contains {
            $0.exercise == exercise.id && $0.emphasizesEccentric
          })
      }
      return workout
    }
  }

  private mutating func add(_ exercise: Exercise, isEmphasized: Bool) {
    trains.formUnion(Evidence.parts(of: exercise))
    if isEmphasized { emphasizes.formUnion(Evidence.parts(of: exercise)) }
  }
}

extension PlannedSets {
  fileprivate var emphasizesEccentric: Bool {
    kind == .negative
      || (loweringSeconds ?? tempo?.eccentric.seconds ?? 0) >= Dose.fastestEmphasis
  }
}

extension Evidence {
  /// The days of the last four weeks on which anything was trained.
  private var trainingDays: Set<Day> {
    Set(history.sets.filter { $0.value.reps > 0 }.map { day(of: $0.at) }.filter { today - $0 < 28 })
  }

  fileprivate var trainedToday: Bool { trainingDays.contains(today) }

  /// Weekdays trained on at least twice in four weeks.
  fileprivate var usualWeekdays: Set<Day.Weekday> {
    Set(Dictionary(grouping: trainingDays, by: \.weekday).filter { $0.value.count >= 2 }.keys)
  }

  fileprivate var usualSessionsPerWeek: Int { (trainingDays.count + 2) / 4 }

  fileprivate var emphasizedDays: [BodyPart: Set<Day>] {
    BodyPart.allCases.reduce(into: [:]) { $0[$1] = eccentricDays($1, within: 10) }
  }

  /// How many days have to lie between, by body part: longer after what was hard, and from sixty on.
  fileprivate func gapDays(_ parameters: Week.Parameters) -> [BodyPart: Int] {
    BodyPart.allCases.reduce(into: [:]) { gaps, part in
      let strength = state.strengthADayAfterLastBout(of: part)
      let worst = emphasized(part).last.flatMap { last in
        history.checkIns.filter { $0.at > last.at }.compactMap { $0.value.soreness[part] }.max()
      }
      let isHard = strength < 0.85 || (worst ?? 0) > 5
      gaps[part] =
        (isHard ? parameters.gapAfterHardDays : parameters.gapDays)
        + (is60OrOver ? parameters.moreFromSixtyDays : 0)
    }
  }

  /// Every exercise that the athlete's program names.
  var programExercises: [Exercise.ID] {
    guard let text = history.program?.text else { return [] }
    let program = Program.parse(text, exercises: history.exercises).program
    return program.days.flatMap { program.exercises(of: $0) }.compactMap(\.exercise)
  }
}
