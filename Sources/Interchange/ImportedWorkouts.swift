internal import Lifting

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The workouts of a history while it is read: which rows belong together, and what their facts are
/// called.
struct ImportedWorkouts: Sendable {
  struct Time: Sendable, Hashable {
    /// On the wall where it was written down; part of the ids, as it doesn't depend on where the
    /// file is read.
    var seconds: Int
    var instant: Date
  }

  /// What tells a set from all others in the history. Neither what was lifted nor the workout's
  /// title is part of it: corrected or renamed in the old program, it is still the same set.
  struct Name: Sendable, Hashable {
    /// The words of the exercise's name, in whatever order they were written.
    let exercise: String
    let time: Time
    /// Counts the rows of this exercise at this time, in all workouts that began together.
    let ordinal: Int
  }

  private struct Key: Hashable {
    let start: String
    let title: String
  }

  private struct Workout {
    let key: Key
    /// Counts the workouts that began together.
    let ordinal: Int
    /// Of the workout as a whole, until a set has taken it.
    var note: String
    var exercises: [String: Entry] = [:]
    var sets: [(name: Name, set: WorkSet)] = []
  }

  /// What is known of an exercise in a workout.
  private struct Entry {
    /// The note seen last, whether or not a set has it.
    var note = ""
    var lastSet: Int?
  }

  private struct Row: Hashable {
    let start: String
    let exercise: String
    let seconds: Int
  }

  private var all: [Workout] = []
  private var indices: [Key: Int] = [:]
  private var workoutsByStart: [String: Int] = [:]
  private var rows: [Row: Int] = [:]
  private var words: [String: String] = [:]

  /// The workout that a row belongs to, by its own name where it has one, else by when it began.
  mutating func index(named name: String, title: String, time: Time, note: String) -> Int {
    let key = Key(start: name.isEmpty ? String(time.seconds) : name, title: title)
    if let index = indices[key] {
      if all[index].sets.isEmpty, all[index].note.isEmpty { all[index].note = note }
      return index
    }
    indices[key] = all.count
    workoutsByStart[key.start, default: 0] += 1
    all.append(Workout(key: key, ordinal: workoutsByStart[key.start] ?? 1, note: note))
    return all.count - 1
  }

  /// The name of the workout's next row of an exercise.
  mutating func nextName(_ exercise: String, at time: Time, in workout: Int) -> Name {
    let words = self.words[exercise] ?? Exercise.key(of: exercise)
    self.words[exercise] = words
    let row = Row(start: all[workout].key.start, exercise: words, seconds: time.seconds)
    rows[row, default: 0] += 1
    return Name(exercise: words, time: time, ordinal: rows[row] ?? 1)
  }

  /// Adds a set. A note that programs repeat in every row stays with the first set that has it.
  mutating func add(
    _ set: WorkSet, of exercise: String, _ name: Name, note: String, to workout: Int
  ) {
    var entry = all[workout].exercises[exercise] ?? Entry()
    let waiting = entry.lastSet == nil ? entry.note : ""
    let own = note == entry.note ? "" : note
    let notes = [waiting, own, all[workout].note].filter { !$0.isEmpty }
    var set = set
    set.note = notes.isEmpty ? nil : notes.joined(separator: "\n")
    if !own.isEmpty { entry.note = own }
    entry.lastSet = all[workout].sets.count
    all[workout].exercises[exercise] = entry
    all[workout].note = ""
    all[workout].sets.append((name, set))
  }

  /// Adds a note that has a row of its own: to the exercise's last set, or to its first one to come.
  mutating func addNote(_ note: String, on exercise: String, to workout: Int) {
    let entry = all[workout].exercises[exercise] ?? Entry()
    guard !note.isEmpty, note != entry.note else { return }
    all[workout].exercises[exercise, default: Entry()].note = note
    guard let last = entry.lastSet else { return }
    if all[workout].sets[last].set.note == nil {
      all[workout].sets[last].set.note = note
    } else {
      all[workout].sets[last].set.note?.append("\n" + note)
    }
  }

  // MARK: - Facts

  /// Sessions and sets in the order of time. A workout without a set isn't one.
  func facts(of format: String) -> [Fact] {
    all.flatMap { Self.facts(of: $0, format: format) }
      .enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// Facts carry whole seconds, and most programs know only when a workout began: sets that share
  /// their time are put one second apart, so that their order survives.
  private static func facts(of workout: Workout, format: String) -> [Fact] {
    guard let start = workout.sets.map(\.name.time.instant).min() else { return [] }
    let key = [format, workout.key.start]
    let id = UUID(following: ["session"] + key + [String(workout.ordinal)])
    let session = Session(
      id: Session.ID(rawValue: id.uuidString),
      title: workout.key.title.isEmpty ? "Workout" : workout.key.title)
    var facts = [Fact(id: id, at: start, .session(session))]
    var earlier: [Int: Int] = [:]
    for (name, set) in workout.sets {
      let later = earlier[name.time.seconds, default: 0]
      earlier[name.time.seconds] = later + 1
      var set = set
      set.session = session.id
      let parts = [name.exercise, String(name.time.seconds), String(name.ordinal)]
      facts.append(
        Fact(
          id: UUID(following: ["set"] + key + parts),
          at: name.time.instant.addingTimeInterval(Double(later)), .workSet(set)))
    }
    return facts
  }
}
