public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a file that was read adds to what is kept already.
///
/// A fact is known by its id. A workout that was renamed in the other program, whose start was
/// mended there or whose exercises were spelled anew, is known by what was lifted, where it stands
/// within a few hours of one that is kept and that the file doesn't have.
public struct ImportComparison: Sendable {
  /// Something that the file says otherwise than what is kept of it.
  public struct Difference: Sendable, Hashable {
    /// As it stands, corrections and all.
    public var kept: Fact
    public var file: Fact

    /// What the file says, in the session that the kept one belongs to.
    public var correctedBody: Fact.Body {
      guard case .workSet(var set) = file.body, case .workSet(let old) = kept.body else {
        return file.body
      }
      set.session = old.session
      return .workSet(set)
    }
  }

  /// To be added.
  public var new: [Fact] = []
  /// How many are kept already and say the same.
  public var known = 0
  /// How many are kept already under another name or start; they aren't added again.
  public var recognized = 0
  /// Kept and deleted since: to be brought back.
  public var deleted: [UUID] = []
  /// To be asked about. Until somebody answers, what is kept stands.
  public var differing: [Difference] = []
  /// Recordings whose bytes weren't kept: damaged, or more than there is room for.
  public var recordingsLeftOut = 0

  /// A start that was mended lies within so many seconds of the old one.
  private static let mendedWithin = 6.0 * 3600

  public init(of file: [Fact], with kept: [Fact]) {
    let keptByID = Dictionary(kept.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let standing = Fact.standingByOrigin(kept)
    // What the file itself deletes, as an archive may, isn't to be brought back.
    let inFile = Fact.standingByOrigin(file)
    let origins = Fact.origins(of: file.map(\.id), in: kept)
    let moved = Self.moved(file, Fact.standing(kept), keptByID)
    for (fact, origin) in zip(file, origins) {
      guard let old = keptByID[fact.id] else {
        if moved.contains(fact.id) { recognized += 1 } else { new.append(fact) }
        continue
      }
      // Of a chain of corrections the first one decides.
      guard origin == fact.id, let stands = standing[origin] else {
        if origin == fact.id, inFile[origin] != nil {
          deleted.append(origin)
        } else {
          known += 1
        }
        continue
      }
      if Self.content(old) == Self.content(fact) || Self.content(stands) == Self.content(fact) {
        known += 1
      } else {
        differing.append(Difference(kept: stands, file: fact))
      }
    }
  }

  /// What a fact says, without what other programs only call it: sessions are known by their sets.
  private static func content(_ fact: Fact) -> Fact.Body {
    switch fact.body {
    case .workSet(var set):
      set.session = nil
      set.nameAsWritten = nil
      return .workSet(set)
    case .session: return .session(Session(id: Session.ID(rawValue: ""), title: ""))
    default: return fact.body
    }
  }

  /// What becomes of the file's entries, kind by kind, in sentences; together they are all of it.
  public var summary: [String] {
    func sentence(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : count == 1 ? one : "\(count) \(many)"
    }
    return [
      sentence(new.count, "1 entry is new.", "entries are new."),
      sentence(
        known, "1 entry was here already; it counts once.",
        "entries were here already; they count once."),
      sentence(
        recognized, "1 entry was here already under another name or start; it counts once.",
        "entries were here already under another name or start; they count once."),
      sentence(
        deleted.count, "1 entry that had been deleted is back.",
        "entries that had been deleted are back."),
      sentence(
        differing.count, "1 entry says something else than what is kept, and what is kept stands.",
        "entries say something else than what is kept, and what is kept stands."),
      sentence(
        recordingsLeftOut, "1 recording was left out: it is damaged, or there is no room for it.",
        "recordings were left out: they are damaged, or there is no room for them."),
    ].compactMap(\.self)
  }

  // MARK: - Workouts that moved

  /// A workout as what was lifted, set by set.
  private struct Workout {
    var session: Fact
    var sets: [Fact] = []

    struct Lifted: Hashable {
      let exercise: Exercise.ID
      let load: Load
      let reps: Int
    }

    var lifted: [Lifted] {
      sets.compactMap { fact in
        guard case .workSet(let set) = fact.body else { return nil }
        // The catalog may have learned a name since.
        let exercise = set.nameAsWritten.flatMap { Exercise.reading(of: $0).exercise?.id }
        return Lifted(exercise: exercise ?? set.exercise, load: set.load, reps: set.reps)
      }
    }
  }

  private static func workouts(_ facts: some Sequence<Fact>) -> [Workout] {
    var workouts: [Workout] = []
    var indices: [Session.ID: Int] = [:]
    for fact in facts {
      guard case .session(let session) = fact.body else { continue }
      indices[session.id] = workouts.count
      workouts.append(Workout(session: fact))
    }
    for fact in facts {
      guard case .workSet(let set) = fact.body, let session = set.session,
        let index = indices[session]
      else { continue }
      workouts[index].sets.append(fact)
    }
    return workouts.filter { !$0.sets.isEmpty }
  }

  /// The ids of the file's facts that are kept under others.
  private static func moved(
    _ file: [Fact], _ standing: [Fact], _ keptByID: [UUID: Fact]
  ) -> Set<UUID> {
    let strange = workouts(file).filter { workout in
      workout.sets.allSatisfy { keptByID[$0.id] == nil }
    }
    guard !strange.isEmpty else { return [] }
    let inFile = Set(file.map(\.id))
    var missing: [[Workout.Lifted]: [Workout]] = [:]
    for workout in workouts(standing) where workout.sets.allSatisfy({ !inFile.contains($0.id) }) {
      missing[workout.lifted, default: []].append(workout)
    }
    var moved: Set<UUID> = []
    for workout in strange {
      let lifted = workout.lifted
      func seconds(_ other: Workout) -> Double {
        abs(other.session.at.timeIntervalSince(workout.session.at))
      }
      guard let candidates = missing[lifted],
        let nearest = candidates.indices.min(by: {
          seconds(candidates[$0]) < seconds(candidates[$1])
        }), seconds(candidates[nearest]) <= mendedWithin
      else { continue }
      missing[lifted]?.remove(at: nearest)
      moved.insert(workout.session.id)
      moved.formUnion(workout.sets.map(\.id))
    }
    return moved
  }
}
