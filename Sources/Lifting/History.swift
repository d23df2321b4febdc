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
  public var sets: [Dated<WorkSet>] = []
  public var checkIns: [Dated<CheckIn>] = []
  public var tests: [Dated<StrengthTest>] = []

  public init() {}

  public init(_ facts: some Sequence<Fact>) {
    for fact in Self.standing(facts) {
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

  /// What no other fact takes the place of, in the order of time, then of entry.
  private static func standing(_ facts: some Sequence<Fact>) -> [Fact] {
    var byID: [UUID: (fact: Fact, place: Int)] = [:]
    var superseded: Set<UUID> = []
    for (place, fact) in facts.enumerated() {
      byID[fact.id] = (fact, byID[fact.id]?.place ?? place)
      if let old = fact.supersedes { superseded.insert(old) }
    }
    func place(of entry: (fact: Fact, place: Int)) -> Int {
      var first = entry
      // Facts that supersede each other in a circle have no first one; a long chain is followed no
      // further than there are facts.
      for _ in 0..<byID.count {
        guard let old = first.fact.supersedes, let before = byID[old],
          before.fact.at == entry.fact.at
        else { break }
        first = before
      }
      return first.place
    }
    return byID.values.filter { !superseded.contains($0.fact.id) }
      .map { ($0.fact, place(of: $0), $0.place) }
      .sorted { ($0.0.at, $0.1, $0.2) < ($1.0.at, $1.1, $1.2) }
      .map(\.0)
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
