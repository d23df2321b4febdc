public import Community
public import Foundation
import Lifting
import Storage

extension Place {
  private static let codeSeconds = 7 * 86_400.0

  // MARK: Beginning

  /// A code with which whoever gets it may coach this member: once, within a week, and seeing what the
  /// member chose.
  public func coachingCode(of member: Member, sees: Set<Sharing> = []) async throws -> String {
    let code = Passwords.secret()
    try await store.addCoachingCode(
      codeHash: Passwords.hash(ofSecret: code), athlete: member.athlete, sees: sees, at: now(),
      expires: now().addingTimeInterval(Self.codeSeconds))
    return code
  }

  /// Whose code it is, and what its coach would see; nil where it doesn't hold.
  public func coachingCode(
    _ code: String
  ) async throws -> (athlete: Person, sees: Set<Sharing>)? {
    try await store.coachingCode(codeHash: Self.hash(code), at: now())
  }

  /// Makes somebody the coach of the member who gave the code.
  ///
  /// - Throws: ``Refused/badCoachingCode`` where it doesn't hold, is one's own, or they coach them
  ///   already.
  public func beginCoaching(code: String, by coach: Member) async throws {
    guard
      try await store.beginCoaching(codeHash: Self.hash(code), coach: coach.id, at: now())
    else { throw Refused.badCoachingCode }
  }

  /// A code with which a coach offers whoever gets it to coach them: once, within a week. What is seen is
  /// chosen by whoever takes it.
  public func coachingOffer(by coach: Member) async throws -> String {
    let code = Passwords.secret()
    try await store.addCoachingOffer(
      codeHash: Passwords.hash(ofSecret: code), coach: coach.id, at: now(),
      expires: now().addingTimeInterval(Self.codeSeconds))
    return code
  }

  /// Who offers to coach with a code; nil where it doesn't hold.
  public func coachingOffer(_ code: String) async throws -> Person? {
    try await store.coachingOffer(codeHash: Self.hash(code), at: now())
  }

  /// Takes a coach's offer.
  ///
  /// - Throws: ``Refused/badCoachingCode`` where it doesn't hold, is one's own, or they coach this member
  ///   already.
  public func takeCoachingOffer(
    _ code: String, of member: Member, sees: Set<Sharing>
  ) async throws {
    let isTaken = try await store.takeCoachingOffer(
      codeHash: Self.hash(code), of: member.athlete, sees: sees, at: now())
    guard isTaken else { throw Refused.badCoachingCode }
  }

  private static func hash(_ code: String) -> String {
    Passwords.hash(ofSecret: code.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  // MARK: While it lasts

  /// Who coaches this member.
  public func coaches(of member: Member) async throws -> [CoachPartner] {
    try await store.coaches(of: member.athlete)
  }

  /// Whom this member coaches.
  public func members(of coach: Member) async throws -> [CoachPartner] {
    try await store.members(of: coach.id)
  }

  /// Lets a coach see this of a member from now on, and nothing else.
  public func share(_ sees: Set<Sharing>, of member: Member, with coach: UUID) async throws {
    try await store.share(sees, of: member.athlete, with: coach)
  }

  /// Ends a coaching, as the member: the coach's limits hold no longer, and they see nothing more.
  public func endCoaching(of member: Member, by coach: UUID) async throws {
    try await store.endCoaching(of: member.athlete, by: coach)
  }

  /// Which coach looked at what of a member's, the newest first.
  public func looks(at member: Member) async throws -> [Look] {
    try await store.looks(at: member.athlete, most: 200)
  }

  // MARK: What a coach may do

  /// A member as one of their coaches, who was found to be one.
  public struct Coached: Sendable {
    public let partner: CoachPartner
    let member: Member
    let coach: Member

    /// What the member lets this coach see.
    public var sees: Set<Sharing> { partner.sees }
    var pair: CoachingPair { CoachingPair(athlete: member.athlete, coach: coach.id) }
    /// The member's clock.
    public func utcOffsetSeconds(at instant: Date) -> Int {
      member.utcOffsetSeconds(at: instant)
    }
  }

  /// The one gate through which a coach gets at anything of a member's: asked anew for every request, so
  /// that what the member takes back is gone at once.
  ///
  /// - Parameters:
  ///   - member: Whose it is.
  ///   - coach: Who asks.
  ///   - needed: What the member has to let them see, any one of it; none for what is the coach's own,
  ///     as limits and messages are.
  ///   - subject: What the member is told that was looked at.
  /// - Returns: The member, with what this coach sees.
  /// - Throws: ``Refused/notTheirCoach`` for everybody else, the member too; ``Refused/notShared`` where
  ///   the member doesn't let them see it.
  public func coached(
    _ member: UUID, by coach: Member, showing needed: Set<Sharing> = [],
    as subject: Look.Subject? = nil
  ) async throws -> Coached {
    guard let found = try await store.coached(member, by: coach.id) else {
      throw Refused.notTheirCoach
    }
    let coached = Coached(partner: found.partner, member: found.member, coach: coach)
    guard needed.isEmpty || !needed.isDisjoint(with: coached.sees) else {
      throw Refused.notShared
    }
    if let subject {
      try await store.look(
        at: subject, of: found.member.athlete, by: coach.id, hour: hour)
    }
    return coached
  }

  /// Of the looks that are noted.
  var hour: Int { Int(saturating: (now().timeIntervalSince1970 / 3600).rounded(.down)) }
}
