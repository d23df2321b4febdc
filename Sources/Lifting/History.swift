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
/// It depends only on which facts there are, not on the order in which they arrived: a late entry
/// or a correction counts as if it had always been there.
public struct History: Sendable, Hashable {
  /// The latest; nil where none was given.
  public var athlete: Athlete?
  public var screening: Screening?
  public var program: ProgramChoice?
  public var clearances: [Dated<Clearance>] = []
  public var sessions: [Dated<Session>] = []
  public var sets: [Dated<WorkSet>] = []
  public var checkIns: [Dated<CheckIn>] = []
  public var tests: [Dated<StrengthTest>] = []

  public init() {}

  public init(_ facts: some Sequence<Fact>) {
    var byID: [UUID: Fact] = [:]
    for fact in facts { byID[fact.id] = fact }
    var superseded: Set<UUID> = []
    for fact in byID.values { if let old = fact.supersedes { superseded.insert(old) } }
    // Facts of the same instant have no order of their own; the id gives them one that is always
    // the same.
    let standing = byID.values.filter { !superseded.contains($0.id) }
      .sorted { ($0.at, $0.id.uuidString) < ($1.at, $1.id.uuidString) }
    for fact in standing {
      switch fact.body {
      case .athlete(let value): athlete = value
      case .screening(let value): screening = value
      case .program(let value): program = value
      case .clearance(let value): clearances.append(Dated(at: fact.at, value))
      case .session(let value): sessions.append(Dated(at: fact.at, value))
      case .workSet(let value): sets.append(Dated(at: fact.at, value))
      case .checkIn(let value): checkIns.append(Dated(at: fact.at, value))
      case .strengthTest(let value): tests.append(Dated(at: fact.at, value))
      case .retraction: break
      }
    }
  }

  /// What was known at an instant: everything after it taken away.
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
