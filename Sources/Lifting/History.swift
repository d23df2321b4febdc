#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Something with the instant it happened.
public struct Dated<Value: Sendable>: Sendable {
  public var at: Date
  public var value: Value
  public init(at: Date, _ value: Value) {
    self.at = at
    self.value = value
  }
}

extension Dated: Equatable where Value: Equatable {}
extension Dated: Hashable where Value: Hashable {}

/// An athlete's facts as they stand: superseded ones gone, each kind in the order of time.
///
/// Where instants differ, it depends only on which facts there are, not on the order in which they
/// arrived: a late entry or a correction counts as if it had always been there. Facts of the same
/// second stay in the order given, which is that of entry, a correction in the place of what it
/// corrects.
public struct History: Sendable, Hashable {
  /// The latest; nil where none was given.
  public var athlete: Athlete?
  public var screening: Screening?
  public var program: ProgramChoice?
  public var clearances: [Dated<Clearance>] = []
  public var sessions: [Dated<Session>] = []
  /// The sessions that were ended before all of them was done.
  public var ended: Set<Session.ID> = []
  public var sets: [Dated<WorkSet>] = []
  public var checkIns: [Dated<CheckIn>] = []
  public var tests: [Dated<StrengthTest>] = []
  /// The exercises that the catalog doesn't know, by ``Exercise/key(of:)`` of their names.
  public var exercises: [String: OwnExercise] = [:]

  public init() {}

  public init(_ facts: some Sequence<Fact>) {
    for fact in Fact.standing(facts) {
      switch fact.body {
      case .athlete(let value): athlete = value
      case .screening(let value): screening = value
      case .program(let value): program = value
      case .clearance(let value): clearances.append(Dated(at: fact.at, value))
      case .session(let value): sessions.append(Dated(at: fact.at, value))
      case .sessionEnd(let value): ended.insert(value.session)
      case .workSet(let value): sets.append(Dated(at: fact.at, value))
      case .checkIn(let value): checkIns.append(Dated(at: fact.at, value))
      case .strengthTest(let value): tests.append(Dated(at: fact.at, value))
      case .exercise(let value): exercises[Exercise.key(of: value.name)] = value
      // What was measured in a recording counts by the set it is attached to.
      case .recording, .retraction, .restoration: break
      }
    }
    nameExercises()
  }

  /// Gives sets and tests whose exercise the catalog didn't know when they were kept the one that their
  /// name means now: the athlete's own, or what the catalog has learned since.
  public mutating func nameExercises() {
    var meant: [Exercise.ID: Exercise.ID] = [:]
    func now(_ id: Exercise.ID) -> Exercise.ID {
      guard OwnExercise.isForeign(id) else { return id }
      if let known = meant[id] { return known }
      let name = OwnExercise.name(in: id)
      let known =
        name.flatMap { exercises[Exercise.key(of: $0)]?.id ?? Exercise.named($0)?.id } ?? id
      meant[id] = known
      return known
    }
    for index in sets.indices { sets[index].value.exercise = now(sets[index].value.exercise) }
    for index in tests.indices { tests[index].value.exercise = now(tests[index].value.exercise) }
  }

  /// The exercise that the athlete means by a name: their own, or one of the catalog.
  public func exercise(named name: String) -> Exercise? {
    Exercise.named(name) ?? exercises[Exercise.key(of: name)]?.exercise
  }

  /// What had been done and said by an instant: sets, sessions, check-ins, tests and clearances after
  /// it are taken away. Who the athlete is, the screening and the program are the latest, as nothing
  /// is asked of what they were before.
  public func until(_ instant: Date) -> History {
    var known = self
    known.clearances.removeAll { $0.at > instant }
    known.sessions.removeAll { $0.at > instant }
    known.sets.removeAll { $0.at > instant }
    known.checkIns.removeAll { $0.at > instant }
    known.tests.removeAll { $0.at > instant }
    return known
  }
}
