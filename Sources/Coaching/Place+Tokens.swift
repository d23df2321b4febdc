public import Community
public import Foundation
import Logging
import Storage

extension Place {
  /// What every token begins with, so that one that was published by mistake is recognized.
  static let tokenPrefix = "eccentric_"

  /// Makes a token for a program. Its secret is told this once.
  ///
  /// - Throws: ``Refused/badToken(_:)`` where it has no name, no scope, or there are too many.
  public func makeToken(
    named name: String, for scopes: Set<Scope>, by member: Member
  ) async throws -> (token: Token, secret: String) {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard (1...Token.longestName).contains(name.count), !name.contains(where: \.isNewline),
      !name.contains("\0")
    else { throw Refused.badToken("A token’s name has 1 to \(Token.longestName) characters.") }
    guard !scopes.isEmpty else {
      throw Refused.badToken("Say what it may do: without that it could do nothing.")
    }
    let secret = Self.tokenPrefix + Passwords.secret()
    let token = Token(id: UUID(), name: name, scopes: scopes, madeAt: now(), usedAt: nil)
    guard
      try await store.addToken(token, hash: Passwords.hash(ofSecret: secret), of: member.id)
    else {
      throw Refused.badToken("You have \(Token.most) tokens. Revoke one that isn’t used any more.")
    }
    log.info("token made", metadata: ["account": "\(member.id)", "token": "\(token.id)"])
    return (token, secret)
  }

  public func tokens(of member: Member) async throws -> [Token] {
    try await store.tokens(of: member.id)
  }

  /// From now on the token opens nothing.
  public func revoke(_ token: UUID, by member: Member) async throws {
    try await store.removeToken(token, of: member.id)
  }

  /// Whose token this is, and what it lets a program do; nil where it is nobody's (any more).
  public func bearer(of secret: String) async throws -> (member: Member, scopes: Set<Scope>)? {
    guard secret.hasPrefix(Self.tokenPrefix), secret.utf8.count < 200,
      let (member, token) = try await store.account(
        apiTokenHash: Passwords.hash(ofSecret: secret))
    else { return nil }
    // To the minute: a program that asks often needn't write as often.
    let now = now()
    if token.usedAt.map({ now.timeIntervalSince($0) >= 60 }) ?? true {
      try await store.markUsed(token.id, at: now)
    }
    return (member, token.scopes)
  }
}
