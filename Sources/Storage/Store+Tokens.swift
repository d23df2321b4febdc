public import Community
public import Foundation

extension Store {
  /// Keeps a token by its secret's hash.
  ///
  /// - Returns: false where the account has as many as there may be.
  public func addToken(
    _ token: Token, hash: String, of account: UUID
  ) async throws -> Bool {
    try await database.write { connection in
      let count = try connection.rows(
        "SELECT COUNT(*) AS count FROM api_token WHERE account = $1", .id(account)
      ).first?.integer("count")
      guard (count ?? 0) < Token.most else { return false }
      try connection.run(
        """
        INSERT INTO api_token (id, account, name, token_hash, scopes, made_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """, .id(token.id), .id(account), .text(token.name), .text(hash),
        .text(token.scopes.sorted().map(\.rawValue).joined(separator: " ")),
        .seconds(token.madeAt))
      return true
    }
  }

  /// Somebody's tokens, the newest first.
  public func tokens(of account: UUID) async throws -> [Token] {
    try await database.read { connection in
      try connection.rows(
        "SELECT * FROM api_token WHERE account = $1 ORDER BY made_at DESC, id", .id(account)
      ).map(Token.init)
    }
  }

  /// Whose token this is and which; nil where there is none, or it was revoked.
  public func account(apiTokenHash hash: String) async throws -> (member: Member, token: Token)? {
    let found = try await database.read { connection in
      try connection.rows("SELECT * FROM api_token WHERE token_hash = $1", .text(hash)).first
        .map { (try $0.id("account"), try Token($0)) }
    }
    guard let (account, token) = found, let member = try await member(account) else { return nil }
    return (member, token)
  }

  public func markUsed(_ token: UUID, at now: Date) async throws {
    try await database.write { connection in
      try connection.run(
        "UPDATE api_token SET used_at = $1 WHERE id = $2", .seconds(now), .id(token))
    }
  }

  /// Revokes a token of somebody's own.
  public func removeToken(_ token: UUID, of account: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "DELETE FROM api_token WHERE id = $1 AND account = $2", .id(token), .id(account))
    }
  }
}

extension Token {
  init(_ row: Row) throws {
    let scopes = try row.text("scopes").split(separator: " ")
    self.init(
      id: try row.id("id"), name: try row.text("name"),
      scopes: Set(scopes.compactMap { Scope(rawValue: String($0)) }),
      madeAt: try row.instant("made_at"), usedAt: try row.optionalInstant("used_at"))
  }
}
