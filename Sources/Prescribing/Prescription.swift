public import Lifting
public import Physiology

/// What to do next, or why not, with the reasons and the forecast it rests on.
public struct Prescription: Sendable, Hashable, Codable {
  /// What to do; nil when there is a ``refusal``.
  public var session: PrescribedSession?
  /// Why nothing is prescribed; nil when there is a ``session``.
  public var refusal: Refusal?
  /// Every rule that spoke, in the order it was asked.
  public var reasons: [Reason]
  /// The coming days if this is done; without a session, the coming days as they are. Body parts
  /// that are rested and stay so are left out.
  public var forecast: Forecast
  /// The same days and body parts if nothing is done; nil without a session.
  public var forecastWithout: Forecast?
  /// What became of each exercise of the plan, in its order; none where there was no plan.
  public var exercises: [ExerciseDecision]
  /// What became of the eccentric work of each body part that the plan or the session has some for.
  public var bodyParts: [BodyPartDecision]

  public init(
    session: PrescribedSession? = nil, refusal: Refusal? = nil, reasons: [Reason],
    forecast: Forecast, forecastWithout: Forecast? = nil, exercises: [ExerciseDecision] = [],
    bodyParts: [BodyPartDecision] = []
  ) {
    self.session = session
    self.refusal = refusal
    self.reasons = reasons
    self.forecast = forecast
    self.forecastWithout = forecastWithout
    self.exercises = exercises
    self.bodyParts = bodyParts
  }
}

/// A decision not to prescribe. It isn't an error.
public struct Refusal: Sendable, Hashable, Codable {
  public enum When: String, Sendable, Hashable, Codable, CaseIterable {
    /// Something has to be settled first.
    case notYet
    /// Another day will do.
    case notToday
    /// Stop, and see a doctor the same day.
    case seekCare
  }

  public var when: When
  /// In sentences.
  public var because: [String]
  /// What would change the answer, in sentences.
  public var changes: [String]

  public init(when: When, because: [String], changes: [String]) {
    self.when = when
    self.because = because
    self.changes = changes
  }
}

public struct PrescribedSession: Sendable, Hashable, Codable {
  public var title: String
  /// The title of the program it comes from; nil for one made from the athlete's own training.
  public var program: String?
  public var exercises: [PrescribedExercise]

  public init(title: String, program: String? = nil, exercises: [PrescribedExercise]) {
    self.title = title
    self.program = program
    self.exercises = exercises
  }
}

public struct PrescribedExercise: Sendable, Hashable, Codable {
  public var exercise: Exercise.ID
  public var name: String
  /// Done one after another.
  public var doses: [Dose]
  /// `A1`: exercises of one letter are done in turns, a set of each, in the order of their numbers;
  /// nil where it is done by itself.
  public var superset: String?
  /// What the coach wrote below it in the program.
  public var note: String?

  public init(
    exercise: Exercise.ID, name: String, doses: [Dose], superset: String? = nil,
    note: String? = nil
  ) {
    self.exercise = exercise
    self.name = name
    self.doses = doses
    self.superset = superset
    self.note = note
  }
}

/// Sets of one kind: how many, how heavy, how slow.
public struct Dose: Sendable, Hashable, Codable {
  public var kind: WorkSet.Kind
  public var sets: Int
  public var reps: Int
  /// Where the reps are a range, its upper end.
  public var repsUpTo: Int?
  /// Nil where the one-rep maximum isn't known: then by feel, with the reps in reserve.
  public var load: Load?
  /// The load relative to the concentric one-rep maximum of the limbs that lower it, where that is
  /// known: with two up and one down, half of what both can lift counts as 100.
  public var percentOfMaximum: Double?
  public var tempo: Tempo
  /// How the weight comes back up; only in negatives.
  public var wayUp: WayUp?
  public var repsInReserve: Int
  public var restSeconds: Int
  /// How much slower than its fastest a repetition ends the set, in percent, where speed is measured.
  public var velocityLossPercent: Int?
  /// What to mind, in a sentence.
  public var cue: String?
  /// How many seconds each set is held, where it is; ``reps`` is 1 then.
  public var holdSeconds: Int?
  /// Where that is a range, its upper end.
  public var holdSecondsUpTo: Int?
  /// Whether one arm or leg does each set, and then the other; nil where both work at once. Sets and
  /// reps are those of one side.
  public var eachSide: Bool?

  public init(
    kind: WorkSet.Kind, sets: Int, reps: Int, repsUpTo: Int? = nil, load: Load? = nil,
    percentOfMaximum: Double? = nil, tempo: Tempo, wayUp: WayUp? = nil, repsInReserve: Int,
    restSeconds: Int, cue: String? = nil, holdSeconds: Int? = nil, holdSecondsUpTo: Int? = nil,
    eachSide: Bool? = nil, velocityLossPercent: Int? = nil
  ) {
    self.velocityLossPercent = velocityLossPercent
    self.kind = kind
    self.sets = sets
    self.reps = reps
    self.repsUpTo = repsUpTo
    self.load = load
    self.percentOfMaximum = percentOfMaximum
    self.tempo = tempo
    self.wayUp = wayUp
    self.repsInReserve = repsInReserve
    self.restSeconds = restSeconds
    self.cue = cue
    self.holdSeconds = holdSeconds
    self.holdSecondsUpTo = holdSecondsUpTo
    self.eachSide = eachSide
  }

  public var isEachSide: Bool { eachSide ?? false }

  /// Whether its lowering is stressed on purpose.
  public var emphasizesEccentric: Bool {
    holdSeconds == nil
      && (kind == .negative
        || (kind == .normal && (tempo.eccentric.seconds ?? 0) >= WorkSet.emphasisSeconds))
  }
}

/// A rule that spoke.
public struct Reason: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case plan, refusal, advice, limit
  }

  /// The rule's id; `plan` for why it is this session.
  public var rule: String
  public var kind: Kind
  /// What it decided and why, for the athlete.
  public var sentence: String
  public var exercise: Exercise.ID?
  public var bodyPart: BodyPart?
  /// What would change the answer, where something would.
  public var change: String?
  /// What the rule says in general; nil where no rule spoke but the plan.
  public var general: String?
  /// Where the rule comes from.
  public var source: Source?
  /// What it changed, in figures.
  public var numbers: [Change]

  public init(
    rule: String, kind: Kind, sentence: String, exercise: Exercise.ID? = nil,
    bodyPart: BodyPart? = nil, change: String? = nil, general: String? = nil,
    source: Source? = nil, numbers: [Change] = []
  ) {
    self.rule = rule
    self.kind = kind
    self.sentence = sentence
    self.exercise = exercise
    self.bodyPart = bodyPart
    self.change = change
    self.general = general
    self.source = source
    self.numbers = numbers
  }
}

extension Reason {
  /// The name of what is planned and nobody knows; nil for every other reason.
  public var unknownName: String? {
    rule == Self.unknownExercise ? exercise.flatMap(OwnExercise.name) : nil
  }

  /// The rule's id of what is planned under a name that nobody knows.
  public static let unknownExercise = "unknown-exercise"
}
