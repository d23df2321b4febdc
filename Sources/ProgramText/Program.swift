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
  /// The workouts, week by week, in the order of the text. What is described for several weeks is
  /// there once for each.
  public internal(set) var days: [Day]
  /// What the `# Week` headings say, in the order of the text; empty where there are none.
  public internal(set) var weeks: [Week]

  /// The entries between the `---` lines at the top; what isn't known is kept in ``Program/lines``.
  public struct FrontMatter: Sendable, Hashable {
    public var title: String?
    /// Which week the post is about, from 1, as in ``weekRange``.
    public var week: Int?
    /// How many weeks the post goes on for, as in ``weeksRange``.
    public var weeks: Int?
    /// An http or https address.
    public var video: String?
    public var author: String?
    public var tags: [String]

    public init(
      title: String? = nil, week: Int? = nil, weeks: Int? = nil, video: String? = nil,
      author: String? = nil, tags: [String] = []
    ) {
      self.title = title
      self.week = week
      self.weeks = weeks
      self.video = video
      self.author = author
      self.tags = tags
    }
  }

  /// A workout: a second-level heading and the exercises under it, at least one.
  public struct Day: Sendable, Hashable {
    /// What tells it from the others: its heading, after the week where weeks are counted, as in
    /// `Week 2, Upper body`. Empty for the exercises before the first heading.
    public var title: String
    /// Where its exercises stand in ``Program/lines``.
    public var exerciseLines: [Int]
    /// The words of its heading.
    public var name: String
    /// The week it is in, from 1; nil where weeks aren't counted.
    public var week: Int?
    /// How many weeks before it had the same description, 0 in the first: what progressions count.
    public var weeksBefore: Int

    public init(
      title: String, exerciseLines: [Int], name: String? = nil, week: Int? = nil,
      weeksBefore: Int = 0
    ) {
      self.title = title
      self.exerciseLines = exerciseLines
      self.name = name ?? title
      self.week = week
      self.weeksBefore = weeksBefore
    }
  }

  /// `# Weeks 2-4: Slower` and what stands below it, up to the next such heading.
  public struct Week: Sendable, Hashable {
    /// `2...4`
    public var numbers: ClosedRange<Int>
    /// `Slower`; empty where the heading says no more than the week.
    public var title: String
    /// In ``Program/lines``, the heading first.
    public var lines: Range<Int>

    public init(numbers: ClosedRange<Int>, title: String, lines: Range<Int>) {
      self.numbers = numbers
      self.title = title
      self.lines = lines
    }
  }

  /// The exercises of a day, in order, as far as their progressions have come in its week.
  public func exercises(of day: Day) -> [PlannedExercise] {
    entries(of: day).map(\.exercise)
  }

  /// The same with the place of each in ``lines``.
  public func entries(of day: Day) -> [(line: Int, exercise: PlannedExercise)] {
    day.exerciseLines.compactMap { index in
      guard lines.indices.contains(index), case .exercise(let line) = lines[index] else {
        return nil
      }
      return (index, line.planned.after(weeks: day.weeksBefore))
    }
  }

  /// The lines below an exercise that are indented, as Markdown has what belongs to a list item:
  /// what to mind, in the coach's words.
  ///
  /// - Parameter index: Where the exercise stands in ``lines``.
  /// - Returns: The lines without their indentation; none where there is no exercise.
  public func notes(below index: Int) -> [String] {
    guard lines.indices.contains(index), case .exercise(let exercise) = lines[index] else {
      return []
    }
    let indentation = exercise.lead.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    return lines[(index + 1)...].lazy.map { line -> Substring? in
      guard case .verbatim(let text) = line else { return nil }
      let content = text[...].trimmed
      let blanks = text.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
      return content.isEmpty || blanks <= indentation ? nil : content
    }
    .prefix { $0 != nil }.compactMap { $0.map(String.init) }
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
  /// The line as it was read but for the numbers that were edited; nil where more was.
  var rewritten: String?
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
  /// `A1.`: its place in a superset.
  public var superset: Superset?
  /// `[Squat](https://example.org/squat)`: an http or https address.
  public var video: String?

  public init(
    name: String, exercise: Exercise.ID?, groups: [PlannedSets], superset: Superset? = nil,
    video: String? = nil
  ) {
    self.name = name
    self.exercise = exercise
    self.groups = groups
    self.superset = superset
    self.video = video
  }

  /// Exercises of one letter are done in turns, a set of each, in the order of their numbers.
  public struct Superset: Sendable, Hashable {
    /// From A to H.
    public var letter: Character
    /// From 1 to 6.
    public var number: Int

    public init(letter: Character, number: Int) {
      self.letter = letter
      self.number = number
    }

    static let letters: ClosedRange<Character> = "A"..."H"
    static let numbers = 1...6
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
  /// `8`, or `8-12`; 1 where each set is held.
  public var reps: ClosedRange<Int>
  /// `30 s`, or `20-40 s`, in place of repetitions: how many seconds each set is held.
  public var holdSeconds: ClosedRange<Int>?
  public var kind: WorkSet.Kind
  public var load: Load?
  public var tempo: Tempo?
  /// `8 s`: how long each lowering takes, where no tempo says so.
  public var loweringSeconds: Double?
  public var wayUp: WayUp?
  /// `each side`: one arm or leg does each set, and then the other.
  public var isEachSide: Bool
  /// `keep 2 in reserve`.
  public var repsInReserve: Int?
  /// `stop at 20% velocity loss`: how much slower than its fastest a repetition ends the set, in percent.
  public var velocityLossPercent: Int?
  public var restSeconds: Double?
  /// How they change from week to week; no two of the same ``Progression/quantity``, in its order.
  public var progressions: [Progression]

  public init(
    sets: Int, reps: ClosedRange<Int>, holdSeconds: ClosedRange<Int>? = nil,
    kind: WorkSet.Kind = .normal, load: Load? = nil, tempo: Tempo? = nil,
    loweringSeconds: Double? = nil, wayUp: WayUp? = nil, isEachSide: Bool = false,
    repsInReserve: Int? = nil, velocityLossPercent: Int? = nil, restSeconds: Double? = nil,
    progressions: [Progression] = []
  ) {
    self.sets = sets
    self.reps = reps
    self.holdSeconds = holdSeconds
    self.progressions = progressions
    self.kind = kind
    self.load = load
    self.tempo = tempo
    self.loweringSeconds = loweringSeconds
    self.wayUp = wayUp
    self.isEachSide = isEachSide
    self.repsInReserve = repsInReserve
    self.velocityLossPercent = velocityLossPercent
    self.restSeconds = restSeconds
  }
}
