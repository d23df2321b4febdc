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
      case .retraction, .restoration: break
      }
    }
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
