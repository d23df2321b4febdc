import Lifting
import ProgramText

/// What would be done if no rule had anything to say.
struct Plan {
  struct Exercise {
    let exercise: Lifting.Exercise
    let groups: [PlannedGroup]
    /// `A1`, where it takes turns with others.
    var superset: String?
    /// The lines below it, as one.
    var note: String?
  }

  /// Where a plan comes from.
  enum Origin {
    case program(title: String?)
    /// How the athlete has trained of late.
    case habit
  }

  let title: String
  let origin: Origin
  /// Why it is this workout's turn.
  let because: String
  /// What else could be done, where something could.
  let change: String?
  let exercises: [Exercise]
  /// What is planned under names that nobody knows, so that there is no dose for it.
  let unknown: [String]

  /// From the athlete's program; without one, from how they have trained.
  init?(_ evidence: Evidence) {
    if let choice = evidence.history.program, let plan = Plan(choice, evidence) {
      self = plan
    } else if let plan = Plan(habitsOf: evidence) {
      self = plan
    } else {
      return nil
    }
  }

  init(
    title: String, origin: Origin, because: String, change: String? = nil, exercises: [Exercise],
    unknown: [String] = []
  ) {
    self.title = title
    self.origin = origin
    self.because = because
    self.change = change
    self.exercises = exercises
    self.unknown = unknown
  }

  /// The workout of a program whose turn it is.
  private init?(_ choice: ProgramChoice, _ evidence: Evidence) {
    let program = Program.parse(choice.text, exercises: evidence.history.exercises).program
    let days = program.days.filter { !program.exercises(of: $0).isEmpty }
    guard let turn = Turn(of: days, program: program, evidence) else { return nil }
    self.init(
      title: turn.day.title, origin: .program(title: program.frontMatter.title),
      because: turn.because, change: turn.change,
      exercises: program.entries(of: turn.day).compactMap { line, planned in
        guard let exercise = planned.exercise.flatMap(Lifting.Exercise.with) else { return nil }
        let notes = program.notes(below: line)
        return Exercise(
          exercise: exercise,
          groups: planned.groups.map {
            PlannedGroup($0, help: $0.load == nil ? evidence.lastHelp(in: exercise) : nil)
          },
          superset: planned.superset.map { "\($0.letter)\($0.number)" },
          note: notes.isEmpty ? nil : notes.joined(separator: " "))
      },
      unknown: program.exercises(of: turn.day)
        .filter { $0.exercise.flatMap(Lifting.Exercise.with) == nil }.map(\.name))
  }
}

extension Plan {
  /// Which day of a program it is, and why.
  fileprivate struct Turn {
    var day: Program.Day
    var because: String
    var change: String?

    /// The day asked for, or the one after the day done last.
    init?(of days: [Program.Day], program: Program, _ evidence: Evidence) {
      if let wanted = evidence.scenario.day {
        guard let day = days.first(where: { $0.title == wanted }) else { return nil }
        self.init(day: day, because: "You chose “\(wanted)”.")
        return
      }
      let done = evidence.history.sessions.last { session in
        session.value.program == program.frontMatter.title
          && days.contains { $0.title == session.value.title }
      }
      guard let done, let index = days.firstIndex(where: { $0.title == done.value.title }) else {
        guard let first = days.first else { return nil }
        self.init(day: first, because: "It’s the first workout of your program.")
        return
      }
      let day = days[(index + 1) % days.count]
      let ago = evidence.today - evidence.day(of: done.at)
      let when = ago == 0 ? "today" : "\(ago.counted("day")) ago"
      if index == days.count - 1, let weeks = days[index].week {
        // Workouts that repeat every week have no end; counted weeks have.
        self.init(
          day: day,
          because:
            "You’ve done all \(weeks.counted("week")) of your program, the last workout \(when). This is its first week again, at today’s strength.",
          change: "Repeat it as it is, or choose the next program.")
      } else {
        self.init(
          day: day, because: "It comes after “\(done.value.title)”, which you did \(when).")
      }
    }

    private init(day: Program.Day, because: String, change: String? = nil) {
      self.day = day
      self.because = because
      self.change = change
    }
  }
}

/// A group of sets as planned, and where its load comes from.
struct PlannedGroup {
  let sets: PlannedSets
  /// The load that was handled last time, for plans made from habit; it wins over `sets.load`.
  var habitualLoad: Load?
  /// Whether a program leaves the load to what was done.
  var isLoadOpen = false

  /// As a program has it; where that names no load and the exercise was last done with help, with
  /// that help.
  init(_ sets: PlannedSets, help: Load?) {
    self.sets = sets
    habitualLoad = help
    isLoadOpen = help != nil
  }

  init(_ sets: PlannedSets, load: Load?) {
    self.sets = sets
    habitualLoad = load
  }

  /// Whether its normal sets ask for a share of the maximum.
  var isShareOfMaximum: Bool {
    if case .percent = sets.load { sets.kind == .normal } else { false }
  }

  /// Whether its normal sets ask for a weight, and nothing says how that grows.
  var isFixedWeight: Bool {
    guard case .mass = sets.load, sets.kind == .normal else { return false }
    return sets.progressions.allSatisfy { $0.quantity != .load }
  }

  /// The load to start from; nil where a percentage is asked for and the maximum isn't known.
  func load(
    of exercise: Exercise, maximumKilograms: Double?, athlete: Athlete
  ) -> Load? {
    if let habitualLoad { return habitualLoad }
    switch sets.load {
    case .mass(let mass): return .external(mass)
    case .body(let external, let assistance):
      return Load(external: external, assistance: assistance)
    case .percent(let percent):
      guard let maximumKilograms else { return exercise.bodyMassFraction > 0 ? .body : nil }
      return Load.weighing(
        maximumKilograms * percent / 100, in: exercise, bodyMass: athlete.bodyMass)
    case nil:
      return exercise.bodyMassFraction > 0 ? .body : nil
    }
  }
}

extension Evidence {
  /// The load of the last normal sets of an exercise, where they were done with help.
  func lastHelp(in exercise: Exercise) -> Load? {
    let last = history.sets.last {
      $0.value.exercise == exercise.id && $0.value.kind == .normal && $0.value.reps > 0
    }
    return last.flatMap { $0.value.load.assistance.amount > 0 ? $0.value.load : nil }
  }
}

extension Load {
  /// What has to be added to the body, or taken off it, to weigh so much.
  static func weighing(_ kilograms: Double, in exercise: Exercise, bodyMass: Mass) -> Load {
    let beside = kilograms - bodyMass.kilograms * exercise.bodyMassFraction
    return beside >= 0
      ? Load(external: .kilograms(beside)) : Load(assistance: .kilograms(-beside))
  }
}
