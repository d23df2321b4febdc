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
