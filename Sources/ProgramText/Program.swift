public import Lifting

/// A coach's post whose exercise lines are understood.
///
/// A program is its text: ``lines`` are all its lines in order, and those that describe an exercise
/// carry what was understood. Printing gives back every line as it was written, unless an edit
/// changed what it says. The language is described in `docs/ProgramText.md`.
public struct Program: Sendable, Hashable {
  public enum Line: Sendable, Hashable {
    /// Prose, headings, front matter, blank lines: kept to the letter, without the line feed.
    case verbatim(String)
    indirect case exercise(ExerciseLine)
  }

  /// Everything between two line feeds, so that a text that ends with one ends with an empty line.
  /// Change them through ``replan(_:as:)``.
  public internal(set) var lines: [Line]
  public internal(set) var frontMatter: FrontMatter
  /// The workouts, in the order of the text.
  public internal(set) var days: [Day]

  /// The entries between the `---` lines at the top; what isn't known is kept in ``Program/lines``.
  public struct FrontMatter: Sendable, Hashable {
    public var title: String?
    /// From 1, as in ``weekRange``.
    public var week: Int?
    /// An http or https address.
    public var video: String?
    public var author: String?
    public var tags: [String]

    public init(
      title: String? = nil, week: Int? = nil, video: String? = nil, author: String? = nil,
      tags: [String] = []
    ) {
      self.title = title
      self.week = week
      self.video = video
      self.author = author
      self.tags = tags
    }
  }

  /// A workout: a second-level heading and the exercises under it, at least one.
  public struct Day: Sendable, Hashable {
    /// Empty for the exercises that stand before the first second-level heading.
    public var title: String
    /// Where its exercises stand in ``Program/lines``.
    public var exerciseLines: [Int]

    public init(title: String, exerciseLines: [Int]) {
      self.title = title
      self.exerciseLines = exerciseLines
    }
  }

  /// The exercises of a day, in order.
  public func exercises(of day: Day) -> [PlannedExercise] {
    day.exerciseLines.compactMap { index in
      guard lines.indices.contains(index), case .exercise(let line) = lines[index] else {
        return nil
      }
      return line.planned
    }
  }
}

/// A line that describes an exercise, with the words it was written in.
public struct ExerciseLine: Sendable, Hashable {
  /// The line as it was read, without its line feed.
  public let source: String
  /// What it said when it was read.
  public let asRead: PlannedExercise
  /// What it says now.
  public internal(set) var planned: PlannedExercise
  /// What stands before the name: the indentation and the bullet.
  let lead: String
  /// What follows the exercise: the line's comments, and the carriage return where there is one.
  let tail: String

  init(source: String, planned: PlannedExercise, lead: String, tail: String) {
    self.source = source
    self.asRead = planned
    self.planned = planned
    self.lead = lead
    self.tail = tail
  }
}

/// An exercise as a program asks for it: one or more groups of sets, done one after another.
public struct PlannedExercise: Sendable, Hashable {
  /// As the coach writes it.
  public var name: String
  /// The exercise meant; nil where the catalog knows none by that name.
  public var exercise: Exercise.ID?
  /// The normal sets, then what follows after `then`.
  public var groups: [PlannedSets]

  public init(name: String, exercise: Exercise.ID?, groups: [PlannedSets]) {
    self.name = name
    self.exercise = exercise
    self.groups = groups
  }
}

/// `3 x 8 @ 70%, tempo 4-1-1-0, keep 2 in reserve, rest 2 min`
public struct PlannedSets: Sendable, Hashable {
  public enum Load: Sendable, Hashable {
    case mass(Mass)
    /// Of the concentric one-rep maximum.
    case percent(Double)
    /// `body`, `body + 10 kg`, `body - 15 kg` (assistance).
    case body(external: Mass, assistance: Mass)
  }

  public var sets: Int
  /// `8`, or `8-12`.
  public var reps: ClosedRange<Int>
  public var kind: WorkSet.Kind
  public var load: Load?
  public var tempo: Tempo?
  /// `8 s`: how long each lowering takes, where no tempo says so.
  public var loweringSeconds: Double?
  public var wayUp: WayUp?
  /// `keep 2 in reserve`.
  public var repsInReserve: Int?
  public var restSeconds: Double?

  public init(
    sets: Int, reps: ClosedRange<Int>, kind: WorkSet.Kind = .normal, load: Load? = nil,
    tempo: Tempo? = nil, loweringSeconds: Double? = nil, wayUp: WayUp? = nil,
    repsInReserve: Int? = nil, restSeconds: Double? = nil
  ) {
    self.sets = sets
    self.reps = reps
    self.kind = kind
    self.load = load
    self.tempo = tempo
    self.loweringSeconds = loweringSeconds
    self.wayUp = wayUp
    self.repsInReserve = repsInReserve
    self.restSeconds = restSeconds
  }
}
