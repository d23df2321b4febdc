public import Community
public import Foundation
import Lifting

extension Store {
  /// How somebody comes to an account.
  public enum Admission: Sendable {
    /// Only while there is no account at all.
    case first
    /// With an invitation that nobody has used.
    case invited(codeHash: String)
  }

  public func hasAccounts() async throws -> Bool {
    try await database.read { try !$0.rows("SELECT id FROM account LIMIT 1").isEmpty }
  }

  /// Makes an account with its athlete.
  ///
  /// - Returns: nil when the admission doesn't hold (any more).
  /// - Throws: ``StorageError/nameTaken``.
  public func makeAccount(
    name: String, passwordRecord: String, timeZone: String, admission: Admission, at now: Date
  ) async throws -> Member? {
    let id = UUID()
    let athlete = UUID()
    return try await database.write { connection in
      let isFirst = try connection.rows("SELECT id FROM account LIMIT 1").isEmpty
      switch admission {
      case .first:
        guard isFirst else { return nil }
      case .invited(let codeHash):
        let valid = try connection.rows(
          """
          SELECT code_hash FROM invitation
          WHERE code_hash = $1 AND used_by IS NULL AND expires_at > $2
          """, .text(codeHash), .seconds(now))
        guard !valid.isEmpty else { return nil }
      }
      let key = Self.key(of: name)
      guard try connection.rows("SELECT id FROM account WHERE name_key = $1", .text(key)).isEmpty
      else { throw StorageError.nameTaken }
      try connection.run(
        """
        INSERT INTO account (id, name, name_key, password, is_owner, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """, .id(id), .text(name), .text(key), .text(passwordRecord),
        .integer(isFirst ? 1 : 0), .seconds(now))
      try connection.run(
        "INSERT INTO athlete (id, account, time_zone) VALUES ($1, $2, $3)",
        .id(athlete), .id(id), .text(timeZone))
      if case .invited(let codeHash) = admission {
        try connection.run(
          "UPDATE invitation SET used_by = $1 WHERE code_hash = $2", .id(id), .text(codeHash))
      }
      return Member(
        id: id, name: name, role: isFirst ? .owner : .member, timeZone: timeZone,
        athlete: athlete)
    }
  }

  /// Somebody by their name, with the record of their password; it is never shown.
  public func account(
    named name: String
  ) async throws -> (member: Member, passwordRecord: String)? {
    let key = Self.key(of: name)
    return try await database.read { connection in
      try connection.rows("\(Self.accounts) WHERE account.name_key = $1", .text(key)).first
        .map { (try Member($0), try $0.text("password")) }
    }
  }

  public func member(_ account: UUID) async throws -> Member? {
    try await database.read { connection in
      try connection.rows("\(Self.accounts) WHERE account.id = $1", .id(account)).first
        .map(Member.init)
    }
  }

  /// Makes somebody a coach of the place, or no longer.
  public func setCoach(_ isCoach: Bool, _ account: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "UPDATE account SET is_coach = $1 WHERE id = $2", .integer(isCoach ? 1 : 0),
        .id(account))
    }
  }

  /// The account, where there is exactly one.
  public func onlyAccount() async throws -> Member? {
    try await database.read { connection in
      let accounts = try connection.rows("\(Self.accounts) LIMIT 2")
      return accounts.count == 1 ? try accounts.first.map(Member.init) : nil
    }
  }

  /// Everybody who can log in, by name.
  public func everyAccount() async throws -> [Member] {
    try await database.read { connection in
      try connection.rows("\(Self.accounts) ORDER BY account.name_key").map(Member.init)
    }
  }

  public func setPassword(_ passwordRecord: String, of account: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "UPDATE account SET password = $1 WHERE id = $2", .text(passwordRecord), .id(account))
      // Whoever knew the old password is out, and so is what they may have made with it.
      try connection.run("DELETE FROM login WHERE account = $1", .id(account))
      try connection.run("DELETE FROM api_token WHERE account = $1", .id(account))
    }
  }

  public func setTimeZone(_ timeZone: String, of account: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "UPDATE athlete SET time_zone = $1 WHERE account = $2", .text(timeZone), .id(account))
    }
  }

  public func addInvitation(
    codeHash: String, by account: UUID, at now: Date, expires: Date
  ) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO invitation (code_hash, created_by, created_at, expires_at)
        VALUES ($1, $2, $3, $4)
        """, .text(codeHash), .id(account), .seconds(now), .seconds(expires))
    }
  }

  public func invitationHolds(codeHash: String, at now: Date) async throws -> Bool {
    try await database.read { connection in
      try !connection.rows(
        """
        SELECT code_hash FROM invitation
        WHERE code_hash = $1 AND used_by IS NULL AND expires_at > $2
        """, .text(codeHash), .seconds(now)
      ).isEmpty
    }
  }

  public func addLogin(
    tokenHash: String, account: UUID, at now: Date, expires: Date
  ) async throws {
    try await database.write { connection in
      try connection.run("DELETE FROM login WHERE expires_at <= $1", .seconds(now))
      try connection.run(
        "INSERT INTO login (token_hash, account, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        .text(tokenHash), .id(account), .seconds(now), .seconds(expires))
    }
  }

  /// Whose login this is; nil when it doesn't exist or is over.
  public func account(tokenHash: String, at now: Date) async throws -> Member? {
    try await database.read { connection in
      try connection.rows(
        """
        \(Self.accounts) JOIN login ON login.account = account.id
        WHERE login.token_hash = $1 AND login.expires_at > $2
        """, .text(tokenHash), .seconds(now)
      ).first.map(Member.init)
    }
  }

  public func removeLogin(tokenHash: String) async throws {
    try await database.write { connection in
      try connection.run("DELETE FROM login WHERE token_hash = $1", .text(tokenHash))
    }
  }

  private static let accounts = """
    SELECT account.id AS id, account.name AS name, account.password AS password,
      account.is_owner AS is_owner, account.is_coach AS is_coach, athlete.id AS athlete, athlete.time_zone AS time_zone
    FROM account JOIN athlete ON athlete.account = account.id
    """

  /// Names that differ in case, width or surrounding space are the same.
  private static func key(of name: String) -> String {
    name.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension Member {
  init(_ row: Row) throws {
    let role: Role =
      try row.integer("is_owner") == 1
      ? .owner : try row.integer("is_coach") == 1 ? .coach : .member
    self.init(
      id: try row.id("id"), name: try row.text("name"), role: role,
      timeZone: try row.text("time_zone"), athlete: try row.id("athlete"))
  }
}

extension Value {
  static func id(_ id: UUID) -> Value { .text(id.uuidString) }

  /// An instant as whole seconds since 1970.
  static func seconds(_ instant: Date) -> Value {
    .integer(Int(saturating: max(-1e12, min(1e12, instant.timeIntervalSince1970.rounded(.down)))))
  }
}
