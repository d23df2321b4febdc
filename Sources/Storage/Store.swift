public import Foundation

/// What is kept, and the only place that knows SQL. Each method is one transaction that leaves the
/// data whole.
public struct Store: Sendable {
  let database: any Database

  /// Opens the store, bringing the database up to date first.
  public init(_ database: any Database) async throws {
    self.database = database
    try await Schema.migrate(database)
  }
}

/// Somebody who can log in.
public struct Account: Sendable, Hashable, Identifiable {
  public let id: UUID
  public let name: String
  /// As ``Coaching`` made it; never shown.
  public let passwordRecord: String
  /// The first account owns the installation.
  public let isOwner: Bool
  /// The athlete whose facts are theirs.
  public let athlete: UUID
  /// An identifier such as `Europe/Berlin`.
  public let timeZone: String
}
