public import Community
public import Foundation
import Lifting
public import Prescribing
import Storage

extension Place {
  /// Limits as a coach set them.
  public struct SetLimits: Sendable {
    public var coach: UUID
    public var coachName: String
    public var at: Date
    public var limits: CoachLimits
  }

  /// The limits that a coach has set for a member, the newest first.
  ///
  /// - Throws: ``Refused/notTheirCoach`` for everybody else, the member too.
  public func limits(
    of member: UUID, by coach: Member
  ) async throws -> (member: CoachPartner, limits: [SetLimits]) {
    let partner = try await coached(member, by: coach).partner
    return (partner, try await setLimits(of: partner.athlete).filter { $0.coach == coach.id })
  }

  /// Sets a coach's own limits for a member in place of those they set before.
  ///
  /// - Throws: ``Refused/notTheirCoach`` for everybody else, the member too.
  public func setLimits(
    _ limits: CoachLimits, of member: UUID, by coach: Member
  ) async throws {
    let athlete = try await coached(member, by: coach).partner.athlete
    let body = String(decoding: try JSONEncoder.eccentricCompact.encode(limits), as: UTF8.self)
    guard try await store.setLimits(body, of: athlete, by: coach.id, at: now()) else {
      throw Refused.notTheirCoach
    }
  }

  /// The limits that hold for a member, of each coach the newest.
  public func limits(of member: Member) async throws -> [SetLimits] {
    var coaches: Set<UUID> = []
    return try await setLimits(of: member.athlete).filter { coaches.insert($0.coach).inserted }
  }

  func setLimits(of athlete: UUID) async throws -> [SetLimits] {
    try await store.limits(of: athlete).map { kept in
      let limits = try JSONDecoder.eccentric.decode(CoachLimits.self, from: Data(kept.body.utf8))
      return SetLimits(
        coach: kept.coach, coachName: kept.coachName, at: kept.setAt, limits: limits)
    }
  }
}

extension CoachLimits {
  /// The stricter of two in everything.
  func stricter(_ other: CoachLimits) -> CoachLimits {
    func least<Number: Comparable>(_ one: Number?, _ other: Number?) -> Number? {
      [one, other].compactMap { $0 }.min()
    }
    return CoachLimits(
      negativeSets: least(negativeSets, other.negativeSets),
      percentOfMaximum: least(percentOfMaximum, other.percentOfMaximum),
      eccentricDaysPerWeek: least(eccentricDaysPerWeek, other.eccentricDaysPerWeek),
      repsInReserve: [repsInReserve, other.repsInReserve].compactMap { $0 }.max(),
      withoutNegatives: withoutNegatives.union(other.withoutNegatives))
  }
}
