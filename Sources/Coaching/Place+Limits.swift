public import Foundation
import Lifting
public import Prescribing
import Storage

extension Place {
  private static let codeSeconds = 7 * 86_400.0

  /// Limits as a coach set them.
  public struct SetLimits: Sendable {
    public var coach: UUID
    public var coachName: String
    public var at: Date
    public var limits: CoachLimits
  }

  /// A code with which whoever gets it may coach this member: once, within a week.
  public func coachingCode(of member: Member) async throws -> String {
    let code = Passwords.secret()
    try await store.addCoachingCode(
      codeHash: Passwords.hash(ofSecret: code), athlete: member.athlete, at: now(),
      expires: now().addingTimeInterval(Self.codeSeconds))
    return code
  }

  /// Makes somebody the coach of the member who gave the code.
  ///
  /// - Throws: ``Refused/badCoachingCode`` where it doesn't hold, or is one's own.
  public func beginCoaching(code: String, by coach: Member) async throws {
    let hash = Passwords.hash(ofSecret: code.trimmingCharacters(in: .whitespacesAndNewlines))
    guard try await store.beginCoaching(codeHash: hash, coach: coach.id, at: now()) else {
      throw Refused.badCoachingCode
    }
  }

  /// Who coaches this member.
  public func coaches(of member: Member) async throws -> [CoachPartner] {
    try await store.coaches(of: member.athlete).map(CoachPartner.init)
  }

  /// Whom this member coaches.
  public func members(of coach: Member) async throws -> [CoachPartner] {
    try await store.members(of: coach.id).map(CoachPartner.init)
  }

  /// Ends a coaching, as the member: the coach's limits hold no longer.
  public func endCoaching(of member: Member, by coach: UUID) async throws {
    try await store.endCoaching(of: member.athlete, by: coach)
  }

  /// A member as their coach sees them, with the limits this coach has set, the newest first.
  ///
  /// - Throws: ``Refused/notTheirCoach`` for everybody else, the member too.
  public func coached(
    _ member: UUID, by coach: Member
  ) async throws -> (member: CoachPartner, limits: [SetLimits]) {
    guard let found = try await members(of: coach).first(where: { $0.id == member }) else {
      throw Refused.notTheirCoach
    }
    let limits = try await setLimits(of: found.athlete).filter { $0.coach == coach.id }
    return (found, limits)
  }

  /// Sets a coach's own limits for a member in place of those they set before.
  ///
  /// - Throws: ``Refused/notTheirCoach`` for everybody else, the member too.
  public func setLimits(
    _ limits: CoachLimits, of member: UUID, by coach: Member
  ) async throws {
    let athlete = try await coached(member, by: coach).member.athlete
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

  private func setLimits(of athlete: UUID) async throws -> [SetLimits] {
    try await store.limits(of: athlete).map { kept in
      let limits = try JSONDecoder.eccentric.decode(CoachLimits.self, from: Data(kept.body.utf8))
      return SetLimits(
        coach: kept.coach, coachName: kept.coachName, at: kept.setAt, limits: limits)
    }
  }
}

/// Somebody on the other side of a coaching: the coach for a member, the member for a coach.
public struct CoachPartner: Sendable, Hashable, Identifiable {
  public let id: UUID
  public let name: String
  public let since: Date
  let athlete: UUID

  init(_ partner: CoachingPartner) {
    id = partner.id
    name = partner.name
    since = partner.since
    athlete = partner.athlete
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
