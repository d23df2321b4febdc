public import Community
public import Foundation
import Logging
import Storage

extension Place {
  /// How long somebody stays logged in.
  public static let loginSeconds = 90 * 86_400.0
  private static let invitationSeconds = 7 * 86_400.0

  /// Somebody who is logged in, with the secret that proves it.
  public struct Login: Sendable {
    public let account: Member
    public let token: String
  }

  /// Makes an account: the first one without, every other one with an invitation.
  public func signUp(
    name: String, password: String, timeZone: String, invitation: String?
  ) async throws -> Login {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard (1...64).contains(name.count), !name.contains(where: \.isNewline) else {
      throw Refused.badName
    }
    guard password.count >= Passwords.shortest, password.utf8.count <= 1024 else {
      throw Refused.weakPassword
    }
    let zone = TimeZone(identifier: timeZone)?.identifier ?? "UTC"
    let admission: Store.Admission =
      if let invitation { .invited(codeHash: Passwords.hash(ofSecret: invitation)) } else { .first }
    guard try await admits(admission) else { throw Refused.notInvited }
    let record = try await passwords.record(of: password)
    do {
      guard
        let account = try await store.makeAccount(
          name: name, passwordRecord: record, timeZone: zone, admission: admission, at: now())
      else { throw Refused.notInvited }
      log.info("account made", metadata: ["account": "\(account.id)"])
      return try await begin(account)
    } catch StorageError.nameTaken {
      throw Refused.nameTaken
    }
  }

  /// Whether an admission holds now: asked before the costly part.
  private func admits(_ admission: Store.Admission) async throws -> Bool {
    switch admission {
    case .first: try await !store.hasAccounts()
    case .invited(let codeHash):
      try await store.invitationHolds(codeHash: codeHash, at: now())
    }
  }

  /// Whether anybody may sign up with this invitation, or without one.
  public func canSignUp(invitation: String?) async throws -> Bool {
    try await admits(
      invitation.map { .invited(codeHash: Passwords.hash(ofSecret: $0)) } ?? .first)
  }

  public func logIn(name: String, password: String) async throws -> Login {
    guard await throttle.isOpen(name, at: now()) else { throw Refused.tooManyTries }
    let found = try await store.account(named: name)
    guard await passwords.matches(password, record: found?.passwordRecord),
      let account = found?.member
    else {
      await throttle.failed(name, at: now())
      throw Refused.wrongNameOrPassword
    }
    await throttle.succeeded(name)
    return try await begin(account)
  }

  func begin(_ account: Member) async throws -> Login {
    let token = Passwords.secret()
    try await store.addLogin(
      tokenHash: Passwords.hash(ofSecret: token), account: account.id, at: now(),
      expires: now().addingTimeInterval(Self.loginSeconds))
    return Login(account: account, token: token)
  }

  /// Whose token it is; nil when it is nobody's any more.
  public func member(token: String) async throws -> Member? {
    try await store.account(tokenHash: Passwords.hash(ofSecret: token), at: now())
  }

  public func logOut(token: String) async throws {
    try await store.removeLogin(tokenHash: Passwords.hash(ofSecret: token))
  }

  public func changePassword(
    of member: Member, from old: String, to new: String
  ) async throws -> Login {
    guard await throttle.isOpen(member.name, at: now()) else { throw Refused.tooManyTries }
    let found = try await store.account(named: member.name)
    guard await passwords.matches(old, record: found?.passwordRecord), let account = found?.member
    else {
      await throttle.failed(member.name, at: now())
      throw Refused.wrongNameOrPassword
    }
    guard new.count >= Passwords.shortest, new.utf8.count <= 1024 else {
      throw Refused.weakPassword
    }
    try await store.setPassword(passwords.record(of: new), of: account.id)
    return try await begin(account)
  }

  /// What deleting somebody's data would take away.
  public struct Holdings: Sendable {
    public var facts: Int
    public var recordings: Int
    /// Limits that coaches set for them.
    public var limits: Int
    /// Who coaches them, and whom they coach.
    public var coaches: Int
    public var members: Int
    public var logins: Int
    /// With their coaches, and those they wrote as a coach.
    public var messages: Int
    public var tokens: Int
    public var posts: Int
    public var comments: Int
    /// Others who have an account here.
    public var others: Int
  }

  public func holdings(of member: Member) async throws -> Holdings? {
    guard try await store.member(member.id) != nil else { return nil }
    let kept = try await store.holdings(of: member)
    return Holdings(
      facts: kept.facts, recordings: kept.recordings, limits: kept.limits, coaches: kept.coaches,
      members: kept.members, logins: kept.logins, messages: kept.messages, tokens: kept.tokens,
      posts: kept.posts, comments: kept.comments, others: kept.others)
  }

  /// Deletes everything that is somebody's, and the account too where that is wished. Nothing of it can
  /// be read in the database afterwards.
  ///
  /// - Returns: false where another program has the database open, so that traces may be left in its
  ///   files.
  /// - Throws: ``Refused/wrongNameOrPassword`` where the password isn't theirs.
  public func erase(_ member: Member, password: String, withAccount: Bool) async throws -> Bool {
    guard await throttle.isOpen(member.name, at: now()) else { throw Refused.tooManyTries }
    let found = try await store.account(named: member.name)
    guard await passwords.matches(password, record: found?.passwordRecord),
      let account = found?.member
    else {
      await throttle.failed(member.name, at: now())
      throw Refused.wrongNameOrPassword
    }
    log.info("deleting data", metadata: ["account": "\(account.id)", "whole": "\(withAccount)"])
    await rosters.forget(account.athlete)
    return try await deleting {
      if withAccount {
        try await store.deleteAccount(account.id)
      } else {
        try await store.eraseData(of: account)
      }
    }
  }

  /// Whether what was deleted can't be read in the database's files any more.
  func deleting(_ delete: () async throws -> Void) async throws -> Bool {
    do {
      try await delete()
      return true
    } catch StorageError.notScrubbed {
      log.warning("what was deleted may still be read in the database's files")
      return false
    }
  }

  public func setTimeZone(_ identifier: String, of account: Member) async throws {
    guard let zone = TimeZone(identifier: identifier) else { throw Refused.unknownTimeZone }
    try await store.setTimeZone(zone.identifier, of: account.id)
  }

  /// Everybody who has an account here, for its owner.
  public func everybody(for owner: Member) async throws -> [Member] {
    guard owner.isOwner else { throw Refused.notTheOwner }
    return try await store.everyAccount()
  }

  /// Makes somebody a coach of the place, who may write for everybody in it, or no longer.
  public func setCoach(_ isCoach: Bool, _ account: UUID, by owner: Member) async throws {
    guard owner.isOwner else { throw Refused.notTheOwner }
    try await store.setCoach(isCoach, account)
  }

  /// A code that lets one more person in, for a week.
  public func invite(by account: Member) async throws -> String {
    guard account.isOwner else { throw Refused.notTheOwner }
    let code = Passwords.secret()
    try await store.addInvitation(
      codeHash: Passwords.hash(ofSecret: code), by: account.id, at: now(),
      expires: now().addingTimeInterval(Self.invitationSeconds))
    return code
  }
}
